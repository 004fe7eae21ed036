//! What the company needs, as it answered last.

use crate::db::Conn;
use crate::i18n::Lang;
use crate::needs::answers::{self, Known};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::Serialize;

/// What was answered in one contact and not answered anew since.
#[derive(Serialize)]
pub struct Told {
    organisation: String,
    answered_at: NaiveDateTime,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    wording: String,
    /// In words.
    value: String,
}

/// The newest answer to each question that this viewer may read, the newest contact first.
pub fn newest(conn: &mut Conn, viewer: &Viewer, company_id: i64, lang: Lang) -> QueryResult<Vec<Told>> {
    let known = answers::newest(conn, company_id, viewer.organisation_id)?;
    Ok(known.chunk_by(|one, next| one.contact_id == next.contact_id).map(|of_contact| told(of_contact, lang)).collect())
}

/// `of_contact` holds at least one answer.
fn told(of_contact: &[Known], lang: Lang) -> Told {
    let answer = |known: &Known| Answer { wording: known.wording.clone(), value: known.value.in_words(lang) };
    Told {
        organisation: of_contact[0].organisation.clone(),
        answered_at: of_contact[0].answered_at,
        answers: of_contact.iter().map(answer).collect(),
    }
}
