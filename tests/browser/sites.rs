//! What a company has around it: sites, people who consent, a group, and tags that are put on by keyboard alone.

use super::Page;
use crate::companies::add;
use crate::support::TestApp;
use kohtaanto::companies::Facts;
use kohtaanto::companies::tags::store as tags;
use kohtaanto::groups::store as groups;
use kohtaanto::identifiers::name::fold;
use kohtaanto::people::consents::store as consents;
use kohtaanto::people::consents::{Channel, Purpose};
use kohtaanto::people::store as people;
use kohtaanto::sites::store as sites;
use kohtaanto::staff::sessions;

/// The first of three companies, with everything.
async fn enter(test: &TestApp) -> i64 {
    let mut ids = Vec::new();
    for (name, municipality) in [("Konepaja Kallio Oy", "091"), ("Kallio Holding Oy", "091"), ("Kallio Huolto Oy", "734")] {
        let facts = Facts { name: name.into(), municipality: municipality.into(), size_class: "50-99".into(), ..Facts::default() };
        ids.push(add(test, facts).await);
    }
    let (cast, now, company) = (test.cast.clone(), test.app.now(), ids[0]);
    test.write(move |conn| {
        let token = sessions::begin(conn, cast.partner.membership_id, now)?;
        let partner = sessions::viewer(conn, &token, now)?.expect("a session");
        let author = (cast.host, cast.handler.id);
        let mut hall = 0;
        for (name, address, municipality) in [("Halikon tehdas", "Tehdaskatu 1", "734"), ("Someron huoltohalli", "", "761")] {
            let site = sites::Details {
                name: name.into(),
                street_address: address.into(),
                post_code: "24800".into(),
                post_office: "HALIKKO".into(),
                municipality: municipality.into(),
                phone: "02 778 2055".into(),
            };
            hall = sites::add(conn, company, &site, author, now)?;
        }
        sites::end(conn, hall, author, now)?;
        let at = sites::of_company(conn, company)?[0].id;
        let person =
            people::Details { name: "Maija Malli".into(), role: "Tehtaanjohtaja".into(), site_id: Some(at), ..people::Details::default() };
        let person = people::add(conn, company, &person, author, now)?;
        for purpose in [Purpose::Events, Purpose::Newsletter] {
            let new = consents::NewConsent { purpose, channel: Channel::Meeting, given_on: now.date(), note: "Vain hitsausalalta".into() };
            consents::add(conn, &partner, person, &new, now)?;
        }
        for tag in ["Kesätyöpaikat", "Oppisopimus", "Perheyritys, toinen sukupolvi"] {
            tags::add(conn, &partner, ids[2], &tags::Name { text: tag.into(), fold: fold(tag) }, now)?;
        }
        for id in &ids {
            groups::join(conn, &partner, *id, &groups::Name { text: "Kallio-konserni".into(), fold: fold("Kallio-konserni") }, now)?;
        }
        let group = groups::of_company(conn, company)?.expect("a group").id;
        groups::set_parent(conn, &partner, (group, Some(ids[1])), now)?;
        Ok(company)
    })
    .await
}

#[actix_web::test]
async fn a_company_with_everything_around_it() {
    let test = TestApp::start().await;
    let company = enter(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("/companies/{company}")).await;
    page.tab_to("#tag").await;
    page.type_keys("kesä").await;
    page.wait_for("[role=option]").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_text("Tunniste on lisätty").await;
    page.tab_to("#tag").await;
    page.type_keys("Vientiyritys").await;
    page.press("Enter").await;
    page.wait_for(".tag + .tag").await;
    page.examine("sites-company").await;
    page.click("#sites .card-head a").await;
    page.wait_text("Toimipaikan nimi").await;
    page.examine("site-form").await;
    page.go(&format!("/companies/{company}")).await;
    page.click("#content a[href$=\"/consents\"]").await;
    page.wait_text("Mihin henkilö on suostunut").await;
    page.examine("consents").await;
    page.go(&format!("/companies/{company}")).await;
    page.click_text("Kallio-konserni").await;
    page.wait_text("Konsernin yritykset").await;
    page.examine("company-group").await;
    page.go("/companies?municipality=734").await;
    page.examine("sites-register").await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/tags").await;
    page.examine("tags").await;
    page.click_text("Kesätyöpaikat").await;
    page.wait_text("Onko sama asia kahdella nimellä?").await;
    page.examine("tag").await;
}
