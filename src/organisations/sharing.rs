//! For whom the texts of an organisation's people are meant: each text has its own visibility, chosen when it is written, and
//! each organisation says what the choice begins with.

pub mod pages;

use crate::codes::codes;
use crate::db::Conn;
use crate::schema::organisations;
use diesel::prelude::*;

codes! {
    /// For whom a text is written.
    pub Visibility {
        /// Every organisation that uses the register.
        Shared = "shared",
        /// The writer's organisation.
        Own = "own",
    }
}

impl Visibility {
    /// Of the box "for the own organisation only".
    pub fn of_tick(ticked: &str) -> Self {
        if ticked == "true" { Self::Own } else { Self::Shared }
    }
}

/// The box "for the own organisation only", for the code of a `Visibility`.
pub fn tick(code: &str) -> String {
    if code == Visibility::Own.code() { "true".to_owned() } else { String::new() }
}

/// What a form of this organisation begins with, where a text is written.
pub fn default_of(conn: &mut Conn, organisation_id: i64) -> QueryResult<Visibility> {
    let code: String = organisations::table.find(organisation_id).select(organisations::default_visibility).first(conn)?;
    Ok(Visibility::from_code(&code).unwrap_or(Visibility::Shared))
}

/// Texts that are written already stay as they are.
pub fn set_default(conn: &mut Conn, organisation_id: i64, visibility: Visibility) -> QueryResult<()> {
    let row = organisations::table.find(organisation_id);
    diesel::update(row).set(organisations::default_visibility.eq(visibility.code())).execute(conn)?;
    Ok(())
}
