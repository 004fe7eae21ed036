//! The command line. Every command checks all settings first and ends with words, never with a panic.

mod backup;
mod demo;
mod import;
mod import_table;
mod jobs;
mod staff;

use crate::app::{App, Clock};
use crate::config::Config;
use crate::db::Db;
use crate::mail::worker::Worker;
use crate::{imports, schedule, set_up};
use clap::{Parser, Subcommand};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// The employer-services CRM of a Finnish employment area.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service.
    Serve,
    /// Try the product on made-up data, which is gone when it stops.
    Demo,
    /// Bring the database's schema up to date.
    Migrate,
    /// Write a copy of the database into a new file; people may go on working.
    Backup { file: PathBuf },
    /// Put a copy in the database's place, after checking it. Stop the service first.
    Restore { file: PathBuf },
    /// Data from elsewhere.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Background work.
    #[command(subcommand)]
    Jobs(jobs::JobsCommand),
    /// Accounts.
    #[command(subcommand)]
    Staff(staff::StaffCommand),
}

/// What `main` does.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match run_command(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kohtaanto: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(command: Command) -> Outcome {
    match command {
        Command::Serve => serve(Config::from_env()?),
        Command::Demo => demo::run(),
        Command::Migrate => migrate(&Config::from_env()?),
        Command::Backup { file } => backup::back_up(&Config::from_env()?, &file),
        Command::Restore { file } => backup::restore(&Config::from_env()?, &file),
        Command::Import(command) => import::run(&Config::from_env()?, command),
        Command::Jobs(command) => jobs::run(Config::from_env()?, command),
        Command::Staff(command) => staff::run(&Config::from_env()?, command),
    }
}

fn serve(config: Config) -> Outcome {
    start_logging("info");
    let listener = listen(&config)?;
    let app = App::build(config, Clock::System)?;
    imports::work::settle_abandoned(&app)?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    if let Some(words) = set_up::first::console_words(&app)? {
        println!("{words}");
    }
    run_service(app, listener)
}

/// The web server, the mail worker and the jobs, until they are told to stop.
fn run_service(app: Arc<App>, listener: TcpListener) -> Outcome {
    actix_web::rt::System::new().block_on(async move {
        let worker = Worker::start(app.clone());
        let background = crate::jobs::Worker::start(app.clone(), schedule::JOBS);
        let served = crate::server::serve(app, listener)?.await;
        background.stop().await;
        worker.stop().await;
        served
    })?;
    Ok(())
}

fn migrate(config: &Config) -> Outcome {
    Db::open(&config.database)?;
    println!("The database is up to date.");
    Ok(())
}

fn listen(config: &Config) -> Result<TcpListener, String> {
    TcpListener::bind(config.listen).map_err(|error| format!("KOHTAANTO_LISTEN: {} can't be listened on: {error}", config.listen))
}

/// JSON lines on standard error; `RUST_LOG` chooses what is told, otherwise it is from this level up.
fn start_logging(level: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| level.into());
    tracing_subscriber::fmt().json().flatten_event(true).with_target(false).with_env_filter(filter).with_writer(std::io::stderr).init();
}
