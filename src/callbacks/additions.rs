//! What others add to an open call-back. Their author hears of the ending too, but doesn't see the call-back by it.

use super::form::AdditionForm;
use super::store::{self, Callback};
use crate::db::Conn;
use crate::error::Error;
use crate::identifiers::phone;
use crate::schema::{callback_additions, organisations, staff};
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

#[derive(Queryable, Serialize)]
pub struct Row {
    pub note: String,
    pub by: String,
    pub organisation: String,
    pub added_at: NaiveDateTime,
}

pub fn of_callback(conn: &mut Conn, id: i64) -> QueryResult<Vec<Row>> {
    callback_additions::table
        .inner_join(staff::table)
        .inner_join(organisations::table)
        .filter(callback_additions::callback_id.eq(id))
        .order(callback_additions::id)
        .select((callback_additions::note, staff::name, organisations::name, callback_additions::added_at))
        .load(conn)
}

pub fn add(conn: &mut Conn, viewer: &Viewer, id: i64, note: &str, now: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(callback_additions::table)
        .values((
            callback_additions::callback_id.eq(id),
            callback_additions::staff_id.eq(viewer.staff_id),
            callback_additions::organisation_id.eq(viewer.organisation_id),
            callback_additions::note.eq(note),
            callback_additions::added_at.eq(now),
        ))
        .execute(conn)?;
    crate::audit::by(conn, viewer, now, "add", "callbacks", id)
}

#[derive(Serialize)]
struct AdditionView {
    id: i64,
    company: String,
    topic: String,
    form: FormView,
}

/// The form for someone who met an open call-back while logging a new one.
pub async fn new(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Query<AdditionForm>) -> Result<HttpResponse, Error> {
    let shown = page.form(&*form).await?;
    let view = view(viewer, &page, id.into_inner(), form.into_inner(), shown).await?;
    page.render("callbacks/addition.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<AdditionForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (id.into_inner(), form.into_inner(), page.app.now());
    let note = match form.parse(page.app.today()) {
        Ok(note) => note,
        Err(errors) => return refuse(viewer, page, id, form, errors).await,
    };
    let (author, met_by) = (viewer.clone(), form.clone());
    let made = page
        .app
        .db
        .write(move |conn| {
            once(conn, &met_by.once, author.staff_id, now, |conn| {
                met(conn, &author, id, &met_by)?;
                if !store::hold_open(conn, id)? {
                    return Err(Error::Conflict("error-callback-closed"));
                }
                add(conn, &author, id, &note, now)?;
                let seen = store::is_visible(conn, &author, id)?;
                Ok(if seen { format!("/callbacks/{id}") } else { "/callbacks?view=mine".to_owned() })
            })
        })
        .await;
    match made {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-callback-addition")))),
        Err(Error::Conflict(key)) => refuse(viewer, page, id, form, Errors::one("note", key)).await,
        Err(error) => Err(error),
    }
}

async fn refuse(viewer: Viewer, page: Page, id: i64, form: AdditionForm, errors: Errors) -> Result<HttpResponse, Error> {
    let shown = FormView::refused(&form, &errors, page.lang(), &form.once);
    let view = view(viewer, &page, id, form, shown).await?;
    page.render_refused("callbacks/addition.html", &view)
}

/// Company and topic only: the author needn't see the call-back.
async fn view(viewer: Viewer, page: &Page, id: i64, form: AdditionForm, shown: FormView) -> Result<AdditionView, Error> {
    let named = page.app.db.read(move |conn| {
        let (callback, is_visible) = met(conn, &viewer, id, &form)?;
        let named = store::named(conn, vec![callback])?.remove(0);
        Ok((named.company_told(is_visible), named.topic))
    });
    let (company, topic) = named.await?;
    Ok(AdditionView { id, company, topic, form: shown })
}

/// The viewer sees the call-back, which is told too, or met it by its company or number; by its id alone nobody does.
fn met(conn: &mut Conn, viewer: &Viewer, id: i64, form: &AdditionForm) -> Result<(Callback, bool), Error> {
    if let Some(callback) = store::find_visible(conn, viewer, id).optional()? {
        return Ok((callback, true));
    }
    let number = phone::parse(&form.caller_phone).ok().map(|phone| phone.e164);
    let matches = store::open_matches(conn, form.company_id.trim().parse().ok(), number.as_deref())?;
    let callback = matches.into_iter().find(|callback| callback.id == id).ok_or(Error::NotFound)?;
    Ok((callback, false))
}
