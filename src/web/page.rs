//! A page in the making: the frame that all pages share (language, viewer, navigation, messages) and how it is answered.

use super::choice::Choice;
use super::drafts;
use super::flash::{self, Flash};
use super::form_view::FormView;
use super::viewer::Viewer;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{self, Lang};
use actix_web::cookie::{Cookie, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;
use std::future::{Ready, ready};
use std::rc::Rc;
use std::sync::Arc;
use tera::Context;

/// What the layout shows around every page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Frame {
    #[serde(rename = "lang", serialize_with = "lang_code")]
    pub lang: Lang,
    pub path: String,
    /// Path and query of the page that a form on it stands on; when a sent form is shown again, of the page it came from.
    pub form_page: String,
    pub viewer: Option<FrameViewer>,
    pub nav: Vec<NavItem>,
    pub flash: Option<FrameFlash>,
    pub notices: Vec<String>,
    /// How many steps of the set-up are still to be done, where the notice of that is shown.
    pub set_up_missing: Option<usize>,
    pub may_log_callback: bool,
    /// Who is on duty today, for those who log or take call-backs.
    pub on_duty: Vec<FrameDuty>,
    pub callback_shortcut_href: String,
    pub demo: bool,
    #[serde(skip)]
    pub fragment: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct FrameViewer {
    /// Of the membership.
    pub id: i64,
    pub name: String,
    pub organisation: String,
    /// The other organisations that the person can act for.
    pub elsewhere: Vec<Choice>,
    pub language: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    pub href: &'static str,
    pub label: String,
    pub current: bool,
    pub count: Option<i64>,
}

/// A team, and who is on duty for it today.
#[derive(Clone, Debug, Serialize)]
pub struct FrameDuty {
    pub team: String,
    /// None means the whole team.
    pub person: Option<String>,
    pub is_viewer: bool,
    pub phone: Option<FramePhone>,
    /// Open until when, or when it opens, in words.
    pub hours: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FramePhone {
    pub number: String,
    /// For the `tel:` link.
    pub href: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FrameFlash {
    pub kind: flash::Kind,
    pub text: String,
}

fn lang_code<S: serde::Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(lang.code())
}

impl Frame {
    /// The part that needs no viewer: language from the browser until someone has signed in.
    pub fn of(request: &HttpRequest, viewer: Option<&Viewer>) -> Self {
        let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = viewer.map_or_else(|| Lang::from_accept_language(accepted.unwrap_or_default()), |viewer| viewer.lang);
        let flash = request.cookie(flash::COOKIE).and_then(|cookie| Flash::from_cookie(cookie.value()));
        Self {
            lang,
            path: request.path().to_owned(),
            form_page: request.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
            viewer: viewer.map(|viewer| FrameViewer {
                id: viewer.membership_id,
                name: viewer.name.clone(),
                organisation: viewer.organisation.clone(),
                elsewhere: Vec::new(),
                language: viewer.lang.code(),
            }),
            flash: flash.map(|flash| FrameFlash { kind: flash.kind, text: i18n::text(lang, &flash.key) }),
            callback_shortcut_href: "/callbacks/new".to_owned(),
            fragment: request.headers().contains_key("X-Fragment"),
            ..Self::default()
        }
    }
}

/// Handlers take it as an argument.
pub struct Page {
    pub app: Arc<App>,
    pub frame: Rc<Frame>,
    if_none_match: Option<String>,
}

impl FromRequest for Page {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<web::Data<App>>().expect("the app is registered").clone().into_inner();
        let frame = request.extensions().get::<Rc<Frame>>().cloned().unwrap_or_else(|| Rc::new(Frame::of(request, None)));
        let if_none_match = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).map(str::to_owned);
        ready(Ok(Self { app, frame, if_none_match }))
    }
}

impl Page {
    pub fn lang(&self) -> Lang {
        self.frame.lang
    }

    /// The script asked for a part of the page only.
    pub fn is_fragment(&self) -> bool {
        self.frame.fragment
    }

    /// The call-back button of this page starts with this company.
    pub fn about_company(mut self, company_id: i64) -> Self {
        Rc::make_mut(&mut self.frame).callback_shortcut_href = format!("/callbacks/new?company={company_id}");
        self
    }

    /// A form with these values, or with what the viewer left unfinished on this page.
    pub async fn form(&self, values: &impl Serialize) -> Result<FormView, Error> {
        self.restore("", FormView::fresh(values)).await
    }

    /// The same for a row that is there already: the values go along, so that `edits::settle` sees what changed meanwhile.
    pub async fn edit_form(&self, values: &impl Serialize) -> Result<FormView, Error> {
        self.restore("", FormView::fresh(values).with_base()).await
    }

    /// A form with what the viewer left unfinished in it; `form_id` is its template's, empty where the page has one form.
    pub async fn restore(&self, form_id: &str, form: FormView) -> Result<FormView, Error> {
        let Some(viewer) = &self.frame.viewer else { return Ok(form) };
        let (membership_id, now) = (viewer.id, self.app.now());
        let page = if form_id.is_empty() { self.frame.form_page.clone() } else { format!("{}#{form_id}", self.frame.form_page) };
        let draft = self.app.db.read(move |conn| Ok(drafts::find(conn, membership_id, &page, now)?)).await?;
        Ok(match draft {
            Some(draft) => form.with_draft(&draft, self.lang(), now),
            None => form,
        })
    }

    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<HttpResponse, Error> {
        self.render_with(StatusCode::OK, template, view)
    }

    /// The form again: something in it must be mended.
    pub fn render_refused(&self, template: &str, view: &impl Serialize) -> Result<HttpResponse, Error> {
        self.render_with(StatusCode::UNPROCESSABLE_ENTITY, template, view)
    }

    pub fn render_with(&self, status: StatusCode, template: &str, view: &impl Serialize) -> Result<HttpResponse, Error> {
        let body = self.app.templates.render(self.lang(), template, &self.context(view)?)?;
        let mut response = html(status, body);
        if self.frame.flash.is_some() {
            let mut gone = Cookie::build(flash::COOKIE, "").path("/").finish();
            gone.set_max_age(Duration::ZERO);
            response.add_cookie(&gone).map_err(Error::internal)?;
        }
        Ok(response)
    }

    /// One block of a page's template, for the script: unchanged content is answered by 304.
    pub fn render_fragment(&self, template: &str, block: &str, view: &impl Serialize) -> Result<HttpResponse, Error> {
        let body = self.app.templates.render_block(self.lang(), template, block, &self.context(view)?)?;
        let tag = format!("\"{}\"", super::token::digest(&body));
        if self.if_none_match.as_deref() == Some(tag.as_str()) {
            return Ok(HttpResponse::NotModified().insert_header((header::ETAG, tag)).finish());
        }
        let mut response = html(StatusCode::OK, body);
        let headers = response.headers_mut();
        headers.insert(header::ETAG, header::HeaderValue::from_str(&tag).map_err(Error::internal)?);
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("private, no-cache"));
        Ok(response)
    }

    fn context(&self, view: &impl Serialize) -> Result<Context, Error> {
        let mut context = Context::from_serialize(view)?;
        context.insert("page", &*self.frame);
        Ok(context)
    }

    /// After a deed: see the result by GET (303), with a message there.
    pub fn redirect(&self, location: &str, flash: Option<Flash>) -> HttpResponse {
        let mut response = HttpResponse::SeeOther();
        response.insert_header((header::LOCATION, location));
        if let Some(flash) = flash {
            response.cookie(flash.cookie());
        }
        response.finish()
    }
}

fn html(status: StatusCode, body: String) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body)
}
