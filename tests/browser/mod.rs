//! What only a real browser shows: focus, keys, scripts, the strict content policy, what a page looks like.
//! `tests/run` installs Chromium and fetches axe-core; pictures land in `target/screenshots`.

mod accounts;
mod answers;
mod call_lists;
mod chromium;
mod duplicates;
mod duty;
mod every_page;
mod examine;
mod first_day;
mod hours;
mod kept;
mod ladder;
mod needs;
mod organisations;
mod overview;
mod page;
mod refresh;
mod register;
mod set_up;
mod sharing;
mod sign_in;
mod sites;
mod story;
mod tasks;
mod transfers;

pub use page::{Effort, Page};
