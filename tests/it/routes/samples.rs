//! What the table's names in braces stand for: rows entered anew for each request, since a deed changes them.

mod imported;
mod lists;
mod register;
mod transfer;

use crate::support::{Cast, TestApp};
use chrono::{Days, NaiveDateTime};
use diesel::dsl::max;
use diesel::prelude::*;
use kohtaanto::absences::{self, store::NewAbsence};
use kohtaanto::answers;
use kohtaanto::app::App;
use kohtaanto::calendar::{Closing, Season};
use kohtaanto::callbacks::store::{NewCallback, Receiver};
use kohtaanto::callbacks::transition::{self, Deed};
use kohtaanto::callbacks::{self, Outcome, Source};
use kohtaanto::companies::marks::{self, store::NewMark};
use kohtaanto::companies::{self, Facts, store::NewCompany};
use kohtaanto::contacts::{self, NewContact};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::feeds::{self, Subject};
use kohtaanto::i18n::Lang;
use kohtaanto::needs::Kind;
use kohtaanto::needs::questions::store::{self as questions, Details as QuestionDetails};
use kohtaanto::organisations::closing_days::{self, store::Scope};
use kohtaanto::organisations::duty;
use kohtaanto::organisations::seasons;
use kohtaanto::organisations::store::{self as organisations, NewTeam, Opens};
use kohtaanto::routing::{self, rules::Row};
use kohtaanto::schema::{absences as absence_rows, mails};
use kohtaanto::staff::links::{self, Purpose};
use kohtaanto::staff::{self, sessions, store::NewStaff};
use kohtaanto::tasks::{self, About, Holder, NewTask};
use kohtaanto::web::{Role, Viewer, once};
use std::sync::Arc;

