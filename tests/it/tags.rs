//! Tags of companies: put on in one step, found by, and put in order by the administrator.

use crate::companies::add;
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::{audit_entries, company_tags, tags};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn company(test: &TestApp, name: &str) -> i64 {
    add(test, Facts { name: name.into(), ..Facts::default() }).await
}

/// Id and name of every tag.
async fn all(test: &TestApp) -> Vec<(i64, String)> {
    test.read(|conn| Ok(tags::table.order(tags::id).select((tags::id, tags::name)).load(conn)?)).await
}

/// Company and tag.
async fn tagged(test: &TestApp) -> Vec<(i64, i64)> {
    let rows = company_tags::table.order((company_tags::company_id, company_tags::tag_id));
    test.read(move |conn| Ok(rows.select((company_tags::company_id, company_tags::tag_id)).load(conn)?)).await
}

async fn tag(browser: &Browser, company: i64, name: &str) -> String {
    browser.post(&format!("/companies/{company}/tags"), &[("tag", name)]).await.location().to_owned()
}

#[actix_web::test]
async fn works_and_twice_is_once() {
    let test = TestApp::start().await;
    let [kone, puu, leipa] = [company(&test, "Kone Oy").await, company(&test, "Puu Oy").await, company(&test, "Leipä Oy").await];
    let (browser, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    assert!(!browser.get("/companies").await.page().contains("name=\"tag\""), "nothing to choose from yet");
    assert_eq!(tag(&browser, kone, " Kesätyö  & <b>paikat</b> ").await, format!("/companies/{kone}#tags"));
    // The same in other letters, by another organisation.
    tag(&partner, kone, "KESATYÖ & <B>paikat</b>").await;
    tag(&partner, puu, "kesätyö & <b>paikat</b>").await;
    tag(&partner, puu, "Vienti").await;
    let found = all(&test).await;
    assert_eq!(found.iter().map(|tag| tag.1.as_str()).collect::<Vec<_>>(), ["Kesätyö & <b>paikat</b>", "Vienti"]);
    let (summer, exports) = (found[0].0, found[1].0);
    assert_eq!(tagged(&test).await, [(kone, summer), (puu, summer), (puu, exports)]);
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(&format!("/companies/{puu}")).await;
    assert!(page.page().contains(&format!("href=\"/companies?tag={summer}\"")) && page.body.contains("Vienti"));
    assert!(!page.body.contains("/tags/") && !page.body.contains("<b>paikat"), "a reader takes nothing off");
    assert!(!reader.get(&format!("/companies/{leipa}")).await.page().contains("id=\"tags\""), "nothing to show to a reader");

    let list = reader.get(&format!("/companies?tag={summer}")).await;
    assert!(list.page().contains("2 yritystä") && list.body.contains("Kone Oy") && !list.body.contains("Leipä"));
    assert!(list.body.contains("Tunniste: Kesätyö") && list.body.contains(&format!("<option value=\"{summer}\" selected>")));
    assert!(reader.get(&format!("/companies?tag={exports}&q=puu")).await.page().contains("1 yritys"));
    assert!(reader.get(&format!("/companies?tag={exports}&q=kone")).await.page().contains("Ilman rajausta"));
    for unknown in ["999999", "x", "-1", "99999999999999999999", "1%20OR%201=1"] {
        assert!(reader.get(&format!("/companies?tag={unknown}")).await.page().contains("Yhtään yritystä ei löytynyt"), "{unknown}");
    }

    let suggested = partner.get("/companies/tags?q=ti").await;
    assert!(suggested.page().contains("Vienti") && !suggested.body.contains("Kes"));
    assert_eq!(partner.get("/companies/tags?q=").await.page(), "[]");

    for _ in 0..2 {
        let removal = format!("/companies/{puu}/tags/{summer}/removal");
        assert_eq!(browser.post(&removal, &[]).await.location(), format!("/companies/{puu}#tags"));
    }
    assert_eq!(tagged(&test).await, [(kone, summer), (puu, exports)]);
    let deeds: Vec<String> = test
        .read(|conn| {
            let entries = audit_entries::table.filter(audit_entries::subject.eq("company_tags")).order(audit_entries::id);
            Ok(entries.select(audit_entries::action).load(conn)?)
        })
        .await;
    assert_eq!(deeds, ["add", "add", "add", "remove"]);
}

#[actix_web::test]
async fn the_administrator_puts_them_in_order() {
    let test = TestApp::start().await;
    let [kone, puu] = [company(&test, "Kone Oy").await, company(&test, "Puu Oy").await];
    let browser = test.browser(&test.cast.handler).await;
    let administrator = test.browser(&test.cast.administrator).await;
    assert!(administrator.get("/admin/tags").await.page().contains("Tunnisteita ei vielä ole"));
    for (company, name) in [(kone, "kesätyö"), (puu, "Kesäduuni"), (kone, "Kesäduuni"), (kone, "Turha")] {
        tag(&browser, company, name).await;
    }
    let [summer, job, useless] = all(&test).await.into_iter().map(|tag| tag.0).collect::<Vec<_>>()[..] else { panic!("three") };
    assert_eq!(administrator.get("/admin/tags").await.page().matches("row-link").count(), 3);
    let path = |id: i64| format!("/admin/tags/{id}");
    // Another spelling of itself is a better name, that of another is not.
    administrator.post(&path(summer), &[("tag", "Kesätyö")]).await.location();
    let answer = administrator.post(&path(job), &[("tag", "KESÄTYÖ")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Voit yhdistää nämä alla.") && answer.body.contains("value=\"KESÄTYÖ\""));
    for into in ["", "x", &job.to_string(), "999999", "99999999999999999999"] {
        let answer = administrator.post(&format!("{}/merging", path(job)), &[("into", into)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{into}");
        assert!(answer.body.contains("href=\"#into\""));
    }
    for (name, query) in [("Nuoret", format!("tag={job}")), ("Turhat", format!("municipality=734&tag={useless}&ended=true"))] {
        let key = once::new_key();
        browser.post("/companies/filters", &[("once", &key), ("name", name), ("query", &query), ("shared", "")]).await.location();
    }
    administrator.post(&format!("{}/merging", path(job)), &[("into", &summer.to_string())]).await.location();
    assert_eq!(tagged(&test).await, [(kone, summer), (kone, useless), (puu, summer)]);
    administrator.post(&format!("{}/removal", path(useless)), &[]).await.location();
    assert_eq!(tagged(&test).await, [(kone, summer), (puu, summer)]);
    assert_eq!(all(&test).await, [(summer, "Kesätyö".to_owned())]);
    // Saved filters go along with a merge, and say of a removed tag that it is gone.
    let saved = browser.get("/companies").await;
    let address = format!("/companies?municipality=734&tag={useless}&ended=true");
    assert!(saved.page().contains(&format!("href=\"/companies?tag={summer}\"")), "{}", saved.body);
    assert!(browser.get(&address).await.page().contains("Tunniste: ei enää käytössä"));
    assert_eq!(administrator.post(&format!("{}/removal", path(useless)), &[]).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let long = "å".repeat(61);
    for bad in ["", " ", "!?", "\0", "hetu 131052-308T", &long] {
        let answer = browser.post(&format!("/companies/{id}/tags"), &[("tag", bad)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad:?}");
        assert!(answer.body.contains("href=\"#tag\"") && answer.body.contains("Kone Oy"), "{bad:?}");
    }
    assert!(all(&test).await.is_empty());
    assert_eq!(browser.post("/companies/999999/tags", &[("tag", "Vienti")]).await.status, StatusCode::NOT_FOUND);
    assert!(all(&test).await.is_empty(), "and none is made on the way");
    tag(&browser, id, &"å".repeat(60)).await;
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy").await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator] {
        let answer = test.browser(person).await.post(&format!("/companies/{id}/tags"), &[("tag", "Vienti")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    for person in [&test.cast.coordinator, &test.cast.partner_administrator] {
        assert_eq!(test.browser(person).await.get("/admin/tags").await.status, StatusCode::FORBIDDEN);
    }
}
