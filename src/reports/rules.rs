//! Adding up how often call-backs were handed over: pure.

use std::collections::BTreeMap;

/// Call-backs by how often they were handed over: never, once, twice, more often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub times: [i64; 4],
}

impl Tally {
    /// Counts `callbacks` that were handed over so many times.
    pub fn add(&mut self, handovers: i32, callbacks: i64) {
        let at = usize::try_from(handovers).unwrap_or_default().min(self.times.len() - 1);
        self.times[at] += callbacks;
    }

    pub fn logged(&self) -> i64 {
        self.times.iter().sum()
    }

    /// Whole per cent of those that were never handed over; none of none. Rounded down, so that 100 means all of them.
    pub fn unbounced(&self) -> Option<i64> {
        (self.times[0] * 100).checked_div(self.logged())
    }
}

/// Hand-overs between two teams, by reason. `to` is None for a body outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways(pub BTreeMap<(i64, Option<i64>), BTreeMap<String, i64>>);

impl Ways {
    pub fn add(&mut self, from: i64, to: Option<i64>, reason: &str) {
        *self.0.entry((from, to)).or_default().entry(reason.to_owned()).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_and_more_are_one() {
        let mut tally = Tally::default();
        for (handovers, callbacks) in [(0, 5), (1, 2), (2, 1), (3, 1), (7, 1), (-1, 1)] {
            tally.add(handovers, callbacks);
        }
        assert_eq!((tally.times, tally.logged()), ([6, 2, 1, 2], 11));
    }

    #[test]
    fn a_share_is_of_something() {
        assert_eq!(Tally::default().unbounced(), None);
        assert_eq!(Tally { times: [199, 1, 0, 0] }.unbounced(), Some(99));
        assert_eq!(Tally { times: [3, 0, 0, 0] }.unbounced(), Some(100));
    }

    #[test]
    fn ways_add_up_by_reason() {
        let mut ways = Ways::default();
        for (to, reason) in [(Some(2), "absence"), (Some(2), "wrong_topic"), (Some(2), "absence"), (None, "help_elsewhere")] {
            ways.add(1, to, reason);
        }
        assert_eq!(ways.0[&(1, Some(2))], BTreeMap::from([("absence".to_owned(), 2), ("wrong_topic".to_owned(), 1)]));
        assert_eq!(ways.0.len(), 2);
    }
}
