//! The register's list with its search and filters.

use super::search::{At, Found, Search, search};
use super::views::{HitView, industry_choices, municipality_choices};
use crate::error::Error;
use crate::i18n::{self, Args};
use crate::identifiers::business_id::{BusinessId, BusinessIdError};
use crate::identifiers::personal_identity_code::{self, Certainty};
use crate::routes::WORKERS;
use crate::web::forms::clean;
use crate::web::paging::{PAGE_SIZE, Pager};
use crate::web::{Choice, Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use url::form_urlencoded::Serializer;

/// The address's parameters.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Wanted {
    pub q: String,
    pub municipality: String,
    pub industry: String,
    /// `true` shows ended companies too.
    pub ended: String,
    /// What a telephone exchange's click brings; searched like `q`.
    #[serde(skip_serializing)]
    pub phone: String,
    #[serde(skip_serializing)]
    pub after: String,
    #[serde(skip_serializing)]
    pub before: String,
}

#[derive(Serialize)]
struct ListView {
    wanted: Wanted,
    municipalities: Vec<Choice>,
    industries: Vec<Choice>,
    hits: Vec<HitView>,
    pager: Pager,
    filtered: bool,
    /// The text is a business id but for its last digit.
    wrong_check_digit: bool,
    may_add: bool,
}

pub async fn index(viewer: Viewer, page: Page, query: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let mut wanted = query.into_inner();
    if wanted.q.trim().is_empty() {
        wanted.q = std::mem::take(&mut wanted.phone);
    }
    for text in [&mut wanted.q, &mut wanted.municipality, &mut wanted.industry] {
        *text = clean(text).trim().to_owned();
    }
    if holds_personal_identity_code(&page, &wanted.q) {
        return Ok(page.redirect("/companies", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    let asked = Search {
        text: wanted.q.clone(),
        municipality: wanted.municipality.clone(),
        industry: wanted.industry.clone(),
        ended: wanted.ended == "true",
        at: At::of(&wanted.after, &wanted.before),
        limit: PAGE_SIZE,
    };
    let found = page.app.db.read(move |conn| Ok(search(conn, &asked)?)).await?;
    page.render("companies/index.html", &view(&viewer, &page, wanted, found))
}

/// In an address nothing may hold a personal identity code.
pub fn holds_personal_identity_code(page: &Page, text: &str) -> bool {
    personal_identity_code::find(text, page.app.today()).is_some_and(|finding| finding.certainty == Certainty::Certain)
}

fn view(viewer: &Viewer, page: &Page, wanted: Wanted, found: Found) -> ListView {
    let lang = page.lang();
    let link = |name: &str, cursor: &String| address(&wanted, name, cursor);
    let pager = Pager {
        previous: found.previous.as_ref().map(|cursor| link("before", cursor)),
        next: found.next.as_ref().map(|cursor| link("after", cursor)),
        shown: count_text(page, &found),
    };
    ListView {
        municipalities: municipality_choices(lang, &wanted.municipality),
        industries: industry_choices(lang),
        hits: found.hits.into_iter().map(|hit| HitView::of(hit, lang)).collect(),
        pager,
        filtered: !(wanted.q.is_empty() && wanted.municipality.is_empty() && wanted.industry.is_empty()),
        wrong_check_digit: BusinessId::parse(&wanted.q) == Err(BusinessIdError::CheckDigit),
        may_add: WORKERS.allows(viewer),
        wanted,
    }
}

/// The same list from another place on.
fn address(wanted: &Wanted, name: &str, cursor: &str) -> String {
    let given = [("q", &wanted.q), ("municipality", &wanted.municipality), ("industry", &wanted.industry), ("ended", &wanted.ended)];
    let mut query = Serializer::new(String::new());
    query.extend_pairs(given.iter().filter(|(_, value)| !value.is_empty())).append_pair(name, cursor);
    format!("/companies?{}", query.finish())
}

fn count_text(page: &Page, found: &Found) -> String {
    if found.uncounted {
        let count = if found.count >= 1_000 { "1\u{A0}000+".to_owned() } else { format!("{}+", found.count) };
        return i18n::text_with(page.lang(), "company-count-over", &Args::from([("count".into(), count.into())]));
    }
    i18n::text_with(page.lang(), "company-count", &Args::from([("count".into(), found.count.into())]))
}
