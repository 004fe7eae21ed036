//! Call lists: made from a filter, worked through company by company, and what came of it.

mod batches;
mod filters;
mod merging;
mod turns;

use crate::contacts::company;
use crate::support::{Answer, Browser, Person, TestApp};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::companies::marks::{Kind, store as marks};
use kohtaanto::schema::{call_list_calls, call_list_companies, company_marks, contacts, tasks};
use kohtaanto::staff::sessions;
use kohtaanto::web::{Viewer, once};
use reqwest::StatusCode;

pub async fn viewer(test: &TestApp, person: &Person) -> Viewer {
    let (token, now) = (test.session(person).await, test.app.now());
    test.read(move |conn| Ok(sessions::viewer(conn, &token, now)?.expect("a session"))).await
}

/// Makes a list of what the filter finds and gives its address.
async fn make(browser: &Browser, query: &str, callers: &[i64], more: &[(&str, &str)]) -> Answer {
    let (key, callers) = (once::new_key(), callers.iter().map(i64::to_string).collect::<Vec<_>>());
    let mut fields = vec![("once", key.as_str()), ("query", query)];
    fields.extend(callers.iter().map(|id| ("callers", id.as_str())));
    let usual = [("name", "Kevätkierros"), ("purpose", "call"), ("script", "Kysy kesätyöpaikoista.")];
    fields.extend(usual.into_iter().filter(|field| more.iter().all(|other| other.0 != field.0)));
    fields.extend(more);
    browser.post("/call-lists", &fields).await
}

/// Codes a call to the company of this address and gives what follows.
async fn code(browser: &Browser, entry: &str, outcome: &str, more: &[(&str, &str)]) -> Answer {
    let key = once::new_key();
    let usual = [("once", key.as_str()), ("outcome", outcome), ("visibility", "shared")];
    let kept = usual.into_iter().filter(|field| more.iter().all(|other| other.0 != field.0));
    let fields: Vec<_> = kept.chain(more.iter().copied()).collect();
    browser.post(&format!("{entry}/calls"), &fields).await
}

pub async fn mark(test: &TestApp, company: i64, kind: Kind) {
    let (viewer, now) = (viewer(test, &test.cast.partner).await, test.app.now());
    let mark = marks::NewMark { kind, person: None, reason: "Pyysivät".to_owned(), ends_on: None };
    test.write(move |conn| marks::set(conn, &viewer, company, &mark, now)).await;
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("an instant")
}

#[actix_web::test]
async fn works_from_the_filter_to_the_result() {
    let test = TestApp::start().await;
    for name in ["Aalto Oy", "Betoni Oy", "Citrus Oy"] {
        company(&test, name).await;
    }
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/companies/batches/new?municipality=734").await.page().contains("/call-lists/new?municipality=734"));
    let new = browser.get("/call-lists/new?municipality=734").await;
    assert!(new.page().contains("3 yritystä") && new.body.contains("Kunta: Salo"));
    let topic = test.cast.recruitment.to_string();
    let list = make(&browser, "municipality=734", &[test.cast.handler.id], &[("topic_id", &topic)]).await.location().to_owned();
    assert!(browser.get("/call-lists").await.page().contains("0 / 3"));
    let first = browser.post(&format!("{list}/turns"), &[]).await.location().to_owned();
    let page = browser.get(&first).await;
    for words in ["Aalto Oy", "Kysy kesätyöpaikoista.", "Kukaan ei ole vielä ollut yhteydessä"] {
        assert!(page.page().contains(words), "{words}");
    }
    assert_eq!(browser.post(&format!("{list}/turns"), &[]).await.location(), first, "one goes on with what one has");
    let second = code(&browser, &first, "agreed", &[("note", "Kaksi kesätyöntekijää")]).await.location().to_owned();
    assert!(browser.get(&second).await.page().contains("Betoni Oy"));
    let third = code(&browser, &second, "no_answer", &[]).await.location().to_owned();
    assert!(browser.get(&third).await.page().contains("Citrus Oy"));
    let again = [("again_on", "23.11.2026"), ("again_at", "14.30"), ("task", "true")];
    assert_eq!(code(&browser, &third, "call_again", &again).await.location(), list, "nobody waits");
    let result = browser.get(&list).await;
    for words in
        ["33 % (1)", "Ensimmäinen yhteydenotto", "aikaisintaan pe 20.11.2026 klo 13.00", "aikaisintaan ma 23.11.2026 klo 14.30", "3 / 3"]
    {
        assert!(result.page().contains(words), "{words}: {}", result.body);
    }
    let (logged, promised) = test
        .read(|conn| {
            let logged: Vec<(String, String, Option<i64>)> =
                contacts::table.order(contacts::id).select((contacts::outcome, contacts::kind, contacts::topic_id)).load(conn)?;
            let promised: Vec<(String, chrono::NaiveDate)> = tasks::table.select((tasks::title, tasks::due_on)).load(conn)?;
            Ok((logged, promised))
        })
        .await;
    let outcomes: Vec<&str> = logged.iter().map(|one| one.0.as_str()).collect();
    assert_eq!(outcomes, ["agreed", "no_answer", "follow_up"]);
    assert!(logged.iter().all(|one| one.1 == "call" && one.2 == Some(test.cast.recruitment)));
    assert_eq!(promised, [("Soita uudelleen: Kevätkierros".to_owned(), "2026-11-23".parse().expect("a day"))]);
    // Who didn't answer comes again after some hours, what was agreed at its time and before the others.
    test.set_clock(at("2026-11-20T11:00:00"));
    let browser = test.browser(&test.cast.handler).await;
    assert_eq!(browser.post(&format!("{list}/turns"), &[]).await.location(), second);
    browser.post(&format!("{second}/release"), &[]).await.location();
    test.set_clock(at("2026-11-23T12:30:00"));
    let browser = test.browser(&test.cast.handler).await;
    assert_eq!(browser.post(&format!("{list}/turns"), &[]).await.location(), third);
}

