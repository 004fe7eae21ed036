//! A week of a team's duty as a page shows it.

use super::{Absent, Shift};
use crate::calendar::{Closed, OfficeHours};
use crate::i18n::{self, Args, Lang};
use crate::organisations::store::Member;
use crate::web::Choice;
use crate::web::paging::Tab;
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;

/// So many weeks from this one on have a way of their own, with how many days nobody has taken.
const WEEKS_AHEAD: u64 = 6;

/// What the page needs to know of one team.
pub struct TeamDuty {
    pub team_id: i64,
    pub hours: OfficeHours,
    pub members: Vec<Member>,
    /// Of the week shown, of the one before, and of the weeks ahead.
    pub shifts: Vec<Shift>,
    pub absent: Absent,
}

impl TeamDuty {
    fn shift(&self, day: NaiveDate) -> Option<&Shift> {
        self.shifts.iter().find(|shift| shift.duty_on == day)
    }

    /// The office is open and nobody is on duty.
    fn is_gap(&self, day: NaiveDate) -> bool {
        self.hours.opens_on(day) && self.shift(day).and_then(Shift::on_duty).is_none()
    }

    /// The coming days of the week on which the office opens and nobody was put on duty.
    pub fn empty_days(&self, monday: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
        days_of(monday).filter(|day| *day >= today && self.hours.opens_on(*day) && self.shift(*day).is_none()).collect()
    }
}

/// Who looks.
pub struct Reader {
    pub staff_id: i64,
    pub plans: bool,
    pub today: NaiveDate,
    pub lang: Lang,
}

#[derive(Serialize)]
pub struct Week {
    title: String,
    /// Coming days on which the office is open and nobody is on duty.
    gaps: usize,
    days: Vec<Day>,
}

#[derive(Serialize)]
struct Day {
    date: String,
    label: String,
    is_today: bool,
    is_past: bool,
    is_closed: bool,
    /// Which holiday or closing day it is; none for a weekend or a weekday without hours.
    closed_for: Option<String>,
    is_gap: bool,
    /// Who was planned. Empty for nobody.
    holder_id: String,
    holder: String,
    is_mine: bool,
    /// The person planned is away; `stand_in` does it instead, if there is somebody.
    is_away: bool,
    stand_in: Option<String>,
    /// Chosen by a filling, not saved yet.
    is_proposed: bool,
    may_swap: bool,
    choices: Vec<Choice>,
}

/// The seven days from a Monday on.
pub fn week(duty: &TeamDuty, monday: NaiveDate, proposed: &BTreeMap<NaiveDate, i64>, reader: &Reader) -> Week {
    let args =
        Args::from([("week".into(), monday.iso_week().week().into()), ("days".into(), i18n::span(monday, monday + Days::new(6)).into())]);
    Week {
        title: i18n::text_with(reader.lang, "duty-week", &args),
        gaps: days_of(monday).filter(|day| *day >= reader.today && duty.is_gap(*day)).count(),
        days: days_of(monday).map(|day| day_of(duty, day, proposed, reader)).collect(),
    }
}

/// The fields of the form: by `day-2026-11-23` the id of who is on duty, or nothing.
pub fn values(duty: &TeamDuty, monday: NaiveDate, proposed: &BTreeMap<NaiveDate, i64>, today: NaiveDate) -> BTreeMap<String, String> {
    let chosen = |day| proposed.get(&day).copied().or(duty.shift(day).map(|shift| shift.staff_id));
    let field = |day| (format!("day-{day}"), chosen(day).map(|id| id.to_string()).unwrap_or_default());
    let has_field = |day: &NaiveDate| *day >= today && (duty.hours.opens_on(*day) || duty.shift(*day).is_some());
    days_of(monday).filter(has_field).map(field).collect()
}

/// The ways to this week and the next ones.
pub fn weeks_ahead(duty: &TeamDuty, shown: NaiveDate, reader: &Reader) -> Vec<Tab> {
    let first = monday_of(reader.today);
    let tab = |ahead| {
        let monday = first + Days::new(7 * ahead);
        let gaps = days_of(monday).filter(|day| *day >= reader.today && duty.is_gap(*day)).count();
        let args = Args::from([("week".into(), monday.iso_week().week().into()), ("gaps".into(), gaps.into())]);
        Tab { href: address(duty.team_id, monday), label: i18n::text_with(reader.lang, "duty-week-tab", &args), current: monday == shown }
    };
    (0..WEEKS_AHEAD).map(tab).collect()
}

/// From when to when shifts must be known for a page that shows a week: both ends included.
pub fn known_days(monday: NaiveDate, today: NaiveDate) -> [(NaiveDate, NaiveDate); 2] {
    let this_monday = monday_of(today);
    [(monday - Days::new(7), monday + Days::new(6)), (this_monday, this_monday + Days::new(7 * WEEKS_AHEAD - 1))]
}

pub fn address(team_id: i64, monday: NaiveDate) -> String {
    format!("/duty?team={team_id}&from={monday}")
}

pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

fn days_of(monday: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..7).map(move |ahead| monday + Days::new(ahead))
}

fn day_of(duty: &TeamDuty, date: NaiveDate, proposed: &BTreeMap<NaiveDate, i64>, reader: &Reader) -> Day {
    let shift = duty.shift(date);
    let is_past = date < reader.today;
    let is_mine = shift.is_some_and(|shift| shift.staff_id == reader.staff_id);
    let away = shift.and_then(|shift| shift.away.as_ref());
    Day {
        date: date.to_string(),
        label: format!("{} {}.{}.", i18n::weekday(reader.lang, date), date.day(), date.month()),
        is_today: date == reader.today,
        is_past,
        is_closed: !duty.hours.opens_on(date),
        closed_for: match duty.hours.closed_on(date) {
            Some(Closed::Holiday(holiday)) => Some(holiday.name(reader.lang)),
            Some(Closed::Named(name)) => Some(name),
            Some(Closed::Weekend | Closed::NoHours) | None => None,
        },
        is_gap: !is_past && duty.is_gap(date),
        holder_id: shift.map(|shift| shift.staff_id.to_string()).unwrap_or_default(),
        holder: shift.map(|shift| shift.name.clone()).unwrap_or_default(),
        is_mine,
        is_away: away.is_some(),
        stand_in: away.and_then(|away| away.stand_in.as_ref()).map(|(_, name)| name.clone()),
        is_proposed: proposed.contains_key(&date),
        may_swap: !is_past && shift.is_some() && (is_mine || reader.plans),
        choices: if reader.plans && !is_past { choices(duty, date, reader.lang) } else { Vec::new() },
    }
}

/// The members, each with a word where the person is away that day. Who left the team keeps the shift until someone else
/// gets it.
fn choices(duty: &TeamDuty, date: NaiveDate, lang: Lang) -> Vec<Choice> {
    let mut people: Vec<(i64, String)> = duty.members.iter().map(|member| (member.staff_id, member.name.clone())).collect();
    if let Some(shift) = duty.shift(date).filter(|shift| people.iter().all(|(id, _)| *id != shift.staff_id)) {
        people.push((shift.staff_id, shift.name.clone()));
    }
    for (id, name) in &mut people {
        if duty.absent.is_away(*id, date) {
            *name = i18n::text_with(lang, "duty-away-choice", &Args::from([("name".into(), name.clone().into())]));
        }
    }
    Choice::of_rows(people)
}
