//! Finland's time zone as calendars want it told: both clock changes by the rule of the European Union since 1996, the last
//! Sundays of March and October at 01:00 UTC (directive 2000/84/EC).

pub const NAME: &str = "Europe/Helsinki";

/// With CRLF line ends. Nothing in a calendar is older than this rule.
pub const VTIMEZONE: &str = "BEGIN:VTIMEZONE\r\n\
TZID:Europe/Helsinki\r\n\
BEGIN:DAYLIGHT\r\n\
DTSTART:19970330T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
TZOFFSETFROM:+0200\r\n\
TZOFFSETTO:+0300\r\n\
TZNAME:EEST\r\n\
END:DAYLIGHT\r\n\
BEGIN:STANDARD\r\n\
DTSTART:19961027T040000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
TZOFFSETFROM:+0300\r\n\
TZOFFSETTO:+0200\r\n\
TZNAME:EET\r\n\
END:STANDARD\r\n\
END:VTIMEZONE\r\n";

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Offset, TimeDelta, TimeZone, Weekday};
    use chrono_tz::Europe::Helsinki;

    /// The last Sunday of a month, at 01:00 UTC.
    fn change(year: i32, month: u32) -> chrono::NaiveDateTime {
        let fifth = NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, 5);
        let last = fifth.or(NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, 4)).expect("a Sunday");
        last.and_hms_opt(1, 0, 0).expect("a time")
    }

    /// What the rule says is what the time zone database says: should the law change, this fails once the crate knows.
    #[test]
    fn the_rule_holds() {
        let offset = |at: chrono::NaiveDateTime| Helsinki.offset_from_utc_datetime(&at).fix().local_minus_utc() / 3600;
        for year in 1997..2060 {
            for (month, before, after) in [(3, 2, 3), (10, 3, 2)] {
                let at = change(year, month);
                assert_eq!((offset(at - TimeDelta::seconds(1)), offset(at)), (before, after), "{year}-{month}");
            }
        }
    }
}
