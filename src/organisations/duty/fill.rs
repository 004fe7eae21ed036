//! Fills a week's empty days at one go. It only proposes: a planner looks at it, changes what does not fit, and saves.

use super::view::TeamDuty;
use crate::codes::codes;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

codes! {
    pub Filling {
        /// Who was on duty on the same weekday of the week before.
        Copy = "copy",
        /// Everyone of the team in turn, after whoever was on duty last.
        Turn = "turn",
    }
}

/// Who could be on duty on these days, which are in order. Who is away, or left the team, is passed over; a day that nobody
/// can take stays empty.
pub fn propose(filling: Filling, duty: &TeamDuty, empty: &[NaiveDate]) -> BTreeMap<NaiveDate, i64> {
    match filling {
        Filling::Copy => copied(duty, empty),
        Filling::Turn => in_turn(duty, empty),
    }
}

fn holder(duty: &TeamDuty, day: NaiveDate) -> Option<i64> {
    duty.shifts.iter().find(|shift| shift.duty_on == day).map(|shift| shift.staff_id)
}

fn can_take(duty: &TeamDuty, staff_id: i64, day: NaiveDate) -> bool {
    duty.members.iter().any(|member| member.staff_id == staff_id) && !duty.absent.is_away(staff_id, day)
}

fn copied(duty: &TeamDuty, empty: &[NaiveDate]) -> BTreeMap<NaiveDate, i64> {
    let last_week = |day: NaiveDate| holder(duty, day - Days::new(7)).filter(|id| can_take(duty, *id, day));
    empty.iter().filter_map(|day| Some((*day, last_week(*day)?))).collect()
}

fn in_turn(duty: &TeamDuty, empty: &[NaiveDate]) -> BTreeMap<NaiveDate, i64> {
    let mut proposed = BTreeMap::new();
    for day in empty {
        let before = duty.shifts.iter().filter(|shift| shift.duty_on < *day).map(|shift| (shift.duty_on, shift.staff_id));
        let last = before.chain(proposed.iter().map(|(day, id)| (*day, *id))).max_by_key(|(day, _)| *day);
        let after = last.and_then(|(_, id)| duty.members.iter().position(|member| member.staff_id == id)).map_or(0, |at| at + 1);
        let turn = duty.members.iter().cycle().skip(after).take(duty.members.len());
        if let Some(member) = turn.into_iter().find(|member| can_take(duty, member.staff_id, *day)) {
            proposed.insert(*day, member.staff_id);
        }
    }
    proposed
}
