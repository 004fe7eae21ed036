//! Every state of a mailed link, each with its page.

use super::stage::{OTHER, PASSWORD, cookie_of, get_with, set_password, sign_in};
use crate::support::TestApp;
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::schema::{account_links, organisations, staff};
use kohtaanto::staff::links::Purpose;
use reqwest::StatusCode;

#[actix_web::test]
async fn works_and_signs_in() {
    let test = TestApp::start().await;
    for purpose in Purpose::ALL {
        let link = test.link(&test.cast.handler, purpose).await;
        let before = test.browser(&test.cast.handler).await;
        assert!(before.get("/").await.page().contains("Heli"));
        let page = test.visitor().get(&link).await;
        assert!(page.page().contains("Heli Hoitaja") && page.body.contains("heli.hoitaja@alue.example"));
        let done = set_password(&test.visitor(), &link, OTHER).await;
        assert_eq!(done.location(), "/");
        assert!(get_with(&test, &cookie_of(&done), "/").await.page().contains("Heli Hoitaja"));
        assert_eq!(before.get("/").await.location(), "/login", "the other sessions have ended");
        assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, OTHER).await.location(), "/");
    }
}

#[actix_web::test]
async fn looking_at_it_uses_nothing_up() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Password).await;
    for _ in 0..3 {
        assert_eq!(test.visitor().get(&link).await.status, StatusCode::OK);
    }
    assert_eq!(set_password(&test.visitor(), &link, PASSWORD).await.location(), "/");
}

#[actix_web::test]
async fn works_once() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Password).await;
    set_password(&test.visitor(), &link, PASSWORD).await.location();
    let again = set_password(&test.visitor(), &link, OTHER).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert!(again.body.contains("Linkki on jo käytetty") && again.body.contains("/password\""));
    assert_eq!(test.visitor().get(&link).await.status, StatusCode::GONE);
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, OTHER).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, PASSWORD).await.location(), "/");
}

#[actix_web::test]
async fn of_two_at_once_one_wins() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Invitation).await;
    let (visitor, rival) = (test.visitor(), test.visitor());
    let (first, second) = futures::join!(set_password(&visitor, &link, PASSWORD), set_password(&rival, &link, OTHER));
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    let (won, lost) = if first.status == StatusCode::SEE_OTHER { (PASSWORD, OTHER) } else { (OTHER, PASSWORD) };
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, won).await.location(), "/");
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, lost).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn expires_by_the_clock() {
    let test = TestApp::start().await;
    let begun = test.app.now();
    for (purpose, lifetime, says) in
        [(Purpose::Password, TimeDelta::hours(2), "action=\"/password\""), (Purpose::Invitation, TimeDelta::days(7), "Pyydä kutsujalta")]
    {
        test.set_clock(begun);
        let link = test.link(&test.cast.handler, purpose).await;
        test.set_clock(begun + lifetime - TimeDelta::seconds(1));
        assert_eq!(test.visitor().get(&link).await.status, StatusCode::OK);
        test.set_clock(begun + lifetime);
        let late = test.visitor().get(&link).await;
        assert_eq!(late.status, StatusCode::GONE);
        assert!(late.body.contains("vanhentunut") && late.body.contains(says), "{}", late.body);
        assert_eq!(set_password(&test.visitor(), &link, PASSWORD).await.status, StatusCode::GONE);
    }
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn a_newer_one_withdraws_it() {
    let test = TestApp::start().await;
    let older = test.link(&test.cast.handler, Purpose::Password).await;
    let newer = test.link(&test.cast.handler, Purpose::Password).await;
    let answer = test.visitor().get(&older).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.body.contains("ei ole enää voimassa"));
    assert_eq!(set_password(&test.visitor(), &older, OTHER).await.status, StatusCode::GONE);
    assert_eq!(test.visitor().get(&newer).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_new_password_withdraws_the_other_kind() {
    let test = TestApp::start().await;
    let invitation = test.link(&test.cast.handler, Purpose::Invitation).await;
    let password = test.link(&test.cast.handler, Purpose::Password).await;
    set_password(&test.visitor(), &password, PASSWORD).await.location();
    assert_eq!(set_password(&test.visitor(), &invitation, OTHER).await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn someone_else_uses_nothing_up() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Invitation).await;
    let other = test.browser(&test.cast.logger).await;
    let page = other.get(&link).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.body.contains("kirjautuneena Niina Neuvo") && !page.body.contains("Heli"), "{}", page.body);
    assert_eq!(set_password(&other, &link, PASSWORD).await.status, StatusCode::CONFLICT);
    assert!(other.get("/").await.page().contains("Niina"));
    assert_eq!(set_password(&test.visitor(), &link, PASSWORD).await.location(), "/");
}

#[actix_web::test]
async fn an_unknown_one_is_not_found() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Invitation).await;
    let wrong_kind = link.replace("invitations", "password");
    for path in ["/invitations/made-up", "/password/made-up", wrong_kind.as_str()] {
        let answer = test.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("Linkkiä ei tunneta"));
        assert_eq!(set_password(&test.visitor(), path, PASSWORD).await.status, StatusCode::NOT_FOUND);
    }
}

#[actix_web::test]
async fn a_closed_account_stays_closed() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Password).await;
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("/admin/staff/{}", test.cast.handler.id);
    admin.post(&format!("{path}/deactivation"), &[]).await.location();
    let answer = set_password(&test.visitor(), &link, PASSWORD).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.body.contains("Tunnus on suljettu"));
    admin.post(&format!("{path}/reactivation"), &[]).await.location();
    let answer = set_password(&test.visitor(), &link, PASSWORD).await;
    assert_eq!(answer.status, StatusCode::GONE, "the old link does not come back to life");
}

#[actix_web::test]
async fn an_ended_organisation_lets_nobody_in() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.partner, Purpose::Invitation).await;
    let (guest, yesterday) = (test.cast.partner_organisation, test.app.today().pred_opt());
    let ended = organisations::ends_on.eq(yesterday);
    test.write(move |conn| Ok(diesel::update(organisations::table.find(guest)).set(ended).execute(conn)?)).await;
    let answer = set_password(&test.visitor(), &link, PASSWORD).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.body.contains("käyttöoikeus on päättynyt"));
    assert_eq!(test.visitor().get(&link).await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn rejects_easy_passwords_and_keeps_the_link() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Invitation).await;
    for (password, again, says) in [
        ("", "", "Täytä tämä kohta"),
        ("lyhyt", "lyhyt", "vähintään 12 merkkiä"),
        ("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "helppo arvata"),
        ("heli.hoitaja 2026", "heli.hoitaja 2026", "nimeäsi"),
        (PASSWORD, OTHER, "eivät ole samat"),
    ] {
        let answer = test.visitor().post(&link, &[("password", password), ("password_again", again)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}");
        assert!(answer.body.contains(says), "{password}: {}", answer.body);
        assert!(password.len() < 6 || !answer.body.contains(password), "a password is never sent back");
    }
    assert_eq!(set_password(&test.visitor(), &link, PASSWORD).await.location(), "/");
}

#[actix_web::test]
async fn the_database_holds_no_token() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Invitation).await;
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let id = test.cast.handler.id;
    let (stored, hash): (String, String) = test
        .read(move |conn| {
            let stored = account_links::table.select(account_links::token_hash).first(conn)?;
            Ok((stored, staff::table.find(id).select(staff::password_hash).first(conn)?))
        })
        .await;
    assert!(stored != token && stored.len() == 43 && hash.is_empty());
}
