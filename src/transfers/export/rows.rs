//! The rows of an export, a slice of companies at a time.

use super::value::Value;
use crate::classifications::company_forms;
use crate::companies::filters::size_in_words;
use crate::companies::form::industry_text;
use crate::companies::marks::Purpose;
use crate::companies::marks::store::{self as marks, Marks};
use crate::companies::search::{At, Found, Search, search};
use crate::companies::store::{self as companies, Company};
use crate::companies::views;
use crate::contacts;
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::people;
use crate::people::consents::store as consents;
use crate::transfers::Kind;
use crate::transfers::columns::label;
use chrono::NaiveDate;
use diesel::QueryResult;
use std::collections::HashMap;

/// Companies at a time.
const SLICE: usize = 500;
/// A text that finds more is too wide to be taken out by.
const MOST_NAMED: usize = 20_000;

/// Which companies are still to come.
#[derive(Clone)]
pub enum Companies {
    /// Those that filters leave, page by page.
    Filtered(Box<Search>),
    /// Those that a text has found, in its order.
    Named(Vec<i64>),
}

impl Companies {
    /// All that the search finds; None if its text finds too many.
    pub fn of(conn: &mut Conn, wanted: Search) -> QueryResult<Option<Self>> {
        if wanted.text.trim().is_empty() {
            return Ok(Some(Self::Filtered(Box::new(Search { at: At::First, limit: SLICE, ..wanted }))));
        }
        let found = search(conn, &Search { at: At::First, limit: MOST_NAMED, ..wanted })?;
        let is_whole = !found.uncounted && found.next.is_none();
        Ok(is_whole.then(|| Self::Named(ids(&found))))
    }

    /// The next ones, and what comes after them.
    fn next(self, conn: &mut Conn) -> QueryResult<(Vec<i64>, Option<Self>)> {
        match self {
            Self::Filtered(wanted) => {
                let found = search(conn, &wanted)?;
                let ids = ids(&found);
                Ok((ids, found.next.map(|next| Self::Filtered(Box::new(Search { at: At::of(&next, ""), ..*wanted })))))
            }
            Self::Named(mut ids) => {
                let rest = ids.split_off(SLICE.min(ids.len()));
                Ok((ids, (!rest.is_empty()).then_some(Self::Named(rest))))
            }
        }
    }
}

fn ids(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.company.id).collect()
}

/// What an export consists of; it is moved on by each slice.
#[derive(Clone)]
pub struct Rows {
    pub kind: Kind,
    pub lang: Lang,
    /// Whose marks count.
    today: NaiveDate,
    /// Who reads: own texts of other organisations are not for them.
    pub organisation_id: i64,
    /// None when all has been read.
    rest: Option<Companies>,
}

impl Rows {
    pub fn of(kind: Kind, (lang, today): (Lang, NaiveDate), organisation_id: i64, companies: Companies) -> Self {
        Self { kind, lang, today, organisation_id, rest: Some(companies) }
    }

    pub fn heading(&self) -> Vec<String> {
        let fields: &[&str] = match self.kind {
            Kind::Companies => &[
                "business_id",
                "name",
                "company_form",
                "industry",
                "municipality",
                "street_address",
                "post_code_and_office",
                "postal_address",
                "website",
                "phone",
                "email",
                "size_class",
                "registered_on",
                "ended_on",
                "marks",
            ],
            Kind::People => &["business_id", "company", "name", "role", "phone", "phone_2", "email", "language", "consents", "marks"],
            Kind::Contacts => &[
                "business_id",
                "company",
                "day",
                "kind",
                "topic",
                "organisation",
                "staff",
                "outcome",
                "person",
                "note",
                "visibility",
                "marks",
            ],
        };
        fields.iter().map(|field| label(field, self.lang)).collect()
    }

    /// The next rows, and what comes after them; none when there is nothing more.
    pub fn next(mut self, conn: &mut Conn) -> QueryResult<Option<(Vec<Vec<Value>>, Self)>> {
        let Some(rest) = self.rest.take() else { return Ok(None) };
        let (ids, rest) = rest.next(conn)?;
        self.rest = rest;
        let mut known: HashMap<i64, Company> = companies::of_ids(conn, &ids)?.into_iter().map(|company| (company.id, company)).collect();
        let in_order: Vec<Company> = ids.iter().filter_map(|id| known.remove(id)).collect();
        let marks = marks::of_companies(conn, &ids, self.today)?;
        let rows = match self.kind {
            Kind::Companies => in_order.iter().map(|company| self.company(company, &marks)).collect(),
            Kind::People => self.people(conn, &in_order, &marks)?,
            Kind::Contacts => self.contacts(conn, &in_order, &marks)?,
        };
        Ok(Some((rows, self)))
    }

