//! Who is in charge of a company: one person in each organisation.

use crate::contacts::company;
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::schema::{audit_entries, company_owners, organisations};
use reqwest::StatusCode;

async fn rows(test: &TestApp) -> Vec<(i64, i64)> {
    let rows = company_owners::table.order(company_owners::id).select((company_owners::company_id, company_owners::staff_id));
    test.read(move |conn| Ok(rows.load(conn)?)).await
}

#[actix_web::test]
async fn works_for_each_organisation_by_itself() {
    let test = TestApp::start().await;
    let id = company(&test, "Aalto Oy").await;
    company(&test, "Betoni Oy").await;
    let address = format!("/companies/{id}");
    let (ours, theirs) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    assert!(ours.get(&address).await.page().contains("Yrityksellä ei ole vastuuhenkilöä"));
    let (colleague, partner) = (test.cast.colleague.id.to_string(), test.cast.partner.id.to_string());
    assert_eq!(ours.post(&format!("{address}/owner"), &[("owner", &colleague)]).await.location(), format!("{address}#owners"));
    theirs.post(&format!("{address}/owner"), &[("owner", &partner)]).await.location();
    assert_eq!(rows(&test).await, [(id, test.cast.colleague.id), (id, test.cast.partner.id)]);
    let page = ours.get(&address).await;
    for name in [&test.cast.colleague.name, &test.cast.partner.name] {
        assert!(page.page().contains(name.as_str()), "{name}");
    }
    let list = ours.get(&format!("/companies?owner={colleague}")).await;
    assert!(list.page().contains("Aalto Oy") && !list.body.contains("Betoni Oy") && list.body.contains("Vastuuhenkilö: "));
    assert!(ours.get("/companies?owner=x").await.page().contains("Yhtään yritystä ei löytynyt"));
    ours.post(&format!("{address}/owner"), &[("owner", "")]).await.location();
    assert_eq!(rows(&test).await, [(id, test.cast.partner.id)], "the other organisation keeps its own");
}

#[actix_web::test]
async fn twice_is_once() {
    let test = TestApp::start().await;
    let id = company(&test, "Aalto Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let owner = test.cast.handler.id.to_string();
    for _ in 0..2 {
        browser.post(&format!("/companies/{id}/owner"), &[("owner", &owner)]).await.location();
    }
    assert_eq!(rows(&test).await, [(id, test.cast.handler.id)]);
    let entries = audit_entries::table.filter(audit_entries::subject.eq("company_owners")).count();
    assert_eq!(test.read(move |conn| Ok(entries.get_result::<i64>(conn)?)).await, 1);
}

#[actix_web::test]
async fn rejects_who_is_not_there() {
    let test = TestApp::start().await;
    let id = company(&test, "Aalto Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    for owner in [test.cast.partner.id.to_string(), "999999".to_owned(), "x\0".to_owned()] {
        let answer = browser.post(&format!("/companies/{id}/owner"), &[("owner", &owner)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{owner}");
        assert!(answer.body.contains("valitse toinen"));
    }
    let answer = browser.post("/companies/999999/owner", &[("owner", "")]).await;
    assert_eq!((answer.status, rows(&test).await.len()), (StatusCode::NOT_FOUND, 0));
}

/// A closed account may be opened again, and then it is as before.
#[actix_web::test]
async fn ends_with_the_membership_and_rests_with_the_account() {
    let test = TestApp::start().await;
    let id = company(&test, "Aalto Oy").await;
    let (page, partner) = (format!("/companies/{id}"), &test.cast.partner);
    let (admin, ours, theirs) =
        (test.browser(&test.cast.administrator).await, test.browser(&test.cast.handler).await, test.browser(partner).await);
    let nobody = async || ours.get(&page).await.page().contains("Yrityksellä ei ole vastuuhenkilöä");
    theirs.post(&format!("{page}/owner"), &[("owner", &partner.id.to_string())]).await.location();
    let account = format!("/admin/staff/{}", partner.id);
    assert!(admin.get(&format!("{account}/deactivation")).await.page().contains("Yksi yritys jää ilman vastuuhenkilöä."));
    admin.post(&format!("{account}/deactivation"), &[]).await.location();
    assert!(nobody().await);
    admin.post(&format!("{account}/reactivation"), &[]).await.location();
    assert!(!nobody().await);
    let organisation = test.cast.partner_organisation;
    let ends = async |day: Option<chrono::NaiveDate>| {
        let row = diesel::update(organisations::table.find(organisation));
        test.write(move |conn| Ok(row.set(organisations::ends_on.eq(day)).execute(conn)?)).await
    };
    ends(test.app.today().pred_opt()).await;
    assert!(nobody().await);
    ends(None).await;
    admin.post(&format!("{account}/memberships/{}/ending", test.cast.partner_organisation), &[]).await.location();
    assert_eq!(rows(&test).await, []);
}
