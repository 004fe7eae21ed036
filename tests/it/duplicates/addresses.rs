//! Old addresses and open forms of a merged company, chains of merges, and merges at the same moment.

use super::merge_by_page;
use crate::companies::add;
use crate::support::{Answer, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::{callbacks, companies, company_forwards, company_merges, contacts};
use reqwest::{StatusCode, header};

async fn named(test: &TestApp, name: &str) -> i64 {
    add(test, Facts { name: name.into(), ..Facts::default() }).await
}

#[track_caller]
fn onward(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT, "{}", answer.body);
    answer.headers[header::LOCATION].to_str().expect("an address")
}

#[actix_web::test]
async fn every_page_and_open_form_leads_on() {
    let test = TestApp::start().await;
    test.leave_mail();
    let [kept, gone] = [named(&test, "Jäävä Oy").await, named(&test, "Menevä Oy").await];
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get(&format!("/companies/{gone}/contacts/new")).await.once();
    merge_by_page(&browser, kept, gone, &[]).await.location();
    for rest in ["", "/edit", "/contacts/new", "/people/new", "?after=x", "/ending/new"] {
        assert_eq!(onward(&browser.get(&format!("/companies/{gone}{rest}")).await), format!("/companies/{kept}{rest}"));
    }
    for form in ["callbacks", "tasks"] {
        assert!(browser.get(&format!("/{form}/new?company={gone}")).await.page().contains("value=\"Jäävä Oy\""), "{form}");
    }
    // A form that was open goes along with what was typed in it.
    let contact = [
        ("once", once.as_str()),
        ("kind", "call"),
        ("outcome", "reached"),
        ("happened_on", "2026-11-19"),
        ("happened_at", "12:00"),
        ("visibility", "shared"),
    ];
    let answer = browser.post(&format!("/companies/{gone}/contacts"), &contact).await;
    let onward_to = onward(&answer).to_owned();
    browser.post(&onward_to, &contact).await.location();
    let of_kept: i64 = test.read(move |conn| Ok(contacts::table.filter(contacts::company_id.eq(kept)).count().get_result(conn)?)).await;
    assert_eq!(of_kept, 1);
    // What would be done to the company itself is not done to another.
    for deed in ["ending", "reopening", "restorations"] {
        let answer = browser.post(&format!("/companies/{gone}/{deed}"), &[("ended_on", "1.11.2026"), ("field", "name")]).await;
        assert_eq!(answer.location(), format!("/companies/{kept}"));
        assert!(answer.headers[header::SET_COOKIE].to_str().expect("a cookie").contains("flash-company-merged-meanwhile"));
    }
    assert!(test.read(move |conn| Ok(companies::table.find(kept).select(companies::alive).first::<bool>(conn)?)).await);
    // A call-back that was being logged about it is about the one that stayed.
    let new = browser.get("/callbacks/new").await;
    let (once, gone_id, topic) = (new.once(), gone.to_string(), test.cast.recruitment.to_string());
    let call = [
        ("once", once.as_str()),
        ("company", "Menevä Oy"),
        ("company_id", &gone_id),
        ("caller_name", "Sampo"),
        ("caller_phone", "040 123 4567"),
        ("topic", &topic),
        ("source", "phone"),
        ("language", "fi"),
    ];
    test.write(|conn| Ok(route_all(conn)?)).await;
    let answer = browser.post("/callbacks", &call).await;
    answer.location();
    let about: Option<i64> = test.read(|conn| Ok(callbacks::table.select(callbacks::company_id).first(conn)?)).await;
    assert_eq!(about, Some(kept));
    assert_eq!(browser.get("/companies/987654").await.status, StatusCode::NOT_FOUND);
    assert_eq!(onward(&test.browser(&test.cast.reader).await.get(&format!("/companies/{gone}")).await), format!("/companies/{kept}"));
    assert_eq!(test.visitor().get(&format!("/companies/{gone}")).await.status, StatusCode::SEE_OTHER, "strangers sign in first");
}

