//! The page of one call-back: what counts now, what comes next, and what has been in order.

use super::Stage;

#[actix_web::test]
async fn tells_what_counts_now() {
    let stage = Stage::set().await;
    let handler = stage.cast.handler.clone();
    let address = stage.log(&stage.cast.logger, &[]).await;
    let browser = stage.browser(&handler).await;
    assert!(browser.get(&address).await.page().contains("Otettava viimeistään"));
    browser.post(&format!("{address}/claim"), &[]).await.location();
    let page = browser.get(&address).await;
    assert!(!page.page().contains("Otettava viimeistään"), "it is taken");
    assert!(page.page().contains("sinua muistutetaan"));
    stage.attempt(&handler, &address, &[("result", "call_again"), ("again_on", "24.11.2026"), ("again_at", "12.00")]).await;
    let page = browser.get(&address).await;
    assert!(page.page().contains("Sovittu soitto ti 24.11.2026 klo 12.00") && !page.body.contains("sinua muistutetaan"));
    stage.at("2026-11-24T10:00:00").await;
    let page = stage.browser(&handler).await.get(&address).await;
    assert!(!page.page().contains("Sovittu soitto") && page.body.contains("sinua muistutetaan"), "its time has come");
    stage.leave_mail();
}

#[actix_web::test]
async fn tells_what_has_been_newest_first() {
    let stage = Stage::set().await;
    let (handler, colleague) = (stage.cast.handler.clone(), stage.cast.colleague.clone());
    let (address, _) = stage.taken_by(&handler).await;
    let add = async |note: &str| {
        let browser = stage.browser(&colleague).await;
        let once = browser.get(&address).await.once();
        browser.post(&format!("{address}/additions"), &[("note", note), ("once", &once)]).await.location();
    };
    let at = |instant: &str| stage.set_clock(instant.parse().expect("an instant"));
    at("2026-11-20T08:10:00");
    add("Ensimmäinen lisäys").await;
    at("2026-11-20T08:20:00");
    stage.attempt(&handler, &address, &[("result", "no_answer"), ("note", "Toinen yritys")]).await;
    at("2026-11-20T08:30:00");
    add("Kolmas lisäys").await;
    stage.at("2026-11-23T08:30:00").await;
    let page = stage.browser(&handler).await.get(&address).await;
    let places = ["Soittoyritystä ei kirjattu ajoissa", "Kolmas lisäys", "Toinen yritys", "Ensimmäinen lisäys"]
        .map(|words| page.page().find(words).unwrap_or_else(|| panic!("{words} is missing")));
    assert!(places.is_sorted(), "{places:?}");
    stage.leave_mail();
}
