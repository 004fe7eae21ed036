//! The filters of the register: each alone, together, with a text, in the address, and what an empty list says.

use crate::companies::add;
use crate::support::{Browser, TestApp};
use kohtaanto::companies::Facts;
use kohtaanto::contacts::{self, Kind, NewContact, Outcome, Visibility};
use kohtaanto::organisations::store as organisations;

/// The names of a list's rows.
async fn names(browser: &Browser, query: &str) -> Vec<String> {
    let answer = browser.get(&format!("/companies?{query}")).await;
    let rows = answer.page().split("row-link\"").skip(1);
    rows.map(|row| row.split(['>', '<']).nth(1).expect("a name").to_owned()).collect()
}

async fn contact(test: &TestApp, company_id: i64, day: &str, visibility: Visibility) {
    let (organisation_id, staff_id, now) = (test.cast.partner_organisation, test.cast.partner.id, test.app.now());
    let happened_at = format!("{day}T08:00:00").parse().expect("an instant");
    test.write(move |conn| {
        let new = NewContact {
            company_id,
            person_id: None,
            callback_id: None,
            organisation_id,
            staff_id,
            kind: Kind::Call,
            outcome: Outcome::Reached,
            topic_id: None,
            note: "",
            visibility,
            happened_at,
        };
        Ok(contacts::store::add(conn, &new, now)?)
    })
    .await;
}

/// Four companies: form, size, municipality, industry, contact.
async fn enter(test: &TestApp) {
    for (name, form, size, municipality, industry, touched) in [
        ("Alku Oy", "16", "5-9", "734", "62100", Some("2026-11-10")),
        ("Keski Oy", "16", "50-99", "761", "10710", Some("2026-08-31")),
        ("Loppu ry", "29", "5-9", "734", "10710", None),
        ("Muu", "", "", "", "", None),
    ] {
        let facts = Facts {
            name: name.into(),
            company_form: form.into(),
            size_class: size.into(),
            municipality: municipality.into(),
            industry: industry.into(),
            ..Facts::default()
        };
        let id = add(test, facts).await;
        if let Some(day) = touched {
            // Another organisation's own note: that there was a contact is known to all.
            contact(test, id, day, Visibility::Own).await;
        }
    }
}

