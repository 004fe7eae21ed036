//! What employers need: asked in the form of a contact, kept with the words that were asked, shared by all but for free text.

mod questions;
mod report;

use crate::support::{Answer, Browser, TestApp, friday_morning};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{NewCompany, add as add_company};
use kohtaanto::needs::Kind;
use kohtaanto::needs::questions::store::{self, Details};
use kohtaanto::schema::{contacts, need_answers, need_occupations};
use reqwest::StatusCode;

/// The name of the question's field.
async fn ask(test: &TestApp, wording: &'static str, kind: Kind, industry: &'static str) -> String {
    test.write(move |conn| {
        let details = Details { wording: wording.to_owned(), kind, industry: industry.to_owned() };
        let id = store::add(conn, &details, None, friday_morning())?;
        Ok(format!("need_{}", store::find(conn, id)?.version_id))
    })
    .await
}

async fn company(test: &TestApp, name: &'static str, industry: &'static str, municipality: &'static str) -> i64 {
    let (organisation_id, staff_id) = (test.cast.host, test.cast.handler.id);
    test.write(move |conn| {
        let facts =
            Facts { name: name.to_owned(), industry: industry.to_owned(), municipality: municipality.to_owned(), ..Facts::default() };
        Ok(add_company(conn, &NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, friday_morning())?)
    })
    .await
}

/// Logs a contact of that day in which this was answered.
async fn log(browser: &Browser, company: i64, day: &str, answers: &[(&str, &str)]) -> Answer {
    let path = format!("/companies/{company}/contacts");
    let once = browser.get(&format!("{path}/new")).await.once();
    let usual = [("once", once.as_str()), ("kind", "call"), ("outcome", "reached"), ("happened_on", day), ("happened_at", "9.00")];
    let visibility = [("visibility", "shared")];
    let said = |name: &str| answers.iter().any(|(other, _)| *other == name);
    let fields: Vec<(&str, &str)> =
        usual.into_iter().chain(visibility).filter(|(name, _)| !said(name)).chain(answers.iter().copied()).collect();
    browser.post(&path, &fields).await
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let company = company(&test, "Kone Oy", "28990", "734").await;
    let recruits = ask(&test, "Rekrytoi", Kind::YesNo, "").await;
    let many = ask(&test, "Montako", Kind::Number, "").await;
    let whom = ask(&test, "Ketä", Kind::Occupations, "C").await;
    let skills = ask(&test, "Osaaminen", Kind::Text, "28").await;
    ask(&test, "Rakennusalalle", Kind::YesNo, "F").await;
    let handler = test.browser(&test.cast.handler).await;
    let form = handler.get(&format!("/companies/{company}/contacts/new")).await;
    assert!(form.page().contains("(4 kysymystä)") && !form.body.contains("Rakennusalalle") && !form.body.contains("Viimeksi"));
    let answers = [(&*recruits, "yes"), (&*many, "3"), (&*whom, "hitsaaja; 5321"), (&*skills, "TIG-hitsaus")];
    assert_eq!(log(&handler, company, "19.11.2026", &answers).await.location(), format!("/companies/{company}"));
    let page = handler.get(&format!("/companies/{company}")).await;
    for said in ["Hitsaajat ja kaasuleikkaajat; Lähihoitajat", "TIG-hitsaus", "19.11.2026 · Jokilaakson työllisyysalue", "Rekrytoi: kyllä"]
    {
        assert!(page.page().to_lowercase().contains(&said.to_lowercase()), "{said}");
    }
    let form = handler.get(&format!("/companies/{company}/contacts/new")).await;
    assert!(form.page().contains("Viimeksi 19.11.2026: 3") && form.body.contains("Viimeksi 19.11.2026: TIG-hitsaus"));
    log(&handler, company, "18.11.2026", &[(&many, "9")]).await.location();
    assert!(handler.get(&format!("/companies/{company}/contacts/new")).await.page().contains("Viimeksi 19.11.2026: 3"), "the newest day");
    log(&handler, company, "20.11.2026", &[(&many, "0")]).await.location();
    assert!(handler.get(&format!("/companies/{company}/contacts/new")).await.page().contains("Viimeksi 20.11.2026: 0"));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let company = company(&test, "Kone Oy", "", "734").await;
    let recruits = ask(&test, "Rekrytoi", Kind::YesNo, "").await;
    let many = ask(&test, "Montako", Kind::Number, "").await;
    let whom = ask(&test, "Ketä", Kind::Occupations, "").await;
    let skills = ask(&test, "Osaaminen", Kind::Text, "").await;
    let handler = test.browser(&test.cast.handler).await;
    let bad = [(&*recruits, "ehkä"), (&*many, "99999999999"), (&*whom, "hitsaaja; velho"), (&*skills, "131052-308T")];
    let refused = log(&handler, company, "19.11.2026", &bad).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (name, _) in bad {
        assert!(refused.body.contains(&format!("href=\"#{name}\"")), "{name}: {}", refused.body);
    }
    for kept in ["hitsaaja; velho", "131052-308T", "99999999999", "luettelosta: velho", "<details class=\"more needs\" open>"] {
        assert!(refused.body.contains(kept), "{kept}: {}", refused.body);
    }
    let odd = [("need_0", "yes"), ("need_99999999999999999999", "x"), ("need_", "\u{0}"), (&*whom, "\u{0};;"), (&*skills, "\u{0}")];
    assert_eq!(log(&handler, company, "19.11.2026", &odd).await.status, StatusCode::SEE_OTHER);
    let (logged, answers): (i64, i64) =
        test.read(|conn| Ok((contacts::table.count().get_result(conn)?, need_answers::table.count().get_result(conn)?))).await;
    assert_eq!((logged, answers), (1, 0), "nothing is written of a refused form, nothing where nothing is said");
}

