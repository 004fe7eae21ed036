//! Where a question stands in the list, and whether it is asked at all.

use super::pages::LIST;
use super::store;
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::web::order::Shift;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};

pub async fn shift(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<Shift>) -> Result<HttpResponse, Error> {
    let direction = form.direction()?;
    let (id, now) = (*id, page.app.now());
    let shift = move |conn: &mut Conn| {
        hold_off_writers(conn, "need_questions")?;
        store::shift(conn, id, direction)?;
        Ok(audit::by(conn, &viewer, now, "move", "need_questions", id)?)
    };
    page.app.db.write(shift).await?;
    Ok(page.redirect(LIST, None))
}

pub async fn end(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, today) = (*id, page.app.now(), page.app.today());
    let end = move |conn: &mut Conn| {
        store::find(conn, id)?;
        if store::end(conn, id, today)? {
            audit::by(conn, &viewer, now, "end", "need_questions", id)?;
        }
        Ok(())
    };
    page.app.db.write(end).await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-need-ended"))))
}

pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let open = move |conn: &mut Conn| {
        store::find(conn, id)?;
        if store::reopen(conn, id)? {
            audit::by(conn, &viewer, now, "reopen", "need_questions", id)?;
        }
        Ok(())
    };
    page.app.db.write(open).await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-need-reopened"))))
}
