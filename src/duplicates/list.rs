//! The standing list of probable pairs, the strongest first, and of the pairs that somebody said are two companies.

use super::Reason;
use crate::companies::views::municipality;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::routes::MERGERS;
use crate::web::paging::{Cursor, PAGE_SIZE, Pager, Slice, Tab, slice};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    /// `dismissed`: those that are two companies.
    view: String,
    after: String,
}

#[derive(Serialize)]
struct ListView {
    tabs: Vec<Tab>,
    pairs: Vec<PairView>,
    pager: Pager,
    dismissed: bool,
    may_merge: bool,
}

#[derive(Serialize)]
struct PairView {
    one: Side,
    other: Side,
    /// In words.
    reasons: Vec<String>,
    strong: bool,
    dismissed_at: Option<NaiveDateTime>,
}

#[derive(Serialize)]
struct Side {
    id: i64,
    name: String,
    /// Business id and municipality, or what is known of them.
    about: String,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Integer)]
    score: i32,
    #[diesel(sql_type = Text)]
    reasons: String,
    #[diesel(sql_type = Nullable<Timestamp>)]
    dismissed_at: Option<NaiveDateTime>,
    #[diesel(sql_type = BigInt)]
    one_id: i64,
    #[diesel(sql_type = Text)]
    one_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    one_business_id: Option<String>,
    #[diesel(sql_type = Text)]
    one_municipality: String,
    #[diesel(sql_type = BigInt)]
    other_id: i64,
    #[diesel(sql_type = Text)]
    other_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    other_business_id: Option<String>,
    #[diesel(sql_type = Text)]
    other_municipality: String,
}

/// The views of the duplicates' pages.
pub fn tabs(current: &str, lang: Lang) -> Vec<Tab> {
    let tab = |href: &str, label: String| Tab { current: href == current, href: href.to_owned(), label };
    vec![
        tab("/companies/duplicates", i18n::text(lang, "duplicates-probable")),
        tab("/companies/duplicates?view=dismissed", i18n::text(lang, "duplicates-dismissed")),
        tab("/companies/merges", i18n::text(lang, "merges-title")),
    ]
}

pub async fn index(viewer: Viewer, page: Page, query: web::Query<Query>) -> Result<HttpResponse, Error> {
    let (dismissed, lang) = (query.view == "dismissed", page.lang());
    let after = Cursor::decode(&query.after);
    let found = page.app.db.read(move |conn| Ok(rows(conn, dismissed, after)?)).await?;
    let address = if dismissed { "/companies/duplicates?view=dismissed" } else { "/companies/duplicates" };
    let sign = if dismissed { '&' } else { '?' };
    let next = found.next.map(|cursor| format!("{address}{sign}after={cursor}"));
    let previous = (!query.after.is_empty()).then(|| address.to_owned());
    let view = ListView {
        tabs: tabs(address, lang),
        pairs: found.rows.into_iter().map(|row| row.view(lang)).collect(),
        pager: Pager { previous, next, shown: String::new() },
        dismissed,
        may_merge: MERGERS.allows(&viewer),
    };
    page.render("duplicates/index.html", &view)
}

fn rows(conn: &mut Conn, dismissed: bool, after: Option<Cursor>) -> QueryResult<Slice<Row>> {
    let (score, id) = after.map_or((i32::MAX, i64::MAX), |cursor| (cursor.key.parse().unwrap_or(i32::MAX), cursor.id));
    let rows = sql_query(format!(
        "SELECT p.id, p.score, p.reasons, p.dismissed_at, \
         a.id AS one_id, a.name AS one_name, a.business_id AS one_business_id, a.municipality AS one_municipality, \
         b.id AS other_id, b.name AS other_name, b.business_id AS other_business_id, b.municipality AS other_municipality \
         FROM duplicate_pairs p JOIN companies a ON a.id = p.company_id JOIN companies b ON b.id = p.other_id \
         WHERE p.dismissed_at IS {} NULL AND (p.score, p.id) < ($1, $2) ORDER BY p.score DESC, p.id DESC LIMIT {}",
        if dismissed { "NOT" } else { "" },
        PAGE_SIZE + 1
    ));
    let rows = rows.bind::<Integer, _>(score).bind::<BigInt, _>(id).load(conn)?;
    Ok(slice(rows, |row: &Row| Cursor { key: row.score.to_string(), id: row.id }))
}

impl Row {
    fn view(self, lang: Lang) -> PairView {
        let about = |business_id: Option<String>, place: &str| {
            let identity = business_id.unwrap_or_else(|| i18n::text(lang, "duplicates-no-business-id"));
            let place = municipality(place, lang);
            if place.is_empty() { identity } else { format!("{identity} · {place}") }
        };
        let reasons = self.reasons.split(',').filter_map(Reason::from_code);
        PairView {
            one: Side { id: self.one_id, name: self.one_name, about: about(self.one_business_id, &self.one_municipality) },
            other: Side { id: self.other_id, name: self.other_name, about: about(self.other_business_id, &self.other_municipality) },
            reasons: reasons.map(|reason| in_words(reason, lang)).collect(),
            strong: self.score >= 60,
            dismissed_at: self.dismissed_at,
        }
    }
}

fn in_words(reason: Reason, lang: Lang) -> String {
    let key = match reason {
        Reason::Name => "duplicates-reason-name",
        Reason::FormerName => "duplicates-reason-former-name",
        Reason::NameElsewhere => "duplicates-reason-name-elsewhere",
        Reason::Phone => "duplicates-reason-phone",
        Reason::Email => "duplicates-reason-email",
        Reason::Website => "duplicates-reason-website",
    };
    i18n::text(lang, key)
}