    fn company(&self, company: &Company, marks: &Marks) -> Vec<Value> {
        let may = |purpose| is_open(company, marks, purpose);
        let post = [company.post_code.as_str(), &company.post_office].join(" ");
        vec![
            Value::text(company.business_id.as_deref().unwrap_or_default()),
            Value::text(&company.name),
            Value::text(company_forms::name(&company.company_form, self.lang).unwrap_or(&company.company_form)),
            Value::Text(industry_text(&company.industry, &company.industry_set, self.lang)),
            Value::text(views::municipality(&company.municipality, self.lang)),
            Value::text(&company.street_address),
            Value::text(post.trim()),
            Value::text_if(may(Purpose::Call), &company.postal_address),
            Value::text(&company.website),
            if may(Purpose::Call) { Value::phone(&company.phone, &company.phone_e164) } else { Value::text("") },
            Value::text_if(may(Purpose::Marketing), &company.email),
            Value::Text(if company.size_class.is_empty() { String::new() } else { size_in_words(&company.size_class, self.lang) }),
            Value::Date(company.registered_on),
            Value::Date(company.ended_on),
            self.marks(company, marks),
        ]
    }

    fn marks(&self, company: &Company, marks: &Marks) -> Value {
        let kinds = marks.get(&company.id).into_iter().flatten();
        Value::Text(kinds.map(|kind| i18n::text(self.lang, &format!("company-mark-{}", kind.code()))).collect::<Vec<_>>().join(", "))
    }

    fn people(&self, conn: &mut Conn, companies: &[Company], marks: &Marks) -> QueryResult<Vec<Vec<Value>>> {
        let ids: Vec<i64> = companies.iter().map(|company| company.id).collect();
        let people = people::store::of_companies(conn, &ids)?;
        let consents = consents::in_force(conn, &people.iter().map(|person| person.id).collect::<Vec<_>>())?;
        let consented = |person: &people::store::Person| {
            let of = consents.iter().filter(|consent| consent.person_id == person.id);
            let told = |consent: &consents::InForce| {
                format!("{} ({})", i18n::text(self.lang, &format!("consent-purpose-{}", consent.purpose)), consent.organisation)
            };
            Value::Text(of.map(told).collect::<Vec<_>>().join(", "))
        };
        let row = |company: &Company, person: &people::store::Person| {
            let may = |purpose| is_open(company, marks, purpose);
            let numbers = if may(Purpose::Call) { person.phones.as_slice() } else { &[] };
            let phone =
                |at: usize| numbers.get(at).map_or_else(|| Value::text(""), |number| Value::phone(&number.phone, &number.phone_e164));
            let spoken =
                if person.language.is_empty() { String::new() } else { i18n::text(self.lang, &format!("lang-{}", person.language)) };
            let [id, name] = whose(company);
            vec![
                id,
                name,
                Value::text(&person.name),
                Value::text(&person.role),
                phone(0),
                phone(1),
                Value::text_if(may(Purpose::Marketing), &person.email),
                Value::Text(spoken),
                consented(person),
                self.marks(company, marks),
            ]
        };
        let of = |company: &'_ Company| {
            people.iter().filter(|person| person.company_id == company.id).map(|person| row(company, person)).collect::<Vec<_>>()
        };
        Ok(companies.iter().flat_map(of).collect())
    }

    fn contacts(&self, conn: &mut Conn, companies: &[Company], marks: &Marks) -> QueryResult<Vec<Vec<Value>>> {
        let ids: Vec<i64> = companies.iter().map(|company| company.id).collect();
        let touches = contacts::store::touches(conn, &ids)?;
        let contact_ids: Vec<i64> = touches.iter().map(|(_, touch)| touch.contact_id).collect();
        let texts = contacts::store::texts(conn, &contact_ids, self.organisation_id)?;
        let named = |prefix: &str, code: &str| Value::Text(i18n::text(self.lang, &format!("{prefix}{code}")));
        let row = |company: &Company, touch: &contacts::store::Touch| {
            let [business_id, name] = whose(company);
            let mut row = vec![business_id, name, Value::Instant(touch.happened_at), named("contact-kind-", &touch.kind)];
            row.extend([touch.topic.as_deref().unwrap_or_default(), &touch.organisation, &touch.who].map(Value::text));
            match texts.get(&touch.contact_id) {
                Some(text) => row.extend([
                    named("contact-outcome-", &text.outcome),
                    Value::text(text.person.as_deref().unwrap_or_default()),
                    Value::text(&text.note),
                    named("contact-visibility-", &text.visibility),
                ]),
                None => row.extend(["", "", "", ""].map(Value::text)),
            }
            row.push(self.marks(company, marks));
            row
        };
        let of = |company: &'_ Company| {
            touches.iter().filter(|(of, _)| *of == company.id).map(|(_, touch)| row(company, touch)).collect::<Vec<_>>()
        };
        Ok(companies.iter().flat_map(of).collect())
    }
}

/// No mark forbids it.
fn is_open(company: &Company, marks: &Marks, purpose: Purpose) -> bool {
    !marks.get(&company.id).into_iter().flatten().any(|kind| purpose.forbidden_by().contains(kind))
}

fn whose(company: &Company) -> [Value; 2] {
    [Value::text(company.business_id.as_deref().unwrap_or_default()), Value::text(&company.name)]
}
