//! A made-up office that writes about a few companies by chance, through the same functions as the pages.

mod register;

use crate::support::{Chance, TestApp};
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::app::App;
use kohtaanto::call_lists::{self, call_form::Call};
use kohtaanto::callbacks::store::{NewCallback, Receiver};
use kohtaanto::callbacks::{self, Source};
use kohtaanto::companies::marks::Purpose;
use kohtaanto::companies::store::{self as companies, NewCompany};
use kohtaanto::companies::{Facts, Field};
use kohtaanto::contacts::{self, NewContact};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::people::{self, store::Details};
use kohtaanto::schema::{callbacks as callback_rows, companies as rows, people as person_rows};
use kohtaanto::staff::sessions;
use kohtaanto::tasks::{self, About, Holder, NewTask};
use kohtaanto::web::Viewer;
use std::sync::Arc;

pub struct Office {
    pub app: Arc<App>,
    pub viewer: Viewer,
    topics: [i64; 2],
    team: i64,
    partner: (i64, i64),
    lists: [i64; 2],
}

const NAMES: [&str; 8] =
    ["Konepaja Oy", "Konepaja", "Salon Sähkö Ky", "Salon Sahko", "Öljynen & Pojat Oy", "Perniön Puu", "Somero Soft Oy", "Taimisto Tmi"];

impl Office {
    pub async fn open(test: &TestApp) -> Self {
        let (app, cast) = (test.app.clone(), test.cast.clone());
        let token = test.session(&cast.handler).await;
        let now = app.now();
        let viewer = test.read(move |conn| Ok(sessions::viewer(conn, &token, now)?.expect("a session"))).await;
        let partner = (cast.partner_organisation, cast.partner.id);
        let maker = viewer.clone();
        let make = move |conn: &mut Conn| {
            let details = call_lists::store::Details {
                name: "Kierros".to_owned(),
                purpose: Purpose::Call,
                topic_id: None,
                script: String::new(),
                callers: vec![maker.staff_id],
            };
            Ok([call_lists::store::add(conn, &maker, &details, now)?, call_lists::store::add(conn, &maker, &details, now)?])
        };
        let lists = test.write(make).await;
        Self { lists, app, viewer, topics: [cast.recruitment, cast.subsidy], team: cast.employer_team, partner }
    }

    fn author(&self, chance: &mut Chance) -> (i64, i64) {
        if chance.permille(300) { self.partner } else { (self.viewer.organisation_id, self.viewer.staff_id) }
    }

    /// Some companies: the second is of the register, with a business id; gives their ids.
    pub fn companies(&self, conn: &mut Conn, chance: &mut Chance, seed: u64) -> Result<Vec<i64>, Error> {
        let mut ids = Vec::new();
        for number in 0..4 {
            let name = (*chance.pick(&NAMES)).to_owned();
            let facts = self.facts(chance, Facts { name, ..Facts::default() });
            let (organisation_id, staff_id) = self.author(chance);
            let new = NewCompany { business_id: None, facts: &facts, organisation_id, staff_id };
            let id = companies::add(conn, &new, self.app.now())?;
            if number == 1 {
                let named = (rows::business_id.eq(business_id(seed)), rows::source.eq("ytj"));
                diesel::update(rows::table.find(id)).set(named).execute(conn)?;
            }
            ids.push(id);
        }
        Ok(ids)
    }

    fn facts(&self, chance: &mut Chance, mut facts: Facts) -> Facts {
        let mut set = |field: Field, values: &[&str]| {
            if chance.permille(500) {
                (*chance.pick(values)).clone_into(facts.get_mut(field));
            }
        };
        set(Field::Municipality, &["734", "761", ""]);
        set(Field::Phone, &["02 778 2055", "040 123 4567", ""]);
        set(Field::Email, &["info@kone.example", "posti@puu.example", ""]);
        set(Field::Website, &["www.kone.example", "puu.example", ""]);
        set(Field::Industry, &["62100", "16100", ""]);
        set(Field::SizeClass, &["0-4", "5-9", ""]);
        set(Field::StreetAddress, &["Tehdaskatu 1", "Rantatie 2"]);
        facts
    }

    /// One write about this company, if it is there.
    pub fn write(&self, conn: &mut Conn, chance: &mut Chance, company: i64) -> Result<(), Error> {
        let now = self.app.now() + TimeDelta::minutes(chance.between(1, 5000));
        let author = self.author(chance);
        let Some(row) = companies::find(conn, company)? else { return Ok(()) };
        let persons: Vec<i64> = person_rows::table.filter(person_rows::company_id.eq(company)).select(person_rows::id).load(conn)?;
        let calls: Vec<i64> = callback_rows::table.filter(callback_rows::company_id.eq(company)).select(callback_rows::id).load(conn)?;
        let one_of = |chance: &mut Chance, ids: &[i64]| (!ids.is_empty() && chance.permille(600)).then(|| *chance.pick(ids));
        match chance.below(15) {
            0 => {
                let mut facts = self.facts(chance, row.facts());
                if chance.permille(300) {
                    (*chance.pick(&NAMES)).clone_into(&mut facts.name);
                }
                companies::edit(conn, &row, &facts, author, now)?;
            }
            1 | 2 => {
                let details = details(chance);
                people::store::add(conn, company, &details, author, now)?;
            }
            3 => {
                if let Some(person) = one_of(chance, &persons) {
                    people::store::edit(conn, person, &details(chance), author, now)?;
                    if chance.permille(300) {
                        people::store::end(conn, person, author, now)?;
                    }
                }
            }
            4 | 5 => {
                let person = one_of(chance, &persons);
                self.contact(conn, chance, (company, person, None), now)?;
            }
            6 => {
                let call = one_of(chance, &calls);
                let person = one_of(chance, &persons).filter(|_| chance.permille(500));
                self.contact(conn, chance, (company, person, call), now)?;
            }
            7 => self.task(conn, chance, About::Company(company), author)?,
            8 => {
                if let Some(call) = one_of(chance, &calls) {
                    self.task(conn, chance, About::Callback(call), author)?;
                }
            }
            9 | 10 => self.site(conn, chance, company, &persons)?,
            11 | 12 => self.tag_or_consent(conn, chance, company, &persons)?,
            13 => self.group(conn, chance, company)?,
            _ => {
                self.call(conn, company)?;
                let seed = company.unsigned_abs() * 31 + calls.len() as u64 + 1;
                self.call_for_list(conn, &mut Chance::new(seed), company)?;
            }
        }
        Ok(())
    }

