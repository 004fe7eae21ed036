//! Putting companies on a list: who must not be contacted stays out, and how many that were is kept.

use super::MOST;
use super::store::{self, CallList};
use crate::companies::marks::{Purpose, store as marks};
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::schema::{call_list_companies, companies};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use serde::Serialize;
use std::collections::HashSet;

/// More companies than a list holds.
pub const FULL: &str = "error-call-list-full";

/// Companies that may be called for a purpose, and how many of the others there are, by reason.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sifted {
    #[serde(skip)]
    pub callable: Vec<i64>,
    pub do_not_contact: usize,
    pub no_marketing: usize,
    pub ended: usize,
}

/// In the same order.
pub fn sift(conn: &mut Conn, company_ids: &[i64], purpose: Purpose, today: NaiveDate) -> QueryResult<Sifted> {
    let known = companies::table.filter(companies::id.among(company_ids));
    let known: Vec<(i64, bool)> = known.select((companies::id, companies::alive)).load(conn)?;
    let alive: HashSet<i64> = known.iter().filter(|row| row.1).map(|row| row.0).collect();
    let living: Vec<i64> = company_ids.iter().copied().filter(|id| alive.contains(id)).collect();
    let welcome = marks::open_to(conn, &living, Purpose::Call, today)?;
    let callable = match purpose {
        Purpose::Call => welcome.clone(),
        Purpose::Marketing => marks::open_to(conn, &welcome, purpose, today)?,
    };
    Ok(Sifted {
        do_not_contact: living.len() - welcome.len(),
        no_marketing: welcome.len() - callable.len(),
        ended: known.len() - living.len(),
        callable,
    })
}

/// Puts on a list that is held those that may be called and aren't there yet; gives how many.
///
/// # Errors
/// A conflict, if the list would hold too many.
pub fn put(conn: &mut Conn, list: &CallList, company_ids: &[i64], today: NaiveDate) -> Result<usize, Error> {
    let sifted = sift(conn, company_ids, list.purpose(), today)?;
    let there = call_list_companies::table.filter(call_list_companies::call_list_id.eq(list.id));
    let there: HashSet<i64> = there.select(call_list_companies::company_id).load(conn)?.into_iter().collect();
    let mut new: Vec<i64> = sifted.callable.iter().copied().filter(|id| !there.contains(id)).collect();
    new.sort_unstable();
    new.dedup();
    if there.len() + new.len() > MOST {
        return Err(Error::Conflict(FULL));
    }
    let out = [sifted.do_not_contact, sifted.no_marketing, sifted.ended];
    store::count_out(conn, list.id, out.map(|count| i32::try_from(count).unwrap_or(i32::MAX)))?;
    if new.is_empty() {
        return Ok(0);
    }
    let ids: Vec<String> = new.iter().map(i64::to_string).collect();
    // In Finnish order, which is the order in which they are called.
    let insert = format!(
        "INSERT INTO call_list_companies (call_list_id, company_id) \
         SELECT $1, c.id FROM companies c WHERE c.id IN ({}) ORDER BY c.name_sort, c.id",
        ids.join(", ")
    );
    Ok(sql_query(insert).bind::<BigInt, _>(list.id).execute(conn)?)
}
