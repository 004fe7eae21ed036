//! The page of one contact: its text for those who may read it, what became of it, and its owner's forms.

use super::Outcome;
use super::first;
use super::form::TextForm;
use super::ownership::Ownership;
use super::store::{self, Contact};
use super::visibility::Visibility;
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::people;
use crate::web::{Choice, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Serialize;

pub const PAGE: &str = "contacts/show.html";
/// What the audit says when a text is shared with all, and when it is taken back to its organisation.
pub const SHARE: &str = "share";
pub const RESTRICT: &str = "restrict";

pub fn address(id: i64) -> String {
    format!("/contacts/{id}")
}

#[derive(Serialize)]
pub struct ContactView {
    #[serde(flatten)]
    contact: Contact,
    form: FormView,
    /// The viewer may correct it, and change for whom it is.
    mine: bool,
    /// Nobody was in touch with the company before.
    is_first: bool,
    history: Vec<Change>,
    /// While it is for its organisation only: when all organisations could read it, last.
    was_shared: Option<Span>,
    /// While it is for all: since when.
    shared_since: Option<NaiveDateTime>,
    outcomes: Vec<Choice>,
    people: Vec<Choice>,
}

/// What somebody did with it.
#[derive(Clone, Serialize)]
struct Change {
    action: String,
    who: String,
    at: NaiveDateTime,
}

#[derive(Serialize)]
struct Span {
    from: NaiveDateTime,
    until: NaiveDateTime,
}

/// What the page shows beside its form.
pub struct Ground {
    contact: Contact,
    mine: bool,
    is_first: bool,
    history: Vec<Change>,
    people: Vec<(i64, String)>,
}

impl Ground {
    /// # Errors
    /// Not found, if the viewer may not read the text.
    pub fn load(conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<Self, Error> {
        let contact = store::find_readable(conn, viewer, id)?;
        let history = audit::of(conn, "contacts", id)?;
        Ok(Self {
            is_first: first::of_company(conn, contact.company_id)? == Some(id),
            mine: Ownership::of(conn, viewer)?.covers(contact.staff_id, contact.organisation_id),
            history: history.into_iter().map(|(action, who, at)| Change { action, who, at }).collect(),
            people: store::people_for(people::store::choices(conn, contact.company_id)?, &contact),
            contact,
        })
    }

    pub fn view(self, lang: Lang, form: FormView) -> ContactView {
        let last = |action: &str| self.history.iter().rev().find(|change| change.action == action).map(|change| change.at);
        let first_read = last(SHARE).unwrap_or(self.contact.created_at);
        let is_shared = self.contact.visibility == Visibility::Shared.code();
        ContactView {
            was_shared: last(RESTRICT).filter(|_| !is_shared).map(|until| Span { from: first_read, until }),
            shared_since: is_shared.then_some(first_read),
            history: self.history,
            mine: self.mine,
            is_first: self.is_first,
            outcomes: Choice::of_codes(lang, "contact-outcome-", Outcome::ALL.map(Outcome::code)),
            people: Choice::of_rows(self.people),
            contact: self.contact,
            form,
        }
    }
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = *id;
    let ground = page.app.db.read(move |conn| Ground::load(conn, &viewer, id)).await?;
    let form = page.edit_form(&TextForm::of(&ground.contact)).await?;
    let company_id = ground.contact.company_id;
    let view = ground.view(page.lang(), form);
    page.about_company(company_id).render(PAGE, &view)
}
