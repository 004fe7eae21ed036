//! Figures of the real program, for `tests/run --long`: absolute, so the machine's load stands beside them, and CPU seconds
//! are to be trusted more than seconds. What is found goes to `target/figures.txt`. `tests/run --long load::` is these alone.

mod first_day;
mod program;
mod ratios;
mod records;
mod register;
mod requests;

use crate::support::{TempDir, is_long};

/// The machine's load: how many processes wanted a processor in the last 1, 5 and 15 minutes.
fn load() -> String {
    let averages = std::fs::read_to_string("/proc/loadavg").expect("the load");
    averages.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

#[actix_web::test]
async fn figures() {
    if !is_long() {
        return;
    }
    // The demo's database is a file; a server's memory and start are its own.
    let on_sqlite = std::env::var_os("TEST_DATABASE_URL").is_none();
    let build = program::build(on_sqlite);
    if on_sqlite {
        first_day::figures(&build, &TempDir::new()).await;
    }
    register::figures(&build.program).await;
}
