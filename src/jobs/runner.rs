//! The jobs of a running service: one after the other, each under its lease.

use super::{Done, Job, store};
use crate::app::App;
use crate::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often it is looked whether a job is due, without being woken.
const TICK: Duration = Duration::from_secs(20);
/// How often the lease of a job at work is renewed: several times before it ends.
const RENEWAL: Duration = Duration::from_secs(15);
/// How long a job in hand may delay the end of the service.
const FAREWELL: Duration = Duration::from_secs(20);

/// How a run ended.
#[derive(Debug)]
pub enum Outcome {
    Ran(Done),
    /// Another server has it in hand, or it isn't due.
    NotOurs,
}

/// Runs one job now, unless another server is at it.
///
/// # Errors
/// Why the job as a whole failed, or the database did. Pieces that failed are counted in `Done`.
pub async fn run(app: &Arc<App>, job: Job) -> Result<Outcome, Error> {
    run_if_due(app, job, true).await
}

/// Runs each job now; one that fails doesn't stop the others.
///
/// # Errors
/// The first error of a job or of a piece of its work, after all have run.
pub async fn run_all(app: &Arc<App>, jobs: &[Job]) -> Result<(), Error> {
    let mut outcome = Ok(());
    for job in jobs.iter().copied() {
        let ran = match run(app, job).await {
            Ok(Outcome::Ran(Done { failure: Some(error), .. })) | Err(error) => Err(error),
            Ok(_) => Ok(()),
        };
        outcome = outcome.and(ran);
    }
    outcome
}

async fn run_if_due(app: &Arc<App>, job: Job, woken: bool) -> Result<Outcome, Error> {
    let now = app.now();
    let Some(lease) = app.db.write(move |conn| Ok(store::claim(conn, &job, woken, now)?)).await? else { return Ok(Outcome::NotOurs) };
    let outcome = at_work(app, job, &lease).await;
    let ended = app.now();
    if let Err(error) = &outcome {
        tracing::error!(job = job.name, %error, "a job failed");
    }
    let recorded = app.db.write(move |conn| {
        store::record(conn, &job, &lease, &outcome, ended)?;
        Ok(outcome)
    });
    recorded.await?.map(Outcome::Ran)
}

/// The job itself, on a thread of its own, while its lease is renewed.
async fn at_work(app: &Arc<App>, job: Job, lease: &str) -> Result<Done, Error> {
    let worker = app.clone();
    let mut work = tokio::task::spawn_blocking(move || (job.run)(&worker));
    loop {
        match tokio::time::timeout(RENEWAL, &mut work).await {
            Ok(ran) => return ran.map_err(Error::internal).and_then(|result| result),
            Err(_) => {
                let (lease, now) = (lease.to_owned(), app.now());
                if let Err(error) = app.db.write(move |conn| Ok(store::renew(conn, &job, &lease, now)?)).await {
                    tracing::warn!(job = job.name, %error, "a lease can't be renewed");
                }
            }
        }
    }
}

/// The jobs of a running service.
pub struct Worker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Worker {
    pub fn start(app: Arc<App>, jobs: &'static [Job]) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, task: tokio::spawn(go_on(app, jobs, stopped)) }
    }

    /// Lets the job in hand end.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if tokio::time::timeout(FAREWELL, &mut self.task).await.is_err() {
            tracing::warn!("a job was still at work at the end");
            self.task.abort();
        }
    }
}

async fn go_on(app: Arc<App>, jobs: &'static [Job], mut stopped: watch::Receiver<bool>) {
    let mut woken = false;
    while !*stopped.borrow() {
        for job in jobs.iter().copied() {
            if *stopped.borrow() {
                return;
            }
            // A job that failed has its line in the log and in its row; the next round tries again.
            if let Err(error) = run_if_due(&app, job, woken).await {
                tracing::error!(job = job.name, %error, "a job can't be run");
            }
        }
        tokio::select! {
            changed = stopped.changed() => if changed.is_err() { return },
            () = app.jobs.notified() => woken = true,
            () = tokio::time::sleep(TICK) => woken = false,
        }
    }
}
