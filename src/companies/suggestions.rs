//! Suggestions while one types: companies, and classes of industry.

use super::BANKRUPT;
use super::list::{holds_personal_identity_code, of_hits};
use super::marks::{Kind, store::Marks};
use super::search::{Hit, Search, living_first};
use super::views::{municipality, standing};
use crate::classifications::industries;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::identifiers::name;
use crate::web::Page;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const MOST: usize = 10;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub q: String,
}

#[derive(Serialize)]
pub struct Suggestion {
    pub id: String,
    pub label: String,
    pub hint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// Where choosing it leads, in a form that finds rather than fills.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// Companies by name, business id, telephone number or web domain.
pub async fn companies(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    Ok(answer(&found(&page, asked.into_inner().q).await?))
}

/// Ended ones after the others, with a warning; last those whose names are spelt nearly so.
pub async fn found(page: &Page, text: String) -> Result<Vec<Suggestion>, Error> {
    if text.trim().is_empty() || holds_personal_identity_code(page, &text) {
        return Ok(Vec::new());
    }
    let spellings = page.app.spellings.clone();
    let wanted = Search { text, limit: MOST, ..Search::default() };
    let today = page.app.today();
    let (found, marks) = page
        .app
        .db
        .read(move |conn| {
            let found = living_first(conn, &spellings, &wanted)?;
            let marks = of_hits(conn, found.hits.iter().chain(&found.similar), today)?;
            Ok((found, marks))
        })
        .await?;
    let lang = page.lang();
    let exact = found.hits.into_iter().map(|hit| suggestion(hit, false, &marks, lang));
    Ok(exact.chain(found.similar.into_iter().map(|hit| suggestion(hit, true, &marks, lang))).collect())
}

fn suggestion(hit: Hit, is_similar: bool, marks: &Marks, lang: Lang) -> Suggestion {
    let closed = marks.get(&hit.company.id).is_some_and(|kinds| kinds.contains(&Kind::DoNotContact));
    let closed = closed.then(|| i18n::text(lang, "company-mark-do_not_contact"));
    let stopped = !hit.company.alive || hit.situation == BANKRUPT;
    let other_name = hit.matched_name.map(|name| {
        let key = if hit.matched_former { "company-formerly" } else { "company-also" };
        i18n::text_with(lang, key, &Args::from([("name".into(), name.into())]))
    });
    let similar = is_similar.then(|| i18n::text(lang, "company-match-similar"));
    let parts = [similar, other_name, hit.company.business_id, Some(municipality(&hit.company.municipality, lang).to_owned())];
    Suggestion {
        id: hit.company.id.to_string(),
        label: hit.company.name,
        hint: parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        warning: standing(hit.company.alive, &hit.situation, lang).filter(|_| stopped).or(closed),
        href: None,
    }
}

/// Classes of TOL 2025 by the beginning of their code or by words of their name.
pub async fn industries(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let lang = page.lang();
    let folded = name::fold(&asked.q);
    if folded.is_empty() {
        return Ok(answer(&Vec::new()));
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let matches = |code: &str, title: &str| {
        let title = name::fold(title);
        code.starts_with(&folded) || words.iter().all(|word| title.contains(word) || *word == code)
    };
    let found = industries::classes().filter(|class| matches(class.code, class.names.get(lang))).take(MOST).map(|class| {
        let section = industries::section_of(class.code).map(String::from).unwrap_or_default();
        Suggestion {
            id: class.code.to_owned(),
            label: format!("{} {}", class.code, class.names.get(lang)),
            hint: industries::name(&section, lang).unwrap_or_default().to_owned(),
            warning: None,
            href: None,
        }
    });
    Ok(answer(&found.collect()))
}

pub fn answer(suggestions: &Vec<Suggestion>) -> HttpResponse {
    HttpResponse::Ok().json(suggestions)
}
