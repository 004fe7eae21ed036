//! The forms about a person: who it is, and what the person may do for an organisation. Rights and teams are boxes of one
//! name, so that their fields come several times.

use super::invitations::Rights;
use super::memberships::Membership;
use super::store::Account;
use crate::i18n::Lang;
use crate::organisations::places::Place;
use crate::web::forms::Fields;
use crate::web::{Errors, Role};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The fields of a form in the order they came.
pub type Sent = Vec<(String, String)>;

fn all(sent: &Sent, name: &str) -> Vec<String> {
    sent.iter().filter(|field| field.0 == name).map(|field| field.1.clone()).collect()
}

fn one(sent: &Sent, name: &str) -> String {
    all(sent, name).into_iter().next().unwrap_or_default()
}

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct DetailsForm {
    pub name: String,
    pub email: String,
    pub language: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

/// Name, address and language as they are stored.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub email: String,
    pub language: Lang,
}

impl DetailsForm {
    pub fn of(account: &Account) -> Self {
        Self { name: account.name.clone(), email: account.email.clone(), language: account.language.code().to_owned(), ..Self::default() }
    }

    pub fn read(sent: &Sent) -> Self {
        let of = |name| one(sent, name);
        Self { name: of("name"), email: of("email"), language: of("language"), base: of("base"), once: of("once"), warned: of("warned") }
    }

    pub fn finish(&self, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        let email = fields.required_email("email", &self.email);
        let language = fields.choice("language", &self.language, Lang::from_code);
        fields.errors.finish(language.map(|language| Details { name, email: super::store::normal_email(&email), language }), &self.warned)
    }
}

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct RightsForm {
    pub roles: Vec<String>,
    pub teams: Vec<String>,
    pub leads: Vec<String>,
}

impl RightsForm {
    fn of(membership: &Membership, places: &[Place]) -> Self {
        let ids = |leads_only: bool| places.iter().filter(move |place| place.is_lead || !leads_only).map(|place| place.team_id.to_string());
        Self {
            roles: membership.roles.iter().map(|role| role.code().to_owned()).collect(),
            teams: ids(false).collect(),
            leads: ids(true).collect(),
        }
    }

    fn read(sent: &Sent) -> Self {
        Self { roles: all(sent, "roles"), teams: all(sent, "teams"), leads: all(sent, "leads") }
    }

    /// `teams` and `roles` are what the page offers. Who leads a team is in it.
    pub fn finish(&self, roles: &[Role], teams: &[i64]) -> Result<Rights, Errors> {
        let mut errors = Errors::default();
        let chosen: Vec<Role> = roles.iter().copied().filter(|role| self.roles.iter().any(|code| code == role.code())).collect();
        if self.roles.is_empty() {
            errors.add("roles", "error-roles");
        } else if self.roles.iter().any(|code| !roles.iter().any(|role| role.code() == code)) {
            errors.add("roles", "error-choose");
        }
        let known = |id: &String| teams.iter().any(|team| team.to_string() == *id);
        if !self.teams.iter().chain(&self.leads).all(known) {
            errors.add("teams", "error-choose");
        }
        let has = |list: &[String], team: &i64| list.iter().any(|id| *id == team.to_string());
        let place = |team: &i64| Place { team_id: *team, is_lead: has(&self.leads, team) };
        let places = teams.iter().filter(|team| has(&self.teams, team) || has(&self.leads, team)).map(place).collect();
        errors.finish(Some(Rights { roles: chosen, places }), "")
    }
}

/// Inviting someone.
#[derive(Clone, Debug, Serialize, Default)]
pub struct InvitationForm {
    pub organisation: String,
    /// `yes`: the person has an account already and is to get a membership.
    pub existing: String,
    #[serde(flatten)]
    pub details: DetailsForm,
    #[serde(flatten)]
    pub rights: RightsForm,
}

impl InvitationForm {
    pub fn read(sent: &Sent) -> Self {
        Self {
            organisation: one(sent, "organisation"),
            existing: one(sent, "existing"),
            details: DetailsForm::read(sent),
            rights: RightsForm::read(sent),
        }
    }
}

/// What a person may do for one organisation.
#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct MembershipForm {
    /// Of a new membership only.
    pub organisation: String,
    pub base: String,
    pub once: String,
    #[serde(flatten)]
    pub rights: RightsForm,
}

impl MembershipForm {
    pub fn of(membership: &Membership, places: &[Place]) -> Self {
        Self { rights: RightsForm::of(membership, places), ..Self::default() }
    }

    pub fn read(sent: &Sent) -> Self {
        let of = |name| one(sent, name);
        Self { organisation: of("organisation"), base: of("base"), once: of("once"), rights: RightsForm::read(sent) }
    }
}
