//! What one types is kept until it is sent, for oneself only.

use crate::companies::add;
use crate::routes::{Samples, entries, insider_of};
use crate::support::{Answer, Browser, Person, TestApp};
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::{companies, drafts};
use kohtaanto::staff::store as staff;
use reqwest::{Method, StatusCode};

const RESTORED: &str = "Keskeneräinen lomake palautettiin";

/// The fields that every form of a page of this person's carries.
fn of<'a>(page: &'a str, author: &'a str) -> [(&'a str, &'a str); 2] {
    [("draft", page), ("draft_of", author)]
}

async fn keep(browser: &Browser, person: &Person, page: &str, typed: &[(&str, &str)]) -> Answer {
    browser.post("/drafts", &[&of(page, &person.id.to_string()), typed].concat()).await
}

async fn rows(test: &TestApp) -> Vec<(i64, String, String)> {
    test.read(|conn| Ok(drafts::table.order(drafts::id).select((drafts::membership_id, drafts::page, drafts::fields)).load(conn)?)).await
}

#[actix_web::test]
async fn what_was_typed_is_there_again_and_said_so() {
    let test = TestApp::start().await;
    let (handler, page) = (test.cast.handler.clone(), "/companies/new");
    let browser = test.browser(&handler).await;
    let form = browser.get(page).await;
    assert!(!form.page().contains(RESTORED));
    let typed = [("once", form.once()), ("name", "Öljynen & \"Pojat\"".into()), ("municipality", "734".into())];
    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(keep(&browser, &handler, page, &typed).await.status, StatusCode::NO_CONTENT);
    test.set_clock(test.app.now() + TimeDelta::minutes(272));
    let again = browser.get(page).await;
    assert!(again.page().contains(RESTORED) && again.body.contains("(klo 10.00)"));
    assert_eq!(again.value("name").as_deref(), Some("Öljynen & \"Pojat\""));
    assert!(again.body.contains(r#"<option value="734" selected>"#));
    assert_eq!(again.once(), form.once(), "the same key, lest it be made twice");
    test.set_clock(test.app.now() + TimeDelta::days(1));
    let browser = test.browser(&handler).await;
    assert!(browser.get(page).await.page().contains("(pe 20.11.2026 klo 10.00)"), "another day is named");
}

#[actix_web::test]
async fn is_shown_to_nobody_else() {
    let test = TestApp::start().await;
    let (handler, colleague) = (test.cast.handler.clone(), test.cast.colleague.clone());
    let (mine, other) = (test.browser(&handler).await, test.browser(&colleague).await);
    keep(&mine, &handler, "/companies/new", &[("name", "Salainen Oy")]).await;
    assert!(!other.get("/companies/new").await.page().contains("Salainen"));
    // Nobody writes or removes another's draft, also not from that one's open page.
    assert_eq!(keep(&other, &handler, "/companies/new", &[("name", "Tekaistu Oy")]).await.status, StatusCode::CONFLICT);
    assert_eq!(other.post("/drafts/removal", &of("/companies/new", &handler.membership_id.to_string())).await.status, StatusCode::CONFLICT);
    // And nobody sends another's open form in the own name.
    let (id, once) = (handler.membership_id.to_string(), mine.get("/companies/new").await.once());
    let form = [&of("/companies/new", &id)[..], &[("once", once.as_str()), ("name", "Tekaistu Oy")]].concat();
    let refused = other.post("/companies", &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("Lomake on toisen henkilön"));
    assert_eq!(mine.get("/companies/new").await.value("name").as_deref(), Some("Salainen Oy"));
    assert_eq!(rows(&test).await.len(), 1);
}

#[actix_web::test]
async fn is_gone_after_saving() {
    let test = TestApp::start().await;
    let (handler, page) = (test.cast.handler.clone(), "/companies/new");
    let (browser, id) = (test.browser(&handler).await, handler.membership_id.to_string());
    let once = browser.get(page).await.once();
    let form = [&of(page, &id)[..], &[("once", once.as_str()), ("name", "Öljynen Oy")]].concat();
    keep(&browser, &handler, page, &form[2..]).await;
    browser.post("/companies", &form).await.location();
    assert_eq!(rows(&test).await, []);
    // A save of the script's that comes too late is none.
    assert_eq!(keep(&browser, &handler, page, &form[2..]).await.status, StatusCode::NO_CONTENT);
    assert_eq!(rows(&test).await, []);
    assert!(!browser.get(page).await.page().contains(RESTORED));
}

#[actix_web::test]
async fn a_form_that_could_not_be_saved_is_kept_without_script() {
    let test = TestApp::start().await;
    let (handler, page) = (test.cast.handler.clone(), "/companies/new?name=Alku");
    let browser = test.browser(&handler).await;
    let (id, once) = (handler.membership_id.to_string(), browser.get(page).await.once());
    let form = [&of(page, &id)[..], &[("once", once.as_str()), ("name", ""), ("email", "väärin")]].concat();
    let refused = browser.post("/companies", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.value("draft").as_deref(), Some(page), "the form still knows its page");
    assert_eq!(browser.get(page).await.value("email").as_deref(), Some("väärin"));
}

#[actix_web::test]
async fn one_starts_afresh_by_a_button() {
    let test = TestApp::start().await;
    let (handler, page) = (test.cast.handler.clone(), "/companies/new?name=Alku");
    let browser = test.browser(&handler).await;
    keep(&browser, &handler, page, &[("name", "Toinen")]).await;
    let form = browser.get(page).await;
    assert!(form.page().contains(r#"action="/drafts/removal""#) && form.body.contains("Aloita tyhjästä"));
    for _ in 0..2 {
        assert_eq!(browser.post("/drafts/removal", &of(page, &handler.membership_id.to_string())).await.location(), page);
    }
    let fresh = browser.get(page).await;
    assert!(!fresh.page().contains(RESTORED));
    assert_eq!(fresh.value("name").as_deref(), Some("Alku"));
}

#[actix_web::test]
async fn holds_no_password_and_no_personal_identity_code() {
    let test = TestApp::start().await;
    let handler = test.cast.handler.clone();
    let browser = test.browser(&handler).await;
    let typed = [
        ("name", "Maija 131052-308T"),
        ("phone", "040 123"),
        ("password", "salasana1"),
        ("new_password", "salasana2"),
        ("token", "avain3"),
    ];
    keep(&browser, &handler, "/companies/new", &typed).await;
    let kept = rows(&test).await;
    assert_eq!(kept[0].2, r#"{"name":null,"phone":["040 123"]}"#);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let handler = test.cast.handler.clone();
    let browser = test.browser(&handler).await;
    let big = "x".repeat(70_000);
    for (page, text) in [
        ("/nothing", "x"),
        ("https://evil.example/", "x"),
        ("//evil.example", "x"),
        ("/companies/new?q=131052-308T", "x"),
        ("/password/avain", "x"),
        ("/invitations/avain", "x"),
        ("/setup/avain", "x"),
        ("", "x"),
        ("/companies/new", big.as_str()),
    ] {
        assert_eq!(keep(&browser, &handler, page, &[("note", text)]).await.status, StatusCode::BAD_REQUEST, "{page}");
    }
    assert_eq!(rows(&test).await, []);
}

#[actix_web::test]
async fn lives_for_seven_days_and_goes_with_the_account() {
    let test = TestApp::start().await;
    let (handler, colleague) = (test.cast.handler.clone(), test.cast.colleague.clone());
    keep(&test.browser(&handler).await, &handler, "/companies/new", &[("name", "Vanha Oy")]).await;
    test.set_clock(test.app.now() + TimeDelta::days(7));
    assert!(!test.browser(&handler).await.get("/companies/new").await.page().contains("Vanha Oy"));
    let id = colleague.id;
    keep(&test.browser(&colleague).await, &colleague, "/companies/new", &[("name", "Uusi Oy")]).await;
    assert_eq!(rows(&test).await.iter().map(|row| row.0).collect::<Vec<_>>(), [id], "the old one is gone for good");
    let now = test.app.now();
    test.write(move |conn| Ok(staff::deactivate(conn, id, now)?)).await;
    assert_eq!(rows(&test).await, []);
}

#[actix_web::test]
async fn a_box_that_was_unticked_and_a_hidden_id_come_back() {
    let test = TestApp::start().await;
    let handler = test.cast.handler.clone();
    let browser = test.browser(&handler).await;
    let typed = [("company", "Öljynen Oy"), ("company_id", "7"), ("urgent", "true"), ("source", "counter"), ("note", " a\r\nb ")];
    keep(&browser, &handler, "/callbacks/new?company=7#callback", &typed).await;
    let form = browser.get("/callbacks/new?company=7").await;
    assert_eq!(form.value("company_id").as_deref(), Some("7"));
    assert!(form.page().contains(r#"name="urgent" value="true" checked"#) && form.body.contains(r#"value="counter" checked"#));
    assert!(form.body.contains("\n a\r\nb </textarea>") || form.body.contains("\n a\nb </textarea>"));
    keep(&browser, &handler, "/callbacks/new?company=7#callback", &typed[..2]).await;
    assert!(!browser.get("/callbacks/new?company=7").await.page().contains(r#"name="urgent" value="true" checked"#));
    assert!(browser.get_fragment("/callbacks/new?company=7").await.page().contains(RESTORED), "also in the dialog");
    assert!(!browser.get("/callbacks/new?company=8").await.page().contains(RESTORED), "another page");
}

/// An unfinished edit goes on from the row as it is now, and says nothing if nothing differs.
#[actix_web::test]
async fn of_a_row_takes_over_what_others_saved_meanwhile() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Öljynen Oy".into(), phone: "040 111".into(), ..Facts::default() }).await;
    let (handler, page) = (test.cast.handler.clone(), format!("/companies/{id}/edit"));
    let browser = test.browser(&handler).await;
    let base = browser.get(&page).await.value("base").expect("the values as they were");
    let same = [("base", base.as_str()), ("name", "Öljynen Oy"), ("phone", "040 111")];
    keep(&browser, &handler, &page, &same).await;
    assert!(!browser.get(&page).await.page().contains(RESTORED), "nothing was changed");
    keep(&browser, &handler, &page, &[same[0], ("name", "Öljynen Uusi Oy"), same[2]]).await;
    test.write(move |conn| Ok(diesel::update(companies::table.find(id)).set(companies::phone.eq("040 222")).execute(conn)?)).await;
    let form = browser.get(&page).await;
    assert!(form.page().contains(RESTORED) && form.body.contains("Hylkää keskeneräiset muutokset"));
    assert_eq!((form.value("name").as_deref(), form.value("phone").as_deref()), (Some("Öljynen Uusi Oy"), Some("040 222")));
    assert_eq!(form.value("base").as_deref(), Some(base.as_str()), "and is settled with what it began with");
}

/// A field, what is filled in, and what the page then holds: words where the form takes some, else a box that is not ticked
/// or another choice.
fn something_to_fill_in(form: &str) -> Option<(String, String, String)> {
    let texts = ["note", "name", "name_1", "title", "email", "response", "topics", "ended_on", "withdrawn_on", "tag", "monday"];
    if let Some(name) = texts.iter().find(|name| form.contains(&format!(r#"name="{name}""#))) {
        return Some(((*name).to_owned(), "sanoja jotka säilyvät".to_owned(), "sanoja jotka säilyvät".to_owned()));
    }
    let of = |tag: &str, name: &str| Some(tag.split_once(&format!(r#"{name}=""#))?.1.split('"').next()?.to_owned());
    let tags = |text: &str, start: &str| -> Vec<String> {
        text.split(start).skip(1).filter_map(|rest| rest.split('>').next()).map(str::to_owned).collect()
    };
    let boxes = [tags(form, r#"<input type="checkbox""#), tags(form, r#"<input type="radio""#)].concat();
    if let Some(tag) = boxes.iter().find(|tag| !tag.contains("checked")) {
        let (name, value) = (of(tag, "name")?, of(tag, "value")?);
        return Some((name.clone(), value.clone(), format!(r#"name="{name}" value="{value}" checked"#)));
    }
    let (_, select) = form.split_once("<select")?;
    let options = tags(select.split("</select>").next()?, "<option");
    let value =
        options.iter().filter(|tag| !tag.contains("selected")).filter_map(|tag| of(tag, "value")).find(|value| !value.is_empty())?;
    Some((of(select, "name")?, value.clone(), format!(r#"<option value="{value}" selected>"#)))
}

/// Every page with such a form brings back what was typed into it.
#[actix_web::test]
async fn every_form_page_restores() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = Samples::enter(&test).await;
    let (mut forms, mut wrong) = (0, Vec::new());
    for entry in entries().iter().filter(|entry| entry.method == Method::GET && entry.statuses[0] != 200) {
        // A page for the first one of all shows a form to nobody who is signed in.
        let Some(person) = insider_of(&test.cast, entry) else { continue };
        let (browser, page) = (test.browser(person).await, samples.fill(entry.path));
        let shown = browser.get(&page).await;
        for form in shown.body.split("<form").filter(|form| form.contains(r#"name="once""#)) {
            let body = form.split("</form>").next().expect("a form").to_owned();
            let form = Answer { status: shown.status, headers: shown.headers.clone(), body };
            forms += 1;
            let (draft, field) = (form.value("draft"), something_to_fill_in(&form.body));
            let (Some(draft), Some((field, typed, kept))) = (&draft, &field) else {
                // A form without a field, but for its button, keeps nothing.
                if draft.is_some() || field.is_some() {
                    wrong.push(format!("{page} has a form with the draft {draft:?} and the field {field:?}"));
                }
                continue;
            };
            let base = form.value("base").unwrap_or_default();
            keep(&browser, person, draft, &[("once", &form.once()), ("base", &base), (field, typed)]).await;
            let again = browser.get(&page).await;
            if !again.body.contains(kept) || again.body.matches(RESTORED).count() != 1 {
                wrong.push(format!("{draft} forgets its {field}"));
            }
            browser.post("/drafts/removal", &of(draft, &person.id.to_string())).await.location();
        }
    }
    assert!(forms >= 30, "{forms} forms are found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
