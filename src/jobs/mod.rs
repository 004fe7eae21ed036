//! Background work. A job looks for what is due and does it, each piece in a transaction of its own; the table of all jobs
//! is `crate::schedule`. Several servers may share a database: a job has a lease ([`store`]), so that one of them does it at
//! a time, and each piece of work is claimed by compare and set, so that a lease that was lost does no harm.

pub mod pages;
mod runner;
mod store;

pub use runner::{Outcome, Worker, run, run_all};
pub use store::{Health, health};

use crate::app::App;
use crate::db::{Conn, in_transaction};
use crate::error::Error;
use chrono::TimeDelta;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A recurring job. It runs on a thread that may block, and opens its own transactions.
#[derive(Clone, Copy)]
pub struct Job {
    /// How the command line, the jobs page and the database name it: `password-requests`.
    pub name: &'static str,
    /// How long after its end it runs again, unless it is woken before.
    pub every: TimeDelta,
    pub run: fn(&App) -> Result<Done, Error>,
}

/// What one run did, in pieces of work.
#[derive(Debug, Default)]
pub struct Done {
    pub done: usize,
    pub failed: usize,
    /// Why the first one failed.
    pub failure: Option<Error>,
}

impl Done {
    /// So many pieces, and none failed.
    pub fn of(done: usize) -> Self {
        Self { done, ..Self::default() }
    }
}

/// Does each piece in a transaction of its own: one that fails is told in the log and keeps no other waiting. `work` gives
/// false where there was nothing to do any more.
pub fn each<T: std::fmt::Debug>(app: &App, pieces: Vec<T>, work: impl Fn(&mut Conn, &T) -> Result<bool, Error>) -> Done {
    let mut done = Done::default();
    for piece in pieces {
        // Also a panic is the trouble of one piece; its connection is not used again.
        let attempt = AssertUnwindSafe(|| app.db.writer().and_then(|mut conn| in_transaction(&mut conn, |conn| work(conn, &piece))));
        let outcome = catch_unwind(attempt).unwrap_or_else(|_| Err(Error::internal("a piece of work panicked")));
        match outcome {
            Ok(true) => done.done += 1,
            Ok(false) => {}
            Err(error) => {
                tracing::error!(?piece, %error, "a piece of work failed");
                done.failed += 1;
                done.failure.get_or_insert(error);
            }
        }
    }
    done
}
