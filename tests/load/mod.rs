//! Figures of the real program, for `tests/run --long`: absolute, so the machine's load stands beside them, and CPU seconds
//! are to be trusted more than seconds. What is found goes to `target/figures.txt`.

mod first_day;
mod program;
