//! The form of the settings: numbers and times as people write them.

use super::{Ladder, Settings};
use crate::calendar::{PaymentDays, Roll, SendingWindow, clock};
use crate::i18n::Args;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct SettingsForm {
    pub payment_days: String,
    pub payment_roll: String,
    pub sending_from: String,
    pub sending_until: String,
    pub still_not_taken_times: String,
    pub no_attempt_days: String,
    pub expired_days: String,
    pub unanswered_attempts: String,
    pub mailed_within_days: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl SettingsForm {
    pub fn of(settings: &Settings) -> Self {
        let days: Vec<String> = settings.payments.days.iter().map(u32::to_string).collect();
        Self {
            payment_days: days.join(", "),
            payment_roll: settings.payments.roll.code().to_owned(),
            sending_from: clock::write(settings.sending.from_minute),
            sending_until: clock::write(settings.sending.until_minute),
            still_not_taken_times: settings.ladder.still_not_taken_times.to_string(),
            no_attempt_days: settings.ladder.no_attempt_days.to_string(),
            expired_days: settings.ladder.expired_days.to_string(),
            unanswered_attempts: settings.ladder.unanswered_attempts.to_string(),
            mailed_within_days: settings.mailed_within_days.to_string(),
            ..Self::default()
        }
    }

    pub fn typed(&self, today: NaiveDate) -> Result<Settings, Errors> {
        let mut fields = Fields::new(today);
        let days = self.days(&mut fields);
        let roll = fields.choice("payment_roll", &self.payment_roll, Roll::from_code);
        let sending = self.sending(&mut fields);
        let still_not_taken_times = number(&mut fields, "still_not_taken_times", &self.still_not_taken_times, 2..=10);
        let no_attempt_days = number(&mut fields, "no_attempt_days", &self.no_attempt_days, 1..=20);
        let expired_days = number(&mut fields, "expired_days", &self.expired_days, 1..=40);
        if no_attempt_days.zip(expired_days).is_some_and(|(told, expired)| expired <= told) {
            fields.errors.add("expired_days", "error-settings-expired-later");
        }
        let unanswered_attempts = number(&mut fields, "unanswered_attempts", &self.unanswered_attempts, 1..=20);
        let mailed_within_days = number(&mut fields, "mailed_within_days", &self.mailed_within_days, 1..=90);
        let settings = (|| {
            Some(Settings {
                payments: PaymentDays { days: days?, roll: roll? },
                sending: sending?,
                ladder: Ladder {
                    still_not_taken_times: still_not_taken_times?,
                    no_attempt_days: no_attempt_days?,
                    expired_days: expired_days?,
                    unanswered_attempts: unanswered_attempts?,
                },
                mailed_within_days: mailed_within_days?,
            })
        })();
        fields.errors.finish(settings, &self.warned)
    }

    /// `10, 25`, `10. ja 25.`: days of the month, in order, each once.
    fn days(&self, fields: &mut Fields) -> Option<Vec<u32>> {
        let text = fields.required_line("payment_days", &self.payment_days);
        let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut days: Vec<u32> = parts.map(|part| part.parse().unwrap_or_default()).collect();
        days.sort_unstable();
        days.dedup();
        if !text.is_empty() && (days.is_empty() || days.iter().any(|day| !(1..=31).contains(day))) {
            fields.errors.add("payment_days", "error-settings-days");
            return None;
        }
        Some(days).filter(|days| !days.is_empty())
    }

    /// An hour at least, else mail would hardly ever leave.
    fn sending(&self, fields: &mut Fields) -> Option<SendingWindow> {
        let mut end = |field, raw: &str| {
            if raw.trim().is_empty() {
                fields.errors.add(field, "error-required");
            }
            fields.time(field, raw)
        };
        let (from, until) = (end("sending_from", &self.sending_from), end("sending_until", &self.sending_until));
        let (from_minute, until_minute) = from.zip(until)?;
        if until_minute < from_minute + 60 {
            fields.errors.add("sending_until", "error-settings-window");
            return None;
        }
        Some(SendingWindow { from_minute, until_minute })
    }
}

fn number(fields: &mut Fields, field: &'static str, raw: &str, allowed: RangeInclusive<u32>) -> Option<u32> {
    let number = raw.trim().parse().ok().filter(|number| allowed.contains(number));
    if number.is_none() {
        let args = Args::from([("least".into(), (*allowed.start()).into()), ("most".into(), (*allowed.end()).into())]);
        fields.errors.add_with(field, "error-number-between", args);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-20".parse().expect("a day")
    }

    #[test]
    fn what_is_shown_is_read_again() {
        let default = Settings::default();
        assert_eq!(SettingsForm::of(&default).typed(today()).expect("the defaults"), default);
    }

    #[test]
    fn payment_days_as_people_write_them() {
        for (text, expected) in [("10, 25", vec![10, 25]), ("25. ja 10.", vec![10, 25]), ("15", vec![15]), ("1;1;31", vec![1, 31])] {
            let form = SettingsForm { payment_days: text.to_owned(), ..SettingsForm::of(&Settings::default()) };
            assert_eq!(form.typed(today()).expect("settings").payments.days, expected, "{text}");
        }
        for text in ["", "0", "32", "10, 99999999999", "kuun lopussa"] {
            let form = SettingsForm { payment_days: text.to_owned(), ..SettingsForm::of(&Settings::default()) };
            let errors = form.typed(today()).expect_err(text);
            assert_eq!(errors.keys().count(), 1, "{text}");
        }
    }

    #[test]
    fn all_errors_at_once() {
        assert_eq!(SettingsForm::default().typed(today()).expect_err("nothing").keys().count(), 9);
        let turned = SettingsForm {
            sending_from: "17".to_owned(),
            sending_until: "8".to_owned(),
            no_attempt_days: "3".to_owned(),
            expired_days: "3".to_owned(),
            mailed_within_days: "-1".to_owned(),
            ..SettingsForm::of(&Settings::default())
        };
        let keys: Vec<_> = turned.typed(today()).expect_err("turned").keys().map(str::to_owned).collect();
        assert_eq!(keys, ["error-settings-window", "error-settings-expired-later", "error-number-between"]);
    }
}
