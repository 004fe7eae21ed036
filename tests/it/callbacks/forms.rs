//! What the form takes, refuses and shows while one types.

use super::{Stage, form};
use crate::support::Answer;
use diesel::prelude::*;
use kohtaanto::schema::callbacks;
use reqwest::StatusCode;

async fn send(stage: &Stage, changes: &[(&str, &str)]) -> Answer {
    let browser = stage.browser(&stage.cast.logger).await;
    let once = browser.get("/callbacks/new").await.once();
    let fields = form(stage, &once, changes);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post("/callbacks", &fields).await
}

async fn count(stage: &Stage) -> i64 {
    stage.read(|conn| Ok(callbacks::table.count().get_result(conn)?)).await
}

#[actix_web::test]
async fn rejects_bad_input_with_every_error_and_keeps_what_was_typed() {
    let stage = Stage::set().await;
    let changes = [
        ("company", ""),
        ("caller_name", " "),
        ("caller_phone", "soita"),
        ("topic", ""),
        ("note", "Säilyy <b>"),
        ("reachable_from", "klo"),
    ];
    let answer = send(&stage, &changes).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["company", "caller_name", "caller_phone", "topic", "reachable_from"] {
        assert!(answer.body.contains(&format!("callback-{field}-error")), "{field} is marked");
    }
    assert!(answer.body.contains("Säilyy &lt;b&gt;") && answer.body.contains("soita"));
    assert_eq!(count(&stage).await, 0);
}

