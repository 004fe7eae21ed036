//! Pages are made of parts, and the gallery shows every part.

use super::{after, assert_none, files};
use std::collections::BTreeSet;

/// Parts that other parts are made of.
const INNER: &[&str] = &["ui.draft_note", "ui.field_head", "ui.field_messages", "ui.field_state", "ui.group_state", "ui.tick"];
/// Parts that show nothing but others, or nothing.
const UNSEEN: &[&str] = &["ui.once", "ui.lookup", "ui.post_button", "ui.up_down"];

fn name(text: &str) -> &str {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_'))).next().unwrap_or_default()
}

#[test]
fn the_gallery_shows_every_part() {
    let parts = files("templates/parts", &["html"]);
    let all: BTreeSet<&str> = parts.iter().flat_map(|file| after(&file.text, "{% component ")).map(name).collect();
    let gallery =
        files("templates/overview", &["html"]).into_iter().find(|file| file.path.ends_with("/gallery.html")).expect("the gallery");
    let shown: BTreeSet<&str> = after(&gallery.text, "<ui.").map(name).collect();
    let hidden = all.iter().filter(|part| part.starts_with("ui.") && !INNER.contains(part) && !UNSEEN.contains(part));
    let missing = hidden.filter(|part| !shown.contains(&part["ui.".len()..]));
    assert_none("not in the gallery", missing.map(|part| part.to_string()));
}

#[test]
fn pages_are_made_of_parts() {
    let mut found = Vec::new();
    for file in files("templates", &["html"]) {
        if file.path.starts_with("templates/parts/") || file.path.starts_with("templates/mail/") {
            continue;
        }
        for tag in ["<input", "<select", "<textarea", "<button", "<table", "<dialog", "<svg"] {
            let bare = after(&file.text, tag).filter(|rest| !rest.trim_start().starts_with("type=\"hidden\""));
            found.extend(bare.map(|_| format!("{}: {tag}", file.path)));
        }
    }
    assert_none("is written out where a part would do", found);
}
