//! Rows of feeds: at most one for each subject.

use super::Subject;
use crate::db::{AmongMethods, Condition, Conn, hold_off_writers};
use crate::schema::{feeds, memberships, staff, teams};
use crate::web::token;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// A feed whose address was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    pub subject: Subject,
    pub made_at: NaiveDateTime,
}

/// That there is a feed; its address is not known any more.
#[derive(Clone, Debug, Serialize)]
pub struct Made {
    pub made_at: NaiveDateTime,
    pub made_by: String,
}

fn of_subject(subject: Subject) -> Condition<feeds::table> {
    match subject {
        Subject::Membership(id) => Box::new(feeds::membership_id.assume_not_null().eq(id)),
        Subject::Team(id) => Box::new(feeds::team_id.assume_not_null().eq(id)),
    }
}

/// Makes a new address, and the old one worthless. Gives its token: the only moment when it is known.
pub fn make(conn: &mut Conn, subject: Subject, by: i64, now: NaiveDateTime) -> QueryResult<String> {
    hold_off_writers(conn, "feeds")?;
    remove_of(conn, subject)?;
    let token = token::random();
    let (membership_id, team_id) = match subject {
        Subject::Membership(id) => (Some(id), None),
        Subject::Team(id) => (None, Some(id)),
    };
    diesel::insert_into(feeds::table)
        .values((
            feeds::token_hash.eq(token::digest(&token)),
            feeds::membership_id.eq(membership_id),
            feeds::team_id.eq(team_id),
            feeds::made_by.eq(by),
            feeds::made_at.eq(now),
        ))
        .execute(conn)?;
    Ok(token)
}

/// The address is worth nothing any more. False if there was none.
pub fn remove_of(conn: &mut Conn, subject: Subject) -> QueryResult<bool> {
    Ok(diesel::delete(feeds::table.filter(of_subject(subject))).execute(conn)? > 0)
}

/// The same for everything that the person's own addresses show, whatever the organisation.
pub fn remove_all_of(conn: &mut Conn, staff_id: i64) -> QueryResult<()> {
    let theirs: Vec<i64> = memberships::table.filter(memberships::staff_id.eq(staff_id)).select(memberships::id).load(conn)?;
    diesel::delete(feeds::table.filter(feeds::membership_id.among(theirs))).execute(conn)?;
    Ok(())
}

/// The same for the addresses of teams that the person asked for, of one organisation or of all.
pub fn remove_of_teams_by(conn: &mut Conn, staff_id: i64, organisation_id: Option<i64>) -> QueryResult<()> {
    let of_teams = feeds::table.filter(feeds::made_by.eq(staff_id)).filter(feeds::team_id.is_not_null());
    match organisation_id {
        None => diesel::delete(of_teams).execute(conn)?,
        Some(organisation_id) => {
            let its_own: Vec<i64> = teams::table.filter(teams::organisation_id.eq(organisation_id)).select(teams::id).load(conn)?;
            diesel::delete(of_teams.filter(feeds::team_id.among(its_own))).execute(conn)?
        }
    };
    Ok(())
}

pub fn made(conn: &mut Conn, subject: Subject) -> QueryResult<Option<Made>> {
    let row: Option<(NaiveDateTime, i64)> =
        feeds::table.filter(of_subject(subject)).select((feeds::made_at, feeds::made_by)).first(conn).optional()?;
    let Some((made_at, made_by)) = row else { return Ok(None) };
    Ok(Some(Made { made_at, made_by: staff::table.find(made_by).select(staff::name).first(conn)? }))
}

/// None if no such address was ever made, or it is worth nothing any more.
pub fn find(conn: &mut Conn, token: &str) -> QueryResult<Option<Feed>> {
    let row: Option<(Option<i64>, Option<i64>, NaiveDateTime)> = feeds::table
        .filter(feeds::token_hash.eq(token::digest(token)))
        .select((feeds::membership_id, feeds::team_id, feeds::made_at))
        .first(conn)
        .optional()?;
    Ok(row.and_then(|(membership_id, team_id, made_at)| {
        let subject = membership_id.map(Subject::Membership).or(team_id.map(Subject::Team))?;
        Some(Feed { subject, made_at })
    }))
}
