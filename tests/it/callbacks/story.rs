//! The flow: logged, told, claimed, attempted, handed over, ended, reopened.

use super::{CALLER, Stage, form};
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::schema::{callback_handovers, callback_moves, callbacks, contacts, mails, tasks, timeline_events};
use reqwest::StatusCode;

/// Addresses and subjects of the mails of one kind, in order.
async fn mails_of(test: &TestApp, kind: &'static str) -> Vec<(String, String)> {
    test.read(move |conn| {
        let of_kind = mails::table.filter(mails::kind.eq(kind)).order(mails::id);
        Ok(of_kind.select((mails::recipient_address, mails::subject)).load(conn)?)
    })
    .await
}

#[actix_web::test]
async fn works_from_the_call_to_the_ending() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    let told: Vec<String> = mails_of(&stage, "callback_arrived").await.into_iter().map(|mail| mail.0).collect();
    assert_eq!(told, ["tyonantajat@alue.example", "heli.hoitaja@alue.example"], "the team's mailbox and the person on duty");

    let handler = stage.browser(&stage.cast.handler).await;
    let queue = handler.get("/callbacks").await;
    assert!(queue.page().contains("Öljynen &amp; Pojat Oy"));
    assert_eq!(handler.post(&format!("{address}/claim"), &[]).await.location(), address);
    let page = handler.get(&address).await;
    assert!(page.page().contains(CALLER) && page.page().contains("tel:+358401234567"));

    let attempt = [("result", "no_answer"), ("note", "Vastaaja"), ("once", &page.once())];
    assert_eq!(handler.post(&format!("{address}/attempts"), &attempt).await.location(), address);
    let closure = handler.get(&format!("{address}/closure/new")).await;
    let ending = [
        ("outcome", "helped"),
        ("note", "Ilmoitus tehtiin yhdessä"),
        ("visibility", "shared"),
        ("task_title", "Kysy miten meni"),
        ("task_due_on", "27.11.2026"),
        ("once", &closure.once()),
    ];
    assert_eq!(handler.post(&format!("{address}/closure"), &ending).await.location(), address);
    assert_eq!(mails_of(&stage, "callback_closed").await[0].0, "niina.neuvo@alue.example");
    assert!(handler.get(&address).await.page().contains("Ilmoitus tehtiin yhdessä"));

    let (kinds, notes, titles): (Vec<String>, Vec<String>, Vec<String>) = stage
        .read(|conn| {
            Ok((
                timeline_events::table.order(timeline_events::id).select(timeline_events::kind).load(conn)?,
                contacts::table.select(contacts::note).load(conn)?,
                tasks::table.select(tasks::title).load(conn)?,
            ))
        })
        .await;
    assert_eq!(kinds, ["company_added", "callback_logged", "callback_closed", "contact_logged"]);
    assert_eq!((notes, titles), (vec!["Ilmoitus tehtiin yhdessä".to_owned()], vec!["Kysy miten meni".to_owned()]));
    assert_eq!(stage.drain_mail().await.sent, 3);
}

#[actix_web::test]
async fn one_gets_it_and_the_other_is_told_who() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    let (first, second) = (stage.browser(&stage.cast.handler).await, stage.browser(&stage.cast.colleague).await);
    let claim = format!("{address}/claim");
    let (one, other) = tokio::join!(first.post(&claim, &[]), second.post(&claim, &[]));
    let (won, lost, winner) =
        if one.status == StatusCode::SEE_OTHER { (one, other, &stage.cast.handler) } else { (other, one, &stage.cast.colleague) };
    assert_eq!(won.location(), address);
    assert_eq!(lost.status, StatusCode::CONFLICT);
    assert!(lost.body.contains(&winner.name), "{}", lost.body);
    stage.leave_mail();
}

#[actix_web::test]
async fn claiming_twice_is_once() {
    let stage = Stage::set().await;
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    assert_eq!(browser.post(&format!("{address}/claim"), &[]).await.location(), address);
    let moves: i64 = stage.read(|conn| Ok(callback_moves::table.count().get_result(conn)?)).await;
    assert_eq!(moves, 1);
    stage.leave_mail();
}

