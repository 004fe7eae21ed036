//! A token bucket per key: a burst is fine, a flood is not.

use chrono::NaiveDateTime;
use std::collections::HashMap;
use std::sync::Mutex;

const BURST: f64 = 20.0;
const REFILL_PER_SECOND: f64 = 0.5;
const KEYS_BEFORE_PURGE: usize = 10_000;

#[derive(Default)]
pub struct Buckets {
    buckets: Mutex<HashMap<String, (f64, NaiveDateTime)>>,
}

impl Buckets {
    /// Takes a token; false when none is left.
    pub fn take(&self, key: &str, now: NaiveDateTime) -> bool {
        let mut buckets = self.buckets.lock().expect("the buckets are never poisoned");
        if buckets.len() > KEYS_BEFORE_PURGE {
            buckets.retain(|_, bucket| refilled(*bucket, now) < BURST);
        }
        let bucket = buckets.entry(key.to_owned()).or_insert((BURST, now));
        let tokens = refilled(*bucket, now);
        let taken = tokens >= 1.0;
        *bucket = (if taken { tokens - 1.0 } else { tokens }, now);
        taken
    }
}

fn refilled((tokens, at): (f64, NaiveDateTime), now: NaiveDateTime) -> f64 {
    let seconds = (now - at).num_seconds().max(0) as f64;
    (tokens + seconds * REFILL_PER_SECOND).min(BURST)
}
