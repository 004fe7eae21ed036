//! The mail page: what waits, what was refused and what was sent. For the host's administrators. What a mail says is shown
//! in the demo only: elsewhere it is between its sender and its recipient.

use super::listing::{self, COUNT_LIMIT, Details, Row};
use super::outbox::{self, State};
use super::{health, health::Trouble};
use crate::audit;
use crate::error::Error;
use crate::i18n::{self, Args};
use crate::web::paging::{Cursor, Pager, Tab};
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    state: String,
    #[serde(default)]
    after: String,
}

#[derive(Serialize)]
struct ListView {
    state: &'static str,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    pager: Pager,
    trouble: Option<Trouble>,
}

#[derive(Serialize)]
struct ShowView {
    mail: Details,
    /// In the demo only.
    body: Option<String>,
}

pub async fn list(page: Page, query: web::Query<ListQuery>) -> Result<HttpResponse, Error> {
    let state = State::from_code(&query.state).unwrap_or(State::Waiting);
    let after = Cursor::decode(&query.after);
    let first_page = after.is_none();
    let (slice, counts, trouble) = page
        .app
        .db
        .read(move |conn| {
            let mut counts = Vec::new();
            for state in State::ALL {
                counts.push((state, listing::count(conn, state)?));
            }
            Ok((listing::page(conn, state, after.as_ref())?, counts, health::trouble(conn)?))
        })
        .await?;
    let address = address_of(state);
    let pager = Pager {
        previous: (!first_page).then(|| address.clone()),
        next: slice.next.map(|after| format!("{address}&after={after}")),
        shown: text_with_count(&page, "mails-shown", slice.rows.len() as i64),
    };
    let tabs = counts.into_iter().map(|(of, count)| tab(&page, of, count, state)).collect();
    page.render("mail_page/list.html", &ListView { state: state.code(), tabs, rows: slice.rows, pager, trouble })
}

fn tab(page: &Page, of: State, count: i64, current: State) -> Tab {
    let number = if count > COUNT_LIMIT { format!("{COUNT_LIMIT}+") } else { count.to_string() };
    let label = format!("{} ({number})", i18n::text(page.lang(), &format!("mails-tab-{}", of.code())));
    Tab { href: address_of(of), label, current: of == current }
}

fn address_of(state: State) -> String {
    format!("/admin/mails?state={}", state.code())
}

fn text_with_count(page: &Page, key: &str, count: i64) -> String {
    i18n::text_with(page.lang(), key, &Args::from([("count".into(), count.into())]))
}

pub async fn show(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, demo) = (*id, page.app.config.demo);
    let view = page
        .app
        .db
        .read(move |conn| {
            let mail = listing::details(conn, id)?.ok_or(Error::NotFound)?;
            let body = if demo { Some(listing::body(conn, id)?) } else { None };
            Ok(ShowView { mail, body })
        })
        .await?;
    page.render("mail_page/show.html", &view)
}

/// "Send again" of a mail that failed.
pub async fn try_again(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let changed = page
        .app
        .db
        .write(move |conn| {
            listing::details(conn, id)?.ok_or(Error::NotFound)?;
            let changed = outbox::try_again(conn, id, now)?;
            if changed {
                audit::by(conn, &viewer, now, "try_again", "mails", id)?;
            }
            Ok(changed)
        })
        .await?;
    if !changed {
        return Ok(page.redirect(&address_of(State::Failed), Some(Flash::warning("flash-mail-not-failed"))));
    }
    page.app.mail.notify_one();
    Ok(page.redirect(&address_of(State::Failed), Some(Flash::success("flash-mail-tried-again"))))
}
