//! Accounts as the administration lists them.

use crate::db::Conn;
use crate::schema::{membership_roles, memberships, organisations, staff};
use crate::web::paging::{self, Cursor, PAGE_SIZE, Slice};
use crate::web::viewer::Role;
use chrono::NaiveDateTime;
use diesel::prelude::*;

#[derive(Debug, PartialEq, Eq)]
pub struct Account {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub deactivated_at: Option<NaiveDateTime>,
    pub memberships: Vec<Membership>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub organisation: String,
    pub roles: Vec<Role>,
}

/// One page of all accounts, in Finnish order.
pub fn page(conn: &mut Conn, after: Option<Cursor>) -> QueryResult<Slice<Account>> {
    let mut query = staff::table.into_boxed();
    if let Some(Cursor { key, id }) = after {
        query = query.filter(staff::name_sort.ge(key.clone()).and(staff::name_sort.gt(key).or(staff::id.gt(id))));
    }
    let rows: Vec<(i64, String, String, String, Option<NaiveDateTime>)> = query
        .order((staff::name_sort, staff::id))
        .limit(PAGE_SIZE as i64 + 1)
        .select((staff::id, staff::name_sort, staff::name, staff::email, staff::deactivated_at))
        .load(conn)?;
    let Slice { rows, next } = paging::slice(rows, |row| Cursor { key: row.1.clone(), id: row.0 });
    let of_whom = memberships(conn, rows.iter().map(|row| row.0).collect())?;
    let account = |(id, _, name, email, deactivated_at)| {
        let memberships = of_whom.iter().filter(|found| found.0 == id).map(|found| found.1.clone()).collect();
        Account { id, name, email, deactivated_at, memberships }
    };
    Ok(Slice { rows: rows.into_iter().map(account).collect(), next })
}

fn memberships(conn: &mut Conn, staff_ids: Vec<i64>) -> QueryResult<Vec<(i64, Membership)>> {
    let rows: Vec<(i64, i64, String)> = memberships::table
        .inner_join(organisations::table)
        .filter(memberships::staff_id.eq_any(staff_ids))
        .order(memberships::id)
        .select((memberships::id, memberships::staff_id, organisations::name))
        .load(conn)?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let codes: Vec<(i64, String)> = membership_roles::table
        .filter(membership_roles::membership_id.eq_any(ids))
        .order(membership_roles::id)
        .select((membership_roles::membership_id, membership_roles::role))
        .load(conn)?;
    let roles = |id| codes.iter().filter(|code| code.0 == id).filter_map(|code| Role::from_code(&code.1)).collect();
    Ok(rows.into_iter().map(|(id, staff_id, organisation)| (staff_id, Membership { organisation, roles: roles(id) })).collect())
}

/// Where mails to this person go.
pub fn address(conn: &mut Conn, staff_id: i64) -> QueryResult<String> {
    staff::table.find(staff_id).select(staff::email).first(conn)
}
