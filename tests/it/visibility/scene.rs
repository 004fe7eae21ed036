//! Who plays, and what they leave behind: every hidden text is entered by the page that takes it. The work is done on Friday
//! 20.11.2026, which is the last day of the project; the looking is done on Tuesday, after the reminders.

mod tables;

use super::RULES;
use crate::routes::Samples;
use crate::support::{Browser, Person, TestApp};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::i18n::Lang;
use kohtaanto::organisations::store::{self as organisations, NewTeam};
use kohtaanto::schema::{contacts, mails, register_imports, tasks};
use kohtaanto::staff::store::{self as staff, NewStaff};
use kohtaanto::web::{Role, once};

macro_rules! who {
    ($($name:ident),*) => {
        /// Each role of each organisation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Who { $($name),* }
        impl Who { pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name),*]; }
    };
}

who!(
    Administrator,
    Coordinator,
    Handler,
    Colleague,
    Lead,
    CaseHandler,
    CaseLead,
    Logger,
    Reader,
    LogReader,
    Partner,
    PartnerAdministrator,
    Teacher,
    SchoolAdministrator,
    Both,
    Former
);

use Who::*;

pub struct Scene {
    pub test: TestApp,
    pub samples: Samples,
    guests: [Person; 4],
    school_team: i64,
    /// The mail that holds markers itself.
    pub marked_mail: i64,
    /// The end of the project's last day, in UTC.
    pub access_ends: NaiveDateTime,
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("an instant")
}

/// The marker of this number, as `RULES` has it.
fn marker(number: &str) -> &'static str {
    let begin = format!("Merkki{number}");
    RULES.iter().map(|rule| rule.0).find(|marker| marker.starts_with(&begin)).expect("a marker")
}

impl Scene {
    pub async fn play() -> Self {
        let test = TestApp::start().await;
        test.leave_mail();
        let samples = Samples::enter(&test).await;
        let (guests, school_team) = test.write(Self::invite(test.cast.partner_organisation)).await;
        let mut scene = Self { test, samples, guests, school_team, marked_mail: 0, access_ends: at("2026-11-20T22:00:00") };
        scene.call_backs().await;
        scene.contact_log().await;
        scene.tasks().await;
        scene.call_lists().await;
        scene.rest().await;
        scene.test.set_clock(at("2026-11-24T08:00:00"));
        scene.test.run_jobs().await;
        scene.mark_a_mail().await;
        scene.tables().await;
        scene
    }