#[actix_web::test]
async fn twice_is_once() {
    let test = TestApp::start().await;
    let company = company(&test, "Kone Oy", "", "734").await;
    let whom = ask(&test, "Ketä", Kind::Occupations, "").await;
    let handler = test.browser(&test.cast.handler).await;
    let once = kohtaanto::web::once::new_key();
    for _ in 0..2 {
        log(&handler, company, "19.11.2026", &[("once", &once), (&whom, "7212;7212; hitsaaja")]).await.location();
    }
    let (answers, occupations): (i64, i64) =
        test.read(|conn| Ok((need_answers::table.count().get_result(conn)?, need_occupations::table.count().get_result(conn)?))).await;
    assert_eq!((answers, occupations), (1, 1));
}

#[actix_web::test]
async fn hides_other_organisations_texts_and_shares_the_rest() {
    let test = TestApp::start().await;
    let company = company(&test, "Kone Oy", "", "734").await;
    let recruits = ask(&test, "Rekrytoi", Kind::YesNo, "").await;
    let skills = ask(&test, "Osaaminen", Kind::Text, "").await;
    let (handler, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    log(&handler, company, "18.11.2026", &[(&skills, "Yhteinen osaaminen")]).await.location();
    let own = [("visibility", "own"), (&*recruits, "yes"), (&*skills, "Oma osaaminen")];
    log(&handler, company, "19.11.2026", &own).await.location();
    for path in [format!("/companies/{company}"), format!("/companies/{company}/contacts/new")] {
        assert!(handler.get(&path).await.page().contains("Oma osaaminen"), "{path}");
        let page = partner.get(&path).await;
        assert!(!page.page().contains("Oma osaaminen"), "{path}");
        assert!(page.body.contains("Yhteinen osaaminen") && page.body.to_lowercase().contains("kyllä"), "{path}");
    }
}

#[actix_web::test]
async fn the_ending_of_a_call_back_asks_too() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = crate::routes::Samples::enter(&test).await;
    let handler = test.browser(&test.cast.handler).await;
    let closure = samples.fill("/callbacks/{taken}/closure");
    let form = handler.get(&format!("{closure}/new")).await;
    let (once, need) = (form.once(), samples.fill("need_{need_version}"));
    assert!(form.page().contains(&need));
    let said = [("outcome", "helped"), ("visibility", "shared"), (&*need, "Kylmälaitteet")];
    let refused = handler.post(&closure, &[("once", &once), ("visibility", "shared"), (&need, "Kylmälaitteet")]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("value=\"Kylmälaitteet\""));
    let fields: Vec<(&str, &str)> = said.into_iter().chain([("once", once.as_str())]).collect();
    handler.post(&closure, &fields).await.location();
    assert!(handler.get(&samples.fill("/companies/{company}")).await.page().contains("Kylmälaitteet"));
}
