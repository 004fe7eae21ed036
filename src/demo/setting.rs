//! The model customer's set-up: organisations, teams, hours, telephone lines, topics and where call-backs go. All of it
//! is rows that a customer edits.

use super::days::HalfYear;
use crate::calendar::{Closing, Period, Season, next_office_day};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::identifiers::phone;
use crate::needs::Kind;
use crate::needs::questions::{defaults, store as questions};
use crate::organisations::closing_days::{self, store::Scope};
use crate::organisations::seasons;
use crate::organisations::sharing::{self, Visibility};
use crate::organisations::store::{self, NewTeam, Opens};
use crate::routing::store as routing;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use diesel::QueryResult;
use std::collections::HashMap;

pub const HOST: &str = "host";

/// Key, name, whether it is the employment area itself, whether its access ends.
const ORGANISATIONS: [(&str, &str, bool, bool); 6] = [
    (HOST, "Salon työllisyysalue", true, false),
    ("business", "Uskelanjoen Yrityskehitys Oy", false, false),
    ("school", "Uskelanjoen ammattiopisto", false, false),
    ("municipality", "Someron elinkeinopalvelut", false, false),
    ("villages", "Paimionlaakson elinkeinopalvelut", false, false),
    ("project", "Osaajat esiin -hanke", false, true),
];

/// Salo, Somero, Koski Tl, Marttila.
const AREA: [&str; 4] = ["734", "761", "284", "480"];

/// Opening hours, in minutes from local midnight.
type Hours = &'static [(i32, i32)];

const OFFICE: Hours = &[(8 * 60, 16 * 60)];
const EMPLOYER_LINE: Hours = &[(9 * 60, 15 * 60)];
const PERSON_LINE: Hours = &[(9 * 60, 12 * 60), (13 * 60, 15 * 60)];
const DESK: Hours = &[(9 * 60, 12 * 60)];

/// The partner's team whose people have no account: it answers by mail.
const BY_MAIL: &str = "villages";

/// Key, organisation, name, mailbox, hours.
const TEAMS: [(&str, &str, &str, &str, Hours); 14] = [
    ("employers", HOST, "Työnantaja- ja yrityspalvelut", "tyonantajat@tyollisyysalue.example", EMPLOYER_LINE),
    ("recruitment", HOST, "Rekrytointipalvelut", "rekrytointi@tyollisyysalue.example", EMPLOYER_LINE),
    ("subsidy", HOST, "Palkkatuki ja starttiraha", "palkkatuki@tyollisyysalue.example", EMPLOYER_LINE),
    ("services", HOST, "Palvelu- ja luovat alat", "palvelualat@tyollisyysalue.example", OFFICE),
    ("care", HOST, "Sote- ja opetusalat", "sote@tyollisyysalue.example", OFFICE),
    ("industry", HOST, "Teollisuus ja ICT", "teollisuus@tyollisyysalue.example", OFFICE),
    ("somero", HOST, "Somero", "somero@tyollisyysalue.example", PERSON_LINE),
    ("koski", HOST, "Koski Tl ja Marttila", "koski-marttila@tyollisyysalue.example", PERSON_LINE),
    ("integration", HOST, "Kotoutumispalvelut", "kotoutuminen@tyollisyysalue.example", PERSON_LINE),
    ("business", "business", "Yritysneuvonta", "neuvonta@yrityskehitys.example", OFFICE),
    ("school", "school", "Oppisopimus ja työelämäpalvelut", "oppisopimus@ammattiopisto.example", OFFICE),
    ("municipality", "municipality", "Yrityspalvelut", "yrityspalvelut@elinkeino.example", OFFICE),
    ("villages", "villages", "Elinkeinoasiamies", "elinkeinoasiamies@paimionlaakso.example", OFFICE),
    ("project", "project", "Hanketiimi", "hanke@osaajat.example", OFFICE),
];

