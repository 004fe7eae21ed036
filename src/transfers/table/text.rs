//! Which letters the bytes mean. A file that can't be told apart for sure is refused: a wrong guess would fill the register
//! with wrong names.

use super::Trouble;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text without its byte-order mark, and the encoding's name.
pub fn decode(bytes: &[u8]) -> Result<(String, &'static str), Trouble> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (without_mark(bytes), 0));
    let (text, malformed) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if text.contains('\0') || text.chars().filter(|c| is_binary(*c)).take(3).count() == 3 {
        return Err(Trouble::NoTable);
    }
    if malformed || is_garbled(&text) {
        return Err(Trouble::Encoding);
    }
    // A web page, XML, JSON: they would be tables of a sort.
    if text.trim_start().starts_with(['<', '{', '[']) {
        return Err(Trouble::NoTable);
    }
    if text.trim().is_empty() {
        return Err(Trouble::Empty);
    }
    Ok((text.into_owned(), encoding.name()))
}

fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(2_000)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        // Every other byte of western text is zero.
        (0, odd) if odd * 3 > head.len() => UTF_16LE,
        (even, 0) if even * 3 > head.len() => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// No table has these, but for a stray one at its end that old programs write.
fn is_binary(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Signs that the letters are others than they look: UTF-8 read as Windows-1252, once or earlier by another program
/// (`Ã¤`), letters of DOS, where `„` between letters is an ä, and bytes that Windows-1252 has no letter for.
fn is_garbled(text: &str) -> bool {
    let twice = ["Ã¤", "Ã¶", "Ã¥", "Ã„", "Ã–", "Ã…"];
    let in_a_word = |(before, (c, after)): (char, (char, char))| {
        matches!(c, '„' | '”' | '†' | 'Ž' | '™') && before.is_alphabetic() && after.is_alphabetic() && after.is_lowercase()
    };
    twice.iter().any(|sign| text.contains(sign))
        || text.chars().zip(text.chars().skip(1).zip(text.chars().skip(2))).any(in_a_word)
        || text.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c) || c == '\u{fffd}')
}