#[actix_web::test]
async fn a_double_click_makes_one() {
    let stage = Stage::set().await;
    let browser = stage.browser(&stage.cast.logger).await;
    let once = browser.get("/callbacks/new").await.once();
    let fields = form(&stage, &once, &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (one, two) = tokio::join!(browser.post("/callbacks", &fields), browser.post("/callbacks", &fields));
    assert_eq!(one.location(), two.location());
    let count: i64 = stage.read(|conn| Ok(callbacks::table.count().get_result(conn)?)).await;
    assert_eq!((count, mails_of(&stage, "callback_arrived").await.len()), (1, 2));
    stage.leave_mail();
}

#[actix_web::test]
async fn ten_writers_at_once_all_succeed() {
    let stage = Stage::set().await;
    let logger = stage.cast.logger.clone();
    let logged = futures::future::join_all((0..10).map(|_| stage.log(&logger, &[]))).await;
    let addresses: std::collections::BTreeSet<String> = logged.into_iter().collect();
    assert_eq!(addresses.len(), 10);
    stage.leave_mail();
}

#[actix_web::test]
async fn a_hand_over_has_a_reason_and_is_counted() {
    let stage = Stage::set().await;
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    let page = browser.get(&format!("{address}/handovers/new")).await;
    let once = page.once();
    let same = stage.cast.employer_team.to_string();
    let refused = browser.post(&format!("{address}/handovers"), &[("team", &same), ("note", "Viesti jää"), ("once", &once)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Viesti jää"));
    let next = stage.cast.subsidy_team.to_string();
    let fields = [("team", next.as_str()), ("reason", "wrong_topic"), ("note", "Palkkatukiasia"), ("once", &once)];
    assert_eq!(browser.post(&format!("{address}/handovers"), &fields).await.location(), address);
    let (count, holder, rows): (i32, Option<i64>, i64) = stage
        .read(|conn| {
            let (count, holder) = callbacks::table.select((callbacks::handover_count, callbacks::holder_id)).first(conn)?;
            Ok((count, holder, callback_handovers::table.count().get_result(conn)?))
        })
        .await;
    assert_eq!((count, holder, rows), (1, None, 1));
    let told = mails_of(&stage, "callback_arrived").await;
    assert!(told.iter().any(|mail| mail.0 == "palkkatuki@alue.example"));
    let next_handler = stage.browser(&stage.cast.case_handler).await;
    let again = next_handler.get(&format!("{address}/handovers/new")).await;
    assert!(again.page().contains("Tämä on jo siirretty kerran"), "the count is shown before the next one");
    assert!(browser.get(&address).await.page().contains("Siirretty kerran"), "the team that held it still sees it");
    stage.leave_mail();
}

#[actix_web::test]
async fn from_the_second_hand_over_on_a_sentence_says_why() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    let hand_over = async |browser: &crate::support::Browser, team: i64, note: &str| {
        let (team, once) = (team.to_string(), kohtaanto::web::once::new_key());
        let fields = [("team", team.as_str()), ("reason", "wrong_topic"), ("note", note), ("once", &once)];
        browser.post(&format!("{address}/handovers"), &fields).await
    };
    hand_over(&browser, stage.cast.subsidy_team, "").await.location();
    let next = stage.browser(&stage.cast.case_handler).await;
    let form = next.get(&format!("{address}/handovers/new")).await;
    for words in ["Työnantajapalvelut → Palkkatuki ja starttiraha", "Heli Hoitaja: Aihe kuuluu toiselle tiimille", "Miksi siirretään taas"]
    {
        assert!(form.page().contains(words), "{words}");
    }
    let refused = hand_over(&next, stage.cast.employer_team, " ").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("miksi se siirtyy taas"));
    hand_over(&next, stage.cast.employer_team, "Yritys hakee väkeä, ei tukea").await.location();
    // Being referred elsewhere is a hand-over too.
    browser.post(&format!("{address}/claim"), &[]).await.location();
    let close = async |outcome: &str, note: &str| {
        let once = kohtaanto::web::once::new_key();
        let fields = [("outcome", outcome), ("referred_to", "Kela"), ("note", note), ("visibility", "shared"), ("once", &once)];
        browser.post(&format!("{address}/closure"), &fields).await
    };
    let refused = close("referred", "").await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("miksi se siirtyy taas"), "{}", refused.body);
    close("referred", "Asia on etuus").await.location();
    let count: i32 = stage.read(|conn| Ok(callbacks::table.select(callbacks::handover_count).first(conn)?)).await;
    assert_eq!(count, 3);
}

