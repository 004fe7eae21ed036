//! Each file of the torture set ends in a right import or in a clear refusal.

use super::files::{Case, End, all};
use super::{Desk, chosen};
use crate::support::{is_long, report};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::i18n::{self, Lang};
use kohtaanto::schema::{companies, contacts, transfers};
use kohtaanto::transfers::table::{self, LIMITS, Limits, Trouble};
use reqwest::StatusCode;
use std::time::Instant;

#[actix_web::test]
async fn every_file_ends_well() {
    let (desk, cases) = (Desk::set().await, all());
    assert!(cases.len() >= 60, "{} files", cases.len());
    for case in &cases {
        match (&case.limits, &case.end) {
            (Some(limits), End::Refused(trouble)) => assert_eq!(table::read(&case.content, limits).err(), Some(*trouble), "{}", case.name),
            (_, End::Refused(trouble)) => is_refused(&desk, case, *trouble).await,
            (_, End::Unmapped) => is_unmapped(&desk, case).await,
            (_, End::Comes(good, bad, name)) => {
                let ended = through(&desk, "companies", case, (*good, *bad)).await;
                assert!(desk.facts(name).await.is_some(), "{}: {name} is not there", case.name);
                // The next file finds the register empty.
                desk.browser.post(&format!("{ended}/undoing"), &[]).await.location();
                let left = desk.read(|conn| Ok(companies::table.count().get_result::<i64>(conn)?)).await;
                assert_eq!(left, 0, "{}", case.name);
            }
            (_, End::Logged(good, bad, days)) => {
                let id = desk.company(None, Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
                let ended = through(&desk, "contacts", case, (*good, *bad)).await;
                let logged = desk.read(|conn| {
                    Ok(contacts::table.order(contacts::happened_at).select(contacts::happened_at).load::<chrono::NaiveDateTime>(conn)?)
                });
                let logged: Vec<String> = logged.await.iter().map(ToString::to_string).collect();
                assert_eq!(logged, *days, "{}", case.name);
                desk.browser.post(&format!("{ended}/undoing"), &[]).await.location();
                desk.write(move |conn| {
                    diesel::delete(kohtaanto::schema::timeline_events::table).execute(conn)?;
                    Ok(kohtaanto::companies::store::unmake(conn, id)?)
                })
                .await;
            }
        }
    }
}

async fn is_refused(desk: &Desk, case: &Case, trouble: Trouble) {
    let answer = desk.send("companies", "tiedosto", &case.content).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", case.name);
    let words = i18n::text(Lang::Fi, &trouble.text_key());
    let plain = answer.body.replace("&quot;", "\"").replace("&#x2F;", "/");
    assert!(plain.contains(&words), "{} should say: {words}", case.name);
}

async fn is_unmapped(desk: &Desk, case: &Case) {
    let columns = desk.send("companies", "tiedosto", &case.content).await.location().to_owned();
    let fields = chosen(desk.browser.get(&columns).await.page());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = desk.browser.post(&columns, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", case.name);
    desk.browser.post(&columns.replace("/columns", "/removal"), &[]).await.location();
}

/// Brings a file in as far as it goes: the import's address.
async fn through(desk: &Desk, kind: &str, case: &Case, (good, bad): (usize, usize)) -> String {
    let address = desk.checked(kind, &case.content).await;
    let page = desk.browser.get(&address).await;
    let refused = format!("Ei voi tuoda ({bad})");
    assert!(page.page().contains(&format!("Tallennettavia rivejä: {good}")), "{}: {}", case.name, page.body);
    assert!(bad == 0 || page.body.contains(&refused), "{}: {}", case.name, page.body);
    desk.browser.post(&format!("{address}/confirmation"), &[("rows", "good")]).await.location();
    let states = desk.read(|conn| Ok(transfers::table.order(transfers::id.desc()).select(transfers::state).first::<String>(conn)?));
    assert_eq!(states.await, "done", "{}", case.name);
    address
}

/// At full size: 200 megabytes sent, a bomb that unpacks to a gigabyte, and the most rows that are taken.
#[actix_web::test]
async fn large_files_are_refused_early_or_read_whole() {
    if !is_long() {
        return;
    }
    let mut figures = String::new();
    let mut timed = |what: &str, since: Instant| figures += &format!("{what}: {} ms\n", since.elapsed().as_millis());
    let bomb = super::workbooks::raw_with("", false, &[("xl/media/image1.png", &vec![0; 1_000_000_000])]);
    let since = Instant::now();
    assert_eq!(table::read(&bomb, &LIMITS).err(), Some(Trouble::Unpacks));
    assert_eq!(table::read(&bomb, &Limits { bytes: 1_000, ..LIMITS }).err(), Some(Trouble::TooLarge));
    timed("a bomb of 1 GB refused", since);
    let row = "Yritys;Salo;02 123 4567;xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n";
    let large = row.repeat(200_000_000 / row.len());
    // No connection waits meanwhile: an idle one is closed.
    let desk = Desk::set().await;
    let since = Instant::now();
    let answer = desk.send("companies", "suuri.csv", large.as_bytes()).await;
    assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains("yli 10 megatavua"), "{}", answer.body);
    timed("200 MB refused", since);
    let rows: String = (0..10_000).map(|number| format!("Yritys {number} Oy;Salo;02 123 4567\n")).collect();
    let since = Instant::now();
    let (address, page) = desk.brought_in("companies", format!("Nimi;Kunta;Puhelin\n{rows}").as_bytes()).await;
    assert!(page.page().contains("Uudet (10000)"), "{}", page.body);
    timed("10,000 companies in", since);
    let since = Instant::now();
    desk.browser.post(&format!("{address}/undoing"), &[]).await.location();
    timed("and out again", since);
    assert_eq!(desk.read(|conn| Ok(companies::table.count().get_result::<i64>(conn)?)).await, 0);
    report("Tables from files", &figures);
}
