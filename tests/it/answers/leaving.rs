//! When a link must not answer any more, and when the question is put anew: somebody has it, the team's address or way of
//! answering has changed, or the partner has no access.

use super::{MAILBOX, Post, newest, standing};
use crate::callbacks::CALLER;
use crate::support::TestApp;
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::answers::links;
use kohtaanto::callbacks::partner;
use kohtaanto::schema::{answer_links, callbacks, organisations};
use reqwest::StatusCode;

async fn links_sent(test: &TestApp) -> i64 {
    test.read(|conn| Ok(answer_links::table.count().get_result(conn)?)).await
}

#[actix_web::test]
async fn what_somebody_has_taken_is_not_the_partners_any_more() {
    let post = Post::set().await;
    let (address, _) = post.asked().await;
    post.browser(&post.cast.coordinator).await.post(&format!("{address}/claim"), &[]).await.location();
    post.set_clock(post.app.now() + TimeDelta::minutes(6));
    let logger = post.browser(&post.cast.logger).await;
    assert_eq!(logger.post(&format!("{address}/answer-links"), &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(links_sent(&post).await, 1);
    // Even a link that was left open shows nothing and does nothing.
    let (app, team) = (post.app.clone(), post.team);
    let (link, refused) = post
        .write(move |conn| {
            let id = callbacks::table.select(callbacks::id).first(conn)?;
            let answer = partner::answer(conn, &app, (id, team), partner::Answer::NotOurs, "Ei meille");
            Ok((format!("/a/{}", links::issue(conn, id, team, app.now())?.token), answer.is_err()))
        })
        .await;
    assert!(refused, "it is the coordinator's");
    for answer in [post.visitor().get(&link).await, post.answer(&link, "not_ours", "Ei meille").await] {
        assert!(answer.status == StatusCode::GONE && !answer.body.contains(CALLER), "{}", answer.body);
    }
    assert_eq!(standing(&post).await.0, "taken");
}

#[actix_web::test]
async fn what_waits_is_asked_where_the_team_answers_now() {
    let post = Post::set().await;
    let (_, first) = post.asked().await;
    let admin = post.browser(&post.cast.partner_administrator).await;
    let save = async |by_mail: &str, mailbox: &str| {
        let fields = [("name", "Elinkeinoasiamies"), ("mailbox", mailbox), ("language", "fi"), ("monday", "8–16"), ("by_mail", by_mail)];
        admin.post(&format!("/admin/teams/{}", post.team), &fields).await.location().to_owned()
    };
    let ladder = async || -> (i32, Option<String>) {
        post.read(|conn| Ok(callbacks::table.select((callbacks::round, callbacks::next_step)).first(conn)?)).await
    };
    save("true", MAILBOX).await;
    assert_eq!(links_sent(&post).await, 1, "nothing that matters has changed");
    let (round, _) = ladder().await;
    save("", MAILBOX).await;
    assert_eq!(ladder().await, (round + 1, Some("not_taken".to_owned())), "with accounts it climbs the other ladder");
    assert_eq!(post.visitor().get(&first).await.status, StatusCode::GONE);
    save("true", "uusi@kumppani.example").await;
    assert_eq!(ladder().await, (round + 2, Some("partner_reminded".to_owned())));
    assert_eq!(newest(&post, Some("answer_asked")).await.0, "uusi@kumppani.example");
    let second = post.link().await;
    assert!(post.visitor().get(&second).await.page().contains(CALLER));
    save("true", "kolmas@kumppani.example").await;
    assert_eq!(post.visitor().get(&second).await.status, StatusCode::GONE, "it went to an address that is not theirs any more");
    assert_eq!(newest(&post, Some("answer_asked")).await.0, "kolmas@kumppani.example");
    post.answer(&post.link().await, "helped", "").await.location();
    assert_eq!(links_sent(&post).await, 3);
}

#[actix_web::test]
async fn a_partner_without_access_is_not_reminded() {
    let post = Post::set().await;
    let (address, _) = post.asked().await;
    let (organisation, ended) = (post.cast.partner_organisation, post.app.today().pred_opt());
    post.write(move |conn| {
        Ok(diesel::update(organisations::table.find(organisation)).set(organisations::ends_on.eq(ended)).execute(conn)?)
    })
    .await;
    post.at("2026-11-20T10:00:00").await;
    assert_eq!(post.steps(&address).await, ["partner_reminded shown"], "nobody was told");
    assert_eq!(post.told("answer_reminder").await, Vec::<String>::new());
}
