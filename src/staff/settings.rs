//! One's own settings: language, mails, password, sessions; and which organisation one acts for.

use super::muted::{self, Mutable};
use super::password_form::NewPassword;
use super::{passwords, sessions, store};
use crate::audit;
use crate::error::Error;
use crate::i18n::Lang;
use crate::routes::WORKERS;
use crate::web::forms::Fields;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer, peer};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

/// A ticked box sends `true`. No draft is kept: nothing is typed here, and the passwords on the same page never are.
#[derive(Clone, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct SettingsForm {
    language: String,
    callback_arrived: String,
    callback_reopened: String,
    callback_closed: String,
    task_due: String,
    duty_swapped: String,
}

impl SettingsForm {
    fn wants(&self, kind: Mutable) -> bool {
        let field = match kind {
            Mutable::CallbackArrived => &self.callback_arrived,
            Mutable::CallbackReopened => &self.callback_reopened,
            Mutable::CallbackClosed => &self.callback_closed,
            Mutable::TaskDue => &self.task_due,
            Mutable::DutySwapped => &self.duty_swapped,
        };
        field == "true"
    }

    fn of(lang: Lang, off: &[Mutable]) -> Self {
        let box_of = |kind| if off.contains(&kind) { String::new() } else { "true".to_owned() };
        Self {
            language: lang.code().to_owned(),
            callback_arrived: box_of(Mutable::CallbackArrived),
            callback_reopened: box_of(Mutable::CallbackReopened),
            callback_closed: box_of(Mutable::CallbackClosed),
            task_due: box_of(Mutable::TaskDue),
            duty_swapped: box_of(Mutable::DutySwapped),
        }
    }
}

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct PasswordForm {
    #[serde(skip_serializing)]
    current: String,
    #[serde(skip_serializing)]
    password: String,
    #[serde(skip_serializing)]
    password_again: String,
}

#[derive(Serialize)]
struct SettingsView {
    form: FormView,
    password_form: FormView,
    email: String,
    languages: Vec<Choice>,
    /// Browsers that are signed in, this one among them.
    sessions: i64,
    /// Has duty, tasks or call-backs: may be away, and may want them in a calendar.
    works: bool,
}

async fn render(
    page: &Page,
    viewer: &Viewer,
    status: StatusCode,
    form: Option<FormView>,
    password: Option<FormView>,
) -> Result<HttpResponse, Error> {
    let (id, now) = (viewer.staff_id, page.app.now());
    let (account, off, sessions) = page
        .app
        .db
        .read(move |conn| Ok((store::account(conn, id)?.ok_or(Error::NotFound)?, muted::of(conn, id)?, sessions::open(conn, id, now)?)))
        .await?;
    let view = SettingsView {
        form: form.unwrap_or_else(|| FormView::fresh(&SettingsForm::of(account.language, &off))),
        password_form: password.unwrap_or_else(|| FormView::fresh(&PasswordForm::default())),
        email: account.email,
        languages: Choice::languages(page.lang()),
        sessions,
        works: WORKERS.allows(viewer),
    };
    page.render_with(status, "staff/settings.html", &view)
}

pub async fn show(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    render(&page, &viewer, StatusCode::OK, None, None).await
}

pub async fn save(viewer: Viewer, page: Page, form: web::Form<SettingsForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let mut fields = Fields::new(page.app.today());
    let language = fields.choice("language", &form.language, Lang::from_code);
    let language = match fields.errors.finish(language, "") {
        Ok(language) => language,
        Err(errors) => {
            let refused = FormView::refused(&form, &errors, page.lang(), "");
            return render(&page, &viewer, StatusCode::UNPROCESSABLE_ENTITY, Some(refused), None).await;
        }
    };
    page.app
        .db
        .write(move |conn| {
            // First: it holds the person's row, so that two savings at once go one after the other.
            store::set_language(conn, viewer.staff_id, language)?;
            for kind in Mutable::ALL {
                muted::set(conn, viewer.staff_id, kind, !form.wants(kind))?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect("/settings", Some(Flash::success("flash-settings-saved"))))
}

pub async fn change_password(
    viewer: Viewer,
    page: Page,
    request: HttpRequest,
    form: web::Form<PasswordForm>,
) -> Result<HttpResponse, Error> {
    let (id, now, form) = (viewer.staff_id, page.app.now(), form.into_inner());
    let account = page.app.db.read(move |conn| store::account(conn, id)?.ok_or(Error::NotFound)).await?;
    let new = NewPassword { password: form.password.clone(), password_again: form.password_again.clone() };
    let checked = new.finish(&account.email, &account.name);
    let errors = if !page.app.sign_in_limit.take(&peer::address(&request, &page.app.config.proxies), now) {
        Some(Errors::one("current", "error-sign-in-too-many"))
    } else if !passwords::verify(form.current.clone(), Some(account.password_hash)).await? {
        let more = checked.as_ref().err().cloned().unwrap_or_default();
        Some(Errors::one("current", "error-password-current").and(more))
    } else {
        checked.as_ref().err().cloned()
    };
    let password = match (checked, errors) {
        (Ok(password), None) => password,
        (_, errors) => {
            let refused = FormView::refused(&form, &errors.unwrap_or_default(), page.lang(), "");
            return render(&page, &viewer, StatusCode::UNPROCESSABLE_ENTITY, None, Some(refused)).await;
        }
    };
    let hash = passwords::hash_apart(password).await?;
    page.app
        .db
        .write(move |conn| {
            store::set_password(conn, id, &hash, now)?;
            sessions::revoke_others(conn, id, viewer.session_id, now)?;
            Ok(audit::by(conn, &viewer, now, "set_password", "staff", id)?)
        })
        .await?;
    Ok(page.redirect("/settings", Some(Flash::success("flash-password-changed"))))
}

/// Signs out every other browser.
pub async fn end_other_sessions(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    page.app.db.write(move |conn| Ok(sessions::revoke_others(conn, viewer.staff_id, viewer.session_id, now)?)).await?;
    Ok(page.redirect("/settings", Some(Flash::success("flash-sessions-ended"))))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SwitchForm {
    organisation: String,
}

/// Acts for another of one's organisations from now on.
pub async fn switch(viewer: Viewer, page: Page, form: web::Form<SwitchForm>) -> Result<HttpResponse, Error> {
    let wanted = form.organisation.parse().map_err(|_| Error::Invalid("error-bad-request"))?;
    let (now, today) = (page.app.now(), page.app.today());
    page.app
        .db
        .write(move |conn| {
            if !sessions::switch(conn, &viewer, wanted, today)? {
                return Err(Error::Conflict("error-organisation-gone"));
            }
            Ok(audit::record(conn, now, Some(viewer.staff_id), Some(wanted), "switch_organisation", "staff", viewer.staff_id)?)
        })
        .await?;
    Ok(page.redirect("/", Some(Flash::success("flash-organisation-switched"))))
}
