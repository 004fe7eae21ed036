//! Rows of a workbook's first sheet that holds something. A formula counts as the value that was shown when it was saved.

use super::cells::{date, number, time, trim};
use super::{Limits, Reading, Row, Trouble, workbook};
use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use std::io::Cursor;

pub fn read(bytes: &[u8], limits: &Limits) -> Result<(Vec<Row>, Reading), Trouble> {
    workbook::check(bytes, limits.unpacked)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Trouble::BrokenWorkbook)?;
    let visible = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let rows = rows(&mut book, &name, limits)?;
        if !rows.is_empty() {
            return Ok((rows, Reading { of: name, delimiter: String::new() }));
        }
    }
    Err(Trouble::Empty)
}

/// Cell by cell: a sheet may have one in its first and one in its last corner, and nothing between them.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, limits: &Limits) -> Result<Vec<Row>, Trouble> {
    let mut rows: Vec<Row> = Vec::new();
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| Trouble::BrokenWorkbook)?;
    while let Some(cell) = cells.next_cell().map_err(|_| Trouble::BrokenWorkbook)? {
        let ((at, column), text) = (cell.get_position(), text(cell.get_value()));
        if text.is_empty() {
            continue;
        }
        if column as usize >= limits.columns {
            return Err(Trouble::TooManyColumns);
        }
        let line = u64::from(at) + 1;
        if rows.last().is_none_or(|row| row.line != line) {
            rows.push(Row { line, cells: Vec::new() });
        }
        if rows.len() > limits.rows + super::header::ABOVE {
            return Err(Trouble::TooManyRows);
        }
        let Some(row) = rows.last_mut() else { continue };
        if row.cells.len() <= column as usize {
            row.cells.resize(column as usize + 1, String::new());
        }
        row.cells[column as usize] = text.chars().take(limits.cell).collect();
    }
    rows.iter_mut().for_each(|row| trim(&mut row.cells));
    Ok(rows)
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(at) if (0.0..1.0).contains(&at.as_f64()) => time(at.as_f64()),
        DataRef::DateTime(at) => date(at).unwrap_or_else(|| number(at.as_f64())),
        DataRef::DateTimeIso(text) => text.replace('T', " "),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
