//! From the file to the register: each kind, and what keeps it from going wrong.

use super::Desk;
use super::whole::Whole;
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::{audit_entries, contacts, people, transfer_rows};
use reqwest::StatusCode;

const COMPANIES: &str = "Y-tunnus;Yrityksen nimi;Kotikunta;Puhelin;Henkilöstömäärä;Väri\r\n\
    2646674-9;Öljynen Oy;Salo;02 778 2055;12,5;punainen\r\n\
    ;Nurkan \"Kauppa\";734;040 123 4567;;\r\n";

#[actix_web::test]
async fn works_for_companies() {
    let desk = Desk::set().await;
    let (address, page) = desk.brought_in("companies", COMPANIES.as_bytes()).await;
    assert!(page.page().contains("Lisättiin"), "{}", page.body);
    let facts = desk.facts("Öljynen Oy").await.expect("the company");
    assert_eq!((facts.municipality.as_str(), facts.phone.as_str(), facts.size_class.as_str()), ("734", "02 778 2055", "10-19"));
    assert!(desk.browser.get("/companies?q=nurkan").await.page().contains("Nurkan"));
    // Again it changes nothing, and the page says so.
    let again = desk.checked("companies", COMPANIES.as_bytes()).await;
    assert!(desk.browser.get(&again).await.page().contains("Ennallaan (2)"));
    assert!(desk.browser.get(&address).await.page().contains("Peru koko tuonti"));
}

