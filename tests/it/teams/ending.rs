//! A team ends: what stands in its way, and where its queue goes. It is Friday 20.11.2026.

use super::{audited, fields};
use crate::contacts::company;
use crate::routes::Samples;
use crate::support::{Browser, TestApp};
use chrono::NaiveDate;
use diesel::prelude::*;
use kohtaanto::organisations::{store, teams};
use kohtaanto::routing::{rules::Row, store as routing};
use kohtaanto::schema::{callbacks, mails, routing_rows, tasks};
use kohtaanto::tasks::About;
use reqwest::StatusCode;

/// The partner's team with a routing row and a call-back; both stand in the way of its end.
async fn busy_team(test: &TestApp) -> (i64, i64) {
    let (cast, samples) = (test.cast.clone(), Samples::enter(test).await);
    let callback: i64 = samples.fill("{callback}").parse().expect("an id");
    let row = test
        .write(move |conn| {
            let row = Row { team_id: cast.partner_team, response_minutes: 240, urgent_response_minutes: 60, ..Row::default() };
            let row = routing::add(conn, &Row { municipality: Some("734".to_owned()), language: Some("sv".to_owned()), ..row })?;
            let to_partner = callbacks::team_id.eq(cast.partner_team);
            diesel::update(callbacks::table.find(callback)).set(to_partner).execute(conn)?;
            Ok(row)
        })
        .await;
    (row, callback)
}

async fn ended_on(test: &TestApp, team: i64) -> Option<NaiveDate> {
    test.read(move |conn| Ok(store::team(conn, team)?)).await.and_then(|team| team.ended_on)
}

pub async fn end(browser: &Browser, team: i64) -> StatusCode {
    browser.post(&format!("/admin/teams/{team}/ending"), &[]).await.status
}

