//! Consents of contact persons to direct marketing: to a natural person it may be sent with consent only (act 917/2014,
//! section 200). A consent is given to one organisation for one purpose. It is a row of history that says when and how it was
//! given and when it was withdrawn; it is withdrawn as easily as it was given (GDPR, article 7), to whichever organisation.

pub mod form;
pub mod pages;
pub mod store;
pub mod withdrawals;

use crate::codes::codes;

codes! {
    /// What was consented to.
    pub Purpose {
        Events = "events",
        Newsletter = "newsletter",
        Surveys = "surveys",
    }
}

codes! {
    /// How it was given.
    pub Channel {
        Phone = "phone",
        Meeting = "meeting",
        Email = "email",
        Form = "form",
    }
}
