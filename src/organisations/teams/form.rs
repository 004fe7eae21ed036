//! The form of a team.

use super::store::Details;
use crate::calendar::Period;
use crate::i18n::Lang;
use crate::organisations::hours::Week;
use crate::organisations::store::Team;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct TeamForm {
    /// Of a new team only: a team stays where it is.
    pub organisation: String,
    pub name: String,
    pub mailbox: String,
    pub language: String,
    /// `true`: it works by mail and answer link only.
    pub by_mail: String,
    #[serde(flatten)]
    pub week: Week,
    /// `monday`: nothing is saved, Monday's hours are put on the other working days.
    pub copy: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl TeamForm {
    pub fn of(team: &Team, periods: &[Period]) -> Self {
        Self {
            name: team.name.clone(),
            mailbox: team.mailbox.clone(),
            language: team.language.code().to_owned(),
            by_mail: if team.by_mail { "true".to_owned() } else { String::new() },
            week: Week::of(periods),
            ..Self::default()
        }
    }

    /// A team that begins with office hours.
    pub fn fresh(organisation: String) -> Self {
        Self { organisation, language: Lang::Fi.code().to_owned(), week: Week::office(), ..Self::default() }
    }

    /// The form with Monday's hours on the other working days, if its button was pressed.
    pub fn copied(&self) -> Option<Self> {
        (self.copy == "monday").then(|| Self { week: self.week.clone().with_monday_on_working_days(), ..self.clone() })
    }

    /// A team's response clock needs hours, so at least one day has some.
    pub fn typed(&self, is_hosts: bool, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let details = self.details(&mut fields, is_hosts);
        fields.errors.finish(details, &self.warned)
    }

    /// The same for a new team of one of these organisations, with the one that was chosen.
    pub fn typed_new(&self, organisations: &[(i64, String)], host: Option<i64>, today: NaiveDate) -> Result<(i64, Details), Errors> {
        let mut fields = Fields::new(today);
        let known = |raw: &str| raw.parse().ok().filter(|id| organisations.iter().any(|known| known.0 == *id));
        let organisation = match organisations {
            [only] => Some(only.0),
            _ => fields.choice("organisation", &self.organisation, known),
        };
        let details = self.details(&mut fields, organisation.is_some() && organisation == host);
        fields.errors.finish(organisation.zip(details), &self.warned)
    }

    fn details(&self, fields: &mut Fields, is_hosts: bool) -> Option<Details> {
        let name = fields.required_line("name", &self.name);
        let mailbox = fields.required_email("mailbox", &self.mailbox);
        let language = fields.choice("language", &self.language, Lang::from_code);
        let by_mail = self.by_mail == "true";
        if by_mail && is_hosts {
            fields.errors.add("by_mail", "error-team-by-mail-host");
        }
        let periods = self.week.typed(fields);
        if periods.is_empty() && self.week.is_empty() {
            fields.errors.add("monday", "error-hours-none");
        }
        Some(Details { name, mailbox, language: language?, by_mail, periods })
    }
}
