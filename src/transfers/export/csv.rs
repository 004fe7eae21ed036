//! CSV as a Finnish spreadsheet opens it: a byte-order mark, `;`, dates as d.m.yyyy, CRLF.
//!
//! A text that begins like a formula gets an apostrophe before it, which keeps it a text; an import takes that off again. A
//! telephone number begins with `+` and is none: digits and a blank compute nothing, and the blank keeps it from being a sum.

use super::FORMULA_SIGNS;
use super::value::Value;
use crate::i18n;
use csv::{QuoteStyle, Terminator, WriterBuilder};

pub const CONTENT_TYPE: &str = "text/csv; charset=utf-8";

/// What stands before the first row.
pub fn begin() -> Vec<u8> {
    "\u{feff}".as_bytes().to_vec()
}

/// One row with its end.
pub fn row(values: impl IntoIterator<Item = Value>) -> Vec<u8> {
    let mut builder = WriterBuilder::new();
    builder.delimiter(b';').quote_style(QuoteStyle::Necessary).terminator(Terminator::CRLF);
    let mut writer = builder.from_writer(Vec::new());
    // Writing into memory can't fail.
    let _ = writer.write_record(values.into_iter().map(|value| text(&value)));
    writer.into_inner().unwrap_or_default()
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) if text.starts_with(FORMULA_SIGNS) => format!("'{text}"),
        Value::Text(text) | Value::Phone(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.map(i18n::date).unwrap_or_default(),
        Value::Instant(at) => {
            let local = i18n::helsinki(*at);
            format!("{} {}", i18n::date(local.date_naive()), local.format("%-H:%M"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_kept_a_text() {
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(
                String::from_utf8_lossy(&row([Value::text(formula)])).trim_start_matches('"').starts_with(&format!("'{}", &formula[..1])),
                "{formula}"
            );
        }
        assert_eq!(row([Value::phone("040 1234567", "+358401234567"), Value::text("a;b\"c")]), b"+358 401234567;\"a;b\"\"c\"\r\n");
    }
}
