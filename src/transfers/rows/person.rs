//! A row of contact persons. Who has the same name in the same company is the same person; numbers are added, never taken away.

use super::values::coded;
use super::{Change, Deed, Given, Ground, Planned, Problem, Told, problem, problems, which, with_others};
use crate::companies::store::Summary;
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::identifiers::{name, phone};
use crate::people::form::PersonForm;
use crate::people::store::{self, Details, Person};
use crate::transfers::Outcome;
use diesel::QueryResult;

pub fn plan(conn: &mut Conn, ground: &Ground, given: &Given) -> QueryResult<Planned> {
    let company = match which::company(conn, ground, given, "company")?.known() {
        Ok(company) => company,
        Err(problem) => {
            let others = finish(ground, &new(given), None).err().unwrap_or_default();
            return Ok(Planned::refused(given.get("name"), with_others(vec![problem], others)));
        }
    };
    let folded = name::fold(given.get("name"));
    let mut known = store::of_company(conn, company.id)?;
    known.retain(|person| person.ended_at.is_none() && name::fold(&person.name) == folded);
    let mut planned = match (known.pop(), known.is_empty()) {
        (None, _) => add(ground, given, &company),
        (Some(person), true) => {
            let person = if ground.holds { store::hold(conn, person.id)?.unwrap_or(person) } else { person };
            change(ground, given, &person)
        }
        (Some(_), false) => Planned::refused(given.get("name"), vec![problem(ground, "name", "error-transfer-person-several")]),
    };
    planned.told.title = format!("{} · {}", given.get("name"), company.name);
    planned.told.company_id = Some(company.id);
    planned.about = vec![format!("{} {folded}", company.id)];
    Ok(planned)
}

fn language(given: &Given) -> String {
    coded(given.get("language"), "lang-", &Lang::ALL.map(Lang::code))
}

/// A file says nothing of sites: the person stays at the one where they are.
fn finish(ground: &Ground, form: &PersonForm, site_id: Option<i64>) -> Result<Details, Vec<Problem>> {
    let sites: Vec<(i64, String)> = site_id.into_iter().map(|id| (id, String::new())).collect();
    form.finish(&sites, ground.today).map_err(|errors| problems(ground, &errors, |name| name))
}

fn new(given: &Given) -> PersonForm {
    PersonForm {
        name: given.get("name").to_owned(),
        role: given.get("role").to_owned(),
        phone: given.get("phone").to_owned(),
        phone_2: given.get("phone_2").to_owned(),
        email: given.get("email").to_owned(),
        language: language(given),
        ..PersonForm::default()
    }
}

fn add(ground: &Ground, given: &Given, company: &Summary) -> Planned {
    let form = new(given);
    match finish(ground, &form, None) {
        Err(problems) => Planned::refused(&form.name, problems),
        Ok(details) => {
            Planned { outcome: Outcome::New, told: Told::default(), deed: Some(Deed::AddPerson(company.id, details)), about: Vec::new() }
        }
    }
}

fn change(ground: &Ground, given: &Given, person: &Person) -> Planned {
    let mut form = PersonForm::of(person);
    let mut changes = Vec::new();
    let mut lay_over = |field: &str, old: &mut String, new: String, in_words: &dyn Fn(&str) -> String| {
        if !new.is_empty() && !old.eq_ignore_ascii_case(&new) {
            changes.push(Change { field: field.to_owned(), before: in_words(old), after: in_words(&new) });
            *old = new;
        }
    };
    let as_is = |text: &str| text.to_owned();
    let spoken = |code: &str| if code.is_empty() { String::new() } else { i18n::text(ground.lang, &format!("lang-{code}")) };
    lay_over("role", &mut form.role, given.get("role").to_owned(), &as_is);
    lay_over("email", &mut form.email, given.get("email").to_owned(), &as_is);
    lay_over("language", &mut form.language, language(given), &spoken);
    for field in ["phone", "phone_2"] {
        let typed = given.get(field);
        let number = phone::parse(typed).map(|phone| phone.e164).unwrap_or_default();
        if typed.is_empty() || person.phones.iter().any(|known| known.phone_e164 == number) {
            continue;
        }
        let places = [&mut form.phone, &mut form.phone_2, &mut form.phone_3, &mut form.phone_4, &mut form.phone_5];
        match places.into_iter().find(|place| place.is_empty()) {
            Some(place) => typed.clone_into(place),
            None => return Planned::refused(&person.name, vec![problem(ground, field, "error-transfer-no-room-for-phone")]),
        }
        changes.push(Change { field: field.to_owned(), before: String::new(), after: typed.to_owned() });
    }
    match finish(ground, &form, person.site_id) {
        Err(problems) => Planned::refused(&form.name, problems),
        Ok(_) if changes.is_empty() => Planned { outcome: Outcome::Same, told: Told::default(), deed: None, about: Vec::new() },
        Ok(details) => Planned {
            outcome: Outcome::Changed,
            told: Told { changes, ..Told::default() },
            deed: Some(Deed::EditPerson(person.id, details)),
            about: Vec::new(),
        },
    }
}
