//! What some may not see: every hidden text is a marker that stands nowhere else, and every page is asked as everybody. This knows
//! nothing of the product's own rules of visibility: who may see what is written here once more.

use crate::routes::{Samples, entries, people};
use crate::support::{Answer, Browser, Cast, Person, TestApp};
use diesel::prelude::*;
use kohtaanto::schema::{mails, task_batches, tasks};
use reqwest::Method;
use std::collections::BTreeMap;

const CALLER: &str = "Merkki1soittaja";
const NOTE: &str = "Merkki2pyyntö";
const ATTEMPT: &str = "Merkki3yritys";
const ADDITION: &str = "Merkki4lisäys";
const TO_SUBSIDY: &str = "Merkki5palkkatuki";
const HOST_OWN: &str = "Merkki6oma";
const PARTNER_OWN: &str = "Merkki7kumppani";
const TASK: &str = "Merkki8tehtävä";
const TASK_NOTE: &str = "Merkki9viesti";
const PARTNER_TASK: &str = "Merkki10lupaus";

/// Each marker and who may see it.
fn rules(cast: &Cast) -> BTreeMap<&'static str, Vec<&Person>> {
    let callback_roles = vec![&cast.coordinator, &cast.handler, &cast.colleague, &cast.lead];
    let mut logged_by_logger = callback_roles.clone();
    logged_by_logger.push(&cast.logger);
    let mut logged_by_partner = callback_roles.clone();
    logged_by_partner.extend([&cast.partner, &cast.case_handler, &cast.case_lead]);
    let mut host = callback_roles;
    host.extend([&cast.administrator, &cast.case_handler, &cast.case_lead, &cast.logger, &cast.reader]);
    BTreeMap::from([
        (CALLER, logged_by_logger.clone()),
        (NOTE, logged_by_logger.clone()),
        (ATTEMPT, logged_by_logger.clone()),
        (ADDITION, logged_by_logger),
        (TO_SUBSIDY, logged_by_partner),
        (HOST_OWN, host.clone()),
        (PARTNER_OWN, vec![&cast.partner, &cast.partner_administrator]),
        (TASK, host.clone()),
        (TASK_NOTE, host),
        (PARTNER_TASK, vec![&cast.partner, &cast.partner_administrator]),
    ])
}

/// Does a deed and gives the id in the address that follows.
async fn done(browser: &Browser, path: &str, samples: &Samples, form: &str) -> String {
    let form = format!("once={{once}}&{form}").replace("{once}", &kohtaanto::web::once::new_key());
    let fields: Vec<(String, String)> = url::form_urlencoded::parse(samples.fill(&form).as_bytes()).into_owned().collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = browser.post(&samples.fill(path), &fields).await;
    answer.location().rsplit('/').next().unwrap_or_default().to_owned()
}

/// Enters every hidden text by the page that takes it; gives the call-backs and the tasks.
async fn enter(test: &TestApp, samples: &Samples) -> [(String, i64); 2] {
    let cast = &test.cast;
    let handler = test.browser(&cast.handler).await;
    let partner = test.browser(&cast.partner).await;
    let call = format!("company_id={{company}}&company=x&caller_phone=0405556677&source=phone&language=fi&caller_name={CALLER}");
    let first = format!("{call}&topic={{topic}}&note={NOTE}");
    let first = done(&test.browser(&cast.logger).await, "/callbacks", samples, &first).await;
    done(&handler, &format!("/callbacks/{first}/claim"), samples, "").await;
    done(&handler, &format!("/callbacks/{first}/attempts"), samples, &format!("result=no_answer&note={ATTEMPT}")).await;
    done(&test.browser(&cast.colleague).await, &format!("/callbacks/{first}/additions"), samples, &format!("note={ADDITION}")).await;
    let second = call.replace(CALLER, TO_SUBSIDY);
    let second = done(&partner, "/callbacks", samples, &format!("{second}&topic={{other_topic}}&note={TO_SUBSIDY}")).await;
    let contact = "kind=call&outcome=reached&happened_on=2026-11-19&happened_at=12:00&visibility=own";
    let promise = format!("{contact}&note={HOST_OWN}&task_title={TASK}&task_due_on=2026-11-30");
    done(&handler, "/companies/{company}/contacts", samples, &promise).await;
    let task = newest_task(test).await;
    let given = format!("from=staff-{}&holder=staff-{}&note={TASK_NOTE}", test.cast.handler.id, test.cast.colleague.id);
    done(&handler, &format!("/tasks/{task}/handovers"), samples, &given).await;
    let put_off = format!("due_on=1.12.2026&note={TASK_NOTE}");
    done(&handler, &format!("/tasks/{task}/dates"), samples, &put_off).await;
    done(&handler, "/tasks/batches", samples, &format!("task={task}&deed=move&due_on=2.12.2026&back=/tasks")).await;
    let promise =
        format!("company=Esimerkki Oy&company_id={{company}}&title={PARTNER_TASK}&when=week&holder=team-{}", test.cast.partner_team);
    done(&partner, "/tasks", samples, &promise).await;
    let partner_task = newest_task(test).await;
    done(&partner, "/companies/{company}/contacts", samples, &format!("{contact}&note={PARTNER_OWN}")).await;
    [(first, task), (second, partner_task)]
}

