//! Who is asked when, and how long a link works.

use super::{MAILBOX, Post, newest, standing};
use crate::callbacks::CALLER;
use crate::support::Answer;
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::answers::{self, Asking, links};
use kohtaanto::callbacks::store;
use kohtaanto::schema::{answer_links, callbacks, mails};
use reqwest::{Method, StatusCode};

#[actix_web::test]
async fn works() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    let (to, subject, text) = newest(&post, Some("answer_asked")).await;
    assert_eq!(to, MAILBOX);
    assert_eq!(subject, "Pyyntö soittaa työnantajalle: Öljynen & Pojat Oy");
    for words in ["Aihe: Rekrytointi", "Soita viimeistään: pe 20.11.2026 klo 12.00", "Soittoa pyysi: Työnantajapalvelut"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for secret in [CALLER, "1234567", "hitsaajaa"] {
        assert!(!text.contains(secret), "{secret} is in the mail");
    }
    let kinds: Vec<String> = post.read(|conn| Ok(mails::table.select(mails::kind).load(conn)?)).await;
    assert_eq!(kinds, ["answer_asked"], "nobody else is told");
    let page = post.visitor().get(&link).await;
    for words in
        [CALLER, "tel:+358401234567", "Tarvitsee kaksi hitsaajaa", "Öljynen &amp; Pojat Oy", "tyonantajat@alue.example", "02 000 9055"]
    {
        assert!(page.page().contains(words), "{words}");
    }
    assert_eq!(page.headers["x-robots-tag"], "noindex, nofollow");
    assert_eq!(page.headers["cache-control"], "no-store");
    let shown = post.browser(&post.cast.logger).await.get(&address).await;
    assert!(shown.page().contains("Linkki lähetetty") && shown.page().contains(MAILBOX));
}

#[actix_web::test]
async fn looking_changes_nothing() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    let rows = async || {
        post.read(|conn| {
            let link: (Option<chrono::NaiveDateTime>, Option<chrono::NaiveDateTime>) =
                answer_links::table.select((answer_links::answered_at, answer_links::withdrawn_at)).first(conn)?;
            let callback: store::Callback = callbacks::table.select(store::Callback::as_select()).first(conn)?;
            Ok(format!("{link:?} {callback:?} {}", mails::table.count().get_result::<i64>(conn)?))
        })
        .await
    };
    let before = rows().await;
    for _ in 0..5 {
        assert_eq!(post.visitor().get(&link).await.status, StatusCode::OK);
        let head = post.visitor().request(Method::HEAD, &link).send().await.expect("an answer");
        assert_eq!(head.status(), StatusCode::OK);
    }
    assert_eq!(rows().await, before);
}

#[actix_web::test]
async fn the_token_is_kept_by_its_digest_only() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    let token = link.strip_prefix("/a/").expect("a token").to_owned();
    assert!(token.len() >= 43, "256 bits");
    let hash: String = post.read(|conn| Ok(answer_links::table.select(answer_links::token_hash).first(conn)?)).await;
    assert_eq!(hash, kohtaanto::web::token::digest(&token));
    assert_eq!(post.drain_mail().await.sent, 1);
    assert_eq!(newest(&post, Some("answer_asked")).await.2, "", "what was sent holds no token any more");
}

#[actix_web::test]
async fn a_link_expires_and_says_whom_to_call() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    post.set_clock(post.app.now() + links::LIFETIME - TimeDelta::seconds(1));
    assert_eq!(post.visitor().get(&link).await.status, StatusCode::OK);
    post.set_clock(post.app.now() + TimeDelta::seconds(1));
    for answer in [post.visitor().get(&link).await, post.answer(&link, "helped", "").await] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.body.contains("Linkki on vanhentunut") && answer.body.contains("tyonantajat@alue.example"), "{}", answer.body);
        assert!(!answer.body.contains(CALLER));
    }
    assert_eq!(standing(&post).await.0, "new");
}

#[actix_web::test]
async fn a_link_is_withdrawn_when_the_call_back_leaves() {
    let coordinator = |post: &Post| post.cast.coordinator.clone();
    let logger = |post: &Post| post.cast.logger.clone();
    type Leaving = (&'static str, fn(&Post) -> crate::support::Person, &'static str);
    let ways: [Leaving; 3] = [("claim", coordinator, ""), ("cancellation", logger, ""), ("handovers", coordinator, "absence")];
    for (deed, who, reason) in ways {
        let post = Post::set().await;
        let (address, link) = post.asked().await;
        let browser = post.browser(&who(&post)).await;
        let team = post.cast.subsidy_team.to_string();
        let once = kohtaanto::web::once::new_key();
        browser.post(&format!("{address}/{deed}"), &[("team", &team), ("reason", reason), ("once", &once)]).await.location();
        for answer in [post.visitor().get(&link).await, post.answer(&link, "helped", "").await] {
            assert_eq!(answer.status, StatusCode::GONE, "{deed}");
            assert!(answer.body.contains("Asia ei ole enää teillä") && !answer.body.contains(CALLER), "{deed}: {}", answer.body);
        }
    }
}

