//! The pages behind an answer link, `/a/{token}`.

use super::form::AnswerForm;
use super::links::{self, Link, Standing};
use super::view::{ClosedView, Question, QuestionView};
use crate::app::App;
use crate::callbacks::{self, partner};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::{Errors, FormView, Page};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};

/// Robots are kept off what only its recipient may find.
const NO_INDEX: (header::HeaderName, &str) = (header::HeaderName::from_static("x-robots-tag"), "noindex, nofollow");

/// What a link leads to.
enum Found {
    Open(Box<Question>),
    Closed(Box<ClosedView>),
}

fn look_up(conn: &mut Conn, token: &str, (now, lang): (chrono::NaiveDateTime, Lang)) -> Result<Found, Error> {
    let Some(link) = links::find(conn, token, now)? else {
        return Ok(Found::Closed(Box::new(ClosedView { reason: "unknown", ..ClosedView::default() })));
    };
    let reason = match link.standing {
        Standing::Live => return Ok(Found::Open(Box::new(Question::load(conn, link, (now, lang))?))),
        Standing::Answered => "answered",
        Standing::Expired => "expired",
        Standing::Withdrawn => "withdrawn",
    };
    Ok(Found::Closed(Box::new(ClosedView::load(conn, link, reason, now)?)))
}

async fn find(page: &Page, token: &str) -> Result<Found, Error> {
    let (token, at) = (token.to_owned(), (page.app.now(), page.lang()));
    page.app.db.read(move |conn| look_up(conn, &token, at)).await
}

/// Shows the question and changes nothing, however often: mail scanners follow links.
pub async fn show(page: Page, token: web::Path<String>) -> Result<HttpResponse, Error> {
    draw(&page, &token, find(&page, &token).await?, (StatusCode::OK, FormView::fresh(&AnswerForm::default())))
}

fn draw(page: &Page, token: &str, found: Found, (status, form): (StatusCode, FormView)) -> Result<HttpResponse, Error> {
    let mut response = match found {
        Found::Open(question) => {
            let answers = question.answers(page.lang());
            let view = QuestionView { form, action: format!("/a/{token}"), question: *question, answers };
            page.render_with(status, "answers/question.html", &view)
        }
        Found::Closed(view) => {
            let status = match view.reason {
                "unknown" => StatusCode::NOT_FOUND,
                "answered" => StatusCode::OK,
                _ => StatusCode::GONE,
            };
            page.render_with(status, "answers/closed.html", &*view)
        }
    }?;
    let (name, value) = NO_INDEX;
    response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    Ok(response)
}

/// Takes the answer, once: a link that takes none any more says so.
pub async fn create(page: Page, token: web::Path<String>, form: web::Form<AnswerForm>) -> Result<HttpResponse, Error> {
    let (token, form) = (token.into_inner(), form.into_inner());
    let (answer, note) = match form.typed(page.app.today()) {
        Ok(typed) => typed,
        Err(errors) => return again(&page, &token, &form, &errors).await,
    };
    let (app, given) = (page.app.clone(), token.clone());
    let taken = page.app.db.write(move |conn| take(conn, &app, &given, (answer, &note))).await;
    match taken {
        Ok(true) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&format!("/a/{token}"), None))
        }
        Ok(false) => draw(&page, &token, find(&page, &token).await?, (StatusCode::OK, FormView::fresh(&form))),
        Err(Error::Conflict(key)) => again(&page, &token, &form, &Errors::one("answer", key)).await,
        Err(error) => Err(error),
    }
}

/// False if the link takes no answer, or not any more: another was quicker.
fn take(conn: &mut Conn, app: &App, token: &str, (answer, note): (partner::Answer, &str)) -> Result<bool, Error> {
    let Some(Link { callback_id, team_id, .. }) = links::find(conn, token, app.now())? else { return Ok(false) };
    callbacks::store::hold_open(conn, callback_id)?;
    let live = links::find(conn, token, app.now())?.is_some_and(|link| link.standing == Standing::Live);
    if live {
        partner::answer(conn, app, (callback_id, team_id), answer, note)?;
    }
    Ok(live)
}

async fn again(page: &Page, token: &str, form: &AnswerForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let shown = FormView::refused(form, errors, page.lang(), "");
    draw(page, token, find(page, token).await?, (StatusCode::UNPROCESSABLE_ENTITY, shown))
}
