//! The arithmetic of a due time in words: `4 h aukioloaikaa: pe 14.30–15, ma 9–12.30. La–su kiinni.`

use super::duration;
use crate::calendar::clock::{self, MINUTES_OF_DAY};
use crate::calendar::{Closed, Explanation, OfficeHours, Stretch};
use crate::i18n::{self, Args, Lang};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::Serialize;

/// A line shows so many days of office hours; more are told one by one beneath it.
const SHOWN: usize = 3;

/// What is counted: minutes of office hours from an instant on, moved on into the window (minutes of the day) when the
/// caller can be reached.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    pub from: NaiveDateTime,
    pub response_minutes: i32,
    pub reachable: Option<(i32, i32)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Arithmetic {
    pub line: String,
    /// Day by day, where the line leaves them out.
    pub steps: Vec<String>,
    /// The hours have changed since: this due time was counted by others.
    pub is_outdated: bool,
}

/// What a sum comes to.
#[derive(Clone, Debug, Serialize)]
pub struct Due {
    pub due_at: NaiveDateTime,
    pub sum: Arithmetic,
}

impl Sum {
    pub fn due(&self, hours: &OfficeHours, lang: Lang) -> Due {
        let window = self.reachable.map(|(from, until)| (from as u32, until as u32));
        let explained = hours.explain(self.from, self.response_minutes.into(), window);
        Due { due_at: explained.due, sum: in_words(self, &explained, lang) }
    }
}

impl Arithmetic {
    /// Of a due time that is stored and was counted by other hours.
    pub fn outdated(lang: Lang) -> Self {
        Self { line: i18n::text(lang, "callback-sum-outdated"), steps: Vec::new(), is_outdated: true }
    }
}

fn in_words(sum: &Sum, explained: &Explanation, lang: Lang) -> Arithmetic {
    let days = by_day(&explained.stretches);
    let spans = closed_spans(&explained.closed);
    let first = days.first().map(|(day, _)| *day).into_iter().chain(spans.first().map(|span| span.first)).min();
    let last = days.last().map(|(day, _)| *day).unwrap_or_default();
    let name = |day: NaiveDate| match first.is_some_and(|first| (last - first).num_days() < 7) {
        true => i18n::weekday(lang, day),
        false => format!("{} {}", i18n::weekday(lang, day), short_date(day)),
    };
    let open: Vec<String> = days.iter().map(|(day, stretches)| format!("{} {}", name(*day), times(stretches))).collect();
    let closed: Vec<String> = spans.iter().map(|span| span.in_words(lang, &name)).collect();
    let is_long = days.len() > SHOWN;
    let shown = if is_long { vec![open[0].clone(), "…".to_owned(), open[open.len() - 1].clone()] } else { open };
    let args = Args::from([
        ("response".into(), duration::write(sum.response_minutes).into()),
        ("stretches".into(), shown.join(", ").into()),
        ("closed".into(), closed.join(", ").into()),
    ]);
    let mut line = i18n::text_with(lang, if closed.is_empty() { "callback-sum" } else { "callback-sum-closed" }, &args);
    // A short date ends with the full stop of the sentence.
    if line.ends_with("..") {
        line.pop();
    }
    if let Some((from, until)) = sum.reachable.filter(|_| explained.due != explained.counted) {
        let window = format!("{}–{}", clock::write(from as u32), clock::write(until as u32));
        line = format!("{line} {}", i18n::text_with(lang, "callback-sum-moved", &Args::from([("window".into(), window.into())])));
    }
    let steps = if is_long { steps(&days, &spans, lang, &name) } else { Vec::new() };
    Arithmetic { line, steps, is_outdated: false }
}

/// Day by day, the closed ones in their places.
fn steps(days: &[(NaiveDate, Vec<Stretch>)], spans: &[ClosedSpan], lang: Lang, name: &impl Fn(NaiveDate) -> String) -> Vec<String> {
    let open = days.iter().map(|(day, stretches)| {
        let minutes = stretches.iter().map(|stretch| (minute(*stretch, stretch.until) - minute(*stretch, stretch.from)) as i32).sum();
        (*day, format!("{} {}: {}", name(*day), times(stretches), duration::write(minutes)))
    });
    let closed = spans.iter().map(|span| {
        let days = span.in_words(lang, name);
        (span.first, i18n::text_with(lang, "callback-sum-day-closed", &Args::from([("days".into(), days.into())])))
    });
    let mut steps: Vec<(NaiveDate, String)> = open.chain(closed).collect();
    steps.sort_by_key(|(day, _)| *day);
    steps.into_iter().map(|(_, step)| step).collect()
}

fn by_day(stretches: &[Stretch]) -> Vec<(NaiveDate, Vec<Stretch>)> {
    let mut days: Vec<(NaiveDate, Vec<Stretch>)> = Vec::new();
    for stretch in stretches {
        match days.last_mut().filter(|(day, _)| *day == stretch.day()) {
            Some((_, known)) => known.push(*stretch),
            None => days.push((stretch.day(), vec![*stretch])),
        }
    }
    days
}

/// `9–12, 13–14.30`
fn times(stretches: &[Stretch]) -> String {
    let time =
        |stretch: &Stretch| format!("{}–{}", clock::write(minute(*stretch, stretch.from)), clock::write(minute(*stretch, stretch.until)));
    stretches.iter().map(time).collect::<Vec<_>>().join(", ")
}

