//! Every page of the route table, by someone who may see it.

use super::Page;
use crate::routes::{Samples, entries, insider_of};
use crate::support::TestApp;
use reqwest::Method;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Answers that are no page of their own.
const PARTS: [&str; 15] = [
    "/healthz",
    "/feeds/",
    "/assets/",
    "/callbacks/open-matches",
    "/callbacks/waiting",
    "/callbacks/{taken}/handovers/due",
    "/companies/suggestions",
    "/companies/industries",
    "/companies/matches",
    "/companies/export",
    "/companies/tags",
    "/groups/suggestions",
    "/admin/organisations/municipalities",
    "/needs/occupations",
    "/transfers/{transfer}/refusals",
];

#[actix_web::test]
async fn is_sound_at_both_widths() {
    let test = TestApp::start().await;
    let samples = Samples::enter(&test).await;
    test.leave_mail();
    let is_page = |path: &str| !PARTS.iter().any(|part| path.starts_with(part));
    let pages: Vec<_> = entries().into_iter().filter(|entry| entry.method == Method::GET && is_page(entry.path)).collect();
    assert!(pages.len() > 20, "the table is found");
    let mut windows: HashMap<Option<i64>, Page> = HashMap::new();
    for entry in pages {
        let person = insider_of(&test.cast, &entry);
        let page = match windows.entry(person.map(|person| person.id)) {
            Entry::Occupied(window) => window.into_mut(),
            Entry::Vacant(place) => place.insert(match person {
                Some(person) => Page::signed_in(&test, person).await,
                None => Page::visitor(&test).await,
            }),
        };
        let path = samples.fill(entry.path);
        page.go(&path).await;
        page.examine(&format!("page{}", path.replace('/', "-"))).await;
    }
}
