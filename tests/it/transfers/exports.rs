//! What goes out: types, bytes, formulas, what the viewer may see, and the trace that it leaves.

use super::Desk;
use crate::support::{TempDir, is_long, report};
use calamine::{Data, Ods, Reader, Xlsx, open_workbook};
use diesel::prelude::*;
use kohtaanto::call_lists::chosen::Chosen;
use kohtaanto::companies::Facts;
use kohtaanto::people::store::{self as people, Details};
use kohtaanto::schema::{audit_entries, companies, exports};
use std::io::Cursor;
use std::process::Command;

async fn stage() -> Desk {
    let desk = Desk::set().await;
    let facts = Facts {
        name: "=cmd|' /C calc'!A0".into(),
        municipality: "734".into(),
        post_code: "00500".into(),
        post_office: "HELSINKI".into(),
        phone: "040 1234567".into(),
        size_class: "10-19".into(),
        ..Facts::default()
    };
    let id = desk.company(Some("2646674-9"), facts).await;
    desk.company(None, Facts { name: "Äänekoski; \"Oy\"".into(), ..Facts::default() }).await;
    let (author, now) = ((desk.cast.host, desk.cast.handler.id), desk.app.now());
    let details = Details { name: "@Maija".into(), phones: vec!["+46 8 123 456 78".into()], ..Details::default() };
    desk.write(move |conn| {
        let day = chrono::NaiveDate::from_ymd_opt(1999, 3, 5);
        diesel::update(companies::table.find(id)).set(companies::registered_on.eq(day)).execute(conn)?;
        Ok(people::add(conn, id, &details, author, now)?)
    })
    .await;
    desk
}

async fn bytes(desk: &Desk, path: &str) -> Vec<u8> {
    let answer = desk.browser.request(reqwest::Method::GET, path).send().await.expect("an answer");
    assert_eq!(answer.status(), 200, "{path}");
    assert!(answer.headers()["content-disposition"].to_str().is_ok_and(|value| value.starts_with("attachment")));
    answer.bytes().await.expect("a body").to_vec()
}

#[actix_web::test]
async fn csv_is_as_a_finnish_spreadsheet_opens_it() {
    let desk = stage().await;
    let text = String::from_utf8(bytes(&desk, "/companies/export?kind=companies&format=csv").await).expect("UTF-8");
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').expect("a byte-order mark").split("\r\n").collect();
    assert!(lines[0].starts_with("Y-tunnus;Nimi;Yritysmuoto;"), "{text}");
    assert_eq!(lines[1], "2646674-9;'=cmd|' /C calc'!A0;;;Salo;;00500 HELSINKI;;;+358 401234567;;10–19 henkilöä;5.3.1999;;");
    assert!(lines[2].contains("\"Äänekoski; \"\"Oy\"\"\""), "{text}");
    assert_eq!(lines.len(), 4);
    let people = String::from_utf8(bytes(&desk, "/companies/export?kind=people").await).expect("UTF-8");
    assert!(people.contains(";'@Maija;;+46 812345678;"), "{people}");
}

#[actix_web::test]
async fn a_consent_goes_with_the_person() {
    let desk = stage().await;
    let id = desk.company(None, Facts { name: "Suostuva".into(), ..Facts::default() }).await;
    let (author, now) = ((desk.cast.host, desk.cast.handler.id), desk.app.now());
    let details = Details { name: "Ulla".into(), ..Details::default() };
    let person = desk.write(move |conn| Ok(people::add(conn, id, &details, author, now)?)).await;
    let path = format!("/people/{person}/consents");
    let once = desk.browser.get(&path).await.once();
    let given = [("once", once.as_str()), ("purpose", "events"), ("channel", "phone"), ("given_on", "19.11.2026")];
    desk.browser.post(&path, &given).await.location();
    let text = String::from_utf8(bytes(&desk, "/companies/export?kind=people").await).expect("UTF-8");
    assert!(text.contains(";Suostuva;Ulla;;;;;;Tapahtumakutsut (Jokilaakson työllisyysalue);\r\n"), "{text}");
}

