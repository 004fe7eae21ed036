//! Merging and undoing by chance: without writes in between the database is what it was; with writes each of them is still
//! there, or nothing is undone and what hinders it is named.

use super::dump::{Dump, Row, differences, dump};
use super::office::{Office, business_id};
use crate::support::{Chance, TestApp, is_long, report};
use crate::ytj::import_records;
use kohtaanto::companies::store as companies;
use kohtaanto::duplicates::{self, Merged, Undone, merge, seen, undo};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

const WRITES: usize = 50;

/// Two companies of a web of rows, and the merge of them.
struct Scene {
    test: TestApp,
    office: Arc<Office>,
}

#[derive(Clone, Copy, Debug)]
struct Deed {
    kept: i64,
    gone: i64,
    merge: i64,
    seed: u64,
}

impl Scene {
    async fn set() -> Self {
        let test = TestApp::start().await;
        test.leave_mail();
        let office = Arc::new(Office::open(&test).await);
        Self { test, office }
    }

    /// A web of rows around some companies, one of which has been merged before; gives the two to merge.
    async fn web(&self, seed: u64) -> [i64; 2] {
        let office = self.office.clone();
        self.test
            .write(move |conn| {
                let mut chance = Chance::new(seed);
                let ids = office.companies(conn, &mut chance, seed)?;
                for _ in 0..60 {
                    let company = *chance.pick(&ids);
                    office.write(conn, &mut chance, company)?;
                }
                for id in &ids {
                    duplicates::look::look(conn, *id, office.app.now())?;
                }
                let [earlier, later] = [ids[2], ids[3]];
                merge_two(conn, &office, [earlier, later], &mut chance)?;
                // The register's company, or one without a business id, or the one that was merged already.
                let other = if chance.permille(500) { ids[1] } else { ids[0] };
                Ok([other, earlier])
            })
            .await
    }

    async fn merged(&self, seed: u64, pair: [i64; 2]) -> Deed {
        let office = self.office.clone();
        let (kept, merge) = self
            .test
            .write(move |conn| {
                let mut chance = Chance::new(seed + 1);
                merge_two(conn, &office, pair, &mut chance)
            })
            .await;
        let gone = if kept == pair[0] { pair[1] } else { pair[0] };
        Deed { kept, gone, merge, seed }
    }

    async fn undone(&self, merge: i64) -> Undone {
        let office = self.office.clone();
        self.test.write(move |conn| undo(conn, &office.viewer, merge, office.app.now())).await
    }

    /// Writes by chance, an import among them, to the company that stayed and to others.
    async fn writes(&self, deed: Deed, others: [i64; 2]) {
        let office = self.office.clone();
        for half in 0..2u64 {
            let office = office.clone();
            self.test
                .write(move |conn| {
                    let mut chance = Chance::new(deed.seed * 7 + half + 1);
                    for _ in 0..WRITES / 2 {
                        let company = if chance.permille(800) { deed.kept } else { *chance.pick(&others) };
                        office.write(conn, &mut chance, company)?;
                    }
                    Ok(())
                })
                .await;
            if half == 0 && deed.seed.is_multiple_of(2) {
                let id = business_id(deed.seed);
                let record = format!(
                    r#"{{"businessId":{{"value":"{id}"}},"names":[{{"name":"Rekisterin Nimi Oy","type":"1","registrationDate":"2020-01-01"}}],
                    "website":{{"url":"rekisteri.example"}},"tradeRegisterStatus":"1"}}"#
                );
                import_records(&self.test, &[&record]);
            }
        }
    }
}

fn merge_two(
    conn: &mut kohtaanto::db::Conn,
    office: &Office,
    pair: [i64; 2],
    chance: &mut Chance,
) -> Result<(i64, i64), kohtaanto::error::Error> {
    let [one, other] = pair.map(|id| companies::find(conn, id).expect("a look").expect("a company"));
    let (kept, gone) = duplicates::rules::roles(one, other).expect("at most one has a business id");
    let taken =
        BTreeSet::from_iter(kohtaanto::companies::Field::ALL.into_iter().map(|field| field.code()).filter(|_| chance.permille(400)));
    let take = |field: kohtaanto::companies::Field| taken.contains(field.code());
    match merge(conn, &office.viewer, pair, (&seen(&kept.facts(), &gone.facts()), &take), office.app.now())? {
        Merged::Into(kept, merge) => Ok((kept, merge)),
        other => panic!("not merged: {other:?}"),
    }
}

fn seeds() -> u64 {
    if is_long() { 200 } else { 8 }
}

#[actix_web::test]
async fn without_writes_the_database_is_what_it_was() {
    let scene = Scene::set().await;
    for seed in 1..=seeds() {
        let pair = scene.web(seed).await;
        let before = dump(&scene.test).await;
        let deed = scene.merged(seed, pair).await;
        let merged = dump(&scene.test).await;
        nothing_is_left_of(&merged, deed);
        assert!(matches!(scene.undone(deed.merge).await, Undone::Back(_, edited) if edited.is_empty()), "seed {seed}");
        let after = dump(&scene.test).await;
        assert_eq!(differences(&before, &after), Vec::<String>::new(), "seed {seed}");
        assert!(matches!(scene.undone(deed.merge).await, Undone::Already(_)), "twice is once");
    }
}