#[actix_web::test]
async fn an_unknown_topic_or_team_is_an_error_on_the_field() {
    let stage = Stage::set().await;
    let answer = send(&stage, &[("topic", "999999")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("callback-topic-error"));
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    let once = browser.get(&format!("{address}/handovers/new")).await.once();
    let fields = [("team", "999999"), ("reason", "absence"), ("once", once.as_str())];
    assert_eq!(browser.post(&format!("{address}/handovers"), &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    stage.leave_mail();
}

#[actix_web::test]
async fn refuses_a_personal_identity_code_and_says_where() {
    let stage = Stage::set().await;
    let answer = send(&stage, &[("note", "Hakija 131052-308T tulee")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("henkilötunnus (merkistä 8 alkaen)"), "{}", answer.body);
    let possible = send(&stage, &[("note", "Tilaus 131052-3089")]).await;
    assert_eq!(possible.status, StatusCode::UNPROCESSABLE_ENTITY, "a shape with a real date warns first");
    send(&stage, &[("note", "Tilaus 131052-3089"), ("warned", "yes")]).await.location();
    assert_eq!(count(&stage).await, 1);
    stage.leave_mail();
}

#[actix_web::test]
async fn odd_names_are_kept_unharmed() {
    let stage = Stage::set().await;
    let name = "Äänekosken \"Tuote\" & <script>alert(1)</script> 🚜";
    let address = send(&stage, &[("company_id", ""), ("company", name)]).await.location().to_owned();
    let page = stage.browser(&stage.cast.handler).await.get(&address).await;
    assert!(
        page.page().contains("&lt;script&gt;alert(1)&lt;&#x2F;script&gt; 🚜")
            || page.page().contains("&lt;script&gt;alert(1)&lt;/script&gt; 🚜")
    );
    let subject: String =
        stage.read(|conn| Ok(kohtaanto::schema::mails::table.select(kohtaanto::schema::mails::subject).first(conn)?)).await;
    assert!(subject.contains(name), "{subject}");
    stage.leave_mail();
}

#[actix_web::test]
async fn when_reachable_moves_the_due_time() {
    let stage = Stage::set().await;
    send(&stage, &[("reachable_from", "13.00"), ("reachable_until", "14")]).await.location();
    let due: chrono::NaiveDateTime = stage.read(|conn| Ok(callbacks::table.select(callbacks::due_at).first(conn)?)).await;
    assert_eq!(due.to_string(), "2026-11-20 11:00:00", "two hours from 10.00 is 12.00; the caller is there from 13.00");
    stage.leave_mail();
}

#[actix_web::test]
async fn urgent_is_due_sooner_and_on_top() {
    let stage = Stage::set().await;
    stage.log(&stage.cast.logger, &[]).await;
    let urgent = send(&stage, &[("urgent", "true"), ("company_id", ""), ("company", "Kiire Oy")]).await.location().to_owned();
    let list = stage.browser(&stage.cast.handler).await.get("/callbacks").await;
    let (first, second) = (list.page().find("Kiire Oy").expect("it is there"), list.page().find("Öljynen").expect("it is there"));
    assert!(first < second && urgent.starts_with("/callbacks/"));
    stage.leave_mail();
}

#[actix_web::test]
async fn tells_of_an_open_one_and_lets_others_add_to_it() {
    let stage = Stage::set().await;
    let (address, _) = stage.taken_by(&stage.cast.handler.clone()).await;
    let other = stage.browser(&stage.cast.partner).await;
    let query = format!("/callbacks/open-matches?company_id={}&topic={}", stage.company, stage.cast.recruitment);
    let told = other.get_fragment(&query).await;
    assert!(told.page().contains("Heli Hoitaja") && told.page().contains("Työnantajapalvelut"), "{}", told.body);
    assert!(!told.page().contains(&format!("href=\"{address}\"")), "a partner may not open it");
    let company = stage.company.to_string();
    assert_eq!(other.get(&format!("{address}/additions/new")).await.status, StatusCode::NOT_FOUND, "by its id alone nobody meets it");
    let form = other.get(&format!("{address}/additions/new?company_id={company}")).await;
    let fields = [("note", "Soitti uudelleen"), ("company_id", company.as_str()), ("once", &form.once())];
    assert_eq!(other.post(&format!("{address}/additions"), &fields).await.location(), "/callbacks?view=mine");
    assert!(stage.browser(&stage.cast.handler).await.get(&address).await.page().contains("Soitti uudelleen"));
    let by_phone = other.get_fragment("/callbacks/open-matches?caller_phone=%2B358%2040%20123%204567").await;
    assert!(by_phone.page().contains("numerosta on jo avoin"));
    stage.leave_mail();
}

#[actix_web::test]
async fn the_waiting_count_changes_by_itself() {
    let stage = Stage::set().await;
    let browser = stage.browser(&stage.cast.handler).await;
    let empty = browser.get_fragment("/callbacks/waiting").await;
    let tag = empty.headers["etag"].to_str().expect("a tag").to_owned();
    let again = browser.request(reqwest::Method::GET, "/callbacks/waiting").header("If-None-Match", &tag).send().await.expect("an answer");
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    stage.log(&stage.cast.logger, &[]).await;
    assert!(browser.get_fragment("/callbacks/waiting").await.page().contains("data-count=\"1\""));
    stage.leave_mail();
}

#[actix_web::test]
async fn free_text_is_linked_to_a_company_later() {
    let stage = Stage::set().await;
    let address = send(&stage, &[("company_id", ""), ("company", "Se hitsaamo")]).await.location().to_owned();
    let browser = stage.browser(&stage.cast.handler).await;
    let company = stage.company.to_string();
    let other_name = [("company_id", company.as_str()), ("company", "Muu")];
    browser.post(&format!("{address}/company"), &other_name).await.location();
    assert!(!browser.get(&address).await.page().contains(&format!("/companies/{company}\"")), "what is typed decides");
    let fields = [("company_id", company.as_str()), ("company", "öljynen & pojat oy")];
    browser.post(&format!("{address}/company"), &fields).await.location();
    assert!(browser.get(&address).await.page().contains(&format!("/companies/{company}")));
    stage.leave_mail();
}

/// Who ended it was in touch with the company, though nobody had said which one it was.
#[actix_web::test]
async fn what_is_linked_after_its_end_is_a_contact() {
    let stage = Stage::set().await;
    let address = send(&stage, &[("company_id", ""), ("company", "Se hitsaamo")]).await.location().to_owned();
    let browser = stage.browser(&stage.cast.handler).await;
    browser.post(&format!("{address}/claim"), &[]).await.location();
    let once = browser.get(&format!("{address}/closure/new")).await.once();
    let fields = [("outcome", "helped"), ("visibility", "shared"), ("note", "Neuvottu palkkatuesta"), ("once", once.as_str())];
    browser.post(&format!("{address}/closure"), &fields).await.location();
    let company = stage.company.to_string();
    let page = format!("/companies/{company}");
    assert!(browser.get(&page).await.page().contains("Kukaan ei ole vielä ollut yhteydessä"));
    let fields = [("company_id", company.as_str()), ("company", "öljynen & pojat oy")];
    browser.post(&format!("{address}/company"), &fields).await.location();
    assert!(!browser.get(&page).await.page().contains("Kukaan ei ole vielä ollut yhteydessä"));
    stage.leave_mail();
}

#[actix_web::test]
async fn without_routing_the_form_says_what_to_do() {
    let stage = Stage::set().await;
    stage.write(|conn| Ok(diesel::delete(kohtaanto::schema::routing_rows::table).execute(conn)?)).await;
    let answer = send(&stage, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Pyydä pääkäyttäjää"), "{}", answer.body);
}

#[actix_web::test]
async fn a_note_for_us_alone_needs_a_company() {
    let stage = Stage::set().await;
    let address = send(&stage, &[("company_id", ""), ("company", "Se hitsaamo")]).await.location().to_owned();
    let browser = stage.browser(&stage.cast.handler).await;
    browser.post(&format!("{address}/claim"), &[]).await.location();
    let once = browser.get(&format!("{address}/closure/new")).await.once();
    let fields = [("outcome", "helped"), ("visibility", "own"), ("note", "Vain meille"), ("once", once.as_str())];
    let answer = browser.post(&format!("{address}/closure"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Vain meille") && answer.body.contains("visibility-error"));
    stage.leave_mail();
}

#[actix_web::test]
async fn what_was_typed_stays_when_someone_was_quicker() {
    let stage = Stage::set().await;
    let (address, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    let once = browser.get(&format!("{address}/closure/new")).await.once();
    browser.post(&format!("{address}/release"), &[]).await.location();
    let fields = [("outcome", "helped"), ("visibility", "shared"), ("note", "Pitkä muistiinpano"), ("once", once.as_str())];
    let answer = browser.post(&format!("{address}/closure"), &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Pitkä muistiinpano"));
    stage.leave_mail();
}
