//! The service as a process that is killed at any moment, and two of them on one database: what was promised happens, once.

mod scene;
mod service;

use crate::support::{Chance, TempDir, is_long, report};
use scene::Scene;
use service::Service;
use std::collections::HashMap;
use std::time::Duration;

/// A thousand reminders, or two hundred. Each kill comes after some more work than the one before, so that all of the work meets some.
#[actix_web::test]
async fn killed_at_any_moment_every_reminder_arrives() {
    let (reminders, kills) = if is_long() { (1_000, 100) } else { (200, 10) };
    let dir = TempDir::new();
    let scene = Scene::enter(&dir, reminders, 0);
    let mut chance = Chance::new(kills as u64);
    // Half of the work is to write the mails, half to send them.
    let mut moments: Vec<usize> = (0..kills).map(|_| chance.below(2 * reminders)).collect();
    moments.sort_unstable();
    for (round, moment) in moments.into_iter().enumerate() {
        let service = Service::start(&scene, round);
        scene.wait_for_work(moment).await;
        tokio::time::sleep(Duration::from_millis(chance.below(20) as u64)).await;
        service.kill();
    }
    // What the last kill left in hand is free by then.
    let last = Service::start(&scene, kills + 1);
    scene.wait_for_work(2 * reminders).await;
    last.kill();

    let mails = scene.mails();
    assert_eq!(mails.len(), reminders, "one for each");
    let mut arrived: HashMap<String, usize> = HashMap::new();
    for mail in scene.arrived() {
        *arrived.entry(mail).or_default() += 1;
    }
    let lost: Vec<_> = mails.iter().filter(|mail| !arrived.contains_key(&mail.message_id)).map(|mail| mail.id).collect();
    assert_eq!(lost, [] as [i64; 0], "lost");
    assert_eq!(arrived.len(), reminders, "nothing else arrived");
    let twice: Vec<_> = mails.iter().filter(|mail| arrived[&mail.message_id] > 1).collect();
    assert!(twice.len() <= kills, "{} came twice, with {kills} kills", twice.len());
    for mail in &twice {
        let copies = arrived[&mail.message_id];
        // An attempt that is not the recorded one: its record was cut off.
        assert!(copies as i32 <= mail.attempts, "{} copies after {} attempts", copies, mail.attempts);
    }
    scene.assert_each_reminder_once();
    if is_long() {
        let figures = format!("{kills} kills: all arrived, {} of them twice under the same Message-ID", twice.len());
        report("A thousand reminders and a service that is killed", &figures);
    }
}

/// Half of them reminders, half call-backs that were not taken in time.
#[actix_web::test]
async fn two_services_on_one_database_do_each_thing_once() {
    let items = if is_long() { 10_000 } else { 300 };
    let dir = TempDir::new();
    let scene = Scene::enter(&dir, items / 2, items / 2);
    let services = [Service::start(&scene, 0), Service::start(&scene, 0)];
    scene.wait_until_idle().await;
    services.into_iter().for_each(Service::kill);
    scene.assert_each_reminder_once();
    scene.assert_each_step_once();
    let mails = scene.mails();
    let arrived = scene.arrived();
    assert_eq!(arrived.len(), mails.len(), "each arrived once");
    assert!(mails.iter().all(|mail| arrived.contains(&mail.message_id)));
    assert!(mails.len() >= items, "{} mails for {items} items", mails.len());
    if is_long() {
        report("Two services on one database", &format!("{items} items: {} mails, each once", mails.len()));
    }
}
