//! Who sees a call-back: hidden ones carry a marker that no answer to those others may hold.

use super::Stage;
use reqwest::StatusCode;

const MARKER: &str = "Merkki7431";

#[actix_web::test]
async fn hides_it_from_everyone_but_logger_team_and_call_back_roles() {
    let stage = Stage::set().await;
    let subsidy = stage.cast.subsidy.to_string();
    let changes = [("topic", subsidy.as_str()), ("note", MARKER), ("caller_name", MARKER)];
    let address = stage.log(&stage.cast.logger, &changes).await;
    let cast = &stage.cast;
    for (person, sees) in [
        (&cast.logger, true),
        (&cast.case_handler, true),
        (&cast.case_lead, true),
        (&cast.handler, true),
        (&cast.coordinator, true),
        (&cast.partner, false),
        (&cast.administrator, false),
        (&cast.partner_administrator, false),
    ] {
        let browser = stage.browser(person).await;
        let status = browser.get(&address).await.status;
        assert_eq!(status, if sees { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{}", person.name);
        if sees {
            continue;
        }
        let company = format!("/companies/{}", stage.company);
        let matches = format!("/callbacks/open-matches?company_id={}", stage.company);
        for path in [
            "/",
            "/callbacks",
            "/callbacks?view=queue",
            "/callbacks?view=taken",
            "/callbacks?view=closed",
            &company,
            &matches,
            "/callbacks/waiting",
        ] {
            assert!(!browser.get(path).await.body.contains(MARKER), "{} at {path}", person.name);
        }
    }
    stage.leave_mail();
}

#[actix_web::test]
async fn no_mail_holds_caller_number_or_text() {
    let stage = Stage::set().await;
    stage.log(&stage.cast.logger, &[("note", MARKER), ("caller_name", MARKER)]).await;
    let bodies: Vec<(String, String, String)> = stage
        .read(|conn| {
            use diesel::prelude::*;
            use kohtaanto::schema::mails;
            Ok(mails::table.select((mails::subject, mails::body_text, mails::body_html)).load(conn)?)
        })
        .await;
    assert!(!bodies.is_empty());
    for (subject, text, html) in bodies {
        for part in [subject, text, html] {
            assert!(!part.contains(MARKER) && !part.contains("123 4567") && !part.contains("1234567"), "{part}");
        }
    }
    stage.leave_mail();
}
