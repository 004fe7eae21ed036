//! What the form of a new company shows while one types: companies of the register that may be meant, each leading to its
//! page, and last the way to the live open data. What was typed stays behind as a draft.

use super::suggestions::{Asked, Suggestion, answer, found};
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::identifiers::business_id::BusinessId;
use crate::identifiers::domain;
use crate::web::Page;
use crate::web::forms::clean;
use actix_web::{HttpResponse, web};
use url::form_urlencoded::Serializer;

/// Fewer letters are the beginning of anything.
const SHORTEST_NAME: usize = 3;

pub async fn show(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let typed = clean(&asked.q).trim().to_owned();
    let mut matches = found(&page, typed.clone()).await?;
    for company in &mut matches {
        company.href = Some(format!("/companies/{}", company.id));
    }
    matches.extend(lookup(&typed, &matches, page.lang()));
    Ok(answer(&matches))
}

/// The way to the live open data with what was typed: a name, or a business id that the register doesn't have.
fn lookup(typed: &str, matches: &[Suggestion], lang: Lang) -> Option<Suggestion> {
    let href = lookup_address(typed).filter(|_| matches.is_empty() || is_name(typed))?;
    Some(Suggestion {
        id: String::new(),
        label: i18n::text_with(lang, "company-match-lookup", &Args::from([("text".into(), typed.into())])),
        hint: i18n::text(lang, "company-match-lookup-hint"),
        warning: None,
        href: Some(href),
    })
}

/// Where the live open data is asked for this business id or name; nowhere for other texts.
pub fn lookup_address(typed: &str) -> Option<String> {
    let asked = match BusinessId::parse(typed) {
        Ok(id) => id.to_string(),
        Err(_) if is_name(typed) => typed.trim().to_owned(),
        Err(_) => return None,
    };
    Some(format!("/companies/lookup?{}", Serializer::new(String::new()).append_pair("q", &asked).finish()))
}

/// Neither a number nor an address.
pub fn is_name(typed: &str) -> bool {
    let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
    letters >= SHORTEST_NAME && BusinessId::parse(typed).is_err() && !typed.contains('@') && domain::of_website(typed).is_none()
}