/// The page that tells what became of several tasks, the hidden one among them.
async fn batch_page(test: &TestApp) -> String {
    let id: i64 = test.read(|conn| Ok(task_batches::table.select(task_batches::id).order(task_batches::id.desc()).first(conn)?)).await;
    format!("/tasks/batches/{id}")
}

async fn newest_task(test: &TestApp) -> i64 {
    test.read(|conn| Ok(tasks::table.select(tasks::id).order(tasks::id.desc()).first(conn)?)).await
}

/// Every address that answers a GET, with every hidden row in it, and the searches that could find one.
fn addresses(samples: &Samples, hidden: &[(String, i64)]) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for entry in entries().iter().filter(|entry| entry.method == Method::GET) {
        for (callback, task) in hidden {
            let path = ["{callback}", "{taken}", "{closed}"].iter().fold(entry.path.to_owned(), |path, name| path.replace(name, callback));
            let path = path.replace("{task}", &task.to_string());
            addresses.push(samples.fill(&path));
        }
    }
    addresses.extend(["queue", "taken", "mine", "closed"].map(|view| format!("/callbacks?view={view}")));
    addresses.extend(hidden.iter().map(|(callback, _)| format!("/tasks/new?callback={callback}")));
    addresses.extend(hidden.iter().flat_map(|(_, task)| [format!("/?done={task}"), format!("/tasks?view=team&done={task}")]));
    let matches = [
        "/callbacks/open-matches?company_id={company}",
        "/callbacks/open-matches?caller_phone=0405556677",
        "/callbacks/new?company={company}",
    ];
    addresses.extend(matches.map(|path| samples.fill(path)));
    addresses.extend(
        ["Merkki", CALLER, NOTE, HOST_OWN].iter().flat_map(|marker| {
            [format!("/companies?q={marker}"), format!("/companies/suggestions?q={marker}"), format!("/tasks?q={marker}")]
        }),
    );
    addresses.sort();
    addresses.dedup();
    addresses
}

#[actix_web::test]
async fn hidden_texts_reach_only_those_who_may_see_them() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = Samples::enter(&test).await;
    let hidden = enter(&test, &samples).await;
    let batch = batch_page(&test).await;
    let rules = rules(&test.cast);
    let mut seen: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut leaks = Vec::new();
    for person in people(&test.cast).into_iter().map(Some).chain([None]) {
        let browser = match person {
            Some(person) => test.browser(person).await,
            None => test.visitor(),
        };
        for address in addresses(&samples, &hidden).into_iter().chain([batch.clone()]) {
            for answer in [browser.get(&address).await, browser.get_fragment(&address).await] {
                for (marker, who) in &rules {
                    let Some(name) = holder_of(marker, &answer, person) else { continue };
                    match person.is_some_and(|person| who.iter().any(|may| may.id == person.id)) {
                        true => seen.entry(marker).or_default().push(name),
                        false => leaks.push(format!("{name} reads {marker} at {address}")),
                    }
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    for marker in rules.keys() {
        assert!(seen.contains_key(marker), "no one sees {marker}: the test proves nothing about it");
    }
}

/// A search repeats what was searched for; that is no leak.
fn holder_of<'a>(marker: &str, answer: &Answer, person: Option<&'a Person>) -> Option<&'a str> {
    let repeated = format!("value=\"{marker}\"");
    let body = answer.body.replace(&repeated, "");
    body.contains(marker).then(|| person.map_or("a visitor", |person| person.name.as_str()))
}

#[actix_web::test]
async fn no_mail_holds_a_hidden_text() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = Samples::enter(&test).await;
    enter(&test, &samples).await;
    let texts: Vec<(String, String, String)> =
        test.read(|conn| Ok(mails::table.select((mails::subject, mails::body_text, mails::body_html)).load(conn)?)).await;
    assert!(texts.len() > 4);
    let found = texts.iter().filter(|mail| rules(&test.cast).keys().any(|marker| format!("{mail:?}").contains(marker)));
    assert_eq!(found.collect::<Vec<_>>(), Vec::<&(String, String, String)>::new());
}

#[actix_web::test]
async fn no_calendar_holds_a_hidden_text() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = Samples::enter(&test).await;
    enter(&test, &samples).await;
    let mut entries = 0;
    for person in [&test.cast.handler, &test.cast.colleague, &test.cast.coordinator, &test.cast.partner] {
        let answer = test.visitor().get(&crate::feeds::own_path(&test, person).await).await;
        entries += answer.page().matches("BEGIN:VEVENT").count();
        for marker in rules(&test.cast).keys() {
            assert!(!answer.body.contains(marker), "{marker} is in the calendar of {}", person.name);
        }
    }
    assert!(entries > 3, "the calendars are not empty: {entries}");
}
