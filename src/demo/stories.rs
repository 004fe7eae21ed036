//! Call-backs of half a year, each from the first ring to its ending.

use super::agenda::{Agenda, Call, Deed};
use super::scene::Scene;
use super::setting::TOPICS;
use crate::calendar::OfficeHours;
use crate::callbacks::{AttemptResult, Outcome, Reason, Source};
use crate::i18n::Lang;
use crate::web::{Role, Viewer};
use chrono::NaiveDateTime;

const STORIES: usize = 280;
/// The first and last days that no call-back of the history begins on: contact persons come first, and the last days are
/// the desk's.
const FIRST_DAY: usize = 6;
const LAST_DAYS: usize = 9;

/// What the rest of a story is about.
#[derive(Clone, Copy)]
enum Plot {
    Helped,
    HelpedAtLast,
    NoNeed,
    NotReached,
    Referred,
    Cancelled,
    HandedOver,
    HandedOverTwice,
    Reopened,
    Released,
}

const PLOTS: [(usize, Plot); 10] = [
    (46, Plot::Helped),
    (12, Plot::HelpedAtLast),
    (7, Plot::NoNeed),
    (6, Plot::NotReached),
    (4, Plot::Referred),
    (3, Plot::Cancelled),
    (13, Plot::HandedOver),
    (3, Plot::HandedOverTwice),
    (3, Plot::Reopened),
    (3, Plot::Released),
];

/// Plans the call-backs of the history; an account's number is its place in `accounts`.
pub fn plan(scene: &mut Scene, agenda: &mut Agenda, accounts: &[Viewer]) {
    let loggers = loggers(accounts);
    for _ in 0..STORIES {
        let at = scene.any_time(FIRST_DAY, LAST_DAYS);
        let call = call(scene, &loggers);
        let plot = *scene.chance.weighted(&PLOTS);
        let deeds = deeds(scene, plot);
        agenda.add_story(timed(scene, at, call, deeds));
    }
}

/// Who answers when an employer rings: mostly those who can't help themselves.
pub fn loggers(accounts: &[Viewer]) -> Vec<(usize, usize)> {
    let weight = |role| match role {
        Role::Staff => 20,
        Role::EmployerTeam => 3,
        Role::Coordinator | Role::CaseHandler | Role::Partner => 2,
        Role::CaseLead => 1,
        _ => 0,
    };
    accounts.iter().enumerate().map(|(account, viewer)| (weight(viewer.roles[0]), account)).collect()
}

/// Somebody rings about something.
pub fn call(scene: &mut Scene, loggers: &[(usize, usize)]) -> Call {
    let person = scene.any_person();
    let chance = &mut scene.chance;
    let spoken = scene.people[person].details.language.unwrap_or_default();
    let topics: Vec<(usize, &'static str)> = [40, 16, 9, 8, 3, 2, 2, 3, 7, 5, 3, 2].into_iter().zip(TOPICS.map(|topic| topic.0)).collect();
    Call {
        person,
        unknown: chance.percent(3),
        account: *chance.weighted(loggers),
        topic: chance.weighted::<&'static str>(&topics),
        language: if chance.percent(80) { spoken.code() } else { Lang::Fi.code() },
        source: *chance.weighted(&[(80, Source::Phone), (8, Source::Counter), (12, Source::Email)]),
        urgent: chance.percent(7),
        reachable: *chance.weighted(&[
            (75, None),
            (10, Some((9 * 60, 12 * 60))),
            (10, Some((13 * 60, 16 * 60))),
            (5, Some((12 * 60, 13 * 60))),
        ]),
    }
}

/// What is done, each deed with the fewest and the most office minutes since the one before.
type Plan = Vec<(i64, i64, Deed)>;

fn deeds(scene: &mut Scene, plot: Plot) -> Plan {
    let mut deeds = Plan::new();
    if scene.chance.percent(6) {
        deeds.push((20, 60, Deed::Add));
    }
    let claim = (10, 260, Deed::Claim);
    let missed = |least, most| (least, most, Deed::Attempt(AttemptResult::NoAnswer));
    let reached = (5, 60, Deed::Attempt(AttemptResult::Reached));
    let close = |outcome| (3, 20, Deed::Close(outcome));
    let reasons = [Reason::WrongTopic, Reason::NeedsExpert, Reason::NeedsExpert, Reason::OtherArea, Reason::OtherLanguage, Reason::Absence];
    let mut hand_over = |least, most| (least, most, Deed::HandOver(*scene.chance.pick(&reasons)));
    match plot {
        Plot::Helped => deeds.extend([claim, reached, close(Outcome::Helped)]),
        Plot::HelpedAtLast => {
            let again = (60, 300, Deed::Attempt(AttemptResult::CallAgain));
            deeds.extend([claim, missed(5, 60), again, (200, 500, Deed::Attempt(AttemptResult::Reached)), close(Outcome::Helped)]);
        }
        Plot::NoNeed => deeds.extend([claim, reached, close(Outcome::NoHelpNeeded)]),
        Plot::NotReached => deeds.extend([claim, missed(5, 60), missed(200, 400), missed(300, 500), close(Outcome::NotReached)]),
        Plot::Referred => deeds.extend([claim, reached, close(Outcome::Referred)]),
        Plot::Cancelled => deeds.push((10, 120, Deed::Cancel)),
        Plot::HandedOver => deeds.extend([claim.clone(), hand_over(5, 90), claim, reached, close(Outcome::Helped)]),
        Plot::HandedOverTwice => {
            deeds.extend([hand_over(20, 120), claim.clone(), hand_over(5, 90), claim, reached, close(Outcome::Helped)])
        }
        Plot::Reopened => {
            let reopen = (200, 700, Deed::Reopen);
            deeds.extend([claim.clone(), reached.clone(), close(Outcome::Helped), reopen, claim, reached, close(Outcome::Helped)]);
        }
        Plot::Released => deeds.extend([claim.clone(), (60, 200, Deed::Release), claim, reached, close(Outcome::Helped)]),
    }
    deeds
}

/// Gives each deed its time in office hours.
fn timed(scene: &mut Scene, at: NaiveDateTime, call: Call, deeds: Plan) -> Vec<(NaiveDateTime, Deed)> {
    let hours = OfficeHours::default();
    let mut story = vec![(at, Deed::Log(call))];
    let mut at = at;
    for (least, most, deed) in deeds {
        at = hours.add(at, scene.chance.between(least, most));
        story.push((at, deed));
    }
    story
}
