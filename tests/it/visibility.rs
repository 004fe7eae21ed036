//! What some may not see: every hidden row holds a marker that stands nowhere else, and every page is asked as everybody of
//! every organisation, one whose access has ended among them. This knows nothing of the product's own rules of visibility:
//! who may see what is written here once more, in one table.

mod addresses;
mod scene;

use crate::support::{Answer, Browser};
use diesel::prelude::*;
use kohtaanto::schema::mails;
use scene::Scene;
use scene::Who::{self, *};
use std::collections::{BTreeMap, BTreeSet};

/// The host's people who see every call-back.
const CALLBACKS: &[Who] = &[Coordinator, Handler, Colleague, Lead];
const HOST: &[Who] = &[Administrator, Coordinator, Handler, Colleague, Lead, CaseHandler, CaseLead, Logger, Reader];
const PARTNER: &[Who] = &[Partner, PartnerAdministrator];
/// `Both` works at the partner too, but acts for the school.
const SCHOOL: &[Who] = &[Teacher, SchoolAdministrator, Both];
const EVERYONE: &[&[Who]] = &[HOST, PARTNER, SCHOOL];

/// Each marker and who may see it; everybody else may not. What is for nobody would be seen by a leak only.
pub const RULES: &[(&str, &[&[Who]])] = &[
    // A call-back of the employer team, logged by the host's logger.
    ("Merkki01soittaja", &[CALLBACKS, &[Logger]]),
    ("+358405550101", &[CALLBACKS, &[Logger]]),
    ("Merkki02pyyntö", &[CALLBACKS, &[Logger]]),
    ("Merkki03yritys", &[CALLBACKS, &[Logger]]),
    ("Merkki04lisäys", &[CALLBACKS, &[Logger]]),
    // Its company was typed: the subject of the mails about it says so, which the administrator reads.
    ("Merkki05nimetön", &[CALLBACKS, &[Logger, Administrator]]),
    // One that the partner logged, for the subsidy team.
    ("Merkki06palkkatuki", &[CALLBACKS, &[CaseHandler, CaseLead, Partner]]),
    // One that was handed over to the partner, which sent the employer on.
    ("Merkki07siirretty", &[CALLBACKS, &[Logger, Partner]]),
    ("Merkki08siirto", &[CALLBACKS, &[Logger, Partner]]),
    ("Merkki09muualle", &[CALLBACKS, &[Logger, Partner]]),
    ("Merkki10päätös", &[PARTNER]),
    // One that a partner answers by mail.
    ("Merkki11vastaus", &[CALLBACKS, &[Logger]]),
    // The contact log.
    ("Merkki12hostoma", &[HOST]),
    ("Merkki13kumppanioma", &[PARTNER]),
    ("Merkki14koulunoma", &[SCHOOL]),
    ("Merkki15hankkeenoma", &[]),
    ("Merkki16molempienoma", &[SCHOOL]),
    ("Merkki17yhteinen", EVERYONE),
    ("Merkki18hankkeenyhteinen", EVERYONE),
    ("Merkki19rajattu", &[PARTNER]),
    ("Merkki20jaettu", EVERYONE),
    ("Merkki21vanhateksti", &[]),
    ("Merkki22korjattu", &[HOST]),
    ("Merkki23yhteyshenkilö", EVERYONE),
    ("Merkki39toimipaikka", EVERYONE),
    ("Merkki40suostumus", EVERYONE),
    // What an employer lacks, told in such a contact.
    ("Merkki35osaaminen", &[HOST]),
    ("Merkki36osaaminen", &[PARTNER]),
    // Tasks and what is said about them.
    ("Merkki24tehtävä", &[HOST]),
    ("Merkki25viesti", &[HOST]),
    ("Merkki26lupaus", &[PARTNER]),
    ("Merkki27koululupaus", &[SCHOOL]),
    ("Merkki28hankelupaus", &[]),
    // Call lists, what was noted in a call, and saved filters.
    ("Merkki50soittolista", &[HOST]),
    ("Merkki51muistilista", &[HOST]),
    ("Merkki52soitto", &[HOST]),
    ("Merkki53kumppanilista", &[PARTNER]),
    ("Merkki54koululista", &[SCHOOL]),
    ("Merkki55omarajaus", &[&[Handler]]),
    ("Merkki56yhteinenrajaus", &[HOST]),
    // Set by the partner for all to know.
    ("Merkki29rauhaa", EVERYONE),
    // Left unfinished.
    ("Merkki30luonnos", &[&[Handler]]),
    ("Merkki31koululuonnos", &[&[Both]]),
    // Who is away: the people of the own teams and who plans duty.
    ("4.–5.1.2027", &[&[Administrator, Coordinator, Handler, Colleague, Lead]]),
    // The service's own pages.
    ("Merkki32aihe", &[&[Administrator]]),
    ("Merkki33viestinteksti", &[]),
    ("Merkki34tiedosto", &[&[Administrator]]),
    // Tables that the coordinator brought in: who sent one sees it until it is confirmed, then those who may do such things.
    ("Merkki37vahvistamaton", &[&[Coordinator]]),
    ("Merkki38tuotu", &[&[Administrator, Coordinator]]),
];

/// In no mail and no calendar, whoever reads it: they leave the house.
const LEAVES_THE_HOUSE: &[&str] = &["Merkki05nimetön"];

