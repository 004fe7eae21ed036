//! Rows of a text: the delimiter is the one by which the rows agree best.

use super::{Limits, Row, Trouble};
use csv::{ReaderBuilder, StringRecord};

/// In the order in which they are preferred.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Rows that are looked at to find the delimiter.
const LOOKED_AT: usize = 50;
/// Line ends in one cell: more is a quotation mark that was left open.
const MOST_LINE_ENDS: usize = 200;

/// The rows that hold something, and the delimiter.
pub fn read(text: &str, limits: &Limits) -> Result<(Vec<Row>, String), Trouble> {
    // A line ends one way from here on: else some lines would not count.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (declared, text) = declaration(&text);
    let delimiter = declared.unwrap_or_else(|| detect(text));
    let skipped = u64::from(declared.is_some());
    let mut rows = Vec::new();
    let mut open = false;
    for record in reader(text, delimiter).into_records() {
        // The text is UTF-8 and rows may differ in length, so that nothing else can be wrong with a record.
        let record = record.map_err(|_| Trouble::NoTable)?;
        open = record.iter().any(|cell| cell.contains('\n'));
        let line = record.position().map_or(0, csv::Position::line) + skipped;
        let cells = cells(&record, limits)?;
        if !cells.is_empty() {
            rows.push(Row { line, cells });
        }
        if rows.len() > limits.rows + super::header::ABOVE {
            return Err(Trouble::TooManyRows);
        }
    }
    // Only a mark that was left open takes line ends into the last cell and leaves an odd number of marks.
    if open && text.matches('"').count() % 2 == 1 {
        return Err(Trouble::OpenQuote);
    }
    Ok((rows, name(delimiter)))
}

/// Excel's own first line, `sep=;`.
fn declaration(text: &str) -> (Option<u8>, &str) {
    let Some((first, rest)) = text.split_once('\n') else { return (None, text) };
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some(&[delimiter]) if delimiter.is_ascii() => (Some(delimiter), rest),
        _ => (None, text),
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The one that makes the most columns in most of the rows; `;` if the table has one column.
fn detect(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let widths: Vec<usize> = reader(text, delimiter).into_records().take(LOOKED_AT).flatten().map(|row| row.len()).collect();
        let agree = |width: usize| widths.iter().filter(|other| **other == width).count();
        widths.iter().filter(|width| **width > 1).map(|width| (agree(*width), *width)).max().unwrap_or_default()
    };
    let scored = DELIMITERS.map(|delimiter| (score(delimiter), delimiter));
    let best = scored.iter().rev().max_by_key(|(score, _)| *score);
    best.map_or(DELIMITERS[0], |(_, delimiter)| *delimiter)
}

/// Without the empty ones at the end.
fn cells(record: &StringRecord, limits: &Limits) -> Result<Vec<String>, Trouble> {
    let mut cells = Vec::new();
    for cell in record {
        if cell.matches('\n').count() > MOST_LINE_ENDS || cell.chars().count() > limits.cell {
            return Err(Trouble::OpenQuote);
        }
        cells.push(as_typed(cell));
    }
    super::cells::trim(&mut cells);
    if cells.len() > limits.columns {
        return Err(Trouble::TooManyColumns);
    }
    Ok(cells)
}

/// Excel writes `="0123"` to keep a zero, and our own export `'=…` to keep a text from being a formula.
fn as_typed(cell: &str) -> String {
    let cell = cell.trim();
    let kept = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|text| !text.contains('"'));
    let disarmed = cell.strip_prefix('\'').filter(|rest| rest.starts_with(crate::transfers::export::FORMULA_SIGNS));
    kept.or(disarmed).unwrap_or(cell).to_owned()
}

fn name(delimiter: u8) -> String {
    if delimiter == b'\t' { "tab".to_owned() } else { char::from(delimiter).to_string() }
}
