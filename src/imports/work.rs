//! The import itself: a thread with a database connection of its own. While it writes a slice it holds a turn among the
//! service's writers, and between slices it queues up for the next one, so that no one waits for longer than a slice.

use super::download::{self, Failure};
use super::upload::{self, Upload};
use super::{State, changes, mails, schedule, store};
use crate::app::App;
use crate::companies::ytj::{self, Input, Options, Progress, Report};
use crate::db::{Conn, in_transaction};
use crate::error::Error;
use std::sync::Arc;
use tokio::runtime::Handle;

/// Records that are written at a time: some hundredths of a second.
const SLICE: u64 = 1_000;

/// Where the file comes from.
pub(super) enum Source {
    /// It is there; it goes with the import.
    Upload(Upload),
    OpenData,
}

/// One import, in its thread.
struct Work {
    app: Arc<App>,
    id: i64,
    municipalities: Vec<String>,
    /// Of the service: its queues are asynchronous, and a thread waits in them through this.
    runtime: Handle,
}

/// Starts an import whose row has been begun.
pub(super) fn start(app: Arc<App>, id: i64, source: Source, municipalities: Vec<String>) -> Result<(), Error> {
    let work = Work { app, id, municipalities, runtime: Handle::current() };
    let run = move || {
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work.run(source)));
        if let Err(error) = done.unwrap_or_else(|_| Err(Error::internal("the import panicked"))) {
            tracing::error!(%error, import = work.id, "the import broke");
            work.give_up();
        }
    };
    std::thread::Builder::new().name("import".to_owned()).spawn(run).map(drop).map_err(Error::internal)
}

/// When the service starts, no import is running: one that was is interrupted, and what is left of its file is removed.
pub fn settle_abandoned(app: &App) -> Result<(), Error> {
    in_transaction(&mut *app.db.writer()?, |conn| -> Result<(), Error> {
        while let Some(id) = store::running(conn)? {
            interrupt(conn, app, id)?;
        }
        Ok(())
    })?;
    upload::remove_abandoned(&app.config);
    Ok(())
}

fn interrupt(conn: &mut Conn, app: &App, id: i64) -> Result<(), Error> {
    store::interrupt(conn, id, app.now())?;
    tell_administrators(conn, app, id, State::Interrupted)
}

/// Of an import that began by itself, which is made up for unless it is done; who began one sees how it goes.
fn tell_administrators(conn: &mut Conn, app: &App, id: i64, state: State) -> Result<(), Error> {
    if !store::find(conn, id)?.is_some_and(|import| import.is_scheduled) {
        return Ok(());
    }
    if state != State::Done {
        schedule::try_tomorrow(conn, app.now())?;
    }
    let open = changes::store::open(conn, id)?;
    mails::refreshed(conn, app, id, state, open)
}

impl Work {
    fn run(&self, source: Source) -> Result<(), Error> {
        let file = match source {
            Source::Upload(file) => file,
            Source::OpenData => match self.download()? {
                Some(file) => file,
                None => return Ok(()),
            },
        };
        let report = self.import(&file)?;
        self.record(&file, &report)
    }

    /// The file, or none if the import has failed for want of it.
    fn download(&self) -> Result<Option<Upload>, Error> {
        let id = self.id;
        let tell = |bytes, total| {
            let told = self.runtime.block_on(self.app.db.write(move |conn| Ok(store::downloaded(conn, id, bytes, total)?)));
            if let Err(error) = told {
                tracing::warn!(%error, "the download's progress can't be told");
            }
        };
        let failure = match download::fetch(&self.app.config, tell) {
            Ok(file) => {
                store::progress(&mut *self.app.db.writer()?, id, Progress::default())?;
                return Ok(Some(file));
            }
            Err(Failure::Internal(error)) => return Err(error),
            Err(failure) => failure.code().unwrap_or_default(),
        };
        tracing::warn!(failure, import = id, "the open data can't be downloaded");
        let now = self.app.now();
        in_transaction(&mut *self.app.db.writer()?, |conn| {
            store::fail(conn, id, failure, now)?;
            tell_administrators(conn, &self.app, id, State::Failed)
        })?;
        self.app.mail.notify_one();
        Ok(None)
    }

    fn import(&self, file: &Upload) -> Result<Report, Error> {
        let db = &self.app.db;
        let mut conn = db.connection()?;
        let inputs = [Input::from(file.path.clone())];
        let options = Options { municipalities: self.municipalities.clone(), together: SLICE, import_id: Some(self.id) };
        let mut turn = Some(self.runtime.block_on(db.turn())?);
        let tell = |progress| {
            if let Err(error) = self.tell(progress) {
                tracing::warn!(%error, "the import's progress can't be told");
            }
            // Given up first: whoever waits comes before the next slice.
            turn = None;
            turn = self.runtime.block_on(db.turn()).ok();
        };
        let report = ytj::import(&mut conn, &inputs, &options, self.app.now(), tell)?;
        drop(turn);
        Ok(report)
    }

    fn tell(&self, progress: Progress) -> Result<(), Error> {
        Ok(store::progress(&mut *self.app.db.writer()?, self.id, progress)?)
    }

    fn record(&self, file: &Upload, report: &Report) -> Result<(), Error> {
        // A path of the server is nothing that a user knows.
        let path = file.path.display().to_string();
        let in_their_words = |text: &str| text.replace(&path, &file.name);
        let failure = report.failures.first().map(|failure| in_their_words(failure)).unwrap_or_default();
        let said = store::Said { failure, report: in_their_words(&report.to_string()) };
        let (id, now) = (self.id, self.app.now());
        in_transaction(&mut *self.app.db.writer()?, |conn| {
            let state = store::end(conn, id, report, &said, now)?;
            tell_administrators(conn, &self.app, id, state)
        })?;
        self.app.mail.notify_one();
        Ok(())
    }

    fn give_up(&self) {
        let told = |conn: &mut Conn| interrupt(conn, &self.app, self.id);
        if let Err(error) = self.app.db.writer().and_then(|mut conn| in_transaction(&mut conn, told)) {
            tracing::error!(%error, import = self.id, "the import can't be marked as interrupted");
        }
        self.app.mail.notify_one();
    }
}
