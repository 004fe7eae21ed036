//! The torture set: every file and how it must end, in one table.

use super::workbooks::{dates, formulas, numbers, package, plain, raw, raw_with, rows, several_sheets};
use kohtaanto::transfers::table::{LIMITS, Limits, Trouble};

/// How a file must end.
#[derive(Debug)]
pub enum End {
    /// So many rows come in and so many are refused; the register has the first one's name then.
    Comes(usize, usize, &'static str),
    /// The same for the contact log: the days, as the log has them then.
    Logged(usize, usize, &'static [&'static str]),
    /// The file is refused.
    Refused(Trouble),
    /// It is a table, and none of its columns is anything.
    Unmapped,
}

pub struct Case {
    pub name: &'static str,
    pub content: Vec<u8>,
    /// Others than the product's, so that a file need not be large.
    pub limits: Option<Limits>,
    pub end: End,
}

fn case(name: &'static str, content: impl Into<Vec<u8>>, end: End) -> Case {
    Case { name, content: content.into(), limits: None, end }
}

fn limited(name: &'static str, content: impl Into<Vec<u8>>, limits: Limits, trouble: Trouble) -> Case {
    Case { name, content: content.into(), limits: Some(limits), end: End::Refused(trouble) }
}

const TABLE: &str = "Nimi;Kunta\r\nÖljynen Äyskäri Oy;Salo\r\nÅkerlund;Turku\r\n";
const GOOD: End = End::Comes(2, 0, "Öljynen Äyskäri Oy");

fn utf_16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
    marked.encode_utf16().flat_map(bytes).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

pub fn all() -> Vec<Case> {
    [encodings(), shapes(), quotes(), no_tables(), workbooks(), bad_workbooks(), sizes(), contents()].into_iter().flatten().collect()
}

fn encodings() -> Vec<Case> {
    let dos: Vec<u8> = TABLE
        .chars()
        .map(|c| match c {
            'Ö' => 0x99,
            'ä' => 0x84,
            'Ä' => 0x8e,
            'Å' => 0x8f,
            'ö' => 0x94,
            c => c as u8,
        })
        .collect();
    let mixed = [TABLE.as_bytes(), &windows_1252("Pähkinä;Salo\r\n")].concat();
    let twice: String = TABLE.bytes().map(char::from).collect();
    vec![
        case("UTF-8", TABLE, GOOD),
        case("UTF-8 with its mark", format!("\u{feff}{TABLE}"), GOOD),
        case("Windows-1252", windows_1252(TABLE), GOOD),
        case("UTF-16, small end first", utf_16(TABLE, true, u16::to_le_bytes), GOOD),
        case("UTF-16, big end first", utf_16(TABLE, true, u16::to_be_bytes), GOOD),
        case("UTF-16 without a mark", utf_16(TABLE, false, u16::to_le_bytes), GOOD),
        case("letters of DOS", dos, End::Refused(Trouble::Encoding)),
        case("two encodings in one file", mixed, End::Refused(Trouble::Encoding)),
        case(
            "UTF-8 made UTF-8 once more",
            windows_1252(&twice).iter().map(|byte| char::from(*byte)).collect::<String>(),
            End::Refused(Trouble::Encoding),
        ),
        case("a byte that is no letter", b"Nimi;Kunta\nA\x81lto Oy;Salo\n", End::Refused(Trouble::Encoding)),
        case("UTF-16 cut in the middle", &utf_16(TABLE, true, u16::to_le_bytes)[..41], End::Refused(Trouble::Encoding)),
    ]
}

fn shapes() -> Vec<Case> {
    vec![
        case("commas", TABLE.replace(';', ","), GOOD),
        case("tabs", TABLE.replace(';', "\t"), GOOD),
        case("bars", TABLE.replace(';', "|"), GOOD),
        case("line ends of Unix", TABLE.replace("\r\n", "\n"), GOOD),
        case("line ends of old Macs", TABLE.replace("\r\n", "\r"), GOOD),
        case("Excel's own first line", format!("sep=,\r\n{}", TABLE.replace(';', ",")), GOOD),
        case("commas in the cells", "Nimi;Toimiala;Kunta\nÖljynen Äyskäri Oy;;Salo\n\"Kala, Liha\";;Salo\n", GOOD),
        case("one column", "Nimi\nÖljynen Äyskäri Oy\nÅkerlund\n", GOOD),
        case("a title above", "Luettelo 1.9.2026\n\nNimi;Kunta;Puhelin\nÖljynen Äyskäri Oy;Salo;\nÅkerlund;;\n", GOOD),
        case("blank rows", TABLE.replace("Å", "\r\n;;\r\n\r\nÅ"), GOOD),
        case("short rows", "Nimi;Kunta;Puhelin\nÖljynen Äyskäri Oy\nÅkerlund;Salo\n", GOOD),
        case(
            "rows that are too long",
            "Nimi;Kunta\nÖljynen Äyskäri Oy;Salo\nÅkerlund;Salo\nA;B;C\n",
            End::Comes(2, 1, "Öljynen Äyskäri Oy"),
        ),
        case("headings twice", "Nimi;Nimi;Kunta\nÖljynen Äyskäri Oy;x;Salo\nÅkerlund;y;\n", GOOD),
        case("a column without a heading", "Nimi;;Kunta\nÖljynen Äyskäri Oy;x;Salo\nÅkerlund;y;\n", GOOD),
        case("spaces around", "  Nimi ; Kunta \n  Öljynen Äyskäri Oy  ; Salo \n Åkerlund ;\n", GOOD),
    ]
}