pub struct Samples(Vec<(&'static str, String)>);

impl Samples {
    pub async fn enter(test: &TestApp) -> Self {
        let (app, cast) = (test.app.clone(), test.cast.clone());
        test.write(move |conn| Self::rows(conn, &app, &cast)).await
    }

    fn rows(conn: &mut Conn, app: &Arc<App>, cast: &Cast) -> Result<Self, Error> {
        let mut samples = Self(vec![("once", once::new_key()), ("any", "x".to_owned()), ("css", "css/base.css".to_owned())]);
        let now = app.now();
        let facts = Facts { name: "Esimerkki Oy".to_owned(), municipality: "734".to_owned(), ..Facts::default() };
        let author = (cast.host, cast.handler.id);
        let new = NewCompany { business_id: None, facts: &facts, organisation_id: author.0, staff_id: author.1 };
        let company = companies::store::add(conn, &new, now)?;
        samples.add("company", company);
        register::enter(conn, app, cast, (&mut samples, company))?;
        let question = |wording: &str| QuestionDetails { wording: wording.to_owned(), kind: Kind::Text, industry: String::new() };
        let need = questions::add(conn, &question(&format!("Osaaminen {}", once::new_key())), None, now)?;
        samples.add("need", need);
        samples.add("need_version", questions::find(conn, need)?.version_id);
        samples.add("topic", cast.recruitment);
        samples.add("other_topic", cast.subsidy);
        samples.add("team", cast.employer_team);
        samples.add("other_team", cast.subsidy_team);
        samples.add("partner_team", cast.partner_team);
        samples.add("host", cast.host);
        samples.add("job", "expired-mails".to_owned());
        samples.add("partner_organisation", cast.partner_organisation);
        samples.add("newcomer", cast.reader.id);
        samples.add("lead", cast.lead.id);
        let [team, line, topic] = free(conn, cast)?;
        samples.add("free_team", team);
        samples.add("line", line);
        samples.add("free_topic", topic);
        let day = now.date() + Days::new(40);
        let season = Season { first: day, last: Some(day), periods: Vec::new() };
        samples.add("season", seasons::store::add(conn, Opens::Team(team), &season)?);
        let closing = Closing { first: day, last: day, name: "Henkilöstöpäivä".to_owned() };
        samples.add("closing", closing_days::store::add(conn, Scope::Team(team), &closing)?);
        samples.add("routing", routing(conn, cast)?);
        let [new, taken, closed] = callback_in_each_state(conn, app, cast, company)?;
        samples.add("mail", mails::table.select(max(mails::id)).first::<Option<i64>>(conn)?.expect("the call-back made mails"));
        let email = format!("{}@alue.example", once::new_key());
        let leaver = NewStaff { email: &email, name: "Lasse Lähtevä", language: Lang::Fi, password_hash: "" };
        let leaver = staff::store::add(conn, &leaver, now)?;
        staff::store::add_membership(conn, leaver, cast.partner_organisation, &[Role::Partner])?;
        samples.add("leaver", leaver);
        samples.add("guest_organisation", cast.partner_organisation);
        samples.add("host", cast.host);
        samples.add("job", "expired-mails".to_owned());
        samples.add("invitation", links::issue(conn, leaver, Purpose::Invitation, None, now)?.token);
        samples.add("new_password", links::issue(conn, leaver, Purpose::Password, None, now)?.token);
        let import = imported::add(conn, cast)?;
        samples.add("import", import);
        samples.add("change", imported::change(conn, import, company)?);
        samples.add("transfer", transfer::add(conn, app, cast)?);
        samples.add("member", cast.handler.id);
        samples.add("callback", new);
        samples.add("taken", taken);
        samples.add("closed", closed);
        let (asked, token) = asked_by_mail(conn, app, cast, new)?;
        samples.add("asked", asked);
        samples.add("answer_link", token);
        let task = NewTask {
            about: About::Company(company),
            organisation_id: cast.host,
            holder: Holder::Person(cast.handler.id),
            created_by: cast.handler.id,
            title: "Soita",
            due_on: now.date(),
        };
        samples.add("task", tasks::store::add(conn, &task, now)?);
        let handler = viewer(conn, app, cast.handler.membership_id)?;
        let [contact, mark] = contact_and_mark(conn, &handler, company, now)?;
        samples.add("contact", contact);
        samples.add("mark", mark);
        samples.add("batch", tasks::batches::store::add(conn, &handler, now)?);
        lists::enter(conn, &handler, company, &mut samples)?;
        register::twins(conn, app, cast, &mut samples)?;
        duty_and_feed(conn, app, cast, (&mut samples, team))?;
        Ok(samples)
    }

    fn add(&mut self, name: &'static str, value: impl ToString) {
        self.0.push((name, value.to_string()));
    }

    /// The text with samples in place of their names.
    pub fn fill(&self, text: &str) -> String {
        let filled = self.0.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
        assert!(!filled.contains('{'), "{filled} names a sample that there is not");
        filled
    }
}

/// The handler has talked with the company and coordinates with it.
fn contact_and_mark(conn: &mut Conn, handler: &Viewer, company_id: i64, now: NaiveDateTime) -> Result<[i64; 2], Error> {
    let contact = NewContact {
        company_id,
        person_id: None,
        callback_id: None,
        organisation_id: handler.organisation_id,
        staff_id: handler.staff_id,
        kind: contacts::Kind::Call,
        outcome: contacts::Outcome::Reached,
        topic_id: None,
        note: "Puhuttiin",
        visibility: contacts::Visibility::Shared,
        happened_at: now,
    };
    let mark =
        NewMark { kind: marks::Kind::CoordinateFirst, person: Some(handler.staff_id), reason: "Laaja hanke".to_owned(), ends_on: None };
    Ok([contacts::store::add(conn, &contact, now)?, marks::store::set(conn, handler, company_id, &mark, now)?])
}

/// The handler is on duty next Tuesday and away in January; somebody in a team that nothing leads to, and that team's calendar.
fn duty_and_feed(conn: &mut Conn, app: &App, cast: &Cast, (samples, team): (&mut Samples, i64)) -> Result<(), Error> {
    let day = |text: &str| text.parse().expect("a day");
    duty::assign(conn, cast.employer_team, day("2026-11-24"), cast.handler.id)?;
    samples.add("shift_day", "2026-11-24");
    diesel::delete(absence_rows::table).execute(conn)?;
    let handler = viewer(conn, app, cast.handler.membership_id)?;
    let (from_on, until_on) = (day("2027-01-04"), day("2027-01-05"));
    let new = NewAbsence { staff_id: cast.handler.id, from_on, until_on, replacement_id: None };
    absences::store::add(conn, &new, &handler, app.now())?.expect("no other is entered");
    samples.add("absence", absence_rows::table.select(absence_rows::id).first::<i64>(conn)?);
    let email = format!("{}@alue.example", once::new_key());
    let new = NewStaff { email: &email, name: "Aatu Ahkera", language: Lang::Fi, password_hash: "" };
    let absentee = staff::store::add(conn, &new, app.now())?;
    organisations::add_member(conn, team, absentee, false)?;
    samples.add("absentee", absentee);
    samples.add("feed", feeds::store::make(conn, Subject::Team(team), cast.handler.id, app.now())?);
    Ok(())
}

/// A team of the host that nothing leads to, with a lead and a phone line, and a topic that nothing has.
fn free(conn: &mut Conn, cast: &Cast) -> Result<[i64; 3], Error> {
    let new = NewTeam { organisation_id: cast.host, name: "Varalla", mailbox: "varalla@alue.example", language: Lang::Fi, by_mail: false };
    let team = organisations::add_team(conn, &new)?;
    organisations::add_member(conn, team, cast.lead.id, true)?;
    let line = organisations::add_phone_line(conn, team, "Varalinja", "050 000 9001", "+358500009001")?;
    Ok([team, line, organisations::add_topic(conn, "Varalla", 3)?])
}

fn routing(conn: &mut Conn, cast: &Cast) -> Result<i64, Error> {
    let row = |topic_id, team_id| Row {
        id: 0,
        topic_id,
        municipality: None,
        industry: None,
        language: None,
        team_id,
        backup_team_id: None,
        response_minutes: 240,
        urgent_response_minutes: 60,
    };
    if routing::store::rows(conn)?.is_empty() {
        routing::store::add(conn, &row(None, cast.employer_team))?;
    }
    Ok(routing::store::add(conn, &row(Some(cast.subsidy), cast.subsidy_team))?)
}

/// Logged by the logger for the handler's team: one in the queue, one held by the handler, one that the handler ended.
fn callback_in_each_state(conn: &mut Conn, app: &Arc<App>, cast: &Cast, company: i64) -> Result<[i64; 3], Error> {
    let logger = viewer(conn, app, cast.logger.membership_id)?;
    let handler = viewer(conn, app, cast.handler.membership_id)?;
    let new = NewCallback {
        company_id: Some(company),
        company_text: String::new(),
        caller_name: "Sampo Soittaja".to_owned(),
        caller_phone: "040 1234567".to_owned(),
        caller_phone_e164: "+358401234567".to_owned(),
        topic_id: cast.recruitment,
        language: "fi".to_owned(),
        source: Source::Phone,
        urgent: false,
        reachable: None,
        note: String::new(),
    };
    let receiver = Receiver { team_id: cast.employer_team, backup_team_id: None, response_minutes: 240, due_at: app.now() };
    let mut ids = [0; 3];
    for id in &mut ids {
        *id = callbacks::store::add(conn, &new, receiver, &logger, app.now())?;
    }
    let callback = callbacks::store::find(conn, ids[0])?;
    callbacks::mails::arrived(conn, app, &callback)?;
    for id in &ids[1..] {
        transition::make(conn, app, &handler, *id, &Deed::Claim)?;
    }
    let end = Deed::Close { outcome: Outcome::Helped, referred_to: String::new() };
    transition::make(conn, app, &handler, ids[2], &end)?;
    Ok(ids)
}

/// A call-back like the one in the queue, at a team that works by mail, with the token of its link.
fn asked_by_mail(conn: &mut Conn, app: &Arc<App>, cast: &Cast, like: i64) -> Result<(i64, String), Error> {
    let organisation_id = organisations::add(conn, "Postin päässä", false, None, app.now())?;
    let new = NewTeam { organisation_id, name: "Postitiimi", mailbox: "posti@yrityskeskus.example", language: Lang::Fi, by_mail: true };
    let team = organisations::add_team(conn, &new)?;
    let like = callbacks::store::find(conn, like)?;
    let logger = viewer(conn, app, cast.logger.membership_id)?;
    let new = NewCallback {
        company_id: like.company_id,
        company_text: String::new(),
        caller_name: like.caller_name,
        caller_phone: like.caller_phone,
        caller_phone_e164: like.caller_phone_e164,
        topic_id: like.topic_id,
        language: like.language,
        source: Source::Phone,
        urgent: false,
        reachable: None,
        note: String::new(),
    };
    let receiver = Receiver { team_id: team, backup_team_id: None, response_minutes: 240, due_at: app.now() };
    let id = callbacks::store::add(conn, &new, receiver, &logger, app.now())?;
    Ok((id, answers::links::issue(conn, id, team, app.now())?.token))
}

fn viewer(conn: &mut Conn, app: &App, membership_id: i64) -> Result<Viewer, Error> {
    let token = sessions::begin(conn, membership_id, app.now())?;
    Ok(sessions::viewer(conn, &token, app.now())?.expect("a session that has just begun"))
}