#[actix_web::test]
async fn who_has_lost_access_sees_nothing() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    let (organisation, ended) = (post.cast.partner_organisation, post.app.today().pred_opt());
    post.write(move |conn| {
        use kohtaanto::schema::organisations;
        Ok(diesel::update(organisations::table.find(organisation)).set(organisations::ends_on.eq(ended)).execute(conn)?)
    })
    .await;
    let answer = post.visitor().get(&link).await;
    assert!(answer.status == StatusCode::GONE && !answer.body.contains(CALLER), "{}", answer.body);
}

#[actix_web::test]
async fn a_wrong_link_is_not_found() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    let cut = &link[..link.len() - 1];
    for link in [cut, "/a/x", "/a/%00", "/a/%F0%9F%98%80"] {
        for answer in [post.visitor().get(link).await, post.answer(link, "helped", "").await] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{link}");
            assert!(answer.body.contains("Linkki ei toimi"), "{link}: {}", answer.body);
        }
    }
}

#[actix_web::test]
async fn it_comes_by_hand_over_release_and_reopening_too() {
    let post = Post::set().await;
    let (address, browser) =
        (post.log(&post.cast.logger, &[("topic", &post.cast.subsidy.to_string())]).await, post.browser(&post.cast.case_handler).await);
    let form = browser.get(&format!("{address}/handovers/new")).await;
    assert!(form.page().contains("Elinkeinoasiamies (Jokilaakson yrityskeskus), vastaa sähköpostitse"));
    let fields =
        [("team", post.team.to_string()), ("reason", "other_area".to_owned()), ("note", "Soita heti".to_owned()), ("once", form.once())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(&format!("{address}/handovers"), &fields).await.location();
    let first = post.link().await;
    let page = post.visitor().get(&first).await;
    assert!(page.page().contains("Soita heti") && page.page().contains("Palkkatuki ja starttiraha"), "who asks, and what they wrote");
    // Taken back by the coordinator and given back.
    let coordinator = post.browser(&post.cast.coordinator).await;
    coordinator.post(&format!("{address}/claim"), &[]).await.location();
    coordinator.post(&format!("{address}/release"), &[]).await.location();
    let second = post.link().await;
    assert_ne!(first, second);
    assert_eq!(post.visitor().get(&first).await.status, StatusCode::GONE);
    post.answer(&second, "helped", "").await.location();
    post.browser(&post.cast.logger).await.post(&format!("{address}/reopening"), &[]).await.location();
    let third = post.link().await;
    assert_ne!(second, third);
    assert!(post.visitor().get(&third).await.page().contains(CALLER));
    assert!(!post.visitor().get(&second).await.page().contains(CALLER));
}

#[actix_web::test]
async fn a_reminder_brings_another_link_in_the_sending_window() {
    let post = Post::set().await;
    let (_, first) = post.asked().await;
    post.set_clock("2026-11-21T12:00:00".parse().expect("a Saturday"));
    let app = post.app.clone();
    post.write(move |conn| {
        let callback = callbacks::table.select(store::Callback::as_select()).first(conn)?;
        answers::remind(conn, &app, &callback, Asking::Reminded)
    })
    .await;
    let second = post.link().await;
    assert_ne!(first, second);
    assert!(newest(&post, Some("answer_reminder")).await.1.starts_with("Muistutus"));
    let windowed: bool = post.read(|conn| Ok(mails::table.order(mails::id.desc()).select(mails::windowed).first(conn)?)).await;
    assert!(windowed, "no reminders at night");
    // They are one question: an answer to one answers both.
    post.answer(&first, "helped", "").await.location();
    assert!(post.visitor().get(&second).await.page().contains("vastauksenne on perillä"));
}

#[actix_web::test]
async fn a_lost_link_is_sent_again_once() {
    let post = Post::set().await;
    let (address, _) = post.asked().await;
    let again = format!("{address}/answer-links");
    let sent = async || post.read(|conn| Ok(answer_links::table.count().get_result::<i64>(conn)?)).await;
    let logger = post.browser(&post.cast.logger).await;
    assert!(logger.get(&address).await.page().contains("Lähetä linkki uudelleen"));
    let says = |answer: &Answer, flash: &str| answer.headers["set-cookie"].to_str().is_ok_and(|cookie| cookie.contains(flash));
    assert!(says(&logger.post(&again, &[]).await, "flash=wflash-answer-link-fresh;"));
    assert_eq!(sent().await, 1, "the first is on its way");
    post.set_clock(post.app.now() + TimeDelta::minutes(6));
    assert!(says(&logger.post(&again, &[]).await, "flash=sflash-answer-link;"));
    assert!(logger.get(&address).await.page().contains("Linkki lähetetty pe 20.11.2026 klo 10.06"), "when the latest was");
    logger.post(&again, &[]).await.location();
    assert_eq!(sent().await, 2);
    assert_eq!(post.browser(&post.cast.handler).await.post(&again, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post.browser(&post.cast.partner).await.post(&again, &[]).await.status, StatusCode::NOT_FOUND);
    post.answer(&post.link().await, "helped", "").await.location();
    assert_eq!(logger.post(&again, &[]).await.status, StatusCode::CONFLICT);
}
