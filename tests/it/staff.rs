//! Sign-in and sign-out.

use crate::support::TestApp;
use reqwest::StatusCode;

#[actix_web::test]
async fn anonymous_is_led_to_sign_in_and_back() {
    let test = TestApp::start().await;
    let answer = test.visitor().get("/?x=1").await;
    assert_eq!(answer.location(), "/login?next=%2F%3Fx%3D1");
    assert_eq!(test.visitor().get("/login").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn signed_in_sees_my_day_until_signing_out() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.logger).await;
    assert!(browser.get("/").await.page().contains("Niina Neuvo"));
    assert_eq!(browser.post("/logout", &[]).await.location(), "/login");
    assert_eq!(browser.get("/").await.location(), "/login");
}
