//! Who is away, as duty sees it.

use crate::db::{AmongMethods, Conn};
use crate::schema::{absences, staff, team_members};
use chrono::NaiveDate;
use diesel::prelude::*;

/// The person planned is away that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// Who does the shift instead; none if there is no replacement, or none who can.
    pub stand_in: Option<(i64, String)>,
}

#[derive(Debug, Queryable)]
struct Row {
    staff_id: i64,
    from_on: NaiveDate,
    until_on: NaiveDate,
    replacement_id: Option<i64>,
}

/// The absences of some days, for some teams.
#[derive(Debug)]
pub struct Absent {
    rows: Vec<Row>,
    /// Replacements who are active: the team that they belong to, who they are, and their name.
    places: Vec<(i64, i64, String)>,
}

impl Absent {
    /// What touches the days from one to another, both included: one statement, and one more where there are replacements.
    pub fn load(conn: &mut Conn, team_ids: &[i64], from: NaiveDate, until: NaiveDate) -> QueryResult<Self> {
        let rows: Vec<Row> = absences::table
            .filter(absences::until_on.ge(from).and(absences::from_on.le(until)))
            .select((absences::staff_id, absences::from_on, absences::until_on, absences::replacement_id))
            .load(conn)?;
        let replacements: Vec<i64> = rows.iter().filter_map(|row| row.replacement_id).collect();
        if replacements.is_empty() {
            return Ok(Self { rows, places: Vec::new() });
        }
        let places = team_members::table
            .inner_join(staff::table)
            .filter(team_members::staff_id.among(replacements).and(team_members::team_id.among(team_ids)))
            .filter(staff::deactivated_at.is_null())
            .select((team_members::team_id, team_members::staff_id, staff::name))
            .load(conn)?;
        Ok(Self { rows, places })
    }

    pub fn is_away(&self, staff_id: i64, day: NaiveDate) -> bool {
        self.of(staff_id, day).is_some()
    }

    fn of(&self, staff_id: i64, day: NaiveDate) -> Option<&Row> {
        self.rows.iter().find(|row| row.staff_id == staff_id && (row.from_on..=row.until_on).contains(&day))
    }

    /// None if the person is there. A replacement who is away too is none: there is no chain of replacements.
    pub fn away(&self, team_id: i64, staff_id: i64, day: NaiveDate) -> Option<Away> {
        let row = self.of(staff_id, day)?;
        let replacement = row.replacement_id.filter(|id| !self.is_away(*id, day));
        let place = self.places.iter().find(|(team, id, _)| *team == team_id && Some(*id) == replacement);
        Some(Away { stand_in: place.map(|(_, id, name)| (*id, name.clone())) })
    }
}
