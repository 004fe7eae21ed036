//! `backup` and `restore`: a copy of everything, and the way back.

use super::Outcome;
use crate::config::Config;
use crate::db;
use std::path::Path;

pub fn back_up(config: &Config, file: &Path) -> Outcome {
    db::back_up(&config.database, file)?;
    println!("The copy is in {}. It holds personal data: keep it as safe as the database.", file.display());
    Ok(())
}

pub fn restore(config: &Config, file: &Path) -> Outcome {
    let told = db::restore(&config.database, file)?;
    println!("The database is as it was when {} was made. {told}", file.display());
    Ok(())
}
