//! What is under way besides the daily work: tags, who is in charge of which company, sites in other towns, companies that
//! somebody added though the register has them, a filter that a team shares, and a list of companies that are called one after
//! another. Its chance is its own, so that the rest of the
//! demo stays as it is.

use super::agenda::{Act, Agenda};
use super::chance::Chance;
use super::names::{self, Form};
use super::play::{Stage, author};
use super::scene::Scene;
use super::texts::{phrase, word};
use crate::calendar::clock::instant;
use crate::calendar::next_office_day;
use crate::call_lists::call_form::Call;
use crate::call_lists::store::{self as lists, Details};
use crate::call_lists::{self, Outcome, calls, turns};
use crate::companies::marks::Purpose;
use crate::companies::saved_filters::store::{self as saved_filters, NewFilter};
use crate::companies::store::{self as companies, NewCompany};
use crate::companies::tags::store::{self as tags, Name};
use crate::companies::{Facts, owners};
use crate::contacts::{self, Kind, NewContact, Visibility};
use crate::db::Conn;
use crate::duplicates;
use crate::error::Error;
use crate::i18n::helsinki;
use crate::identifiers::name;
use crate::sites;
use crate::web::{Role, Viewer};
use chrono::{Days, NaiveDateTime};

/// A tag, and how many companies have it.
const TAGS: [(&str, usize); 4] = [("Kesätyöt", 26), ("Avainasiakas", 12), ("Oppisopimuspaikka", 9), ("Kasvuyritys", 6)];
/// Name, municipality, postal code, post office.
const SITES: [(&str, &str, &str, &str); 5] = [
    ("Someron toimipiste", "761", "31400", "SOMERO"),
    ("Halikon myymälä", "734", "24800", "HALIKKO"),
    ("Perniön varasto", "734", "25500", "PERNIÖ"),
    ("Kosken halli", "284", "31500", "KOSKI TL"),
    ("Marttilan myymälä", "480", "21490", "MARTTILA"),
];
/// Where the sites' numbers begin, above the companies' own.
const SITE_PHONES: usize = 2000;
/// Companies that each of the employers' team is in charge of.
const IN_CHARGE: usize = 9;
/// Companies that a partner added under their names without the legal form, and met.
const TWICE: usize = 3;
/// A filter that the team shares: its name, and what it asks for.
const FILTER: (&str, &str) = ("Salon teollisuus, ei vielä yhteyttä", "municipality=734&industry=C&contact=never");
/// The list's name, what it is about, and what to say.
const LIST: (&str, &str, &str) =
    ("Kesätyöpaikat", "recruitment", "Kysy, palkkaako yritys nuoria kesäksi ja milloin haku alkaa. Tarjoa apua ilmoituksen tekoon.");
const LISTED: usize = 34;
/// How many of them were called so far, and the minutes of open lines from one call to the next.
const CALLED: i64 = 19;
const BETWEEN_CALLS: i64 = 70;

const OUTCOMES: [(usize, Outcome); 6] = [
    (30, Outcome::Agreed),
    (20, Outcome::Reached),
    (20, Outcome::NoAnswer),
    (14, Outcome::CallAgain),
    (12, Outcome::NotInterested),
    (4, Outcome::WrongNumber),
];

/// Something that is done for it. Companies and accounts are numbers in the lists of the scene.
#[derive(Clone, Debug)]
pub enum Step {
    Tag {
        company: usize,
        account: usize,
        tag: &'static str,
    },
    TakeCharge {
        company: usize,
        account: usize,
    },
    /// `site` numbers the site.
    AddSite {
        company: usize,
        account: usize,
        site: usize,
    },
    AddAgain {
        company: usize,
        account: usize,
    },
    ShareFilter {
        account: usize,
    },
    StartList {
        account: usize,
    },
    Call {
        account: usize,
    },
}

/// What is remembered from step to step.
pub struct Campaign {
    chance: Chance,
    list_id: Option<i64>,
}