#[actix_web::test]
async fn an_organisation_that_has_ended_gets_nothing() {
    let stage = Stage::set().await;
    let (guest, ended) = (stage.cast.partner_organisation, stage.app.today().pred_opt());
    stage
        .write(move |conn| {
            use kohtaanto::schema::organisations;
            Ok(diesel::update(organisations::table.find(guest)).set(organisations::ends_on.eq(ended)).execute(conn)?)
        })
        .await;
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    let page = browser.get(&format!("{address}/handovers/new")).await;
    assert!(!page.page().contains("Yritysneuvonta"), "it is not offered");
    let team = stage.cast.partner_team.to_string();
    let fields = [("team", team.as_str()), ("reason", "wrong_topic"), ("once", &page.once())];
    assert_eq!(browser.post(&format!("{address}/handovers"), &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    stage.leave_mail();
}

#[actix_web::test]
async fn referring_elsewhere_counts_as_a_hand_over() {
    let stage = Stage::set().await;
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    let once = browser.get(&format!("{address}/closure/new")).await.once();
    let path = format!("{address}/closure");
    let unnamed = browser.post(&path, &[("outcome", "referred"), ("visibility", "shared"), ("once", &once)]).await;
    assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("outcome", "referred"), ("referred_to", "Verohallinto"), ("visibility", "shared"), ("once", once.as_str())];
    browser.post(&path, &fields).await.location();
    let row: (i32, String) = stage
        .read(|conn| {
            let count = callbacks::table.select(callbacks::handover_count).first(conn)?;
            Ok((count, callback_handovers::table.select(callback_handovers::outside_body).first(conn)?))
        })
        .await;
    assert_eq!(row, (1, "Verohallinto".to_owned()));
    stage.leave_mail();
}

#[actix_web::test]
async fn is_cancelled_only_by_its_logger_and_only_in_the_queue() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    let cancel = format!("{address}/cancellation");
    let colleague = stage.browser(&stage.cast.colleague).await;
    assert_eq!(colleague.post(&cancel, &[]).await.status, StatusCode::FORBIDDEN);
    let logger = stage.browser(&stage.cast.logger).await;
    assert_eq!(logger.post(&cancel, &[]).await.location(), address);
    let (taken, _) = stage.taken_by(&stage.cast.handler.clone()).await;
    assert_eq!(logger.post(&format!("{taken}/cancellation"), &[]).await.status, StatusCode::CONFLICT);
    stage.leave_mail();
}

#[actix_web::test]
async fn reopening_goes_to_the_last_team_with_a_new_due_time() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    let logger = stage.browser(&stage.cast.logger).await;
    logger.post(&format!("{address}/cancellation"), &[]).await.location();
    stage.set_clock("2026-11-23T08:00:00".parse().expect("an instant"));
    let logger = stage.browser(&stage.cast.logger).await;
    logger.post(&format!("{address}/reopening"), &[]).await.location();
    let (state, team, due): (String, i64, chrono::NaiveDateTime) =
        stage.read(|conn| Ok(callbacks::table.select((callbacks::state, callbacks::team_id, callbacks::due_at)).first(conn)?)).await;
    assert_eq!((state.as_str(), team), ("new", stage.cast.employer_team));
    assert_eq!(due.to_string(), "2026-11-23 10:00:00", "two office hours from Monday 10.00 in Finland");
    assert!(!mails_of(&stage, "callback_reopened").await.is_empty());
    stage.leave_mail();
}

#[actix_web::test]
async fn a_closed_account_gives_its_call_backs_back() {
    let stage = Stage::set().await;
    let (_, _) = stage.taken_by(&stage.cast.handler.clone()).await;
    let (app, handler) = (stage.app.clone(), stage.cast.handler.id);
    let released = stage.write(move |conn| kohtaanto::callbacks::release_all_of(conn, &app, handler, None)).await;
    let row: (String, Option<i64>) =
        stage.read(|conn| Ok(callbacks::table.select((callbacks::state, callbacks::holder_id)).first(conn)?)).await;
    assert_eq!((released, row), (1, ("new".to_owned(), None)));
    stage.leave_mail();
}
