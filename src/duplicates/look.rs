//! Looking for pairs in the background: the companies without a business id are few, and each is looked at when it is new, when
//! it was edited, and once a day for what changed around it.

use super::{Reason, find, rules};
use crate::app::App;
use crate::companies::store::{self as companies, Company};
use crate::db::Conn;
use crate::error::Error;
use crate::jobs::{Done, each};
use crate::schema::{companies as rows, duplicate_looks, duplicate_pairs};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// So many companies in one run.
const AT_ONCE: i64 = 500;
const AGAIN_AFTER: TimeDelta = TimeDelta::days(1);

pub fn run(app: &App) -> Result<Done, Error> {
    let now = app.now();
    let due = due(&mut *app.db.writer()?, now)?;
    Ok(each(app, due, |conn, company_id| look(conn, *company_id, now)))
}

/// Companies to look at, those edited since the last look first.
fn due(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let never = duplicate_looks::looked_at.nullable().is_null();
    rows::table
        .left_join(duplicate_looks::table.on(duplicate_looks::company_id.eq(rows::id)))
        .filter(rows::business_id.is_null())
        .filter(never.or(duplicate_looks::looked_at.lt(rows::updated_at)).or(duplicate_looks::looked_at.le(now - AGAIN_AFTER)))
        .order(rows::updated_at.desc())
        .select(rows::id)
        .limit(AT_ONCE)
        .load(conn)
}

/// Puts away what was found of a company that is about to be taken out of the register. What somebody said of it stays.
pub fn forget(conn: &mut Conn, company_id: i64) -> QueryResult<()> {
    let of = duplicate_pairs::company_id.eq(company_id).or(duplicate_pairs::other_id.eq(company_id));
    diesel::delete(duplicate_pairs::table.filter(of.and(duplicate_pairs::dismissed_at.is_null()))).execute(conn)?;
    diesel::delete(duplicate_looks::table.filter(duplicate_looks::company_id.eq(company_id))).execute(conn)?;
    Ok(())
}

/// Brings the pairs of one company up to date; what somebody said of a pair stays. False if the company is gone.
pub fn look(conn: &mut Conn, company_id: i64, now: NaiveDateTime) -> Result<bool, Error> {
    let Some(company) = companies::find(conn, company_id)?.filter(|company| company.business_id.is_none()) else { return Ok(false) };
    let mut found = find::find(conn, &company)?;
    for (id, one, other, score, reasons, dismissed) in known(conn, &company)? {
        let partner = if one == company.id { other } else { one };
        match found.remove(&partner) {
            _ if dismissed => {}
            None => {
                diesel::delete(duplicate_pairs::table.find(id)).execute(conn)?;
            }
            Some(now_found) if codes(&now_found) != reasons || rules::score(&now_found) != score => {
                let news = (duplicate_pairs::score.eq(rules::score(&now_found)), duplicate_pairs::reasons.eq(codes(&now_found)));
                diesel::update(duplicate_pairs::table.find(id)).set(news).execute(conn)?;
            }
            Some(_) => {}
        }
    }
    for (partner, reasons) in found {
        add(conn, [company.id, partner], &reasons, now)?;
    }
    let look = duplicate_looks::table.filter(duplicate_looks::company_id.eq(company.id));
    if diesel::update(look).set(duplicate_looks::looked_at.eq(now)).execute(conn)? == 0 {
        let new = (duplicate_looks::company_id.eq(company.id), duplicate_looks::looked_at.eq(now));
        diesel::insert_into(duplicate_looks::table).values(new).execute(conn)?;
    }
    Ok(true)
}

type Pair = (i64, i64, i64, i32, String, bool);

fn known(conn: &mut Conn, company: &Company) -> QueryResult<Vec<Pair>> {
    duplicate_pairs::table
        .filter(duplicate_pairs::company_id.eq(company.id).or(duplicate_pairs::other_id.eq(company.id)))
        .select((
            duplicate_pairs::id,
            duplicate_pairs::company_id,
            duplicate_pairs::other_id,
            duplicate_pairs::score,
            duplicate_pairs::reasons,
            duplicate_pairs::dismissed_at.is_not_null(),
        ))
        .load(conn)
}

fn add(conn: &mut Conn, mut pair: [i64; 2], reasons: &[Reason], now: NaiveDateTime) -> QueryResult<()> {
    pair.sort_unstable();
    diesel::insert_into(duplicate_pairs::table)
        .values((
            duplicate_pairs::company_id.eq(pair[0]),
            duplicate_pairs::other_id.eq(pair[1]),
            duplicate_pairs::score.eq(rules::score(reasons)),
            duplicate_pairs::reasons.eq(codes(reasons)),
            duplicate_pairs::found_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

fn codes(reasons: &[Reason]) -> String {
    let mut codes: Vec<&str> = Reason::ALL.into_iter().filter(|reason| reasons.contains(reason)).map(Reason::code).collect();
    codes.dedup();
    codes.join(",")
}
