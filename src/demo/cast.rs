//! The people who work in the demo, one or more for each role. All have the same password, which is printed at start.

use super::days::HalfYear;
use super::names;
use super::setting::{HOST, Setting, staff_day};
use crate::absences::store::{self as absences, NewAbsence};
use crate::calendar::is_office_day;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::organisations::{duty, store as organisations};
use crate::staff::passwords;
use crate::staff::store::{self, NewStaff};
use crate::web::{Role, Viewer};
use chrono::{Datelike, Days, NaiveDateTime};
use diesel::QueryResult;

/// Everybody's password in the demo.
pub const PASSWORD: &str = "kokeile-kohtaantoa";

/// How far ahead duty is planned, in days.
const PLANNED: u64 = 42;

/// The teams that have a duty person every working day.
const ON_DUTY: [&str; 3] = ["employers", "recruitment", "subsidy"];

struct Part {
    name: &'static str,
    /// In Finnish and in English.
    title: (&'static str, &'static str),
    organisation: &'static str,
    role: Role,
    /// Teams; the ones that the person leads begin with an asterisk.
    teams: &'static [&'static str],
    lang: Lang,
}

const fn part(
    name: &'static str,
    title: (&'static str, &'static str),
    organisation: &'static str,
    role: Role,
    teams: &'static [&'static str],
) -> Part {
    Part { name, title, organisation, role, teams, lang: Lang::Fi }
}

const fn speaking(lang: Lang, part: Part) -> Part {
    Part { lang, ..part }
}

const CAST: [Part; 18] = [
    part("Iida Routakorpi", ("palveluneuvoja", "service adviser, logs call-backs"), HOST, Role::Staff, &[]),
    part("Väinö Lumikangas", ("omavalmentaja", "personal coach, logs call-backs"), HOST, Role::Staff, &[]),
    part(
        "Elina Tyrnisaari",
        ("työnantajapalvelut, vetäjä", "employer services, team lead"),
        HOST,
        Role::EmployerTeam,
        &["*employers", "recruitment", "*care"],
    ),
    part(
        "Joonas Vihviläniemi",
        ("yritysneuvoja", "employer services"),
        HOST,
        Role::EmployerTeam,
        &["employers", "recruitment", "*services", "industry"],
    ),
    speaking(
        Lang::Sv,
        part(
            "Linnea Åkerhav",
            ("työnantajapalvelut, ruotsinkielinen", "employer services, in Swedish"),
            HOST,
            Role::EmployerTeam,
            &["employers", "recruitment", "integration"],
        ),
    ),
    speaking(
        Lang::En,
        part(
            "Daniel Ashmoor",
            ("rekrytointi, englanninkielinen", "recruitment, in English"),
            HOST,
            Role::EmployerTeam,
            &["*recruitment", "*industry", "*integration"],
        ),
    ),
    part("Helka Kanervalmi", ("Someron tiimi", "Somero team"), HOST, Role::EmployerTeam, &["*somero", "services"]),
    part("Onni Hiidenlampi", ("Koski Tl ja Marttila", "Koski Tl and Marttila team"), HOST, Role::EmployerTeam, &["*koski", "care"]),
    part("Marjukka Utuvuori", ("palkkatuki, päätökset", "pay subsidy, case lead"), HOST, Role::CaseLead, &["*subsidy"]),
    part("Petteri Sammalojala", ("palkkatuki ja starttiraha", "pay subsidy and start-up grant"), HOST, Role::CaseHandler, &["subsidy"]),
    part("Sirkku Hallavainio", ("yrityskoordinaattori", "coordinator"), HOST, Role::Coordinator, &[]),
    part("Tuomas Kaarnakoski", ("palvelupäällikkö, lukija", "head of services, reads"), HOST, Role::Reader, &[]),
    part("Aarre Kuurasmaa", ("pääkäyttäjä", "administrator, sees the mails"), HOST, Role::Administrator, &[]),
    part("Pirkko Lokkisalmi", ("lokien lukija", "log reader"), HOST, Role::LogReader, &[]),
    part(
        "Roosa Suvirinne",
        ("yrityskehittäjä, kumppani kahdessa organisaatiossa", "business developer, partner in two organisations"),
        "business",
        Role::Partner,
        &["*business"],
    ),
    part("Ilmari Kelovirta", ("ammattiopisto, kumppani", "vocational school, partner"), "school", Role::Partner, &["*school"]),
    part(
        "Satu Viitarinne",
        ("kaupungin yrityspalvelut, kumppani", "municipal services, partner"),
        "municipality",
        Role::Partner,
        &["*municipality"],
    ),
    part("Kerttu Ojanotko", ("hanketyöntekijä, kumppani", "project worker, partner"), "project", Role::Partner, &["*project"]),
];

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Account {
    pub email: String,
    /// What the person does, in Finnish and in English.
    pub title: (&'static str, &'static str),
    pub viewer: Viewer,
}

