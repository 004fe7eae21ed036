//! An office with a lot that falls due today, a database that outlives services, and a mail server.

use crate::independent_smtp::MailServer;
use crate::support::{Cast, TempDir, TestDatabase, database_url};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::count_star;
use diesel::prelude::*;
use kohtaanto::callbacks::store::{self as callbacks, NewCallback, Receiver};
use kohtaanto::callbacks::{Source, State};
use kohtaanto::companies::{
    Facts,
    store::{self as companies, NewCompany},
};
use kohtaanto::db::{Conn, DatabaseUrl, Db};
use kohtaanto::error::Error;
use kohtaanto::schema::{callback_steps, callbacks as callback_rows, mails, reminders};
use kohtaanto::settings::{self, Settings};
use kohtaanto::staff::sessions;
use kohtaanto::tasks::{self, About, Holder, NewTask};
use std::cell::RefCell;
use std::time::{Duration, Instant};

/// How long no work may be seen before it counts as stuck.
const PATIENCE: Duration = Duration::from_secs(90);

pub struct Scene {
    pub database: String,
    pub begin: NaiveDateTime,
    pub server: MailServer,
    conn: RefCell<Conn>,
    _database: TestDatabase,
}

#[derive(Queryable)]
pub struct Mail {
    pub id: i64,
    /// In angle brackets, as the header has it.
    pub message_id: String,
    pub attempts: i32,
}

pub fn database(url: &str) -> DatabaseUrl {
    url.parse().expect("a database address")
}

impl Scene {
    /// So many tasks due on a Friday, and so many call-backs whose response time is over by then; mail may leave at any hour.
    pub fn enter(dir: &TempDir, tasks: usize, late: usize) -> Self {
        let database = TestDatabase::create(dir);
        let db = Db::open(&database.url).expect("the database opens");
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a Friday");
        // Half past midnight in Finland: with a pause between a hundred services the day is just long enough.
        let begin = day.and_hms_opt(0, 0, 0).expect("an hour") - chrono::TimeDelta::minutes(90);
        let mut conn = db.writer().expect("a connection");
        kohtaanto::db::in_transaction(&mut conn, |conn| fill(conn, (tasks, late), day, begin)).expect("the scene enters");
        let conn = RefCell::new(db.connection().expect("a connection"));
        Self { database: database_url(&database.url), begin, server: MailServer::start(), conn, _database: database }
    }

    /// Mails written and mails sent.
    fn work(&self) -> (usize, usize) {
        let conn = &mut *self.conn.borrow_mut();
        let written: i64 = mails::table.select(count_star()).first(conn).expect("a count");
        let sent: i64 = mails::table.filter(mails::sent_at.is_not_null()).select(count_star()).first(conn).expect("a count");
        (written as usize, sent as usize)
    }

    /// Waits until so much is done.
    pub async fn wait_for_work(&self, enough: usize) {
        self.watch(|(written, sent)| written + sent >= enough).await;
    }

    /// Waits until nothing is left to do.
    pub async fn wait_until_idle(&self) {
        self.watch(|(written, sent)| written == sent && self.open_work() == 0).await;
    }

    async fn watch(&self, is_enough: impl Fn((usize, usize)) -> bool) {
        let (mut seen, mut since) = (self.work(), Instant::now());
        while !is_enough(seen) {
            tokio::time::sleep(Duration::from_millis(5)).await;
            let now = self.work();
            if now != seen {
                (seen, since) = (now, Instant::now());
            }
            assert!(since.elapsed() < PATIENCE, "stuck: {seen:?} mails are written and sent");
        }
    }

    /// Reminders and steps that are due and not recorded.
    fn open_work(&self) -> i64 {
        let conn = &mut *self.conn.borrow_mut();
        let due = reminders::table.filter(reminders::state.eq("waiting"));
        let open = callback_rows::table.filter(callback_rows::state.eq(State::New.code()).and(callback_rows::late.eq(false)));
        due.count().get_result::<i64>(conn).expect("a count") + open.count().get_result::<i64>(conn).expect("a count")
    }

    pub fn mails(&self) -> Vec<Mail> {
        let rows = mails::table.order(mails::id).select((mails::id, mails::message_id, mails::attempts));
        let mut mails: Vec<Mail> = rows.load(&mut *self.conn.borrow_mut()).expect("the mails");
        mails.iter_mut().for_each(|mail| mail.message_id = format!("<{}>", mail.message_id));
        mails
    }

    /// The Message-IDs of what the server has, one for each copy.
    pub fn arrived(&self) -> Vec<String> {
        self.server.mails().into_iter().map(|mail| mail.message_id).collect()
    }

    /// No reminder waits, each has a mail of its own.
    pub fn assert_each_reminder_once(&self) {
        let conn = &mut *self.conn.borrow_mut();
        let mut told: Vec<Option<i64>> = reminders::table.select(reminders::mail_id).load(conn).expect("the reminders");
        let all = told.len();
        told.sort_unstable();
        told.dedup();
        assert_eq!((told.len(), told.contains(&None)), (all, false), "each has its own mail");
    }

    /// Each late call-back has its first step, once, and no address has two mails about it.
    pub fn assert_each_step_once(&self) {
        let conn = &mut *self.conn.borrow_mut();
        let late: i64 = callback_rows::table.count().get_result(conn).expect("a count");
        let steps: i64 = callback_steps::table.count().get_result(conn).expect("a count");
        assert_eq!(steps, late);
        let mut told: Vec<(Option<i64>, String)> = mails::table
            .filter(mails::callback_id.is_not_null())
            .select((mails::callback_id, mails::recipient_address))
            .load(conn)
            .expect("the mails");
        let all = told.len();
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), all, "one mail for each address");
    }
}

fn fill(conn: &mut Conn, (tasks, late): (usize, usize), due_on: NaiveDate, now: NaiveDateTime) -> Result<(), Error> {
    let cast = Cast::enter(conn)?;
    let mut settings = Settings::default();
    (settings.sending.from_minute, settings.sending.until_minute) = (0, 24 * 60);
    settings::save(conn, &settings)?;
    let yesterday = now - chrono::TimeDelta::hours(12);
    let facts = Facts { name: "Pajulahden Konepaja Oy".to_owned(), municipality: "734".to_owned(), ..Facts::default() };
    let new = NewCompany { business_id: None, facts: &facts, organisation_id: cast.host, staff_id: cast.handler.id };
    let company_id = companies::add(conn, &new, yesterday)?;
    let people = [&cast.handler, &cast.colleague, &cast.lead];
    for person in people.into_iter().cycle().take(tasks) {
        let task = NewTask {
            about: About::Company(company_id),
            organisation_id: cast.host,
            holder: Holder::Person(person.id),
            created_by: person.id,
            title: "Soita",
            due_on,
        };
        tasks::store::add(conn, &task, yesterday)?;
    }
    let token = sessions::begin(conn, cast.logger.membership_id, yesterday)?;
    let logger = sessions::viewer(conn, &token, yesterday)?.expect("a session that has just begun");
    let new = NewCallback {
        company_id: Some(company_id),
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
    let receiver = Receiver { team_id: cast.employer_team, backup_team_id: None, response_minutes: 600, due_at: yesterday };
    for _ in 0..late {
        callbacks::add(conn, &new, receiver, &logger, yesterday)?;
    }
    Ok(())
}
