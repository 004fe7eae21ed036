//! The rules of sending, against a server that does each of these things.

use super::{arrivals, start};
use crate::smtp_sink::{Security, Sink};
use crate::support::TestApp;
use kohtaanto::i18n::Lang;
use kohtaanto::mail::worker::Drained;

const ANNA: &str = "anna@yritys.example";
const BO: &str = "bo@yritys.example";
const ULLA: &str = "ulla@yritys.example";

async fn sink_and_app() -> (Sink, TestApp) {
    let sink = Sink::start(Security::StartTls).await;
    let test = start(&sink).await;
    (sink, test)
}

#[actix_web::test]
async fn transient_reply_heals() {
    for stage in ["MAIL", "RCPT", "DATA", "."] {
        let (sink, test) = sink_and_app().await;
        let id = test.put_mail(ANNA).await;
        sink.fail(stage, "451 4.3.0 busy");
        assert_eq!(test.drain_mail().await, Drained { delayed: 1, ..Drained::default() }, "{stage}");
        let (state, attempts, reply) = test.mail_row(id).await;
        assert_eq!((state.as_str(), attempts), ("waiting", 1));
        assert!(reply.ends_with("451 4.3.0 busy"), "{reply}");
        assert_eq!(test.health().await["mail"]["state"], "ok");
        sink.heal();
        assert_eq!(test.drain_mail().await, Drained::default(), "not before its time");
        test.pass_minutes(1);
        assert_eq!(test.drain_mail().await.sent, 1, "{stage}");
        assert_eq!(arrivals(&sink, &test.message_id(id).await), 1);
        assert_eq!(test.mail_row(id).await.1, 2);
    }
}

