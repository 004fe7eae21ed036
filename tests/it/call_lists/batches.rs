//! Something for several companies of the register's list at once.

use super::make;
use crate::contacts::company;
use crate::support::{Answer, Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{NewCompany, add};
use kohtaanto::schema::{call_list_companies, company_owners, company_tags, tasks};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn send(browser: &Browser, fields: &[(&str, &str)]) -> Answer {
    let key = once::new_key();
    let fields: Vec<_> = fields.iter().copied().chain([("once", key.as_str())]).collect();
    browser.post("/companies/batches", &fields).await
}

#[actix_web::test]
async fn chosen_or_all_are_put_on_a_list_or_get_a_task() {
    let test = TestApp::start().await;
    test.leave_mail();
    let ids = [company(&test, "Aalto Oy").await, company(&test, "Betoni Oy").await, company(&test, "Citrus Oy").await];
    let browser = test.browser(&test.cast.handler).await;
    let none = browser.get("/companies/batches/new?municipality=734&chosen=yes").await;
    assert_eq!(none.location(), "/companies?municipality=734");
    let page = browser.get(&format!("/companies/batches/new?municipality=734&chosen=yes&company={}&company={}", ids[0], ids[1])).await;
    assert!(page.page().contains("2 yritystä"));
    let companies = page.value("companies").expect("the chosen ones");
    let list = make(&browser, "", &[test.cast.handler.id], &[("companies", &companies)]).await.location().to_owned();
    let id = list.rsplit('/').next().expect("an id");
    assert_eq!(send(&browser, &[("deed", "list"), ("call_list", id), ("query", "q=citrus")]).await.location(), list);
    let on_list: Vec<i64> = test
        .read(|conn| Ok(call_list_companies::table.order(call_list_companies::id).select(call_list_companies::company_id).load(conn)?))
        .await;
    assert_eq!(on_list, ids);
    let holder = format!("staff-{}", test.cast.colleague.id);
    let fields = [("deed", "task"), ("companies", companies.as_str()), ("title", "Soita"), ("due_on", "23.11.2026"), ("holder", &holder)];
    assert!(send(&browser, &fields).await.location().starts_with("/tasks?view=team"));
    let made: Vec<(Option<i64>, Option<i64>)> =
        test.read(|conn| Ok(tasks::table.order(tasks::id).select((tasks::company_id, tasks::owner_id)).load(conn)?)).await;
    let owner = test.cast.colleague.id.to_string();
    let fields = [("deed", "owner"), ("companies", companies.as_str()), ("owner", &owner), ("query", "municipality=734")];
    assert_eq!(send(&browser, &fields).await.location(), "/companies?municipality=734");
    let in_charge = company_owners::table.order(company_owners::id).select((company_owners::company_id, company_owners::staff_id));
    let in_charge: Vec<(i64, i64)> = test.read(move |conn| Ok(in_charge.load(conn)?)).await;
    assert_eq!(in_charge, ids[..2].iter().map(|id| (*id, test.cast.colleague.id)).collect::<Vec<_>>());
    send(&browser, &[("deed", "tag"), ("companies", &companies), ("tag", "Kesätyö")]).await.location();
    let tagged: i64 = test.read(|conn| Ok(company_tags::table.count().get_result(conn)?)).await;
    assert_eq!(tagged, 2);
    assert_eq!(made, ids[..2].iter().map(|id| (Some(*id), Some(test.cast.colleague.id))).collect::<Vec<_>>());
}

#[actix_web::test]
async fn rejects_bad_input_and_hides_other_organisations() {
    let test = TestApp::start().await;
    let id = company(&test, "Aalto Oy").await.to_string();
    let browser = test.browser(&test.cast.handler).await;
    for (fields, words) in [
        (vec![("deed", "list")], "Valitse yksi vaihtoehdoista"),
        (vec![("deed", "task"), ("due_on", "1.1.2020"), ("holder", "x\0")], "Täytä tämä kohta"),
        (vec![("deed", "task"), ("title", "x"), ("due_on", "23.11.2026"), ("holder", "staff-999999")], "Valitse yksi vaihtoehdoista"),
        (vec![("deed", "list"), ("call_list", "7"), ("companies", "x")], "Yhtään yritystä ei ole valittu"),
        (vec![("deed", "owner"), ("owner", "999999")], "valitse toinen"),
        (vec![("deed", "tag"), ("tag", " - ")], "Kirjoita tunniste"),
    ] {
        let mut fields = fields;
        if fields.iter().all(|field| field.0 != "companies") {
            fields.push(("companies", &id));
        }
        let answer = send(&browser, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(answer.body.contains(words), "{words}");
    }
    let theirs = make(&test.browser(&test.cast.partner).await, "", &[test.cast.partner.id], &[]).await.location().to_owned();
    let theirs = theirs.rsplit('/').next().expect("an id");
    assert_eq!(send(&browser, &[("deed", "list"), ("call_list", theirs), ("companies", &id)]).await.status, StatusCode::NOT_FOUND);
}

/// What is too much is said, and nothing is done.
#[actix_web::test]
async fn is_capped() {
    let test = TestApp::start().await;
    let (host, handler) = (test.cast.host, test.cast.handler.id);
    test.write(move |conn| {
        for number in 0..1_001 {
            let facts = Facts { name: format!("Yritys {number} Oy"), ..Facts::default() };
            add(
                conn,
                &NewCompany { business_id: None, facts: &facts, organisation_id: host, staff_id: handler },
                crate::support::friday_morning(),
            )?;
        }
        Ok(())
    })
    .await;
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/companies/batches/new").await.page().contains("enemmän kuin 1 000 yritystä"));
    let refused = make(&browser, "", &[handler], &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Listalle mahtuu 1 000 yritystä"));
    let ids = (1..=201).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    let holder = format!("staff-{handler}");
    let tasks = [("deed", "task"), ("companies", &ids), ("title", "x"), ("due_on", "23.11.2026"), ("holder", &holder)];
    let refused = send(&browser, &tasks).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Tehtäviä voi tehdä kerralla 200"));
    assert_eq!(test.read(|conn| Ok(tasks::table.count().get_result::<i64>(conn)?)).await, 0);
}
