//! The page of the settings: what each does, and what it was at first.

use super::form::SettingsForm;
use super::{Settings, store};
use crate::audit;
use crate::calendar::Roll;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::edits;
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

const ADDRESS: &str = "/admin/settings";
const TEMPLATE: &str = "settings/form.html";
/// All settings are one row to the audit.
const ROW: (&str, i64) = ("settings", 1);

#[derive(Serialize)]
struct SettingsPage {
    form: FormView,
    rolls: Vec<Choice>,
    /// What each setting was at first, as the form writes it.
    defaults: SettingsForm,
    /// The next ones by the saved settings, with their weekdays.
    payment_days: Vec<String>,
}

fn view(form: FormView, saved: &Settings, today: NaiveDate, lang: Lang) -> SettingsPage {
    let written = |day: NaiveDate| format!("{} {}", i18n::weekday(lang, day), i18n::date(day));
    SettingsPage {
        form,
        rolls: Choice::of_codes(lang, "area-settings-roll-", Roll::ALL.map(Roll::code)),
        defaults: SettingsForm::of(&Settings::default()),
        payment_days: saved.payments.after(today).take(4).map(written).collect(),
    }
}

pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let saved = page.app.db.read(|conn| Ok(store::load(conn)?)).await?;
    let form = page.edit_form(&SettingsForm::of(&saved)).await?;
    page.render(TEMPLATE, &view(form, &saved, page.app.today(), page.lang()))
}

pub async fn change(viewer: Viewer, page: Page, form: web::Form<SettingsForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let (now, today, typed) = (page.app.now(), page.app.today(), form.clone());
    let save = move |conn: &mut Conn| {
        hold_off_writers(conn, "settings")?;
        let current = SettingsForm::of(&store::load(conn)?);
        let merged = edits::settle(conn, ROW, &typed, &current)?;
        Ok(match merged.and_then(|merged| Ok(merged.typed(today)?)) {
            Ok(settings) => {
                store::save(conn, &settings)?;
                Ok(audit::by(conn, &viewer, now, "change", ROW.0, ROW.1)?)
            }
            Err(refusal) => Err(refusal),
        })
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(ADDRESS, Some(Flash::success("flash-area-settings-saved")))),
        Err(refusal) => {
            let saved = page.app.db.read(|conn| Ok(store::load(conn)?)).await?;
            let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), TEMPLATE, &view(form, &saved, today, page.lang()))
        }
    }
}
