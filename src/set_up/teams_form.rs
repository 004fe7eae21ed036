//! Several teams at once: rows of name, mailbox and whether one is a member oneself. Rows left empty are no teams.

use crate::identifiers::name;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// The rows' fields: name, mailbox, own membership.
pub const ROWS: [[&str; 3]; 4] = [
    ["name_1", "mailbox_1", "mine_1"],
    ["name_2", "mailbox_2", "mine_2"],
    ["name_3", "mailbox_3", "mine_3"],
    ["name_4", "mailbox_4", "mine_4"],
];

/// What was typed, by field; every field of the rows is there.
#[derive(Serialize)]
#[serde(transparent)]
pub struct TeamsForm(BTreeMap<String, String>);

#[derive(Clone, Debug)]
pub struct TypedTeam {
    pub name: String,
    pub mailbox: String,
    pub is_mine: bool,
}

impl TeamsForm {
    /// Empty rows; oneself is a member of the first team there is, so that one who sets up alone can try a call-back.
    pub fn fresh(is_first: bool) -> Self {
        let mine = is_first.then(|| (ROWS[0][2].to_owned(), "true".to_owned()));
        Self::of(mine.into_iter().collect())
    }

    pub fn of(fields: Vec<(String, String)>) -> Self {
        let empty = ROWS.as_flattened().iter().map(|field| ((*field).to_owned(), String::new()));
        Self(empty.chain(fields).collect())
    }

    fn raw(&self, field: &str) -> &str {
        self.0.get(field).map(String::as_str).unwrap_or_default()
    }

    pub fn once(&self) -> &str {
        self.raw("once")
    }

    /// `known` are the names of the teams that are there.
    pub fn typed(&self, known: &[String], today: NaiveDate) -> Result<Vec<TypedTeam>, Errors> {
        let mut fields = Fields::new(today);
        let mut teams: Vec<TypedTeam> = Vec::new();
        for [name_field, mailbox_field, mine_field] in ROWS {
            if self.raw(name_field).trim().is_empty() && self.raw(mailbox_field).trim().is_empty() {
                continue;
            }
            let name = fields.required_line(name_field, self.raw(name_field));
            let mailbox = fields.required_email(mailbox_field, self.raw(mailbox_field));
            let names = known.iter().chain(teams.iter().map(|team| &team.name));
            if !name.is_empty() && names.into_iter().any(|known| name::fold(known) == name::fold(&name)) {
                fields.errors.add(name_field, "error-set-up-team-known");
            }
            teams.push(TypedTeam { name, mailbox, is_mine: self.raw(mine_field) == "true" });
        }
        if teams.is_empty() {
            fields.errors.add(ROWS[0][0], "error-set-up-no-team");
        }
        fields.errors.finish(Some(teams), self.raw("warned"))
    }
}