/// No row refers to the company that went but the forwards.
fn nothing_is_left_of(dump: &Dump, deed: Deed) {
    for ((table, id), row) in dump {
        let links = row.iter().filter(|(column, _)| column.ends_with("company_id") || *column == "other_id");
        for (column, value) in links {
            assert_ne!(value.as_i64(), Some(deed.gone), "{table}.{column} of {id}");
        }
    }
    assert!(!dump.contains_key(&("companies".to_owned(), deed.gone)));
}

#[actix_web::test]
async fn writes_since_survive_or_hinder_and_are_named() {
    let scene = Scene::set().await;
    let (mut back, mut hindered) = (0, 0);
    for seed in 1..=seeds() {
        let pair = scene.web(1000 + seed).await;
        let strangers = scene.web(5000 + seed).await;
        let before = dump(&scene.test).await;
        let deed = Deed { seed: 1000 + seed, ..scene.merged(1000 + seed, pair).await };
        let merged = dump(&scene.test).await;
        scene.writes(deed, strangers).await;
        let written = dump(&scene.test).await;
        assert!(!differences(&merged, &written).is_empty());
        let outcome = scene.undone(deed.merge).await;
        let after = dump(&scene.test).await;
        match outcome {
            Undone::Back(..) => {
                back += 1;
                writes_survive((&merged, &written, &after), deed);
                the_rest_is_back((&before, &merged, &written, &after), deed);
                nothing_is_torn(&after, deed);
            }
            Undone::Hindered(_, hindrances) => {
                hindered += 1;
                assert!(!hindrances.is_empty());
                assert_eq!(differences(&written, &after), Vec::<String>::new(), "a refused undo writes nothing, seed {seed}");
            }
            Undone::Already(_) => panic!("it was not undone yet"),
        }
    }
    assert!(back > 0 && hindered > 0, "both happen: {back} back, {hindered} hindered");
    if is_long() {
        report("Merge and undo by chance", &format!("{WRITES} writes between: {back} undone with every write kept, {hindered} refused"));
    }
}

/// What was written since the merge is there as it was written; only the company of a row that hangs on a row that went
/// back may be the other one.
fn writes_survive((merged, written, after): (&Dump, &Dump, &Dump), deed: Deed) {
    for (key, row) in written {
        let earlier = merged.get(key);
        if earlier == Some(row) {
            continue;
        }
        let now = after.get(key).unwrap_or_else(|| panic!("{key:?} is lost"));
        for (column, value) in row {
            let is_written = earlier.and_then(|earlier| earlier.get(column)) != Some(value);
            let goes_along = column == "company_id" && value.as_i64() == Some(deed.kept) && now[column].as_i64() == Some(deed.gone);
            assert!(!is_written || now[column] == *value || goes_along, "{key:?}.{column}: {value} became {}", now[column]);
        }
    }
    for key in merged.keys().filter(|key| !written.contains_key(*key)) {
        assert!(!after.contains_key(key), "{key:?} was removed since, and is there again");
    }
}

/// What nobody wrote since is as before the merge; a field of the company that stayed may be kept by an edit of a part of it.
fn the_rest_is_back((before, merged, written, after): (&Dump, &Dump, &Dump, &Dump), deed: Deed) {
    let of_fields = |(table, id): &(String, i64), row: &Row| {
        (table == "companies" && *id == deed.kept)
            || (matches!(table.as_str(), "company_names" | "company_field_edits") && row["company_id"].as_i64() == Some(deed.kept))
    };
    for (key, row) in before {
        let untouched = merged.get(key) == written.get(key);
        let now = after.get(key);
        if untouched && now != Some(row) {
            let stays = of_fields(key, row)
                && now.is_none_or(|now| {
                    now.iter()
                        .all(|(column, value)| row[column] == *value || written.get(key).is_some_and(|written| written[column] == *value))
                });
            assert!(stays, "{key:?}: {row:?} is {now:?}");
        }
    }
    let gone = ("companies".to_owned(), deed.gone);
    assert_eq!(after.get(&gone), before.get(&gone));
}

/// Each row is with the company of the row that it hangs on.
fn nothing_is_torn(after: &Dump, deed: Deed) {
    let company = |table: &str, id: &Value| after.get(&(table.to_owned(), id.as_i64()?))?.get("company_id")?.as_i64();
    for hanging in duplicates::links::HANGING {
        for ((table, id), row) in after.iter().filter(|((table, _), _)| table == hanging.table) {
            let Some(own) = row["company_id"].as_i64() else { continue };
            let other = company(hanging.parent, &row[hanging.column]);
            if let Some(other) = other.filter(|other| [deed.kept, deed.gone].contains(other)) {
                assert_eq!(own, other, "{table} {id} hangs on {}", hanging.parent);
            }
        }
    }
}
