//! Pages of hits in both directions. A page is named by the hit before or after it.

use super::{Found, Hit};
use crate::web::paging::Cursor;
use std::cmp::Ordering;

/// Where a page stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum At {
    #[default]
    First,
    After(Cursor),
    Before(Cursor),
}

impl At {
    /// From the parameters of an address; a broken cursor is the first page.
    pub fn of(after: &str, before: &str) -> Self {
        match (Cursor::decode(after), Cursor::decode(before)) {
            (Some(cursor), _) => Self::After(cursor),
            (None, Some(cursor)) => Self::Before(cursor),
            (None, None) => Self::First,
        }
    }
}

/// What has its place in the order of a list.
pub trait Placed {
    fn cursor(&self) -> Cursor;
    fn in_place(&self, other: &Self) -> Ordering;
}

impl Placed for Hit {
    fn cursor(&self) -> Cursor {
        Cursor { key: self.place.clone(), id: self.company.id }
    }

    fn in_place(&self, other: &Self) -> Ordering {
        (&self.place, self.company.id).cmp(&(&other.place, other.company.id))
    }
}

/// Cuts a page out of all hits, which are in order.
pub fn cut(hits: Vec<Hit>, at: &At, limit: usize) -> Found {
    let past = |hit: &Hit, cursor: &Cursor| (&hit.place, hit.company.id).cmp(&(&cursor.key, cursor.id));
    let mut rest: Vec<Hit> = match at {
        At::First => hits,
        At::After(cursor) => hits.into_iter().filter(|hit| past(hit, cursor).is_gt()).collect(),
        At::Before(cursor) => hits.into_iter().rev().filter(|hit| past(hit, cursor).is_lt()).collect(),
    };
    rest.truncate(limit + 1);
    frame(rest, at, limit)
}

/// Makes a page of up to `limit + 1` hits, read away from the cursor: the last one only tells that there is more.
pub fn frame(mut hits: Vec<Hit>, at: &At, limit: usize) -> Found {
    let more = hits.len() > limit;
    hits.truncate(limit);
    let backward = matches!(at, At::Before(_));
    if backward {
        hits.reverse();
    }
    let previous = if backward { more } else { *at != At::First };
    let cursor = |hit: Option<&Hit>| hit.map(|hit| hit.cursor().encode());
    Found {
        previous: cursor(hits.first().filter(|_| previous)),
        next: cursor(hits.last().filter(|_| backward || more)),
        hits,
        ..Found::default()
    }
}