/// A mark is named, and what it forbids can't be done out of the file.
#[actix_web::test]
async fn nobody_is_reached_against_a_mark() {
    let desk = stage().await;
    let (author, now) = ((desk.cast.host, desk.cast.handler.id), desk.app.now());
    let reached = |name: &str| Facts { name: name.into(), phone: "02 778 2055".into(), email: "info@a.example".into(), ..Facts::default() };
    let details = Details { name: "Ulla".into(), phones: vec!["0501234567".into()], email: "ulla@a.example".into(), ..Details::default() };
    for (name, kind) in [("Rauhallinen", "do_not_contact"), ("Mainokseton", "no_marketing")] {
        let id = desk.company(None, reached(name)).await;
        let (details, path) = (details.clone(), format!("/companies/{id}/marks"));
        desk.write(move |conn| Ok(people::add(conn, id, &details, author, now)?)).await;
        let once = desk.browser.get(&format!("{path}/new")).await.once();
        desk.browser.post(&path, &[("once", once.as_str()), ("kind", kind), ("reason", "Pyysi")]).await.location();
    }
    let line = async |kind: &str, name: &str| {
        let text = String::from_utf8(bytes(&desk, &format!("/companies/export?kind={kind}")).await).expect("UTF-8");
        text.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned()
    };
    assert_eq!(line("companies", "Rauhallinen").await, ";Rauhallinen;;;;;;;;;;;;;Älä ota yhteyttä");
    assert_eq!(line("people", "Rauhallinen").await, ";Rauhallinen;Ulla;;;;;;;Älä ota yhteyttä");
    assert_eq!(line("companies", "Mainokseton").await, ";Mainokseton;;;;;;;;+358 27782055;;;;;Ei markkinointia");
    assert_eq!(line("people", "Mainokseton").await, ";Mainokseton;Ulla;;+358 501234567;;;;;Ei markkinointia");
    let open = String::from_utf8(bytes(&desk, "/companies/export?open_to=call").await).expect("UTF-8");
    assert!(open.contains("Mainokseton") && !open.contains("Rauhallinen"), "{open}");
}

#[actix_web::test]
async fn a_workbook_has_real_types() {
    let desk = stage().await;
    let content = bytes(&desk, "/companies/export?kind=companies&format=xlsx").await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(content)).expect("a workbook");
    let sheet = book.worksheet_range("yritykset").expect("the sheet");
    let cell = |column: u32| sheet.get_value((1, column)).cloned().unwrap_or_default();
    assert_eq!(cell(0), Data::String("2646674-9".into()));
    assert_eq!(cell(1), Data::String("=cmd|' /C calc'!A0".into()));
    assert_eq!(cell(6), Data::String("00500 HELSINKI".into()));
    assert_eq!(cell(9), Data::String("+358 401234567".into()));
    assert!(matches!(cell(12), Data::DateTime(at) if at.to_ymd_hms_milli() == (1999, 3, 5, 0, 0, 0, 0)), "{:?}", cell(12));
    assert!(book.worksheet_formula("yritykset").expect("the sheet").is_empty());
}

/// What left comes in again as what it was.
#[actix_web::test]
async fn what_went_out_comes_in_unchanged() {
    let desk = stage().await;
    for (kind, count) in [("companies", 2), ("people", 1)] {
        for format in ["csv", "xlsx"] {
            let content = bytes(&desk, &format!("/companies/export?kind={kind}&format={format}")).await;
            let address = desk.checked(kind, &content).await;
            let page = desk.browser.get(&address).await;
            assert!(page.page().contains(&format!("Ennallaan ({count})")), "{kind} {format}: {}", page.body);
        }
    }
}

#[actix_web::test]
async fn it_obeys_the_filters_and_leaves_a_trace() {
    let desk = stage().await;
    let text = String::from_utf8(bytes(&desk, "/companies/export?municipality=734&kind=companies").await).expect("UTF-8");
    assert!(text.contains("calc") && !text.contains("Äänekoski"), "{text}");
    assert!(
        desk.browser
            .get("/companies?municipality=734")
            .await
            .page()
            .contains("/companies/export?kind=people&amp;format=xlsx&amp;municipality=734")
    );
    let rows: Vec<(String, String, String, i64, i64)> = desk
        .read(|conn| {
            let rows = exports::table.select((exports::kind, exports::format, exports::filters, exports::row_count, exports::staff_id));
            Ok(rows.load(conn)?)
        })
        .await;
    let coordinator = desk.cast.coordinator.id;
    assert_eq!(rows, [("companies".into(), "csv".into(), "/companies?municipality=734".into(), 1, coordinator)]);
    let audited = desk.read(move |conn| {
        let entries = audit_entries::table.filter(audit_entries::action.eq("export").and(audit_entries::staff_id.eq(coordinator)));
        Ok(entries.count().get_result::<i64>(conn)?)
    });
    assert_eq!(audited.await, 1);
}

