//! `import`: the company register from the open data's bulk file, and tables.

use super::Outcome;
use crate::classifications::municipalities;
use crate::companies::store;
use crate::companies::ytj::{self, Input, Options, Progress, thousands};
use crate::config::Config;
use crate::db::Db;
use crate::i18n::Lang;
use clap::Subcommand;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Records of one transaction while nobody works with the register yet.
const FIRST_TOGETHER: u64 = 40_000;

#[derive(Subcommand)]
pub enum ImportCommand {
    /// The PRH/YTJ open data's bulk file into the company register. Running it again changes nothing that is up to date.
    Ytj {
        /// JSON or ZIP; - is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Codes such as 734,761: new companies come from these municipalities only.
        #[arg(long = "municipality", value_delimiter = ',', value_parser = municipality)]
        municipalities: Vec<String>,
    },
    /// A table of companies, contact persons or contacts. Without --confirm it only tells what would happen.
    Csv(super::import_table::TableArguments),
}

fn municipality(code: &str) -> Result<String, String> {
    let code = code.trim();
    municipalities::name(code, Lang::Fi).map(|_| code.to_owned()).ok_or_else(|| "no municipality has this code of three digits".to_owned())
}

pub fn run(config: &Config, command: ImportCommand) -> Outcome {
    match command {
        ImportCommand::Ytj { files, municipalities } => register(config, files, municipalities),
        ImportCommand::Csv(arguments) => super::import_table::run(config, &arguments),
    }
}

fn register(config: &Config, files: Vec<PathBuf>, municipalities: Vec<String>) -> Outcome {
    let inputs: Vec<Input> = files.into_iter().map(Input::from).collect();
    let db = Db::open(&config.database)?;
    let now = crate::app::Clock::System.now();
    let mut conn = db.writer()?;
    let mut options = Options { municipalities, ..Options::default() };
    if store::is_empty(&mut conn)? {
        options.together = FIRST_TOGETHER;
    }
    let mut meter = Meter::start();
    let report = ytj::import(&mut conn, &inputs, &options, now, |progress| meter.show(progress))?;
    meter.end();
    print!("{report}");
    if report.is_complete() { Ok(()) } else { Err("not everything could be read".into()) }
}

/// Tells on standard error how far the import is: on one line of a terminal, else a line now and then.
struct Meter {
    started: Instant,
    shown: Instant,
    interval: Duration,
    on_terminal: bool,
}

impl Meter {
    fn start() -> Self {
        let on_terminal = std::io::stderr().is_terminal();
        let interval = Duration::from_secs(if on_terminal { 1 } else { 5 });
        Self { started: Instant::now(), shown: Instant::now(), interval, on_terminal }
    }

    fn show(&mut self, progress: Progress) {
        if self.shown.elapsed() < self.interval {
            return;
        }
        self.shown = Instant::now();
        let line = line(progress, self.started.elapsed());
        if self.on_terminal {
            eprint!("\r{line}\x1b[K")
        } else {
            eprintln!("{line}")
        }
        // What can't be shown is not worth stopping for.
        let _ = std::io::stderr().flush();
    }

    fn end(&self) {
        if self.on_terminal {
            eprint!("\r\x1b[K");
        }
    }
}

fn line(progress: Progress, elapsed: Duration) -> String {
    let seconds = elapsed.as_secs_f64().max(0.001);
    let rate = (progress.records as f64 / seconds) as u64;
    let mut line = format!("{} records, {} a second", thousands(progress.records), thousands(rate));
    if let Some(total) = progress.total_bytes.filter(|_| progress.bytes > 0) {
        let left = total.saturating_sub(progress.bytes) as f64 * seconds / progress.bytes as f64;
        line += &format!(", {} % read, about {} s left", progress.bytes * 100 / total.max(1), thousands(left as u64));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_tells_rows_rate_and_remaining() {
        let progress = Progress { records: 20_000, bytes: 250, total_bytes: Some(1000) };
        assert_eq!(line(progress, Duration::from_secs(10)), "20,000 records, 2,000 a second, 25 % read, about 30 s left");
        let from_pipe = Progress { total_bytes: None, ..progress };
        assert_eq!(line(from_pipe, Duration::from_secs(10)), "20,000 records, 2,000 a second");
    }

    #[test]
    fn municipalities_are_codes() {
        assert_eq!(municipality(" 734").as_deref(), Ok("734"));
        assert!(municipality("73").is_err() && municipality("Salo").is_err());
    }
}
