//! The contact log and the company page.

mod timeline;

pub use timeline::enter_callback;

use crate::support::{Browser, TestApp, friday_morning};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{NewCompany, add as add_company};
use kohtaanto::db::Conn;
use kohtaanto::schema::{audit_entries, contacts, people, tasks, timeline_events};
use reqwest::StatusCode;

/// A company without a business id, added by the handler.
pub async fn company(test: &TestApp, name: &'static str) -> i64 {
    let (organisation_id, staff_id) = (test.cast.host, test.cast.handler.id);
    test.write(move |conn| {
        let facts = Facts { name: name.to_owned(), municipality: "734".to_owned(), ..Facts::default() };
        Ok(add_company(conn, &NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, friday_morning())?)
    })
    .await
}

/// The fields of the form with sensible values; a test overrides what it is about.
fn fields<'a>(once: &'a str, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("once", once),
        ("kind", "visit"),
        ("outcome", "agreed"),
        ("happened_on", "19.11.2026"),
        ("happened_at", "14.30"),
        ("visibility", "shared"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed.iter().copied()).collect()
}

async fn log(browser: &Browser, company: i64, changed: &[(&str, &str)]) -> crate::support::Answer {
    let once = browser.get(&format!("/companies/{company}/contacts/new")).await.once();
    browser.post(&format!("/companies/{company}/contacts"), &fields(&once, changed)).await
}

