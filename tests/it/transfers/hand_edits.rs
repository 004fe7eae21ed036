//! What a file may change of companies in the register, and what stays.

use super::Desk;
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::company_field_edits;

fn registered() -> Facts {
    Facts { name: "Öljynen Oy".into(), municipality: "734".into(), street_address: "Kuja 1".into(), ..Facts::default() }
}

const FILE: &str = "Y-tunnus;Nimi;Käyntiosoite;Postiosoite;Puhelin\n2646674-9;Öljy-Ässä;Tie 2;PL 3;02 778 2055\n";

#[actix_web::test]
async fn the_register_counts_for_more_than_a_file() {
    let desk = Desk::set().await;
    desk.company(Some("2646674-9"), registered()).await;
    let (_, page) = desk.brought_in("companies", FILE.as_bytes()).await;
    assert!(page.page().contains("Käyntiosoite: Kuja 1 säilyy (tiedostossa Tie 2)"), "{}", page.body);
    let facts = desk.facts("Öljynen Oy").await.expect("the company keeps its name");
    assert_eq!((facts.street_address.as_str(), facts.postal_address.as_str(), facts.phone.as_str()), ("Kuja 1", "PL 3", "02 778 2055"));
}

#[actix_web::test]
async fn said_so_a_file_corrects_the_register_by_hand() {
    let desk = Desk::set().await;
    let id = desk.company(Some("2646674-9"), registered()).await;
    let address = desk.checked_with("companies", FILE.as_bytes(), &[("overrides", "true")]).await;
    desk.browser.post(&format!("{address}/confirmation"), &[]).await;
    assert_eq!(desk.facts("Öljy-Ässä").await.expect("the new name").street_address, "Tie 2");
    let kept: Vec<(String, String)> = desk
        .read(move |conn| {
            use company_field_edits::dsl;
            let rows = dsl::company_field_edits.filter(dsl::company_id.eq(id).and(dsl::register_value.ne("")));
            Ok(rows.order(dsl::field).select((dsl::field, dsl::register_value)).load(conn)?)
        })
        .await;
    let pair = |field: &str, value: &str| (field.to_owned(), value.to_owned());
    assert_eq!(kept, [pair("name", "Öljynen Oy"), pair("street_address", "Kuja 1")]);
}

#[actix_web::test]
async fn a_persons_correction_stays_in_either_case() {
    let desk = Desk::set().await;
    let id = desk.company(Some("2646674-9"), registered()).await;
    let handler = desk.test.browser(&desk.cast.handler).await;
    let corrected = [("name", "Öljynen Oy"), ("municipality", "734"), ("street_address", "Oikea tie 5")];
    handler.post(&format!("/companies/{id}"), &corrected).await.location();
    let address = desk.checked_with("companies", FILE.as_bytes(), &[("overrides", "true")]).await;
    desk.browser.post(&format!("{address}/confirmation"), &[]).await;
    assert_eq!(desk.facts("Öljy-Ässä").await.expect("the company").street_address, "Oikea tie 5");
}

#[actix_web::test]
async fn no_second_company_comes_of_a_namesake() {
    let desk = Desk::set().await;
    desk.company(None, Facts { name: "Nurkan Kauppa".into(), municipality: "734".into(), ..Facts::default() }).await;
    let file = "Nimi;Kunta;Y-tunnus\nNurkan kauppa;Helsinki;\nNurkan kauppa;;2646674-9\nNURKAN KAUPPA;Salo;\n";
    let address = desk.checked("companies", file.as_bytes()).await;
    let page = desk.browser.get(&address).await;
    assert!(page.page().contains("toisessa kunnassa") && page.body.contains("ilman Y-tunnusta"), "{}", page.body);
    assert!(page.body.contains("Uudet (0)") || !page.body.contains("Uudet ("), "{}", page.body);
}
