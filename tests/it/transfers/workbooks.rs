//! Workbooks of every sort, made where they are needed.

use rust_xlsxwriter::{Format, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A package of files.
pub fn package(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a file");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("the end").into_inner()
}

/// A workbook with one sheet whose rows are this XML; style 1 is a date.
pub fn raw(rows: &str, since_1904: bool) -> Vec<u8> {
    raw_with(rows, since_1904, &[])
}

pub fn raw_with(rows: &str, since_1904: bool, more: &[(&str, &[u8])]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    let links = |pairs: &[(&str, &str)]| {
        let link = |(at, (kind, target)): (usize, &(&str, &str))| {
            format!("<Relationship Id=\"rId{}\" Type=\"{RELATED}/{kind}\" Target=\"{target}\"/>", at + 1)
        };
        let links: String = pairs.iter().enumerate().map(link).collect();
        format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>")
    };
    let properties = if since_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATED}\">{properties}<sheets><sheet name=\"Taulu\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let styles =
        format!("<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    let (root, book_links) =
        (links(&[("officeDocument", "xl/workbook.xml")]), links(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]));
    let files: [(&str, &[u8]); 6] = [
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_links.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    package(&[&files[..], more].concat())
}

/// Rows of texts as a sheet's XML.
pub fn rows(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    rows.iter().map(|row| format!("<row>{}</row>", row.iter().map(cell).collect::<String>())).collect()
}

pub fn plain(table: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet(), table);
    book.save_to_buffer().expect("a workbook")
}

pub fn write(sheet: &mut rust_xlsxwriter::Worksheet, table: &[&[&str]]) {
    for (row, cells) in (0..).zip(table) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).expect("a cell");
        }
    }
}

/// A company's id and telephone as the numbers that a spreadsheet makes of them.
pub fn numbers() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &[&["Y-tunnus", "Nimi", "Puhelin", "Postinumero", "Henkilöstömäärä"], &["", "Öljynen Oy"]]);
    for (column, number) in [(0, 26_466_749.0), (2, 27_782_055.0), (3, 500.0), (4, 12.5)] {
        sheet.write_number(1, column, number).expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}

/// An empty sheet and a hidden one stand before the one that counts, which has a title above its header.
pub fn several_sheets() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Tyhjä").expect("a name");
    let hidden = book.add_worksheet();
    write(hidden, &[&["Nimi"], &["Piilo Oy"]]);
    hidden.set_hidden(true);
    write(book.add_worksheet(), &[&["Yritysluettelo 2026"], &[], &["Nimi", "Kunta"], &["Öljynen Oy", "Salo"]]);
    book.save_to_buffer().expect("a workbook")
}

/// A formula with the value that was shown, one that was never computed, which is a 0 in the file, and one that failed.
pub fn formulas() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &[&["Nimi", "Kunta"], &["", "Salo"], &["Puuttuva Oy", ""], &["Virhe Oy", ""]]);
    for (row, column, value) in [(1, 0, "Öljynen Oy"), (2, 1, ""), (3, 1, "#REF!")] {
        sheet.write_formula(row, column, Formula::new("=A9").set_result(value)).expect("a formula");
    }
    book.save_to_buffer().expect("a workbook")
}

/// Days as numbers with a date's format.
pub fn dates(days: &[f64]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &[&["Yritys", "Päivä"]]);
    let format = Format::new().set_num_format("d.m.yyyy");
    for (row, day) in (1..).zip(days) {
        sheet.write_string(row, 0, "Öljynen Oy").expect("a cell");
        sheet.write_number_with_format(row, 1, *day, &format).expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}
