//! Plays the agenda through the product's own functions, with the clock on the time of each deed. So the demo's rows are
//! what half a year of real use would have left, its mails included.

use super::agenda::Act;
use super::campaign::{self, Campaign};
use super::cast::Account;
use super::meanwhile;
use super::names;
use super::needs::Talk;
use super::scene::Scene;
use super::setting::{Setting, TOPICS};
use super::telephone;
use super::texts::phrase;
use crate::app::App;
use crate::companies::marks::{self, store::NewMark};
use crate::companies::store::{self as companies, NewCompany};
use crate::contacts::{self, Kind, NewContact, Visibility};
use crate::db::Conn;
use crate::error::Error;
use crate::identifiers::business_id::BusinessId;
use crate::needs::answers::Occasion;
use crate::people;
use crate::tasks::transition::{self, Deed};
use crate::tasks::{self, About, Holder, NewTask, Reach};
use crate::web::Viewer;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::QueryResult;
use std::sync::Mutex;

/// Where the companies' own numbers begin, above those of their people.
const COMPANY_PHONES: usize = 1000;

/// One task of so many is passed on, if it isn't kept.
const PASSED_ON: i64 = 4;

/// The stage: what is in the database by now.
pub struct Stage<'a> {
    pub app: &'a App,
    /// The app's clock.
    pub clock: &'a Mutex<NaiveDateTime>,
    pub setting: &'a Setting,
    pub accounts: &'a [Account],
    pub scene: Scene,
    people: Vec<Option<i64>>,
    /// By story.
    pub callbacks: Vec<Option<i64>>,
    talk: Talk,
    pub campaign: Campaign,
}

impl<'a> Stage<'a> {
    pub fn new(app: &'a App, clock: &'a Mutex<NaiveDateTime>, setting: &'a Setting, accounts: &'a [Account], scene: Scene) -> Self {
        let people = vec![None; scene.people.len()];
        Self { app, clock, setting, accounts, scene, people, callbacks: Vec::new(), talk: Talk::default(), campaign: Campaign::default() }
    }

    /// Plays everything, each deed at its time, and what happens by itself in between and until now.
    pub fn play(&mut self, conn: &mut Conn, acts: Vec<(NaiveDateTime, Act)>, stories: usize) -> Result<(), Error> {
        self.callbacks = vec![None; stories];
        for (at, act) in acts {
            meanwhile::pass(conn, self.app, self.clock, at)?;
            self.perform(conn, act, at)?;
        }
        meanwhile::pass(conn, self.app, self.clock, self.scene.history.now)
    }

    fn perform(&mut self, conn: &mut Conn, act: Act, at: NaiveDateTime) -> Result<(), Error> {
        match act {
            Act::AddCompany { company, account } => self.add_company(conn, company, account, at)?,
            Act::CorrectCompany { company, account } => self.correct_company(conn, company, account, at)?,
            Act::AddPerson { person, account } => self.add_person(conn, person, account, at)?,
            Act::Contact { person, account, kind, outcome } => self.log_contact(conn, person, account, (kind, outcome), at)?,
            Act::Promise { person, account, due_on, kept } => self.promise(conn, (person, account), due_on, kept, at)?,
            Act::Mark { person, account, kind, reason } => self.mark(conn, (person, account), (kind, reason), at)?,
            Act::Callback { story, deed } => telephone::perform(self, conn, story, deed, at)?,
            Act::Campaign(step) => campaign::perform(self, conn, step, at)?,
        }
        Ok(())
    }

