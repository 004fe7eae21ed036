//! What an import did, in words.

use super::hand_edits::Difference;
use super::mapping::Refusal;
use super::reading::Slice;
use super::stage::Written;
use std::collections::BTreeMap;
use std::fmt;

/// How many of a kind are listed; all are counted.
const LISTED: usize = 20;

/// The outcome of an import.
#[derive(Debug, Default)]
pub struct Report {
    /// Records read, whatever became of them.
    pub read: u64,
    pub new: u64,
    pub changed: u64,
    /// Of the changed ones: alive before, not any more.
    pub ceased: u64,
    pub unchanged: u64,
    /// In other municipalities than asked for, and not in the register.
    pub elsewhere: u64,
    pub skipped: BTreeMap<Refusal, u64>,
    pub broken: u64,
    /// Hand-edited fields that differ from the register.
    pub differing: u64,
    /// Rows of the report of changes.
    pub(super) noted: u64,
    /// Each input that could not be read to its end, and why.
    pub failures: Vec<String>,
    first_skipped: Vec<String>,
    first_broken: Vec<String>,
    first_differences: Vec<Difference>,
}

impl Report {
    /// True when every input was read to its end.
    pub fn is_complete(&self) -> bool {
        self.failures.is_empty()
    }

    pub(super) fn add_read(&mut self, slice: Slice) {
        let label = &slice.label;
        self.read += slice.records;
        self.unchanged += slice.unchanged;
        self.broken += slice.broken.len() as u64;
        for skipped in slice.skipped {
            *self.skipped.entry(skipped.refusal).or_default() += 1;
            let place = skipped.place;
            list(&mut self.first_skipped, || {
                format!("{label}, record {}, byte {}: {} {}", place.number, place.position, skipped.refusal, skipped.business_id)
            });
        }
        for broken in slice.broken {
            let place = broken.place;
            list(&mut self.first_broken, || {
                format!("{label}, record {}, byte {}: {} (byte {})", place.number, place.position, broken.reason, broken.at)
            });
        }
        self.failures.extend(slice.failure.map(|why| format!("{label}: {why}")));
    }

    pub(super) fn add_written(&mut self, written: Written) {
        self.new += written.new;
        self.changed += written.changed;
        self.ceased += written.ceased;
        self.unchanged += written.unchanged;
        self.elsewhere += written.elsewhere;
        self.noted += written.noted;
        self.differing += written.differences.len() as u64;
        for difference in written.differences {
            list(&mut self.first_differences, || difference);
        }
    }
}

fn list<T>(list: &mut Vec<T>, entry: impl FnOnce() -> T) {
    if list.len() < LISTED {
        list.push(entry());
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let skipped = self.skipped.values().sum();
        for (count, what) in [
            (self.read, "records read"),
            (self.new, "new companies"),
            (self.changed, "changed"),
            (self.ceased, "of them ceased"),
            (self.unchanged, "unchanged"),
            (self.elsewhere, "in other municipalities"),
            (skipped, "skipped"),
            (self.broken, "broken"),
            (self.differing, "hand-edited fields that differ from the register"),
        ] {
            writeln!(f, "{:>11} {what}", thousands(count))?;
        }
        for (refusal, count) in &self.skipped {
            writeln!(f, "skipped for {refusal}: {}", thousands(*count))?;
        }
        lines(f, "Skipped", &self.first_skipped, skipped)?;
        lines(f, "Broken", &self.first_broken, self.broken)?;
        let differences: Vec<String> = self.first_differences.iter().map(ToString::to_string).collect();
        lines(f, "Kept as edited by hand", &differences, self.differing)?;
        lines(f, "Not read to the end", &self.failures, self.failures.len() as u64)
    }
}

fn lines(f: &mut fmt::Formatter<'_>, title: &str, lines: &[String], all: u64) -> fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{title}:")?;
    for line in lines {
        writeln!(f, "  {line}")?;
    }
    match all - lines.len() as u64 {
        0 => Ok(()),
        more => writeln!(f, "  and {} more", thousands(more)),
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: here {:?}, in the register {:?}", self.business_id, self.field, self.ours, self.theirs)
    }
}

/// `1234567` as `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}