/// Every call-back to the first team.
fn route_all(conn: &mut kohtaanto::db::Conn) -> QueryResult<()> {
    use kohtaanto::routing::{rules::Row, store};
    let team_id = kohtaanto::schema::teams::table.select(kohtaanto::schema::teams::id).order(kohtaanto::schema::teams::id).first(conn)?;
    let row = Row {
        id: 0,
        topic_id: None,
        municipality: None,
        industry: None,
        language: None,
        team_id,
        backup_team_id: None,
        response_minutes: 240,
        urgent_response_minutes: 60,
    };
    store::add(conn, &row)?;
    Ok(())
}

#[actix_web::test]
async fn a_chain_leads_to_its_end_and_is_undone_from_there() {
    let test = TestApp::start().await;
    let [c, b, a] = [named(&test, "Sepelä").await, named(&test, "Beetala").await, named(&test, "Aala").await];
    let browser = test.browser(&test.cast.handler).await;
    merge_by_page(&browser, b, a, &[]).await.location();
    merge_by_page(&browser, c, b, &[]).await.location();
    for gone in [a, b] {
        assert_eq!(onward(&browser.get(&format!("/companies/{gone}")).await), format!("/companies/{c}"));
    }
    let merges: Vec<i64> =
        test.read(|conn| Ok(company_merges::table.order(company_merges::id).select(company_merges::id).load(conn)?)).await;
    let answer = browser.post(&format!("/companies/merges/{}/undoing", merges[0]), &[]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("yhdistetty edelleen yritykseen Sepelä"), "{}", answer.body);
    browser.post(&format!("/companies/merges/{}/undoing", merges[1]), &[]).await.location();
    assert_eq!(onward(&browser.get(&format!("/companies/{a}")).await), format!("/companies/{b}"));
    browser.post(&format!("/companies/merges/{}/undoing", merges[0]), &[]).await.location();
    for there in [a, b, c] {
        assert!(browser.get(&format!("/companies/{there}")).await.status.is_success());
    }
}

#[actix_web::test]
async fn of_two_at_once_one_merges_and_the_other_sees_it() {
    let test = TestApp::start().await;
    let ids = [named(&test, "Yksi").await, named(&test, "Kaksi").await, named(&test, "Kolme").await];
    let (handler, coordinator) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.coordinator).await);
    let form = async |browser: &crate::support::Browser, one: i64, other: i64| {
        let page = browser.get(&format!("/companies/{one}/merges/new?other={other}")).await;
        (format!("/companies/{one}/merges"), [("other", other.to_string()), ("seen", page.value("seen").expect("a form"))])
    };
    let send = async |browser: &crate::support::Browser, (path, fields): &(String, [(&str, String); 2])| {
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        browser.post(path, &fields).await
    };
    // The same pair twice, then a chain whose middle goes away.
    let same = form(&handler, ids[0], ids[1]).await;
    let (one, other) = tokio::join!(send(&handler, &same), send(&coordinator, &same));
    assert_eq!((one.location(), other.location()), (format!("/companies/{}", ids[0]).as_str(), format!("/companies/{}", ids[0]).as_str()));
    let count: i64 = test.read(|conn| Ok(company_merges::table.count().get_result(conn)?)).await;
    assert_eq!(count, 1);
    let more = named(&test, "Neljä").await;
    let (first, second) = (form(&handler, ids[0], ids[2]).await, form(&coordinator, ids[2], more).await);
    let (one, other) = tokio::join!(send(&handler, &first), send(&coordinator, &second));
    for answer in [one, other] {
        assert!(answer.status.is_redirection(), "{}: {}", answer.status, answer.body);
    }
    let lost: i64 = test
        .read(|conn| {
            let there = companies::table.select(companies::id).load::<i64>(conn)?;
            Ok(company_forwards::table.filter(company_forwards::company_id.ne_all(there)).count().get_result(conn)?)
        })
        .await;
    assert_eq!(lost, 0, "every forward leads to a company that is there");
}