#[actix_web::test]
async fn works_alone_together_and_with_a_text() {
    let test = TestApp::start().await;
    enter(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    for (query, expected) in [
        ("company_form=16", vec!["Alku Oy", "Keski Oy"]),
        ("size=5-9", vec!["Alku Oy", "Loppu ry"]),
        ("contact=since&since=1.9.2026", vec!["Alku Oy"]),
        ("since=2026-08-31", vec!["Alku Oy", "Keski Oy"]),
        ("contact=not-since&since=1.9.2026", vec!["Keski Oy", "Loppu ry", "Muu"]),
        ("contact=never", vec!["Loppu ry", "Muu"]),
        ("contact=never&since=1.1.2020", vec!["Loppu ry", "Muu"]),
        ("municipality=734&size=5-9", vec!["Alku Oy", "Loppu ry"]),
        ("municipality=734&size=5-9&contact=never", vec!["Loppu ry"]),
        ("municipality=734&size=5-9&contact=never&company_form=16", vec![]),
        ("industry=C&contact=never", vec!["Loppu ry"]),
        ("industry=C&contact=since&since=1.1.2026", vec!["Keski Oy"]),
        ("q=esk&company_form=16&size=50-99", vec!["Keski Oy"]),
        ("q=lop&contact=never", vec!["Loppu ry"]),
        ("q=lop&contact=since&since=1.1.2026", vec![]),
        ("size=7", vec![]),
        ("company_form=%27%20OR%201=1", vec![]),
        ("contact=bad", vec!["Alku Oy", "Keski Oy", "Loppu ry", "Muu"]),
    ] {
        assert_eq!(names(&browser, query).await, expected, "{query}");
    }
}

#[actix_web::test]
async fn the_address_has_everything_and_each_can_be_taken_away() {
    let test = TestApp::start().await;
    enter(&test).await;
    let browser = test.browser(&test.cast.reader).await;
    let answer = browser.get("/companies?q=o&municipality=734&company_form=16&size=5-9&contact=since&since=1.9.2026&ended=true").await;
    let page = answer.page().replace("&amp;", "&").replace("&#x2F;", "/");
    for text in ["Kunta: Salo", "Yritysmuoto: Osakeyhtiö", "5–9 henkilöä", "Yhteydenotto 1.9.2026 tai sen jälkeen", "Myös lopettaneet"]
    {
        assert!(page.contains(text), "{text}");
    }
    assert!(page.contains("/companies?q=o&municipality=734&company_form=16&contact=since&since=1.9.2026&ended=true"), "without the size");
    assert_eq!(page.matches("class=\"chip\"").count(), 5);
    assert!(page.contains("href=\"/companies\">Tyhjennä haku"));
}

#[actix_web::test]
async fn the_own_area_stands_for_its_municipalities() {
    let test = TestApp::start().await;
    enter(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let host = test.cast.host;
    let set = async |codes: &[&str]| {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        test.write(move |conn| Ok(organisations::set_municipalities(conn, host, &codes)?)).await;
    };
    set(&[]).await;
    let answer = browser.get("/companies?municipality=area").await;
    assert!(!answer.page().contains("Oma alue"), "there is no area yet: nothing is offered, nothing is filtered");
    assert_eq!(names(&browser, "municipality=area").await, names(&browser, "").await);
    set(&["761", "734"]).await;
    let own = names(&browser, "municipality=area").await;
    let mut each = [names(&browser, "municipality=734").await, names(&browser, "municipality=761").await].concat();
    each.sort();
    assert_eq!(own, each);
    assert_ne!(own, names(&browser, "").await);
    assert_eq!(names(&browser, "municipality=area&size=5-9&contact=never").await, ["Loppu ry"]);
    assert_eq!(names(&browser, "municipality=area&q=alku").await, ["Alku Oy"]);
    let answer = browser.get("/companies?municipality=area&size=5-9").await;
    let page = answer.page().replace("&amp;", "&").replace("&#x2F;", "/");
    assert!(page.contains(r#"<option value="area" selected>Oma alue</option>"#));
    assert!(page.contains("Kunta: Oma alue") && page.contains(r#"href="/companies?municipality=area""#), "without the size");
}

#[actix_web::test]
async fn pages_keep_the_filters() {
    let test = TestApp::start().await;
    for number in 0..52 {
        let facts = Facts { name: format!("Sama {number:02}"), company_form: "16".into(), size_class: "0-4".into(), ..Facts::default() };
        add(&test, facts).await;
    }
    let browser = test.browser(&test.cast.handler).await;
    let answer = browser.get("/companies?company_form=16&size=0-4&contact=never").await;
    let next =
        answer.page().split("href=\"").find(|part| part.contains("after=")).expect("a next page").split('"').next().expect("an address");
    let next = next.replace("&amp;", "&").replace("&#x2F;", "/");
    assert!(next.contains("company_form=16&size=0-4&contact=never&after="), "{next}");
    let (_, query) = next.split_once('?').expect("a query");
    assert_eq!(names(&browser, query).await, ["Sama 50", "Sama 51"]);
}

#[actix_web::test]
async fn an_empty_list_says_which_filter_to_loosen() {
    let test = TestApp::start().await;
    enter(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let answer = browser.get("/companies?municipality=761&size=5-9").await;
    let page = answer.page().replace("&amp;", "&").replace("&#x2F;", "/");
    let looser: Vec<&str> = page.split("Ilman rajausta").skip(1).collect();
    assert_eq!(looser.len(), 2);
    assert!(looser[0].contains("Kunta: Somero") && looser[0].contains("2 yritystä"), "{}", looser[0]);
    assert!(looser[1].contains("5–9") && looser[1].contains("1 yritys"));
    // Nothing helps alone: the plain words.
    assert!(browser.get("/companies?municipality=091&size=1000").await.page().contains("poista rajauksia"));
}

#[actix_web::test]
async fn rejects_bad_days() {
    let test = TestApp::start().await;
    enter(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    for (query, words) in [
        ("contact=since&since=", "Kirjoita päivä"),
        ("contact=not-since&since=32.1.2026", "Kirjoita päivä"),
        ("since=%00%27", "Kirjoita päivä"),
    ] {
        let answer = browser.get(&format!("/companies?{query}")).await;
        assert!(answer.page().contains("message-error") && answer.body.contains(words), "{query}");
        assert_eq!(names(&browser, query).await.len(), 4, "{query} filters nothing");
    }
}