    pub fn viewer(&self, account: usize) -> &'a Viewer {
        &self.accounts[account].viewer
    }

    pub fn company_id(&self, conn: &mut Conn, company: usize) -> QueryResult<i64> {
        companies::id_of(conn, &self.scene.companies[company].business_id)?.ok_or(diesel::result::Error::NotFound)
    }

    fn add_company(&mut self, conn: &mut Conn, company: usize, account: usize, at: NaiveDateTime) -> Result<(), Error> {
        let (company, viewer) = (&self.scene.companies[company], self.viewer(account));
        let business_id = BusinessId::parse(&company.business_id).map_err(Error::internal)?;
        let new = NewCompany {
            business_id: Some(&business_id),
            facts: &company.facts(),
            organisation_id: viewer.organisation_id,
            staff_id: viewer.staff_id,
        };
        companies::add(conn, &new, at)?;
        Ok(())
    }

    fn correct_company(&mut self, conn: &mut Conn, company: usize, account: usize, at: NaiveDateTime) -> QueryResult<()> {
        let id = self.company_id(conn, company)?;
        let Some(known) = companies::find(conn, id)? else { return Ok(()) };
        let mut facts = known.facts();
        facts.phone = names::phone(COMPANY_PHONES + company);
        facts.email = format!("info@{}", self.scene.companies[company].domain);
        companies::edit(conn, &known, &facts, author(self.viewer(account)), at)?;
        Ok(())
    }

    fn add_person(&mut self, conn: &mut Conn, person: usize, account: usize, at: NaiveDateTime) -> QueryResult<()> {
        let company_id = self.company_id(conn, self.scene.people[person].company)?;
        let details = &self.scene.people[person].details;
        self.people[person] = Some(people::store::add(conn, company_id, details, author(self.viewer(account)), at)?);
        Ok(())
    }

    fn log_contact(
        &mut self,
        conn: &mut Conn,
        person: usize,
        account: usize,
        (kind, outcome): (Kind, contacts::Outcome),
        at: NaiveDateTime,
    ) -> QueryResult<()> {
        let company_id = self.company_id(conn, self.scene.people[person].company)?;
        let viewer = self.viewer(account);
        let chance = &mut self.scene.chance;
        let note = phrase(chance, &format!("contact/{}/{}", kind.code(), outcome.code()));
        let topic = chance.percent(60).then(|| TOPICS[chance.skewed(TOPICS.len())].0);
        let visibility = if chance.percent(75) { Visibility::Shared } else { Visibility::Own };
        let contact = NewContact {
            company_id,
            person_id: self.people[person],
            callback_id: None,
            organisation_id: viewer.organisation_id,
            staff_id: viewer.staff_id,
            kind,
            outcome,
            topic_id: topic.map(|topic| self.setting.topics[topic]),
            note: &note,
            visibility,
            happened_at: at,
        };
        let contact_id = contacts::store::add(conn, &contact, at)?;
        if matches!(outcome, contacts::Outcome::Reached | contacts::Outcome::Agreed) {
            let occasion = Occasion { company_id, contact_id, organisation_id: viewer.organisation_id, staff_id: viewer.staff_id, at };
            let class = self.scene.companies[self.scene.people[person].company].class;
            self.talk.about_needs(conn, &occasion, class)?;
        }
        Ok(())
    }

    /// Whoever says "coordinate first" does the coordinating.
    fn mark(
        &self,
        conn: &mut Conn,
        (person, account): (usize, usize),
        (kind, reason): (marks::Kind, &str),
        at: NaiveDateTime,
    ) -> Result<(), Error> {
        let company_id = self.company_id(conn, self.scene.people[person].company)?;
        let viewer = self.viewer(account);
        let person = (kind == marks::Kind::CoordinateFirst).then_some(viewer.staff_id);
        let mark = NewMark { kind, person, reason: reason.to_owned(), ends_on: None };
        match marks::store::set(conn, viewer, company_id, &mark, at) {
            // Somebody else has said so.
            Ok(_) | Err(Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn promise(
        &mut self,
        conn: &mut Conn,
        (person, account): (usize, usize),
        due_on: NaiveDate,
        kept: Option<NaiveDateTime>,
        at: NaiveDateTime,
    ) -> Result<(), Error> {
        let company_id = self.company_id(conn, self.scene.people[person].company)?;
        let viewer = self.viewer(account);
        let title = phrase(&mut self.scene.chance, "task");
        let task = NewTask {
            about: About::Company(company_id),
            organisation_id: viewer.organisation_id,
            holder: Holder::Person(viewer.staff_id),
            created_by: viewer.staff_id,
            title: &title,
            due_on,
        };
        let id = tasks::store::add(conn, &task, at)?;
        if let Some(kept) = kept {
            *self.clock.lock().map_err(Error::internal)? = kept;
            transition::make(conn, self.app, viewer, id, &Deed::Complete)?;
            *self.clock.lock().map_err(Error::internal)? = at;
        } else if id % PASSED_ON == 0 {
            self.pass_on(conn, viewer, id)?;
        }
        Ok(())
    }

    /// To one of the owner's teams or to somebody there.
    fn pass_on(&mut self, conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<(), Error> {
        let me = Holder::Person(viewer.staff_id);
        let mates = Reach::of(conn, viewer)?.mates.into_iter().map(Holder::Person).filter(|mate| *mate != me);
        let all: Vec<Holder> = viewer.team_ids.iter().copied().map(Holder::Team).chain(mates).collect();
        let Some(to) = all.get(id as usize / PASSED_ON as usize % all.len().max(1)).copied() else { return Ok(()) };
        let note = phrase(&mut self.scene.chance, "task/handover");
        match transition::make(conn, self.app, viewer, id, &Deed::HandOver { from: Some(me), to, note }) {
            // Not every mate works with tasks.
            Ok(_) | Err(Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Organisation and person.
pub fn author(viewer: &Viewer) -> (i64, i64) {
    (viewer.organisation_id, viewer.staff_id)
}
