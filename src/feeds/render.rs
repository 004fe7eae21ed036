//! The text of a calendar.

use super::content::{Content, Entry, When};
use super::time_zone;
use crate::i18n;
use chrono::{Days, LocalResult, NaiveDateTime, TimeZone};
use chrono_tz::Europe::Helsinki;
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike, Property};
use url::Url;

/// Calendar programs ask again after this long, if they heed it.
const REFRESH: &str = "PT1H";

/// Lines end in CRLF and are folded; texts are escaped.
pub fn render(content: &Content, base_url: &str) -> String {
    let mut calendar = Calendar::empty();
    let head = [
        ("VERSION", "2.0"),
        ("PRODID", "-//Kohtaanto//Kohtaanto//FI"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-TIMEZONE", time_zone::NAME),
        ("X-PUBLISHED-TTL", REFRESH),
    ];
    for property in Property::from_array(head) {
        calendar.append_property(property);
    }
    calendar.append_property(Property::new("X-WR-CALNAME", plain(&content.name)));
    calendar.append_property(Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done());
    let host = Url::parse(base_url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let open = i18n::text(content.lang, "feed-open");
    for entry in &content.entries {
        calendar.push(event(entry, base_url, &host, &open));
    }
    with_time_zone(&calendar.to_string())
}

fn event(entry: &Entry, base_url: &str, host: &str, open: &str) -> Event {
    let link = format!("{base_url}{}", entry.path);
    let mut event = Event::new();
    event.uid(&format!("{}@{host}", entry.uid)).summary(&plain(&entry.summary)).url(&link);
    event.description(&format!("{open}: {link}"));
    event.timestamp(entry.changed_at.and_utc()).last_modified(entry.changed_at.and_utc());
    event.add_property("TRANSP", if entry.takes_time { "OPAQUE" } else { "TRANSPARENT" });
    match entry.when {
        // The end is the day after: it is not included.
        When::Day(day) => event.starts(day).ends(day.checked_add_days(Days::new(1)).unwrap_or(day)),
        When::Span(from, until) => event.starts(local(from)).ends(local(until)),
    };
    event.done()
}

/// On the wall clock of Helsinki; in UTC in the hour that comes twice in autumn, which a wall time can't tell apart.
fn local(at: NaiveDateTime) -> DatePerhapsTime {
    let wall = i18n::helsinki(at).naive_local();
    match Helsinki.from_local_datetime(&wall) {
        LocalResult::Single(_) => CalendarDateTime::WithTimezone { date_time: wall, tzid: time_zone::NAME.to_owned() }.into(),
        _ => CalendarDateTime::Utc(at.and_utc()).into(),
    }
}

/// What the format has no words for: control characters but for line ends.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// `icalendar` writes no time zones. It stands before the first event; a calendar without events holds at least this, since
/// an empty one is none.
fn with_time_zone(calendar: &str) -> String {
    let at = calendar.find("\r\nBEGIN:VEVENT").or(calendar.rfind("\r\nEND:VCALENDAR")).map_or(calendar.len(), |at| at + 2);
    let (head, rest) = calendar.split_at(at);
    format!("{head}{}{rest}", time_zone::VTIMEZONE)
}
