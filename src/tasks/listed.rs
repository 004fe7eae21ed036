//! A task beside today's date and beside the one who reads it.

use super::Reach;
use super::listing::Row;
use crate::calendar::{Holiday, is_weekend};
use crate::companies::marks::store as marks;
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::reminders::store as reminders;
use chrono::{Datelike, Days, NaiveDate};
use diesel::QueryResult;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    Overdue,
    Today,
    /// Until Sunday.
    Week,
    Later,
}

#[derive(Debug, Serialize)]
pub struct Listed {
    #[serde(flatten)]
    pub row: Row,
    pub when: When,
    /// The day with its weekday.
    pub due: String,
    /// As `Holder::code`.
    pub holder: String,
    pub is_mine: bool,
    /// The reader may work on it.
    pub in_reach: bool,
    /// When somebody wanted to be reminded of it, with the weekday; empty if nobody did.
    pub remind: String,
    /// What callers of its company must know, by the codes of `marks::Kind`.
    pub marks: Vec<&'static str>,
}

/// Tasks that fall due together.
#[derive(Debug, Serialize)]
pub struct Group {
    pub when: When,
    pub tasks: Vec<Listed>,
}

/// Rows as the templates show them to the person of `reach`.
pub fn listed(rows: Vec<Row>, reach: &Reach, today: NaiveDate, lang: Lang) -> Vec<Listed> {
    let of_row = |row: Row| Listed {
        when: when(row.due_on, today),
        due: due(lang, row.due_on),
        holder: row.holder().code(),
        is_mine: row.owner_id == Some(reach.staff_id),
        in_reach: reach.covers(row.holder()),
        remind: String::new(),
        marks: Vec::new(),
        row,
    };
    rows.into_iter().map(of_row).collect()
}

/// Adds when somebody wanted to be reminded of them, and the marks of their companies.
pub fn with_all(conn: &mut Conn, mut tasks: Vec<Listed>, today: NaiveDate, lang: Lang) -> QueryResult<Vec<Listed>> {
    let asked = reminders::asked_for(conn, &tasks.iter().map(|task| task.row.id).collect::<Vec<_>>())?;
    let companies: Vec<i64> = tasks.iter().filter_map(|task| task.row.company_id).collect();
    let marks = marks::of_companies(conn, &companies, today)?;
    for task in &mut tasks {
        task.marks = task.row.company_id.map(|id| marks::codes(&marks, id)).unwrap_or_default();
        if let Some(at) = asked.get(&task.row.id) {
            task.remind = i18n::date_time(lang, *at);
        }
    }
    Ok(tasks)
}

/// Tasks in the order of their due dates, cut where it changes when they are due.
pub fn groups(tasks: Vec<Listed>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for task in tasks {
        match groups.last_mut().filter(|group| group.when == task.when) {
            Some(group) => group.tasks.push(task),
            None => groups.push(Group { when: task.when, tasks: vec![task] }),
        }
    }
    groups
}

/// `ma 23.11.2026`
pub fn due(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", i18n::weekday(lang, day), i18n::date(day))
}

/// Why nobody is at the office on this day: a holiday's name, or that it is a weekend.
pub fn closed(lang: Lang, day: NaiveDate) -> Option<String> {
    let weekend = is_weekend(day).then(|| i18n::text(lang, "task-weekend"));
    Holiday::on(day).map(|holiday| holiday.name_in_text(lang)).or(weekend)
}

fn when(due_on: NaiveDate, today: NaiveDate) -> When {
    let sunday = today + Days::new(6 - u64::from(today.weekday().num_days_from_monday()));
    match due_on {
        day if day < today => When::Overdue,
        day if day == today => When::Today,
        day if day <= sunday => When::Week,
        _ => When::Later,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_week_ends_on_sunday() {
        let friday = day("2026-11-20");
        let of = |text| when(day(text), friday);
        assert_eq!([of("2026-11-19"), of("2026-11-20"), of("2026-11-21")], [When::Overdue, When::Today, When::Week]);
        assert_eq!([of("2026-11-22"), of("2026-11-23")], [When::Week, When::Later]);
        assert_eq!(when(day("2026-11-23"), day("2026-11-22")), When::Later, "on Sunday Monday is another week");
    }

    #[test]
    fn closed_days_say_why() {
        let why = |text| closed(Lang::Fi, day(text));
        assert_eq!(why("2026-11-20"), None);
        assert_eq!(why("2026-11-21").as_deref(), Some("viikonloppu"));
        assert_eq!(why("2026-12-24").as_deref(), Some("jouluaatto"));
        assert_eq!(why("2026-12-06").as_deref(), Some("itsenäisyyspäivä"), "a Sunday");
    }
}
