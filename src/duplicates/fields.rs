//! Undoing what a merge changed in the company that stayed, field by field: a field goes back as a whole, with the
//! register's value beside it and the name rows it follows from, or stays as it is.

use super::changes::{Change, Columns};
use super::links::columns;
use crate::companies::Field;

/// Changes that go back together.
#[derive(Debug, Default)]
pub struct Part {
    /// The field that they make up; none for a row that stands for itself.
    pub field: Option<Field>,
    pub changes: Vec<Change>,
}

/// Sorts the changes of a merge into what goes back together: first the rows that it took away (the company itself at the
/// head), then each moved name, then the fields of the company that stayed.
pub fn parts(changes: Vec<Change>, kept_id: i64) -> Vec<Part> {
    let mut alone = Vec::new();
    let mut fields: Vec<Part> = Field::ALL.into_iter().map(|field| Part { field: Some(field), changes: Vec::new() }).collect();
    let mut put = |field: Field, change: Change| {
        if let Some(part) = fields.iter_mut().find(|part| part.field == Some(field)) {
            part.changes.push(change);
        }
    };
    for change in changes {
        match change.table.as_str() {
            "companies" if change.row_id == kept_id => {
                for field in Field::ALL {
                    let part = narrowed(&change, |column| columns(field).contains(&column));
                    part.into_iter().for_each(|part| put(field, part));
                }
                let rest = narrowed(&change, |column| !Field::ALL.into_iter().any(|field| columns(field).contains(&column)));
                alone.extend(rest);
            }
            "companies" => alone.insert(0, change),
            "company_field_edits" if is_of(&change, kept_id) => match edited(&change) {
                Some(field) => put(field, change),
                None => alone.push(change),
            },
            "company_names" if !was_handed_over(&change) => put(Field::Name, change),
            _ => alone.push(change),
        }
    }
    let alone = alone.into_iter().map(|change| Part { field: None, changes: vec![change] });
    alone.chain(fields.into_iter().filter(|part| !part.changes.is_empty())).collect()
}

/// Only some columns of a changed row.
fn narrowed(change: &Change, wanted: impl Fn(&str) -> bool) -> Option<Change> {
    let only = |columns: &Option<Columns>| -> Option<Columns> {
        let columns = columns.as_ref()?.iter().filter(|(column, _)| wanted(column));
        Some(columns.map(|(column, value)| (column.clone(), value.clone())).collect())
    };
    let narrowed = Change { before: only(&change.before), after: only(&change.after), ..change.clone() };
    narrowed.before.as_ref().is_some_and(|columns| !columns.is_empty()).then_some(narrowed)
}

/// A row that the merge added or took away, of this company; a row that it changed stayed with its company.
fn is_of(change: &Change, company_id: i64) -> bool {
    let whole = change.before.as_ref().or(change.after.as_ref());
    let owner = whole.and_then(|columns| columns.get("company_id")).and_then(serde_json::Value::as_i64);
    owner.is_none_or(|owner| owner == company_id)
}

/// The field that a row of `company_field_edits` is about, where the row tells.
fn edited(change: &Change) -> Option<Field> {
    let whole = change.before.as_ref().filter(|columns| columns.contains_key("field")).or(change.after.as_ref());
    Field::from_code(whole?.get("field")?.as_str()?)
}

/// A name of the company that went: its row changed its company.
fn was_handed_over(change: &Change) -> bool {
    change.after.as_ref().zip(change.before.as_ref()).is_some_and(|(after, _)| after.contains_key("company_id"))
}
