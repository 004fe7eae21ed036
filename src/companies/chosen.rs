//! The company that a form means: with the script it is chosen, without it its name or business id is typed.

use super::store;
use crate::db::Conn;
use crate::identifiers::business_id::BusinessId;
use crate::identifiers::name;
use crate::schema::company_names;
use diesel::prelude::*;

/// The company of this id, unless its name was overtyped; else the only one of that business id or name.
pub fn chosen(conn: &mut Conn, company_id: &str, company: &str) -> QueryResult<Option<i64>> {
    let typed = name::fold(company);
    if let Ok(id) = company_id.trim().parse()
        && let Some(company) = store::summary(conn, id)?.filter(|company| name::fold(&company.name) == typed)
    {
        return Ok(Some(company.id));
    }
    if let Ok(business_id) = BusinessId::parse(company) {
        return store::id_of(conn, business_id.as_str());
    }
    let named = company_names::table.filter(company_names::name_fold.eq(typed).and(company_names::ended_on.is_null()));
    let found: Vec<i64> = named.select(company_names::company_id).distinct().limit(2).load(conn)?;
    Ok(found.first().copied().filter(|_| found.len() == 1))
}
