//! What lies on the desk today: call-backs that wait, that somebody holds, that ended in the last days; and promises for
//! today.

use super::agenda::{Act, Agenda, Call, Deed};
use super::scene::Scene;
use super::stories::{call, loggers};
use crate::callbacks::{AttemptResult, Outcome, Reason};
use crate::web::Viewer;
use chrono::Days;

/// How many ended lately.
const ENDED: i64 = 14;
/// Topic, and how many office minutes ago it was logged: the first is urgent, the last ones are late.
const WAITING: [(&str, i64); 10] = [
    ("recruitment", 12),
    ("advice", 18),
    ("subsidy", 35),
    ("recruitment", 50),
    ("apprenticeship", 70),
    ("change_security", 85),
    ("startup", 110),
    ("business", 150),
    ("recruitment", 610),
    ("subsidy", 800),
];
/// Topic, minutes since it was logged and since it was taken, and what came of the attempts.
const HELD: [(&str, i64, i64, &[AttemptResult]); 13] = [
    ("recruitment", 90, 40, &[]),
    ("subsidy", 180, 100, &[AttemptResult::NoAnswer]),
    ("recruitment", 300, 220, &[AttemptResult::CallAgain]),
    ("advice", 330, 200, &[]),
    ("recruitment", 500, 410, &[AttemptResult::NoAnswer, AttemptResult::NoAnswer]),
    ("joint_training", 560, 430, &[AttemptResult::CallAgain]),
    ("international", 400, 330, &[]),
    ("apprenticeship", 650, 500, &[AttemptResult::NoAnswer]),
    ("business", 700, 380, &[AttemptResult::Reached]),
    ("change_security", 130, 95, &[AttemptResult::Reached]),
    ("recruitment", 160, 55, &[]),
    ("advice", 240, 170, &[AttemptResult::NoAnswer]),
    ("startup", 420, 290, &[]),
];

pub fn plan(scene: &mut Scene, agenda: &mut Agenda, accounts: &[Viewer]) {
    plan_call_backs(scene, agenda, &loggers(accounts));
    for (account, _) in accounts.iter().enumerate().filter(|(_, viewer)| !viewer.team_ids.is_empty()) {
        for ago in [0, 0, scene.chance.between(1, 3)] {
            let (person, due_on) = (scene.any_person(), scene.history.today - Days::new(ago as u64));
            agenda.add(scene.history.ago(2500), Act::Promise { person, account, due_on, kept: None });
        }
    }
}

fn plan_call_backs(scene: &mut Scene, agenda: &mut Agenda, loggers: &[(usize, usize)]) {
    for (place, (topic, ago)) in WAITING.into_iter().enumerate() {
        let call = Call { topic, urgent: place == 0, unknown: place == 3, reachable: None, ..call(scene, loggers) };
        let mut deeds = vec![(scene.history.ago(ago), Deed::Log(call))];
        if place == 7 {
            deeds.push((scene.history.ago(ago - 40), Deed::HandOver(Reason::WrongTopic)));
            deeds.push((scene.history.ago(ago - 90), Deed::HandOver(Reason::NeedsExpert)));
        }
        agenda.add_story(deeds);
    }
    for (topic, logged, taken, attempts) in HELD {
        let call = Call { topic, urgent: false, unknown: false, ..call(scene, loggers) };
        let mut deeds = vec![(scene.history.ago(logged), Deed::Log(call)), (scene.history.ago(taken), Deed::Claim)];
        for (turn, result) in (1..).zip(attempts) {
            deeds.push((scene.history.ago(taken - 15 * turn), Deed::Attempt(*result)));
        }
        agenda.add_story(deeds);
    }
    for turn in 1..=ENDED {
        let call = call(scene, loggers);
        let ago = |minutes| scene.history.ago(130 * turn + minutes);
        let outcome = if turn % 5 == 0 { Outcome::NoHelpNeeded } else { Outcome::Helped };
        agenda.add_story(vec![
            (ago(120), Deed::Log(call)),
            (ago(60), Deed::Claim),
            (ago(40), Deed::Attempt(AttemptResult::Reached)),
            (ago(30), Deed::Close(outcome)),
        ]);
    }
}