    /// A second partner, and a project whose last day is today.
    fn invite(partner: i64) -> impl FnOnce(&mut Conn) -> Result<([Person; 4], i64), Error> + Send + 'static {
        move |conn| {
            let now = at("2026-11-20T08:00:00");
            let school = organisations::add(conn, "Jokilaakson ammattiopisto", false, None, now)?;
            let project = organisations::add(conn, "Osaajat-hanke", false, Some(now.date()), now)?;
            let mut person = |organisation, name: &str, role| -> Result<Person, Error> {
                let email = format!("{}@kumppani.example", name.to_lowercase().replace(' ', "."));
                let id = staff::add(conn, &NewStaff { email: &email, name, language: Lang::Fi, password_hash: "" }, now)?;
                let membership_id = staff::add_membership(conn, id, organisation, &[role])?;
                Ok(Person { id, membership_id, name: name.to_owned(), email })
            };
            let guests = [
                person(school, "Oili Opettaja", Role::Partner)?,
                person(school, "Rauni Rehtori", Role::Administrator)?,
                person(school, "Kaisa Kaksoisrooli", Role::Partner)?,
                person(project, "Harri Hanke", Role::Partner)?,
            ];
            staff::add_membership(conn, guests[2].id, partner, &[Role::Partner])?;
            let new = |organisation_id, name, mailbox| NewTeam { organisation_id, name, mailbox, language: Lang::Fi, by_mail: false };
            let school_team = organisations::add_team(conn, &new(school, "Oppisopimukset", "oppisopimus@opisto.example"))?;
            let project_team = organisations::add_team(conn, &new(project, "Hanketiimi", "hanke@osaajat.example"))?;
            organisations::add_member(conn, school_team, guests[0].id, true)?;
            organisations::add_member(conn, school_team, guests[2].id, false)?;
            organisations::add_member(conn, project_team, guests[3].id, true)?;
            Ok((guests, school_team))
        }
    }

    pub fn person(&self, who: Who) -> &Person {
        let cast = &self.test.cast;
        match who {
            Administrator => &cast.administrator,
            Coordinator => &cast.coordinator,
            Handler => &cast.handler,
            Colleague => &cast.colleague,
            Lead => &cast.lead,
            CaseHandler => &cast.case_handler,
            CaseLead => &cast.case_lead,
            Logger => &cast.logger,
            Reader => &cast.reader,
            LogReader => &cast.log_reader,
            Partner => &cast.partner,
            PartnerAdministrator => &cast.partner_administrator,
            Teacher => &self.guests[0],
            SchoolAdministrator => &self.guests[1],
            Both => &self.guests[2],
            Former => &self.guests[3],
        }
    }

    pub async fn browser(&self, who: Option<Who>) -> Browser {
        match who {
            Some(who) => self.test.browser(self.person(who)).await,
            None => self.test.visitor(),
        }
    }

    /// Whose address it is; a team's mailbox is read by its people, of whom one answers here.
    pub fn recipient(&self, address: &str) -> Option<Who> {
        let mailboxes = [
            ("tyonantajat@alue.example", Handler),
            ("palkkatuki@alue.example", CaseHandler),
            ("neuvonta@yrityskeskus.example", Partner),
            ("oppisopimus@opisto.example", Teacher),
            ("hanke@osaajat.example", Former),
        ];
        let person = Who::ALL.into_iter().find(|who| self.person(*who).email == address);
        person.or_else(|| mailboxes.iter().find(|mailbox| mailbox.0 == address).map(|mailbox| mailbox.1))
    }

    /// Does a deed and gives the id in the address that follows.
    async fn done(&self, who: Who, path: &str, form: &str) -> String {
        let form = self.samples.fill(&format!("once={}&{form}", once::new_key()));
        let fields: Vec<(String, String)> = url::form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = self.browser(Some(who)).await.post(&self.samples.fill(path), &fields).await;
        let location = answer.location().split(['?', '#']).next().unwrap_or_default().to_owned();
        location.rsplit('/').next().unwrap_or_default().to_owned()
    }

    async fn call_backs(&self) {
        let call = |phone: &str, caller: &str, rest: &str| {
            format!("company_id={{company}}&company=Esimerkki Oy&caller_phone={phone}&source=phone&language=fi&caller_name={caller}&{rest}")
        };
        let topic = "topic={topic}";
        let first = call("0405550101", marker("01"), &format!("{topic}&note={}", marker("02")));
        let first = self.done(Logger, "/callbacks", &first).await;
        self.done(Handler, &format!("/callbacks/{first}/claim"), "").await;
        self.done(Handler, &format!("/callbacks/{first}/attempts"), &format!("result=no_answer&note={}", marker("03"))).await;
        self.done(Colleague, &format!("/callbacks/{first}/additions"), &format!("note={}", marker("04"))).await;
        // A company that is not in the register is known by what was typed.
        let unknown = call("0405550105", "Toinen", topic).replace("{company}", "").replace("Esimerkki Oy", marker("05"));
        self.done(Logger, "/callbacks", &unknown).await;
        let subsidy = call("0405550106", marker("06"), &format!("topic={{other_topic}}&note={}", marker("06")));
        self.done(Partner, "/callbacks", &subsidy).await;
        let handed_over = self.done(Logger, "/callbacks", &call("0405550107", marker("07"), topic)).await;
        let to_partner = format!("team={}&reason=needs_expert&note={}", self.test.cast.partner_team, marker("08"));
        self.done(Handler, &format!("/callbacks/{handed_over}/handovers"), &to_partner).await;
        self.done(Partner, &format!("/callbacks/{handed_over}/claim"), "").await;
        let referred = format!("outcome=referred&referred_to={}&note={}&visibility=own", marker("09"), marker("10"));
        self.done(Partner, &format!("/callbacks/{handed_over}/closure"), &referred).await;
        let link = self.samples.fill("/a/{answer_link}");
        let answer = self.test.visitor().post(&link, &[("answer", "care"), ("note", marker("11"))]).await;
        assert!(!answer.status.is_client_error(), "{}", answer.body);
    }

    /// Logs a contact with a note and gives its id.
    async fn contact(&self, who: Who, note: &str, rest: &str) -> i64 {
        let form = format!("kind=call&outcome=reached&happened_on=2026-11-19&happened_at=12:00&note={note}&{rest}");
        self.done(who, "/companies/{company}/contacts", &form).await;
        self.test.read(|conn| Ok(contacts::table.select(contacts::id).order(contacts::id.desc()).first(conn)?)).await
    }

    async fn contact_log(&self) {
        let need = |number: &str| format!("need_{{need_version}}={}", marker(number));
        let task = format!("visibility=own&task_title={}&task_due_on=2026-11-30&{}", marker("24"), need("35"));
        self.contact(Handler, marker("12"), &task).await;
        self.contact(Partner, marker("13"), &format!("visibility=own&{}", need("36"))).await;
        for (who, number) in [(Teacher, "14"), (Former, "15"), (Both, "16")] {
            self.contact(who, marker(number), "visibility=own").await;
        }
        self.contact(Partner, marker("17"), "visibility=shared").await;
        self.contact(Former, marker("18"), "visibility=shared").await;
        let restricted = self.contact(Partner, marker("19"), "visibility=shared").await;
        self.done(Partner, &format!("/contacts/{restricted}/visibility"), "visibility=own").await;
        let opened = self.contact(Handler, marker("20"), "visibility=own").await;
        self.done(Handler, &format!("/contacts/{opened}/visibility"), "visibility=shared").await;
        let corrected = self.contact(Handler, marker("21"), "visibility=own").await;
        self.done(Handler, &format!("/contacts/{corrected}"), &format!("outcome=agreed&note={}", marker("22"))).await;
        self.done(Teacher, "/companies/{company}/people", &format!("name={}", marker("23"))).await;
        self.done(Teacher, "/companies/{company}/sites", &format!("name={}", marker("39"))).await;
        let consent = format!("purpose=surveys&channel=phone&given_on=19.11.2026&note={}", marker("40"));
        self.done(Partner, "/people/{person}/consents", &consent).await;
    }

    async fn tasks(&self) {
        let newest = || self.test.read(|conn| Ok(tasks::table.select(tasks::id).order(tasks::id.desc()).first::<i64>(conn)?));
        let task: i64 = self.test.read(|conn| Ok(tasks::table.filter(tasks::title.eq(marker("24"))).select(tasks::id).first(conn)?)).await;
        let (handler, colleague) = (self.test.cast.handler.id, self.test.cast.colleague.id);
        let note = marker("25");
        let given = format!("from=staff-{handler}&holder=staff-{colleague}&note={note}");
        self.done(Handler, &format!("/tasks/{task}/handovers"), &given).await;
        self.done(Handler, &format!("/tasks/{task}/dates"), &format!("due_on=23.11.2026&note={note}")).await;
        self.done(Handler, "/tasks/batches", &format!("task={task}&deed=move&due_on=24.11.2026&back=/tasks")).await;
        let promises = [
            (Partner, "26", format!("team-{}", self.test.cast.partner_team)),
            (Teacher, "27", format!("team-{}", self.school_team)),
            (Former, "28", format!("staff-{}", self.guests[3].id)),
        ];
        for (who, number, holder) in promises {
            let title = marker(number);
            let form = format!("company=Esimerkki Oy&company_id={{company}}&title={title}&when=tomorrow&holder={holder}");
            self.done(who, "/tasks", &form).await;
            assert!(newest().await > task, "{title} is a task");
        }
    }

    async fn call_lists(&self) {
        let list =
            |name: &str, caller: i64| format!("name={name}&purpose=call&companies={{company}}&callers={caller}&script={}", marker("51"));
        let id = self.done(Handler, "/call-lists", &list(marker("50"), self.test.cast.handler.id)).await;
        let entry = self.done(Handler, &format!("/call-lists/{id}/turns"), "").await;
        let call = format!("outcome=agreed&note={}&visibility=own&then=stop", marker("52"));
        self.done(Handler, &format!("/call-lists/{id}/companies/{entry}/calls"), &call).await;
        for (who, number) in [(Partner, "53"), (Teacher, "54")] {
            let form = list(marker(number), self.person(who).id).replace(marker("51"), marker(number));
            self.done(who, "/call-lists", &form).await;
        }
        for (number, shared) in [("55", ""), ("56", "true")] {
            self.done(Handler, "/companies/filters", &format!("name={}&query=q=x&shared={shared}", marker(number))).await;
        }
    }

    /// A mark and drafts.
    async fn rest(&self) {
        let mark = format!("kind=do_not_contact&reason={}", marker("29"));
        self.done(Partner, "/companies/{company}/marks", &mark).await;
        let page = self.samples.fill("/companies/{company}/contacts/new");
        for (who, number) in [(Handler, "30"), (Both, "31")] {
            let author = self.person(who).membership_id.to_string();
            let fields = [("draft", page.as_str()), ("draft_of", author.as_str()), ("note", marker(number))];
            let answer = self.browser(Some(who)).await.post("/drafts", &fields).await;
            assert!(answer.status.is_success(), "{}", answer.body);
        }
    }

    /// The newest mail, so that its page is among those that are looked at.
    async fn mark_a_mail(&mut self) {
        self.marked_mail = self
            .test
            .write(|conn| {
                diesel::update(register_imports::table).set(register_imports::source.eq(marker("34"))).execute(conn)?;
                let id: i64 = mails::table.select(mails::id).order(mails::id.desc()).first(conn)?;
                let texts = (mails::subject.eq(marker("32")), mails::body_text.eq(marker("33")), mails::body_html.eq(marker("33")));
                diesel::update(mails::table.find(id)).set(texts).execute(conn)?;
                Ok(id)
            })
            .await;
    }
}
