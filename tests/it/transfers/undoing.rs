//! The undo of a whole import: as if it had never been, or refused with the rows named. Between deed and undo people write.

use super::Desk;
use super::whole::Whole;
use crate::duplicates::merge_by_page;
use crate::support::{Chance, is_long};
use diesel::prelude::*;
use kohtaanto::companies::{Facts, store as companies};
use kohtaanto::contacts::{self, Kind, NewContact, Outcome, Visibility};
use kohtaanto::identifiers::business_id::check_digit;
use kohtaanto::people::store::{self as people, Details};
use kohtaanto::schema::{companies as rows, company_merges};
use kohtaanto::tasks::{self, About, Holder, NewTask};
use reqwest::StatusCode;
use std::collections::BTreeSet;

/// Companies of the register whose number is even are in the file and change; odd ones are not in it.
const KNOWN: usize = 12;
/// Companies that the file adds.
const ADDED: usize = 6;
const WRITES: usize = 50;

fn business_id(number: usize) -> String {
    let seven = (0..).map(|more| format!("{:07}", 2_100_000 + number * 50 + more)).find(|seven| check_digit(seven).is_some());
    let seven = seven.expect("one of a few has a check digit");
    let digit = check_digit(&seven).unwrap_or_default();
    format!("{seven}-{digit}")
}

/// The file and, by line, the number of the company.
fn file() -> (String, Vec<usize>) {
    let numbers: Vec<usize> = (0..KNOWN).step_by(2).chain(KNOWN..KNOWN + ADDED).collect();
    let row = |number: &usize| {
        format!("{};Yritys {number} Oy;Uusi tie {number};02 {number:02} 55 66;info{number}@yritys.example\n", business_id(*number))
    };
    let rows: String = numbers.iter().map(row).collect();
    (format!("Y-tunnus;Nimi;Postiosoite;Puhelin;Sähköposti\n{rows}"), numbers)
}

async fn stage() -> (Desk, Vec<i64>) {
    let desk = Desk::set().await;
    let mut ids = Vec::new();
    for number in 0..KNOWN {
        let facts = Facts { name: format!("Yritys {number} Oy"), phone: "02 1234 567".into(), ..Facts::default() };
        ids.push(desk.company(Some(&business_id(number)), facts).await);
    }
    (desk, ids)
}

async fn id_of(desk: &Desk, number: usize) -> i64 {
    desk.read(move |conn| Ok(companies::id_of(conn, &business_id(number))?.expect("the company"))).await
}

#[actix_web::test]
async fn without_writes_everything_is_as_it_was() {
    let (desk, ids) = stage().await;
    let first = ids[0];
    let author = (desk.cast.host, desk.cast.handler.id);
    let now = desk.app.now();
    let details = Details { name: "Maija Meri".into(), phones: vec!["0401234567".into(), "09 123 456".into()], ..Details::default() };
    desk.write(move |conn| Ok(people::add(conn, first, &details, author, now)?)).await;
    let people = "Yritys;Nimi;Rooli;Puhelin\nYritys 0 Oy;Maija Meri;johtaja;02 7782055\nYritys 1 Oy;Uusi Ihminen;;050 1234567\n";
    let contacts = "Yritys;Päivä;Muistiinpano\nYritys 0 Oy;1.9.2026;a\nYritys 1 Oy;2.9.2026;b\n";
    for (kind, file) in
        [("companies", file().0.as_str()), ("companies", "Nimi\nYritys ilman tunnusta\n"), ("people", people), ("contacts", contacts)]
    {
        let before = Whole::of(&desk).await;
        let (address, _) = desk.brought_in(kind, file.as_bytes()).await;
        assert!(Whole::of(&desk).await.differences(&before).len() > 2, "{kind}: the import writes");
        // What the service finds out by itself is no reason against it.
        desk.run_jobs().await;
        desk.browser.post(&format!("{address}/undoing"), &[]).await.location();
        assert_eq!(Whole::of(&desk).await.differences(&before), Vec::<String>::new(), "{kind}");
        assert!(desk.browser.get(&address).await.page().contains("peruttu"), "{kind}");
        // Twice is once.
        desk.browser.post(&format!("{address}/undoing"), &[]).await.location();
        assert_eq!(Whole::of(&desk).await.differences(&before), Vec::<String>::new(), "{kind}");
    }
}

/// One random write on a company: true if the undo of a *changed* company can't live with it.
async fn write(desk: &Desk, chance: &mut Chance, id: i64, at: usize) -> bool {
    let (app, author) = (desk.app.clone(), (desk.cast.host, desk.cast.handler.id));
    let (deed, now) = (chance.below(4), desk.app.now());
    desk.write(move |conn| {
        match deed {
            0 => {
                let company = companies::hold(conn, id)?.expect("the company");
                let facts = Facts { website: format!("https://sivu{at}.example"), ..company.facts() };
                companies::edit(conn, &company, &facts, author, now)?;
            }
            1 => {
                let details = Details { name: format!("Ihminen {at}"), ..Details::default() };
                people::add(conn, id, &details, author, now)?;
            }
            2 => {
                let note = format!("Muistio {at}");
                let new = NewContact {
                    company_id: id,
                    person_id: None,
                    callback_id: None,
                    organisation_id: author.0,
                    staff_id: author.1,
                    kind: Kind::Call,
                    outcome: Outcome::Reached,
                    topic_id: None,
                    note: &note,
                    visibility: Visibility::Shared,
                    happened_at: now,
                };
                contacts::store::add(conn, &new, now)?;
            }
            _ => {
                let holder = Holder::Person(author.1);
                let about = About::Company(id);
                let task = NewTask { about, organisation_id: author.0, holder, created_by: author.1, title: "Soita", due_on: app.today() };
                tasks::store::add(conn, &task, now)?;
            }
        }
        Ok(())
    })
    .await;
    deed == 0
}

