//! Sign-in, sign-out, lock-out, and what ends a session.

use crate::support::{Answer, Browser, Person, TestApp};
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::schema::{organisations, staff as staff_table};
use kohtaanto::staff::{passwords, store};
use kohtaanto::web::Role;
use reqwest::{Method, StatusCode, header};
use std::time::{Duration, Instant};

const PASSWORD: &str = "oikea salasana 123";

/// Gives the logger a password.
async fn logger_with_password(test: &TestApp) -> Person {
    let logger = test.cast.logger.clone();
    let (id, hash) = (logger.id, passwords::hash(PASSWORD).expect("a hash"));
    test.write(move |conn| Ok(diesel::update(staff_table::table.find(id)).set(staff_table::password_hash.eq(hash)).execute(conn)?)).await;
    logger
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> Answer {
    browser.post("/login", &[("email", email), ("password", password), ("next", "/")]).await
}

/// The cookie of a signed-in answer, as the browser sends it back.
fn session_of(answer: &Answer) -> String {
    answer.headers[header::SET_COOKIE].to_str().expect("a cookie").split(';').next().expect("a cookie").to_owned()
}

async fn get_with(test: &TestApp, cookie: &str) -> Answer {
    Answer::of(test.visitor().request(Method::GET, "/").header(header::COOKIE, cookie).send().await.expect("an answer")).await
}

#[actix_web::test]
async fn anonymous_is_led_to_sign_in_and_back() {
    let test = TestApp::start().await;
    let answer = test.visitor().get("/?x=1").await;
    assert_eq!(answer.location(), "/login?next=%2F%3Fx%3D1");
    assert_eq!(test.visitor().get("/login").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn signed_in_sees_my_day_until_signing_out() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let answer = sign_in(&test.visitor(), &format!("  {} ", logger.email.to_uppercase()), PASSWORD).await;
    assert_eq!(answer.location(), "/");
    let cookie = session_of(&answer);
    assert!(get_with(&test, &cookie).await.page().contains("Niina Neuvo"));
    let browser = test.browser(&logger).await;
    assert_eq!(browser.post("/logout", &[]).await.location(), "/login");
    assert_eq!(browser.get("/").await.location(), "/login");
    assert!(get_with(&test, &cookie).await.page().contains("Niina Neuvo"), "the other session goes on");
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let visitor = test.visitor();
    let known = sign_in(&visitor, &logger.email, "wrong").await;
    let unknown = sign_in(&visitor, "ei.ketaan@alue.example", "wrong").await;
    assert_eq!((known.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(known.body.replace(&logger.email, "…"), unknown.body.replace("ei.ketaan@alue.example", "…"));
    assert!(!known.body.contains("wrong"), "a password is never sent back");
}

#[actix_web::test]
async fn an_unknown_address_costs_the_same_work() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let visitor = test.visitor();
    let mut quickest = [Duration::MAX; 2];
    for _ in 0..3 {
        for (address, best) in [logger.email.as_str(), "ei.ketaan@alue.example"].into_iter().zip(&mut quickest) {
            let begun = Instant::now();
            sign_in(&visitor, address, "wrong").await;
            *best = begun.elapsed().min(*best);
        }
    }
    let [known, unknown] = quickest;
    assert!(unknown * 2 > known && known * 2 > unknown, "known {known:?}, unknown {unknown:?}");
}

#[actix_web::test]
async fn five_wrong_passwords_close_the_address_for_a_quarter_of_an_hour() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let visitor = test.visitor();
    let mut answers = Vec::new();
    for _ in 0..5 {
        answers.push(sign_in(&visitor, &logger.email, "wrong").await.body);
    }
    // Even the right password, and with the same words as a wrong one.
    let locked = sign_in(&visitor, &logger.email, PASSWORD).await;
    assert_eq!(locked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answers.iter().all(|answer| *answer == locked.body));
    let begun = test.app.now();
    test.set_clock(begun + TimeDelta::minutes(14));
    let other = test.cast.handler.email.clone();
    assert_eq!(sign_in(&visitor, &other, "wrong").await.body.replace(&other, &logger.email), locked.body);
    test.set_clock(begun + TimeDelta::minutes(15));
    assert_eq!(sign_in(&visitor, &logger.email, PASSWORD).await.location(), "/");
}

#[actix_web::test]
async fn signing_in_forgets_earlier_failures() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let visitor = test.visitor();
    for _ in 0..2 {
        for _ in 0..4 {
            sign_in(&visitor, &logger.email, "wrong").await;
        }
        assert_eq!(sign_in(&visitor, &logger.email, PASSWORD).await.location(), "/");
    }
}

#[actix_web::test]
async fn a_flood_from_one_place_is_stopped() {
    let test = TestApp::start().await;
    let visitor = test.visitor();
    for attempt in 0..20 {
        sign_in(&visitor, &format!("nimi{attempt}@alue.example"), "x").await;
    }
    assert!(sign_in(&visitor, "nimi@alue.example", "x").await.body.contains("liian monta"));
}

#[actix_web::test]
async fn a_closed_account_is_out_at_once() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let cookie = session_of(&sign_in(&test.visitor(), &logger.email, PASSWORD).await);
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("/admin/staff/{}/deactivation", logger.id);
    let person = format!("/admin/staff/{}", logger.id);
    assert_eq!(admin.post(&path, &[]).await.location(), person);
    assert_eq!(admin.post(&path, &[]).await.location(), person);
    assert_eq!(get_with(&test, &cookie).await.location(), "/login");
    let refused = sign_in(&test.visitor(), &logger.email, PASSWORD).await;
    assert!(refused.body.contains("Sähköpostiosoite tai salasana on väärin"));
    assert!(admin.get("/admin/staff").await.page().contains("Suljettu"));
    let entries: i64 = test
        .read(|conn| {
            use kohtaanto::schema::audit_entries::dsl::{action, audit_entries};
            Ok(audit_entries.filter(action.eq("deactivate")).count().get_result(conn)?)
        })
        .await;
    assert_eq!(entries, 1, "the second time nothing happened");
}