#[actix_web::test]
async fn who_must_not_be_contacted_is_left_out_and_told() {
    let test = TestApp::start().await;
    let ids = [company(&test, "Aalto Oy").await, company(&test, "Betoni Oy").await, company(&test, "Citrus Oy").await];
    mark(&test, ids[0], Kind::DoNotContact).await;
    mark(&test, ids[1], Kind::NoMarketing).await;
    let (browser, me) = (test.browser(&test.cast.handler).await, test.cast.handler.id);
    let new = browser.get("/call-lists/new").await;
    assert!(new.page().contains("Ei halua yhteydenottoja: 1") && new.body.contains("Ei halua markkinointia: 1"));
    let on_list = |list: &str| {
        let id: i64 = list.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
        test.read(move |conn| {
            let of = call_list_companies::table.filter(call_list_companies::call_list_id.eq(id)).order(call_list_companies::id);
            Ok(of.select(call_list_companies::company_id).load::<i64>(conn)?)
        })
    };
    let marketing = make(&browser, "", &[me], &[("purpose", "marketing")]).await.location().to_owned();
    assert_eq!(on_list(&marketing).await, [ids[2]]);
    assert!(browser.get(&marketing).await.page().contains("2 yritykselle ei soiteta"));
    let calls = make(&browser, "", &[me], &[]).await.location().to_owned();
    assert_eq!(on_list(&calls).await, [ids[1], ids[2]]);
    // What is said after the list was made counts as well, and what was said in a call of it.
    let entry = browser.post(&format!("{calls}/turns"), &[]).await.location().to_owned();
    mark(&test, ids[1], Kind::DoNotContact).await;
    let next = browser.post(&format!("{calls}/turns"), &[]).await.location().to_owned();
    assert_ne!(next, entry);
    assert!(browser.get(&calls).await.page().contains("listan teon jälkeen: 1"));
    assert_eq!(browser.post(&format!("{entry}/claim"), &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(code(&browser, &next, "do_not_call", &[("note", "SALAISUUS"), ("visibility", "own")]).await.location(), calls);
    let marked = company_marks::table.filter(company_marks::company_id.eq(ids[2])).select(company_marks::reason);
    let reasons: Vec<String> = test.read(move |conn| Ok(marked.load(conn)?)).await;
    assert_eq!(reasons, ["Yritys pyysi puhelimessa, ettei siihen oteta yhteyttä."]);
    let empty = make(&browser, "", &[me], &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Kaikki valitut yritykset jäävät pois"));
}

#[actix_web::test]
async fn hides_other_organisations_and_needs_a_caller() {
    let test = TestApp::start().await;
    company(&test, "Aalto Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let list = make(&browser, "", &[test.cast.handler.id], &[]).await.location().to_owned();
    let entry = browser.post(&format!("{list}/turns"), &[]).await.location().to_owned();
    let partner = test.browser(&test.cast.partner).await;
    assert!(!partner.get("/call-lists").await.page().contains("Kevätkierros"));
    for path in [&list, &format!("{list}/edit"), &entry] {
        assert_eq!(partner.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for deed in ["turns", "ending", "reopening"] {
        assert_eq!(partner.post(&format!("{list}/{deed}"), &[]).await.status, StatusCode::NOT_FOUND, "{deed}");
    }
    assert_eq!(code(&partner, &entry, "reached", &[]).await.status, StatusCode::NOT_FOUND);
    let colleague = test.browser(&test.cast.colleague).await;
    assert_eq!(colleague.post(&format!("{list}/turns"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(code(&colleague, &entry, "reached", &[("note", "Ehdin soittaa")]).await.status, StatusCode::CONFLICT);
    let other = make(&browser, "", &[test.cast.handler.id], &[("name", "Toinen")]).await.location().to_owned();
    let id = entry.rsplit('/').next().expect("an id");
    assert_eq!(browser.get(&format!("{other}/companies/{id}")).await.status, StatusCode::NOT_FOUND, "of another list");
    assert_eq!(test.read(|conn| Ok(call_list_calls::table.count().get_result::<i64>(conn)?)).await, 0);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    company(&test, "Aalto Oy").await;
    let (browser, me) = (test.browser(&test.cast.handler).await, test.cast.handler.id);
    let refused =
        make(&browser, "", &[test.cast.partner.id], &[("name", " "), ("purpose", "x\0"), ("topic_id", "99999999999999999999")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Täytä tämä kohta", "Valitse yksi vaihtoehdoista", "Valitse ainakin yksi soittaja", "Kysy kesätyöpaikoista."] {
        assert!(refused.body.contains(words), "{words}");
    }
    assert_eq!(make(&browser, "municipality=x%00&since=x&contact=never", &[me], &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(make(&browser, "", &[me], &[("companies", "x,-1,99999999999999999999")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let list = make(&browser, "", &[me], &[]).await.location().to_owned();
    let entry = browser.post(&format!("{list}/turns"), &[]).await.location().to_owned();
    for (outcome, again_on, again_at, words) in [
        ("", "", "", "Valitse yksi vaihtoehdoista"),
        ("call_again", "", "", "Kirjoita päivä, jona soitetaan uudelleen"),
        ("call_again", "19.11.2026", "", "Aika on jo mennyt"),
        ("call_again", "20.11.2026", "9.59", "Aika on jo mennyt"),
        ("call_again", "31.2.2026", "25", "Kirjoita kellonaika"),
        ("reached\0", "1.1.99999", "", "Valitse yksi vaihtoehdoista"),
    ] {
        let answer = code(&browser, &entry, outcome, &[("again_on", again_on), ("again_at", again_at), ("note", "Säilyy")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{outcome} {again_on}");
        assert!(answer.body.contains(words) && answer.body.contains("Säilyy"), "{words}");
    }
    assert_eq!(test.read(|conn| Ok(contacts::table.count().get_result::<i64>(conn)?)).await, 0, "nothing is half done");
}

#[actix_web::test]
async fn twice_is_once() {
    let test = TestApp::start().await;
    company(&test, "Aalto Oy").await;
    company(&test, "Betoni Oy").await;
    let (browser, me, key) = (test.browser(&test.cast.handler).await, test.cast.handler.id.to_string(), once::new_key());
    let fields = [("once", key.as_str()), ("name", "Kierros"), ("purpose", "call"), ("callers", &me)];
    let list = browser.post("/call-lists", &fields).await.location().to_owned();
    assert_eq!(browser.post("/call-lists", &fields).await.location(), list);
    let entry = browser.post(&format!("{list}/turns"), &[]).await.location().to_owned();
    let key = once::new_key();
    let fields = [("once", key.as_str()), ("outcome", "reached"), ("visibility", "own")];
    let next = browser.post(&format!("{entry}/calls"), &fields).await.location().to_owned();
    assert_eq!(browser.post(&format!("{entry}/calls"), &fields).await.location(), next);
    assert_eq!(test.read(|conn| Ok(call_list_calls::table.count().get_result::<i64>(conn)?)).await, 1);
    for deed in ["ending", "ending"] {
        assert_eq!(browser.post(&format!("{list}/{deed}"), &[]).await.location(), list);
    }
    assert_eq!(browser.post(&format!("{list}/turns"), &[]).await.status, StatusCode::CONFLICT);
    // What was begun before the end is coded all the same.
    assert_eq!(code(&browser, &next, "reached", &[]).await.location(), list);
    for deed in ["reopening", "reopening"] {
        assert_eq!(browser.post(&format!("{list}/{deed}"), &[]).await.location(), list);
    }
    assert_eq!(browser.post(&format!("{list}/turns"), &[]).await.location(), list, "all are called");
}

#[actix_web::test]
async fn is_changed_by_two_at_once() {
    let test = TestApp::start().await;
    company(&test, "Aalto Oy").await;
    let (browser, cast) = (test.browser(&test.cast.handler).await, &test.cast);
    let list = make(&browser, "", &[cast.handler.id], &[]).await.location().to_owned();
    let form = browser.get(&format!("{list}/edit")).await;
    let (once, base) = (form.once(), form.value("base").expect("a base"));
    let [me, other] = [cast.handler.id.to_string(), cast.colleague.id.to_string()];
    let common = [("purpose", "call"), ("script", "Kysy kesätyöpaikoista."), ("once", once.as_str()), ("base", base.as_str())];
    let first: Vec<_> = common.iter().copied().chain([("name", "Syyskierros"), ("callers", me.as_str())]).collect();
    browser.post(&list, &first).await.location();
    let second: Vec<_> =
        common.iter().copied().chain([("name", "Kevätkierros"), ("callers", me.as_str()), ("callers", other.as_str())]).collect();
    test.browser(&cast.colleague).await.post(&list, &second).await.location();
    let page = browser.get(&list).await;
    assert!(page.page().contains("Syyskierros") && page.body.contains("Heli Hoitaja, Kimmo Kollega"));
}
