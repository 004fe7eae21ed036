//! Two people edit the same row at the same time: neither loses anything, and nobody is bothered without need.
//!
//! The form of a row carries the values it was drawn with (`base`, by `Page::edit_form`). Saving compares three sides for
//! each field: what only another changed is taken over, what only I changed is saved, and what both changed to different
//! values is shown side by side (409). Sending that page again is a knowing choice. Ticked boxes of one name are settled box
//! by box. A form of a row has a field `base: String`, and its handler settles and saves within one write, on the row as
//! `hold` found it, or under `hold_off_writers` where the whole table matters:
//!
//! ```text
//! let row = store::hold(conn, id)?;                                   // no one else writes it until the write ends
//! match edits::settle(conn, ("people", id), &form, &PersonForm::of(&row))?.and_then(|merged| Ok(merged.finish(today)?)) {
//!     Ok(details) => store::edit(conn, id, &details, …)?,
//!     Err(refusal) => return Ok(Err(refusal)),                        // FormView::unsaved, with refusal.status()
//! }
//! ```

use super::forms::{Errors, clean};
use crate::audit;
use crate::db::Conn;
use actix_web::http::StatusCode;
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Why an edit is not saved.
#[derive(Debug)]
pub enum Unsaved {
    Invalid(Errors),
    Disputed(Dispute),
}

/// What two people changed to different values.
#[derive(Debug)]
pub struct Dispute {
    /// The form to show: mine where it is disputed, and the row as it is now for a base.
    pub values: Value,
    /// By field, what the other saved.
    pub theirs: BTreeMap<String, Value>,
    /// Who saved last, and when.
    pub by: Option<(String, NaiveDateTime)>,
}

impl Unsaved {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Disputed(_) => StatusCode::CONFLICT,
        }
    }
}

impl From<Errors> for Unsaved {
    fn from(errors: Errors) -> Self {
        Self::Invalid(errors)
    }
}

/// The form to save: mine and theirs put together. `theirs` is the row as it is now, in the form's own words; `row` is its
/// table and id, by which the audit tells who changed it. A form without a base overwrites.
pub fn settle<F>(conn: &mut Conn, row: (&str, i64), mine: &F, theirs: &F) -> QueryResult<Result<F, Unsaved>>
where
    F: Serialize + DeserializeOwned + Clone,
{
    let (values, now) = (object(mine), object(theirs));
    let base = values.get("base").and_then(Value::as_str).map(read_base).unwrap_or_default();
    let (mut merged, disputed) = merge(&base, values, &now);
    if disputed.is_empty() {
        return Ok(Ok(serde_json::from_value(Value::Object(merged)).unwrap_or_else(|_| mine.clone())));
    }
    merged.insert("base".to_owned(), base_of(&Value::Object(now)).into());
    let dispute = Dispute { values: Value::Object(merged), theirs: disputed, by: audit::latest(conn, row.0, row.1)? };
    Ok(Err(Unsaved::Disputed(dispute)))
}

/// `mine` with what only they changed, and what both changed.
fn merge(
    base: &Map<String, Value>,
    mine: Map<String, Value>,
    theirs: &Map<String, Value>,
) -> (Map<String, Value>, BTreeMap<String, Value>) {
    let (mut merged, mut disputed) = (mine.clone(), BTreeMap::new());
    for (name, their) in theirs.iter().filter(|(name, _)| !is_machinery(name)) {
        // A hidden id goes with the text that it belongs to.
        let deciding = if is_decided_elsewhere(name, theirs) { text_of(name) } else { name };
        match side(base.get(deciding), mine.get(deciding), theirs.get(deciding)) {
            Side::Mine => {}
            Side::Theirs => {
                merged.insert(name.clone(), their.clone());
            }
            Side::Both if their.is_array() => {
                merged.insert(name.clone(), boxes(&base[name], &mine[name], their));
            }
            Side::Both if deciding == name => {
                disputed.insert(name.clone(), their.clone());
            }
            Side::Both => {}
        }
    }
    (merged, disputed)
}

/// The ticked boxes of one name are settled box by box: a box is ticked or not, so that no two changes of it can clash.
fn boxes(base: &Value, mine: &Value, theirs: &Value) -> Value {
    let has = |side: &Value, tick: &Value| side.as_array().is_some_and(|ticks| ticks.contains(tick));
    let ticks = |side: &Value| side.as_array().cloned().unwrap_or_default();
    let mut merged = ticks(mine);
    merged.retain(|tick| has(theirs, tick) || !has(base, tick));
    merged.extend(ticks(theirs).into_iter().filter(|tick| !has(mine, tick) && !has(base, tick)));
    merged.into()
}

enum Side {
    Mine,
    Theirs,
    Both,
}

