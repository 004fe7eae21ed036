//! The gate in front of every handler: who is asking (`gate`, around all), may they (`admit`, at each resource), and did the
//! request come from our own pages. What fails, here or behind, is answered with a page in words.

use super::{ADMINISTRATORS, LOGGERS, find, kept, navigation};
use crate::app::App;
use crate::config::Transport;
use crate::duplicates::forwards;
use crate::error::Error;
use crate::organisations::duty::today;
use crate::staff::pages::{cookie_name, sign_in_again};
use crate::staff::sessions;
use crate::web::page::{Frame, FrameDuty, Page};
use crate::web::typed::Typed;
use crate::web::viewer::{Role, Viewer};
use crate::web::{Choice, assets};
use crate::{callbacks, i18n, routes::Access, set_up};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;
use std::rc::Rc;

pub async fn gate(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let app = request.app_data::<web::Data<App>>().expect("the app is registered").clone();
    let Asking { viewer, waiting, elsewhere, set_up_missing, on_duty } = match signed_in(&app, &request).await {
        Ok(found) => found,
        Err(error) => return answer(request.into_parts().0, error.into()),
    };
    let mut frame = Frame::of(request.request(), viewer.as_ref());
    frame.demo = app.config.demo;
    if let Some(viewer) = &viewer {
        frame.nav = navigation::items(viewer, request.path(), waiting);
        if let Some(shown) = &mut frame.viewer {
            shown.elsewhere = Choice::of_rows(elsewhere);
        }
        frame.may_log_callback = LOGGERS.allows(viewer);
        frame.on_duty = on_duty;
        frame.set_up_missing = set_up_missing.filter(|_| request.path() != "/setup");
        // The set-up says it in its own words.
        if !request.path().starts_with("/setup") {
            frame.notices = notices(&app, viewer);
        }
    }
    if !request.method().is_safe() && !is_same_origin(&app, request.request()) {
        request.extensions_mut().insert(Rc::new(frame));
        return answer(request.into_parts().0, Error::Invalid("error-other-origin").into());
    }
    let typed = kept::take(&app, &mut request).await;
    if let Ok(Some(typed)) = &typed {
        typed.address().clone_into(&mut frame.form_page);
        request.extensions_mut().insert(Rc::new(typed.clone()));
    }
    request.extensions_mut().insert(Rc::new(frame));
    let typed = match typed {
        Ok(typed) => typed,
        Err(error) => return answer(request.into_parts().0, error),
    };
    // Someone else has signed in in this browser since the form was opened, or the organisation was switched: it would be
    // saved in the wrong name.
    if viewer.as_ref().zip(typed.as_ref()).is_some_and(|(viewer, typed)| viewer.membership_id != typed.author) {
        return answer(request.into_parts().0, Error::Conflict("error-other-person").into());
    }
    let is_signed_in = viewer.is_some();
    if let Some(viewer) = viewer {
        request.extensions_mut().insert(Rc::new(viewer));
    }
    let response = next.call(request).await?.map_into_boxed_body();
    if let Some(typed) = typed.filter(|_| is_signed_in) {
        kept::settle(&app, typed, response.status()).await;
    }
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if failed { in_words(response) } else { Ok(response) }
}

/// Stands at each resource itself, so that no spelling of an address leads past it.
pub async fn admit(
    path: &'static str,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let refusal = match find(request.method(), path) {
        None => None,
        Some(route) => refuse(route.access, request.extensions().get::<Rc<Viewer>>()),
    };
    match refusal {
        None => {
            let response = next.call(request).await?.map_into_boxed_body();
            if path.starts_with("/companies/{id}")
                && let Some(onward) = forwards::lead_on(response.request(), response.status()).await?
            {
                return Ok(response.into_response(onward));
            }
            Ok(response)
        }
        Some(Refusal::Forbidden) => Ok(request.error_response(Error::Forbidden)),
        Some(Refusal::SignIn) => {
            let answer = to_sign_in(request.request())?;
            Ok(request.into_response(answer))
        }
    }
}

enum Refusal {
    SignIn,
    Forbidden,
}

fn refuse(access: Access, viewer: Option<&Rc<Viewer>>) -> Option<Refusal> {
    match (access, viewer) {
        (Access::Anyone, _) => None,
        (_, None) => Some(Refusal::SignIn),
        (access, Some(viewer)) => (!access.allows(viewer)).then_some(Refusal::Forbidden),
    }
}

/// What is known of who asks.
#[derive(Default)]
struct Asking {
    viewer: Option<Viewer>,
    /// Call-backs in the queues of their teams, if they have teams.
    waiting: Option<i64>,
    /// The other organisations that they can act for.
    elsewhere: Vec<(i64, String)>,
    /// Steps of the set-up still to be done, for those who can do them; none when it is finished.
    set_up_missing: Option<usize>,
    /// Who is on duty today, for those who log or take call-backs.
    on_duty: Vec<FrameDuty>,
}

