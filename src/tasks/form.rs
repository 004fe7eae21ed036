//! The forms of tasks: what was typed, and what it means.

use super::Holder;
use super::snooze::{When, moments};
use super::store::Task;
use crate::calendar::clock::instant;
use crate::calendar::{SendingWindow, next_office_day};
use crate::web::forms::{Errors, Fields};
use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A promise that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTask {
    pub title: String,
    pub due_on: NaiveDate,
}

/// The fields `task_title` and `task_due_on`, which a form asks for beside its own matter: both or neither, today at the
/// earliest.
pub fn next_task(fields: &mut Fields, title: &str, due_on: &str, today: NaiveDate) -> Option<NextTask> {
    let title = fields.line("task_title", title);
    let day = fields.date("task_due_on", due_on);
    match (title.is_empty(), !due_on.trim().is_empty()) {
        (true, true) => fields.errors.add("task_title", "error-task-title"),
        (false, false) => fields.errors.add("task_due_on", "error-task-date"),
        _ => {}
    }
    if day.is_some_and(|day| day < today) {
        fields.errors.add("task_due_on", "error-task-past");
    }
    day.filter(|_| !title.is_empty()).map(|due_on| NextTask { title, due_on })
}

/// As typed: a task by itself.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TaskForm {
    pub company: String,
    pub company_id: String,
    /// The call-back that it is about, in place of a company.
    pub callback_id: String,
    pub title: String,
    /// The code of a `Quick`, or `other`.
    pub when: String,
    pub due_on: String,
    pub holder: String,
    /// The page that one came from.
    pub back: String,
    pub once: String,
    pub warned: String,
}

/// What the form says of the task itself; what it is about is looked up.
#[derive(Clone, Debug)]
pub struct Asked {
    pub title: String,
    pub due_on: NaiveDate,
    pub holder: Holder,
}

impl TaskForm {
    /// The chosen day decides; where none is chosen, the typed one.
    pub fn parse(&self, today: NaiveDate) -> Result<Asked, Errors> {
        let mut fields = Fields::new(today);
        if self.company.trim().is_empty() && self.callback_id.is_empty() {
            fields.errors.add("company", "error-required");
        }
        let title = fields.required_line("title", &self.title);
        let due_on = match Quick::from_code(self.when.trim()) {
            Some(quick) => Some(quick.day(today)),
            None if self.when.is_empty() && self.due_on.trim().is_empty() => {
                fields.errors.add("when", "error-task-day");
                None
            }
            None => due_date(&mut fields, &self.due_on, today),
        };
        let holder = fields.choice("holder", &self.holder, Holder::from_code);
        let asked = due_on.zip(holder).map(|(due_on, holder)| Asked { title, due_on, holder });
        fields.errors.finish(asked, &self.warned)
    }
}

/// A required day from today on.
pub fn due_date(fields: &mut Fields, raw: &str, today: NaiveDate) -> Option<NaiveDate> {
    if raw.trim().is_empty() {
        fields.errors.add("due_on", "error-task-day");
    }
    let day = fields.date("due_on", raw);
    if day.is_some_and(|day| day < today) {
        fields.errors.add("due_on", "error-task-past");
    }
    day
}

crate::codes::codes! {
    /// A due date by one choice.
    pub Quick {
        Today = "today",
        Tomorrow = "tomorrow",
        Week = "week",
        Month = "month",
    }
}

impl Quick {
    pub fn day(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Today => today,
            Self::Tomorrow => today + Days::new(1),
            Self::Week => today + Days::new(7),
            Self::Month => today + Months::new(1),
        }
    }
}

/// As typed: another day for a task.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct DateForm {
    pub due_on: String,
    /// A day that one button chooses, in place of `due_on`.
    pub quick: String,
    pub note: String,
    pub once: String,
    pub warned: String,
}

impl DateForm {
    pub fn parse(&self, today: NaiveDate) -> Result<(NaiveDate, String), Errors> {
        let mut fields = Fields::new(today);
        let raw = if self.quick.is_empty() { &self.due_on } else { &self.quick };
        let due_on = due_date(&mut fields, raw, today);
        let note = fields.line("note", &self.note);
        fields.errors.finish(due_on.map(|due_on| (due_on, note)), &self.warned)
    }

    /// What the buttons offer: the next office day and a week on, from the due date or from today if that is past.
    pub fn quick_days(due_on: NaiveDate, today: NaiveDate) -> [NaiveDate; 2] {
        let from = due_on.max(today);
        [next_office_day(from + Days::new(1)), from + Days::new(7)]
    }
}

/// As typed: another moment to be reminded.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SnoozeForm {
    /// The code of a `When` that one button chooses, in place of day and time.
    pub when: String,
    pub remind_on: String,
    pub remind_at: String,
    /// The page whose button it was.
    pub back: String,
    pub once: String,
    pub warned: String,
}

impl SnoozeForm {
    /// Without a time it is the opening of the sending window.
    pub fn parse(&self, today: NaiveDate, now: NaiveDateTime, window: SendingWindow) -> Result<NaiveDateTime, Errors> {
        let mut fields = Fields::new(today);
        if let Some(when) = When::from_code(&self.when) {
            let chosen = moments(now, window).into_iter().find(|(offered, _)| *offered == when);
            if chosen.is_none() {
                fields.errors.add("remind_on", "error-task-snooze-past");
            }
            return fields.errors.finish(chosen.map(|(_, at)| at), "");
        }
        if self.remind_on.trim().is_empty() {
            fields.errors.add("remind_on", "error-task-day");
        }
        let day = fields.date("remind_on", &self.remind_on);
        let time = fields.time("remind_at", &self.remind_at);
        let minute = time.unwrap_or(window.from_minute);
        let remind_at = day.map(|day| instant(day, minute));
        if remind_at.is_some_and(|at| at <= now) {
            fields.errors.add("remind_on", "error-task-snooze-past");
        }
        fields.errors.finish(remind_at, "")
    }
}

/// As typed: someone else for a task.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct HandoverForm {
    pub holder: String,
    /// Who had it when the page was shown.
    pub from: String,
    pub note: String,
    pub once: String,
    pub warned: String,
}

impl HandoverForm {
    pub fn parse(&self, today: NaiveDate) -> Result<(Holder, String), Errors> {
        let mut fields = Fields::new(today);
        let holder = fields.choice("holder", &self.holder, Holder::from_code);
        let note = fields.text("note", &self.note);
        fields.errors.finish(holder.map(|holder| (holder, note)), &self.warned)
    }
}

/// As typed: another title.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TitleForm {
    pub title: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl TitleForm {
    pub fn of(task: &Task) -> Self {
        Self { title: task.title.clone(), ..Self::default() }
    }

    pub fn parse(&self, today: NaiveDate) -> Result<String, Errors> {
        let mut fields = Fields::new(today);
        let title = fields.required_line("title", &self.title);
        fields.errors.finish(Some(title), &self.warned)
    }
}
