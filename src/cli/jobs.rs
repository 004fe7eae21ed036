//! `jobs run NAME`: one job, now, beside a running service or without one. Mails that it writes are sent by the service.

use super::Outcome;
use crate::app::{App, Clock};
use crate::config::Config;
use crate::imports;
use crate::jobs::{self, Done};
use crate::schedule::JOBS;
use clap::Subcommand;
use std::sync::Arc;
use std::time::Duration;

#[derive(Subcommand)]
pub enum JobsCommand {
    /// Run one job now.
    Run {
        /// One of the names that `jobs list` prints.
        name: String,
    },
    /// Print the names of all jobs.
    List,
}

pub fn run(config: Config, command: JobsCommand) -> Outcome {
    match command {
        JobsCommand::List => JOBS.iter().for_each(|job| println!("{}", job.name)),
        JobsCommand::Run { name } => run_one(config, &name)?,
    }
    Ok(())
}

fn run_one(config: Config, name: &str) -> Outcome {
    let names: Vec<&str> = JOBS.iter().map(|job| job.name).collect();
    let job =
        *JOBS.iter().find(|job| job.name == name).ok_or_else(|| format!("no job is called {name}; there are {}", names.join(", ")))?;
    let app = App::build(config, Clock::System)?;
    let (system, newest) = (actix_web::rt::System::new(), imports::store::newest(&mut *app.db.writer()?)?);
    let outcome = system.block_on(jobs::run(&app, job));
    // An import goes on in a thread of its own, which has the app and the system's queues.
    while Arc::strong_count(&app) > 1 {
        std::thread::sleep(Duration::from_millis(50));
    }
    match outcome? {
        jobs::Outcome::NotOurs => Err(format!("{name} runs on a server just now; try again in a minute").into()),
        jobs::Outcome::Ran(Done { done, failed: 0, .. }) => match imports::store::not_done_after(&mut *app.db.writer()?, newest)? {
            None => {
                println!("{name}: {done} done.");
                Ok(())
            }
            Some(state) => Err(format!("{name}: the import has begun and is {state}; /admin/imports tells more").into()),
        },
        jobs::Outcome::Ran(Done { done, failed, failure }) => {
            let why = failure.map(|failure| failure.to_string()).unwrap_or_default();
            Err(format!("{name}: {done} done, {failed} failed; the first: {why}").into())
        }
    }
}
