//! Rows of settings: a name and a text each.

use super::Settings;
use crate::calendar::Roll;
use crate::db::Conn;
use crate::schema::settings;
use diesel::prelude::*;
use std::collections::HashMap;

/// All settings; what is missing, or can't be read, has its default.
pub fn load(conn: &mut Conn) -> QueryResult<Settings> {
    let rows: HashMap<String, String> = settings::table.select((settings::name, settings::value)).load(conn)?.into_iter().collect();
    let mut known = Settings::default();
    let number = |name: &str, known: &mut u32| {
        if let Some(value) = rows.get(name).and_then(|value| value.parse().ok()) {
            *known = value;
        }
    };
    number("sending_from_minute", &mut known.sending.from_minute);
    number("sending_until_minute", &mut known.sending.until_minute);
    number("still_not_taken_times", &mut known.ladder.still_not_taken_times);
    number("no_attempt_days", &mut known.ladder.no_attempt_days);
    number("expired_days", &mut known.ladder.expired_days);
    number("unanswered_attempts", &mut known.ladder.unanswered_attempts);
    number("mailed_within_days", &mut known.mailed_within_days);
    if let Some(days) = rows.get("payment_days").and_then(|value| value.split(',').map(|day| day.parse().ok()).collect()) {
        known.payments.days = days;
    }
    if let Some(roll) = rows.get("payment_roll").and_then(|value| Roll::from_code(value)) {
        known.payments.roll = roll;
    }
    Ok(known)
}

/// Writes all settings.
pub fn save(conn: &mut Conn, new: &Settings) -> QueryResult<()> {
    let days: Vec<String> = new.payments.days.iter().map(u32::to_string).collect();
    for (name, value) in [
        ("payment_days", days.join(",")),
        ("payment_roll", new.payments.roll.code().to_owned()),
        ("sending_from_minute", new.sending.from_minute.to_string()),
        ("sending_until_minute", new.sending.until_minute.to_string()),
        ("still_not_taken_times", new.ladder.still_not_taken_times.to_string()),
        ("no_attempt_days", new.ladder.no_attempt_days.to_string()),
        ("expired_days", new.ladder.expired_days.to_string()),
        ("unanswered_attempts", new.ladder.unanswered_attempts.to_string()),
        ("mailed_within_days", new.mailed_within_days.to_string()),
    ] {
        let row = (settings::name.eq(name), settings::value.eq(&value));
        if diesel::update(settings::table.find(name)).set(settings::value.eq(&value)).execute(conn)? == 0 {
            diesel::insert_into(settings::table).values(row).execute(conn)?;
        }
    }
    Ok(())
}
