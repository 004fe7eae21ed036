//! What to know before calling a company: somebody coordinates with it, it wants no contact, it wants no marketing.
//!
//! A mark is set for every organisation, with a reason that all read, and stays until its last day or until it is ended.
//! Lists of companies to call or to write to take `store::open_to`, and the search takes `Search::open_to`.

pub mod form;
pub mod pages;
pub mod store;

use crate::codes::codes;
use crate::web::{Role, Viewer};

codes! {
    /// What is known.
    pub Kind {
        /// The company wants nobody to contact it.
        DoNotContact = "do_not_contact",
        /// Talk to a certain person before contacting the company.
        CoordinateFirst = "coordinate_first",
        /// The company wants no mails that it hasn't asked for; calls are welcome.
        NoMarketing = "no_marketing",
    }
}

codes! {
    /// What a list of companies is for.
    pub Purpose {
        Call = "call",
        Marketing = "marketing",
    }
}

impl Purpose {
    /// The marks that keep a company out of such a list.
    pub fn forbidden_by(self) -> &'static [Kind] {
        match self {
            Self::Call => &[Kind::DoNotContact],
            Self::Marketing => &[Kind::DoNotContact, Kind::NoMarketing],
        }
    }
}

/// Who may end a mark: the organisation that set it, and the employment area's coordinators for whoever isn't there any more.
pub fn may_end(viewer: &Viewer, organisation_id: i64) -> bool {
    viewer.organisation_id == organisation_id || (viewer.at_host && viewer.has(Role::Coordinator))
}
