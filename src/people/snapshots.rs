//! A contact person as they were, for whoever may have to put them back.

use super::store::Row;
use crate::db::Conn;
use crate::schema::{people, person_phones};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// The rows of one person, with their ids.
#[derive(Debug, Serialize, Deserialize)]
pub struct Snapshot {
    person: Row,
    phones: Vec<PhoneRow>,
}

#[derive(Debug, Queryable, Serialize, Deserialize)]
struct PhoneRow {
    id: i64,
    place: i32,
    phone: String,
    phone_e164: String,
}

pub fn snapshot(conn: &mut Conn, id: i64) -> QueryResult<Option<Snapshot>> {
    let Some(person) = people::table.find(id).first(conn).optional()? else { return Ok(None) };
    let phones = person_phones::table
        .filter(person_phones::person_id.eq(id))
        .order(person_phones::place)
        .select((person_phones::id, person_phones::place, person_phones::phone, person_phones::phone_e164))
        .load(conn)?;
    Ok(Some(Snapshot { person, phones }))
}

/// Makes the person what they were: what an edit changes, and nothing else.
pub fn restore(conn: &mut Conn, snapshot: &Snapshot) -> QueryResult<()> {
    let person = &snapshot.person;
    diesel::update(people::table.find(person.id))
        .set((
            people::name.eq(&person.name),
            people::name_sort.eq(&person.name_sort),
            people::role.eq(&person.role),
            people::email.eq(&person.email),
            people::language.eq(&person.language),
            people::site_id.eq(person.site_id),
        ))
        .execute(conn)?;
    diesel::delete(person_phones::table.filter(person_phones::person_id.eq(person.id))).execute(conn)?;
    for row in &snapshot.phones {
        diesel::insert_into(person_phones::table)
            .values((
                person_phones::id.eq(row.id),
                person_phones::person_id.eq(person.id),
                person_phones::place.eq(row.place),
                person_phones::phone.eq(&row.phone),
                person_phones::phone_e164.eq(&row.phone_e164),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Takes a person away as if they had never been. A foreign key violation says that something has been written about them.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    diesel::delete(person_phones::table.filter(person_phones::person_id.eq(id))).execute(conn)?;
    diesel::delete(people::table.find(id)).execute(conn)?;
    Ok(())
}
