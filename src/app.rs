//! Everything a request or a job needs, built once; the tests build the same with their own clock and database.

use crate::companies::search::Spellings;
use crate::config::Config;
use crate::db::Db;
use crate::web::templates::Templates;
use chrono::{NaiveDate, NaiveDateTime, Utc};
use std::sync::{Arc, Mutex, Weak};

pub struct App {
    pub config: Config,
    pub db: Db,
    pub templates: &'static Templates,
    pub clock: Clock,
    /// Woken when a mail enters the outbox.
    pub mail: tokio::sync::Notify,
    /// Woken when there is work for a background job.
    pub jobs: tokio::sync::Notify,
    pub sign_in_limit: crate::web::limits::Buckets,
    /// Numbers and hours of the teams, for the frame of every page.
    pub desks: crate::organisations::duty::today::Desks,
    /// The words of the register's names, for who mistypes them.
    pub spellings: Spellings,
    /// Opens the set-up of an empty installation; each process has its own.
    pub first_token: String,
    /// Itself, for work that outlives whoever begins it.
    shared: Weak<Self>,
}

impl App {
    /// Opens the database, brings its schema up to date and loads the templates.
    pub fn build(config: Config, clock: Clock) -> Result<Arc<Self>, Box<dyn std::error::Error + Send + Sync>> {
        let db = Db::open(&config.database)?;
        let templates = Templates::load()?;
        Ok(Arc::new_cyclic(|shared| Self {
            spellings: Spellings::new(db.clone()),
            db,
            templates,
            clock,
            mail: tokio::sync::Notify::new(),
            jobs: tokio::sync::Notify::new(),
            sign_in_limit: crate::web::limits::Buckets::default(),
            desks: crate::organisations::duty::today::Desks::default(),
            first_token: crate::web::token::random(),
            config,
            shared: shared.clone(),
        }))
    }

    /// The same app, for a thread of its own.
    pub fn shared(&self) -> Option<Arc<Self>> {
        self.shared.upgrade()
    }

    /// The instant, in UTC, to the second: what is stored.
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    /// The date in Finland.
    pub fn today(&self) -> NaiveDate {
        crate::i18n::helsinki(self.now()).date_naive()
    }
}

/// The time, or the time that a test says it is.
#[derive(Clone, Default)]
pub enum Clock {
    #[default]
    System,
    Set(Arc<Mutex<NaiveDateTime>>),
}

impl Clock {
    pub fn set_to(instant: NaiveDateTime) -> Self {
        Self::Set(Arc::new(Mutex::new(instant)))
    }

    pub fn now(&self) -> NaiveDateTime {
        match self {
            Self::System => chrono::SubsecRound::trunc_subsecs(Utc::now().naive_utc(), 0),
            Self::Set(instant) => *instant.lock().expect("the clock is never poisoned"),
        }
    }
}