fn side(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Side {
    let alike = |a: Option<&Value>, b: Option<&Value>| a.zip(b).is_some_and(|(a, b)| same(a, b));
    if base.is_none() || alike(mine, theirs) || alike(base, theirs) {
        Side::Mine
    } else if alike(base, mine) {
        Side::Theirs
    } else {
        Side::Both
    }
}

/// `industry_code` belongs to `industry`, `company_id` to `company`.
fn text_of(name: &str) -> &str {
    name.strip_suffix("_code").or_else(|| name.strip_suffix("_id")).unwrap_or(name)
}

fn is_decided_elsewhere(name: &str, fields: &Map<String, Value>) -> bool {
    text_of(name) != name && fields.contains_key(text_of(name))
}

/// Fields that are no one's to edit.
pub(super) fn is_machinery(name: &str) -> bool {
    matches!(name, "base" | "once" | "warned")
}

/// Line ends and blanks at the ends make no difference: browsers change them. Nor does the order of ticked boxes.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => clean(a).trim() == clean(b).trim(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().all(|tick| b.contains(tick)),
        _ => a == b,
    }
}

/// The values of a form as its hidden field `base` carries them.
pub(super) fn base_of(values: &Value) -> String {
    let fields = values.as_object().into_iter().flatten().filter(|(name, _)| !is_machinery(name));
    Value::Object(fields.map(|(name, value)| (name.clone(), value.clone())).collect()).to_string()
}

/// Empty for what is no base.
pub(super) fn read_base(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

fn object(form: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(form) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(fields: &[(&str, &str)]) -> Map<String, Value> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect()
    }

    /// Every way in which three sides can be alike or differ, each side one of three values.
    #[test]
    fn nothing_that_one_changed_is_lost() {
        for case in 0..27 {
            let value = |place: u32| ["a", "b", "c"][case / 3_usize.pow(place) % 3];
            let (base, mine, theirs) = (value(0), value(1), value(2));
            let (merged, disputed) = merge(&row(&[("x", base)]), row(&[("x", mine)]), &row(&[("x", theirs)]));
            let (i_changed, they_changed) = (mine != base, theirs != base);
            let expected = if they_changed && !i_changed { theirs } else { mine };
            assert_eq!(merged["x"], expected, "{base} {mine} {theirs}");
            assert_eq!(disputed.contains_key("x"), i_changed && they_changed && mine != theirs, "{base} {mine} {theirs}");
            assert!(disputed.get("x").is_none_or(|shown| shown == theirs));
        }
    }

    #[test]
    fn each_field_is_settled_by_itself() {
        let base = row(&[("name", "a"), ("phone", "1"), ("email", "x")]);
        let mine = row(&[("name", "b"), ("phone", "1"), ("email", "y")]);
        let theirs = row(&[("name", "a"), ("phone", "2"), ("email", "z")]);
        let (merged, disputed) = merge(&base, mine, &theirs);
        assert_eq!(merged, row(&[("name", "b"), ("phone", "2"), ("email", "y")]));
        assert_eq!(disputed.keys().collect::<Vec<_>>(), ["email"]);
    }

    #[test]
    fn a_hidden_id_goes_with_its_text() {
        let base = row(&[("industry", "Leipä"), ("industry_code", "1")]);
        let theirs = row(&[("industry", "Kala"), ("industry_code", "2")]);
        let (merged, disputed) = merge(&base, base.clone(), &theirs);
        assert_eq!((merged, disputed.len()), (theirs.clone(), 0));
        // Without script the id stays when the text is changed; it is mine all the same.
        let mine = row(&[("industry", "Puu"), ("industry_code", "1")]);
        let (merged, disputed) = merge(&base, mine.clone(), &theirs);
        assert_eq!((merged, disputed.into_keys().collect::<Vec<_>>()), (mine, vec!["industry".to_owned()]));
    }

    #[test]
    fn line_ends_and_outer_blanks_are_no_change() {
        let base = row(&[("note", "a\nb")]);
        let (merged, disputed) = merge(&base, row(&[("note", "a\r\nb ")]), &row(&[("note", "c")]));
        assert_eq!((merged, disputed.len()), (row(&[("note", "c")]), 0));
    }

    #[test]
    fn boxes_are_settled_one_by_one() {
        let ticked = |ticks: &[&str]| Map::from_iter([("roles".to_owned(), Value::from(ticks.to_vec()))]);
        let (base, mine, theirs) = (ticked(&["a", "b", "c"]), ticked(&["d", "c", "b"]), ticked(&["a", "c", "e"]));
        assert_eq!(merge(&base, mine, &theirs), (ticked(&["d", "c", "e"]), BTreeMap::new()));
        let (merged, _) = merge(&base, ticked(&["c", "b", "a"]), &theirs);
        assert_eq!(merged, theirs, "another order is no change");
    }

    #[test]
    fn without_a_base_mine_is_saved() {
        let (merged, disputed) = merge(&read_base("no base"), row(&[("x", "a")]), &row(&[("x", "b")]));
        assert_eq!((merged, disputed.len()), (row(&[("x", "a")]), 0));
    }

    #[test]
    fn a_base_holds_no_machinery() {
        let values = Value::Object(row(&[("name", "a"), ("once", "k"), ("warned", "yes"), ("base", "{}")]));
        assert_eq!(read_base(&base_of(&values)), row(&[("name", "a")]));
    }
}
