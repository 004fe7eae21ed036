//! The next company is never for two callers, whoever asks at the same moment; and no page walks through the register for it.

use super::{code, viewer};
use crate::register_plans::{plan, statements, walks_a_table};
use crate::support::{Person, TestApp, friday_morning};
use chrono::TimeDelta;
use futures_util::future::join_all;
use kohtaanto::call_lists::{companies, results, store, turns};
use kohtaanto::companies::Facts;
use kohtaanto::companies::marks::Purpose;
use kohtaanto::companies::store::{NewCompany, add};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::i18n::Lang;
use kohtaanto::staff::store::{self as staff, NewStaff};
use kohtaanto::web::Role;
use std::collections::BTreeSet;

/// A list of so many companies with so many callers, who act for the host.
async fn stage(test: &TestApp, size: usize, callers: usize) -> (i64, Vec<Person>) {
    let (host, maker) = (test.cast.host, viewer(test, &test.cast.handler).await);
    test.write(move |conn| {
        let mut people = Vec::new();
        for number in 0..callers {
            let (name, email) = (format!("Soittaja {number}"), format!("soittaja{number}@alue.example"));
            let new = NewStaff { email: &email, name: &name, language: Lang::Fi, password_hash: "" };
            let id = staff::add(conn, &new, friday_morning())?;
            let membership_id = staff::add_membership(conn, id, host, &[Role::EmployerTeam])?;
            people.push(Person { id, membership_id, name, email });
        }
        let details = store::Details {
            name: "Kierros".to_owned(),
            purpose: Purpose::Call,
            topic_id: None,
            script: String::new(),
            callers: people.iter().map(|person| person.id).collect(),
        };
        let id = store::add(conn, &maker, &details, friday_morning())?;
        let list = store::find(conn, &maker, id)?;
        let mut ids = Vec::new();
        for number in 0..size {
            let facts = Facts { name: format!("Yritys {number:03} Oy"), ..Facts::default() };
            let new = NewCompany { business_id: None, facts: &facts, organisation_id: host, staff_id: maker.staff_id };
            ids.push(add(conn, &new, friday_morning())?);
        }
        assert_eq!(companies::put(conn, &list, &ids, friday_morning().date())?, size);
        assert_eq!(companies::put(conn, &list, &ids, friday_morning().date())?, 0, "twice is once");
        Ok((id, people))
    })
    .await
}

#[actix_web::test]
async fn no_two_callers_have_the_same_company() {
    for callers in [2, 10] {
        let test = TestApp::start().await;
        let (id, people) = stage(&test, 3 * callers - 1, callers).await;
        let mut browsers = Vec::new();
        for person in &people {
            browsers.push(test.browser(person).await);
        }
        let (mut called, path) = (BTreeSet::new(), format!("/call-lists/{id}/turns"));
        let first = join_all(browsers.iter().map(|browser| browser.post(&path, &[]))).await;
        let mut held: Vec<String> = first.iter().map(|answer| answer.location().to_owned()).collect();
        for round in 0..3 {
            let at_work: Vec<_> = browsers.iter().zip(&held).filter(|(_, entry)| entry.contains("companies")).collect();
            let distinct: BTreeSet<&String> = at_work.iter().map(|work| work.1).collect();
            assert_eq!(distinct.len(), at_work.len(), "round {round} of {callers}: {held:?}");
            for (_, entry) in &at_work {
                assert!(called.insert((*entry).clone()), "{entry} is called twice");
            }
            let next = join_all(at_work.iter().map(|(browser, entry)| code(browser, entry, "reached", &[]))).await;
            held = next.iter().map(|answer| answer.location().to_owned()).collect();
        }
        assert_eq!(called.len(), 3 * callers - 1, "each was called once");
    }
}

#[actix_web::test]
async fn a_company_comes_free_again() {
    let test = TestApp::start().await;
    let (id, people) = stage(&test, 1, 2).await;
    let (path, list) = (format!("/call-lists/{id}/turns"), format!("/call-lists/{id}"));
    let [one, other] = [test.browser(&people[0]).await, test.browser(&people[1]).await];
    let entry = one.post(&path, &[]).await.location().to_owned();
    assert_eq!(other.post(&path, &[]).await.location(), list, "it is taken");
    assert_eq!(other.post(&format!("{entry}/claim"), &[]).await.status.as_u16(), 409);
    assert_eq!(other.post(&format!("{entry}/release"), &[]).await.location(), list);
    assert!(other.get(&entry).await.page().contains("Soittaa nyt: Soittaja 0"), "another's is not given back");
    one.post(&format!("{entry}/release"), &[]).await.location();
    assert_eq!(other.post(&path, &[]).await.location(), entry, "by hand");
    test.set_clock(friday_morning() + TimeDelta::minutes(61));
    let one = test.browser(&people[0]).await;
    assert_eq!(one.post(&path, &[]).await.location(), entry, "after an hour");
    let late = code(&test.browser(&people[1]).await, &entry, "reached", &[("note", "Puhuttiin pitkään")]).await;
    assert_eq!(late.status.as_u16(), 409);
    assert!(late.body.contains("Yritys ei ole enää sinulla") && late.body.contains("Puhuttiin pitkään"), "what was typed stays");
    // A slip is mended by taking the company once more: the last call says what became of it.
    code(&one, &entry, "wrong_number", &[]).await.location();
    one.post(&format!("{entry}/claim"), &[]).await.location();
    code(&one, &entry, "agreed", &[]).await.location();
    assert!(one.get(&list).await.page().contains("100 % (1)"));
}

#[actix_web::test]
async fn turns_and_results_go_through_indexes() {
    let test = TestApp::start().await;
    let (id, people) = stage(&test, 3, 1).await;
    let (caller, now) = (viewer(&test, &people[0]).await, test.app.now());
    let explain = move |conn: &mut Conn| -> Result<Vec<String>, Error> {
        let list = store::find(conn, &caller, id)?;
        let sent = statements(conn, |conn| {
            assert!(turns::next(conn, &caller, &list, now)?.is_some());
            results::of(conn, &list, now)
        })?;
        sent.iter().map(|sent| Ok(format!("{sent}\n{}", plan(conn, sent)?))).collect()
    };
    for plan in test.read(explain).await {
        // Grouping reads what it has collected.
        let walked: String = plan.lines().filter(|line| !line.contains("SCAN states")).collect::<Vec<_>>().join("\n");
        assert!(!walks_a_table(&walked), "{plan}");
    }
}