fn quotes() -> Vec<Case> {
    vec![
        case("a delimiter in quotes", "Nimi;Kunta\n\"Öljy;nen\";Salo\n", End::Comes(1, 0, "Öljy;nen")),
        case("a line end in quotes", "Nimi;Kunta\n\"Öljy\nnen\";Salo\n", End::Comes(1, 0, "Öljy nen")),
        case("quotes in quotes", "Nimi;Kunta\n\"Öljy \"\"Ässä\"\" Oy\";Salo\n", End::Comes(1, 0, "Öljy \"Ässä\" Oy")),
        case("inches", "Nimi;Kunta\n5\" putki;Salo\n", End::Comes(1, 0, "5\" putki")),
        case("a quote left open", "Nimi;Kunta\n\"Öljynen;Salo\nÅkerlund;Salo\nKolmas;Salo\n", End::Refused(Trouble::OpenQuote)),
        case("Excel's way to keep a zero", "Nimi;Puhelin\n=\"Öljynen\";=\"027782055\"\n", End::Comes(1, 0, "Öljynen")),
    ]
}

fn no_tables() -> Vec<Case> {
    let noise: Vec<u8> = (0..4_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    vec![
        case("nothing", "", End::Refused(Trouble::Empty)),
        case("a byte-order mark alone", "\u{feff}", End::Refused(Trouble::Empty)),
        case("blanks", " \r\n \r\n", End::Refused(Trouble::Empty)),
        case("headings alone", "Nimi;Kunta\r\n", End::Refused(Trouble::NoRows)),
        case("noise", noise, End::Refused(Trouble::NoTable)),
        case("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", End::Refused(Trouble::NoTable)),
        case(
            "a PDF",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Length 8>>stream\n\x01\x02\x03\x04\x05\nendstream\n",
            End::Refused(Trouble::NoTable),
        ),
        case("NUL in a text", "Nimi;Kunta\nÖlj\0ynen;Salo\n", End::Refused(Trouble::NoTable)),
        case("a web page", "<!doctype html>\n<p>Nimi</p>\n", End::Refused(Trouble::NoTable)),
        case("JSON", "{\"nimi\":\n \"Öljynen\"}\n", End::Refused(Trouble::NoTable)),
        case("a table of something else", "Väri;Koko\npunainen;5\n", End::Unmapped),
        case("an archive", package(&[("lue.txt", b"moi")]), End::Refused(Trouble::NoTable)),
    ]
}

fn workbooks() -> Vec<Case> {
    let gap = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nimi</t></is></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>Öljynen Oy</t></is></c></row>";
    let since_1904 = "<row><c t=\"inlineStr\"><is><t>Yritys</t></is></c><c t=\"inlineStr\"><is><t>Päivä</t></is></c></row><row><c t=\"inlineStr\"><is><t>Öljynen Oy</t></is></c><c s=\"1\"><v>44804</v></c></row>";
    vec![
        case("a workbook", plain(&[&["Nimi", "Kunta"], &["Öljynen Oy", "Salo"], &["Åkerlund", "Turku"]]), End::Comes(2, 0, "Öljynen Oy")),
        case("codes as numbers", numbers(), End::Comes(1, 0, "Öljynen Oy")),
        case("several sheets", several_sheets(), End::Comes(1, 0, "Öljynen Oy")),
        case("formulas", formulas(), End::Comes(1, 2, "Öljynen Oy")),
        case("a row a million rows below", raw(gap, false), End::Comes(1, 0, "Öljynen Oy")),
        case(
            "a file that wants out",
            raw_with(&rows(&[&["Nimi"], &["Öljynen Oy"]]), false, &[("../../ulos.txt", b"x")]),
            End::Comes(1, 0, "Öljynen Oy"),
        ),
        case("days and a time", dates(&[46_266.0, 46_267.437_5]), End::Logged(2, 0, &["2026-09-01 09:00:00", "2026-09-02 07:30:00"])),
        case("days of 1900", dates(&[0.5, 1.0, 59.0, 60.0, 61.0]), End::Logged(1, 4, &["1900-03-01 10:20:11"])),
        case("days beyond time", dates(&[-5.0, 1e9, 2_958_465.0]), End::Logged(0, 3, &[])),
        case("days counted from 1904", raw(since_1904, true), End::Logged(1, 0, &["2026-09-01 09:00:00"])),
    ]
}

fn bad_workbooks() -> Vec<Case> {
    let good = plain(&[&["Nimi"], &["Öljynen Oy"]]);
    let far = "<row r=\"1\"><c r=\"XFD1\" t=\"inlineStr\"><is><t>Nimi</t></is></c></row>";
    let bomb = raw_with(&rows(&[&["Nimi"], &["Öljynen Oy"]]), false, &[("xl/media/image1.png", &[0; 400_000])]);
    vec![
        case("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", End::Refused(Trouble::OldWorkbook)),
        case(
            "OpenDocument",
            package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]),
            End::Refused(Trouble::OldWorkbook),
        ),
        case("a workbook cut short", &good[..good.len() / 2], End::Refused(Trouble::BrokenWorkbook)),
        case("a workbook that is no XML", package(&[("xl/workbook.xml", b"Nimi;Kunta")]), End::Refused(Trouble::BrokenWorkbook)),
        case("an empty workbook", plain(&[]), End::Refused(Trouble::Empty)),
        case("the last of 16,384 columns", raw(far, false), End::Refused(Trouble::TooManyColumns)),
        limited("a bomb", bomb, Limits { unpacked: 300_000, ..LIMITS }, Trouble::Unpacks),
    ]
}

