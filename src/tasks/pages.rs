//! The lists: one's own tasks, the team's, and one's own that are done.

use super::batches::form::BatchForm;
use super::listed::{Group, Listed, groups, listed, with_all};
use super::listing::{own_done, own_open, reachable};
use super::{Holder, Reach, holders, snooze, store};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::settings;
use crate::web::paging::{Cursor, Pager, Slice, Tab};
use crate::web::{Choice, Errors, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
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
    /// `yes`: every task of the page is chosen.
    all: String,
}

impl ListQuery {
    /// What stands behind the `?` of an address; what is unreadable is left out.
    pub(super) fn read(query: &str) -> Self {
        web::Query::<Self>::from_query(query).map(web::Query::into_inner).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct ListView {
    view: View,
    tabs: Vec<Tab>,
    groups: Vec<Group>,
    /// Whose tasks the team's list can show.
    owners: Vec<Choice>,
    who: String,
    /// The viewer has no team, and is no coordinator.
    is_alone: bool,
    undo: Option<Undo>,
    pager: Pager,
    /// This page without what was done on it.
    back: String,
    /// The same with every task chosen.
    all: String,
    is_all: bool,
    chosen: Vec<i64>,
    bulk_form: FormView,
    /// Who can be given a task.
    holders: Vec<Choice>,
    snoozes: Vec<Choice>,
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
    let fresh = FormView::fresh(&BatchForm::default());
    render(viewer, page, query.into_inner(), Choosing { form: fresh, chosen: Vec::new() }, StatusCode::OK).await
}

/// The list again, since what was asked for several tasks at once must be mended.
pub(super) async fn again(viewer: Viewer, page: Page, sent: BatchForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(&sent, errors, page.lang(), &sent.once);
    render(viewer, page, sent.list(), Choosing { form, chosen: sent.tasks }, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What is chosen of the list, and for what.
struct Choosing {
    form: FormView,
    chosen: Vec<i64>,
}

async fn render(viewer: Viewer, page: Page, query: ListQuery, choosing: Choosing, status: StatusCode) -> Result<HttpResponse, Error> {
    let view = View::ALL.into_iter().find(|view| view.code() == query.view).unwrap_or(View::Own);
    let who = Holder::from_code(&query.who).filter(|_| view == View::Team);
    let after = Cursor::decode(&query.after);
    let (lang, now) = (page.lang(), page.app.now());
    let asked = Asked { view, who, after, lang, now };
    let found = page.app.db.read(move |conn| asked.load(conn, &viewer, query.done)).await?;
    let own = match who {
        Some(who) => format!("{}&who={}", view.address(), who.code()),
        None => view.address(),
    };
    let joint = if own.contains('?') { '&' } else { '?' };
    let here = if query.after.is_empty() { own.clone() } else { format!("{own}{joint}after={}", query.after) };
    let all = format!("{here}{}all=yes", if here.contains('?') { '&' } else { '?' });
    let rows = found.slice.rows;
    let chosen =
        if query.all == "yes" { rows.iter().filter(|task| task.in_reach).map(|task| task.row.id).collect() } else { choosing.chosen };
    let view = ListView {
        view,
        tabs: View::ALL.map(|tab| tab.tab(lang, tab == view)).into(),
        pager: Pager {
            previous: (!query.after.is_empty()).then(|| own.clone()),
            next: found.slice.next.map(|next| format!("{own}{joint}after={next}")),
            shown: i18n::text_with(lang, "task-count", &i18n::Args::from([("count".into(), rows.len().into())])),
        },
        groups: if view == View::Done { all_in_one(rows) } else { groups(rows) },
        owners: found.owners,
        who: who.map(Holder::code).unwrap_or_default(),
        is_alone: found.is_alone,
        undo: found.undo,
        back: here,
        all,
        is_all: query.all == "yes",
        chosen,
        bulk_form: choosing.form,
        holders: found.holders,
        snoozes: found.snoozes,
    };
    page.render_with(status, "tasks/list.html", &view)
}

/// Which list is asked for, by whom and when.
struct Asked {
    view: View,
    who: Option<Holder>,
    after: Option<Cursor>,
    lang: Lang,
    now: NaiveDateTime,
}

/// What the database has for it.
struct Found {
    slice: Slice<Listed>,
    owners: Vec<Choice>,
    holders: Vec<Choice>,
    snoozes: Vec<Choice>,
    is_alone: bool,
    undo: Option<Undo>,
}

impl Asked {
    fn load(self, conn: &mut Conn, viewer: &Viewer, done: Option<i64>) -> Result<Found, Error> {
        let (lang, today) = (self.lang, i18n::helsinki(self.now).date_naive());
        let reach = Reach::of(conn, viewer)?;
        let Slice { rows, next } = match self.view {
            View::Own => own_open(conn, viewer, self.after)?,
            View::Team => reachable(conn, viewer, &reach, self.who, self.after)?,
            View::Done => own_done(conn, viewer, self.after)?,
        };
        let all = holders::holders(conn, viewer, &reach)?;
        let near = all.iter().filter(|(holder, _)| reach.covers(*holder)).cloned().collect();
        Ok(Found {
            slice: Slice { rows: with_all(conn, listed(rows, &reach, today, lang), today, lang)?, next },
            owners: holders::choices(near, viewer, lang),
            holders: holders::choices(all, viewer, lang),
            snoozes: snooze::choices(lang, self.now, settings::load(conn)?.sending),
            is_alone: reach.team_ids.is_empty() && !reach.everything,
            undo: undo(conn, viewer, done)?,
        })
    }
}

/// Done tasks stand in the order in which they were done.
fn all_in_one(tasks: Vec<Listed>) -> Vec<Group> {
    let first = tasks.first().map(|task| task.when);
    first.map(|when| Group { when, tasks }).into_iter().collect()
}