/// Own texts stay with their organisation, in each format.
#[actix_web::test]
async fn hides_other_organisations() {
    let desk = stage().await;
    let id = desk.read(|conn| Ok(companies::table.select(companies::id).order(companies::id).first::<i64>(conn)?)).await;
    let handler = desk.test.browser(&desk.cast.handler).await;
    let log = [
        ("kind", "visit"),
        ("outcome", "agreed"),
        ("happened_on", "19.11.2026"),
        ("happened_at", "12"),
        ("note", "Salaista"),
        ("visibility", "own"),
    ];
    let once = handler.get(&format!("/companies/{id}/contacts/new")).await.once();
    handler.post(&format!("/companies/{id}/contacts"), &[&log[..], &[("once", once.as_str())]].concat()).await.location();
    let own = String::from_utf8(bytes(&desk, "/companies/export?kind=contacts").await).expect("UTF-8");
    assert!(own.contains("19.11.2026 12:00;Käynti;") && own.contains("Salaista"), "{own}");
    let desk = desk.of(|test| &test.cast.partner).await;
    let theirs = String::from_utf8(bytes(&desk, "/companies/export?kind=contacts").await).expect("UTF-8");
    assert!(theirs.contains("19.11.2026 12:00;Käynti;") && theirs.contains("Heli Hoitaja"), "{theirs}");
    assert!(!theirs.contains("Salaista") && !theirs.contains("Sovittiin"), "{theirs}");
    let book = bytes(&desk, "/companies/export?kind=contacts&format=xlsx").await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).expect("a workbook");
    let sheet = book.worksheet_range("yhteydenotot").expect("the sheet");
    assert!(matches!(sheet.get_value((1, 2)), Some(Data::DateTime(_))));
    assert!(!format!("{sheet:?}").contains("Salaista"));
}

/// Several slices make one file, in order and without a gap.
#[actix_web::test]
async fn a_long_list_leaves_whole() {
    let desk = Desk::set().await;
    let rows: String = (0..620).map(|number| format!("Yritys {number:04} Oy\n")).collect();
    desk.brought_in("companies", format!("Nimi\n{rows}").as_bytes()).await;
    let expected: Vec<String> = (0..620).map(|number| format!("Yritys {number:04} Oy")).collect();
    for search in ["", "?q=yritys"] {
        let text = String::from_utf8(bytes(&desk, &format!("/companies/export{search}")).await).expect("UTF-8");
        let names: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(';').nth(1)).collect();
        assert_eq!(names, expected, "{search}");
    }
    let list = async |text: &str| desk.browser.get(&format!("/companies?q={text}")).await;
    assert!(list("yritys").await.page().contains("500+ yritystä"));
    // A name that begins with the text holds it too, and is counted once.
    assert!(list("yritys+03").await.page().contains("100 yritystä"));
    let found = desk.read(|conn| Ok(Chosen::find(conn, "", "q=yritys", chrono::NaiveDate::MIN)?)).await;
    assert_eq!((found.ids.len(), found.too_many), (620, false));
}

/// In LibreOffice with Finnish settings: texts are texts, days are days. `tests/run --long` installs it.
#[actix_web::test]
async fn libreoffice_reads_the_right_types() {
    if !is_long() {
        return;
    }
    let (desk, dir) = (stage().await, TempDir::new());
    let profile = format!("-env:UserInstallation=file://{}", dir.path().join("profile").display());
    // `;`, quotes, UTF-8, from the first row, Finnish (1035), numbers as they look.
    for (format, filter) in [("csv", "CSV:59,34,76,1,,1035,false,true"), ("xlsx", "Calc MS Excel 2007 XML")] {
        let file = dir.path().join(format!("vienti.{format}"));
        std::fs::write(&file, bytes(&desk, &format!("/companies/export?format={format}")).await).expect("the file");
        let mut office = Command::new("soffice");
        office.args(["--headless", &profile, &format!("--infilter={filter}"), "--convert-to", "ods", "--outdir"]).arg(dir.path());
        office.arg(&file).output().expect("LibreOffice runs");
        let mut book: Ods<_> = open_workbook(dir.path().join("vienti.ods")).expect("the converted file");
        let sheet = book.worksheet_range_at(0).expect("a sheet").expect("its cells");
        let cells: Vec<Data> = (0..14).map(|column| sheet.get_value((1, column)).cloned().unwrap_or_default()).collect();
        for column in [0, 1, 4, 6, 9, 11] {
            assert!(matches!(cells[column], Data::String(_)), "{format} {column}: {cells:?}");
        }
        assert!(matches!(&cells[12], Data::DateTimeIso(day) if day.starts_with("1999-03-05")), "{format}: {cells:?}");
        report("An export in LibreOffice, Finnish", &format!("{format}: {cells:?}"));
    }
}
