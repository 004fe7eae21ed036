//! Which company a row is about.

use super::{Given, Ground, Problem, problem};
use crate::companies::form::wrong_business_id;
use crate::companies::store::{self as companies, Summary};
use crate::db::Conn;
use crate::identifiers::business_id::BusinessId;
use crate::identifiers::name;
use diesel::QueryResult;

pub enum Which {
    This(Summary),
    /// The register has none like that.
    Unknown(Problem),
    /// The row does not say it clearly.
    Wrong(Problem),
}

impl Which {
    /// For rows about a company that must be there.
    pub fn known(self) -> Result<Summary, Problem> {
        match self {
            Self::This(company) => Ok(company),
            Self::Unknown(problem) | Self::Wrong(problem) => Err(problem),
        }
    }
}

/// By business id, else by its name now: exactly, but for capitals and signs. `field` is where the row has the name.
pub fn company(conn: &mut Conn, ground: &Ground, given: &Given, field: &'static str) -> QueryResult<Which> {
    let (typed, title) = (given.get("business_id"), given.get(field));
    let unknown = |field| Which::Unknown(problem(ground, field, "error-transfer-company-unknown"));
    if !typed.is_empty() {
        let id = match BusinessId::parse(typed) {
            Ok(id) => id,
            Err(error) => return Ok(Which::Wrong(problem(ground, "business_id", wrong_business_id(error)))),
        };
        let company = companies::id_of(conn, id.as_str())?.map(|id| companies::summary(conn, id)).transpose()?.flatten();
        return Ok(company.map_or_else(|| unknown("business_id"), Which::This));
    }
    if title.is_empty() {
        return Ok(Which::Wrong(problem(ground, field, "error-transfer-company-missing")));
    }
    let mut named = companies::named(conn, &name::fold(title))?;
    Ok(match (named.pop(), named.is_empty()) {
        (Some(company), true) => Which::This(company),
        (None, _) => unknown(field),
        (Some(_), false) => Which::Wrong(problem(ground, field, "error-transfer-company-several")),
    })
}
