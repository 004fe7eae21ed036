//! What every answer must be, whatever was asked.

use super::table::Entry;
use crate::support::Answer;
use reqwest::header::CONTENT_TYPE;

/// What an answer must be that is an error: a page in words.
pub fn wrong_in_page(answer: &Answer) -> Option<&'static str> {
    let kind = answer.headers.get(CONTENT_TYPE).map(|kind| kind.to_str().expect("a kind").to_owned()).unwrap_or_default();
    if answer.status.is_server_error() {
        return Some("is our error");
    }
    let in_words = kind.starts_with("text/html") && answer.body.contains("<h1") && answer.body.contains("</html>");
    (answer.status.is_client_error() && !in_words).then_some("has no page in words")
}

fn wrong_in_headers(answer: &Answer) -> Option<&'static str> {
    const NEEDED: [(&str, &str); 5] = [
        ("Content-Security-Policy", "default-src 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cache-Control", ""),
    ];
    NEEDED
        .iter()
        .find(|(name, value)| !answer.headers.get(*name).is_some_and(|is| is.as_bytes().starts_with(value.as_bytes())))
        .map(|needed| needed.0)
}

/// What is wrong with an answer, in one line.
pub fn judge(who: &str, entry: &Entry, expected: &[u16], answer: &Answer) -> Option<String> {
    let status = answer.status.as_u16();
    let wrong = if !expected.contains(&status) { Some("is unexpected") } else { wrong_in_page(answer) };
    let wrong = wrong.or_else(|| wrong_in_headers(answer))?;
    Some(format!("{} {} for {who}: {status} {wrong}", entry.method, entry.path))
}

#[track_caller]
pub fn assert_none(found: Vec<String>) {
    assert!(found.is_empty(), "{} answers are wrong:\n{}", found.len(), found.join("\n"));
}
