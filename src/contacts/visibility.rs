//! Who may read the text of a contact.

pub use crate::organisations::Visibility;

use crate::schema::contacts;
use diesel::prelude::*;

/// Contacts whose text this organisation may read: the shared ones and its own. Every query that selects a note,
/// an outcome or a contact person of a contact uses it.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn text_readable_by(organisation_id: i64) -> _ {
    let shared: &'static str = Visibility::Shared.code();
    contacts::visibility.eq(shared).or(contacts::organisation_id.eq(organisation_id))
}
