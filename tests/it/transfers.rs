//! Tables of companies, contact persons and contacts that come in and go out.

mod command;
mod exports;
mod files;
mod flow;
mod hand_edits;
mod torture;
mod undoing;
mod whole;
mod workbooks;

use crate::support::{Answer, Browser, Person, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::store::{self as companies, NewCompany};
use kohtaanto::companies::{FROM_REGISTER, Facts};
use kohtaanto::identifiers::business_id::BusinessId;
use kohtaanto::schema;
use reqwest::Method;
use std::ops::Deref;

/// The app, and the coordinator's browser.
pub struct Desk {
    test: TestApp,
    pub browser: Browser,
}

impl Deref for Desk {
    type Target = TestApp;

    fn deref(&self) -> &TestApp {
        &self.test
    }
}

impl Desk {
    pub async fn set() -> Self {
        let test = TestApp::start().await;
        let browser = test.browser(&test.cast.coordinator).await;
        Self { test, browser }
    }

    /// The same for another person.
    pub async fn of(self, person: impl Fn(&TestApp) -> &Person) -> Self {
        let browser = self.test.browser(person(&self.test)).await;
        Self { browser, ..self }
    }

    /// A company of the register, or one that a person added if it has no business id.
    pub async fn company(&self, business_id: Option<&str>, facts: Facts) -> i64 {
        let business_id = business_id.map(|id| BusinessId::parse(id).expect("a business id"));
        let (organisation_id, staff_id, now) = (self.cast.host, self.cast.handler.id, self.app.now());
        self.write(move |conn| {
            let new = NewCompany { business_id: business_id.as_ref(), facts: &facts, organisation_id, staff_id };
            let id = companies::add(conn, &new, now)?;
            if business_id.is_some() {
                let row = diesel::update(schema::companies::table.find(id));
                row.set(schema::companies::source.eq(FROM_REGISTER)).execute(conn)?;
            }
            Ok(id)
        })
        .await
    }

    pub async fn send(&self, kind: &str, name: &str, content: &[u8]) -> Answer {
        const BOUNDARY: &str = "----rajaviiva";
        let mut body = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n").into_bytes();
        body.extend_from_slice(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let request = self.browser.request(Method::POST, "/transfers").header("Sec-Fetch-Site", "same-origin");
        let request = request.header("Content-Type", format!("multipart/form-data; boundary={BOUNDARY}")).body(body);
        Answer::of(request.send().await.expect("an answer")).await
    }

    /// Sends a file and takes its columns as they are guessed, with these words of one's own: the checked import's address.
    pub async fn checked_with(&self, kind: &str, content: &[u8], said: &[(&str, &str)]) -> String {
        let columns = self.send(kind, "luettelo.csv", content).await.location().to_owned();
        let page = self.browser.get(&columns).await;
        let fields: Vec<(String, String)> = chosen(page.page());
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend(said);
        self.browser.post(&columns, &fields).await.location().to_owned()
    }

    pub async fn checked(&self, kind: &str, content: &[u8]) -> String {
        self.checked_with(kind, content, &[]).await
    }

    /// Brings the good rows of a file in, and gives the page that tells of it.
    pub async fn brought_in(&self, kind: &str, content: &[u8]) -> (String, Answer) {
        let address = self.checked(kind, content).await;
        self.browser.post(&format!("{address}/confirmation"), &[("rows", "good")]).await;
        let page = self.browser.get(&address).await;
        (address, page)
    }

    /// The company's facts by its name.
    pub async fn facts(&self, name: &str) -> Option<Facts> {
        let name = name.to_owned();
        let found = self.read(move |conn| {
            let id = schema::companies::table.filter(schema::companies::name.eq(&name)).select(schema::companies::id);
            let id: Option<i64> = id.first(conn).optional()?;
            Ok(id.map(|id| companies::find(conn, id)).transpose()?.flatten())
        });
        found.await.map(|company| company.facts())
    }
}

/// What the selects of a page say: their names and chosen values.
pub fn chosen(page: &str) -> Vec<(String, String)> {
    let selects = page.split("<select").skip(1).filter_map(|rest| rest.split_once("</select>").map(|(select, _)| select));
    let value = |text: &str, mark: &str| Some(text.split_once(mark)?.1.split('"').next()?.to_owned());
    selects
        .filter_map(|select| {
            let option = select.split("<option").find(|option| option.split('>').next().is_some_and(|tag| tag.contains(" selected")));
            Some((value(select, "name=\"")?, option.and_then(|option| value(option, "value=\"")).unwrap_or_default()))
        })
        .collect()
}
