//! Suggestions while one types: companies, and classes of industry.

use super::BANKRUPT;
use super::list::{holds_personal_identity_code, of_hits};
use super::marks::{Kind, store::Marks};
use super::search::{Hit, Search, search};
use super::views::{municipality, standing};
use crate::classifications::industries;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::identifiers::name;
use crate::web::Page;
use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

const MOST: usize = 10;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Serialize)]
struct Suggestion {
    id: String,
    label: String,
    hint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<String>,
}

/// Companies by name, business id or telephone number; ended ones too, with a warning.
pub async fn companies(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let text = asked.into_inner().q;
    if text.trim().is_empty() || holds_personal_identity_code(&page, &text) {
        return Ok(answer(&Vec::new()));
    }
    let wanted = Search { text, limit: MOST, ..Search::default() };
    let today = page.app.today();
    let (found, marks) = page
        .app
        .db
        .read(move |conn| {
            let found = alive_first(conn, wanted)?;
            let marks = of_hits(conn, &found, today)?;
            Ok((found, marks))
        })
        .await?;
    Ok(answer(&found.into_iter().map(|hit| suggestion(hit, &marks, page.lang())).collect()))
}

fn alive_first(conn: &mut Conn, wanted: Search) -> QueryResult<Vec<Hit>> {
    let alive = search(conn, &wanted)?.hits;
    if alive.len() == MOST {
        return Ok(alive);
    }
    let with_ended = search(conn, &Search { ended: true, ..wanted })?.hits;
    let ended: Vec<Hit> = with_ended.into_iter().filter(|hit| alive.iter().all(|known| known.company.id != hit.company.id)).collect();
    Ok(alive.into_iter().chain(ended).take(MOST).collect())
}

fn suggestion(hit: Hit, marks: &Marks, lang: Lang) -> Suggestion {
    let closed = marks.get(&hit.company.id).is_some_and(|kinds| kinds.contains(&Kind::DoNotContact));
    let closed = closed.then(|| i18n::text(lang, "company-mark-do_not_contact"));
    let stopped = !hit.company.alive || hit.situation == BANKRUPT;
    let other_name = hit.matched_name.map(|name| {
        let key = if hit.matched_former { "company-formerly" } else { "company-also" };
        i18n::text_with(lang, key, &Args::from([("name".into(), name.into())]))
    });
    let parts = [other_name, hit.company.business_id, Some(municipality(&hit.company.municipality, lang).to_owned())];
    Suggestion {
        id: hit.company.id.to_string(),
        label: hit.company.name,
        hint: parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        warning: standing(hit.company.alive, &hit.situation, lang).filter(|_| stopped).or(closed),
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
        }
    });
    Ok(answer(&found.collect()))
}

fn answer(suggestions: &Vec<Suggestion>) -> HttpResponse {
    HttpResponse::Ok().json(suggestions)
}
