//! XLSX: real dates and numbers, everything else as text, so that a business id stays what it is and a formula is none.

use super::value::Value;
use crate::i18n;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

pub const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Wide enough for most of what stands in a register, in characters.
const WIDTH: f64 = 22.0;

/// The whole file.
pub fn file(sheet: &str, heading: &[String], rows: &[Vec<Value>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet)?;
    let bold = Format::new().set_bold();
    for (column, text) in (0..).zip(heading) {
        page.write_string_with_format(0, column, text, &bold)?;
        page.set_column_width(column, WIDTH)?;
    }
    page.set_freeze_panes(1, 0)?;
    let (day, instant) = (Format::new().set_num_format("d.m.yyyy"), Format::new().set_num_format("d.m.yyyy h:mm"));
    for (at, row) in (1..).zip(rows) {
        for (column, value) in (0..).zip(row) {
            write(page, (at, column), value, (&day, &instant))?;
        }
    }
    book.save_to_buffer()
}

fn write(page: &mut Worksheet, (row, column): (u32, u16), value: &Value, (day, instant): (&Format, &Format)) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) | Value::Phone(text) if text.is_empty() => {}
        Value::Text(text) | Value::Phone(text) => {
            page.write_string(row, column, text)?;
        }
        Value::Number(number) => {
            page.write_number(row, column, *number as f64)?;
        }
        Value::Date(None) => {}
        Value::Date(Some(date)) => {
            page.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(&date.to_string())?, day)?;
        }
        Value::Instant(at) => {
            let local = i18n::helsinki(*at).format("%Y-%m-%dT%H:%M:%S").to_string();
            page.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(&local)?, instant)?;
        }
    }
    Ok(())
}
