//! From an empty installation to one that works: the first administrator's link, the steps, two administrators at once.

mod first;
mod mail;
mod steps;

use crate::support::{Browser, TestApp};
use reqwest::header;

pub const PASSWORD: &str = "kolme pientä porsasta";

/// What the first administrator types.
pub const FIRST: [(&str, &str); 6] = [
    ("area", "Jokilaakson työllisyysalue"),
    ("name", "Aino Asettaja"),
    ("email", "aino@alue.example"),
    ("language", "fi"),
    ("password", PASSWORD),
    ("password_again", PASSWORD),
];

pub async fn empty() -> TestApp {
    TestApp::start_empty(|_| {}).await
}

pub fn link(test: &TestApp) -> String {
    format!("/setup/{}", test.app.first_token)
}

/// Uses the link; gives the browser of the first administrator.
pub async fn first_administrator(test: &TestApp) -> Browser {
    let answer = test.visitor().post(&link(test), &FIRST).await;
    assert_eq!(answer.location(), "/setup");
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("a cookie");
    let token = cookie.split(['=', ';']).nth(1).expect("a token");
    test.browser_of(token)
}

/// What the list of steps says: code of the state by title, in order.
pub fn states(page: &str) -> Vec<&str> {
    let marks = page.match_indices("<li class=\"step step-").map(|(at, mark)| &page[at + mark.len()..]);
    marks.map(|rest| rest.split(['"', ' ']).next().expect("a state")).collect()
}
