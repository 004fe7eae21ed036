//! The package of a workbook, before its reader is let near it: what it says of its own size may be a lie, so everything is
//! unpacked once and counted.

use super::Trouble;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Files in a package; a real one has some dozens.
const MOST_FILES: usize = 1_000;

/// Refuses what unpacks to more than `most` bytes, or is no workbook.
pub fn check(bytes: &[u8], most: u64) -> Result<(), Trouble> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::BrokenWorkbook)?;
    if package.index_for_name("xl/workbook.xml").is_none() {
        let is_other = ["content.xml", "word/document.xml", "xl/workbook.bin"].iter().any(|name| package.index_for_name(name).is_some());
        return Err(if is_other { Trouble::OldWorkbook } else { Trouble::NoTable });
    }
    if package.len() > MOST_FILES {
        return Err(Trouble::Unpacks);
    }
    let mut left = most;
    for at in 0..package.len() {
        let file = package.by_index(at).map_err(|_| Trouble::BrokenWorkbook)?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|_| Trouble::BrokenWorkbook)?;
        left = left.checked_sub(unpacked).ok_or(Trouble::Unpacks)?;
    }
    Ok(())
}
