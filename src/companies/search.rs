//! The one search of the register, for the list, the suggestions and the forms.
//!
//! A business id or a telephone number in any spelling finds whom it belongs to, ended or not. Anything else is a name:
//! every word must be in one of the company's names, short words at a word's beginning. Names spelt exactly so come first.
//! Without a text it is the register in Finnish order. A web domain, also that of an e-mail address, finds whose it is.
//!
//! [`forgiving`] adds companies whose names are spelt nearly so, [`lookalikes`] compares a company that is about to be added.

mod lookalikes;
mod mistakes;
mod paging;
mod rank;
mod rows;
mod similar;
mod spellings;
mod statement;
mod vocabulary;

pub use lookalikes::{Likeness, Lookalike, lookalikes};
pub use paging::At;
pub use spellings::Spellings;

use super::marks::Purpose;
use super::store::Summary;
use crate::db::Conn;
use crate::identifiers::business_id::BusinessId;
use crate::identifiers::{domain, phone};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use paging::Placed;
use rank::Words;
use serde::Serialize;
use similar::similar;

/// So many names of a text are looked at, unless more companies are asked for: who gets so much types on.
const MOST_NAMES: usize = 500;
/// The same for a handful of suggestions.
const MOST_NAMES_OF_A_FEW: usize = 150;
/// Who finds fewer may have mistyped.
const A_FEW: usize = 10;
/// The list is counted so far.
const MOST_COUNTED: i64 = 1_001;
/// What would be found is counted so far only: whoever asks has found nothing.
const MOST_COUNTED_AHEAD: i64 = 101;

/// What to look for. The default is the first page of the whole register.
#[derive(Clone, Debug, Default)]
pub struct Search {
    pub text: String,
    /// Where the company or one of its sites is, each of three digits; none for all.
    pub municipalities: Vec<String>,
    /// A section or division of TOL 2025; empty for all.
    pub industry: String,
    /// The number of the PRH/YTJ code list; empty for all.
    pub company_form: String,
    /// The code of a `SizeClass`; empty for all.
    pub size_class: String,
    /// The id of a tag that the companies have.
    pub tag: Option<i64>,
    /// The id of who is in charge of them.
    pub owner: Option<i64>,
    pub contact: Contacted,
    /// Only companies that no mark closes to this, on this day.
    pub open_to: Option<(Purpose, NaiveDate)>,
    /// Also companies that have ended or are bankrupt.
    pub ended: bool,
    pub at: At,
    /// How many hits at most.
    pub limit: usize,
}

/// When somebody, of whichever organisation, was in touch with the company. That it happened is known to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contacted {
    #[default]
    Ever,
    /// At this instant (UTC) or later.
    Since(NaiveDateTime),
    /// Not at this instant or later, perhaps before.
    NotSince(NaiveDateTime),
    Never,
}

/// A company that was found.
#[derive(Clone, Debug, Serialize)]
pub struct Hit {
    #[serde(flatten)]
    pub company: Summary,
    /// KONK, SANE, SELTILA or empty.
    pub situation: String,
    /// The name that was found, if it is not the one shown.
    pub matched_name: Option<String>,
    /// The company had that name earlier.
    pub matched_former: bool,
    #[serde(skip)]
    pub(super) place: String,
}

/// One page of hits, the cursors of its neighbours, and how many there are in all.
#[derive(Debug, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub count: i64,
    /// There are more than `count`.
    pub uncounted: bool,
    /// Not among the hits: their names are spelt nearly so.
    pub similar: Vec<Hit>,
}

/// The same; where it finds less than a handful, also names that are spelt nearly so.
pub fn forgiving(conn: &mut Conn, spellings: &Spellings, wanted: &Search) -> QueryResult<Found> {
    let mut found = search(conn, wanted)?;
    if wanted.at == At::First {
        found.similar = similar_but(conn, spellings, wanted, &found.hits)?;
    }
    Ok(found)
}

/// The first names that have the text, of living companies before those of ended ones, and those that are spelt nearly so:
/// for suggestions, which come at every keystroke. Where all can be looked at once, that is one search instead of two.
pub fn living_first(conn: &mut Conn, spellings: &Spellings, wanted: &Search) -> QueryResult<Found> {
    let all = Search { ended: true, ..wanted.clone() };
    let identified = by_identifier(conn, &all)?;
    let (hits, uncounted) = if identified.is_empty() { by_name(conn, &all)? } else { (identified, false) };
    let (mut hits, ended): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| hit.company.alive);
    if uncounted && hits.len() < wanted.limit {
        hits = by_name(conn, wanted)?.0;
    }
    hits.extend(ended);
    let similar = similar_but(conn, spellings, &all, &hits)?;
    hits.truncate(wanted.limit);
    Ok(Found { hits, similar, ..Found::default() })
}

