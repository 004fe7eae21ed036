//! What only `tests/run --long` does.

use std::io::Write;
use std::path::Path;

/// Every number at its full size. Kept where several tests start programs that use all processors.
pub fn is_long() -> bool {
    std::env::var_os("KOHTAANTO_LONG").is_some()
}

/// Adds to `target/figures.txt`, which `tests/run --long` prints at its end.
pub fn report(heading: &str, figures: &str) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../figures.txt");
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).expect("the figures' file");
    let text = format!("{heading}\n{}\n\n", figures.trim_end());
    file.write_all(text.as_bytes()).expect("the figures are written");
    println!("{text}");
}
