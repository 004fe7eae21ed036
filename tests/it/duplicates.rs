//! Companies that are there twice: finding, merging, undoing.

mod addresses;
mod dump;
mod finding;
mod laws;
mod merging;
mod office;

use crate::support::{Answer, Browser};

/// Opens the page of two companies side by side and merges them, with these choices; gives the answer.
pub async fn merge_by_page(browser: &Browser, one: i64, other: i64, choices: &[(&str, &str)]) -> Answer {
    let page = browser.get(&format!("/companies/{one}/merges/new?other={other}")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let (seen, other_shown) = (page.value("seen").expect("a form"), page.value("other").expect("a form"));
    let kept = if other_shown == one.to_string() { other } else { one };
    let fields = [&[("seen", seen.as_str()), ("other", other_shown.as_str())], choices].concat();
    browser.post(&format!("/companies/{kept}/merges"), &fields).await
}
