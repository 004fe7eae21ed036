//! The timeline of a company: its pages, and what of it is hidden from whom.

use super::company;
use crate::support::{Cast, TestApp, friday_morning};
use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use kohtaanto::contacts::{Kind, NewContact, Outcome, Visibility, store};
use kohtaanto::db::Conn;
use kohtaanto::schema::callbacks;
use kohtaanto::timeline;
use reqwest::StatusCode;

fn contact(cast: &Cast, company_id: i64, note: &'static str, happened_at: NaiveDateTime) -> NewContact<'static> {
    NewContact {
        company_id,
        person_id: None,
        callback_id: None,
        organisation_id: cast.host,
        staff_id: cast.handler.id,
        kind: Kind::Call,
        outcome: Outcome::Reached,
        topic_id: None,
        note,
        visibility: Visibility::Shared,
        happened_at,
    }
}

#[actix_web::test]
async fn timeline_pages_show_every_event_once_newest_first() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        for index in 0..120_i64 {
            let note: &'static str = format!("note-{index:03}.").leak();
            // Three at a time share their instant, so that the id decides.
            let at = friday_morning() - Duration::hours(index / 3 + 1);
            store::add(conn, &contact(&cast, company, note, at), friday_morning())?;
        }
        Ok(())
    })
    .await;
    let browser = test.browser(&test.cast.handler).await;
    let (mut path, mut seen, mut pages) = (format!("/companies/{company}"), Vec::new(), 0);
    loop {
        let answer = browser.get(&path).await;
        seen.extend(answer.page().split("note-").skip(1).map(|text| text[..3].parse::<i64>().expect("a number")));
        pages += 1;
        let Some(at) = answer.body.find("?after=") else { break };
        let cursor = answer.body[at..].split(['"', '#']).next().expect("an address");
        path = format!("/companies/{company}{cursor}");
    }
    let expected: Vec<i64> = (0..40).flat_map(|hour| [hour * 3 + 2, hour * 3 + 1, hour * 3]).collect();
    assert_eq!((seen, pages), (expected, 3));
    assert_eq!(browser.get(&format!("/companies/{company}?after=broken")).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn callbacks_are_one_bare_line_for_those_who_do_not_see_them() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let cast = test.cast.clone();
    let callback = test.write(move |conn| Ok(enter_callback(conn, &cast, company)?)).await;
    let path = format!("/companies/{company}");
    let link = format!(r#"href="/callbacks/{callback}""#);
    for person in [&test.cast.handler, &test.cast.coordinator, &test.cast.logger] {
        let answer = test.browser(person).await.get(&path).await;
        assert!(answer.page().contains(&link), "{} sees the call-back", person.name);
    }
    for person in [&test.cast.partner, &test.cast.reader, &test.cast.case_handler] {
        let answer = test.browser(person).await.get(&path).await;
        assert!(answer.page().contains("Soittopyyntö kirjattiin · Rekrytointi"), "{}", person.name);
        assert!(answer.body.contains("Yrityksellä on 1 avoin soittopyyntö"), "{}", person.name);
        for hidden in [link.as_str(), "CALLER-MARKER", "0401234567", "TEXT-MARKER"] {
            assert!(!answer.body.contains(hidden), "{} sees {hidden}", person.name);
        }
    }
}

/// In the employer team's queue, logged by the logger, with its timeline event.
pub fn enter_callback(conn: &mut Conn, cast: &Cast, company_id: i64) -> QueryResult<i64> {
    let callback_id: i64 = diesel::insert_into(callbacks::table)
        .values((
            (
                callbacks::company_id.eq(company_id),
                callbacks::company_text.eq(""),
                callbacks::caller_name.eq("CALLER-MARKER"),
                callbacks::caller_phone.eq("0401234567"),
                callbacks::caller_phone_e164.eq("+358401234567"),
                callbacks::topic_id.eq(cast.recruitment),
                callbacks::language.eq("fi"),
                callbacks::source.eq("phone"),
                callbacks::urgent.eq(false),
                callbacks::note.eq("TEXT-MARKER"),
            ),
            (
                callbacks::logged_by.eq(cast.logger.id),
                callbacks::organisation_id.eq(cast.host),
                callbacks::team_id.eq(cast.employer_team),
                callbacks::state.eq("new"),
                callbacks::response_minutes.eq(240),
                callbacks::due_at.eq(friday_morning() + Duration::hours(4)),
                callbacks::handover_count.eq(0),
                callbacks::created_at.eq(friday_morning()),
            ),
        ))
        .returning(callbacks::id)
        .get_result(conn)?;
    let event = timeline::Event {
        company_id,
        kind: timeline::Kind::CallbackLogged,
        organisation_id: Some(cast.host),
        staff_id: Some(cast.logger.id),
        topic_id: Some(cast.recruitment),
        contact_id: None,
        callback_id: Some(callback_id),
        occurred_at: friday_morning(),
    };
    timeline::record(conn, &event)?;
    Ok(callback_id)
}
