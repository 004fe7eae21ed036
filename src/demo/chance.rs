//! Chance that repeats itself: the same seed gives the same demo.

/// SplitMix64: small, and good enough to shuffle a demo.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `count` − 1; `count` is at least 1.
    pub fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// Both ends included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1) as usize) as i64
    }

    pub fn percent(&mut self, likely: usize) -> bool {
        self.below(100) < likely
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// One of the items, each as likely as its weight says.
    pub fn weighted<'a, T>(&mut self, items: &'a [(usize, T)]) -> &'a T {
        let mut left = self.below(items.iter().map(|(weight, _)| weight).sum());
        let chosen = items.iter().find(|(weight, _)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        });
        &chosen.unwrap_or(&items[items.len() - 1]).1
    }

    /// From 0 to `count` − 1, the low numbers far more often: some companies are met often, most seldom.
    pub fn skewed(&mut self, count: usize) -> usize {
        self.below(count) * self.below(count) / count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_repeats_itself() {
        let draw = |seed| {
            let mut chance = Chance::new(seed);
            (0..20).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn weights_are_kept() {
        let mut chance = Chance::new(1);
        let drawn: Vec<char> = (0..10_000).map(|_| *chance.weighted(&[(90, 'a'), (0, 'b'), (10, 'c')])).collect();
        let often = drawn.iter().filter(|letter| **letter == 'a').count();
        assert!((8_700..9_300).contains(&often), "{often}");
        assert!(!drawn.contains(&'b'));
    }
}