/// What an import made or changed, merged into another company, is not as it was left; once the merge is undone, it is. Only a
/// company that the import made stays: that it was merged is written about it.
#[actix_web::test]
async fn a_merge_between_is_in_the_way_until_it_is_undone() {
    let (desk, ids) = stage().await;
    let manual = desk.company(None, Facts { name: "Tupla Oy".into(), ..Facts::default() }).await;
    for (kind, file, named, goes_back) in [
        ("people", "Yritys;Nimi\nTupla Oy;Ihminen\n", "Ihminen", true),
        ("companies", "Nimi;Puhelin\nTupla Oy;02 765 4321\n", "Tupla Oy", true),
        ("companies", "Nimi\nUusi Tupla Oy\n", "Uusi Tupla Oy", false),
    ] {
        let before = Whole::of(&desk).await;
        let (address, _) = desk.brought_in(kind, file.as_bytes()).await;
        let newest: i64 = desk.read(|conn| Ok(rows::table.select(rows::id).order(rows::id.desc()).first(conn)?)).await;
        let imported = Whole::of(&desk).await;
        assert!(newest >= manual);
        merge_by_page(&desk.browser, ids[0], newest, &[]).await.location();
        let answer = desk.browser.post(&format!("{address}/undoing"), &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{kind}");
        assert!(answer.body.contains(named), "{kind}: {}", answer.body);
        let merges = company_merges::table.select(company_merges::id).order(company_merges::id.desc());
        let merge: i64 = desk.read(move |conn| Ok(merges.first(conn)?)).await;
        desk.browser.post(&format!("/companies/merges/{merge}/undoing"), &[]).await.location();
        assert_eq!(apart_from_merges(&Whole::of(&desk).await, &imported), Vec::<String>::new(), "{kind}");
        let answer = desk.browser.post(&format!("{address}/undoing"), &[]).await;
        let left = apart_from_merges(&Whole::of(&desk).await, if goes_back { &before } else { &imported });
        assert_eq!(left, Vec::<String>::new(), "{kind}");
        assert_eq!(answer.status == StatusCode::SEE_OTHER, goes_back, "{kind}");
    }
}

/// What differs but for the merges themselves and what the timeline tells of them.
fn apart_from_merges(one: &Whole, other: &Whole) -> Vec<String> {
    let of_merges = |line: &String| ["company_merges|", "|company_merged|", "|company_unmerged|"].iter().any(|mark| line.contains(mark));
    one.differences(other).into_iter().filter(|line| !of_merges(line)).collect()
}

#[actix_web::test]
async fn writes_between_survive_or_the_undo_names_them() {
    let (rounds, mut whole, mut refused) = (if is_long() { 60 } else { 4 }, 0, 0);
    for round in 0..rounds {
        let mut chance = Chance::new(0x5eed + round);
        let (desk, _) = stage().await;
        let before = Whole::of(&desk).await;
        let (text, lines) = file();
        let (address, _) = desk.brought_in("companies", text.as_bytes()).await;
        let imported = Whole::of(&desk).await;
        // Every other round keeps away from what the undo would have to overwrite.
        let careful = round % 2 == 0;
        let mut touched: BTreeSet<usize> = BTreeSet::new();
        for at in 0..WRITES {
            let number = if careful { 1 + 2 * chance.below(KNOWN / 2) } else { chance.below(KNOWN + ADDED) };
            let edits = write(&desk, &mut chance, id_of(&desk, number).await, at).await;
            if lines.contains(&number) && (edits || number >= KNOWN) {
                touched.insert(number);
            }
        }
        let written = Whole::of(&desk).await;
        let answer = desk.browser.post(&format!("{address}/undoing"), &[]).await;
        let after = Whole::of(&desk).await;
        if touched.is_empty() {
            whole += 1;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "round {round}: {}", answer.body);
            let gone: BTreeSet<String> = imported.0.difference(&written.0).cloned().collect();
            let expected = before.0.difference(&gone).chain(written.0.difference(&imported.0)).cloned().collect();
            assert_eq!(after.differences(&Whole(expected)), Vec::<String>::new(), "round {round}");
        } else {
            refused += 1;
            assert_eq!(answer.status, StatusCode::CONFLICT, "round {round}");
            assert_eq!(after.differences(&written), Vec::<String>::new(), "round {round}");
            let message = answer.body.split("Tuontia ei peruttu").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap_or_default();
            let named = |number: &usize| message.contains(&format!("Yritys {number} Oy<"));
            assert_eq!(lines.iter().copied().filter(named).collect::<BTreeSet<_>>(), touched, "round {round}");
        }
    }
    assert!(whole > 0 && refused > 0, "both ends are seen: {whole} whole, {refused} refused");
}