#[actix_web::test]
async fn works_for_people() {
    let desk = Desk::set().await;
    desk.company(Some("2646674-9"), Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let first = "Yritys,Nimi,Rooli,Puhelin,Kieli\nöljynen oy,Maija Meri,johtaja,0401234567,svenska\n";
    let (_, page) = desk.brought_in("people", first.as_bytes()).await;
    assert!(page.page().contains("Maija Meri · Öljynen Oy"), "{}", page.body);
    let second = "Y-tunnus\tNimi\tPuhelin\tSähköposti\n2646674-9\tMAIJA MERI\t09 123 456\tmaija@oljynen.example\n";
    let address = desk.checked("people", second.as_bytes()).await;
    let page = desk.browser.get(&address).await;
    assert!(
        page.page().contains("Puhelin: – → 09 123 456") && page.body.contains("Sähköposti: – → maija@oljynen.example"),
        "{}",
        page.body
    );
    desk.browser.post(&format!("{address}/confirmation"), &[]).await;
    let rows: Vec<(String, String, String)> =
        desk.read(|conn| Ok(people::table.select((people::role, people::email, people::language)).load(conn)?)).await;
    assert_eq!(rows, [("johtaja".to_owned(), "maija@oljynen.example".to_owned(), "sv".to_owned())]);
}

#[actix_web::test]
async fn works_for_contacts() {
    let desk = Desk::set().await;
    let company = desk.company(Some("2646674-9"), Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let log = "Yritys;Päivä;Kello;Tapa;Tulos;Aihe;Muistiinpano\n\
        Öljynen Oy;1.9.2026;9.30;Käynti;Sovittiin jatkosta;Rekrytointi;Kesätyöt\n\
        Öljynen Oy;2.9.2026;;;;;\n\
        Öljynen Oy;1.1.2027;;;;;Tulossa\n\
        Öljynen Oy;31.9.2026;;;;;Ei ole\n\
        Tuntematon Oy;1.9.2026;;;;;x\n";
    let (_, page) = desk.brought_in("contacts", log.as_bytes()).await;
    assert!(page.page().contains("Ei voi tuoda (3)"), "{}", page.body);
    let rows: Vec<(String, String, Option<i64>, chrono::NaiveDateTime, i64)> = desk
        .read(|conn| {
            let rows = contacts::table.order(contacts::happened_at);
            Ok(rows
                .select((contacts::kind, contacts::outcome, contacts::topic_id, contacts::happened_at, contacts::organisation_id))
                .load(conn)?)
        })
        .await;
    let at = |text: &str| text.parse().expect("an instant");
    let host = desk.cast.host;
    assert_eq!(rows[0], ("visit".into(), "agreed".into(), Some(desk.cast.recruitment), at("2026-09-01T06:30:00"), host));
    assert_eq!(rows[1], ("call".into(), "reached".into(), None, at("2026-09-02T09:00:00"), host));
    assert_eq!(rows.len(), 2);
    assert!(desk.browser.get(&format!("/companies/{company}")).await.page().contains("Kesätyöt"));
    let again = desk.checked("contacts", log.as_bytes()).await;
    assert!(desk.browser.get(&again).await.page().contains("Ennallaan (2)"));
}

#[actix_web::test]
async fn nothing_is_written_unconfirmed() {
    let desk = Desk::set().await;
    desk.company(Some("2646674-9"), Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let before = Whole::of(&desk).await;
    let address = desk.checked("companies", COMPANIES.as_bytes()).await;
    desk.browser.get(&address).await.page();
    assert_eq!(Whole::of(&desk).await.differences(&before), Vec::<String>::new());
    // Some rows are refused: that the others come in alone must be said.
    let mixed = desk.checked("companies", b"Nimi;Puhelin\nHyv\xe4 Oy;02 123 4567\nHuono Oy;xyz\n").await;
    desk.browser.post(&format!("{mixed}/confirmation"), &[]).await;
    assert!(desk.browser.get(&mixed).await.page().contains("Tuo vain kunnossa olevat rivit (1)"));
    assert_eq!(Whole::of(&desk).await.differences(&before), Vec::<String>::new());
    let file = desk.browser.get(&format!("{mixed}/refusals")).await;
    assert!(file.page().contains("3;Puhelin: ") && file.body.contains(";Huono Oy;xyz\r\n"), "{}", file.body);
    assert!(desk.browser.post(&format!("{mixed}/removal"), &[]).await.location().ends_with("/transfers"));
    assert_eq!(desk.browser.post(&format!("{mixed}/columns"), &[("column-0", "name")]).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn twice_is_once() {
    let desk = Desk::set().await;
    let (address, _) = desk.brought_in("companies", COMPANIES.as_bytes()).await;
    let after = Whole::of(&desk).await;
    desk.browser.post(&format!("{address}/confirmation"), &[]).await;
    assert_eq!(Whole::of(&desk).await.differences(&after), Vec::<String>::new());
}

#[actix_web::test]
async fn what_changed_meanwhile_is_shown_again() {
    let desk = Desk::set().await;
    let address = desk.checked("companies", COMPANIES.as_bytes()).await;
    desk.company(Some("2646674-9"), Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    desk.browser.post(&format!("{address}/confirmation"), &[]).await;
    let page = desk.browser.get(&address).await;
    assert!(page.page().contains("Puhelin: – → 02 778 2055"), "{}", page.body);
    assert!(desk.facts("Nurkan \"Kauppa\"").await.is_none());
    desk.browser.post(&format!("{address}/confirmation"), &[]).await;
    assert!(desk.facts("Nurkan \"Kauppa\"").await.is_some());
}

#[actix_web::test]
async fn columns_are_remembered_and_checked() {
    let desk = Desk::set().await;
    let file = "Firman titteli;X\nAlfa Oy;Salo\n";
    let columns = desk.send("companies", "a.csv", file.as_bytes()).await.location().to_owned();
    let refused = desk.browser.post(&columns, &[("column-0", ""), ("column-1", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("missä sarakkeessa on yrityksen nimi"));
    let twice = desk.browser.post(&columns, &[("column-0", "name"), ("column-1", "name")]).await;
    assert!(twice.body.contains("Kaksi saraketta"), "{}", twice.body);
    desk.browser.post(&columns, &[("column-0", "name"), ("column-1", "municipality")]).await.location();
    let (_, page) = desk.brought_in("companies", file.replace("Alfa", "Beta").as_bytes()).await;
    assert!(page.page().contains("Lisättiin"), "{}", page.body);
    assert_eq!(desk.facts("Beta Oy").await.expect("the company").municipality, "734");
}

#[actix_web::test]
async fn rejects_bad_input() {
    let desk = Desk::set().await;
    for (kind, name, content, words) in [
        ("", "a.csv", &b"Nimi\nA"[..], "Valitse yksi vaihtoehdoista"),
        ("planets", "a.csv", b"Nimi\nA", "Valitse yksi vaihtoehdoista"),
        ("companies", "", b"", "Valitse tiedosto."),
        ("companies", "a.csv", b"", "Tiedosto on tyhj"),
    ] {
        let answer = desk.send(kind, name, content).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
    let columns = desk.send("companies", "a.csv", b"Nimi\nAlfa Oy\n").await.location().to_owned();
    for value in ["x", "business_id; DROP TABLE", "\0"] {
        assert_eq!(desk.browser.post(&columns, &[("column-0", value)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    for path in ["/transfers/99999", "/transfers/x", "/companies/export?kind=x", "/companies/export?format=pdf"] {
        assert_eq!(desk.browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// Who corrects a row corrects all of it.
#[actix_web::test]
async fn all_that_is_wrong_with_a_row_is_told_at_once() {
    let desk = Desk::set().await;
    for (kind, file, told) in [
        ("people", "Yritys;Nimi;Puhelin;Sähköposti\nOlematon Oy;Maija;12;x\n", &["Yritys: ", "Puhelin: ", "Sähköposti: "][..]),
        ("companies", "Nimi;Y-tunnus;Sähköposti\nAlfa Oy;1234567-8;x\n", &["Y-tunnus: ", "Sähköposti: "]),
        ("companies", "Y-tunnus;Puhelin\n1234567-8;12\n", &["Y-tunnus: ", "Puhelin: "]),
        (
            "contacts",
            "Yritys;Päivä;Tapa;Tulos;Yhteyshenkilö\nOlematon Oy;31.2.2026;lento;Keskusteltiin;Maija\n",
            &["Yritys: ", "Päivä: ", "Tapa: "],
        ),
    ] {
        let pending = desk.checked(kind, file.as_bytes()).await;
        let page = desk.browser.get(&pending).await;
        assert!(told.iter().all(|field| page.page().contains(field)), "{told:?}: {}", page.body);
        assert!(!page.page().contains("Yhteyshenkilö: "), "whose persons they are is not known");
        assert!(!page.body.contains("Nimi: "), "a business id is enough");
    }
}

/// Nothing keeps such a code: the row is emptied as it comes and refused, whichever column it stands in.
#[actix_web::test]
async fn a_personal_identity_code_is_not_kept() {
    const CODE: &str = "131052-308T";
    let desk = Desk::set().await;
    let file = format!("Nimi;Muuta\nAlfa Oy;{CODE}\nBeta Oy;x\n");
    let (address, page) = desk.brought_in("companies", file.as_bytes()).await;
    assert!(page.page().contains("henkilötunnus"), "{}", page.body);
    assert!(desk.facts("Alfa Oy").await.is_none() && desk.facts("Beta Oy").await.is_some());
    assert!(!desk.browser.get(&format!("{address}/refusals")).await.page().contains(CODE));
    let pending = desk.checked("companies", file.as_bytes()).await;
    assert!(desk.browser.get(&pending).await.page().contains("Ei voi tuoda (1)"));
    assert!(!Whole::everything(&desk).await.contains(CODE), "the code is in the database");
}

#[actix_web::test]
async fn old_files_are_forgotten() {
    let desk = Desk::set().await;
    let waiting = desk.checked("companies", COMPANIES.as_bytes()).await;
    let (done, _) = desk.brought_in("companies", b"Nimi\nAlfa Oy\n").await;
    let rows = async || desk.read(|conn| Ok(transfer_rows::table.count().get_result::<i64>(conn)?)).await;
    desk.set_clock(desk.app.now() + TimeDelta::hours(23));
    desk.run_jobs().await;
    assert_eq!(rows().await, 3);
    desk.set_clock(desk.app.now() + TimeDelta::hours(2));
    desk.run_jobs().await;
    assert_eq!(rows().await, 1);
    desk.set_clock(desk.app.now() + TimeDelta::days(30));
    desk.run_jobs().await;
    assert_eq!(rows().await, 0);
    let late = desk.test.browser(&desk.cast.coordinator).await;
    assert!(late.get(&done).await.page().contains("Rivejä ei enää säilytetä"));
    assert_eq!(late.post(&format!("{done}/undoing"), &[]).await.location(), done);
    assert!(desk.facts("Alfa Oy").await.is_some());
    assert!(late.get(&waiting).await.page().contains("Rivejä ei enää säilytetä"));
    desk.leave_mail();
}

/// What is not confirmed is for its sender; what is done, for those who import at the host.
#[actix_web::test]
async fn hides_what_others_have_not_confirmed() {
    let desk = Desk::set().await;
    let waiting = desk.checked("companies", COMPANIES.as_bytes()).await;
    let administrator = desk.test.browser(&desk.cast.administrator).await;
    assert_eq!(administrator.get(&waiting).await.status, StatusCode::NOT_FOUND);
    assert_eq!(administrator.post(&format!("{waiting}/confirmation"), &[]).await.status, StatusCode::NOT_FOUND);
    assert!(!administrator.get("/transfers").await.page().contains("luettelo.csv"));
    desk.browser.post(&format!("{waiting}/confirmation"), &[]).await;
    assert!(administrator.get(&waiting).await.page().contains("Lisättiin"));
    let audited = desk.read(|conn| {
        let entries = audit_entries::table.filter(audit_entries::subject.eq("transfers")).order(audit_entries::id);
        Ok(entries.select(audit_entries::action).load::<String>(conn)?)
    });
    assert_eq!(audited.await, ["upload", "import"]);
}
