//! Who calls: a click in the telephone exchange opens `/companies?phone=…`. The whole number is compared in E.164, in the
//! companies' own numbers and in those of their contact persons. One company opens at once, several are there to choose
//! from, and where nobody has the number, it goes along to whatever is added or logged.

use super::marks::store::{Marks, of_companies};
use super::search::{self, Hit};
use super::views::HitView;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::identifiers::phone::{self, Phone, PhoneError};
use crate::people::store as people;
use crate::routes::WORKERS;
use crate::web::forms::clean;
use crate::web::{Page, Viewer};
use actix_web::HttpResponse;
use diesel::QueryResult;
use serde::Serialize;
use url::form_urlencoded::Serializer;

/// A company that has a number, and those of its contact persons who have it.
pub struct Caller {
    pub company: Hit,
    pub people: Vec<people::Row>,
}

impl Caller {
    /// The one person whose number it is; none if it is the company's alone or several people share it.
    pub fn person(&self) -> Option<&people::Row> {
        self.people.first().filter(|_| self.people.len() == 1)
    }

    fn address(&self) -> String {
        let company = self.company.company.id;
        self.person()
            .map_or_else(|| format!("/companies/{company}"), |person| format!("/companies/{company}?person={0}#person-{0}", person.id))
    }
}

/// Everybody with exactly this number.
pub fn callers(conn: &mut Conn, e164: &str) -> QueryResult<Vec<Caller>> {
    let mut people = people::with_number(conn, e164)?;
    let companies = search::with_number(conn, e164)?;
    let mut people_of = |id: i64| people.extract_if(.., |person| person.company_id == id).collect();
    Ok(companies.into_iter().map(|company| Caller { people: people_of(company.company.id), company }).collect())
}

#[derive(Default, Serialize)]
struct CallerView {
    /// The number as people write it, or what was sent.
    number: String,
    /// Why it can't be looked for.
    trouble: Option<String>,
    callers: Vec<CallerRow>,
    log_callback: String,
    add_company: String,
    add_person: String,
    may_work: bool,
}

#[derive(Serialize)]
struct CallerRow {
    company: HitView,
    href: String,
    people: Vec<String>,
    log_callback: String,
}

pub async fn show(viewer: &Viewer, page: &Page, sent: &str) -> Result<HttpResponse, Error> {
    let sent = clean(sent);
    let number = match phone::from_exchange(&sent) {
        Ok(number) => number,
        Err(error) => {
            let view = CallerView {
                number: sent.trim().to_owned(),
                trouble: Some(i18n::text(page.lang(), trouble(error))),
                ..CallerView::default()
            };
            return page.render_refused("companies/caller.html", &view);
        }
    };
    let e164 = number.e164.clone();
    let today = page.app.today();
    let find = move |conn: &mut Conn| {
        let found = callers(conn, &e164)?;
        let ids: Vec<i64> = found.iter().map(|caller| caller.company.company.id).collect();
        let marks = of_companies(conn, &ids, today)?;
        Ok((found, marks))
    };
    let (found, marks) = page.app.db.read(find).await?;
    match found.as_slice() {
        [one] => Ok(page.redirect(&one.address(), None)),
        _ => page.render("companies/caller.html", &view(viewer, page, &number, (found, marks))),
    }
}

fn trouble(error: PhoneError) -> &'static str {
    match error {
        PhoneError::Empty | PhoneError::Characters => "error-caller-characters",
        PhoneError::TooShort => "error-caller-too-short",
        PhoneError::TooLong => "error-phone-too-long",
    }
}

fn view(viewer: &Viewer, page: &Page, number: &Phone, (found, marks): (Vec<Caller>, Marks)) -> CallerView {
    let row = |caller: Caller| CallerRow {
        href: caller.address(),
        log_callback: with_phone("/callbacks/new", number, Some(caller.company.company.id)),
        people: caller.people.into_iter().map(|person| person.name).collect(),
        company: HitView::of(caller.company, page.lang()).marked(&marks),
    };
    CallerView {
        number: phone::display(&number.e164),
        trouble: None,
        callers: found.into_iter().map(row).collect(),
        log_callback: with_phone("/callbacks/new", number, None),
        add_company: with_phone("/companies/new", number, None),
        add_person: with_phone("/people/new", number, None),
        may_work: WORKERS.allows(viewer),
    }
}

/// An address whose form begins with the number.
fn with_phone(path: &str, number: &Phone, company: Option<i64>) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("phone", &phone::display(&number.e164));
    if let Some(company) = company {
        query.append_pair("company", &company.to_string());
    }
    format!("{path}?{}", query.finish())
}
