//! What an answer does.

use super::{Post, newest, standing};
use crate::callbacks::CALLER;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use kohtaanto::schema::{audit_entries, callback_answers, callback_handovers, callback_moves, callbacks, mails, timeline_events};
use reqwest::StatusCode;

#[actix_web::test]
async fn an_ending_reaches_the_one_who_logged_it() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    assert_eq!(post.answer(&link, "helped", "Sovittiin käynti <b>tiistaiksi</b>").await.location(), link);
    assert_eq!(standing(&post).await, ("closed".to_owned(), post.team, Some("helped".to_owned())));
    let (to, _, text) = newest(&post, Some("callback_closed")).await;
    assert_eq!(to, "niina.neuvo@alue.example");
    assert!(text.contains("Lopputulos: Autettiin") && !text.contains("tiistaiksi"), "{text}");
    let page = post.browser(&post.cast.logger).await.get(&address).await;
    for words in ["Kumppani vastasi: autettiin", "Elinkeinoasiamies, Jokilaakson yrityskeskus", "&lt;b&gt;tiistaiksi"] {
        assert!(page.page().contains(words), "{words}");
    }
    let partner = post.cast.partner_organisation;
    type Row = (Option<i64>, Option<i64>);
    let (event, entry): (Row, Row) = post
        .read(|conn| {
            let event = timeline_events::table.filter(timeline_events::kind.eq("callback_closed"));
            let entry = audit_entries::table.filter(audit_entries::action.eq("answer"));
            Ok((
                event.select((timeline_events::staff_id, timeline_events::organisation_id)).first(conn)?,
                entry.select((audit_entries::staff_id, audit_entries::organisation_id)).first(conn)?,
            ))
        })
        .await;
    assert_eq!((event, entry), ((None, Some(partner)), (None, Some(partner))), "the partner's organisation did it, nobody's account");
    let thanks = post.visitor().get(&link).await;
    assert!(thanks.page().contains("vastauksenne on perillä") && thanks.page().contains("Soitimme ja autoimme"));
    assert!(!thanks.body.contains(CALLER) && !thanks.body.contains("tiistaiksi"));
}

#[actix_web::test]
async fn taking_care_begins_the_clock_anew_and_leaves_the_link() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    let clock = async || -> (NaiveDateTime, NaiveDateTime, i32) {
        post.read(|conn| Ok(callbacks::table.select((callbacks::due_at, callbacks::counted_from, callbacks::round)).first(conn)?)).await
    };
    let before = clock().await;
    assert!(post.visitor().get(&link).await.page().contains("2 h aukioloaikaa: pe 10–12."));
    let later = post.app.now() + TimeDelta::hours(1);
    post.set_clock(later);
    for _ in 0..2 {
        assert_eq!(post.answer(&link, "care", "").await.location(), link);
    }
    let after = clock().await;
    assert_eq!((after.0, after.1, after.2), (before.0 + TimeDelta::hours(1), later, before.2 + 1), "once, however often it is said");
    let moves: Vec<String> = post.read(|conn| Ok(callback_moves::table.select(callback_moves::kind).load(conn)?)).await;
    assert_eq!(moves, ["acknowledgement"]);
    let page = post.browser(&post.cast.logger).await.get(&address).await;
    assert!(page.page().contains("Kumppani hoitaa asian") && page.page().contains("hoitavansa asian"));
    let again = post.visitor().get(&link).await;
    assert!(again.page().contains("2 h aukioloaikaa: pe 11–13."), "{}", again.body);
    assert!(again.page().contains("että hoidatte asian") && !again.body.contains(r#"value="care""#));
    post.answer(&link, "not_reached", "").await.location();
    assert_eq!(standing(&post).await.2.as_deref(), Some("not_reached"));
}

#[actix_web::test]
async fn what_is_not_theirs_goes_back_with_the_reason() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    let refused = post.answer(&link, "not_ours", " ").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("miksi asia ei kuulu teille") && refused.body.contains(r#"value="not_ours" checked"#),
        "{}",
        refused.body
    );
    post.answer(&link, "not_ours", "Yritys on toisessa kunnassa").await.location();
    // It came by routing, so it goes to the row's backup.
    assert_eq!(standing(&post).await, ("new".to_owned(), post.cast.employer_team, None));
    let backup: Option<i64> = post.read(|conn| Ok(callbacks::table.select(callbacks::backup_team_id).first(conn)?)).await;
    assert_eq!(backup, None, "that row backs up the partner");
    let (from, to, staff, reason, count): (i64, Option<i64>, Option<i64>, String, i32) = post
        .read(|conn| {
            Ok(callback_handovers::table
                .inner_join(callbacks::table)
                .select((
                    callback_handovers::from_team_id,
                    callback_handovers::to_team_id,
                    callback_handovers::staff_id,
                    callback_handovers::reason,
                    callbacks::handover_count,
                ))
                .first(conn)?)
        })
        .await;
    assert_eq!((from, to, staff, reason.as_str(), count), (post.team, Some(post.cast.employer_team), None, "not_ours", 1));
    assert_eq!(newest(&post, Some("callback_arrived")).await.0, "heli.hoitaja@alue.example");
    let page = post.browser(&post.cast.handler).await.get(&address).await;
    for words in ["Elinkeinoasiamies → Työnantajapalvelut", "Yritys on toisessa kunnassa", "Kumppani: asia ei kuulu meille"] {
        assert!(page.page().contains(words), "{words}");
    }
    assert!(!post.visitor().get(&link).await.page().contains(CALLER));
}

