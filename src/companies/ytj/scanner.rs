//! The grammar of JSON's brackets, strings, colons and commas, over bytes that come in pieces.

/// The deepest nesting that `serde_json` reads.
const MAX_DEPTH: usize = 127;

/// What the bytes so far amount to.
#[derive(Debug, PartialEq, Eq)]
pub enum Progress {
    /// The value ends before this byte.
    Ended(usize),
    /// No JSON goes on with this byte.
    Wrong(usize, String),
    /// All bytes belong to the value, which does not end yet.
    Unfinished,
}

/// Reads one value; what is inside strings and between them is checked by the parser later.
#[derive(Default)]
pub struct Scanner {
    /// `{` and `[`, outermost first.
    open: Vec<u8>,
    expected: Expected,
    inside: Inside,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Expected {
    #[default]
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    String,
    Escape,
    /// A number, `true`, `false` or `null`.
    Word,
}

impl Scanner {
    /// Goes on with the next bytes of the input.
    pub fn scan(&mut self, bytes: &[u8]) -> Progress {
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            match self.inside {
                Inside::String => {
                    let Some(plain) = bytes[at..].iter().position(|&byte| matches!(byte, b'"' | b'\\')) else {
                        return Progress::Unfinished;
                    };
                    at += plain;
                    self.inside = if bytes[at] == b'"' { Inside::Nothing } else { Inside::Escape };
                    if self.inside == Inside::Nothing && self.value_ended() {
                        return Progress::Ended(at + 1);
                    }
                }
                Inside::Escape => self.inside = Inside::String,
                Inside::Word if is_word(byte) => {}
                Inside::Word => {
                    self.inside = Inside::Nothing;
                    if self.value_ended() {
                        return Progress::Ended(at);
                    }
                    continue;
                }
                Inside::Nothing => match self.token(byte) {
                    Ok(true) => return Progress::Ended(at + 1),
                    Ok(false) => {}
                    Err(()) => return Progress::Wrong(at, format!("{} is out of place", quoted(byte))),
                },
            }
            at += 1;
        }
        Progress::Unfinished
    }

    /// A byte between strings and words; true when it ends the value.
    fn token(&mut self, byte: u8) -> Result<bool, ()> {
        use Expected::{Colon, CommaOrEnd, Key, KeyOrEnd, Value, ValueOrEnd};
        match (byte, self.expected) {
            (b' ' | b'\t' | b'\r' | b'\n', _) => {}
            (b'"', Key | KeyOrEnd | Value | ValueOrEnd) => self.inside = Inside::String,
            (b':', Colon) => self.expected = Value,
            (b',', CommaOrEnd) => self.expected = if self.open.last() == Some(&b'{') { Key } else { Value },
            (b'{' | b'[', Value | ValueOrEnd) if self.open.len() < MAX_DEPTH => {
                self.open.push(byte);
                self.expected = if byte == b'{' { KeyOrEnd } else { ValueOrEnd };
            }
            (b'}', CommaOrEnd | KeyOrEnd) if self.open.last() == Some(&b'{') => return Ok(self.closed()),
            (b']', CommaOrEnd | ValueOrEnd) if self.open.last() == Some(&b'[') => return Ok(self.closed()),
            (byte, Value | ValueOrEnd) if is_word(byte) => self.inside = Inside::Word,
            _ => return Err(()),
        }
        Ok(false)
    }

    fn closed(&mut self) -> bool {
        self.open.pop();
        self.expected = Expected::CommaOrEnd;
        self.open.is_empty()
    }

    /// Behind a string or a word; true when nothing is open around it.
    fn value_ended(&mut self) -> bool {
        let was_key = matches!(self.expected, Expected::Key | Expected::KeyOrEnd);
        self.expected = if was_key { Expected::Colon } else { Expected::CommaOrEnd };
        self.open.is_empty()
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}

fn quoted(byte: u8) -> String {
    if byte.is_ascii_graphic() { format!("'{}'", char::from(byte)) } else { format!("byte {byte:#04x}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Progress {
        Scanner::default().scan(text.as_bytes())
    }

    #[test]
    fn values_end_where_they_end() {
        for value in [r#"{"a":[1,{"b":"}\"]"},null],"c":{}}"#, "[]", r#""x\\""#, r#"{ "a" : -1.5e+3 }"#] {
            assert_eq!(scan(&format!("{value},{{")), Progress::Ended(value.len()), "{value}");
        }
        assert_eq!(scan("null]"), Progress::Ended(4));
    }

    #[test]
    fn pieces_make_no_difference() {
        let text = r#"{"a":["x\"y\\",12,true],"b":{"c":null}}"#;
        for cut in 1..text.len() {
            let mut scanner = Scanner::default();
            assert_eq!(scanner.scan(&text.as_bytes()[..cut]), Progress::Unfinished, "{cut}");
            assert_eq!(scanner.scan(&text.as_bytes()[cut..]), Progress::Ended(text.len() - cut), "{cut}");
        }
    }

    #[test]
    fn wrong_bytes_are_found_where_they_stand() {
        for (text, at) in [
            (r#"{"a":1,{"b":2}}"#, 7),
            (r#"{"a":[1}"#, 7),
            (r#"{"a":"x "y" z"}"#, 9),
            (r#"{"a" 1}"#, 5),
            (r#"{"a":1]"#, 6),
            ("}", 0),
            (r#"{"a":,}"#, 5),
            (r#"{"a":1,}"#, 7),
        ] {
            let Progress::Wrong(place, _) = scan(text) else { panic!("{text} is wrong") };
            assert_eq!(place, at, "{text}");
        }
        assert!(matches!(scan(&"[".repeat(200)), Progress::Wrong(MAX_DEPTH, _)));
    }
}
