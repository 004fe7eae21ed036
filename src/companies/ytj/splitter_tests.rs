//! What the splitter makes of whole, broken and cut files, also when they come byte by byte.

use super::*;

/// Hands out a few bytes at a time.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(self.0.len()).min(buffer.len());
        let (now, later) = self.0.split_at(length);
        buffer[..length].copy_from_slice(now);
        self.0 = later;
        Ok(length)
    }
}

/// One line per item: `1@1 {…}`, `2@9 broken at 12`, `3@20 cut`.
fn items(text: &str) -> Vec<String> {
    let whole = items_by(text, usize::MAX);
    assert_eq!(items_by(text, 1), whole, "byte by byte: {text}");
    whole
}

fn items_by(text: &str, step: usize) -> Vec<String> {
    let mut splitter = Splitter::open(Drops(text.as_bytes(), step)).expect("a list");
    let mut lines = Vec::new();
    while let Some(item) = splitter.next_item().expect("readable") {
        lines.push(match item {
            Item::Record(Piece { number, position, bytes }) => format!("{number}@{position} {}", String::from_utf8_lossy(bytes)),
            Item::Broken { number, position, at, .. } => format!("{number}@{position} broken at {at}"),
            Item::Truncated { number, position } => format!("{number}@{position} cut"),
        });
    }
    lines
}

fn refusal(text: &str) -> String {
    Splitter::open(text.as_bytes()).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn both_shapes_and_a_byte_order_mark() {
    assert_eq!(items(r#"[{"a":1}, {"a":2}]"#), [r#"1@1 {"a":1}"#, r#"2@10 {"a":2}"#]);
    assert_eq!(items("\u{FEFF}[]"), Vec::<String>::new());
    let wrapped = r#"{"totalResults":1,"x":{"companies":[9]},"companies":[{"a":"]}"}],"y":0}"#;
    assert_eq!(items(wrapped), [r#"1@53 {"a":"]}"}"#]);
    assert_eq!(items("\u{FEFF} {\"companies\" : [ ] }"), Vec::<String>::new());
}

#[test]
fn other_shapes_are_refused() {
    assert!(refusal("").contains("empty"));
    assert!(refusal(" \n").contains("empty"));
    assert!(refusal("<html>").contains("not JSON"));
    for text in [r#"{"a":1}"#, r#"{"companies":{}}"#, r#"{"companies":null}"#, "{", r#"{"compan"#, "{]"] {
        assert!(refusal(text).contains("companies"), "{text}");
    }
}

#[test]
fn a_broken_record_costs_itself_alone() {
    let good = r#"{"businessId":2}"#;
    for broken in [
        r#"{"businessId":1,"names":[{"x":1}"#,
        r#"{"businessId":1,"name":"a "b c"}"#,
        r#"{"businessId":{"value":"1"#,
        r#"{"businessId":1}}"#,
        r#"{"businessId":1,,}"#,
        "nonsense }}",
    ] {
        let lines = items(&format!("[{good},{broken},{good},{good}]"));
        assert!(lines.iter().any(|line| line.contains("broken")), "{broken}: {lines:?}");
        assert_eq!(lines.iter().filter(|line| line.ends_with(good)).count(), 3, "{broken}: {lines:?}");
    }
}

#[test]
fn elements_that_are_no_objects_are_broken() {
    assert_eq!(items(r#"[null,{"a":1},[2],"x"]"#), ["1@1 broken at 1", r#"2@6 {"a":1}"#, "3@14 broken at 14", "4@18 broken at 18"]);
}

#[test]
fn records_are_found_again_by_their_own_first_key() {
    let lines = items(r#"[{"addresses":[]},{"addresses":[},{"addresses":[1]}]"#);
    assert_eq!(lines, [r#"1@1 {"addresses":[]}"#, "2@18 broken at 32", r#"3@34 {"addresses":[1]}"#]);
}

#[test]
fn a_cut_file_keeps_its_whole_records() {
    let text = r#"[{"businessId":1},{"businessId":2}]"#;
    for cut in 1..text.len() {
        let lines = items(&text[..cut]);
        let whole = usize::from(cut >= 17) + usize::from(cut >= 34);
        assert_eq!(lines.len(), whole + 1, "{cut}: {lines:?}");
        assert!(lines[whole].ends_with("cut"), "{cut}: {lines:?}");
    }
}

#[test]
fn a_record_without_end_is_bounded() {
    let text = format!(r#"[{{"businessId":"{}"}},{{"businessId":2}}]"#, "x".repeat(MAX_RECORD + CHUNK));
    let lines = items_by(&text, usize::MAX);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("1@1 broken"));
    assert!(lines[1].ends_with(r#"{"businessId":2}"#));
}
