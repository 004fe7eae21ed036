//! A form as the templates see it: its values, what is wrong with them, what was kept and what another saved meanwhile.

use super::drafts::Draft;
use super::edits::{self, Dispute, Unsaved};
use super::forms::{Errors, FieldName, Message};
use crate::i18n::{self, Lang};
use chrono::NaiveDateTime;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
pub struct FormView {
    values: Value,
    errors: BTreeMap<FieldName, Vec<String>>,
    warnings: BTreeMap<FieldName, Vec<String>>,
    error_list: Vec<FieldError>,
    once: String,
    /// When the draft was saved that these values come from, in words.
    restored: Option<String>,
    /// By field, what another saved while this was being edited.
    theirs: BTreeMap<String, Theirs>,
    /// Who that was and when, in words.
    theirs_by: Option<String>,
}

#[derive(Debug, Serialize)]
struct FieldError {
    field: FieldName,
    text: String,
}

#[derive(Debug, Serialize)]
struct Theirs {
    value: Value,
}

impl FormView {
    /// An untouched form with these values, for a page whose form is never kept (a search, a sign-in, passwords, an address
    /// that is a key); others ask `Page::form`.
    pub fn fresh(values: &impl Serialize) -> Self {
        Self::new(values, &Errors::default(), Lang::Fi, super::once::new_key())
    }

    /// The same for the values of a row as it is now: the hidden field `base` holds them.
    pub fn with_base(mut self) -> Self {
        let base = edits::base_of(&self.values);
        if let Some(values) = self.values.as_object_mut() {
            values.insert("base".to_owned(), base.into());
        }
        self
    }

    /// The form again, with what was typed and what is wrong. `once` is the key it came with.
    pub fn refused(values: &impl Serialize, errors: &Errors, lang: Lang, once: &str) -> Self {
        Self::new(values, errors, lang, once.to_owned())
    }

    /// The form again after `edits::settle`: something in it is wrong, or another saved the same fields meanwhile.
    pub fn unsaved(values: &impl Serialize, refusal: &Unsaved, lang: Lang, once: &str) -> Self {
        match refusal {
            Unsaved::Invalid(errors) => Self::refused(values, errors, lang, once),
            Unsaved::Disputed(dispute) => Self::disputed(dispute, lang, once),
        }
    }

    fn disputed(dispute: &Dispute, lang: Lang, once: &str) -> Self {
        let theirs = dispute.theirs.iter().map(|(field, value)| (field.clone(), Theirs { value: value.clone() }));
        Self {
            theirs: theirs.collect(),
            theirs_by: dispute.by.as_ref().map(|(name, at)| format!("{name}, {}", i18n::date_time(lang, *at))),
            ..Self::new(&dispute.values, &Errors::default(), lang, once.to_owned())
        }
    }

    fn new(values: &impl Serialize, errors: &Errors, lang: Lang, once: String) -> Self {
        let say = |message: &Message| i18n::text_with(lang, message.key, &message.args);
        let by_field = |messages: &[Message]| {
            let mut map: BTreeMap<FieldName, Vec<String>> = BTreeMap::new();
            for message in messages {
                map.entry(message.field.clone()).or_default().push(say(message));
            }
            map
        };
        Self {
            values: serde_json::to_value(values).unwrap_or_default(),
            errors: by_field(&errors.errors),
            warnings: by_field(&errors.warnings),
            error_list: errors.errors.iter().map(|message| FieldError { field: message.field.clone(), text: say(message) }).collect(),
            once,
            restored: None,
            theirs: BTreeMap::new(),
            theirs_by: None,
        }
    }

    /// The values as the noun's own form: what a page shows beside a form that may come from a draft.
    pub fn values<T: DeserializeOwned + Default>(&self) -> T {
        serde_json::from_value(self.values.clone()).unwrap_or_default()
    }

    /// Lays a draft over fresh values, with its once-key: had it been sent after all, it would not be done twice. A draft
    /// that says what the page says anyway leaves no trace.
    pub fn with_draft(mut self, draft: &Draft, lang: Lang, now: NaiveDateTime) -> Self {
        let kept = |name: &str| draft.fields.get(name)?.as_ref()?.last();
        let base = kept("base").map(|base| edits::read_base(base)).unwrap_or_default();
        let mut changed = false;
        for (name, value) in self.values.as_object_mut().into_iter().flatten().filter(|(name, _)| !edits::is_machinery(name)) {
            let Some(typed) = typed_instead(value, draft.fields.get(name)) else { continue };
            // What the author left as it was may be newer now.
            let untouched = base.get(name).is_some_and(|base| edits::same(base, &typed));
            if !untouched && !edits::same(value, &typed) {
                *value = typed;
                changed = true;
            }
        }
        if !changed {
            return self;
        }
        if let (Some(base), Some(values)) = (kept("base"), self.values.as_object_mut()) {
            values.insert("base".to_owned(), base.as_str().into());
        }
        if let Some(once) = kept("once") {
            self.once.clone_from(once);
        }
        self.restored = Some(when(draft.saved_at, lang, now));
        self
    }
}

/// What the draft has for a field, as its form's own type has it. None if it has nothing of its own to say.
fn typed_instead(fresh: &Value, kept: Option<&Option<Vec<String>>>) -> Option<Value> {
    match (fresh, kept) {
        (Value::String(_), Some(Some(typed))) => typed.last().map(|typed| typed.as_str().into()),
        (Value::Array(_), Some(Some(typed))) => Some(typed.clone().into()),
        // Boxes that are not ticked are not sent.
        (Value::String(fresh), None) if fresh == "true" => Some("".into()),
        (Value::Array(_), None) => Some(Value::Array(Vec::new())),
        _ => None,
    }
}

/// The time of today, the day and time before.
fn when(at: NaiveDateTime, lang: Lang, now: NaiveDateTime) -> String {
    if i18n::helsinki(at).date_naive() == i18n::helsinki(now).date_naive() {
        format!("{} {}", i18n::text(lang, "clock-at"), i18n::time(at))
    } else {
        i18n::date_time(lang, at)
    }
}
