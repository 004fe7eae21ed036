//! A row of the contact log: a contact of the importer's organisation. One that is in the log already is not logged again.

use super::values::coded;
use super::{Deed, Given, Ground, Planned, Problem, Told, problem, problems, which, with_others};
use crate::calendar::clock;
use crate::companies::store::Summary;
use crate::contacts::form::{Choices, Contact, ContactForm};
use crate::contacts::{Kind, Outcome as Came, Visibility, store};
use crate::db::Conn;
use crate::i18n;
use crate::identifiers::name;
use crate::people;
use crate::transfers::Outcome;
use crate::web::forms::parse_date;
use diesel::QueryResult;

/// The time of a contact of which only the day is known, in minutes: noon, which is that day however one counts.
const NOON: u32 = 12 * 60;

pub fn plan(conn: &mut Conn, ground: &Ground, given: &Given) -> QueryResult<Planned> {
    let title = |company: &str| [company, given.get("day")].join(" · ");
    let company = match which::company(conn, ground, given, "company")?.known() {
        Ok(company) => company,
        Err(problem) => {
            // Whose persons these are is not known.
            let others = check(ground, given, Vec::new()).err().unwrap_or_default();
            let others = others.into_iter().filter(|other| other.field != "person").collect();
            return Ok(Planned::refused(&title(given.get("company")), with_others(vec![problem], others)));
        }
    };
    let title = title(&company.name);
    let contact = match check(ground, given, people::store::choices(conn, company.id)?) {
        Ok(contact) => contact,
        Err(problems) => return Ok(told(Planned::refused(&title, problems), &company)),
    };
    let about = vec![format!("{} {} {} {}", company.id, contact.kind.code(), contact.happened_at, contact.note)];
    let is_known = store::is_logged(conn, company.id, ground.author.0, (contact.kind, contact.happened_at, &contact.note))?;
    let outcome = if is_known { Outcome::Same } else { Outcome::New };
    let deed = (!is_known).then_some(Deed::AddContact(company.id, contact));
    Ok(told(Planned { outcome, told: Told { title, ..Told::default() }, deed, about }, &company))
}

fn told(mut planned: Planned, company: &Summary) -> Planned {
    planned.told.company_id = Some(company.id);
    planned
}

fn check(ground: &Ground, given: &Given, people: Vec<(i64, String)>) -> Result<Contact, Vec<Problem>> {
    let choices = Choices { people, topics: ground.topics.to_vec(), ..Choices::default() };
    let (form, wrong) = form(ground, given, &choices);
    match form.check(&choices, ground.now) {
        Ok(contact) if wrong.is_empty() => Ok(contact),
        Ok(_) => Err(wrong),
        Err(errors) => Err(with_others(wrong, problems(ground, &errors, column))),
    }
}

/// The column where the form's field comes from.
fn column(field: &str) -> &str {
    match field {
        "happened_on" => "day",
        "happened_at" => "time",
        "person_id" => "person",
        "topic_id" => "topic",
        other => other,
    }
}

/// And what names nothing that is there.
fn form(ground: &Ground, given: &Given, choices: &Choices) -> (ContactForm, Vec<Problem>) {
    let mut wrong = Vec::new();
    let mut named = |field: &str, offered: &[(i64, String)], key: &str| {
        let folded = name::fold(given.get(field));
        let found: Vec<i64> = offered.iter().filter(|(_, label)| name::fold(label) == folded).map(|(id, _)| *id).collect();
        if !given.get(field).is_empty() && found.len() != 1 {
            wrong.push(problem(ground, field, key));
        }
        found.first().map(i64::to_string).unwrap_or_default()
    };
    let person_id = named("person", &choices.people, "error-transfer-person-unknown");
    let topic_id = named("topic", &choices.topics, "error-transfer-topic-unknown");
    let or = |field: &str, default: &str| if given.get(field).is_empty() { default.to_owned() } else { given.get(field).to_owned() };
    let (happened_on, happened_at) = day_and_time(ground, given);
    let form = ContactForm {
        kind: coded(&or("kind", &ground.mapping.kind), "contact-kind-", &Kind::ALL.map(Kind::code)),
        outcome: coded(&or("outcome", &ground.mapping.outcome), "contact-outcome-", &Came::ALL.map(Came::code)),
        visibility: coded(&or("visibility", &ground.mapping.visibility), "contact-visibility-", &Visibility::ALL.map(Visibility::code)),
        note: given.get("note").to_owned(),
        person_id,
        topic_id,
        happened_on,
        happened_at,
        ..ContactForm::default()
    };
    for (field, is_known) in [
        ("kind", Kind::from_code(&form.kind).is_some()),
        ("outcome", Came::from_code(&form.outcome).is_some()),
        ("visibility", Visibility::from_code(&form.visibility).is_some()),
    ] {
        if !is_known {
            wrong.push(problem(ground, field, "error-transfer-value-unknown"));
        }
    }
    (form, wrong)
}

/// A day column may hold the time too. Without a time it is noon, or the beginning of today.
fn day_and_time(ground: &Ground, given: &Given) -> (String, String) {
    let (day, time) = match given.get("day").split_once(' ') {
        Some((day, time)) if given.get("time").is_empty() && parse_date(day).is_some() => (day, time.trim()),
        _ => (given.get("day"), given.get("time")),
    };
    // Seconds tell nothing here: 10:30:00, 10.30.00.
    let time: String = time.split([':', '.']).take(2).collect::<Vec<_>>().join(".");
    if !time.is_empty() {
        return (day.to_owned(), time);
    }
    let is_today = parse_date(day) == Some(i18n::helsinki(ground.now).date_naive());
    (day.to_owned(), if is_today { "0.00".to_owned() } else { clock::write(NOON) })
}