#[actix_web::test]
async fn back_off_grows_and_never_ends() {
    let (sink, test) = sink_and_app().await;
    let id = test.put_mail(ANNA).await;
    sink.fail("RCPT", "450 4.2.1 later");
    for minutes in [0, 1, 2, 5, 15, 30, 60, 120, 120, 120] {
        if minutes > 0 {
            test.pass_minutes(minutes - 1);
            assert_eq!(test.drain_mail().await.delayed, 0, "too early before {minutes}");
            test.pass_minutes(1);
        }
        assert_eq!(test.drain_mail().await.delayed, 1, "after {minutes}");
    }
    assert_eq!(test.mail_row(id).await.1, 10);
    sink.heal();
    test.pass_minutes(120);
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn permanent_reply_to_the_mail_stops_that_mail_only() {
    for stage in ["RCPT anna@yritys.example", "DATA", "."] {
        let (sink, test) = sink_and_app().await;
        let anna = test.put_mail(ANNA).await;
        let all = stage != "RCPT anna@yritys.example";
        let bo = if all { None } else { Some(test.put_mail(BO).await) };
        sink.fail(stage, "550 5.1.1 no such user");
        let drained = test.drain_mail().await;
        assert_eq!((drained.failed, drained.sent, drained.in_trouble), (1, usize::from(!all), false), "{stage}");
        let (state, attempts, reply) = test.mail_row(anna).await;
        assert_eq!((state.as_str(), attempts), ("failed", 1));
        assert!(reply.ends_with("550 5.1.1 no such user"), "{reply}");
        sink.heal();
        test.pass_minutes(24 * 60);
        assert_eq!(test.drain_mail().await, Drained::default(), "it is stopped");
        if let Some(bo) = bo {
            assert_eq!(arrivals(&sink, &test.message_id(bo).await), 1);
        }
        assert_eq!(arrivals(&sink, &test.message_id(anna).await), 0);
    }
}

#[actix_web::test]
async fn server_trouble_makes_the_outbox_wait() {
    for stage in ["greeting", "AUTH", "MAIL"] {
        let (sink, test) = sink_and_app().await;
        let ids = [test.put_mail(ANNA).await, test.put_mail(BO).await, test.put_mail(ULLA).await];
        sink.fail(stage, "554 5.7.0 go away");
        assert_eq!(test.drain_mail().await, Drained { in_trouble: true, ..Drained::default() });
        assert_eq!(test.drain_mail().await, Drained::default(), "{stage}: the outbox waits");
        assert_eq!(sink.sessions(), 1, "{stage}");
        for id in ids {
            assert_eq!(test.mail_row(id).await, ("waiting".to_owned(), 0, String::new()), "{stage}: no mail is to blame");
        }
        let health = test.health().await;
        assert_eq!((&health["status"], &health["mail"]["state"]), (&"degraded".into(), &"trouble".into()));
        assert_eq!(health["mail"]["trouble_since"], "2026-11-20T08:00:00Z");
        assert_eq!(health["mail"]["waiting"], 3);
        assert!(!health.to_string().contains("go away"), "what the server said is not for everyone");
        test.pass_minutes(1);
        assert!(test.drain_mail().await.in_trouble);
        test.pass_minutes(1);
        assert_eq!(test.drain_mail().await, Drained::default(), "the wait grows");
        sink.heal();
        test.pass_minutes(1);
        assert_eq!(test.drain_mail().await.sent, 3, "{stage}");
        assert_eq!(test.health().await["status"], "ok");
        for id in ids {
            assert_eq!(arrivals(&sink, &test.message_id(id).await), 1);
        }
    }
}

#[actix_web::test]
async fn trouble_lasts_while_the_line_breaks_and_ends_when_the_server_listens() {
    let (sink, test) = sink_and_app().await;
    let id = test.put_mail(ANNA).await;
    sink.fail("AUTH", "535 5.7.8 wrong");
    assert!(test.drain_mail().await.in_trouble);
    sink.heal();
    sink.fail("connect", "cut");
    test.pass_minutes(1);
    assert!(test.drain_mail().await.in_trouble);
    assert_eq!(test.mail_row(id).await.1, 0);
    sink.heal();
    sink.fail("RCPT", "451 4.2.1 later");
    test.pass_minutes(2);
    assert_eq!(test.drain_mail().await.delayed, 1);
    assert_eq!(test.health().await["status"], "ok");
    test.leave_mail();
}

#[actix_web::test]
async fn broken_line_heals() {
    for stage in ["connect", "greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"] {
        let (sink, test) = sink_and_app().await;
        let (anna, bo) = (test.put_mail(ANNA).await, test.put_mail(BO).await);
        sink.fail(stage, "cut");
        let drained = test.drain_mail().await;
        assert!(drained.sent == 0 && drained.delayed > 0 && !drained.in_trouble, "{stage}");
        sink.heal();
        test.pass_minutes(1);
        assert_eq!(test.drain_mail().await.sent, 2, "{stage}");
        for id in [anna, bo] {
            assert_eq!(arrivals(&sink, &test.message_id(id).await), 1, "{stage}");
        }
    }
}

#[actix_web::test]
async fn lost_answer_repeats_that_mail_only_under_the_same_id() {
    let (sink, test) = sink_and_app().await;
    let before = test.put_mail(ULLA).await;
    test.drain_mail().await;
    let anna = test.put_mail(ANNA).await;
    sink.fail(".", "cut");
    assert_eq!(test.drain_mail().await.delayed, 1);
    assert_eq!(arrivals(&sink, &test.message_id(anna).await), 1, "the server has it, but we don't know");
    sink.heal();
    let bo = test.put_mail(BO).await;
    test.pass_minutes(1);
    assert_eq!(test.drain_mail().await.sent, 2);
    assert_eq!(arrivals(&sink, &test.message_id(anna).await), 2);
    let dates: Vec<_> = sink.mails().iter().filter(|mail| mail.to == [ANNA]).map(|mail| mail.header("Date")).collect();
    assert_eq!(dates[0], dates[1], "the same mail, not a later one");
    for id in [before, bo] {
        assert_eq!(arrivals(&sink, &test.message_id(id).await), 1);
    }
}

#[actix_web::test]
async fn address_that_is_none_fails_without_a_server() {
    let (sink, test) = sink_and_app().await;
    let id = test.put("callback_arrived", "no address", Lang::Fi, super::arrived("Pajakorpi Oy")).await;
    let good = test.put_mail(ANNA).await;
    let drained = test.drain_mail().await;
    assert_eq!((drained.failed, drained.sent), (1, 1));
    assert_eq!(test.mail_row(id).await.0, "failed");
    assert_eq!(arrivals(&sink, &test.message_id(good).await), 1);
}