#[actix_web::test]
async fn an_organisation_works_until_its_last_day_is_over() {
    let test = TestApp::start().await;
    let (guest, id) = (test.cast.partner_organisation, test.cast.partner.id);
    let (today, hash) = (test.app.today(), passwords::hash(PASSWORD).expect("a hash"));
    test.write(move |conn| {
        diesel::update(staff_table::table.find(id)).set(staff_table::password_hash.eq(hash)).execute(conn)?;
        Ok(diesel::update(organisations::table.find(guest)).set(organisations::ends_on.eq(today)).execute(conn)?)
    })
    .await;
    let browser = test.browser(&test.cast.partner).await;
    assert!(browser.get("/").await.page().contains("Pirjo Partneri"));
    // 21.11. at 0.00 in Finland.
    test.set_clock("2026-11-20T22:00:00".parse().expect("an instant"));
    assert_eq!(browser.get("/").await.location(), "/login");
    let refused = sign_in(&test.visitor(), &test.cast.partner.email, PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn with_two_memberships_the_session_acts_for_the_first() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let (host, guest, id) = (test.cast.host, test.cast.partner_organisation, logger.id);
    test.write(move |conn| Ok(store::add_membership(conn, id, guest, &[Role::Administrator])?)).await;
    let cookie = session_of(&sign_in(&test.visitor(), &logger.email, PASSWORD).await);
    let page = get_with(&test, &cookie).await;
    assert!(page.page().contains("Jokilaakson työllisyysalue"));
    assert!(!page.body.contains("/admin"), "the roles of the other membership don't count");
    let yesterday = test.app.today().pred_opt();
    test.write(move |conn| Ok(diesel::update(organisations::table.find(host)).set(organisations::ends_on.eq(yesterday)).execute(conn)?))
        .await;
    let cookie = session_of(&sign_in(&test.visitor(), &logger.email, PASSWORD).await);
    assert!(get_with(&test, &cookie).await.page().contains("Jokilaakson yrityskeskus"), "the first that still has access");
}

#[actix_web::test]
async fn a_session_ends_after_a_working_day() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.logger).await;
    test.set_clock(test.app.now() + TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert!(browser.get("/").await.page().contains("Niina"));
    test.set_clock(test.app.now() + TimeDelta::seconds(1));
    assert_eq!(browser.get("/").await.location(), "/login");
    assert_eq!(browser.get_fragment("/").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(get_with(&test, "session=made-up").await.location(), "/login");
}

#[actix_web::test]
async fn a_form_from_elsewhere_is_refused() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let cookie = session_of(&sign_in(&test.visitor(), &logger.email, PASSWORD).await);
    let visitor = test.visitor();
    let post = async |headers: &[(&str, &str)]| {
        let request = visitor.request(Method::POST, "/logout").header(header::COOKIE, &cookie);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        Answer::of(request.send().await.expect("an answer")).await
    };
    let elsewhere: [&[(&str, &str)]; 6] = [
        &[],
        &[("Sec-Fetch-Site", "cross-site")],
        &[("Sec-Fetch-Site", "same-site")],
        &[("Sec-Fetch-Site", "cross-site"), ("Origin", &test.base_url)],
        &[("Origin", "https://evil.example")],
        &[("Origin", "null")],
    ];
    for headers in elsewhere {
        let answer = post(headers).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{headers:?}");
        assert!(answer.body.contains("Lomake tuli muualta"), "{headers:?}");
    }
    assert!(get_with(&test, &cookie).await.page().contains("Niina"), "nobody was signed out");
    assert_eq!(post(&[("Origin", &test.base_url)]).await.location(), "/login");
}

#[actix_web::test]
async fn signing_in_leads_to_own_pages_only() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let visitor = test.visitor();
    for (next, leads_to) in [
        ("/companies?q=a&page=2", "/companies?q=a&page=2"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("/\r\nSet-Cookie: a=b", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ] {
        let answer = visitor.post("/login", &[("email", &logger.email), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(answer.location(), leads_to, "{next:?}");
    }
}

#[actix_web::test]
async fn the_cookie_is_closed_to_scripts_and_other_sites() {
    let test = TestApp::start().await;
    let logger = logger_with_password(&test).await;
    let answer = sign_in(&test.visitor(), &logger.email, PASSWORD).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("a cookie");
    for flag in ["session=", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
    let https = TestApp::start_with(|config| config.base_url = "https://kohtaanto.example".to_owned()).await;
    let logger = logger_with_password(&https).await;
    let answer = sign_in(&https.visitor(), &logger.email, PASSWORD).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("a cookie");
    assert!(cookie.starts_with("__Host-session=") && cookie.contains("Secure") && cookie.contains("HttpOnly"), "{cookie}");
    assert!(get_with(&https, cookie.split(';').next().expect("a cookie")).await.page().contains("Niina"));
}