#[actix_web::test]
async fn a_team_ends_when_nothing_leads_to_it() {
    let test = TestApp::start().await;
    test.leave_mail();
    let (row, callback) = busy_team(&test).await;
    let (admin, partner) = (test.browser(&test.cast.administrator).await, test.browser(&test.cast.partner_administrator).await);
    let team = test.cast.partner_team;
    let path = format!("/admin/teams/{team}");
    let link = format!("/admin/routing/{row}");
    let says = admin.get(&format!("{path}/ending/new")).await;
    for words in [link.as_str(), "Kunta: Salo, Kieli: ruotsi", "yksi avoin soittopyyntö"] {
        assert!(says.page().contains(words), "{words}");
    }
    assert!(!partner.get(&format!("{path}/ending/new")).await.page().contains(&link), "a partner may not change routing");
    assert_eq!(end(&admin, team).await, StatusCode::CONFLICT);
    assert_eq!(ended_on(&test, team).await, None);
    let now = test.app.now();
    test.write(move |conn| {
        diesel::update(callbacks::table.find(callback)).set((callbacks::state.eq("closed"), callbacks::closed_at.eq(now))).execute(conn)?;
        Ok(routing::remove(conn, row)?)
    })
    .await;
    for _ in 0..2 {
        assert_eq!(end(&partner, team).await, StatusCode::SEE_OTHER);
    }
    assert_eq!(ended_on(&test, team).await, Some(test.app.today()));
    let page = partner.get(&path).await;
    assert!(page.page().contains("Tiimi on lakkautettu 20.11.2026") && !page.body.contains("/phone-lines/new"));
    assert_eq!(partner.post(&path, &fields(&[])).await.status, StatusCode::NOT_FOUND, "nothing is changed of it");
    // It is offered nowhere: not to a routing row, not to a hand-over, not on the duty page.
    let option = format!(r#"<option value="{team}">Yritysneuvonta "#);
    assert!(!admin.get("/admin/routing/new").await.page().contains(&option));
    assert!(partner.get("/duty").await.page().contains("Tiimejä ei ole vielä"));
    let handler = test.browser(&test.cast.handler).await;
    let handover = Samples::enter(&test).await.fill("/callbacks/{taken}/handovers/new");
    assert!(!handler.get(&handover).await.page().contains(&option));
    assert_eq!(partner.post(&format!("{path}/reopening"), &[]).await.location(), path);
    assert!(handler.get(&handover).await.page().contains(&option));
    assert_eq!(audited(&test, "teams").await, ["end", "reopen"]);
}

#[actix_web::test]
async fn the_tasks_of_an_ended_team_wait_in_another_queue() {
    let test = TestApp::start().await;
    let (company, cast) = (company(&test, "Paja Oy").await, test.cast.clone());
    let (host, partner) = (cast.host, cast.partner_organisation);
    let in_queue = async |team: i64, organisation_id: i64, title: &'static str| {
        let id = crate::tasks::task(&test, &test.cast.handler, organisation_id, About::Company(company), title, test.app.today()).await;
        let to_queue = (tasks::owner_id.eq(None::<i64>), tasks::team_id.eq(team));
        test.write(move |conn| Ok(diesel::update(tasks::table.find(id)).set(to_queue).execute(conn)?)).await;
        id
    };
    let (first, second) = (in_queue(cast.subsidy_team, host, "Soita").await, in_queue(cast.subsidy_team, host, "Kysy").await);
    let (done, stuck) = (in_queue(cast.subsidy_team, host, "Tehty").await, in_queue(cast.partner_team, partner, "Vastaa").await);
    let now = test.app.now();
    test.write(move |conn| {
        diesel::update(tasks::table.find(done)).set(tasks::done_at.eq(now)).execute(conn)?;
        let samples = routing_rows::table.filter(routing_rows::team_id.eq_any([cast.subsidy_team, cast.partner_team]));
        Ok(diesel::update(samples).set(routing_rows::team_id.eq(cast.employer_team)).execute(conn)?)
    })
    .await;
    let admin = test.browser(&test.cast.administrator).await;
    let ending = |team: i64| format!("/admin/teams/{team}/ending/new");
    let says = admin.get(&ending(test.cast.subsidy_team)).await;
    assert!(says.page().contains("Jonossa odottavat 2 tehtävää siirtyvät tiimin Työnantajapalvelut jonoon"), "{}", says.body);
    let says = admin.get(&ending(test.cast.partner_team)).await;
    assert!(says.page().contains("Tiimin jonossa on yksi avoin tehtävä") && !says.body.contains("Lakkauta tiimi</span>"), "{}", says.body);
    assert_eq!(end(&admin, test.cast.partner_team).await, StatusCode::CONFLICT, "the partner has no other team");
    for _ in 0..2 {
        assert_eq!(end(&admin, test.cast.subsidy_team).await, StatusCode::SEE_OTHER);
    }
    let teams =
        async |id: i64| -> Option<i64> { test.read(move |conn| Ok(tasks::table.find(id).select(tasks::team_id).first(conn)?)).await };
    let (employers, subsidy) = (Some(test.cast.employer_team), Some(test.cast.subsidy_team));
    assert_eq!([teams(first).await, teams(second).await, teams(done).await], [employers, employers, subsidy]);
    assert_eq!(teams(stuck).await, Some(test.cast.partner_team), "what could not go is where it was");
    let told: Vec<(String, String)> = test
        .read(|conn| {
            let returned = mails::table.filter(mails::kind.eq("tasks_returned"));
            Ok(returned.select((mails::recipient_address, mails::subject)).load(conn)?)
        })
        .await;
    assert_eq!(told, [("tyonantajat@alue.example".to_owned(), "Tiimin jonoon tuli 2 tehtävää".to_owned())]);
    let handler = test.browser(&test.cast.handler).await;
    assert!(handler.get("/tasks?view=team").await.page().contains("Kysy"), "its new team sees it");
    let shown = handler.get(&format!("/tasks/{first}")).await;
    assert!(shown.page().contains("Siirtyi tiimin jonoon (Työnantajapalvelut), koska tiimi lakkautettiin: Palkkatuki"), "{}", shown.body);
    let coordinator = test.browser(&test.cast.coordinator).await;
    coordinator.post(&format!("/tasks/{done}/reopening"), &[]).await.location();
    let owner: Option<i64> = test.read(move |conn| Ok(tasks::table.find(done).select(tasks::owner_id).first(conn)?)).await;
    assert_eq!(owner, Some(test.cast.coordinator.id), "opened again it is with who opened it");
    test.drain_mail().await;
}

#[actix_web::test]
async fn call_backs_pass_by_a_team_that_has_ended() {
    let test = TestApp::start().await;
    test.leave_mail();
    let (row, callback) = busy_team(&test).await;
    let (cast, today, now) = (test.cast.clone(), test.app.today(), test.app.now());
    // Its organisation's access ends by itself, whatever leads to it.
    test.write(move |conn| {
        teams::store::end(conn, cast.partner_team, today)?;
        let question = routing::Question { topic_id: cast.recruitment, municipality: "734", industry: "", language: "sv" };
        let target = routing::route(conn, &question, today)?;
        assert_ne!(target.row_id, row);
        assert_eq!(target.team_id, cast.employer_team);
        diesel::update(callbacks::table.find(callback)).set((callbacks::state.eq("closed"), callbacks::closed_at.eq(now))).execute(conn)?;
        Ok(())
    })
    .await;
    let logger = test.browser(&test.cast.logger).await;
    assert_eq!(logger.post(&format!("/callbacks/{callback}/reopening"), &[]).await.status, StatusCode::SEE_OTHER);
    let team: i64 = test.read(move |conn| Ok(callbacks::table.find(callback).select(callbacks::team_id).first(conn)?)).await;
    assert_eq!(team, test.cast.employer_team, "a reopened one goes where somebody answers");
}
