//! Two weeks of a team's duty as a page shows them.

use super::Shift;
use crate::calendar::OfficeHours;
use crate::i18n::{self, Args, Lang};
use crate::organisations::store::Member;
use crate::web::Choice;
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;

pub const WEEKS: u64 = 2;

/// What the page needs to know of one team.
pub struct TeamDuty {
    pub hours: OfficeHours,
    pub members: Vec<Member>,
    pub shifts: Vec<Shift>,
}

#[derive(Serialize)]
pub struct Week {
    title: String,
    /// Coming days on which the office is open and nobody is on duty.
    gaps: usize,
    days: Vec<Day>,
}

#[derive(Serialize)]
pub struct Day {
    date: String,
    label: String,
    is_today: bool,
    is_past: bool,
    is_gap: bool,
    /// Empty for nobody.
    holder_id: String,
    holder: String,
    choices: Vec<Choice>,
}

/// The weeks from a Monday on: days on which the office opens, and any other day with a shift.
pub fn weeks(duty: &TeamDuty, monday: NaiveDate, today: NaiveDate, lang: Lang) -> Vec<Week> {
    let week = |number| {
        let monday = monday + Days::new(7 * number);
        let days: Vec<Day> = (0..7).filter_map(|ahead| day(duty, monday + Days::new(ahead), today, lang)).collect();
        let days_shown = i18n::span(monday, monday + Days::new(6));
        let args = Args::from([("week".into(), monday.iso_week().week().into()), ("days".into(), days_shown.into())]);
        Week { title: i18n::text_with(lang, "duty-week", &args), gaps: days.iter().filter(|day| day.is_gap).count(), days }
    };
    (0..WEEKS).map(week).collect()
}

/// The fields of the form: by `day-2026-11-23` the id of who is on duty, or nothing.
pub fn values(weeks: &[Week]) -> BTreeMap<String, String> {
    let days = weeks.iter().flat_map(|week| &week.days).filter(|day| !day.is_past);
    days.map(|day| (format!("day-{}", day.date), day.holder_id.clone())).collect()
}

fn day(duty: &TeamDuty, date: NaiveDate, today: NaiveDate, lang: Lang) -> Option<Day> {
    let shift = duty.shifts.iter().find(|shift| shift.duty_on == date);
    if shift.is_none() && !duty.hours.opens_on(date) {
        return None;
    }
    let mut people: Vec<(i64, String)> = duty.members.iter().map(|member| (member.staff_id, member.name.clone())).collect();
    // Who left the team keeps the shift until someone else gets it.
    if let Some(shift) = shift.filter(|shift| people.iter().all(|(id, _)| *id != shift.staff_id)) {
        people.push((shift.staff_id, shift.name.clone()));
    }
    Some(Day {
        date: date.to_string(),
        label: format!("{} {}", i18n::weekday(lang, date), i18n::date(date)),
        is_today: date == today,
        is_past: date < today,
        is_gap: date >= today && shift.is_none(),
        holder_id: shift.map(|shift| shift.staff_id.to_string()).unwrap_or_default(),
        holder: shift.map(|shift| shift.name.clone()).unwrap_or_default(),
        choices: Choice::of_rows(people),
    })
}