/// On the wall clock of the stretch's day; the midnight that ends it is 1,440.
fn minute(stretch: Stretch, at: NaiveDateTime) -> u32 {
    let local = i18n::helsinki(at);
    if local.date_naive() == stretch.day() { local.hour() * 60 + local.minute() } else { MINUTES_OF_DAY }
}

/// Closed days in a row that have the same to say.
struct ClosedSpan {
    first: NaiveDate,
    last: NaiveDate,
    why: Closed,
}

fn closed_spans(days: &[(NaiveDate, Closed)]) -> Vec<ClosedSpan> {
    let mut spans: Vec<ClosedSpan> = Vec::new();
    for (day, why) in days {
        let why = if *why == Closed::NoHours { &Closed::Weekend } else { why };
        match spans.last_mut().filter(|span| span.why == *why && span.last.succ_opt() == Some(*day)) {
            Some(span) => span.last = *day,
            None => spans.push(ClosedSpan { first: *day, last: *day, why: why.clone() }),
        }
    }
    spans
}

impl ClosedSpan {
    /// `la–su`, `pe juhannusaatto`
    fn in_words(&self, lang: Lang, name: &impl Fn(NaiveDate) -> String) -> String {
        let days = if self.first == self.last { name(self.first) } else { format!("{}–{}", name(self.first), name(self.last)) };
        match &self.why {
            Closed::Weekend | Closed::NoHours => days,
            Closed::Holiday(holiday) => format!("{days} {}", holiday.name_in_text(lang)),
            Closed::Named(named) => format!("{days} {named}"),
        }
    }
}

fn short_date(day: NaiveDate) -> String {
    format!("{}.{}.", day.day(), day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Closing, Period, clock::instant};

    fn nine_to_three() -> OfficeHours {
        let day = |weekday| Period { weekday, opens_minute: 9 * 60, closes_minute: 15 * 60 };
        OfficeHours::new((1..=5).map(day).collect())
    }

    fn told(hours: &OfficeHours, (day, minute): (&str, u32), response_minutes: i32, reachable: Option<(i32, i32)>) -> Arithmetic {
        let sum = Sum { from: instant(day.parse().expect("a day"), minute), response_minutes, reachable };
        sum.due(hours, Lang::Fi).sum
    }

    #[test]
    fn short_sums_are_one_line() {
        let line = |day, minute, response| told(&nine_to_three(), (day, minute), response, None).line;
        assert_eq!(line("2026-11-20", 600, 240), "4 h aukioloaikaa: pe 10–14.");
        assert_eq!(line("2026-11-20", 14 * 60 + 30, 240), "4 h aukioloaikaa: pe 14.30–15, ma 9–12.30. Kiinni: la–su.");
        assert_eq!(line("2026-11-21", 600, 60), "1 h aukioloaikaa: ma 9–10. Kiinni: la–su.");
        assert_eq!(line("2026-06-18", 14 * 60, 120), "2 h aukioloaikaa: to 14–15, ma 9–10. Kiinni: pe juhannusaatto, la–su.");
        assert_eq!(
            line("2026-04-02", 14 * 60 + 30, 120),
            "2 h aukioloaikaa: to 14.30–15, ti 9–10.30. Kiinni: pe pitkäperjantai, la–su, ma 2. pääsiäispäivä."
        );
    }

    #[test]
    fn closing_days_have_their_names() {
        let day = "2026-11-20".parse().expect("a day");
        let hours = nine_to_three().with_closings(vec![Closing { first: day, last: day, name: "Henkilöstöpäivä".to_owned() }]);
        let told = told(&hours, ("2026-11-19", 14 * 60), 120, None);
        assert_eq!(told.line, "2 h aukioloaikaa: to 14–15, ma 9–10. Kiinni: pe Henkilöstöpäivä, la–su.");
    }

    #[test]
    fn the_window_is_told_only_where_it_moves_something() {
        let line = |reachable| told(&nine_to_three(), ("2026-11-20", 600), 60, reachable).line;
        assert_eq!(line(Some((13 * 60, 15 * 60))), "1 h aukioloaikaa: pe 10–11. Siitä eteenpäin, kun soittajan tavoittaa klo 13–15.");
        assert_eq!(line(Some((10 * 60, 12 * 60))), "1 h aukioloaikaa: pe 10–11.");
    }

    #[test]
    fn long_sums_are_told_day_by_day() {
        let told = told(&nine_to_three(), ("2026-11-20", 14 * 60 + 30), 40 * 60, None);
        assert_eq!(
            told.line,
            "40 h aukioloaikaa: pe 20.11. 14.30–15, …, ti 1.12. 9–12.30. Kiinni: la 21.11.–su 22.11., la 28.11.–su 29.11."
        );
        let steps: Vec<&str> = told.steps.iter().map(String::as_str).collect();
        assert_eq!(steps[..3], ["pe 20.11. 14.30–15: 30 min", "la 21.11.–su 22.11. kiinni", "ma 23.11. 9–15: 6 h"]);
        assert_eq!(told.steps.len(), 10);
    }

    #[test]
    fn midnight_and_seconds() {
        let always = OfficeHours::new((1..=7).map(|weekday| Period { weekday, opens_minute: 0, closes_minute: 1_440 }).collect());
        let sum = Sum {
            from: instant("2026-11-20".parse().expect("a day"), 22 * 60) + chrono::TimeDelta::seconds(40),
            response_minutes: 180,
            reachable: None,
        };
        assert_eq!(sum.due(&always, Lang::Fi).sum.line, "3 h aukioloaikaa: pe 22–24, la 0–1.");
    }
}
