//! The ladder, step by step: who is told, what happens, and that it happens once.

use super::{CALLER, Stage};
use crate::support::Person;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::callbacks::ladder;
use kohtaanto::schema::{callback_moves, callback_steps, callbacks, companies, mails, teams};
use reqwest::StatusCode;

pub fn id(address: &str) -> i64 {
    address.rsplit('/').next().and_then(|id| id.parse().ok()).expect("the address of a call-back")
}

impl Stage {
    /// Goes on to this moment (UTC) and runs the jobs there.
    pub async fn at(&self, instant: &str) {
        self.set_clock(instant.parse().expect("an instant"));
        self.run_jobs().await;
    }

    /// The climbed steps of a call-back and how they were told, in order.
    pub async fn steps(&self, address: &str) -> Vec<String> {
        let id = id(address);
        let steps: Vec<(String, String)> = self
            .read(move |conn| {
                let of = callback_steps::table.filter(callback_steps::callback_id.eq(id)).order(callback_steps::id);
                Ok(of.select((callback_steps::step, callback_steps::told)).load(conn)?)
            })
            .await;
        steps.into_iter().map(|(step, told)| format!("{step} {told}")).collect()
    }

    /// Who got mails of this kind, in order.
    pub async fn told(&self, kind: &'static str) -> Vec<String> {
        let rows = move |conn: &mut kohtaanto::db::Conn| {
            Ok(mails::table.filter(mails::kind.eq(kind)).order(mails::id).select(mails::recipient_address).load(conn)?)
        };
        self.read(rows).await
    }

    pub async fn set_backup(&self, address: &str, team: i64) {
        let id = id(address);
        self.write(move |conn| Ok(diesel::update(callbacks::table.find(id)).set(callbacks::backup_team_id.eq(team)).execute(conn)?)).await;
    }

    pub async fn next_step(&self, address: &str) -> (Option<String>, Option<NaiveDateTime>) {
        let id = id(address);
        self.read(move |conn| Ok(callbacks::table.find(id).select((callbacks::next_step, callbacks::next_step_at)).first(conn)?)).await
    }

    pub async fn attempt(&self, person: &Person, address: &str, fields: &[(&str, &str)]) {
        let browser = self.browser(person).await;
        let once = browser.get(address).await.once();
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("once", once.as_str())]).collect();
        browser.post(&format!("{address}/attempts"), &fields).await.location();
    }
}

pub fn moment(text: &str) -> Option<NaiveDateTime> {
    Some(text.parse().expect("an instant"))
}

#[actix_web::test]
async fn not_taken_in_time_is_told_and_goes_on_top() {
    let stage = Stage::set().await;
    let logger = stage.cast.logger.clone();
    let waits = stage.log(&logger, &[("company_id", ""), ("company", "Myöhäinen Oy")]).await;
    let page = stage.browser(&stage.cast.handler).await.get(&waits).await;
    assert!(page.page().contains("Jos kukaan ei ota tätä pe 20.11.2026 klo 12.00 mennessä"), "what comes next is on the page");
    stage.at("2026-11-20T09:59:00").await;
    assert_eq!(stage.steps(&waits).await, Vec::<String>::new());
    stage.at("2026-11-20T10:00:00").await;
    assert_eq!(stage.steps(&waits).await, ["not_taken mailed"]);
    assert_eq!(stage.told("callback_not_taken").await, ["heli.hoitaja@alue.example", "veera.vetaja@alue.example"]);
    stage.log(&logger, &[("company_id", ""), ("company", "Kiireinen Oy"), ("urgent", "true")]).await;
    let handler = stage.browser(&stage.cast.handler).await;
    let queue = handler.get("/callbacks").await;
    assert!(queue.page().find("Myöhäinen Oy") < queue.body.find("Kiireinen Oy"), "the late one is above the urgent one");
    let page = handler.get(&waits).await;
    assert!(page.page().contains("Kukaan ei ottanut tätä vastausajassa") && page.body.contains("klo 14.00 mennessä, koordinaattori"));
    assert!(handler.get("/").await.page().contains("Kukaan ei ole ottanut näitä ajoissa"));
    stage.run_jobs().await;
    assert_eq!(stage.steps(&waits).await.len(), 1, "twice is once");
    stage.leave_mail();
}

#[actix_web::test]
async fn the_backup_is_told_sees_it_and_takes_it() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    stage.set_backup(&address, stage.cast.partner_team).await;
    let partner = stage.cast.partner.clone();
    assert_eq!(stage.browser(&partner).await.get(&address).await.status, StatusCode::NOT_FOUND, "not before its step");
    stage.at("2026-11-20T12:00:00").await;
    assert_eq!(stage.steps(&address).await, ["not_taken superseded", "still_not_taken mailed"]);
    assert_eq!(stage.told("callback_not_taken").await, Vec::<String>::new(), "only the highest mails");
    let told = stage.told("callback_still_not_taken").await;
    assert_eq!(told, ["kalle.koordinaattori@alue.example", "neuvonta@yrityskeskus.example", "pirjo.partneri@alue.example"]);
    let browser = stage.browser(&partner).await;
    assert!(browser.get("/callbacks").await.page().contains(&address), "it waits in the backup's queue too");
    assert!(browser.get(&address).await.page().contains("Kaikille on jo kerrottu"));
    assert_eq!(browser.post(&format!("{address}/claim"), &[]).await.location(), address);
    assert!(browser.get(&address).await.page().contains(CALLER));
    stage.leave_mail();
}

