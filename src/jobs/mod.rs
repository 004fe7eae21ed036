//! Work in the background. A job looks for what is due and does it; it finds nothing when another server was quicker. The
//! table of all jobs is `crate::schedule`; this knows how they are run.

use crate::app::App;
use crate::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often the jobs run without being woken.
const TICK: Duration = Duration::from_secs(60);
/// How long a job in hand may delay the end of the service.
const FAREWELL: Duration = Duration::from_secs(20);

/// Does everything of one kind that is due now. It runs on a thread that may block, and opens its own transactions: one
/// for each piece of work, so that a bad row keeps nothing else waiting.
#[derive(Clone, Copy)]
pub struct Job {
    pub name: &'static str,
    pub run: fn(&App) -> Result<(), Error>,
}

/// Runs each job once; one that fails doesn't stop the others.
///
/// # Errors
/// The first error of a job, after all have run.
pub async fn run_all(app: &Arc<App>, jobs: &[Job]) -> Result<(), Error> {
    let mut outcome = Ok(());
    for job in jobs.iter().copied() {
        let app = app.clone();
        let ran = tokio::task::spawn_blocking(move || (job.run)(&app)).await;
        if let Err(error) = ran.map_err(Error::internal).and_then(|result| result) {
            tracing::error!(job = job.name, %error, "a job failed");
            outcome = outcome.and(Err(error));
        }
    }
    outcome
}

/// The jobs of a running service.
pub struct Worker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Worker {
    pub fn start(app: Arc<App>, jobs: &'static [Job]) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, task: tokio::spawn(run(app, jobs, stopped)) }
    }

    /// Lets the round in hand end.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if tokio::time::timeout(FAREWELL, &mut self.task).await.is_err() {
            tracing::warn!("a job was still at work at the end");
            self.task.abort();
        }
    }
}

async fn run(app: Arc<App>, jobs: &'static [Job], mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        // Each failure has its line in the log; the next round tries again.
        let _ = run_all(&app, jobs).await;
        tokio::select! {
            changed = stopped.changed() => if changed.is_err() { return },
            () = app.jobs.notified() => {}
            () = tokio::time::sleep(TICK) => {}
        }
    }
}
