//! A company as it was, for whoever may have to put it back.

use super::{Company, find};
use crate::companies::ytj;
use crate::db::Conn;
use crate::schema::{companies, company_field_edits, company_names};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// The rows of one company, with their ids.
#[derive(Debug, Serialize, Deserialize)]
pub struct Snapshot {
    company: Company,
    names: Vec<NameRow>,
    edits: Vec<EditRow>,
}

#[derive(Debug, Queryable, Serialize, Deserialize)]
struct NameRow {
    id: i64,
    name: String,
    name_fold: String,
    name_type: String,
    registered_on: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
}

#[derive(Debug, Queryable, Serialize, Deserialize)]
struct EditRow {
    id: i64,
    field: String,
    register_value: String,
    edited_by: i64,
    edited_at: NaiveDateTime,
}

pub fn snapshot(conn: &mut Conn, id: i64) -> QueryResult<Option<Snapshot>> {
    let Some(company) = find(conn, id)? else { return Ok(None) };
    let names = {
        use company_names::dsl;
        let rows = dsl::company_names.filter(dsl::company_id.eq(id)).order(dsl::id);
        rows.select((dsl::id, dsl::name, dsl::name_fold, dsl::name_type, dsl::registered_on, dsl::ended_on)).load(conn)?
    };
    let edits = {
        use company_field_edits::dsl;
        let rows = dsl::company_field_edits.filter(dsl::company_id.eq(id)).order(dsl::id);
        rows.select((dsl::id, dsl::field, dsl::register_value, dsl::edited_by, dsl::edited_at)).load(conn)?
    };
    Ok(Some(Snapshot { company, names, edits }))
}

/// Makes the company what it was, its names and corrections too: what an edit changes, and nothing else.
pub fn restore(conn: &mut Conn, snapshot: &Snapshot) -> QueryResult<()> {
    let company = &snapshot.company;
    let name =
        (companies::name.eq(&company.name), companies::name_fold.eq(&company.name_fold), companies::name_sort.eq(&company.name_sort));
    let classified = (
        companies::company_form.eq(&company.company_form),
        companies::industry.eq(&company.industry),
        companies::industry_set.eq(&company.industry_set),
        companies::industry_2025.eq(&company.industry_2025),
        companies::size_class.eq(&company.size_class),
    );
    let reached = (
        companies::municipality.eq(&company.municipality),
        companies::street_address.eq(&company.street_address),
        companies::post_code.eq(&company.post_code),
        companies::post_office.eq(&company.post_office),
        companies::postal_address.eq(&company.postal_address),
        companies::website.eq(&company.website),
        companies::web_domain.eq(&company.web_domain),
        companies::phone.eq(&company.phone),
        companies::phone_e164.eq(&company.phone_e164),
        companies::email.eq(&company.email),
    );
    let row = diesel::update(companies::table.find(company.id));
    row.set((name, classified, reached, companies::updated_at.eq(company.updated_at))).execute(conn)?;
    if let Some(business_id) = &company.business_id {
        ytj::forget(conn, business_id)?;
    }
    restore_names(conn, snapshot)?;
    restore_edits(conn, snapshot)
}

fn restore_names(conn: &mut Conn, snapshot: &Snapshot) -> QueryResult<()> {
    use company_names::dsl;
    diesel::delete(dsl::company_names.filter(dsl::company_id.eq(snapshot.company.id))).execute(conn)?;
    for row in &snapshot.names {
        diesel::insert_into(dsl::company_names)
            .values((
                dsl::id.eq(row.id),
                dsl::company_id.eq(snapshot.company.id),
                dsl::name.eq(&row.name),
                dsl::name_fold.eq(&row.name_fold),
                dsl::name_type.eq(&row.name_type),
                dsl::registered_on.eq(row.registered_on),
                dsl::ended_on.eq(row.ended_on),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn restore_edits(conn: &mut Conn, snapshot: &Snapshot) -> QueryResult<()> {
    use company_field_edits::dsl;
    diesel::delete(dsl::company_field_edits.filter(dsl::company_id.eq(snapshot.company.id))).execute(conn)?;
    for row in &snapshot.edits {
        diesel::insert_into(dsl::company_field_edits)
            .values((
                dsl::id.eq(row.id),
                dsl::company_id.eq(snapshot.company.id),
                dsl::field.eq(&row.field),
                dsl::register_value.eq(&row.register_value),
                dsl::edited_by.eq(row.edited_by),
                dsl::edited_at.eq(row.edited_at),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Takes a company away as if it had never been. A foreign key violation says that something has been written about it.
pub fn unmake(conn: &mut Conn, id: i64) -> QueryResult<()> {
    diesel::delete(company_field_edits::table.filter(company_field_edits::company_id.eq(id))).execute(conn)?;
    diesel::delete(company_names::table.filter(company_names::company_id.eq(id))).execute(conn)?;
    diesel::delete(companies::table.find(id)).execute(conn)?;
    Ok(())
}
