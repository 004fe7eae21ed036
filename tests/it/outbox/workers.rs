//! Several workers, a worker that vanishes, and the one inside the service.

use super::{arrivals, start};
use crate::smtp_sink::{Security, Sink};
use crate::support::TestApp;
use kohtaanto::app::App;
use kohtaanto::mail::worker::{self, Worker};
use std::time::Duration;

const ANNA: &str = "anna@yritys.example";

/// Waits until the sink has so many mails.
async fn until_arrived(sink: &Sink, count: usize) {
    for _ in 0..500 {
        if sink.mails().len() >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{} of {count} mails arrived", sink.mails().len());
}

#[actix_web::test]
async fn two_workers_send_each_mail_once() {
    let sink = Sink::start(Security::None).await;
    let test = start(&sink).await;
    let mut ids = Vec::new();
    for number in 0..40 {
        ids.push(test.put_mail(&format!("staff{number}@alue.example")).await);
    }
    let other = App::build(test.app.config.clone(), test.app.clock.clone()).expect("a second service on the same database");
    let (first, second) = tokio::join!(worker::drain(&test.app), worker::drain(&other));
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(first.sent + second.sent, ids.len());
    assert!(first.sent > 0 && second.sent > 0, "both had their share: {first:?} {second:?}");
    for id in ids {
        assert_eq!(arrivals(&sink, &test.message_id(id).await), 1);
        assert_eq!(test.mail_row(id).await.1, 1);
    }
}

#[actix_web::test]
async fn vanished_worker_repeats_its_mail_only_under_the_same_id() {
    let sink = Sink::start(Security::StartTls).await;
    let test = start(&sink).await;
    let id = test.put_mail(ANNA).await;
    sink.fail(".", "hang");
    let app = test.app.clone();
    let crashing = tokio::spawn(async move { worker::drain(&app).await.map(|drained| drained.sent) });
    until_arrived(&sink, 1).await;
    crashing.abort();
    sink.heal();
    let other = test.put_mail("bo@yritys.example").await;
    assert_eq!(test.drain_mail().await.sent, 1, "the mail in hand is still leased");
    test.pass_minutes(15);
    assert_eq!(test.drain_mail().await.sent, 0, "the lease outlives the longest conversation");
    test.pass_minutes(2);
    assert_eq!(test.drain_mail().await.sent, 1);
    assert_eq!(arrivals(&sink, &test.message_id(id).await), 2);
    assert_eq!(arrivals(&sink, &test.message_id(other).await), 1);
    assert_eq!(test.mail_row(id).await.1, 2, "both attempts are shown");
}

#[actix_web::test]
async fn one_worker_at_a_time_asks_a_server_that_refuses() {
    let sink = Sink::start(Security::None).await;
    let test = start(&sink).await;
    test.put_mail(ANNA).await;
    test.put_mail("bo@yritys.example").await;
    sink.fail("greeting", "554 5.7.0 go away");
    assert!(test.drain_mail().await.in_trouble);
    test.pass_minutes(1);
    let (first, second) = tokio::join!(worker::drain(&test.app), worker::drain(&test.app));
    assert!(first.unwrap().in_trouble ^ second.unwrap().in_trouble);
    assert_eq!(sink.sessions(), 2);
    test.leave_mail();
}

#[actix_web::test]
async fn service_sends_when_woken_and_stops_after_the_mail_in_hand() {
    let sink = Sink::start(Security::None).await;
    let test = start(&sink).await;
    let worker = Worker::start(test.app.clone());
    let id = test.put_mail(ANNA).await;
    test.app.mail.notify_one();
    until_arrived(&sink, 1).await;
    worker.stop().await;
    assert_eq!(test.mail_row(id).await.0, "sent", "its answer was recorded before the end");
    test.put_mail(ANNA).await;
    test.app.mail.notify_one();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(sink.mails().len(), 1, "nobody works any more");
    test.leave_mail();
}

#[actix_web::test]
async fn restart_tries_a_refusing_server_at_once() {
    let sink = Sink::start(Security::None).await;
    let test = start(&sink).await;
    test.put_mail(ANNA).await;
    sink.fail("AUTH", "535 5.7.8 wrong");
    assert!(test.drain_mail().await.in_trouble);
    sink.heal();
    let worker = Worker::start(test.app.clone());
    until_arrived(&sink, 1).await;
    worker.stop().await;
}

#[actix_web::test]
async fn message_id_suits_any_address_of_the_service() {
    for (base_url, host) in [
        ("https://kohtaanto.example", "kohtaanto.example"),
        ("http://[::1]:8080", "localhost"),
        ("https://xn--tyllisyys-47a.example", "xn--tyllisyys-47a.example"),
    ] {
        let test = TestApp::start_with(|config| config.base_url = base_url.to_owned()).await;
        let id = test.put_mail(ANNA).await;
        assert!(test.message_id(id).await.ends_with(&format!("@{host}")));
        assert_eq!(test.drain_mail().await.sent, 1, "{base_url}");
    }
}
