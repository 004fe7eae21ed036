//! `staff add`: the first account of an installation, and any later one. `staff deactivate`: the way out.

use super::Outcome;
use crate::app::{App, Clock};
use crate::config::Config;
use crate::db::{Db, in_transaction};
use crate::error::Error;
use crate::i18n::Lang;
use crate::overview::departure;
use crate::staff::{memberships, passwords, store};
use crate::web::{Role, token};
use crate::{audit, organisations};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum StaffCommand {
    /// Add a person at the host organisation and print a password for the first sign-in.
    Add {
        email: String,
        /// First name and surname.
        name: String,
        /// A role; may be given several times.
        #[arg(long = "role", value_parser = role, default_value = "staff")]
        roles: Vec<Role>,
        /// fi, sv or en.
        #[arg(long, value_parser = language, default_value = "fi")]
        language: Lang,
        /// The host organisation's name, when this is the first account; it can also be given in the set-up.
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Close a person's account and end every session.
    Deactivate { email: String },
}

struct NewAccount {
    email: String,
    name: String,
    roles: Vec<Role>,
    language: Lang,
    organisation: Option<String>,
}

fn role(code: &str) -> Result<Role, String> {
    let known = || Role::ALL.map(Role::code).join(", ");
    Role::from_code(code).ok_or_else(|| format!("roles are {}", known()))
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "languages are fi, sv, en".to_owned())
}

pub fn run(config: &Config, command: StaffCommand) -> Outcome {
    match command {
        StaffCommand::Add { email, name, roles, language, organisation } => {
            add(config, NewAccount { email: email.trim().to_owned(), name: name.trim().to_owned(), roles, language, organisation })
        }
        StaffCommand::Deactivate { email } => deactivate(config, &email),
    }
}

fn add(config: &Config, account: NewAccount) -> Outcome {
    let NewAccount { email, name, mut roles, language, organisation } = account;
    if !validator::ValidateEmail::validate_email(&email) {
        return Err(format!("{email} is no e-mail address").into());
    }
    if name.is_empty() {
        return Err("the name is empty".into());
    }
    roles.sort_unstable_by_key(|role| role.code());
    roles.dedup();
    let db = Db::open(&config.database)?;
    let now = Clock::System.now();
    let password = token::random()[..20].to_owned();
    let password_hash = passwords::hash(&password)?;
    let mut conn = db.writer()?;
    in_transaction(&mut conn, |conn| -> Outcome {
        if store::find_by_email(conn, &email)?.is_some() {
            return Err(format!("there is an account with the address {email} already").into());
        }
        if store::is_empty(conn)? && !roles.contains(&Role::Administrator) {
            return Err("the first account must be able to set up: add --role administrator".into());
        }
        let host = match (organisations::store::host(conn)?, organisation) {
            (Some(host), _) => host,
            (None, Some(title)) => organisations::store::add(conn, &title, true, None, now)?,
            // Its name is asked for in the set-up.
            (None, None) => organisations::store::add(conn, &crate::set_up::unnamed_area(language), true, None, now)?,
        };
        let new = store::NewStaff { email: &email, name: &name, language, password_hash: &password_hash };
        let staff_id = store::add(conn, &new, now)?;
        store::add_membership(conn, staff_id, host, &roles)?;
        Ok(audit::record(conn, now, None, Some(host), "add", "staff", staff_id)?)
    })?;
    println!("{email} can sign in with the password {password}");
    Ok(())
}

/// The mails that this puts into the outbox leave from the running service.
fn deactivate(config: &Config, email: &str) -> Outcome {
    let app = App::build(config.clone(), Clock::System)?;
    let mut conn = app.db.writer()?;
    let closed = in_transaction(&mut conn, |conn| -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
        let staff_id = store::find_by_email(conn, email)?.ok_or_else(|| format!("there is no account with the address {email}"))?;
        match memberships::keeping_an_administrator(conn, |conn| departure::depart(conn, &app, staff_id, None)) {
            Err(Error::Conflict("error-last-administrator")) => Err("this is the last administrator: add another one first".into()),
            done => Ok(done?),
        }
    })?;
    println!("The account {email} {}", if closed { "is closed now." } else { "was closed already." });
    Ok(())
}
