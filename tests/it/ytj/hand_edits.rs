//! What people wrote survives an import.

use super::{company, import_records, names_of, snapshot};
use crate::support::TestApp;
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{self, NewCompany};
use kohtaanto::identifiers::business_id::BusinessId;

fn record(name: &str, website: &str, industry: &str) -> String {
    format!(
        r#"{{"businessId":{{"value":"2646674-9"}},"names":[{{"name":"{name}","type":"1","registrationDate":"2020-01-01"}}],
        "website":{{"url":"{website}"}},"mainBusinessLine":{{"type":"{industry}","typeCodeSet":"TOIMI4"}},"tradeRegisterStatus":"1"}}"#
    )
}

async fn edit(test: &TestApp, change: impl FnOnce(&mut Facts) + Send + 'static) {
    let author = (test.cast.host, test.cast.handler.id);
    let now = test.app.now();
    let mut row = company(test, "2646674-9").await.expect("a row");
    let mut facts = row.facts();
    change(&mut facts);
    row.updated_at = now;
    test.write(move |conn| Ok(store::edit(conn, &row, &facts, author, now)?)).await;
}

/// Field and register's value of every hand edit.
async fn kept(test: &TestApp) -> Vec<(String, String)> {
    let id = company(test, "2646674-9").await.expect("a row").id;
    let edits = test.read(move |conn| Ok(store::field_edits(conn, id)?)).await;
    let mut kept: Vec<(String, String)> = edits.into_iter().map(|edit| (edit.field, edit.register_value)).collect();
    kept.sort();
    kept
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[actix_web::test]
async fn hand_edited_fields_survive() {
    let test = TestApp::start().await;
    import_records(&test, &[&record("Wolt Oy", "old.example", "96999")]);
    edit(&test, |facts| {
        facts.name = "Woltti".to_owned();
        facts.website = "meidan.example".to_owned();
        facts.industry = "82200".to_owned();
        facts.phone = "02 778 2055".to_owned();
    })
    .await;
    let report = import_records(&test, &[&record("Wolt Suomi Oy", "new.example", "56110")]);
    assert_eq!(report.differing, 3);
    let words = report.to_string();
    assert!(words.contains(r#"2646674-9 website: here "meidan.example", in the register "new.example""#), "{words}");

    let row = company(&test, "2646674-9").await.expect("a row");
    assert_eq!((&*row.name, &*row.name_fold, &*row.website, &*row.phone), ("Woltti", "woltti", "meidan.example", "02 778 2055"));
    assert_eq!((&*row.industry, &*row.industry_set, &*row.industry_2025), ("82200", "TOIMI4", "82200"));
    let register = pairs(&[("industry", "56110"), ("name", "Wolt Suomi Oy"), ("phone", ""), ("website", "new.example")]);
    assert_eq!(kept(&test).await, register);
    assert_eq!(names_of(&test, "2646674-9").await, pairs(&[("1", "Wolt Suomi Oy"), ("hand", "Woltti")]));

    let before = snapshot(&test).await;
    test.set_clock("2026-11-21T08:00:00".parse().expect("an instant"));
    let again = import_records(&test, &[&record("Wolt Suomi Oy", "new.example", "56110")]);
    assert_eq!((again.unchanged, again.changed, again.differing), (1, 0, 3));
    assert_eq!(snapshot(&test).await, before);
    assert_eq!(kept(&test).await, register);
}

#[actix_web::test]
async fn other_fields_of_an_edited_company_follow_the_register() {
    let test = TestApp::start().await;
    import_records(&test, &[&record("Wolt Oy", "old.example", "96999")]);
    edit(&test, |facts| facts.website = "meidan.example".to_owned()).await;
    let report = import_records(&test, &[&record("Wolt Suomi Oy", "meidan.example", "96999")]);
    assert_eq!((report.changed, report.differing), (1, 0));
    let row = company(&test, "2646674-9").await.expect("a row");
    assert_eq!((&*row.name, &*row.website), ("Wolt Suomi Oy", "meidan.example"));
    assert_eq!(kept(&test).await, pairs(&[("website", "meidan.example")]));
}

#[actix_web::test]
async fn a_company_by_hand_that_the_register_knows_keeps_what_was_typed() {
    let test = TestApp::start().await;
    let (organisation_id, staff_id, now) = (test.cast.host, test.cast.handler.id, test.app.now());
    let id = test
        .write(move |conn| {
            let business_id = BusinessId::parse("2646674-9").expect("valid");
            let facts = Facts {
                name: "Wolt (Heikki)".to_owned(),
                website: "typed.example".to_owned(),
                industry: "96999".to_owned(),
                phone: "040 1234567".to_owned(),
                ..Facts::default()
            };
            let new = NewCompany { business_id: Some(&business_id), facts: &facts, organisation_id, staff_id };
            Ok(store::add(conn, &new, now)?)
        })
        .await;
    test.set_clock("2026-11-21T08:00:00".parse().expect("an instant"));
    let found = record("Wolt Oy", "register.example", "96999").replace(r#""website""#, r#""companyForms":[{"type":"16"}],"website""#);
    let report = import_records(&test, &[&found]);
    assert_eq!((report.new, report.changed, report.differing), (0, 1, 2));
    let row = company(&test, "2646674-9").await.expect("a row");
    assert_eq!((row.id, &*row.source, &*row.name, &*row.website), (id, "ytj", "Wolt (Heikki)", "typed.example"));
    assert_eq!((&*row.company_form, &*row.trade_register_status, &*row.phone), ("16", "1", "040 1234567"));
    assert_eq!(kept(&test).await, pairs(&[("name", "Wolt Oy"), ("website", "register.example")]));
    assert_eq!(names_of(&test, "2646674-9").await, pairs(&[("1", "Wolt Oy"), ("hand", "Wolt (Heikki)")]));
    let edits = test.read(move |conn| Ok(store::field_edits(conn, id)?)).await;
    assert!(edits.iter().all(|edit| edit.editor == test.cast.handler.name && edit.edited_at == now));

    let before = snapshot(&test).await;
    assert_eq!(import_records(&test, &[&found]).unchanged, 1);
    assert_eq!(snapshot(&test).await, before);
}