#[actix_web::test]
async fn works_with_next_task_timeline_and_audit() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja & Poika Oy").await;
    let person: i64 = test.write(move |conn| Ok(enter_person(conn, company, "Maija Mestari", None)?)).await;
    let (browser, topic) = (test.browser(&test.cast.handler).await, test.cast.recruitment.to_string());
    let person = person.to_string();
    let answer = log(
        &browser,
        company,
        &[
            ("person_id", &person),
            ("topic_id", &topic),
            ("note", "Haluavat kaksi hitsaajaa.\nSoitetaan tiistaina."),
            ("task_title", "Soita hitsaajista"),
            ("task_due_on", "24.11.2026"),
        ],
    )
    .await;
    assert_eq!(answer.location(), format!("/companies/{company}"));
    let shown = browser.get(&format!("/companies/{company}")).await;
    for text in [
        "Käynti · Rekrytointi",
        "to 19.11.2026 klo 14.30",
        "Heli Hoitaja, Jokilaakson työllisyysalue",
        "Sovittiin jatkosta",
        "Maija Mestari",
        "Haluavat kaksi hitsaajaa.\nSoitetaan tiistaina.",
        "Soita hitsaajista",
        "Eilen",
    ] {
        assert!(shown.page().contains(text), "{text} is not on the page: {}", shown.body);
    }
    test.read(move |conn| {
        let (at, created): (NaiveDateTime, NaiveDateTime) =
            contacts::table.select((contacts::happened_at, contacts::created_at)).first(conn)?;
        assert_eq!((at, created), ("2026-11-19T12:30:00".parse().expect("an instant"), friday_morning()));
        let added = |subject| audit_entries::table.filter(audit_entries::action.eq("add").and(audit_entries::subject.eq(subject))).count();
        assert_eq!(added("contacts").get_result::<i64>(conn)?, 1);
        assert_eq!(added("tasks").get_result::<i64>(conn)?, 1);
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator, &test.cast.log_reader] {
        let browser = test.browser(person).await;
        assert_eq!(browser.get(&format!("/companies/{company}/contacts/new")).await.status, StatusCode::FORBIDDEN, "{}", person.name);
        let answer = browser.post(&format!("/companies/{company}/contacts"), &fields("k", &[])).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", person.name);
    }
    let reader = test.browser(&test.cast.reader).await.get(&format!("/companies/{company}")).await;
    assert!(!reader.page().contains("/contacts/new"), "who may not log a contact gets no button");
    assert_eq!(test.browser(&test.cast.log_reader).await.get(&format!("/companies/{company}")).await.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn unknown_company_is_not_found() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    for path in ["/companies/999", "/companies/abc", "/companies/999/contacts/new"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(browser.post("/companies/999/contacts", &fields("k", &[])).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn hides_own_text_from_other_organisations() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let topic = test.cast.subsidy.to_string();
    let handler = test.browser(&test.cast.handler).await;
    log(&handler, company, &[("note", "OWN-MARKER"), ("visibility", "own"), ("topic_id", &topic), ("outcome", "no_need")]).await.location();
    log(&handler, company, &[("note", "SHARED-MARKER"), ("kind", "email")]).await.location();
    let path = format!("/companies/{company}");
    let partner = test.browser(&test.cast.partner).await.get(&path).await;
    assert!(!partner.page().contains("OWN-MARKER"));
    assert!(!partner.body.contains("Ei tarvetta nyt"), "the outcome is for those who may read the note");
    assert!(partner.body.contains("Käynti · Palkkatuki"), "that it happened is shared");
    assert!(partner.body.contains("SHARED-MARKER"));
    let colleague = test.browser(&test.cast.colleague).await.get(&path).await;
    assert!(colleague.page().contains("OWN-MARKER") && colleague.body.contains("vain oma organisaatio"));
}

#[actix_web::test]
async fn twice_is_once() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get(&format!("/companies/{company}/contacts/new")).await.once();
    let sent = fields(&once, &[("task_title", "Soita"), ("task_due_on", "2026-11-25")]);
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("/companies/{company}/contacts"), &sent).await.location(), format!("/companies/{company}"));
    }
    test.read(|conn| {
        assert_eq!(contacts::table.count().get_result::<i64>(conn)?, 1);
        assert_eq!(tasks::table.count().get_result::<i64>(conn)?, 1);
        let logged = timeline_events::table.filter(timeline_events::contact_id.is_not_null());
        assert_eq!(logged.count().get_result::<i64>(conn)?, 1);
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn rejects_bad_input_and_keeps_what_was_typed() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let bad = [
        ("kind", "telegram"),
        ("outcome", ""),
        ("happened_on", "31.2.2026"),
        ("happened_at", "25.00"),
        ("visibility", "secret"),
        ("person_id", "999"),
        ("topic_id", "x"),
        ("note", "Tästä \"puhuttiin\" <b>paljon</b>"),
        ("task_title", "Ilman päivää"),
    ];
    let answer = log(&browser, company, &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["kind", "outcome", "happened_on", "happened_at", "visibility", "person_id", "topic_id", "task_due_on"] {
        assert!(answer.body.contains(&format!(r##"<a href="#{field}">"##)), "no error for {field}: {}", answer.body);
    }
    assert!(answer.body.contains("Ilman päivää") && answer.body.contains("&lt;b&gt;paljon&lt;/b&gt;"), "{}", answer.body);
    let untitled = log(&browser, company, &[("task_due_on", "24.11.2026")]).await;
    assert!(untitled.body.contains(r##"<a href="#task_title">"##));
    let past = log(&browser, company, &[("task_title", "Soita"), ("task_due_on", "19.11.2026"), ("happened_on", "21.11.2026")]).await;
    assert!(past.body.contains(r##"<a href="#task_due_on">"##) && past.body.contains(r##"<a href="#happened_on">"##));
    assert_eq!(test.read(|conn| Ok(contacts::table.count().get_result::<i64>(conn)?)).await, 0);
}

#[actix_web::test]
async fn people_of_other_companies_and_former_ones_are_not_offered() {
    let test = TestApp::start().await;
    let (mine, other) = (company(&test, "Oma Oy").await, company(&test, "Muu Oy").await);
    let (stranger, former) = test
        .write(move |conn| {
            Ok((enter_person(conn, other, "Ville Vieras", None)?, enter_person(conn, mine, "Eeva Entinen", Some(friday_morning()))?))
        })
        .await;
    let browser = test.browser(&test.cast.handler).await;
    for id in [stranger, former] {
        let answer = log(&browser, mine, &[("person_id", &id.to_string())]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let shown = browser.get(&format!("/companies/{mine}")).await;
    let details = shown.page().find("<details class=\"more\">").expect("former people stand behind a heading");
    assert!(shown.body.find("Eeva Entinen").expect("the former person") > details);
}

#[actix_web::test]
async fn refuses_a_personal_identity_code_in_note_and_task() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    for field in ["note", "task_title"] {
        let answer = log(&browser, company, &[(field, "Hakija 131052-308T"), ("task_due_on", "24.11.2026"), ("warned", "yes")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Tekstissä on henkilötunnus (merkistä 8 alkaen)"), "{}", answer.body);
    }
    let seeming = [("note", "Koodi 131052-308X")];
    assert_eq!(log(&browser, company, &seeming).await.status, StatusCode::UNPROCESSABLE_ENTITY, "warned of once");
    log(&browser, company, &[seeming[0], ("warned", "yes")]).await.location();
}

#[actix_web::test]
async fn strange_names_are_unharmed() {
    let test = TestApp::start().await;
    let company = company(&test, "<script>alert('Åke & \"Öljy\"')</script> 🚜 Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    log(&browser, company, &[("note", "🚜 <script>alert(1)</script> & 'co'")]).await.location();
    let path = format!("/companies/{company}");
    for path in [path.clone(), format!("{path}/contacts/new")] {
        let answer = browser.get(&path).await;
        assert!(!answer.page().contains("<script>alert") && answer.body.contains("🚜 Oy"), "{path}");
    }
    assert!(browser.get(&path).await.body.contains("🚜 &lt;script&gt;"));
    let stored: String = test.read(|conn| Ok(contacts::table.select(contacts::note).first(conn)?)).await;
    assert_eq!(stored, "🚜 <script>alert(1)</script> & 'co'");
}

pub fn enter_person(conn: &mut Conn, company_id: i64, name: &str, ended_at: Option<NaiveDateTime>) -> QueryResult<i64> {
    let organisation_id: i64 = kohtaanto::organisations::store::host(conn)?.expect("a host");
    diesel::insert_into(people::table)
        .values((
            people::company_id.eq(company_id),
            people::organisation_id.eq(organisation_id),
            people::name.eq(name),
            people::name_sort.eq(name.to_lowercase()),
            people::role.eq("toimitusjohtaja"),
            people::email.eq("joku@paja.example"),
            people::language.eq("fi"),
            people::created_at.eq(friday_morning()),
            people::ended_at.eq(ended_at),
        ))
        .returning(people::id)
        .get_result(conn)
}