fn may_see(marker: &str, who: Who) -> bool {
    RULES.iter().any(|(known, groups)| *known == marker && groups.iter().any(|group| group.contains(&who)))
}

/// What is seen where it may not be, and by whom each marker is seen where it may.
#[derive(Default)]
struct Sight {
    leaks: BTreeSet<String>,
    seen: BTreeMap<&'static str, BTreeSet<Who>>,
}

impl Sight {
    fn look(&mut self, answer: &Answer, address: &str, who: Option<Who>) {
        for (marker, _) in RULES {
            // A search repeats what was searched for; that is no leak.
            let body = answer.body.replace(&format!("value=\"{marker}\""), "");
            if !body.contains(marker) {
                continue;
            }
            match who.filter(|who| may_see(marker, *who)) {
                Some(who) => {
                    self.seen.entry(marker).or_default().insert(who);
                }
                None => {
                    self.leaks.insert(format!("{who:?} reads {marker} at {address}"));
                }
            }
        }
    }
}

#[actix_web::test]
async fn hidden_texts_reach_only_those_who_may_see_them() {
    let scene = Scene::play().await;
    let addresses = addresses::all(&scene).await;
    let in_parts = addresses::in_parts(&scene, &addresses).await;
    let mut sight = Sight::default();
    for who in Who::ALL.into_iter().map(Some).chain([None]) {
        let browser = scene.browser(who).await;
        for address in &addresses {
            let answer = browser.get(address).await;
            sight.look(&answer, address, who);
            // What the script asks for is drawn from the same rows, by other templates.
            if answer.status.is_success() && in_parts.contains(address.as_str()) {
                sight.look(&browser.get_fragment(address).await, address, who);
            }
        }
        search(&browser, who, &mut sight).await;
    }
    mails_are_sealed(&scene, &mut sight).await;
    calendars_are_sealed(&scene, &mut sight).await;
    let unseen =
        RULES.iter().flat_map(|(marker, groups)| groups.iter().flat_map(move |group| group.iter().map(move |who| (*marker, *who))));
    let unseen: Vec<String> = unseen
        .filter(|(marker, who)| !sight.seen.get(marker).is_some_and(|seen| seen.contains(who)))
        .map(|(marker, who)| format!("{who:?} may see {marker}, and does so nowhere"))
        .collect();
    let wrong: Vec<String> = sight.leaks.into_iter().chain(unseen).collect();
    assert!(wrong.is_empty(), "{} addresses, {} of them in parts:\n{}", addresses.len(), in_parts.len(), wrong.join("\n"));
}

/// The texts themselves as searches: one of each organisation tries them all.
async fn search(browser: &Browser, who: Option<Who>, sight: &mut Sight) {
    let tries = matches!(who, Some(Reader | PartnerAdministrator | Teacher));
    let suggestions = RULES.iter().map(|rule| rule.0).filter(|_| tries).map(|marker| {
        let text: String = url::form_urlencoded::byte_serialize(marker.as_bytes()).collect();
        format!("/companies/suggestions?q={text}")
    });
    let lists =
        ["/companies?q=Merkki", "/companies?phone=0405550101", "/companies/suggestions?q=Merkki", "/callbacks?q=Merkki", "/tasks?q=Merkki"];
    for path in suggestions.chain(lists.map(str::to_owned)) {
        sight.look(&browser.get(&path).await, &path, who);
    }
}

/// Mails carry company, topic, due time and a link; what nobody but its recipient may know is not in them, nor in anyone's
/// whose access has ended.
async fn mails_are_sealed(scene: &Scene, sight: &mut Sight) {
    let columns = (mails::id, mails::recipient_address, mails::subject, mails::body_text, mails::body_html, mails::created_at);
    type Mail = (i64, String, String, String, String, chrono::NaiveDateTime);
    let all: Vec<Mail> = scene.test.read(move |conn| Ok(mails::table.select(columns).load(conn)?)).await;
    assert!(all.len() > 8, "{} mails", all.len());
    for (id, address, subject, text, html, written_at) in all.iter().filter(|mail| mail.0 != scene.marked_mail) {
        let body = format!("{subject} {text} {html}");
        let who = scene.recipient(address);
        for (marker, _) in RULES.iter().filter(|rule| body.contains(rule.0)) {
            if !LEAVES_THE_HOUSE.contains(marker) || !who.is_some_and(|who| may_see(marker, who)) {
                sight.leaks.insert(format!("mail {id} to {address} holds {marker}"));
            }
        }
        if who == Some(Former) && *written_at > scene.access_ends {
            sight.leaks.insert(format!("mail {id} goes to {address} after the last day: {subject}"));
        }
    }
}

async fn calendars_are_sealed(scene: &Scene, sight: &mut Sight) {
    let mut entries = 0;
    for who in [Handler, Colleague, Coordinator, Partner, Teacher, Former] {
        let answer = scene.test.visitor().get(&crate::feeds::own_path(&scene.test, scene.person(who)).await).await;
        entries += answer.body.matches("BEGIN:VEVENT").count();
        for (marker, _) in RULES.iter().filter(|rule| answer.body.contains(rule.0)) {
            if !LEAVES_THE_HOUSE.contains(marker) || !may_see(marker, who) {
                sight.leaks.insert(format!("{marker} is in the calendar of {who:?}"));
            }
        }
    }
    assert!(entries > 1, "the calendars are not empty: {entries}");
}
