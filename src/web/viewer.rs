//! Who is asking: a person acting for one organisation. The gate puts it into the request, handlers take it as an argument.

use crate::codes::codes;
use crate::i18n::Lang;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::future::{Ready, ready};
use std::rc::Rc;

codes! {
    /// What a membership allows. Stored by its `code`.
    pub Role {
        /// Set-up; no case content.
        Administrator = "administrator",
        Coordinator = "coordinator",
        EmployerTeam = "employer_team",
        CaseHandler = "case_handler",
        CaseLead = "case_lead",
        /// Logs call-backs and reads the register.
        Staff = "staff",
        Partner = "partner",
        Reader = "reader",
        LogReader = "log_reader",
    }
}

#[derive(Clone, Debug)]
pub struct Viewer {
    pub staff_id: i64,
    pub session_id: i64,
    /// The person acting for this organisation.
    pub membership_id: i64,
    pub name: String,
    pub lang: Lang,
    pub organisation_id: i64,
    pub organisation: String,
    /// The organisation is the employment area itself.
    pub at_host: bool,
    pub roles: Vec<Role>,
    /// The person's teams in that organisation.
    pub team_ids: Vec<i64>,
}

impl Viewer {
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }
}

impl FromRequest for Viewer {
    type Error = crate::error::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let viewer = request.extensions().get::<Rc<Viewer>>().map(|viewer| Viewer::clone(viewer));
        ready(viewer.ok_or_else(|| Self::Error::internal("a handler asks for a viewer on an open route")))
    }
}