#[actix_web::test]
async fn nobody_holds_it_for_ever() {
    let stage = Stage::set().await;
    let (address, _) = stage.taken_by(&stage.cast.handler.clone()).await;
    stage.at("2026-11-23T08:00:00").await;
    assert_eq!(stage.steps(&address).await, ["no_attempt mailed"]);
    assert_eq!(stage.told("callback_no_attempt").await, ["heli.hoitaja@alue.example"]);
    assert_eq!(stage.next_step(&address).await, (Some("expired".to_owned()), moment("2026-11-24T08:00:00")));
    stage.at("2026-11-24T08:00:00").await;
    assert_eq!(stage.steps(&address).await, ["no_attempt mailed", "expired mailed"]);
    let told = stage.told("callback_expired").await;
    assert!(told.contains(&"veera.vetaja@alue.example".to_owned()) && told.contains(&"heli.hoitaja@alue.example".to_owned()), "{told:?}");
    let row: (String, Option<i64>, i32, NaiveDateTime) = stage
        .read(|conn| {
            Ok(callbacks::table
                .select((callbacks::state, callbacks::holder_id, callbacks::handover_count, callbacks::due_at))
                .first(conn)?)
        })
        .await;
    assert_eq!(row, ("new".to_owned(), None, 0, "2026-11-24T10:00:00".parse().expect("an instant")), "a new due time, and no hand-over");
    let page = stage.browser(&stage.cast.lead).await.get(&address).await;
    assert!(page.page().contains("Palautui jonoon, koska soittoyritystä ei kirjattu") && !page.body.contains("Siirretty"));
    stage.run_jobs().await;
    let moves: Vec<String> =
        stage.read(|conn| Ok(callback_moves::table.order(callback_moves::id).select(callback_moves::kind).load(conn)?)).await;
    assert_eq!(moves, ["claim", "expired"]);
    stage.leave_mail();
}

#[actix_web::test]
async fn an_attempt_begins_the_clock_again() {
    let stage = Stage::set().await;
    let handler = stage.cast.handler.clone();
    let (address, _) = stage.taken_by(&handler).await;
    stage.set_clock("2026-11-23T07:30:00".parse().expect("an instant"));
    stage.attempt(&handler, &address, &[("result", "no_answer")]).await;
    stage.at("2026-11-23T09:00:00").await;
    assert_eq!(stage.steps(&address).await, Vec::<String>::new());
    assert_eq!(stage.next_step(&address).await, (Some("no_attempt".to_owned()), moment("2026-11-24T07:30:00")));
    stage.attempt(&handler, &address, &[("result", "call_again"), ("again_on", "26.11.2026"), ("again_at", "12.00")]).await;
    assert_eq!(stage.next_step(&address).await, (Some("no_attempt".to_owned()), moment("2026-11-27T10:00:00")), "from the agreed time");
    stage.at("2026-11-26T09:59:00").await;
    assert_eq!(stage.told("callback_call_again").await, Vec::<String>::new());
    stage.at("2026-11-26T10:00:00").await;
    assert_eq!(stage.told("callback_call_again").await, ["heli.hoitaja@alue.example"]);
    let windowed: bool =
        stage.read(|conn| Ok(mails::table.filter(mails::kind.eq("callback_call_again")).select(mails::windowed).first(conn)?)).await;
    assert!(!windowed, "the holder chose this moment");
    stage.at("2026-11-26T10:05:00").await;
    assert_eq!(stage.told("callback_call_again").await.len(), 1, "once");
    stage.leave_mail();
}

#[actix_web::test]
async fn an_agreed_call_is_not_reminded_of_when_it_went_elsewhere() {
    let stage = Stage::set().await;
    let handler = stage.cast.handler.clone();
    let (address, _) = stage.taken_by(&handler).await;
    stage.attempt(&handler, &address, &[("result", "call_again"), ("again_on", "23.11.2026"), ("again_at", "12.00")]).await;
    stage.browser(&handler).await.post(&format!("{address}/release"), &[]).await.location();
    stage.at("2026-11-23T10:00:00").await;
    assert_eq!(stage.told("callback_call_again").await, Vec::<String>::new());
    stage.leave_mail();
}