/// Names that are spelt nearly so, as many as are missing to a handful.
fn similar_but(conn: &mut Conn, spellings: &Spellings, wanted: &Search, found: &[Hit]) -> QueryResult<Vec<Hit>> {
    let missing = A_FEW.min(wanted.limit).saturating_sub(found.len());
    if missing == 0 {
        return Ok(Vec::new());
    }
    let mut similar = similar(conn, spellings, wanted)?;
    similar.retain(|hit| found.iter().all(|known| known.company.id != hit.company.id));
    similar.truncate(missing);
    Ok(similar)
}

pub fn search(conn: &mut Conn, search: &Search) -> QueryResult<Found> {
    if search.text.trim().is_empty() {
        return everything(conn, search);
    }
    let identified = by_identifier(conn, search)?;
    let (hits, uncounted) = if identified.is_empty() { by_name(conn, search)? } else { (identified, false) };
    let count = hits.len() as i64;
    Ok(Found { count, uncounted, ..paging::cut(hits, &search.at, search.limit) })
}

/// The companies that have exactly this number, and those whose contact persons have it, in Finnish order.
pub fn with_number(conn: &mut Conn, e164: &str) -> QueryResult<Vec<Hit>> {
    let mut hits: Vec<Hit> = rows::with_phone(conn, e164)?.into_iter().map(|row| row.into_hit(None)).collect();
    hits.sort_by(Hit::in_place);
    Ok(hits)
}

/// How many companies the search would find; more than a hundred are told as `uncounted`, of a text more than a list counts.
pub fn count_ahead(conn: &mut Conn, wanted: &Search) -> QueryResult<Found> {
    if wanted.text.trim().is_empty() {
        return counted(conn, wanted, MOST_COUNTED_AHEAD);
    }
    let found = search(conn, &Search { at: At::First, limit: 0, ..wanted.clone() })?;
    Ok(Found { count: found.count, uncounted: found.uncounted, ..Found::default() })
}

fn everything(conn: &mut Conn, search: &Search) -> QueryResult<Found> {
    let rows = rows::in_order(conn, search)?;
    let hits: Vec<Hit> = rows.into_iter().map(|row| row.into_hit(None)).collect();
    let is_whole = search.at == At::First && hits.len() <= search.limit;
    let Found { count, uncounted, .. } =
        if is_whole { Found { count: hits.len() as i64, ..Found::default() } } else { counted(conn, search, MOST_COUNTED)? };
    Ok(Found { count, uncounted, ..paging::frame(hits, &search.at, search.limit) })
}

/// How many companies the filters leave.
fn counted(conn: &mut Conn, search: &Search, most: i64) -> QueryResult<Found> {
    let count = rows::count(conn, search, most)?;
    Ok(Found { count: count.min(most - 1), uncounted: count == most, ..Found::default() })
}

/// Eight bare digits may be a business id or a telephone number: both are looked up.
fn by_identifier(conn: &mut Conn, search: &Search) -> QueryResult<Vec<Hit>> {
    let mut found = Vec::new();
    let business_id = BusinessId::parse(&search.text).ok();
    let bare = search.text.trim().bytes().all(|byte| byte.is_ascii_digit());
    if let Some(id) = &business_id {
        found.extend(rows::with_business_id(conn, id.as_str())?);
    }
    if let Some(e164) = phone::e164_from_search(&search.text).filter(|_| business_id.is_none() || bare) {
        found.extend(rows::with_phone(conn, &e164)?);
    }
    if let Some(domain) = domain::from_search(&search.text) {
        found.extend(rows::with_domain(conn, &domain)?);
    }
    let mut hits: Vec<Hit> = found.into_iter().map(|row| row.into_hit(None)).collect();
    hits.sort_by(Hit::in_place);
    hits.dedup_by_key(|hit| hit.company.id);
    Ok(hits)
}

/// Names that begin with the text, then, if there is room, names that hold its words; the best name of each company counts.
fn by_name(conn: &mut Conn, search: &Search) -> QueryResult<(Vec<Hit>, bool)> {
    let words = Words::of(&search.text);
    if words.is_empty() {
        return Ok((Vec::new(), false));
    }
    let most = if (1..=A_FEW).contains(&search.limit) { MOST_NAMES_OF_A_FEW } else { MOST_NAMES.max(search.limit + 1) };
    let mut found = rows::names_beginning(conn, search, words.folded(), most)?;
    let mut uncounted = found.len() >= most;
    if !uncounted {
        let holding = rows::names_holding(conn, search, &words, most)?;
        uncounted = holding.len() >= most;
        found.extend(holding);
    }
    let mut hits: Vec<Hit> = found
        .into_iter()
        .filter_map(|row| {
            let rank = words.rank(&row.matched, &row.matched_fold, row.matched != row.name)?;
            Some(row.into_hit(Some(rank)))
        })
        .collect();
    hits.sort_by(|a, b| a.company.id.cmp(&b.company.id).then_with(|| a.place.cmp(&b.place)));
    hits.dedup_by_key(|hit| hit.company.id);
    hits.sort_by(Hit::in_place);
    Ok((hits, uncounted))
}
