//! The stage that call-back tests play on: routing, duty, one company.

use crate::support::{Browser, Person, TestApp};
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{self as companies, NewCompany};
use kohtaanto::organisations::duty;
use kohtaanto::routing::rules::Row;
use std::ops::Deref;

/// A caller's name that no other row holds.
pub const CALLER: &str = "Sirkka Soittaja";

pub struct Stage {
    pub test: TestApp,
    pub company: i64,
}

impl Deref for Stage {
    type Target = TestApp;

    fn deref(&self) -> &TestApp {
        &self.test
    }
}

impl Stage {
    /// Pay subsidies go to the subsidy team, all else to the employer team, where Heli is on duty.
    pub async fn set() -> Self {
        Self::set_on(TestApp::start().await).await
    }

    pub async fn set_on(test: TestApp) -> Self {
        let cast = test.cast.clone();
        let now = test.app.now();
        let company = test
            .write(move |conn| {
                let row = |topic_id, team_id| Row {
                    id: 0,
                    topic_id,
                    municipality: None,
                    industry: None,
                    language: None,
                    team_id,
                    backup_team_id: None,
                    response_minutes: 120,
                    urgent_response_minutes: 30,
                };
                kohtaanto::routing::store::add(conn, &row(None, cast.employer_team))?;
                kohtaanto::routing::store::add(conn, &row(Some(cast.subsidy), cast.subsidy_team))?;
                duty::assign(conn, cast.employer_team, now.date(), cast.handler.id)?;
                let facts = Facts { name: "Öljynen & Pojat Oy".to_owned(), municipality: "734".to_owned(), ..Facts::default() };
                let new = NewCompany { business_id: None, facts: &facts, organisation_id: cast.host, staff_id: cast.handler.id };
                Ok(companies::add(conn, &new, now)?)
            })
            .await;
        Self { test, company }
    }

    /// Logs a call-back as this person; gives its address.
    pub async fn log(&self, person: &Person, changes: &[(&str, &str)]) -> String {
        let browser = self.browser(person).await;
        let once = browser.get("/callbacks/new").await.once();
        let fields = form(self, &once, changes);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/callbacks", &fields).await.location().to_owned()
    }

    /// A call-back that this person has taken.
    pub async fn taken_by(&self, person: &Person) -> (String, Browser) {
        let address = self.log(&self.cast.logger.clone(), &[]).await;
        let browser = self.browser(person).await;
        browser.post(&format!("{address}/claim"), &[]).await.location();
        (address, browser)
    }
}

/// A well filled form with some fields changed.
pub fn form<'a>(stage: &Stage, once: &str, changes: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    let usual = [
        ("company_id", stage.company.to_string()),
        ("company", "Öljynen & Pojat Oy".to_owned()),
        ("caller_name", CALLER.to_owned()),
        ("caller_phone", "040 123 4567".to_owned()),
        ("topic", stage.cast.recruitment.to_string()),
        ("note", "Tarvitsee kaksi hitsaajaa".to_owned()),
        ("source", "phone".to_owned()),
        ("language", "fi".to_owned()),
        ("once", once.to_owned()),
    ];
    let mut fields: Vec<(&str, String)> = usual.into_iter().filter(|(name, _)| !changes.iter().any(|change| change.0 == *name)).collect();
    fields.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
    fields
}
