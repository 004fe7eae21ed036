//! Accounts as the administration lists them.

use super::list::State;
use super::scope;
use crate::db::{AmongMethods, Condition, Conn};
use crate::identifiers::name;
use crate::schema::{membership_roles, memberships, organisations, staff, team_members, teams};
use crate::web::Viewer;
use crate::web::paging::{self, Cursor, PAGE_SIZE, Slice};
use crate::web::viewer::Role;
use chrono::NaiveDateTime;
use diesel::prelude::*;

#[derive(Debug, PartialEq, Eq)]
pub struct Account {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub state: State,
    /// Those that the administrator manages.
    pub memberships: Vec<Membership>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub organisation: String,
    pub roles: Vec<Role>,
    /// Names, in Finnish order.
    pub teams: Vec<String>,
}

/// One page of the accounts that this administrator sees, in Finnish order: all, or those with these words in their name or
/// address.
pub fn page(conn: &mut Conn, viewer: &Viewer, words: &str, after: Option<Cursor>) -> QueryResult<Slice<Account>> {
    let mut query = staff::table.filter(scope::visible_to(viewer)).into_boxed();
    for word in words.split_whitespace() {
        query = query.filter(matches(word));
    }
    if let Some(Cursor { key, id }) = after {
        query = query.filter(staff::name_sort.ge(key.clone()).and(staff::name_sort.gt(key).or(staff::id.gt(id))));
    }
    let rows: Vec<(i64, String, String, String, String, Option<NaiveDateTime>)> = query
        .order((staff::name_sort, staff::id))
        .limit(PAGE_SIZE as i64 + 1)
        .select((staff::id, staff::name_sort, staff::name, staff::email, staff::password_hash, staff::deactivated_at))
        .load(conn)?;
    let Slice { rows, next } = paging::slice(rows, |row| Cursor { key: row.1.clone(), id: row.0 });
    let of_whom = memberships(conn, viewer, rows.iter().map(|row| row.0).collect())?;
    let account = |(id, _, name, email, password_hash, deactivated_at): (i64, _, _, _, String, _)| {
        let memberships = of_whom.iter().filter(|found| found.0 == id).map(|found| found.1.clone()).collect();
        Account { id, name, email, state: State::of(&password_hash, deactivated_at), memberships }
    };
    Ok(Slice { rows: rows.into_iter().map(account).collect(), next })
}

/// The word somewhere in the name or the address; what LIKE reads as more than a letter matches nothing special.
fn matches(word: &str) -> Condition<staff::table> {
    let plain = |text: String| format!("%{}%", text.replace(['%', '_', '\\'], ""));
    let in_name = staff::name_sort.like(plain(name::sort_key(word)));
    Box::new(in_name.or(staff::email.like(plain(word.to_lowercase()))))
}

fn memberships(conn: &mut Conn, viewer: &Viewer, staff_ids: Vec<i64>) -> QueryResult<Vec<(i64, Membership)>> {
    let rows: Vec<(i64, i64, i64, String)> = memberships::table
        .inner_join(organisations::table)
        .filter(memberships::staff_id.among(&staff_ids))
        .order(memberships::id)
        .select((memberships::id, memberships::staff_id, organisations::id, organisations::name))
        .load(conn)?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let codes: Vec<(i64, String)> = membership_roles::table
        .filter(membership_roles::membership_id.among(ids))
        .order(membership_roles::id)
        .select((membership_roles::membership_id, membership_roles::role))
        .load(conn)?;
    let in_teams: Vec<(i64, i64, String)> = team_members::table
        .inner_join(teams::table)
        .filter(team_members::staff_id.among(&staff_ids))
        .order((teams::name_sort, teams::id))
        .select((team_members::staff_id, teams::organisation_id, teams::name))
        .load(conn)?;
    let roles = |id| codes.iter().filter(|code| code.0 == id).filter_map(|code| Role::from_code(&code.1)).collect();
    let teams = |staff_id, organisation_id| {
        in_teams.iter().filter(|team| (team.0, team.1) == (staff_id, organisation_id)).map(|team| team.2.clone()).collect()
    };
    Ok(rows
        .into_iter()
        .filter(|row| scope::manages(viewer, row.2))
        .map(|(id, staff_id, organisation_id, organisation)| {
            (staff_id, Membership { organisation, roles: roles(id), teams: teams(staff_id, organisation_id) })
        })
        .collect())
}

/// Where mails to this person go.
pub fn address(conn: &mut Conn, staff_id: i64) -> QueryResult<String> {
    staff::table.find(staff_id).select(staff::email).first(conn)
}
