//! A made-up employment area to try the product on: the model customer's set-up, invented companies and people, and half
//! a year of work relative to today. It is planned (`scene`, `everyday`, `stories`, `desk`, `campaign`) and then played through
//! the product's own functions (`play`, `telephone`, `campaign`), while the background jobs do their part (`meanwhile`); so it holds nothing
//! that users couldn't have entered. The same day gives the same demo.

mod agenda;
mod campaign;
mod cast;
mod chance;
mod days;
mod desk;
mod everyday;
mod meanwhile;
mod names;
mod needs;
mod play;
mod register;
mod scene;
mod setting;
mod stories;
mod telephone;
mod texts;

pub use cast::{Account, PASSWORD};

use crate::app::{App, Clock};
use crate::config::Config;
use crate::db::in_transaction;
use crate::error::Error;
use crate::web::Viewer;
use agenda::Agenda;
use chrono::NaiveDateTime;
use play::Stage;
use scene::Scene;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Fills the empty database that `config` names; `folder` takes the register's file. Returns who can sign in.
///
/// # Errors
/// Those of the database and of the folder.
pub fn set_up(config: &Config, folder: &Path, now: NaiveDateTime) -> Result<Vec<Account>, Box<dyn std::error::Error + Send + Sync>> {
    let mut scene = Scene::invent(now);
    let start = scene.history.start();
    let clock = Arc::new(Mutex::new(start));
    let app = App::build(config.clone(), Clock::Set(clock.clone()))?;
    let mut conn = app.db.writer()?;
    register::import(&mut conn, &scene.companies, folder, start)?;
    let accounts = in_transaction(&mut conn, |conn| -> Result<_, Error> {
        let setting = setting::enter(conn, start)?;
        let accounts = cast::enter(conn, &setting, start)?;
        setting::close(conn, &setting, &scene.history)?;
        cast::plan_duty(conn, &setting, &scene.history)?;
        cast::plan_absence(conn, &accounts, &scene.history)?;
        let viewers: Vec<Viewer> = accounts.iter().map(|account| account.viewer.clone()).collect();
        let mut agenda = Agenda::default();
        everyday::plan(&mut scene, &mut agenda, &viewers);
        stories::plan(&mut scene, &mut agenda, &viewers);
        desk::plan(&mut scene, &mut agenda, &viewers);
        campaign::plan(&scene, &mut agenda, &viewers);
        let (acts, stories) = agenda.in_order(now);
        Stage::new(&app, &clock, &setting, &accounts, scene).play(conn, acts, stories)?;
        Ok(accounts)
    })?;
    Ok(accounts)
}
