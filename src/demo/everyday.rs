//! Half a year in the register and the contact log. The call-backs are planned in `stories`.

use super::agenda::{Act, Agenda};
use super::scene::Scene;
use crate::calendar::clock::instant;
use crate::calendar::next_office_day;
use crate::companies::marks::Kind;
use crate::contacts::{self, Outcome};
use crate::web::{Role, Viewer};
use chrono::Days;

const CONTACTS: usize = 1150;
const CORRECTIONS: usize = 90;
const PROMISES: usize = 100;
/// The first days, in which the register is filled.
const FIRST_DAYS: usize = 4;
/// How many companies come to an event.
const GUESTS: usize = 12;
/// Working days from one event to the next, about a month.
const BETWEEN_EVENTS: usize = 21;

const MARKS: [(Kind, &str); 7] = [
    (Kind::CoordinateFirst, "Laaja rekrytointihanke kesken; yritys haluaa yhden yhteyshenkilön."),
    (Kind::DoNotContact, "Toimitusjohtaja pyysi, ettei yritykseen soiteta ilman heidän omaa pyyntöään."),
    (Kind::NoMarketing, "Ei halua tapahtumakutsuja sähköpostilla."),
    (Kind::CoordinateFirst, "Muutosneuvottelut käynnissä, muutosturvan tapaamiset on sovittu."),
    (Kind::NoMarketing, "Kuuluu ketjuun, joka on kieltänyt joukkoviestit."),
    (Kind::DoNotContact, "Toiminta on tauolla; ottavat itse yhteyttä, kun jatkavat."),
    (Kind::CoordinateFirst, "Oppisopimusten kokonaisuus: oppilaitos sopii käynnit."),
];

/// Plans it all; an account's number is its place in `accounts`.
pub fn plan(scene: &mut Scene, agenda: &mut Agenda, accounts: &[Viewer]) {
    let workers: Vec<(usize, usize)> = accounts.iter().enumerate().map(|(account, viewer)| (weight(viewer.roles[0]), account)).collect();
    plan_register(scene, agenda, &workers);
    for _ in 0..CONTACTS {
        plan_contact(scene, agenda, &workers);
    }
    for day in (FIRST_DAYS..scene.history.working_days.len()).step_by(BETWEEN_EVENTS) {
        plan_event(scene, agenda, &workers, day);
    }
    for _ in 0..PROMISES {
        plan_promise(scene, agenda, &workers);
    }
    plan_marks(scene, agenda, accounts);
}

/// What some companies want, spread over them and over the organisations that were told so.
fn plan_marks(scene: &Scene, agenda: &mut Agenda, accounts: &[Viewer]) {
    let tellers: Vec<usize> = (0..accounts.len()).filter(|account| weight(accounts[*account].roles[0]) > 0).collect();
    for (turn, (kind, reason)) in MARKS.into_iter().enumerate() {
        let person = (turn + 1) * scene.people.len() / (MARKS.len() + 1);
        let account = tellers[turn * 5 % tellers.len()];
        agenda.add(scene.history.ago(1500 * (turn as i64 + 1)), Act::Mark { person, account, kind, reason });
    }
}

/// How much of the contacts somebody with this role makes.
fn weight(role: Role) -> usize {
    match role {
        Role::EmployerTeam => 12,
        Role::CaseHandler | Role::CaseLead => 5,
        Role::Partner => 6,
        Role::Coordinator => 3,
        _ => 0,
    }
}

fn plan_register(scene: &mut Scene, agenda: &mut Agenda, workers: &[(usize, usize)]) {
    for company in 0..scene.companies.len() {
        if scene.companies[company].by_hand {
            let day = scene.history.working_days[scene.chance.below(FIRST_DAYS)];
            let account = *scene.chance.weighted(workers);
            agenda.add(instant(day, scene.chance.between(8 * 60, 15 * 60) as u32), Act::AddCompany { company, account });
        }
    }
    for person in 0..scene.people.len() {
        // Most were known from the start.
        let spared = if scene.chance.percent(70) { scene.history.working_days.len() - FIRST_DAYS - 25 } else { 1 };
        let at = scene.any_time(FIRST_DAYS, spared);
        agenda.add(at, Act::AddPerson { person, account: *scene.chance.weighted(workers) });
    }
    for _ in 0..CORRECTIONS {
        let person = scene.any_person();
        let at = scene.any_time(FIRST_DAYS, 0);
        let account = *scene.chance.weighted(workers);
        agenda.add(at, Act::CorrectCompany { company: scene.people[person].company, account });
    }
}

fn plan_contact(scene: &mut Scene, agenda: &mut Agenda, workers: &[(usize, usize)]) {
    let person = scene.any_person();
    let account = *scene.chance.weighted(workers);
    let kind = *scene.chance.weighted(&[(66, contacts::Kind::Call), (20, contacts::Kind::Email), (14, contacts::Kind::Visit)]);
    let unanswered = if kind == contacts::Kind::Visit { 0 } else { 12 };
    let outcome = *scene.chance.weighted(&[
        (40, Outcome::Reached),
        (20, Outcome::Agreed),
        (15, Outcome::FollowUp),
        (13, Outcome::NoNeed),
        (unanswered, Outcome::NoAnswer),
    ]);
    let at = scene.any_time(FIRST_DAYS, 0);
    agenda.add(at, Act::Contact { person, account, kind, outcome });
}

/// A recruitment event or a breakfast for employers: many are met in one morning.
fn plan_event(scene: &mut Scene, agenda: &mut Agenda, workers: &[(usize, usize)], day: usize) {
    let host = *scene.chance.weighted(workers);
    for guest in 0..GUESTS {
        let person = scene.any_person();
        let outcome = *scene.chance.pick(&[Outcome::Reached, Outcome::Reached, Outcome::Agreed, Outcome::FollowUp]);
        let at = instant(scene.history.working_days[day], 9 * 60 + 10 * guest as u32);
        agenda.add(at, Act::Contact { person, account: host, kind: contacts::Kind::Event, outcome });
    }
}

/// A dated promise. The older ones are kept, a few of the last days are late, the others lie ahead.
fn plan_promise(scene: &mut Scene, agenda: &mut Agenda, workers: &[(usize, usize)]) {
    let person = scene.any_person();
    let account = *scene.chance.weighted(workers);
    let at = scene.any_time(FIRST_DAYS, 0);
    let due_on = next_office_day(at.date() + Days::new(scene.chance.between(3, 60) as u64));
    let late = scene.history.today - Days::new(6);
    let is_kept = due_on < late || (due_on < scene.history.today && scene.chance.percent(60));
    let kept = is_kept.then(|| instant(due_on, scene.chance.between(9 * 60, 15 * 60) as u32));
    agenda.add(at, Act::Promise { person, account, due_on, kept });
}
