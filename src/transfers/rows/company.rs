//! A row of companies. An empty cell leaves what is there. What the register tells stays as it is unless the import says that the
//! file counts for more, and then it is a correction by hand; a correction that a person made stays in either case.

use super::values::{company_form, municipality, post_code_and_office, size_class};
use super::which::{self, Which};
use super::{Change, Deed, Given, Ground, Planned, Told, problem, problems, with_others};
use crate::companies::form::{CompanyForm, Typed};
use crate::companies::store::{self, Company};
use crate::companies::{FROM_REGISTER, Field, words};
use crate::db::Conn;
use crate::identifiers::{name, phone};
use crate::transfers::Outcome;
use diesel::QueryResult;

pub fn plan(conn: &mut Conn, ground: &Ground, given: &Given) -> QueryResult<Planned> {
    let has_id = !given.get("business_id").is_empty();
    match which::company(conn, ground, given, "name")? {
        Which::This(company) if !has_id && is_elsewhere(given, &company.municipality) => {
            refuse(ground, given, "municipality", "error-transfer-namesake")
        }
        Which::This(company) => {
            let company = if ground.holds { store::hold(conn, company.id)? } else { store::find(conn, company.id)? };
            company.map_or_else(
                || refuse(ground, given, "name", "error-transfer-company-unknown"),
                |company| change(conn, ground, given, company),
            )
        }
        Which::Unknown(_) => add(conn, ground, given),
        Which::Wrong(problem) => {
            let others = new(given).finish(ground.today, &|_, _| false).err();
            let mut others = others.map(|errors| problems(ground, &errors, |name| name)).unwrap_or_default();
            // Beside a business id a row needs no name.
            others.retain(|other| other.field != "name");
            Ok(Planned::refused(title(given), with_others(vec![problem], others)))
        }
    }
}

fn title<'a>(given: &'a Given) -> &'a str {
    [given.get("name"), given.get("business_id")].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

fn refuse(ground: &Ground, given: &Given, field: &str, key: &str) -> QueryResult<Planned> {
    Ok(Planned::refused(title(given), vec![problem(ground, field, key)]))
}

/// The row says a municipality, and it is not this one.
fn is_elsewhere(given: &Given, known: &str) -> bool {
    let typed = given.get("municipality");
    !typed.is_empty() && !known.is_empty() && municipality(typed) != known
}

/// Lays what the row says over the form; its name is said apart.
fn lay_over(form: &mut CompanyForm, name: &str, given: &Given) {
    let (post_code, office) = post_code_and_office(given.get("post_code"));
    let office = Some(given.get("post_office").to_owned()).filter(|office| !office.is_empty()).or(office).unwrap_or_default();
    let fields = [
        (&mut form.name, name.to_owned()),
        (&mut form.company_form, company_form(given.get("company_form"))),
        (&mut form.industry, given.get("industry").to_owned()),
        (&mut form.municipality, municipality(given.get("municipality"))),
        (&mut form.street_address, given.get("street_address").to_owned()),
        (&mut form.post_code, post_code),
        (&mut form.post_office, office),
        (&mut form.postal_address, given.get("postal_address").to_owned()),
        (&mut form.website, given.get("website").to_owned()),
        (&mut form.phone, given.get("phone").to_owned()),
        (&mut form.email, given.get("email").to_owned()),
        (&mut form.size_class, size_class(given.get("size_class"))),
    ];
    for (field, value) in fields {
        if !value.is_empty() {
            *field = value;
        }
    }
}

fn new(given: &Given) -> CompanyForm {
    let mut form = CompanyForm { business_id: given.get("business_id").to_owned(), ..CompanyForm::default() };
    lay_over(&mut form, given.get("name"), given);
    form
}

fn add(conn: &mut Conn, ground: &Ground, given: &Given) -> QueryResult<Planned> {
    let typed = match new(given).finish(ground.today, &|_, _| false) {
        Ok(typed) => typed,
        Err(errors) => return Ok(Planned::refused(title(given), problems(ground, &errors, |name| name))),
    };
    let folded = name::fold(&typed.facts.name);
    // The same company without its business id would become a second one.
    let without_id = |company: &store::Summary| company.business_id.is_none();
    if typed.business_id.is_some() && store::named(conn, &folded)?.iter().any(without_id) {
        return refuse(ground, given, "business_id", "error-transfer-namesake-without-id");
    }
    let about = typed.business_id.iter().map(|id| format!("id {id}")).chain([format!("name {folded}")]).collect();
    let told = Told { title: typed.facts.name.clone(), ..Told::default() };
    Ok(Planned { outcome: Outcome::New, told, about, deed: Some(Deed::AddCompany(Box::new(typed))) })
}

fn change(conn: &mut Conn, ground: &Ground, given: &Given, company: Company) -> QueryResult<Planned> {
    let mut form = CompanyForm { business_id: String::new(), ..CompanyForm::of(&company, ground.lang) };
    // A parallel name, or that of a company merged into this one, tells which company it is, not what it is called.
    let name = Some(given.get("name")).filter(|text| !given.get("business_id").is_empty() || name::fold(text) == company.name_fold);
    lay_over(&mut form, name.unwrap_or_default(), given);
    let before = company.facts();
    let Typed { mut facts, .. } = match form.finish(ground.today, &|field, value| before.get(field) == value) {
        Ok(typed) => typed,
        Err(errors) => {
            let mut refused = Planned::refused(&company.name, problems(ground, &errors, |name| name));
            refused.told.company_id = Some(company.id);
            return Ok(refused);
        }
    };
    let mut told = Told { title: company.name.clone(), company_id: Some(company.id), ..Told::default() };
    let corrected = store::field_edits(conn, company.id)?;
    let differing = Field::ALL.into_iter().filter(|field| before.get(*field) != facts.get(*field)).collect::<Vec<_>>();
    for field in differing {
        let (old, new) = (before.get(field), facts.get(field).to_owned());
        let is_corrected = field.is_in_register() && corrected.iter().any(|edit| edit.field == field.code());
        let is_registered = company.source == FROM_REGISTER && field.is_in_register() && !old.is_empty() && !ground.mapping.overrides;
        let change = || Change {
            field: field.code().to_owned(),
            before: words::value(field, old, ground.lang),
            after: words::value(field, &new, ground.lang),
        };
        if is_corrected || is_registered {
            told.kept.push(change());
        } else if !says_the_same(field, old, &new) {
            told.changes.push(change());
            continue;
        }
        old.clone_into(facts.get_mut(field));
    }
    let outcome = if told.changes.is_empty() { Outcome::Same } else { Outcome::Changed };
    let about = vec![format!("company {}", company.id)];
    let deed = (outcome == Outcome::Changed).then(|| Deed::EditCompany(Box::new(company), Box::new(facts)));
    Ok(Planned { outcome, told, deed, about })
}

/// Another spelling of the same number or address is no change.
fn says_the_same(field: Field, old: &str, new: &str) -> bool {
    let e164 = |text: &str| phone::parse(text).ok().map(|phone| phone.e164);
    match field {
        Field::Phone => e164(old).is_some_and(|known| e164(new) == Some(known)),
        Field::Email | Field::Website => old.eq_ignore_ascii_case(new),
        _ => false,
    }
}