/// Who acts for a second organisation too, and for which one.
const ALSO: (&str, &str) = ("Roosa Suvirinne", "project");

/// Enters everybody. The password is hashed once: hashing is slow by intent.
pub fn enter(conn: &mut Conn, setting: &Setting, now: NaiveDateTime) -> Result<Vec<Account>, Error> {
    let password_hash = passwords::hash(PASSWORD)?;
    let accounts: Vec<Account> = CAST.iter().map(|part| hire(conn, setting, part, &password_hash, now)).collect::<QueryResult<_>>()?;
    let (name, organisation) = ALSO;
    for account in accounts.iter().filter(|account| account.viewer.name == name) {
        store::add_membership(conn, account.viewer.staff_id, setting.organisations[organisation], &[Role::Partner])?;
    }
    Ok(accounts)
}

fn hire(conn: &mut Conn, setting: &Setting, part: &Part, password_hash: &str, now: NaiveDateTime) -> QueryResult<Account> {
    let organisation_id = setting.organisations[part.organisation];
    let domain = match part.organisation {
        "business" => "yrityskehitys.example",
        "school" => "ammattiopisto.example",
        "municipality" => "elinkeino.example",
        "project" => "osaajat.example",
        _ => "tyollisyysalue.example",
    };
    let email = format!("{}@{domain}", names::mailbox(part.name));
    let new = NewStaff { email: &email, name: part.name, language: part.lang, password_hash };
    let staff_id = store::add(conn, &new, now)?;
    let membership_id = store::add_membership(conn, staff_id, organisation_id, &[part.role])?;
    let mut team_ids = Vec::new();
    for team in part.teams {
        let team_id = setting.teams[team.trim_start_matches('*')];
        organisations::add_member(conn, team_id, staff_id, team.starts_with('*'))?;
        team_ids.push(team_id);
    }
    let viewer = Viewer {
        staff_id,
        // Nobody has signed in.
        session_id: 0,
        membership_id,
        name: part.name.to_owned(),
        lang: part.lang,
        organisation_id,
        organisation: String::new(),
        at_host: part.organisation == HOST,
        roles: vec![part.role],
        team_ids,
    };
    Ok(Account { email, title: part.title, viewer })
}

/// Puts the members of each team on duty in turn, on every working day of the past and of the weeks to come.
pub fn plan_duty(conn: &mut Conn, setting: &Setting, history: &HalfYear) -> QueryResult<()> {
    let coming = (0..PLANNED).map(|ahead| history.today + Days::new(ahead)).filter(|day| is_office_day(*day) && *day != staff_day(history));
    let days: Vec<_> = history.working_days.iter().copied().chain(coming).collect();
    for (turn, team) in ON_DUTY.iter().enumerate() {
        let team_id = setting.teams[team];
        let members = organisations::members(conn, team_id)?;
        for (day, member) in days.iter().zip(members.iter().cycle().skip(turn)) {
            duty::assign(conn, team_id, *day, member.staff_id)?;
        }
    }
    Ok(())
}

/// Who is away all next week, and who does her duty meanwhile.
const AWAY: (&str, &str) = ("Linnea Åkerhav", "Joonas Vihviläniemi");

/// Enters the absence, some days ago and by herself.
pub fn plan_absence(conn: &mut Conn, accounts: &[Account], history: &HalfYear) -> Result<(), Error> {
    let find = |name| accounts.iter().map(|account| &account.viewer).find(|viewer| viewer.name == name).ok_or(Error::NotFound);
    let (away, replacement) = (find(AWAY.0)?, find(AWAY.1)?);
    let monday = history.today + Days::new(7 - u64::from(history.today.weekday().num_days_from_monday()));
    let absence = NewAbsence {
        staff_id: away.staff_id,
        from_on: monday,
        until_on: monday + Days::new(4),
        replacement_id: Some(replacement.staff_id),
    };
    absences::add(conn, &absence, away, history.ago(2500))?.map_err(|days| Error::internal(format!("away already on {days:?}")))
}
