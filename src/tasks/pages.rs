//! The lists: one's own tasks, the team's, and one's own that are done.

use super::listed::{Group, Listed, groups, listed};
use super::listing::{own_done, own_open, reachable};
use super::{Holder, Reach, holders, store};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::paging::{Cursor, Pager, Slice, Tab};
use crate::web::{Choice, Page, Viewer};
use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum View {
    Own,
    /// Of the viewer's teams: their people and their queues.
    Team,
    Done,
}

impl View {
    const ALL: [Self; 3] = [Self::Own, Self::Team, Self::Done];

    fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Team => "team",
            Self::Done => "done",
        }
    }

    fn address(self) -> String {
        if self == Self::Own { "/tasks".to_owned() } else { format!("/tasks?view={}", self.code()) }
    }

    fn tab(self, lang: Lang, current: bool) -> Tab {
        Tab { href: self.address(), label: i18n::text(lang, &format!("task-view-{}", self.code())), current }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    view: String,
    /// A holder's code: only theirs.
    who: String,
    after: String,
    /// A task that was marked done just now.
    done: Option<i64>,
}

#[derive(Serialize)]
struct ListView {
    view: View,
    tabs: Vec<Tab>,
    groups: Vec<Group>,
    /// Whose tasks the team's list can show.
    holders: Vec<Choice>,
    who: String,
    /// The viewer has no team, and is no coordinator.
    is_alone: bool,
    undo: Option<Undo>,
    pager: Pager,
    /// This page without what was done on it.
    back: String,
}

/// The offer to take the last completion back.
#[derive(Debug, Serialize)]
pub struct Undo {
    pub id: i64,
    pub title: String,
}

/// The offer for the task that a page's address names as just done.
pub fn undo(conn: &mut Conn, viewer: &Viewer, done: Option<i64>) -> Result<Option<Undo>, Error> {
    let Some(id) = done else { return Ok(None) };
    Ok(store::done_title(conn, viewer, id)?.map(|title| Undo { id, title }))
}

pub async fn list(viewer: Viewer, page: Page, query: web::Query<ListQuery>) -> Result<HttpResponse, Error> {
    let query = query.into_inner();
    let view = View::ALL.into_iter().find(|view| view.code() == query.view).unwrap_or(View::Own);
    let who = Holder::from_code(&query.who).filter(|_| view == View::Team);
    let after = Cursor::decode(&query.after);
    let is_first = after.is_none();
    let (lang, today) = (page.lang(), page.app.today());
    let (slice, holders, is_alone, undo) = page
        .app
        .db
        .read(move |conn| {
            let reach = Reach::of(conn, &viewer)?;
            let Slice { rows, next } = match view {
                View::Own => own_open(conn, &viewer, after)?,
                View::Team => reachable(conn, &viewer, &reach, who, after)?,
                View::Done => own_done(conn, &viewer, after)?,
            };
            let slice = Slice { rows: listed(rows, &reach, today, lang), next };
            let is_alone = reach.team_ids.is_empty() && !reach.everything;
            let holders = if view == View::Team { in_reach(conn, &viewer, &reach, lang)? } else { Vec::new() };
            Ok((slice, holders, is_alone, undo(conn, &viewer, query.done)?))
        })
        .await?;
    let own = match who {
        Some(who) => format!("{}&who={}", view.address(), who.code()),
        None => view.address(),
    };
    let joint = if own.contains('?') { '&' } else { '?' };
    let view = ListView {
        view,
        tabs: View::ALL.map(|tab| tab.tab(lang, tab == view)).into(),
        pager: Pager {
            previous: (!is_first).then(|| own.clone()),
            next: slice.next.map(|next| format!("{own}{joint}after={next}")),
            shown: i18n::text_with(lang, "task-count", &i18n::Args::from([("count".into(), slice.rows.len().into())])),
        },
        groups: if view == View::Done { all_in_one(slice.rows) } else { groups(slice.rows) },
        holders,
        who: who.map(Holder::code).unwrap_or_default(),
        is_alone,
        undo,
        back: own,
    };
    page.render("tasks/list.html", &view)
}

fn in_reach(conn: &mut Conn, viewer: &Viewer, reach: &Reach, lang: Lang) -> QueryResult<Vec<Choice>> {
    let all = holders::holders(conn, viewer, reach)?;
    Ok(holders::choices(all.into_iter().filter(|(holder, _)| reach.covers(*holder)).collect(), viewer, lang))
}

/// Done tasks stand in the order in which they were done.
fn all_in_one(tasks: Vec<Listed>) -> Vec<Group> {
    let first = tasks.first().map(|task| task.when);
    first.map(|when| Group { when, tasks }).into_iter().collect()
}
