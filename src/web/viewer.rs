//! Who is asking: a person acting for one organisation. The gate puts it into the request, handlers take it as an argument.

use crate::i18n::Lang;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::future::{Ready, ready};
use std::rc::Rc;

/// What a membership allows. Stored by its `code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Set-up; no case content.
    Administrator,
    Coordinator,
    EmployerTeam,
    CaseHandler,
    CaseLead,
    /// Logs call-backs and reads the register.
    Staff,
    Partner,
    Reader,
    LogReader,
}

impl Role {
    pub const ALL: [Self; 9] = [
        Self::Administrator,
        Self::Coordinator,
        Self::EmployerTeam,
        Self::CaseHandler,
        Self::CaseLead,
        Self::Staff,
        Self::Partner,
        Self::Reader,
        Self::LogReader,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
            Self::EmployerTeam => "employer_team",
            Self::CaseHandler => "case_handler",
            Self::CaseLead => "case_lead",
            Self::Staff => "staff",
            Self::Partner => "partner",
            Self::Reader => "reader",
            Self::LogReader => "log_reader",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

#[derive(Clone, Debug)]
pub struct Viewer {
    pub staff_id: i64,
    pub session_id: i64,
    pub name: String,
    pub lang: Lang,
    pub organisation_id: i64,
    pub organisation: String,
    /// The organisation is the employment area itself.
    pub at_host: bool,
    pub roles: Vec<Role>,
    /// The teams, of any organisation, that the person belongs to.
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