/// Team, name, number, hours.
const LINES: [(&str, &str, &str, Hours); 4] = [
    ("employers", "Työnantajien puhelinpalvelu", "050 000 9055", EMPLOYER_LINE),
    ("recruitment", "Henkilöasiakkaiden puhelinpalvelu", "050 000 9000", PERSON_LINE),
    ("employers", "Palvelupisteen päivystys", "050 000 9004", DESK),
    ("somero", "Someron palvelupiste", "050 000 9030", PERSON_LINE),
];

/// Key and name, in the order of the list.
pub const TOPICS: [(&str, &str); 12] = [
    ("recruitment", "Rekrytointi ja avoimet työpaikat"),
    ("subsidy", "Palkkatuki"),
    ("startup", "Starttiraha"),
    ("advice", "Yritysneuvonta ja yrityskäynti"),
    ("change_security", "Muutosturva"),
    ("reemployment", "Takaisinottovelvoite"),
    ("adjustment", "Työolosuhteiden järjestelytuki"),
    ("joint_training", "Yhteishankintakoulutus"),
    ("apprenticeship", "Oppisopimus ja oppilaitokset"),
    ("business", "Yrityksen kehittäminen ja tilat"),
    ("international", "Kansainvälinen rekrytointi"),
    ("other", "Muu asia"),
];

/// A question that one line of business is asked besides the usual ones: agriculture and forestry.
const SEASONAL: (&str, &str) = ("Kausityöntekijöitä ensi kesänä", "A");

/// Topic, municipality, industry, language (empty: any), the team, its backup (empty: none), office minutes to answer, and
/// when urgent.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, i32, i32);

/// Onward from whoever answers the telephone: the own services, then the partners, then recruitment by area and industry.
const ROUTING: [Row; 21] = [
    ("subsidy", "", "", "", "subsidy", "employers", 360, 60),
    ("startup", "", "", "", "subsidy", "employers", 360, 60),
    ("adjustment", "", "", "", "subsidy", "employers", 360, 60),
    ("change_security", "", "", "", "employers", "recruitment", 120, 30),
    ("reemployment", "", "", "", "employers", "recruitment", 240, 60),
    ("", "", "", "sv", "recruitment", "employers", 240, 60),
    ("advice", "", "", "", "employers", "recruitment", 240, 60),
    ("joint_training", "", "", "", "recruitment", "employers", 360, 60),
    ("apprenticeship", "", "", "", "school", "recruitment", 480, 120),
    ("business", "761", "", "", "municipality", "employers", 480, 120),
    ("business", "284", "", "", "villages", "employers", 480, 120),
    ("business", "480", "", "", "villages", "employers", 480, 120),
    ("business", "", "", "", "business", "employers", 480, 120),
    ("international", "", "", "", "integration", "recruitment", 360, 60),
    ("recruitment", "761", "", "", "somero", "recruitment", 240, 60),
    ("recruitment", "284", "", "", "koski", "recruitment", 240, 60),
    ("recruitment", "480", "", "", "koski", "recruitment", 240, 60),
    ("recruitment", "734", "R", "", "care", "recruitment", 240, 60),
    ("recruitment", "734", "C", "fi", "industry", "recruitment", 240, 60),
    ("recruitment", "", "", "", "recruitment", "employers", 240, 60),
    ("", "", "", "", "employers", "recruitment", 240, 60),
];

/// What was set up, by its key.
pub struct Setting {
    pub organisations: HashMap<&'static str, i64>,
    pub teams: HashMap<&'static str, i64>,
    pub topics: HashMap<&'static str, i64>,
}

