//! A task beside today's date.

use super::store::Row;
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    Overdue,
    Today,
    Later,
}

#[derive(Debug, Serialize)]
pub struct Listed {
    #[serde(flatten)]
    pub row: Row,
    pub when: When,
}

/// Rows as the templates show them.
pub fn listed(rows: Vec<Row>, today: NaiveDate) -> Vec<Listed> {
    rows.into_iter().map(|row| Listed { when: when(row.due_on, today), row }).collect()
}

fn when(due_on: NaiveDate, today: NaiveDate) -> When {
    match due_on.cmp(&today) {
        std::cmp::Ordering::Less => When::Overdue,
        std::cmp::Ordering::Equal => When::Today,
        std::cmp::Ordering::Greater => When::Later,
    }
}
