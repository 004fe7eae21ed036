//! The import itself: a thread with a database connection of its own. While it writes a slice it holds a place among the
//! service's writers, and between slices it gives the place up, so that no one waits for longer than a slice.

use super::store;
use super::upload::{self, Upload};
use crate::app::App;
use crate::companies::ytj::{self, Input, Options, Progress, Report};
use crate::db::{Writer, in_transaction};
use crate::error::Error;
use std::sync::Arc;
use std::time::Duration;

/// Long enough for whoever waits to get the place.
const PAUSE: Duration = Duration::from_millis(20);

/// Starts the import of an uploaded file; the file goes with it.
pub(super) fn start(app: Arc<App>, import_id: i64, file: Upload, municipalities: Vec<String>) -> Result<(), Error> {
    let work = move || {
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| import(&app, import_id, &file, municipalities)));
        let error = match done {
            Ok(Ok(report)) => record(&app, import_id, &file, &report).err(),
            Ok(Err(error)) => Some(error),
            Err(_) => Some(Error::internal("the import panicked")),
        };
        if let Some(error) = error {
            tracing::error!(%error, import = import_id, "the import broke");
            give_up(&app, import_id);
        }
    };
    std::thread::Builder::new().name("import".to_owned()).spawn(work).map(drop).map_err(Error::internal)
}

/// When the service starts, no import is running: one that was is interrupted, and what is left of its file is removed.
pub fn settle_abandoned(app: &App) -> Result<(), Error> {
    let now = app.now();
    in_transaction(&mut *app.db.writer()?, |conn| -> Result<(), Error> {
        while let Some(id) = store::running(conn)? {
            store::interrupt(conn, id, now)?;
        }
        Ok(())
    })?;
    upload::remove_abandoned(&app.config);
    Ok(())
}

fn import(app: &App, import_id: i64, file: &Upload, municipalities: Vec<String>) -> Result<Report, Error> {
    let mut conn = app.db.connection()?;
    let inputs = [Input::from(file.path.clone())];
    let mut place = Some(app.db.writer()?);
    let tell = |progress| match tell_progress(app, import_id, progress, place.take()) {
        Ok(mine) => place = Some(mine),
        // Without a place it goes on, at the price of a wait for somebody.
        Err(error) => tracing::warn!(%error, "the import's progress can't be told"),
    };
    Ok(ytj::import(&mut conn, &inputs, &Options { municipalities }, app.now(), tell)?)
}

/// Writes the progress down, gives the place up and gets it again.
fn tell_progress(app: &App, import_id: i64, progress: Progress, place: Option<Writer>) -> Result<Writer, Error> {
    if let Some(mut conn) = place {
        store::progress(&mut conn, import_id, progress)?;
    }
    std::thread::sleep(PAUSE);
    app.db.writer()
}

fn record(app: &App, import_id: i64, file: &Upload, report: &Report) -> Result<(), Error> {
    // A path of the server is nothing that a user knows.
    let path = file.path.display().to_string();
    let in_their_words = |text: &str| text.replace(&path, &file.name);
    let failure = report.failures.first().map(|failure| in_their_words(failure)).unwrap_or_default();
    let said = store::Said { failure, report: in_their_words(&report.to_string()) };
    let now = app.now();
    in_transaction(&mut *app.db.writer()?, |conn| Ok(store::end(conn, import_id, report, &said, now)?))
}

fn give_up(app: &App, import_id: i64) {
    let now = app.now();
    let interrupted = app.db.writer().and_then(|mut conn| Ok(store::interrupt(&mut conn, import_id, now)?));
    if let Err(error) = interrupted {
        tracing::error!(%error, import = import_id, "the import can't be marked as interrupted");
    }
}
