//! The list of call-backs: what waits, what is in hand, what I asked for, what has ended. It updates by itself.

use super::State;
use super::store::{self, Callback, Named};
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::schema::{callback_additions, callbacks};
use crate::web::paging::{self, Cursor, PAGE_SIZE, Pager, Tab};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum View {
    /// In the queues of the viewer's teams; without a team, in all queues that the viewer sees.
    Queue,
    Taken,
    /// Logged by the viewer.
    Mine,
    Closed,
}

impl View {
    const ALL: [Self; 4] = [Self::Queue, Self::Taken, Self::Mine, Self::Closed];

    fn code(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Taken => "taken",
            Self::Mine => "mine",
            Self::Closed => "closed",
        }
    }

    fn tab(self, lang: Lang, current: bool) -> Tab {
        let code = self.code();
        Tab { href: format!("/callbacks?view={code}"), label: i18n::text(lang, &format!("callback-view-{code}")), current }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    view: String,
    after: String,
}

#[derive(Serialize)]
struct ListView {
    view: View,
    tabs: Vec<Tab>,
    rows: Vec<Named>,
    /// Company, topic and state of call-backs that the viewer added to.
    added: Vec<Named>,
    now: NaiveDateTime,
    pager: Pager,
    live: String,
}

pub async fn list(viewer: Viewer, page: Page, query: web::Query<ListQuery>) -> Result<HttpResponse, Error> {
    let query = query.into_inner();
    let works = !viewer.team_ids.is_empty() || viewer.at_host && viewer.has(crate::web::Role::Coordinator);
    let usual = if works { View::Queue } else { View::Mine };
    let view = View::ALL.into_iter().find(|view| view.code() == query.view).unwrap_or(usual);
    let after = Cursor::decode(&query.after);
    let first = after.is_none();
    let now = page.app.now();
    let (slice, added) = page
        .app
        .db
        .read(move |conn| {
            let found = load(conn, &viewer, view, after)?;
            let slice = paging::slice(found, |row| cursor(view, row));
            let added = if view == View::Mine { additions(conn, &viewer)? } else { Vec::new() };
            Ok((paging::Slice { rows: store::named(conn, slice.rows)?, next: slice.next }, added))
        })
        .await?;
    let own_address = |after: &str| format!("/callbacks?view={}{after}", view.code());
    let list = ListView {
        view,
        tabs: View::ALL.map(|tab| tab.tab(page.lang(), tab == view)).into(),
        pager: Pager {
            previous: (!first).then(|| own_address("")),
            next: slice.next.map(|next| own_address(&format!("&after={next}"))),
            shown: String::new(),
        },
        live: own_address(&if first { String::new() } else { format!("&after={}", query.after) }),
        rows: slice.rows,
        added,
        now,
    };
    if page.is_fragment() {
        return page.render_fragment("callbacks/queue.html", "list", &list);
    }
    page.render("callbacks/queue.html", &list)
}

/// What nobody took in time first, then urgent ones, then by due time; ended and asked-for ones by age, newest first.
fn load(conn: &mut Conn, viewer: &Viewer, view: View, after: Option<Cursor>) -> QueryResult<Vec<Callback>> {
    let mut query = callbacks::table.filter(super::visible_to(viewer)).select(Callback::as_select()).into_boxed();
    query = match view {
        View::Queue => query.filter(callbacks::state.eq(State::New.code())),
        View::Taken => query.filter(callbacks::state.eq(State::Taken.code())),
        View::Mine => query.filter(callbacks::logged_by.eq(viewer.staff_id)),
        View::Closed => query.filter(callbacks::state.eq(State::Closed.code())),
    };
    if matches!(view, View::Queue | View::Taken) {
        query = match view {
            _ if viewer.team_ids.is_empty() => query,
            View::Queue => query.filter(super::visibility::waits_for(&viewer.team_ids)),
            _ => query.filter(callbacks::team_id.among(viewer.team_ids.clone())),
        };
        if let Some(Place { late, urgent, due_at, id }) = after.and_then(|cursor| Place::of(&cursor)) {
            let later_due = callbacks::due_at.gt(due_at).or(callbacks::due_at.eq(due_at).and(callbacks::id.gt(id)));
            let less_urgent = callbacks::urgent.lt(urgent).or(callbacks::urgent.eq(urgent).and(later_due));
            query = query.filter(callbacks::late.lt(late).or(callbacks::late.eq(late).and(less_urgent)));
        }
        query = query.order((callbacks::late.desc(), callbacks::urgent.desc(), callbacks::due_at, callbacks::id));
    } else {
        if let Some(cursor) = after {
            query = query.filter(callbacks::id.lt(cursor.id));
        }
        query = query.order(callbacks::id.desc());
    }
    query.limit(PAGE_SIZE as i64 + 1).load(conn)
}

fn cursor(view: View, row: &Callback) -> Cursor {
    let key = match view {
        View::Queue | View::Taken => format!("{}{} {}", u8::from(row.late), u8::from(row.urgent), row.due_at.format("%Y-%m-%dT%H:%M:%S")),
        View::Mine | View::Closed => String::new(),
    };
    Cursor { key, id: row.id }
}

/// A row's place in a queue.
struct Place {
    late: bool,
    urgent: bool,
    due_at: NaiveDateTime,
    id: i64,
}

impl Place {
    fn of(cursor: &Cursor) -> Option<Self> {
        let (marks, due) = cursor.key.split_once(' ')?;
        let due_at = Cursor { key: due.to_owned(), id: cursor.id }.instant()?;
        Some(Self { late: marks.starts_with('1'), urgent: marks.ends_with('1'), due_at, id: cursor.id })
    }
}

fn additions(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Named>> {
    let ids = callback_additions::table.filter(callback_additions::staff_id.eq(viewer.staff_id)).select(callback_additions::callback_id);
    let rows = callbacks::table
        .filter(callbacks::id.eq_any(ids))
        .filter(callbacks::logged_by.ne(viewer.staff_id))
        .order(callbacks::id.desc())
        .limit(20)
        .select(Callback::as_select())
        .load(conn)?;
    store::named(conn, rows)
}
