//! The next task that a form asks for beside its own matter.

use crate::web::forms::Fields;
use chrono::NaiveDate;

/// A promise that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTask {
    pub title: String,
    pub due_on: NaiveDate,
}

/// The fields `task_title` and `task_due_on`: both or neither, today at the earliest.
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