#[actix_web::test]
async fn after_three_attempts_the_employer_may_be_told_by_mail() {
    let stage = Stage::set().await;
    let company = stage.company;
    stage
        .write(move |conn| {
            Ok(diesel::update(companies::table.find(company)).set(companies::email.eq("info@oljynen.example")).execute(conn)?)
        })
        .await;
    let handler = stage.cast.handler.clone();
    let (address, _) = stage.taken_by(&handler).await;
    for tried in 1..=3 {
        let page = stage.browser(&handler).await.get(&address).await;
        assert!(!page.page().contains("Päätä: ei tavoitettu"), "not after {} attempts", tried - 1);
        stage.attempt(&handler, &address, &[("result", "no_answer"), ("note", "Merkki vastaajassa")]).await;
    }
    assert_eq!(stage.steps(&address).await, ["unanswered_attempts shown"]);
    let browser = stage.browser(&handler).await;
    assert!(browser.get(&address).await.page().contains(&format!("{address}/closure/new?outcome=not_reached")));
    let form = browser.get(&format!("{address}/closure/new?outcome=not_reached")).await;
    assert!(form.page().contains("info@oljynen.example"));
    let once = form.once();
    let fields = |outcome| {
        [("outcome", outcome), ("visibility", "shared"), ("note", "Merkki päätöksessä"), ("mail_employer", "true"), ("once", once.as_str())]
    };
    let refused = browser.post(&format!("{address}/closure"), &fields("helped")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Merkki päätöksessä"));
    assert_eq!(stage.told("callback_not_reached").await, Vec::<String>::new());
    browser.post(&format!("{address}/closure"), &fields("not_reached")).await.location();
    assert_eq!(stage.told("callback_not_reached").await, ["info@oljynen.example"]);
    let words: (String, String, String) = stage
        .read(|conn| {
            let mail = mails::table.filter(mails::kind.eq("callback_not_reached"));
            Ok(mail.select((mails::subject, mails::body_text, mails::body_html)).first(conn)?)
        })
        .await;
    let all = format!("{words:?}");
    assert!(!all.contains("Merkki") && !all.contains(CALLER) && !all.contains("/callbacks/"), "{all}");
    assert!(words.1.contains("Pyysitte meitä soittamaan 20.11.2026."), "{}", words.1);
    stage.leave_mail();
}

#[actix_web::test]
async fn a_silent_partner_is_reminded_and_the_coordinator_takes_it_back() {
    let stage = Stage::set().await;
    let team = stage.cast.subsidy_team;
    stage.write(move |conn| Ok(diesel::update(teams::table.find(team)).set(teams::by_mail.eq(true)).execute(conn)?)).await;
    let topic = stage.cast.subsidy.to_string();
    let address = stage.log(&stage.cast.logger, &[("topic", &topic)]).await;
    stage.set_backup(&address, stage.cast.partner_team).await;
    let before = stage.browser(&stage.cast.partner).await.get("/callbacks/waiting").await.body;
    stage.at("2026-11-20T10:00:00").await;
    assert_eq!(stage.steps(&address).await, ["partner_reminded mailed"]);
    assert_eq!(stage.told("answer_reminder").await, ["palkkatuki@alue.example"]);
    stage.at("2026-11-20T12:00:00").await;
    assert_eq!(stage.steps(&address).await, ["partner_reminded mailed", "partner_silent mailed"]);
    assert_eq!(stage.told("callback_partner_silent").await, ["kalle.koordinaattori@alue.example"]);
    let coordinator = stage.browser(&stage.cast.coordinator).await;
    // Whoever backs it up was not told of it.
    let partner = stage.browser(&stage.cast.partner).await;
    for path in ["/", "/callbacks", "/callbacks?view=queue"] {
        let page = partner.get(path).await;
        assert!(!page.page().contains(&address) && !page.body.contains("Öljynen"), "{path}");
    }
    assert_eq!(partner.get("/callbacks/waiting").await.body, before, "it is not counted either");
    assert_eq!(coordinator.post(&format!("{address}/claim"), &[]).await.location(), address);
    stage.leave_mail();
}

#[actix_web::test]
async fn one_bad_row_stops_no_other() {
    let stage = Stage::set().await;
    let logger = stage.cast.logger.clone();
    let (bad, good) = (stage.log(&logger, &[]).await, stage.log(&logger, &[]).await);
    let broken = id(&bad);
    stage.write(move |conn| Ok(diesel::update(callbacks::table.find(broken)).set(callbacks::state.eq("broken")).execute(conn)?)).await;
    stage.set_clock("2026-11-20T10:00:00".parse().expect("an instant"));
    let app = stage.app.clone();
    let done = tokio::task::spawn_blocking(move || ladder::run(&app)).await.expect("no panic").expect("the job as a whole runs");
    assert_eq!((done.done, done.failed), (1, 1));
    assert_eq!(stage.steps(&good).await, ["not_taken mailed"]);
    stage.leave_mail();
}

#[actix_web::test]
async fn one_without_a_step_gets_its_first() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    let of_old = id(&address);
    stage
        .write(move |conn| {
            let unset =
                (callbacks::round.eq(0), callbacks::next_step.eq(None::<String>), callbacks::next_step_at.eq(None::<NaiveDateTime>));
            Ok(diesel::update(callbacks::table.find(of_old)).set(unset).execute(conn)?)
        })
        .await;
    stage.run_jobs().await;
    assert_eq!(stage.next_step(&address).await, (Some("not_taken".to_owned()), moment("2026-11-20T10:00:00")));
    stage.leave_mail();
}