impl Default for Campaign {
    fn default() -> Self {
        Self { chance: Chance::new(761_284), list_id: None }
    }
}

/// Plans it all; an account's number is its place in `accounts`.
pub fn plan(scene: &Scene, agenda: &mut Agenda, accounts: &[Viewer]) {
    let mut chance = Chance::new(577_430);
    let team: Vec<usize> = (0..accounts.len()).filter(|account| accounts[*account].roles == [Role::EmployerTeam]).collect();
    let met: Vec<usize> = (0..scene.companies.len()).filter(|company| scene.companies[*company].is_met()).collect();
    let mut add = |chance: &mut Chance, step| agenda.add(scene.history.ago(chance.between(1_700, 30_000)), Act::Campaign(step));
    for (tag, count) in TAGS {
        for _ in 0..count {
            let (company, account) = (*chance.pick(&met), *chance.pick(&team));
            add(&mut chance, Step::Tag { company, account, tag });
        }
    }
    for account in &team {
        for _ in 0..IN_CHARGE {
            let company = *chance.pick(&met);
            add(&mut chance, Step::TakeCharge { company, account: *account });
        }
    }
    for site in 0..2 * SITES.len() {
        let elsewhere: Vec<usize> =
            met.iter().copied().filter(|company| scene.companies[*company].town.0 != SITES[site % SITES.len()].1).collect();
        let (company, account) = (*chance.pick(&elsewhere), *chance.pick(&team));
        add(&mut chance, Step::AddSite { company, account, site });
    }
    let partners: Vec<usize> = (0..accounts.len()).filter(|account| accounts[*account].roles == [Role::Partner]).collect();
    let limited: Vec<usize> = met.iter().copied().filter(|company| scene.companies[*company].form == Form::Limited).collect();
    for _ in 0..TWICE {
        let (company, account) = (*chance.pick(&limited), *chance.pick(&partners));
        add(&mut chance, Step::AddAgain { company, account });
    }
    add(&mut chance, Step::ShareFilter { account: team[0] });
    agenda.add(scene.history.ago((CALLED + 1) * BETWEEN_CALLS), Act::Campaign(Step::StartList { account: team[0] }));
    for (call, account) in (1..=CALLED).rev().zip(team.iter().cycle()) {
        agenda.add(scene.history.ago(call * BETWEEN_CALLS), Act::Campaign(Step::Call { account: *account }));
    }
}

pub fn perform(stage: &mut Stage, conn: &mut Conn, step: Step, at: NaiveDateTime) -> Result<(), Error> {
    match step {
        Step::Tag { company, account, tag } => {
            let tag = Name { text: tag.to_owned(), fold: name::fold(tag) };
            let company_id = stage.company_id(conn, company)?;
            tags::add(conn, stage.viewer(account), company_id, &tag, at)?;
        }
        Step::TakeCharge { company, account } => {
            let (company_id, viewer) = (stage.company_id(conn, company)?, stage.viewer(account));
            owners::store::assign(conn, viewer, company_id, Some(viewer.staff_id), at)?;
        }
        Step::AddSite { company, account, site } => {
            let company_id = stage.company_id(conn, company)?;
            sites::store::add(conn, company_id, &site_details(&mut stage.campaign.chance, site), author(stage.viewer(account)), at)?;
        }
        Step::AddAgain { company, account } => add_again(stage, conn, company, stage.viewer(account), at)?,
        Step::ShareFilter { account } => {
            let (name, query) = FILTER;
            let filter = NewFilter { name: name.to_owned(), query: query.to_owned(), shared: true };
            saved_filters::add(conn, stage.viewer(account), &filter, at)?;
        }
        Step::StartList { account } => stage.campaign.list_id = Some(start_list(stage, conn, stage.viewer(account), at)?),
        Step::Call { account } => call(stage, conn, stage.viewer(account), at)?,
    }
    Ok(())
}

