//! The first administrator's link.

use super::{FIRST, empty, first_administrator, link};
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::schema::{membership_roles, organisations, staff};
use kohtaanto::set_up::first;
use reqwest::StatusCode;

#[actix_web::test]
async fn works() {
    let test = empty().await;
    let words = first::console_words(&test.app).expect("the database answers").expect("there is no account");
    assert!(words.contains(&format!("Open {}{}", test.base_url, link(&test))), "{words}");
    assert!(test.visitor().get(&link(&test)).await.page().contains("Työllisyysalueen nimi"));
    let browser = first_administrator(&test).await;
    assert!(browser.get("/setup").await.page().contains("Käyttöönotto"));
    assert!(browser.get("/admin").await.page().contains("Käyttöönotto on kesken"));
    let (area, roles): (String, Vec<String>) = test
        .read(|conn| {
            let area = organisations::table.filter(organisations::is_host.eq(true)).select(organisations::name).first(conn)?;
            Ok((area, membership_roles::table.select(membership_roles::role).load(conn)?))
        })
        .await;
    assert_eq!((area.as_str(), roles), ("Jokilaakson työllisyysalue", vec!["administrator".to_owned()]));
    let sign_in = [("email", "aino@alue.example"), ("password", super::PASSWORD)];
    assert_eq!(test.visitor().post("/login", &sign_in).await.location(), "/");
    assert_eq!(first::console_words(&test.app).expect("the database answers"), None);
}

#[actix_web::test]
async fn one_who_takes_callbacks_gets_the_right_to() {
    let test = empty().await;
    let answer = test.visitor().post(&link(&test), &[&FIRST[..], &[("takes_callbacks", "true")]].concat()).await;
    assert_eq!(answer.location(), "/setup");
    let mut roles: Vec<String> = test.read(|conn| Ok(membership_roles::table.select(membership_roles::role).load(conn)?)).await;
    roles.sort();
    assert_eq!(roles, ["administrator", "employer_team"]);
}

#[actix_web::test]
async fn twice_is_once() {
    let test = empty().await;
    let link = link(&test);
    let (one, other) = (test.visitor(), test.visitor());
    let mut second = FIRST;
    second[2] = ("email", "toinen@alue.example");
    let (first, second) = futures::join!(one.post(&link, &FIRST), other.post(&link, &second));
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND]);
    let loser = if first.status == StatusCode::NOT_FOUND { first } else { second };
    assert!(loser.body.contains("Käyttöönotto on jo aloitettu") && loser.body.contains("href=\"/login\""), "{}", loser.body);
    assert_eq!(accounts(&test).await, 1);
}

#[actix_web::test]
async fn other_links_open_nothing() {
    let test = empty().await;
    for path in ["/setup/x", "/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &format!("{}x", link(&test))] {
        for answer in [test.visitor().get(path).await, test.visitor().post(path, &FIRST).await] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(answer.body.contains("Linkki ei toimi") && !answer.body.contains("name=\"password\""), "{}", answer.body);
        }
    }
    assert_eq!(accounts(&test).await, 0);
    first_administrator(&test).await;
    let (right, wrong) = (test.visitor().get(&link(&test)).await, test.visitor().get("/setup/x").await);
    assert_eq!((right.status, &right.body), (StatusCode::NOT_FOUND, &wrong.body), "used and unknown links differ");
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = empty().await;
    let answer =
        test.visitor().post(&link(&test), &[("area", "Alue"), ("email", "nobody"), ("password", "lyhyt"), ("language", "ru")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Täytä tämä kohta", "Tarkista sähköpostiosoite", "vähintään 12 merkkiä", "Valitse yksi", "value=\"Alue\""] {
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
    assert!(!answer.body.contains("lyhyt"), "a password is written back");
    let mut differing = FIRST;
    differing[5] = ("password_again", "jotain aivan muuta");
    assert!(test.visitor().post(&link(&test), &differing).await.body.contains("Salasanat eivät ole samat"));
    assert_eq!(accounts(&test).await, 0);
}

#[actix_web::test]
async fn an_empty_installation_says_where_to_begin() {
    let test = empty().await;
    assert_eq!(test.visitor().get("/").await.location(), "/login");
    let page = test.visitor().get("/login").await;
    assert!(page.page().contains("konsoliin linkin") && !page.body.contains("name=\"password\""), "{}", page.body);
    assert!(!page.body.contains(&test.app.first_token));
    first_administrator(&test).await;
    assert!(test.visitor().get("/login").await.page().contains("name=\"password\""));
}

async fn accounts(test: &TestApp) -> i64 {
    test.read(|conn| Ok(staff::table.count().get_result(conn)?)).await
}
