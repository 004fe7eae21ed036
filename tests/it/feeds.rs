//! Calendars, read by a program that is not ours: Python's icalendar.

mod pages;

use crate::callbacks::stage::Stage;
use crate::contacts::company;
use crate::support::{Person, TestApp};
use crate::tasks::task;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use kohtaanto::feeds::{Subject, store};
use kohtaanto::organisations::duty;
use kohtaanto::organisations::store::{self as organisations, Opens};
use kohtaanto::schema::{companies, opening_hours};
use kohtaanto::tasks::About;
use serde::Deserialize;
use std::io::Write;
use std::process::{Command, Stdio};

/// Debian's own, which has Debian's icalendar.
const PYTHON: &str = "/usr/bin/python3";

/// Reads a calendar twice: as it is, where the zone is known by its name, and under a name that nobody knows, where only the
/// calendar's own VTIMEZONE tells what it means.
const READ: &str = "
import icalendar, json, sys
text = sys.stdin.buffer.read().decode('utf-8')
def read(text):
    calendar = icalendar.Calendar.from_ical(text)
    def time(value):
        value = value.dt
        zoned = hasattr(value, 'hour')
        return value.strftime('%Y-%m-%dT%H:%M ') + str(int(value.utcoffset().total_seconds() // 3600)) if zoned else value.isoformat()
    return [{'uid': str(event['UID']), 'summary': str(event['SUMMARY']), 'start': time(event['DTSTART']), 'end': time(event['DTEND']),
             'url': str(event['URL']), 'stamp': event['DTSTAMP'].dt.strftime('%Y-%m-%dT%H:%M:%S'), 'description': str(event['DESCRIPTION'])}
            for event in calendar.walk('VEVENT')]
json.dump([read(text), read(text.replace('Europe/Helsinki', 'Own/Zone'))], sys.stdout)
";

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Event {
    uid: String,
    summary: String,
    /// With the offset from UTC in hours; a day has none.
    start: String,
    end: String,
    url: String,
    stamp: String,
    description: String,
}

/// What the independent program makes of a calendar, in the order of the file.
fn read(calendar: &str) -> Vec<Event> {
    let mut python = Command::new(PYTHON)
        .args(["-c", READ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python");
    python.stdin.take().expect("its input").write_all(calendar.as_bytes()).expect("Python listens");
    let output = python.wait_with_output().expect("Python ends");
    let [by_name, by_rule]: [Vec<Event>; 2] =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(by_name, by_rule, "the calendar's own zone says the same as the zone of that name");
    by_name
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The path of a new feed.
async fn path(test: &TestApp, subject: Subject, by: &Person) -> String {
    let (by, now) = (by.id, test.app.now());
    let token = test.write(move |conn| Ok(store::make(conn, subject, by, now)?)).await;
    format!("/feeds/{token}.ics")
}

pub async fn own_path(test: &TestApp, person: &Person) -> String {
    path(test, Subject::Membership(person.membership_id), person).await
}

/// As a calendar program asks: without a session.
async fn get(test: &TestApp, path: &str) -> String {
    let answer = test.visitor().get(path).await;
    answer.page().to_owned()
}

fn lines_are_sound(calendar: &str) {
    assert!(calendar.ends_with("\r\n") && calendar.replace("\r\n", "").find(['\r', '\n']).is_none(), "lines end in CRLF");
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75, "a line of {} octets: {line}", line.len());
    }
}

#[actix_web::test]
async fn shifts_keep_the_wall_clock_across_both_changes() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.set_clock("2028-01-11T08:00:00".parse().expect("an instant"));
    test.write(move |conn| {
        // 9–12 and 13–15.30, and on Sundays at night.
        diesel::delete(opening_hours::table.filter(opening_hours::team_id.eq(cast.employer_team))).execute(conn)?;
        for weekday in 1..=5 {
            organisations::add_opening_hours(conn, Opens::Team(cast.employer_team), weekday, 540, 720)?;
            organisations::add_opening_hours(conn, Opens::Team(cast.employer_team), weekday, 780, 930)?;
        }
        organisations::add_opening_hours(conn, Opens::Team(cast.employer_team), 7, 120, 300)?;
        for date in ["2028-03-24", "2028-03-26", "2028-03-27", "2028-10-27", "2028-10-29", "2028-10-30"] {
            duty::assign(conn, cast.employer_team, day(date), cast.handler.id)?;
        }
        Ok(duty::assign(conn, cast.employer_team, day("2028-03-28"), cast.colleague.id)?)
    })
    .await;
    let calendar = get(&test, &own_path(&test, &test.cast.handler).await).await;
    lines_are_sound(&calendar);
    let events = read(&calendar);
    let times: Vec<(&str, &str)> = events.iter().map(|event| (event.start.as_str(), event.end.as_str())).collect();
    assert_eq!(
        times,
        [
            ("2028-03-24T09:00 2", "2028-03-24T12:00 2"),
            ("2028-03-24T13:00 2", "2028-03-24T15:30 2"),
            ("2028-03-26T02:00 2", "2028-03-26T05:00 3"),
            ("2028-03-27T09:00 3", "2028-03-27T12:00 3"),
            ("2028-03-27T13:00 3", "2028-03-27T15:30 3"),
            ("2028-10-27T09:00 3", "2028-10-27T12:00 3"),
            ("2028-10-27T13:00 3", "2028-10-27T15:30 3"),
            ("2028-10-29T02:00 3", "2028-10-29T05:00 2"),
            ("2028-10-30T09:00 2", "2028-10-30T12:00 2"),
            ("2028-10-30T13:00 2", "2028-10-30T15:30 2"),
        ]
    );
    assert!(events.iter().all(|event| event.summary == "Päivystys: Työnantajapalvelut"));
    let team = get(&test, &path(&test, Subject::Team(test.cast.employer_team), &test.cast.coordinator).await).await;
    let summaries: Vec<String> = read(&team).into_iter().map(|event| event.summary).collect();
    assert_eq!(summaries.len(), 12);
    assert!(summaries.contains(&"Päivystys Työnantajapalvelut: Kimmo Kollega".to_owned()));
}

#[actix_web::test]
async fn tasks_and_call_backs_stand_in_the_own_calendar() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let (address, browser) = stage.taken_by(&stage.cast.handler).await;
    // As an import could bring it: separators, line ends, emoji, and more than a line holds.
    let odd = "Työ, Toimi; \"Rauta\" & Lanka 🚒\nOy \\ Ab — pitkä nimi, joka ei mahdu yhdelle riville eikä oikein kahdellekaan 👩🏽‍🚒";
    let id = company(&stage, "Paja Oy").await;
    stage.write(move |conn| Ok(diesel::update(companies::table.find(id)).set(companies::name.eq(odd)).execute(conn)?)).await;
    let due = day("2026-11-27");
    let own = task(&stage, &stage.cast.handler, stage.cast.host, About::Company(id), "SALAINEN OTSIKKO", due).await;
    task(&stage, &stage.cast.colleague, stage.cast.host, About::Company(id), "SALAINEN OTSIKKO", due).await;
    let path = own_path(&stage, &stage.cast.handler).await;
    let calendar = get(&stage, &path).await;
    lines_are_sound(&calendar);
    let events = read(&calendar);
    let of = |uid: &str| events.iter().find(|event| event.uid.starts_with(uid)).unwrap_or_else(|| panic!("{uid} in {events:?}"));
    assert_eq!(events.len(), 3, "a task, a call-back, today's duty: {events:?}");
    let promise = of(&format!("task-{own}@"));
    assert_eq!((promise.start.as_str(), promise.end.as_str()), ("2026-11-27", "2026-11-28"));
    assert_eq!(promise.summary, format!("Tehtävä: {odd}"));
    assert_eq!(promise.url, format!("{}/tasks/{own}", stage.base_url));
    assert_eq!(promise.stamp, "2026-11-20T08:00:00");
    let call = of(&address.replace("/callbacks/", "callback-"));
    assert_eq!(call.summary, "Soita: Öljynen & Pojat Oy (Rekrytointi)");
    assert_eq!((call.start.as_str(), call.end.as_str()), ("2026-11-23T10:00 2", "2026-11-23T10:15 2"), "by when it must be called");
    assert!(call.description.ends_with(&format!("{}{address}", stage.base_url)));
    assert_eq!(of("duty-").start, "2026-11-20T09:00 2");
    for hidden in ["SALAINEN", "Sirkka", "123 4567", "hitsaajaa"] {
        assert!(!calendar.contains(hidden), "{hidden} is in the calendar");
    }
    // Done is gone; what is left keeps its name.
    browser.post(&format!("/tasks/{own}/completion"), &[("back", "/")]).await.location();
    let again = read(&get(&stage, &path).await);
    assert_eq!(again.iter().map(|event| &event.uid).collect::<Vec<_>>(), events[1..].iter().map(|event| &event.uid).collect::<Vec<_>>());
}

#[actix_web::test]
async fn an_agreed_call_stands_at_its_time() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let (address, browser) = stage.taken_by(&stage.cast.handler).await;
    let path = own_path(&stage, &stage.cast.handler).await;
    let once = browser.get(&address).await.once();
    stage.set_clock("2026-11-20T08:30:00".parse().expect("an instant"));
    let again = [("result", "call_again"), ("again_on", "24.11.2026"), ("again_at", "12.00"), ("note", ""), ("once", &once)];
    browser.post(&format!("{address}/attempts"), &again).await.location();
    let call = async || {
        let events = read(&get(&stage, &path).await);
        events.into_iter().find(|event| event.uid.starts_with("callback-")).expect("the call-back")
    };
    let agreed = call().await;
    assert_eq!(agreed.summary, "Sovittu soitto: Öljynen & Pojat Oy (Rekrytointi)");
    assert_eq!((agreed.start.as_str(), agreed.end.as_str()), ("2026-11-24T12:00 2", "2026-11-24T12:15 2"));
    assert_eq!(agreed.stamp, "2026-11-20T08:30:00");
    let my_day = browser.get("/").await;
    assert!(my_day.page().contains("Sovittu soitto ti 24.11.2026 klo 12.00") && !my_day.body.contains("viimeistään"));
    // The time has come: from now on the ladder says what is next.
    stage.set_clock("2026-11-24T10:00:00".parse().expect("an instant"));
    stage.run_jobs().await;
    let browser = stage.browser(&stage.cast.handler).await;
    assert!(browser.get("/").await.page().contains("Soita ja kirjaa yritys viimeistään"));
    let missed = call().await;
    assert_eq!((missed.summary.as_str(), missed.start.as_str()), ("Soita: Öljynen & Pojat Oy (Rekrytointi)", "2026-11-25T12:00 2"));
}