fn site_details(chance: &mut Chance, site: usize) -> sites::store::Details {
    let (name, municipality, post_code, post_office) = SITES[site % SITES.len()];
    sites::store::Details {
        name: name.to_owned(),
        street_address: format!("{} {}", word(chance, "street"), chance.between(1, 60)),
        post_code: post_code.to_owned(),
        post_office: post_office.to_owned(),
        municipality: municipality.to_owned(),
        phone: if chance.percent(60) { names::phone(SITE_PHONES + site) } else { String::new() },
    }
}

fn add_again(stage: &mut Stage, conn: &mut Conn, company: usize, viewer: &Viewer, at: NaiveDateTime) -> Result<(), Error> {
    let known = &stage.scene.companies[company];
    let words: Vec<&str> = known.name.split(' ').filter(|word| !["Oy", "Ab"].contains(word)).collect();
    let facts = Facts { name: words.join(" "), municipality: known.town.0.to_owned(), ..Facts::default() };
    let (organisation_id, staff_id) = author(viewer);
    let company_id = companies::add(conn, &NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, at)?;
    let note = phrase(&mut stage.campaign.chance, "contact/visit/reached");
    let contact = NewContact {
        company_id,
        person_id: None,
        callback_id: None,
        organisation_id,
        staff_id,
        kind: Kind::Visit,
        outcome: contacts::Outcome::Reached,
        topic_id: None,
        note: &note,
        visibility: Visibility::Shared,
        happened_at: at,
    };
    contacts::store::add(conn, &contact, at)?;
    // As the job does within a minute.
    duplicates::look::look(conn, company_id, at)?;
    Ok(())
}

/// The whole team calls companies that it picked from the register.
fn start_list(stage: &Stage, conn: &mut Conn, viewer: &Viewer, at: NaiveDateTime) -> Result<i64, Error> {
    let (name, topic, script) = LIST;
    let mates = stage.accounts.iter().map(|account| &account.viewer).filter(|mate| mate.roles == viewer.roles);
    let details = Details {
        name: name.to_owned(),
        purpose: Purpose::Call,
        topic_id: Some(stage.setting.topics[topic]),
        script: script.to_owned(),
        callers: mates.map(|mate| mate.staff_id).collect(),
    };
    let id = lists::add(conn, viewer, &details, at)?;
    let list = lists::find(conn, viewer, id)?;
    let apart = stage.scene.companies.len() / LISTED;
    let chosen = stage.scene.companies.iter().step_by(apart).filter(|company| company.is_met());
    let ids: Vec<Option<i64>> = chosen.map(|company| companies::id_of(conn, &company.business_id)).collect::<diesel::QueryResult<_>>()?;
    call_lists::companies::put(conn, &list, &ids.into_iter().flatten().collect::<Vec<_>>(), helsinki(at).date_naive())?;
    Ok(id)
}

fn call(stage: &mut Stage, conn: &mut Conn, viewer: &Viewer, at: NaiveDateTime) -> Result<(), Error> {
    let Some(list_id) = stage.campaign.list_id else { return Ok(()) };
    let list = lists::find(conn, viewer, list_id)?;
    let Some(entry_id) = turns::take_next(conn, viewer, &list, at)? else { return Ok(()) };
    let chance = &mut stage.campaign.chance;
    let outcome = *chance.weighted(&OUTCOMES);
    let again = next_office_day(helsinki(at).date_naive() + Days::new(chance.between(1, 4) as u64));
    let call = Call {
        outcome,
        again_at: (outcome == Outcome::CallAgain).then(|| instant(again, 10 * 60)),
        wants_task: false,
        person_id: None,
        note: phrase(chance, &format!("contact/call/{}", outcome.in_log().code())),
        visibility: Visibility::Shared,
        needs: Vec::new(),
    };
    calls::record(conn, viewer, &list, entry_id, &call, at)
}
