//! Companies of lists that are merged, and taken apart again.

use super::{code, make, viewer};
use crate::contacts::company;
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::companies::store as companies;
use kohtaanto::duplicates::{Merged, Undone, merge, seen, undo};
use kohtaanto::schema::{call_list_calls, call_list_companies};

type Rows = (Vec<(i64, i64, i64, Option<i64>)>, Vec<(i64, i64)>);

async fn rows(test: &TestApp) -> Rows {
    test.read(|conn| {
        use call_list_companies as e;
        let entries = e::table.order(e::id).select((e::id, e::call_list_id, e::company_id, e::taken_by)).load(conn)?;
        let calls = call_list_calls::table.order(call_list_calls::id);
        Ok((entries, calls.select((call_list_calls::id, call_list_calls::company_id)).load(conn)?))
    })
    .await
}

#[actix_web::test]
async fn a_list_has_a_merged_company_once_with_all_its_calls() {
    let test = TestApp::start().await;
    let (kept, gone) = (company(&test, "Aalto Oy").await, company(&test, "Aalto").await);
    let (browser, me) = (test.browser(&test.cast.handler).await, test.cast.handler.id);
    // One list has both, of which the second is called; another has the second only.
    let both = make(&browser, "", &[me], &[]).await.location().to_owned();
    let one = make(&browser, "", &[me], &[("companies", &gone.to_string()), ("name", "Toinen")]).await.location().to_owned();
    let before = rows(&test).await;
    let of_gone = before.0.iter().find(|entry| entry.2 == gone).expect("it is on the list").0;
    browser.post(&format!("{both}/companies/{of_gone}/claim"), &[]).await.location();
    code(&browser, &format!("{both}/companies/{of_gone}"), "agreed", &[("then", "stop")]).await.location();
    let before = rows(&test).await;
    let (handler, now) = (viewer(&test, &test.cast.handler).await, test.app.now());
    let merger = handler.clone();
    let merge_id = test
        .write(move |conn| {
            let [one, other] = [kept, gone].map(|id| companies::find(conn, id).expect("a look").expect("a company"));
            match merge(conn, &merger, [kept, gone], (&seen(&one.facts(), &other.facts()), &|_| false), now)? {
                Merged::Into(_, id) => Ok(id),
                other => panic!("{other:?}"),
            }
        })
        .await;
    let (entries, calls) = rows(&test).await;
    assert_eq!(entries.iter().map(|entry| entry.2).collect::<Vec<_>>(), [kept, kept], "once on each list");
    assert_eq!(calls.iter().map(|call| call.1).collect::<Vec<_>>(), [kept]);
    let page = browser.get(&both).await;
    assert!(page.page().contains("1 / 1") && page.body.contains("Sovittiin jatkosta"), "it was called: {}", page.body);
    assert_eq!(browser.post(&format!("{both}/turns"), &[]).await.location(), both, "nobody calls it again");
    let next = browser.post(&format!("{one}/turns"), &[]).await.location().to_owned();
    browser.post(&format!("{next}/release"), &[]).await.location();
    let undone = test.write(move |conn| undo(conn, &handler, merge_id, now)).await;
    assert!(matches!(undone, Undone::Back(_, edited) if edited.is_empty()));
    assert_eq!(rows(&test).await, before);
}
