//! The form of a phone line.

use super::store::{Details, PhoneLine};
use crate::organisations::hours::Week;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct PhoneLineForm {
    pub name: String,
    pub phone: String,
    #[serde(flatten)]
    pub week: Week,
    /// `monday`: nothing is saved, Monday's hours are put on the other working days.
    pub copy: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl PhoneLineForm {
    pub fn of(line: &PhoneLine) -> Self {
        Self { name: line.name.clone(), phone: line.phone.clone(), week: Week::of(&line.periods), ..Self::default() }
    }

    /// The form with Monday's hours on the other working days, if its button was pressed.
    pub fn copied(&self) -> Option<Self> {
        (self.copy == "monday").then(|| Self { week: self.week.clone().with_monday_on_working_days(), ..self.clone() })
    }

    pub fn typed(&self, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        let phone = fields.required_phone("phone", &self.phone);
        let periods = self.week.typed(&mut fields);
        fields.errors.finish(phone.map(|phone| Details { name, phone, periods }), &self.warned)
    }
}
