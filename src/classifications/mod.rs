//! Official classifications, shipped with the product as small tables in
//! `assets/classifications` and read once, at first use.
//!
//! * [`municipalities`]: the municipalities of Finland.
//! * [`industries`]: TOL 2025, and the way there from TOL 2008.
//! * [`company_forms`]: company forms by the numbers of the PRH/YTJ open data.
//! * [`occupations`]: ISCO-08, in Finnish.
//! * [`situations`]: bankruptcy, reorganisation and liquidation.
//!
//! A table is tab-separated UTF-8; lines that begin with `#` tell source and columns.

pub mod company_forms;
pub mod industries;
pub mod municipalities;
pub mod occupations;
pub mod situations;

use crate::i18n::Lang;

/// An official name in the languages of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    fi: &'static str,
    sv: &'static str,
    en: &'static str,
}

impl Names {
    /// The name in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fi => self.fi,
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// The rows of a shipped table, which has `N` columns.
///
/// # Panics
/// When a row has another number of columns: the table is part of the program,
/// and its test reads all of it.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let columns: Vec<&'static str> = line.split('\t').collect();
        columns.try_into().unwrap_or_else(|_| panic!("a row of {N} columns: {line}"))
    })
}
