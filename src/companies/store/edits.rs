//! Corrections by hand: what a person wrote is shown, and what the register says is kept beside it.

use super::{Company, add_name, e164, record, web_domain};
use crate::classifications::industries;
use crate::companies::{FROM_REGISTER, Facts, Field, NAME_BY_HAND, NAME_OF_MERGED, REGISTERED_NAME, TOL_2008, TOL_2025};
use crate::db::Conn;
use crate::identifiers::name;
use crate::schema::{companies, company_field_edits, company_names, staff};
use crate::timeline;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// A field that differs from the register by a person's hand.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct FieldEdit {
    /// The code of a `Field`.
    pub field: String,
    pub register_value: String,
    /// Who corrected it.
    pub editor: String,
    pub edited_at: NaiveDateTime,
}

pub fn field_edits(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<FieldEdit>> {
    company_field_edits::table
        .inner_join(staff::table)
        .filter(company_field_edits::company_id.eq(company_id))
        .order(company_field_edits::id)
        .select((company_field_edits::field, company_field_edits::register_value, staff::name, company_field_edits::edited_at))
        .load(conn)
}

/// Makes these the facts shown; `author` is organisation and person. Nothing changed is nothing done: false.
pub fn edit(conn: &mut Conn, company: &Company, facts: &Facts, author: (i64, i64), now: NaiveDateTime) -> QueryResult<bool> {
    if !change(conn, company, facts, author.1, now)? {
        return Ok(false);
    }
    record(conn, company.id, timeline::Kind::CompanyEdited, "edit", author, now)?;
    Ok(true)
}

/// The same without timeline and audit, as a part of another deed by `editor`.
pub fn change(conn: &mut Conn, company: &Company, facts: &Facts, editor: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let before = company.facts();
    let changed: Vec<Field> = Field::ALL.into_iter().filter(|&field| before.get(field) != facts.get(field)).collect();
    if changed.is_empty() {
        return Ok(false);
    }
    if company.source == FROM_REGISTER {
        for &field in &changed {
            note_difference(conn, company.id, field, before.get(field), facts.get(field), (editor, now))?;
        }
    }
    if changed.contains(&Field::Name) {
        rename(conn, company, &facts.name, now)?;
    }
    if changed.contains(&Field::Industry) {
        change_industry(conn, company.id, &facts.industry)?;
    }
    diesel::update(companies::table.find(company.id))
        .set((
            companies::company_form.eq(&facts.company_form),
            companies::municipality.eq(&facts.municipality),
            companies::street_address.eq(&facts.street_address),
            companies::post_code.eq(&facts.post_code),
            companies::post_office.eq(&facts.post_office),
            companies::postal_address.eq(&facts.postal_address),
            companies::website.eq(&facts.website),
            companies::web_domain.eq(web_domain(&facts.website)),
            companies::phone.eq(&facts.phone),
            companies::phone_e164.eq(e164(&facts.phone)),
            companies::email.eq(&facts.email),
            companies::size_class.eq(&facts.size_class),
            companies::updated_at.eq(now),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Keeps the register's value from the first correction on, and forgets the correction when it is taken back.
fn note_difference(
    conn: &mut Conn,
    company_id: i64,
    field: Field,
    before: &str,
    after: &str,
    (editor, now): (i64, NaiveDateTime),
) -> QueryResult<()> {
    use company_field_edits::dsl;
    let row = dsl::company_field_edits.filter(dsl::company_id.eq(company_id)).filter(dsl::field.eq(field.code()));
    let earlier: Option<(i64, String)> = row.select((dsl::id, dsl::register_value)).first(conn).optional()?;
    match earlier {
        Some((id, registered)) if registered == after => {
            diesel::delete(dsl::company_field_edits.find(id)).execute(conn)?;
        }
        Some((id, _)) => {
            let newest = (dsl::edited_by.eq(editor), dsl::edited_at.eq(now));
            diesel::update(dsl::company_field_edits.find(id)).set(newest).execute(conn)?;
        }
        None => {
            diesel::insert_into(dsl::company_field_edits)
                .values((
                    dsl::company_id.eq(company_id),
                    dsl::field.eq(field.code()),
                    dsl::register_value.eq(before),
                    dsl::edited_by.eq(editor),
                    dsl::edited_at.eq(now),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// The names of a company that is merged into another become that one's.
pub fn hand_over_names(conn: &mut Conn, from: i64, to: i64) -> QueryResult<()> {
    let names = company_names::table.filter(company_names::company_id.eq(from));
    diesel::update(names).set((company_names::company_id.eq(to), company_names::name_type.eq(NAME_OF_MERGED))).execute(conn)?;
    Ok(())
}

/// A company of the register keeps its registered names and is found by the new one too; a company made by hand
/// had its old name until now.
fn rename(conn: &mut Conn, company: &Company, text: &str, now: NaiveDateTime) -> QueryResult<()> {
    use company_names::dsl;
    let own = dsl::company_names.filter(dsl::company_id.eq(company.id)).filter(dsl::name_type.ne(NAME_OF_MERGED));
    let current = own.filter(dsl::ended_on.is_null());
    if company.source == FROM_REGISTER {
        diesel::delete(dsl::company_names.filter(dsl::company_id.eq(company.id)).filter(dsl::name_type.eq(NAME_BY_HAND))).execute(conn)?;
        let registered: Option<i64> = current.filter(dsl::name.eq(text)).select(dsl::id).first(conn).optional()?;
        if registered.is_none() {
            add_name(conn, company.id, text, NAME_BY_HAND)?;
        }
    } else {
        let today = crate::i18n::helsinki(now).date_naive();
        diesel::update(current).set(dsl::ended_on.eq(today)).execute(conn)?;
        add_name(conn, company.id, text, REGISTERED_NAME)?;
    }
    diesel::update(companies::table.find(company.id))
        .set((companies::name.eq(text), companies::name_fold.eq(name::fold(text)), companies::name_sort.eq(name::sort_key(text))))
        .execute(conn)?;
    Ok(())
}

/// A person chooses from TOL 2025; a code that is not there can only be the register's own, taken back.
fn change_industry(conn: &mut Conn, company_id: i64, code: &str) -> QueryResult<()> {
    let (set, code_2025) = match code {
        "" => ("", ""),
        code if industries::name(code, crate::i18n::Lang::Fi).is_some() => (TOL_2025, code),
        code => (TOL_2008, industries::to_2025(code).unwrap_or_default()),
    };
    diesel::update(companies::table.find(company_id))
        .set((companies::industry.eq(code), companies::industry_set.eq(set), companies::industry_2025.eq(code_2025)))
        .execute(conn)?;
    Ok(())
}
