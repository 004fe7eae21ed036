//! Accounts: how one comes in, who manages whom, and what closing one does.

mod changes;
mod forgotten;
mod links;
mod members;
mod settings;
pub mod stage;

use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::routing::{self, rules::Row};
use kohtaanto::schema::callbacks;
use kohtaanto::staff::store;
use kohtaanto::web::Role;
use reqwest::StatusCode;

#[actix_web::test]
async fn what_a_person_held_goes_back_to_the_queue() {
    let test = TestApp::start().await;
    test.leave_mail();
    let (team, topic) = (test.cast.employer_team, test.cast.recruitment.to_string());
    let row = Row { team_id: team, response_minutes: 240, urgent_response_minutes: 60, ..Row::default() };
    test.write(move |conn| Ok(routing::store::add(conn, &row)?)).await;
    let handler = test.browser(&test.cast.handler).await;
    let once = handler.get("/callbacks/new").await.once();
    let fields = [
        ("once", once.as_str()),
        ("company", "Öljynen Oy"),
        ("caller_name", "Sampo Soittaja"),
        ("caller_phone", "0401234567"),
        ("topic", &topic),
        ("source", "phone"),
        ("language", "fi"),
    ];
    handler.post("/callbacks", &fields).await.location();
    let state = async || {
        test.read(|conn| {
            let columns = (callbacks::id, callbacks::state, callbacks::holder_id);
            Ok(callbacks::table.select(columns).first::<(i64, String, Option<i64>)>(conn)?)
        })
        .await
    };
    let id = state().await.0;
    handler.post(&format!("/callbacks/{id}/claim"), &[]).await.location();
    assert_eq!(state().await, (id, "taken".to_owned(), Some(test.cast.handler.id)));
    let admin = test.browser(&test.cast.administrator).await;
    admin.post(&format!("/admin/staff/{}/deactivation", test.cast.handler.id), &[]).await.location();
    assert_eq!(state().await, (id, "new".to_owned(), None));
}

#[actix_web::test]
async fn closing_an_account_needs_the_hosts_administrator() {
    let test = TestApp::start().await;
    let path = format!("/admin/staff/{}/deactivation", test.cast.logger.id);
    let guest = test.browser(&test.cast.partner_administrator).await;
    assert_eq!(guest.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    for person in [&test.cast.coordinator, &test.cast.logger] {
        let browser = test.browser(person).await;
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{}", person.name);
        assert_eq!(browser.get("/admin/staff").await.status, StatusCode::FORBIDDEN, "{}", person.name);
    }
    let admin = test.browser(&test.cast.administrator).await;
    let own = format!("/admin/staff/{}/deactivation", test.cast.administrator.id);
    assert_eq!(admin.post(&own, &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(admin.post("/admin/staff/9999/deactivation", &[]).await.status, StatusCode::NOT_FOUND);
    assert!(test.browser(&test.cast.logger).await.get("/").await.page().contains("Niina"));
}

#[actix_web::test]
async fn the_list_shows_everyone_in_pages() {
    let test = TestApp::start().await;
    let (host, now) = (test.cast.host, test.app.now());
    test.write(move |conn| {
        for number in 0..100 {
            let (email, name) = (format!("joku{number}@alue.example"), format!("Åke Öljynen {number:03}"));
            let id =
                store::add(conn, &store::NewStaff { email: &email, name: &name, language: Default::default(), password_hash: "" }, now)?;
            store::add_membership(conn, id, host, &[Role::Staff, Role::CaseLead])?;
        }
        Ok(())
    })
    .await;
    let admin = test.browser(&test.cast.administrator).await;
    let mut path = "/admin/staff".to_owned();
    let mut seen = String::new();
    for page in 1..=3 {
        let answer = admin.get(&path).await;
        seen.push_str(answer.page());
        let next =
            answer.body.find(r#"rel="next" href=""#).map(|at| answer.body[at + 17..].split('"').next().expect("an address").to_owned());
        assert_eq!(next.is_some(), page < 3, "page {page}");
        path = next.unwrap_or_default();
    }
    assert_eq!(seen.matches("@alue.example").count(), 112);
    assert!(seen.contains("henkilöstö, tukiasioiden vastaava") && seen.contains("Jokilaakson yrityskeskus"));
    assert!(seen.find("Aino Asettaja") < seen.find("Åke Öljynen 000"), "Å comes after A to Z");
    assert_eq!(admin.get("/admin/staff?after=broken").await.status, StatusCode::OK);
}