#[actix_web::test]
async fn it_goes_back_to_the_team_that_handed_it_over() {
    let post = Post::set().await;
    let address = post.log(&post.cast.logger, &[("topic", &post.cast.subsidy.to_string())]).await;
    let once = kohtaanto::web::once::new_key();
    let fields = [("team", post.team.to_string()), ("reason", "other_area".to_owned()), ("once", once)];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    post.browser(&post.cast.case_handler).await.post(&format!("{address}/handovers"), &fields).await.location();
    post.answer(&post.link().await, "not_ours", "Väärä kunta").await.location();
    assert_eq!(standing(&post).await.1, post.cast.subsidy_team);
}

#[actix_web::test]
async fn the_first_answer_counts() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    let (one, other) = futures_util::join!(post.answer(&link, "helped", "Autettiin"), post.answer(&link, "no_help_needed", "Ei tarvetta"));
    let accepted = [&one, &other].iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
    assert_eq!(accepted, 1, "{} and {}", one.status, other.status);
    let late = post.answer(&link, "not_ours", "Liian myöhään").await;
    assert!(late.page().contains("vastauksenne on perillä"));
    let (answers, ended): (i64, i64) = post
        .read(|conn| {
            let ended = mails::table.filter(mails::kind.eq("callback_closed")).count();
            Ok((callback_answers::table.count().get_result(conn)?, ended.get_result(conn)?))
        })
        .await;
    assert_eq!((answers, ended), (1, 1));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let post = Post::set().await;
    let (_, link) = post.asked().await;
    let nothing = post.answer(&link, "", "Soitettiin").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("Valitse yksi vaihtoehdoista") && nothing.body.contains("Soitettiin"), "what was typed stays");
    assert!(nothing.body.contains(CALLER), "the question stays too");
    let code = post.answer(&link, "helped", "Hakija 131052-308T").await;
    assert_eq!(code.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(code.body.contains("henkilötunnu"));
    for answer in ["cancelled", "referred", "\u{0}", "x"] {
        assert_eq!(post.answer(&link, answer, "").await.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:?}");
    }
    assert_eq!(post.answer(&link, "helped", &"x".repeat(5_001)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let foreign = post.visitor().request(reqwest::Method::POST, &link).header("Origin", "https://muualta.example");
    let foreign = foreign.form(&[("answer", "helped")]).send().await.expect("an answer");
    assert_eq!(foreign.status(), StatusCode::BAD_REQUEST, "another site's form answers nothing");
    assert_eq!(standing(&post).await.0, "new");
}

#[actix_web::test]
async fn hides_other_organisations() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    post.answer(&link, "helped", "Salainen sopimus").await.location();
    for person in [&post.cast.logger, &post.cast.handler, &post.cast.coordinator] {
        assert!(post.browser(person).await.get(&address).await.page().contains("Salainen sopimus"), "{}", person.name);
    }
    for person in [&post.cast.partner, &post.cast.case_handler, &post.cast.reader] {
        let browser = post.browser(person).await;
        for path in [address.clone(), format!("/companies/{}", post.company)] {
            assert!(!browser.get(&path).await.body.contains("Salainen sopimus"), "{} at {path}", person.name);
        }
    }
}
