//! The command line. Every command checks all settings first and ends with words, never with a panic.

mod staff;

use crate::app::{App, Clock};
use crate::config::Config;
use crate::db::Db;
use clap::{Parser, Subcommand};
use std::net::TcpListener;
use std::process::ExitCode;

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
    /// Bring the database's schema up to date.
    Migrate,
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
    let config = Config::from_env()?;
    match command {
        Command::Serve => serve(config),
        Command::Migrate => migrate(&config),
        Command::Staff(command) => staff::run(&config, command),
    }
}

fn serve(config: Config) -> Outcome {
    start_logging();
    let listener = listen(&config)?;
    let app = App::build(config, Clock::System)?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    actix_web::rt::System::new().block_on(async move { crate::server::serve(app, listener)?.await })?;
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

/// JSON lines on standard error; `RUST_LOG` chooses what is told.
fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().json().flatten_event(true).with_target(false).with_env_filter(filter).with_writer(std::io::stderr).init();
}