#[actix_web::test]
async fn a_replacements_calendar_has_the_shift() {
    let test = TestApp::start().await;
    let (cast, now) = (test.cast.clone(), test.app.now());
    test.write(move |conn| {
        duty::assign(conn, cast.employer_team, day("2026-11-24"), cast.handler.id)?;
        let away = kohtaanto::absences::store::NewAbsence {
            staff_id: cast.handler.id,
            from_on: day("2026-11-24"),
            until_on: day("2026-11-24"),
            replacement_id: Some(cast.colleague.id),
        };
        let token = kohtaanto::staff::sessions::begin(conn, cast.handler.membership_id, now)?;
        let by = kohtaanto::staff::sessions::viewer(conn, &token, now)?.expect("a session");
        kohtaanto::absences::store::add(conn, &away, &by, now)?.expect("no other absence");
        Ok(())
    })
    .await;
    let count = async |person| read(&get(&test, &own_path(&test, person).await).await).len();
    assert_eq!((count(&test.cast.handler).await, count(&test.cast.colleague).await), (0, 1));
}

#[test]
fn what_is_read_is_what_is_meant() {
    // The independent reader itself: a wrong zone would not go unnoticed.
    let wrong: NaiveDateTime = "2027-03-29T09:00:00".parse().expect("a time");
    let event = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:x\\, y\r\nURL:x\r\nDESCRIPTION:x\r\n\
         DTSTAMP:20270101T000000Z\r\nDTSTART;TZID=Europe/Stockholm:{0}\r\nDTEND:20270329T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        wrong.format("%Y%m%dT%H%M%S")
    );
    let events = read(&event);
    assert_eq!(
        (events[0].summary.as_str(), events[0].start.as_str(), events[0].end.as_str()),
        ("x, y", "2027-03-29T09:00 2", "2027-03-29T09:00 0")
    );
}

#[actix_web::test]
async fn who_leaves_takes_the_addresses_that_they_asked_for_along() {
    let test = TestApp::start().await;
    let theirs = path(&test, Subject::Team(test.cast.employer_team), &test.cast.handler).await;
    let others = path(&test, Subject::Team(test.cast.subsidy_team), &test.cast.case_lead).await;
    let admin = test.browser(&test.cast.administrator).await;
    admin.post(&format!("/admin/staff/{}/deactivation", test.cast.handler.id), &[]).await.location();
    assert_eq!(test.visitor().get(&theirs).await.status, reqwest::StatusCode::NOT_FOUND);
    assert_eq!(test.visitor().get(&others).await.status, reqwest::StatusCode::OK);
}
