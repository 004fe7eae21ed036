//! The page of the settings. It is Friday 20.11.2026.

use crate::support::TestApp;
use kohtaanto::calendar::{PaymentDays, Roll};
use kohtaanto::settings::{self, Settings};
use reqwest::StatusCode;

const PAGE: &str = "/admin/settings";

const FIELDS: [(&str, &str); 9] = [
    ("payment_days", "10. ja 25."),
    ("payment_roll", "next"),
    ("sending_from", "7.30"),
    ("sending_until", "16"),
    ("still_not_taken_times", "3"),
    ("no_attempt_days", "2"),
    ("expired_days", "4"),
    ("unanswered_attempts", "5"),
    ("mailed_within_days", "7"),
];

async fn saved(test: &TestApp) -> Settings {
    test.read(|conn| Ok(settings::load(conn)?)).await
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let page = admin.get(PAGE).await;
    for words in
        [r#"name="sending_from" value="8""#, r#"value="10, 25""#, "ke 25.11.2026, to 10.12.2026, ke 23.12.2026, pe 8.1.2027", "Oletus: 17."]
    {
        assert!(page.page().contains(words), "{words}: {}", page.body);
    }
    assert_eq!(admin.post(PAGE, &FIELDS).await.location(), PAGE);
    let settings = saved(&test).await;
    assert_eq!(settings.payments, PaymentDays { days: vec![10, 25], roll: Roll::Next });
    assert_eq!((settings.sending.from_minute, settings.sending.until_minute), (450, 960));
    assert_eq!((settings.ladder.still_not_taken_times, settings.ladder.expired_days, settings.mailed_within_days), (3, 4, 7));
    let page = admin.get(PAGE).await;
    assert!(page.page().contains("ke 25.11.2026, to 10.12.2026, ma 28.12.2026, ma 11.1.2027"), "{}", page.body);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let bad: Vec<(&str, &str)> = FIELDS.iter().map(|(name, _)| (*name, "99999999999999999999")).collect();
    let refused = admin.post(PAGE, &bad).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.body.matches(r#"class="field-error""#).count(), 9, "{}", refused.body);
    assert!(refused.body.contains(r#"name="mailed_within_days" value="99999999999999999999""#), "what was typed stays");
    assert_eq!(saved(&test).await, Settings::default(), "nothing is written halfway");
}
