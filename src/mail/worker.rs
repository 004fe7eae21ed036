//! Sends what is due: one worker runs inside the service, and any number of services may run on one database.

use super::delivery::{self, Became};
use super::health;
use super::sender::{self, Sender};
use crate::app::App;
use crate::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often the outbox is looked at without being woken: for back-offs, and for rows of another process.
const TICK: Duration = Duration::from_secs(30);
/// How long the mail in hand may delay the end of the service. Cut off, it goes again when its lease has run out.
const FAREWELL: Duration = Duration::from_secs(20);

/// What one look at the outbox did, in mails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drained {
    pub sent: usize,
    pub delayed: usize,
    pub failed: usize,
    /// The server refuses us as a whole, and everything waits.
    pub in_trouble: bool,
}

/// Sends everything that is due now.
///
/// # Errors
/// Those of the database; what a server does is recorded, never an error.
pub async fn drain(app: &App) -> Result<Drained, Error> {
    drain_until(app, || false).await
}

async fn drain_until(app: &App, stopping: impl Fn() -> bool) -> Result<Drained, Error> {
    let mut sender = Sender::new(&app.config.mail.transport);
    let mut drained = Drained::default();
    while !stopping() && !drained.in_trouble && !sender.is_unreachable() {
        match send_next(app, &mut sender).await? {
            None => break,
            Some(Became::Sent) => drained.sent += 1,
            Some(Became::Delayed) => drained.delayed += 1,
            Some(Became::Failed) => drained.failed += 1,
            Some(Became::Held) => drained.in_trouble = true,
        }
    }
    sender.close().await;
    Ok(drained)
}

/// One mail from claim to record; None if no mail is due.
async fn send_next(app: &App, sender: &mut Sender<'_>) -> Result<Option<Became>, Error> {
    let now = app.now();
    let lease = chrono::Duration::from_std(sender::longest(&app.config.mail.transport)).map_err(Error::internal)?;
    let Some(mail) = app.db.write(move |conn| Ok(delivery::claim(conn, now, lease)?)).await? else { return Ok(None) };
    let id = mail.id;
    let outcome = sender.send(&mail.message(&app.config.mail.from)).await;
    let ended = app.now();
    let became = app.db.write(move |conn| Ok(delivery::record(conn, &mail, &outcome, ended)?)).await?;
    // Without the reply, which may hold addresses.
    match became {
        Became::Sent => tracing::info!(mail = id, "mail sent"),
        Became::Delayed => tracing::warn!(mail = id, "mail delayed"),
        Became::Failed => tracing::warn!(mail = id, "mail refused"),
        Became::Held => tracing::error!(mail = id, "the mail server refuses us, all mail waits"),
    }
    Ok(Some(became))
}

/// The worker of a running service.
pub struct Worker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Worker {
    /// Starts sending, at once also where the server refused us before: its settings may have been mended meanwhile.
    pub fn start(app: Arc<App>) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, task: tokio::spawn(run(app, stopped)) }
    }

    /// Lets the mail in hand end, takes no other, and returns when that is done or has taken too long.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if tokio::time::timeout(FAREWELL, &mut self.task).await.is_err() {
            tracing::warn!("a mail was still on its way at the end");
            self.task.abort();
        }
    }
}

async fn run(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    let now = app.now();
    if let Err(error) = app.db.write(move |conn| Ok(health::try_now(conn, now)?)).await {
        tracing::error!(%error, "the mail worker can't reach its database");
    }
    while !*stopped.borrow() {
        if let Err(error) = drain_until(&app, || *stopped.borrow()).await {
            tracing::error!(%error, "the mail worker can't reach its database");
        }
        tokio::select! {
            changed = stopped.changed() => if changed.is_err() { return },
            () = app.mail.notified() => {}
            () = tokio::time::sleep(TICK) => {}
        }
    }
}
