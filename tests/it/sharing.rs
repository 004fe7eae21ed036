//! Shared or own: what a form begins with, who changes it afterwards, and what stays when an organisation's access ends.

use crate::callbacks::Stage;
use crate::contacts::company;
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::mail::outbox::{self, NewMail};
use kohtaanto::organisations::Visibility;
use kohtaanto::organisations::sharing::{default_of, set_default};
use kohtaanto::schema::{audit_entries, contacts, mails, organisations};
use kohtaanto::web::once;
use reqwest::StatusCode;

/// Logs a contact on Thursday and gives its id.
async fn log(test: &TestApp, browser: &Browser, company: i64, note: &str, visibility: &str) -> i64 {
    let once = once::new_key();
    let fields = [
        ("once", once.as_str()),
        ("kind", "call"),
        ("outcome", "reached"),
        ("happened_on", "19.11.2026"),
        ("happened_at", "12.00"),
        ("note", note),
        ("visibility", visibility),
    ];
    browser.post(&format!("/companies/{company}/contacts"), &fields).await.location();
    test.read(|conn| Ok(contacts::table.select(contacts::id).order(contacts::id.desc()).first(conn)?)).await
}

fn checked(visibility: &str) -> String {
    format!(r#"name="visibility" value="{visibility}" checked"#)
}

#[actix_web::test]
async fn a_form_begins_as_the_organisation_says() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let company = company(&stage, "Paja Oy").await;
    let form = format!("/companies/{company}/contacts/new");
    let (partner, handler) = (stage.browser(&stage.cast.partner).await, stage.browser(&stage.cast.handler).await);
    assert!(partner.get(&form).await.page().contains(&checked("shared")), "unless it says otherwise");
    let admin = stage.browser(&stage.cast.partner_administrator).await;
    assert!(!admin.get("/admin/sharing").await.page().contains(r#"value="true" checked"#));
    assert_eq!(admin.post("/admin/sharing", &[("own_texts", "true")]).await.location(), "/admin/sharing");
    assert_eq!(admin.post("/admin/sharing", &[("own_texts", "true")]).await.location(), "/admin/sharing", "twice is once");
    assert!(admin.get("/admin/sharing").await.page().contains(r#"value="true" checked"#));
    assert!(partner.get(&form).await.page().contains(&checked("own")));
    assert!(handler.get(&form).await.page().contains(&checked("shared")), "the others are not touched");
    let audited = audit_entries::table.filter(audit_entries::subject.eq("organisations"));
    assert_eq!(stage.read(move |conn| Ok(audited.count().get_result::<i64>(conn)?)).await, 1);
    // The employment area's administrator sees and changes it on the organisation's page.
    let (host_admin, id) = (stage.browser(&stage.cast.administrator).await, stage.cast.partner_organisation);
    let path = format!("/admin/organisations/{id}");
    assert!(host_admin.get(&path).await.page().contains(r#"value="true" checked"#));
    host_admin.post(&path, &[("name", "Jokilaakson yrityskeskus")]).await.location();
    assert!(partner.get(&form).await.page().contains(&checked("shared")));
    // The ending of a call-back writes a note too.
    let (host, cast) = (stage.cast.host, stage.cast.clone());
    stage.write(move |conn| Ok(set_default(conn, host, Visibility::Own)?)).await;
    assert_eq!(stage.read(move |conn| Ok(default_of(conn, cast.host)?)).await, Visibility::Own);
    let (callback, handler) = stage.taken_by(&stage.cast.handler).await;
    assert!(handler.get(&format!("{callback}/closure/new")).await.page().contains(&checked("own")));
}

#[actix_web::test]
async fn only_its_owner_changes_for_whom_a_text_is() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let cast = &test.cast;
    let (handler, partner) = (test.browser(&cast.handler).await, test.browser(&cast.partner).await);
    let contact = log(&test, &handler, company, "Luottamuksellista", "shared").await;
    let (page, path) = (format!("/contacts/{contact}"), format!("/contacts/{contact}/visibility"));
    let own = [("visibility", "own")];
    for (other, status) in [(&cast.partner, 403), (&cast.colleague, 403), (&cast.case_handler, 403)] {
        let browser = test.browser(other).await;
        assert!(browser.get(&page).await.page().contains("Luottamuksellista") && !browser.get(&page).await.body.contains(&path));
        assert_eq!(browser.post(&path, &own).await.status.as_u16(), status, "{}", other.name);
        assert_eq!(browser.post(&page, &[("outcome", "agreed"), ("note", "x")]).await.status.as_u16(), status, "{}", other.name);
    }
    assert!(handler.get(&format!("/companies/{company}")).await.page().contains(&path), "one click on the timeline");
    assert!(!partner.get(&format!("/companies/{company}")).await.page().contains(&path));
    assert_eq!(handler.post(&path, &[("visibility", "x")]).await.status, StatusCode::BAD_REQUEST);
    test.set_clock("2026-11-20T09:00:00".parse().expect("an instant"));
    assert_eq!(handler.post(&path, &own).await.location(), page);
    assert_eq!(handler.post(&path, &own).await.location(), page, "twice is once");
    let told = handler.get(&page).await;
    assert!(told.page().contains("Kaikki organisaatiot ovat voineet lukea sen"), "{}", told.body);
    assert!(told.body.contains("20.11.2026 klo 10.00 – ") && told.body.contains("20.11.2026 klo 11.00."), "{}", told.body);
    assert_eq!(partner.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(partner.post(&path, &own).await.status, StatusCode::NOT_FOUND);
    assert!(!partner.get(&format!("/companies/{company}")).await.page().contains("Luottamuksellista"));
    // A team's lead and a coordinator of the same organisation are owners too.
    for other in [&cast.lead, &cast.coordinator] {
        let wanted = if other.id == cast.lead.id { "shared" } else { "own" };
        assert_eq!(test.browser(other).await.post(&path, &[("visibility", wanted)]).await.location(), page, "{}", other.name);
    }
    let audited = audit_entries::table.filter(audit_entries::subject.eq("contacts")).order(audit_entries::id);
    let audited: Vec<String> = test.read(move |conn| Ok(audited.select(audit_entries::action).load(conn)?)).await;
    assert_eq!(audited, ["add", "restrict", "share", "restrict"]);
}

#[actix_web::test]
async fn its_owner_corrects_a_text() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let handler = test.browser(&test.cast.handler).await;
    let contact = log(&test, &handler, company, "Kaksi hitsaajaa", "shared").await;
    let page = format!("/contacts/{contact}");
    let form = handler.get(&page).await;
    let (once, base) = (form.once(), form.value("base").expect("a base"));
    let correct = |outcome: &'static str, note: &'static str| {
        [("once", once.clone()), ("base", base.clone()), ("outcome", outcome.into()), ("note", note.into())]
    };
    let send = async |browser: &Browser, fields: [(&str, String); 4]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post(&page, &fields).await
    };
    assert_eq!(send(&handler, correct("agreed", "Kolme hitsaajaa")).await.location(), page);
    let timeline = test.browser(&test.cast.partner).await.get(&format!("/companies/{company}")).await;
    assert!(timeline.page().contains("Kolme hitsaajaa") && !timeline.body.contains("Kaksi hitsaajaa"));
    assert!(handler.get(&page).await.page().contains("Korjattu"));
    // The lead had the same form open: what both wrote is shown, nothing is lost.
    let disputed = send(&test.browser(&test.cast.lead).await, correct("reached", "Neljä hitsaajaa")).await;
    assert_eq!(disputed.status, StatusCode::CONFLICT);
    assert!(disputed.body.contains("Neljä hitsaajaa") && disputed.body.contains("Kolme hitsaajaa"));
    let refused = handler.post(&page, &[("outcome", "x"), ("note", "131052-308T")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let note: String = test.read(move |conn| Ok(contacts::table.find(contact).select(contacts::note).first(conn)?)).await;
    assert_eq!(note, "Kolme hitsaajaa");
}

#[actix_web::test]
async fn who_was_in_touch_is_told_before_one_calls() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let (handler, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    let forms = [
        format!("/companies/{company}"),
        format!("/companies/{company}/contacts/new"),
        format!("/callbacks/open-matches?company_id={company}"),
    ];
    for form in &forms {
        assert!(handler.get(form).await.page().contains("Kukaan ei ole vielä ollut yhteydessä"), "{form}");
    }
    log(&test, &handler, company, "Puhuttiin hitsaajista", "shared").await;
    log(&test, &partner, company, "Salainen", "own").await;
    log(&test, &partner, company, "Salaisempi", "own").await;
    for form in &forms {
        let answer = handler.get(form).await;
        for words in [
            "Pirjo Partneri, Jokilaakson yrityskeskus · to 19.11.2026",
            "Jokilaakson yrityskeskus: 2 kertaa",
            "Jokilaakson työllisyysalue: 1 kerta",
            "viimeksi 19.11.2026",
        ] {
            assert!(answer.page().contains(words), "{words} in {form}: {}", answer.body);
        }
        assert!(!answer.body.contains("Salai"), "{form}");
    }
    assert!(partner.get(&forms[2]).await.page().contains("Salaisempi"), "who may read it, reads what it was about");
    let answer = handler.get("/callbacks/open-matches?company_id=999999").await;
    assert!(!answer.page().contains("yhteydessä"), "no such company");
    test.set_clock("2027-02-17T10:00:01".parse().expect("an instant"));
    let later = test.browser(&test.cast.handler).await.get(&forms[0]).await;
    assert!(later.page().contains("Kukaan ei ole ollut yhteydessä 90 päivään") && later.body.contains("Pirjo Partneri"));
}

#[actix_web::test]
async fn what_an_organisation_wrote_stays_when_its_access_ends() {
    let test = TestApp::start().await;
    test.leave_mail();
    let company = company(&test, "Paja Oy").await;
    let (page, cast) = (format!("/companies/{company}"), test.cast.clone());
    let partner = test.browser(&cast.partner).await;
    log(&test, &partner, company, "Yhteinen teksti", "shared").await;
    let own = log(&test, &partner, company, "Oma teksti", "own").await;
    let holder = format!("staff-{}", cast.partner.id);
    let id = company.to_string();
    let task = [
        ("once", &*once::new_key()),
        ("company_id", &id),
        ("company", "Paja Oy"),
        ("title", "Soita"),
        ("when", "week"),
        ("holder", &holder),
    ];
    partner.post("/tasks", &task).await.location();
    let feed = crate::feeds::own_path(&test, &cast.partner).await;
    assert_eq!(test.visitor().get(&feed).await.status, StatusCode::OK);
    test.write(move |conn| {
        let last: chrono::NaiveDate = "2026-11-20".parse().expect("a day");
        Ok(diesel::update(organisations::table.find(cast.partner_organisation)).set(organisations::ends_on.eq(last)).execute(conn)?)
    })
    .await;
    // The last minute of the last day in Finland, and the first after it.
    test.set_clock("2026-11-20T21:59:59".parse().expect("an instant"));
    let partner = test.browser(&test.cast.partner).await;
    assert!(partner.get(&page).await.page().contains("Oma teksti"), "the last day is one of access");
    test.set_clock("2026-11-20T22:00:00".parse().expect("an instant"));
    assert_eq!(partner.get(&page).await.status, StatusCode::SEE_OTHER, "signed out");
    assert_eq!(test.visitor().get(&feed).await.status, StatusCode::NOT_FOUND);
    assert!(test.browser(&test.cast.partner).await.get("/").await.location().starts_with("/login"), "and not let in again");
    let handler = test.browser(&test.cast.handler).await;
    let handler_page = handler.get(&page).await;
    assert!(handler_page.page().contains("Yhteinen teksti") && handler_page.body.contains("Pirjo Partneri, Jokilaakson yrityskeskus"));
    assert!(!handler_page.body.contains("Oma teksti"), "own stays own");
    assert_eq!(handler.get(&format!("/contacts/{own}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(test.browser(&test.cast.coordinator).await.get(&format!("/contacts/{own}")).await.status, StatusCode::NOT_FOUND);
    // The task falls due: nobody who can't open it is reminded of it.
    test.set_clock("2026-11-30T10:00:00".parse().expect("an instant"));
    test.run_jobs().await;
    let written = mails::table.filter(mails::recipient_address.eq(test.cast.partner.email.clone()));
    assert_eq!(test.read(move |conn| Ok(written.count().get_result::<i64>(conn)?)).await, 0);
}

/// A mail about work waits for the morning; by then its reader has left.
#[actix_web::test]
async fn what_waits_to_be_sent_stays_when_access_ends() {
    let test = TestApp::start().await;
    let (app, theirs, address) = (test.app.clone(), test.cast.partner_organisation, test.cast.partner.email.clone());
    test.set_clock("2026-11-20T21:00:00".parse().expect("an instant"));
    test.write(move |conn| {
        let mail = NewMail {
            kind: "register_refreshed",
            to_name: "Pirjo Partneri",
            to_address: &address,
            reply_to: "",
            language: kohtaanto::i18n::Lang::Fi,
            callback_id: None,
            windowed: true,
            view: &serde_json::json!({ "id": 1, "hand_edits": 0, "is_whole": false }),
        };
        outbox::put(conn, &app, &mail, app.now())?;
        let last: chrono::NaiveDate = "2026-11-20".parse().expect("a day");
        Ok(diesel::update(organisations::table.find(theirs)).set(organisations::ends_on.eq(last)).execute(conn)?)
    })
    .await;
    let state = async || {
        test.run_jobs().await;
        test.read(|conn| Ok(mails::table.select(mails::state).first::<String>(conn)?)).await
    };
    assert_eq!(state().await, "waiting", "the last day is one of access");
    test.set_clock("2026-11-20T22:00:00".parse().expect("an instant"));
    assert_eq!(state().await, "failed");
}
