//! Which row is the header, and what the columns are called.

use super::{Limits, Reading, Row, Table, Trouble};
use std::collections::HashMap;

/// Rows that may stand above the header: a title, a date of printing.
pub const ABOVE: usize = 10;

pub fn table(mut rows: Vec<Row>, reading: Reading, limits: &Limits) -> Result<Table, Trouble> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    // A title has one cell where a header has most of them.
    let at = rows.iter().take(ABOVE).position(|row| filled(row) * 2 > width).unwrap_or_default();
    let below = rows.split_off((at + 1).min(rows.len()));
    let header = rows.pop().ok_or(Trouble::Empty)?;
    if below.is_empty() {
        return Err(Trouble::NoRows);
    }
    if below.len() > limits.rows {
        return Err(Trouble::TooManyRows);
    }
    Ok(Table { columns: names(header.cells, width), rows: below, reading })
}

fn names(mut header: Vec<String>, width: usize) -> Vec<String> {
    header.resize(width, String::new());
    let mut seen: HashMap<String, usize> = HashMap::new();
    let name = |(at, text): (usize, String)| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = if text.is_empty() { letters(at) } else { text };
        let times = seen.entry(text.to_lowercase()).or_default();
        *times += 1;
        if *times == 1 { text } else { format!("{text} ({times})") }
    };
    header.into_iter().enumerate().map(name).collect()
}

/// A, B … Z, AA, as spreadsheets name their columns.
fn letters(at: usize) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { format!("{}{last}", letters(at / 26 - 1)) }
}
