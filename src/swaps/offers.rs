//! Who could take a shift, and which of their shifts could be had for it.

use super::With;
use crate::db::Conn;
use crate::i18n::{self, Args, Lang};
use crate::organisations::duty::{self, Absent, Shift};
use crate::organisations::store;
use crate::web::Viewer;
use chrono::{Days, NaiveDate};
use diesel::QueryResult;
use serde::Serialize;

/// Shifts up to so long after the one to be exchanged are offered for it.
const AHEAD: Days = Days::new(28);

/// One offer, with both shifts as they will be in its label.
#[derive(Clone, Debug, Serialize)]
pub struct Offer {
    #[serde(skip)]
    pub with: With,
    value: String,
    label: String,
}

/// Everyone of the team who is there that day, and the coming shifts of each on days when the giver is there; as the viewer reads it.
pub fn offers(conn: &mut Conn, shift: &Shift, today: NaiveDate, viewer: &Viewer) -> QueryResult<Vec<Offer>> {
    let (team_id, until) = (shift.team_id, shift.duty_on + AHEAD);
    let absent = Absent::load(conn, &[team_id], today, until)?;
    let members = store::members(conn, team_id)?;
    let is_member = members.iter().any(|member| member.staff_id == shift.staff_id);
    let takers: Vec<(i64, String)> = members
        .into_iter()
        .filter(|member| member.staff_id != shift.staff_id && !absent.is_away(member.staff_id, shift.duty_on))
        .map(|member| (member.staff_id, member.name))
        .collect();
    let gifts = takers.iter().map(|(id, name)| offer(With::Gift(*id), shift, name, viewer));
    let theirs = duty::shifts(conn, &[team_id], today, until)?;
    let can_do = |other: &&Shift| is_member && !absent.is_away(shift.staff_id, other.duty_on);
    let exchanges = theirs.iter().filter(can_do).filter_map(|other| {
        let (id, name) = takers.iter().find(|(id, _)| *id == other.staff_id)?;
        Some(offer(With::Exchange(*id, other.duty_on), shift, name, viewer))
    });
    Ok(gifts.chain(exchanges).collect())
}

fn offer(with: With, shift: &Shift, taker: &str, viewer: &Viewer) -> Offer {
    let lang = viewer.lang;
    let mut args = Args::from([("taker".into(), taker.to_owned().into()), ("day".into(), day_of(lang, shift.duty_on).into())]);
    let key = match with {
        With::Gift(_) => "swap-gift",
        With::Exchange(_, day) => {
            args.insert("giver".into(), shift.name.clone().into());
            args.insert("other".into(), day_of(lang, day).into());
            if shift.staff_id == viewer.staff_id { "swap-exchange-own" } else { "swap-exchange" }
        }
    };
    Offer { with, value: with.code(), label: i18n::text_with(lang, key, &args) }
}

/// ti 24.11.2026
pub fn day_of(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", i18n::weekday(lang, day), i18n::date(day))
}
