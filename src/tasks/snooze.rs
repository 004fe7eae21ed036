//! To be reminded of a task at another moment: one that a button names, or any other. The due date stays.

use super::deeds::destination;
use super::form::SnoozeForm;
use super::show::{self, Forms};
use super::{store, transition};
use crate::calendar::SendingWindow;
use crate::calendar::clock::instant;
use crate::codes::codes;
use crate::error::Error;
use crate::i18n::{self, Lang, helsinki};
use crate::reminders::Item;
use crate::reminders::store::{self as reminders, Wish};
use crate::settings;
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::{Datelike, Days, NaiveDateTime, TimeDelta, Timelike};

codes! {
    /// A moment by one button.
    pub When {
        /// Some hours later, while the office is still at work.
        Later = "later",
        /// When the sending window opens on the next office day.
        NextDay = "next_day",
        /// The same on Monday, or next after it.
        NextWeek = "next_week",
    }
}

/// What "later today" means.
const LATER: TimeDelta = TimeDelta::hours(2);

/// The moments that are on offer now, none of them twice.
pub fn moments(now: NaiveDateTime, window: SendingWindow) -> Vec<(When, NaiveDateTime)> {
    let today = helsinki(now).date_naive();
    let opening = |day| window.next(instant(day, window.from_minute));
    let half_hour = TimeDelta::minutes(30);
    let past = TimeDelta::seconds(i64::from(now.time().num_seconds_from_midnight()) % half_hour.num_seconds());
    let later = now + LATER + if past.is_zero() { past } else { half_hour - past };
    let monday = today + Days::new(7 - u64::from(today.weekday().num_days_from_monday()));
    let mut moments = Vec::new();
    if helsinki(later).date_naive() == today && window.is_open(later) {
        moments.push((When::Later, later));
    }
    moments.push((When::NextDay, opening(today + Days::new(1))));
    if opening(monday) != moments[moments.len() - 1].1 {
        moments.push((When::NextWeek, opening(monday)));
    }
    moments
}

/// The buttons, each with its moment in words.
pub fn choices(lang: Lang, now: NaiveDateTime, window: SendingWindow) -> Vec<Choice> {
    let choice = |(when, at): (When, NaiveDateTime)| {
        let day = helsinki(at).date_naive();
        let args = i18n::Args::from([
            ("day".into(), format!("{} {}.{}.", i18n::weekday(lang, day), day.day(), day.month()).into()),
            ("time".into(), i18n::time(at).into()),
        ]);
        Choice { value: when.code().to_owned(), label: i18n::text_with(lang, &format!("task-snooze-{}", when.code()), &args) }
    };
    moments(now, window).into_iter().map(choice).collect()
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<SnoozeForm>) -> Result<HttpResponse, Error> {
    let (id, now, today, lang) = (*id, page.app.now(), page.app.today(), page.lang());
    let (author, typed) = (viewer.clone(), form.clone());
    let work = move |conn: &mut crate::db::Conn| {
        let task = store::find_visible(conn, &author, id)?;
        transition::check(conn, &author, &task)?;
        let remind_at = match typed.parse(today, now, settings::load(conn)?.sending) {
            Ok(remind_at) => remind_at,
            Err(errors) => return Ok(Some(errors)),
        };
        // It stays open and with its holder until the reminder is written.
        if task.done_at.is_some() || !store::write(conn, &task, &task)? {
            return Err(Error::Conflict(transition::DONE));
        }
        reminders::cancel_asked(conn, Item::Task(id), now)?;
        reminders::add(conn, Item::Task(id), remind_at, Wish::Asked(author.staff_id), now)?;
        crate::audit::by(conn, &author, now, "snooze", "tasks", id)?;
        Ok(None)
    };
    match page.app.db.write(work).await {
        Ok(None) => Ok(page.redirect(destination(&form.back), Some(Flash::success("flash-task-snoozed")))),
        Ok(Some(errors)) => {
            let refused = FormView::refused(&*form, &errors, lang, &form.once);
            let forms = Forms { snooze_form: Some(refused), ..Forms::default() };
            show::again(viewer, page, id, (StatusCode::UNPROCESSABLE_ENTITY, forms)).await
        }
        Err(Error::Conflict(_)) => show::again(viewer, page, id, (StatusCode::CONFLICT, Forms::default())).await,
        Err(error) => Err(error),
    }
}

/// The wish is taken back; the reminder of the due date stays.
pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<SnoozeForm>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            let task = store::find_visible(conn, &viewer, id)?;
            transition::check(conn, &viewer, &task)?;
            if reminders::cancel_asked(conn, Item::Task(id), now)? {
                crate::audit::by(conn, &viewer, now, "unsnooze", "tasks", id)?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(destination(&form.back), Some(Flash::success("flash-task-unsnoozed"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: SendingWindow = SendingWindow { from_minute: 8 * 60, until_minute: 17 * 60 };

    fn offered(now: &str) -> Vec<(When, String)> {
        moments(now.parse().expect("an instant"), WINDOW).into_iter().map(|(when, at)| (when, at.to_string())).collect()
    }

    #[test]
    fn moments_are_within_office_days() {
        let thursday = offered("2026-11-19T08:10:00");
        let expected =
            [(When::Later, "2026-11-19 10:30:00"), (When::NextDay, "2026-11-20 06:00:00"), (When::NextWeek, "2026-11-23 06:00:00")];
        assert_eq!(thursday, expected.map(|(when, at)| (when, at.to_owned())));
    }

    #[test]
    fn on_friday_evening_only_monday_is_left() {
        assert_eq!(offered("2026-11-20T14:00:00"), [(When::NextDay, "2026-11-23 06:00:00".to_owned())]);
    }
}
