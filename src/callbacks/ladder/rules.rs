//! Which step comes next, and when. Pure: the table of the ladder.
//!
//! | where it is | step | when |
//! | --- | --- | --- |
//! | a team's queue | `not_taken` | the response time is used up |
//! | | `still_not_taken` | so many response times have passed |
//! | the queue of a team that works by mail | `partner_reminded`, `partner_silent` | the same two moments |
//! | with a person | `no_attempt` | so many office days after taking it or after the last attempt |
//! | | `expired` | so many office days: the service gives it back to the queue |
//!
//! `unanswered_attempts` hangs on no clock: it is climbed with the attempt that makes them enough.

use crate::calendar::OfficeHours;
use crate::callbacks::{AttemptResult, State};
use crate::codes::codes;
use crate::settings::Ladder;
use chrono::NaiveDateTime;

codes! {
    /// A step of the ladder. Stored by its `code`.
    pub Step {
        NotTaken = "not_taken",
        StillNotTaken = "still_not_taken",
        PartnerReminded = "partner_reminded",
        PartnerSilent = "partner_silent",
        NoAttempt = "no_attempt",
        Expired = "expired",
        UnansweredAttempts = "unanswered_attempts",
    }
}

codes! {
    /// Whether a step that was climbed went out by mail. Stored by its `code`.
    pub Told {
        Mailed = "mailed",
        /// Only the page tells it: it was too old for a mail, or there was nobody to write to.
        Shown = "shown",
        /// A higher step was due at the same time, and that one was mailed.
        Superseded = "superseded",
    }
}

/// Where a call-back stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub state: State,
    /// Its team works by mail only.
    pub by_mail: bool,
    /// By when somebody must have taken it.
    pub due_at: NaiveDateTime,
    pub response_minutes: i32,
    /// When the holder's clock began; of no matter in a queue.
    pub held_since: NaiveDateTime,
}

/// A step and its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    pub step: Step,
    pub at: NaiveDateTime,
}

/// The first step of this round that is not climbed yet; none when all are, or when it has ended.
pub fn next(standing: &Standing, climbed: &[Step], times: &Ladder, hours: &OfficeHours) -> Option<Next> {
    steps(standing).into_iter().find(|step| !climbed.contains(step)).map(|step| Next { step, at: moment(standing, step, times, hours) })
}

fn steps(standing: &Standing) -> Vec<Step> {
    match standing.state {
        State::New if standing.by_mail => vec![Step::PartnerReminded, Step::PartnerSilent],
        State::New => vec![Step::NotTaken, Step::StillNotTaken],
        State::Taken => vec![Step::NoAttempt, Step::Expired],
        State::Closed => Vec::new(),
    }
}

fn moment(standing: &Standing, step: Step, times: &Ladder, hours: &OfficeHours) -> NaiveDateTime {
    let days = |count: u32| hours.add_days(standing.held_since, count);
    match step {
        Step::NotTaken | Step::PartnerReminded | Step::UnansweredAttempts => standing.due_at,
        Step::StillNotTaken | Step::PartnerSilent => {
            let more = times.still_not_taken_times.saturating_sub(1);
            hours.add(standing.due_at, i64::from(standing.response_minutes) * i64::from(more))
        }
        Step::NoAttempt => days(times.no_attempt_days),
        Step::Expired => days(times.expired_days.max(times.no_attempt_days)),
    }
}

/// The holder's clock: from when it was taken, from the last attempt, or from the call that was agreed upon if that is later.
pub fn held_since(taken_at: NaiveDateTime, last_attempt: Option<(NaiveDateTime, Option<NaiveDateTime>)>) -> NaiveDateTime {
    let attempted = last_attempt.map(|(at, call_again_at)| call_again_at.map_or(at, |again| again.max(at)));
    attempted.map_or(taken_at, |at| at.max(taken_at))
}

/// How many of the last attempts in a row had no answer; the newest is the last.
pub fn unanswered(results: &[AttemptResult]) -> usize {
    results.iter().rev().take_while(|result| **result == AttemptResult::NoAnswer).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("an instant")
    }

    fn standing(state: State) -> Standing {
        Standing { state, by_mail: false, due_at: at("2026-11-20T12:00:00"), response_minutes: 120, held_since: at("2026-11-20T08:00:00") }
    }

    /// The ladder of a standing, step by step, on Monday to Friday 8–16 (6–14 UTC).
    fn ladder(standing: Standing) -> Vec<(Step, NaiveDateTime)> {
        let mut climbed = Vec::new();
        let mut found = Vec::new();
        while let Some(next) = next(&standing, &climbed, &Settings::default().ladder, &OfficeHours::default()) {
            climbed.push(next.step);
            found.push((next.step, next.at));
        }
        found
    }

    #[test]
    fn each_state_has_its_steps() {
        let queue = ladder(standing(State::New));
        assert_eq!(queue, [(Step::NotTaken, at("2026-11-20T12:00:00")), (Step::StillNotTaken, at("2026-11-20T14:00:00"))]);
        let partner = ladder(Standing { by_mail: true, ..standing(State::New) });
        assert_eq!(partner.iter().map(|step| step.0).collect::<Vec<_>>(), [Step::PartnerReminded, Step::PartnerSilent]);
        let held = ladder(standing(State::Taken));
        assert_eq!(held, [(Step::NoAttempt, at("2026-11-23T08:00:00")), (Step::Expired, at("2026-11-24T08:00:00"))]);
        assert_eq!(ladder(standing(State::Closed)), []);
    }

    #[test]
    fn an_attempt_and_an_agreed_call_begin_the_clock_again() {
        let (taken, tried, agreed) = (at("2026-11-20T08:00:00"), at("2026-11-20T09:00:00"), at("2026-11-25T08:00:00"));
        assert_eq!(held_since(taken, None), taken);
        assert_eq!(held_since(taken, Some((tried, None))), tried);
        assert_eq!(held_since(taken, Some((tried, Some(agreed)))), agreed);
        assert_eq!(held_since(tried, Some((taken, None))), tried, "an attempt of a holder before");
    }

    #[test]
    fn only_attempts_in_a_row_count() {
        use AttemptResult::{NoAnswer, Reached};
        assert_eq!(unanswered(&[NoAnswer, NoAnswer, NoAnswer]), 3);
        assert_eq!(unanswered(&[NoAnswer, NoAnswer, Reached, NoAnswer]), 1);
        assert_eq!(unanswered(&[]), 0);
    }
}
