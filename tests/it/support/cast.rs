//! The cast: two organisations, three teams, one person for each role and each relation to a call-back.

use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::i18n::Lang;
use kohtaanto::organisations::store::{self as organisations, NewTeam, Opens};
use kohtaanto::staff::store::{self as staff, NewStaff};
use kohtaanto::web::Role;

#[derive(Clone, Debug, Default)]
pub struct Person {
    pub id: i64,
    pub membership_id: i64,
    pub name: String,
    pub email: String,
}

/// `handler` and `colleague` are the employer team, `lead` leads it; `partner` works at the partner organisation.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    pub host: i64,
    pub partner_organisation: i64,
    pub employer_team: i64,
    pub subsidy_team: i64,
    pub partner_team: i64,
    pub recruitment: i64,
    pub subsidy: i64,
    pub administrator: Person,
    pub coordinator: Person,
    pub handler: Person,
    pub colleague: Person,
    pub lead: Person,
    pub case_handler: Person,
    pub case_lead: Person,
    /// Logs call-backs.
    pub logger: Person,
    pub partner: Person,
    pub partner_administrator: Person,
    pub reader: Person,
    pub log_reader: Person,
}

impl Cast {
    pub fn enter(conn: &mut Conn) -> Result<Self, Error> {
        let now = super::friday_morning();
        let host = organisations::add(conn, "Jokilaakson työllisyysalue", true, None, now)?;
        let area = ["734", "761", "284", "480"].map(str::to_owned);
        organisations::set_municipalities(conn, host, &area)?;
        let guest = organisations::add(conn, "Jokilaakson yrityskeskus", false, None, now)?;
        let mut team = |organisation_id, name, mailbox| -> Result<i64, Error> {
            let id = organisations::add_team(conn, &NewTeam { organisation_id, name, mailbox, language: Lang::Fi, by_mail: false })?;
            for weekday in 1..=5 {
                organisations::add_opening_hours(conn, Opens::Team(id), weekday, 9 * 60, 15 * 60)?;
            }
            Ok(id)
        };
        let employer_team = team(host, "Työnantajapalvelut", "tyonantajat@alue.example")?;
        let subsidy_team = team(host, "Palkkatuki ja starttiraha", "palkkatuki@alue.example")?;
        let partner_team = team(guest, "Yritysneuvonta", "neuvonta@yrityskeskus.example")?;
        let recruitment = organisations::add_topic(conn, "Rekrytointi", 1)?;
        let subsidy = organisations::add_topic(conn, "Palkkatuki", 2)?;
        let mut person = |organisation, name: &str, role, teams: &[(i64, bool)]| -> Result<Person, Error> {
            let local = kohtaanto::identifiers::name::fold(name).replace(' ', ".");
            let email = format!("{local}@alue.example");
            let id = staff::add(conn, &NewStaff { email: &email, name, language: Lang::Fi, password_hash: "" }, now)?;
            let membership_id = staff::add_membership(conn, id, organisation, &[role])?;
            for (team, is_lead) in teams {
                organisations::add_member(conn, *team, id, *is_lead)?;
            }
            Ok(Person { id, membership_id, name: name.to_owned(), email })
        };
        Ok(Self {
            administrator: person(host, "Aino Asettaja", Role::Administrator, &[])?,
            coordinator: person(host, "Kalle Koordinaattori", Role::Coordinator, &[])?,
            handler: person(host, "Heli Hoitaja", Role::EmployerTeam, &[(employer_team, false)])?,
            colleague: person(host, "Kimmo Kollega", Role::EmployerTeam, &[(employer_team, false)])?,
            lead: person(host, "Veera Vetäjä", Role::EmployerTeam, &[(employer_team, true)])?,
            case_handler: person(host, "Tuula Tukinen", Role::CaseHandler, &[(subsidy_team, false)])?,
            case_lead: person(host, "Pekka Päättäjä", Role::CaseLead, &[(subsidy_team, true)])?,
            logger: person(host, "Niina Neuvo", Role::Staff, &[])?,
            partner: person(guest, "Pirjo Partneri", Role::Partner, &[(partner_team, false)])?,
            partner_administrator: person(guest, "Ossi Omahallinto", Role::Administrator, &[])?,
            reader: person(host, "Leo Lukija", Role::Reader, &[])?,
            log_reader: person(host, "Liisa Loki", Role::LogReader, &[])?,
            host,
            partner_organisation: guest,
            employer_team,
            subsidy_team,
            partner_team,
            recruitment,
            subsidy,
        })
    }
}
