//! A record that says what it said at the last import is not read again, unless the company is not what it said.

use super::{company, file, import, import_records, snapshot};
use crate::register_plans::statements;
use crate::support::TestApp;
use kohtaanto::companies::store;
use kohtaanto::companies::ytj::{self, Input, Options};

fn record(business_id: &str, name: &str) -> String {
    format!(
        r#"{{"businessId":{{"value":"{business_id}"}},"names":[{{"name":"{name}","type":"1","registrationDate":"2020-01-01"}}],"tradeRegisterStatus":"1"}}"#
    )
}

#[actix_web::test]
async fn known_records_are_counted_and_no_more() {
    let test = TestApp::start().await;
    let wolt = record("2646674-9", "Wolt Oy");
    let both = [wolt.as_str(), &record("0100130-4", "Dynava Oy")];
    assert_eq!(import_records(&test, &both).new, 2);
    let before = snapshot(&test).await;

    let mut conn = test.app.db.writer().expect("a connection");
    let path = test.dir.path().join("companies.json");
    let inputs = [Input::from(path.clone())];
    let mut report = None;
    let sent = statements(&mut conn, |conn| {
        report = Some(ytj::import(conn, &inputs, &Options::default(), test.app.now(), |_| {})?);
        Ok(())
    });
    drop(conn);
    let (sent, report) = (sent.expect("the database takes it"), report.expect("a report"));
    assert_eq!((report.read, report.unchanged, report.changed), (2, 2, 0));
    assert!(sent.len() == 1 && sent[0].contains("register_records"), "{sent:#?}");
    assert_eq!(snapshot(&test).await, before);

    let twice = import_records(&test, &[&wolt, &wolt]);
    assert_eq!((twice.unchanged, twice.skipped.values().sum::<u64>()), (1, 1));
    let changed = import_records(&test, &[&record("2646674-9", "Wolt Suomi Oy"), both[1]]);
    assert_eq!((changed.unchanged, changed.changed), (1, 1));
    assert_eq!(import(&test, std::slice::from_ref(&path)).unchanged, 2);

    // What is known holds until another file says otherwise.
    let older = file(&test, "older.json", format!("[{}]", record("2646674-9", "Wolt Vanha Oy")));
    assert_eq!(import(&test, &[older.clone(), path.clone()]).changed, 2);
    assert_eq!(import(&test, &[older, path]).changed, 2);
    assert_eq!(company(&test, "2646674-9").await.expect("a row").name, "Wolt Suomi Oy");
}

#[actix_web::test]
async fn what_was_put_back_is_compared() {
    let test = TestApp::start().await;
    import_records(&test, &[&record("2646674-9", "Wolt Oy")]);
    let id = company(&test, "2646674-9").await.expect("a row").id;
    let earlier = test.read(move |conn| Ok(store::snapshot(conn, id)?)).await.expect("a company");
    let newer = record("2646674-9", "Wolt Suomi Oy");
    assert_eq!(import_records(&test, &[&newer]).changed, 1);
    test.write(move |conn| Ok(store::restore(conn, &earlier)?)).await;
    assert_eq!(company(&test, "2646674-9").await.expect("a row").name, "Wolt Oy");
    assert_eq!(import_records(&test, &[&newer]).changed, 1);
    assert_eq!(company(&test, "2646674-9").await.expect("a row").name, "Wolt Suomi Oy");
}
