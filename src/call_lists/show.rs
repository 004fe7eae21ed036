//! The page of a list: what came of it, and its companies.

use super::results::{self, Results};
use super::store::{self, CallList};
use super::turns::{ENTRIES, callable, instant, is_left};
use super::{TAKEN_FOR, address};
use crate::companies::views::municipality;
use crate::contacts::first::FIRST_IN_SQL;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::routes::WORKERS;
use crate::schema::topics;
use crate::web::paging::{Cursor, PAGE_SIZE, Pager, Slice, slice};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct ShowView {
    list: CallList,
    topic: Option<String>,
    callers: Vec<String>,
    is_caller: bool,
    may_work: bool,
    /// Left out when companies were put on the list.
    left_out: i32,
    results: Results,
    companies: Vec<CompanyView>,
    pager: Pager,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    company_id: i64,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    municipality: String,
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = Nullable<Timestamp>)]
    call_again_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    called_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Text)]
    caller: String,
    #[diesel(sql_type = Text)]
    taken_by: String,
    #[diesel(sql_type = Bool)]
    remains: bool,
    #[diesel(sql_type = Bool)]
    callable: bool,
    #[diesel(sql_type = Bool)]
    is_first: bool,
}

/// A company of the list.
#[derive(Serialize)]
struct CompanyView {
    id: i64,
    company_id: i64,
    name: String,
    municipality: String,
    /// The code of an `Outcome`; empty before the first call.
    outcome: String,
    /// When to call again, if that is still to be done.
    again_at: Option<NaiveDateTime>,
    called_at: Option<NaiveDateTime>,
    caller: String,
    /// Who calls it just now.
    taken_by: String,
    /// It is left, but nobody may call it.
    closed: bool,
    /// The last call was the first contact ever.
    is_first: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    after: String,
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let (id, now, lang) = (*id, page.app.now(), page.lang());
    let after = Cursor::decode(&asked.after);
    let is_continued = after.is_some();
    let may_work = WORKERS.allows(&viewer);
    let load = move |conn: &mut Conn| {
        let list = store::find(conn, &viewer, id)?;
        let callers = store::callers(conn, id)?;
        let Slice { rows, next } = companies(conn, &list, after, now)?;
        let results = results::of(conn, &list, now)?;
        let topic = topics::table.find(list.topic_id.unwrap_or_default()).select(topics::name).first(conn).optional()?;
        Ok(ShowView {
            topic,
            is_caller: callers.iter().any(|caller| caller.0 == viewer.staff_id),
            callers: callers.into_iter().map(|caller| caller.1).collect(),
            may_work,
            left_out: list.out_do_not_contact + list.out_no_marketing + list.out_ended,
            companies: rows.into_iter().map(|row| view(row, now, lang)).collect(),
            pager: Pager {
                previous: is_continued.then(|| format!("{}#companies", address(id))),
                next: next.map(|next| format!("{}?after={next}#companies", address(id))),
                shown: i18n::text_with(lang, "company-count", &Args::from([("count".into(), results.total.into())])),
            },
            results,
            list,
        })
    };
    let view = page.app.db.read(load).await?;
    page.render("call_lists/show.html", &view)
}

/// A page of them, in the order in which they stand on the list.
fn companies(conn: &mut Conn, list: &CallList, after: Option<Cursor>, now: NaiveDateTime) -> QueryResult<Slice<Row>> {
    let sql = format!(
        "SELECT r.*, coalesce(s.name, '') AS caller, coalesce(o.name, '') AS taken_by, \
         EXISTS (SELECT 1 FROM contacts t WHERE t.id = r.contact_id AND {FIRST_IN_SQL}) AS is_first FROM \
         (SELECT e.id, e.company_id, c.name, c.municipality, coalesce(k.outcome, '') AS outcome, k.call_again_at, k.called_at, \
         k.contact_id, k.staff_id, CASE WHEN e.taken_at >= {} THEN e.taken_by END AS taker_id, {} AS remains, {} AS callable \
         {ENTRIES} AND e.id > $2 ORDER BY e.id LIMIT {}) r \
         LEFT JOIN staff s ON s.id = r.staff_id LEFT JOIN staff o ON o.id = r.taker_id ORDER BY r.id",
        instant(now - TAKEN_FOR),
        is_left(),
        callable(list, now),
        PAGE_SIZE + 1,
    );
    let after = after.map_or(0, |cursor| cursor.id);
    let rows: Vec<Row> = sql_query(sql).bind::<BigInt, _>(list.id).bind::<BigInt, _>(after).load(conn)?;
    Ok(slice(rows, |row| Cursor { key: String::new(), id: row.id }))
}

fn view(row: Row, now: NaiveDateTime, lang: Lang) -> CompanyView {
    CompanyView {
        id: row.id,
        company_id: row.company_id,
        name: row.name,
        municipality: municipality(&row.municipality, lang).to_owned(),
        again_at: row.call_again_at.filter(|at| row.remains && *at > now),
        outcome: row.outcome,
        called_at: row.called_at,
        caller: row.caller,
        taken_by: row.taken_by,
        closed: row.remains && !row.callable,
        is_first: row.is_first,
    }
}