/// Enters the whole set-up.
pub fn enter(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Setting> {
    let mut setting = Setting { organisations: HashMap::new(), teams: HashMap::new(), topics: HashMap::new() };
    for (key, name, is_host, ends) in ORGANISATIONS {
        // The project goes on for half a year from now, which is a year from the first day.
        let ends_on = ends.then(|| now.date() + Days::new(365));
        setting.organisations.insert(key, store::add(conn, name, is_host, ends_on, now)?);
    }
    // The project has promised its own participants that its notes stay with it.
    sharing::set_default(conn, setting.organisations["project"], Visibility::Own)?;
    store::set_municipalities(conn, setting.organisations[HOST], &AREA.map(str::to_owned))?;
    for (key, organisation, name, mailbox, hours) in TEAMS {
        let (organisation_id, by_mail) = (setting.organisations[organisation], key == BY_MAIL);
        let new = NewTeam { organisation_id, name, mailbox, language: Lang::Fi, by_mail };
        let id = store::add_team(conn, &new)?;
        open(conn, Opens::Team(id), hours)?;
        setting.teams.insert(key, id);
    }
    for (team, name, number, hours) in LINES {
        let e164 = phone::parse(number).map(|phone| phone.e164).unwrap_or_default();
        let id = store::add_phone_line(conn, setting.teams[team], name, number, &e164)?;
        open(conn, Opens::PhoneLine(id), hours)?;
    }
    for (position, (key, name)) in (1..).zip(TOPICS) {
        setting.topics.insert(key, store::add_topic(conn, name, position)?);
    }
    for row in ROUTING {
        route(conn, &setting, row)?;
    }
    defaults::enter(conn, Lang::Fi, None, now)?;
    let seasonal = questions::Details { wording: SEASONAL.0.to_owned(), kind: Kind::Number, industry: SEASONAL.1.to_owned() };
    questions::add(conn, &seasonal, None, now)?;
    Ok(setting)
}

fn open(conn: &mut Conn, whose: Opens, hours: Hours) -> QueryResult<()> {
    for (weekday, (opens, closes)) in (1..=5).flat_map(|weekday| hours.iter().map(move |period| (weekday, *period))) {
        store::add_opening_hours(conn, whose, weekday, opens, closes)?;
    }
    Ok(())
}

/// In how many days the host's offices are closed for a day.
const STAFF_DAY: u64 = 25;
/// In summer the line for employers is open in the morning only: June and July, in minutes from local midnight.
const SUMMER: ((u32, u32), (u32, u32)) = ((9 * 60, 12 * 60), (6, 7));

/// The day on which nobody is on duty at the host's offices.
pub fn staff_day(history: &HalfYear) -> NaiveDate {
    next_office_day(history.today + Days::new(STAFF_DAY))
}

/// Hours that differ from the usual ones in the time to come.
pub fn close(conn: &mut Conn, setting: &Setting, history: &HalfYear) -> QueryResult<()> {
    let day = staff_day(history);
    let closing = Closing { first: day, last: day, name: "Henkilöstöpäivä".to_owned() };
    closing_days::store::add(conn, Scope::Organisation(setting.organisations[HOST]), &closing)?;
    let ((opens_minute, closes_minute), (first, last)) = SUMMER;
    // The next one: the past is played in the usual hours.
    let year = history.today.year() + i32::from(history.today.month() >= first);
    let month = |month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    let periods = (1..=5).map(|weekday| Period { weekday, opens_minute, closes_minute }).collect();
    let season = Season { first: month(first), last: Some(month(last + 1) - Days::new(1)), periods };
    seasons::store::add(conn, Opens::Team(setting.teams["employers"]), &season)?;
    Ok(())
}

fn route(
    conn: &mut Conn,
    setting: &Setting,
    (topic, municipality, industry, language, team, backup, normal, urgent): Row,
) -> QueryResult<()> {
    let condition = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
    let row = routing::Row {
        id: 0,
        topic_id: setting.topics.get(topic).copied(),
        municipality: condition(municipality),
        industry: condition(industry),
        language: condition(language),
        team_id: setting.teams[team],
        backup_team_id: setting.teams.get(backup).copied(),
        response_minutes: normal,
        urgent_response_minutes: urgent,
    };
    routing::add(conn, &row)?;
    Ok(())
}