async fn signed_in(app: &web::Data<App>, request: &ServiceRequest) -> Result<Asking, Error> {
    // Style sheets and scripts are the same for all.
    if assets::is_there(request.path()) {
        return Ok(Asking::default());
    }
    let Some(cookie) = request.cookie(cookie_name(&app.config.base_url)) else { return Ok(Asking::default()) };
    let (now, today) = (app.now(), app.today());
    let token = cookie.value().to_owned();
    let known = app.clone();
    // What the script fetches again and again has no frame around it.
    let has_frame = !request.headers().contains_key("X-Fragment");
    app.db
        .read(move |conn| {
            let Some(viewer) = sessions::viewer(conn, &token, now)? else { return Ok(Asking::default()) };
            let teams = Some(viewer.team_ids.as_slice()).filter(|teams| !teams.is_empty());
            let waiting = teams.map(|teams| callbacks::store::waiting(conn, teams)).transpose()?;
            let missing = if has_frame && ADMINISTRATORS.allows(&viewer) { set_up::steps::missing(conn, &known)? } else { 0 };
            let elsewhere = if has_frame { sessions::elsewhere(conn, &viewer, today)? } else { Vec::new() };
            let on_duty = if has_frame && LOGGERS.allows(&viewer) { today::load(conn, &known, &viewer)? } else { Vec::new() };
            let set_up_missing = Some(missing).filter(|missing| *missing > 0);
            Ok(Asking { viewer: Some(viewer), waiting, elsewhere, set_up_missing, on_duty })
        })
        .await
}

/// Browsers say where a request comes from; one that says neither is refused.
fn is_same_origin(app: &App, request: &HttpRequest) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (header("Sec-Fetch-Site"), header("Origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == app.config.base_url,
        (None, None) => false,
    }
}

fn notices(app: &App, viewer: &Viewer) -> Vec<String> {
    let no_server = matches!(app.config.mail.transport, Transport::Folder(_)) && !app.config.demo;
    let administers = viewer.at_host && viewer.has(Role::Administrator);
    if no_server && administers { vec![i18n::text(viewer.lang, "notice-no-mail-server")] } else { Vec::new() }
}

/// After signing in one comes back, with what was typed; a fragment only learns that it must.
fn to_sign_in(request: &HttpRequest) -> Result<HttpResponse, Error> {
    if request.headers().contains_key("X-Fragment") {
        return Ok(HttpResponse::Unauthorized().finish());
    }
    if let Some(typed) = request.extensions().get::<Rc<Typed>>().cloned() {
        let page = Page::from_request(request, &mut actix_web::dev::Payload::None).into_inner()?;
        return sign_in_again(&page, &typed);
    }
    let location = match wanted_page(request).filter(|wanted| *wanted != "/") {
        Some(wanted) => {
            let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", wanted).finish();
            format!("/login?{query}")
        }
        None => "/login".to_owned(),
    };
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish())
}

/// The page that was asked for, or the one with the button that was pressed.
fn wanted_page(request: &HttpRequest) -> Option<&str> {
    if request.method().is_safe() {
        return request.uri().path_and_query().map(|wanted| wanted.as_str());
    }
    let app = request.app_data::<web::Data<App>>()?;
    request.headers().get(header::REFERER)?.to_str().ok()?.strip_prefix(&app.config.base_url)
}

fn answer(request: HttpRequest, error: actix_web::Error) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    in_words(ServiceResponse::from_err(error, request))
}

#[derive(Serialize)]
struct ErrorView {
    status: u16,
    title: String,
    text: String,
}

/// Gives an error that is still a bare status its page, unless it has one.
fn in_words(response: ServiceResponse<BoxBody>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || response.headers().contains_key(header::ETAG) {
        return Ok(response);
    }
    let status = response.status();
    let own = response.response().error().and_then(|error| error.as_error::<Error>()).map(Error::message_key);
    let key = own.unwrap_or(match status {
        StatusCode::NOT_FOUND => "error-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "error-method",
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        status if status.is_server_error() => "error-internal",
        _ => "error-bad-request",
    });
    let (request, old) = response.into_parts();
    let page = Page::from_request(&request, &mut actix_web::dev::Payload::None).into_inner()?;
    let view =
        ErrorView { status: status.as_u16(), title: i18n::text(page.lang(), &format!("{key}-title")), text: i18n::text(page.lang(), key) };
    let drawn = page.render_with(status, "error.html", &view)?;
    Ok(ServiceResponse::new(request, carry_error(old, drawn)))
}

/// The log line of an internal error is written outside of here, so the cause goes along.
fn carry_error(old: HttpResponse, drawn: HttpResponse) -> HttpResponse {
    if let Some(error) = old.error().filter(|_| old.status().is_server_error()) {
        tracing::error!(%error, "internal error");
    }
    drawn
}