fn sizes() -> Vec<Case> {
    let long = format!("Nimi\n{}\n", "x".repeat(10_001));
    let wide = format!("Nimi{}\nÖljynen Oy;x\n", ";x".repeat(200));
    vec![
        case("10,001 rows", format!("Nimi\n{}", "a\n".repeat(10_001)), End::Refused(Trouble::TooManyRows)),
        case("201 columns", wide, End::Refused(Trouble::TooManyColumns)),
        case("a cell of 10,001 letters", long, End::Refused(Trouble::OpenQuote)),
        limited("too many bytes", TABLE, Limits { bytes: 20, ..LIMITS }, Trouble::TooLarge),
    ]
}

fn contents() -> Vec<Case> {
    let errors: String = (0..100).map(|number| format!("Yritys {number};{number:07}-x;ei numero\n")).collect();
    vec![
        case("formulas as texts", "Nimi;Postiosoite\n=cmd|' /C calc'!A0;@SUM(A1)\n+Plus Oy;-1\n", End::Comes(2, 0, "=cmd|' /C calc'!A0")),
        case("100 errors", format!("Nimi;Y-tunnus;Puhelin\nÖljynen Oy;2646674-9;02 123 4567\n{errors}"), End::Comes(1, 100, "Öljynen Oy")),
        case("the same twice", "Nimi;Y-tunnus\nÖljynen Oy;2646674-9\nToinen Oy;26466749\nöljynen oy;\n", End::Comes(1, 2, "Öljynen Oy")),
        case("a wrong check digit", "Nimi;Y-tunnus\nÖljynen Oy;2646674-9\nVäärä Oy;2646674-8\n", End::Comes(1, 1, "Öljynen Oy")),
        case("a formula's error", "Nimi;Kunta\nÖljynen Oy;Salo\nVirhe Oy;#VIITTAUS!\nRikki Oy;#REF!\n", End::Comes(1, 2, "Öljynen Oy")),
        case("signs and faces", "Nimi;Kunta\n🙂 Öljynen & <b>Pojat</b> 'Oy';Salo\n", End::Comes(1, 0, "🙂 Öljynen & <b>Pojat</b> 'Oy'")),
        case(
            "days as people write them",
            "Yritys;Päivä\nÖljynen Oy;1.9.2026\nÖljynen Oy;02.09.2026 10:30:00\nÖljynen Oy;2026-09-03\nÖljynen Oy;4/9/2026 9.05\nÖljynen Oy;9/30/2026\nÖljynen Oy;29.2.2026\nÖljynen Oy;1.9.26\n",
            End::Logged(4, 3, &["2026-09-01 09:00:00", "2026-09-02 07:30:00", "2026-09-03 09:00:00", "2026-09-04 06:05:00"]),
        ),
    ]
}