    /// Puts it on one of the lists, and perhaps calls it.
    fn call_for_list(&self, conn: &mut Conn, chance: &mut Chance, company: i64) -> Result<(), Error> {
        use kohtaanto::schema::call_list_companies as entries;
        let (viewer, now) = (&self.viewer, self.app.now());
        let list = call_lists::store::find(conn, viewer, *chance.pick(&self.lists))?;
        call_lists::companies::put(conn, &list, &[company], self.app.today())?;
        if chance.permille(600) {
            let entry = entries::table.filter(entries::call_list_id.eq(list.id).and(entries::company_id.eq(company)));
            let entry: i64 = entry.select(entries::id).first(conn)?;
            call_lists::turns::take_this(conn, viewer, &list, entry, now)?;
            if chance.permille(700) {
                let call = Call {
                    outcome: *chance.pick(&call_lists::Outcome::ALL[..6]),
                    again_at: None,
                    wants_task: false,
                    person_id: None,
                    note: String::new(),
                    visibility: contacts::Visibility::Shared,
                    needs: Vec::new(),
                };
                call_lists::calls::record(conn, viewer, &list, entry, &call, now)?;
            }
        }
        Ok(())
    }

    fn contact(
        &self,
        conn: &mut Conn,
        chance: &mut Chance,
        (company_id, person_id, callback_id): (i64, Option<i64>, Option<i64>),
        now: chrono::NaiveDateTime,
    ) -> Result<(), Error> {
        let (organisation_id, staff_id) = self.author(chance);
        let new = NewContact {
            company_id,
            person_id,
            callback_id,
            organisation_id,
            staff_id,
            kind: contacts::Kind::Call,
            outcome: contacts::Outcome::Reached,
            topic_id: Some(*chance.pick(&self.topics)),
            note: "Puhuttiin.",
            visibility: if chance.permille(500) { contacts::Visibility::Own } else { contacts::Visibility::Shared },
            happened_at: now,
        };
        contacts::store::add(conn, &new, now)?;
        Ok(())
    }

    fn task(&self, conn: &mut Conn, chance: &mut Chance, about: About, author: (i64, i64)) -> Result<(), Error> {
        let due_on = self.app.today() + TimeDelta::days(chance.between(1, 60));
        let (organisation_id, created_by) = author;
        let new = NewTask { about, organisation_id, holder: Holder::Person(created_by), created_by, title: "Soita", due_on };
        tasks::store::add(conn, &new, self.app.now())?;
        Ok(())
    }

    fn call(&self, conn: &mut Conn, company: i64) -> Result<(), Error> {
        let new = NewCallback {
            company_id: Some(company),
            company_text: String::new(),
            caller_name: "Sampo Soittaja".to_owned(),
            caller_phone: "040 1234567".to_owned(),
            caller_phone_e164: "+358401234567".to_owned(),
            topic_id: self.topics[0],
            language: "fi".to_owned(),
            source: Source::Phone,
            urgent: false,
            reachable: None,
            note: String::new(),
        };
        let receiver = Receiver { team_id: self.team, backup_team_id: None, response_minutes: 240, due_at: self.app.now() };
        let id = callbacks::store::add(conn, &new, receiver, &self.viewer, self.app.now())?;
        let callback = callbacks::store::find(conn, id)?;
        Ok(kohtaanto::timeline::record(
            conn,
            &kohtaanto::timeline::Event {
                company_id: company,
                kind: kohtaanto::timeline::Kind::CallbackLogged,
                organisation_id: Some(callback.organisation_id),
                staff_id: Some(callback.logged_by),
                topic_id: Some(callback.topic_id),
                contact_id: None,
                callback_id: Some(id),
                occurred_at: callback.created_at,
            },
        )?)
    }
}

/// A business id with a right check digit that no other seed has.
pub fn business_id(seed: u64) -> String {
    let ids = (9_000_000 + seed * 20..).flat_map(|number| (0..10).map(move |digit| format!("{number}-{digit}")));
    ids.into_iter().find(|id| kohtaanto::identifiers::business_id::BusinessId::parse(id).is_ok()).expect("an id")
}

fn details(chance: &mut Chance) -> Details {
    Details {
        name: (*chance.pick(&["Maija Malli", "Matti Meikäläinen", "Åsa Öberg"])).to_owned(),
        phones: vec![(*chance.pick(&["040 123 4567", "050 111 2222"])).to_owned()],
        ..Details::default()
    }
}
