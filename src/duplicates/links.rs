//! Every link to a company, and what a merge does with it. This is the one place where rows of other nouns are written by
//! table and column: a merge re-points what is not its own, all of it, in one transaction. A test reads the foreign keys of
//! the real databases and fails for a table that is missing here.

use crate::companies::Field;

/// What a merge does with the rows that link to the company that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They are the other company's from now on.
    Move,
    /// They say something of the merged company alone: kept aside, and put back when the merge is undone.
    Aside,
    /// As `Move`; but the other company has at most one for each value of this column, and where it has one, as `Aside`.
    MoveOncePer(&'static str),
    /// Names: the other company is found by them.
    Rename,
    /// They are the other company's too, but for what it has already: their noun says how.
    Unite,
}

#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub table: &'static str,
    pub column: &'static str,
    pub deed: Deed,
}

const fn link(table: &'static str, column: &'static str, deed: Deed) -> Link {
    Link { table, column, deed }
}

/// Every foreign key to `companies`.
pub const LINKS: &[Link] = &[
    link("company_names", "company_id", Deed::Rename),
    link("company_field_edits", "company_id", Deed::Aside),
    link("sites", "company_id", Deed::Move),
    link("people", "company_id", Deed::Move),
    link("callbacks", "company_id", Deed::Move),
    link("contacts", "company_id", Deed::Move),
    link("need_answers", "company_id", Deed::Move),
    link("tasks", "company_id", Deed::Move),
    link("call_list_companies", "company_id", Deed::MoveOncePer("call_list_id")),
    link("call_list_calls", "company_id", Deed::Move),
    link("timeline_events", "company_id", Deed::Move),
    link("company_marks", "company_id", Deed::Move),
    link("company_owners", "company_id", Deed::MoveOncePer("organisation_id")),
    link("company_tags", "company_id", Deed::Unite),
    link("company_group_members", "company_id", Deed::Unite),
    link("register_changes", "company_id", Deed::Move),
    link("company_forwards", "company_id", Deed::Move),
    link("duplicate_pairs", "company_id", Deed::Aside),
    link("duplicate_pairs", "other_id", Deed::Aside),
    link("duplicate_looks", "company_id", Deed::Aside),
];

impl Link {
    /// How `merge_moves.link` names it.
    pub fn code(self) -> String {
        format!("{}.{}", self.table, self.column)
    }
}

/// The links whose rows a merge re-points, all or those that the other company has room for.
pub fn moving() -> impl Iterator<Item = Link> {
    LINKS.iter().copied().filter(|link| matches!(link.deed, Deed::Move | Deed::MoveOncePer(_)))
}

impl Deed {
    /// Some of the rows are no more after a merge.
    pub fn takes_away(self) -> bool {
        matches!(self, Self::Aside | Self::MoveOncePer(_) | Self::Unite)
    }
}

/// A row of a company that hangs on another row of the same company: both go the same way when a merge is undone.
#[derive(Clone, Copy, Debug)]
pub struct Hanging {
    pub table: &'static str,
    pub column: &'static str,
    pub parent: &'static str,
    /// The row hangs there since it was written, so it goes along with the other. Where somebody may have hung an old row
    /// there since, it would take along what is no part of that: then they part only when somebody says so.
    pub follows: bool,
}

const fn hanging(table: &'static str, column: &'static str, parent: &'static str) -> Hanging {
    Hanging { table, column, parent, follows: true }
}

/// Every foreign key between two tables that link to `companies` and are moved, in the order in which rows hang on each other.
pub const HANGING: &[Hanging] = &[
    Hanging { table: "people", column: "site_id", parent: "sites", follows: false },
    hanging("contacts", "person_id", "people"),
    hanging("contacts", "callback_id", "callbacks"),
    hanging("need_answers", "contact_id", "contacts"),
    hanging("tasks", "callback_id", "callbacks"),
    hanging("call_list_calls", "contact_id", "contacts"),
    hanging("timeline_events", "contact_id", "contacts"),
    hanging("timeline_events", "callback_id", "callbacks"),
];

/// The columns of `companies` that no field of the form holds: each stays as the company that stays has it. The others are
/// chosen field by field, so that a merge forgets nothing of the company that goes.
pub const STAYING_COLUMNS: &[&str] = &[
    "id",
    "business_id",
    "source",
    "trade_register_status",
    "situation",
    "vat_liable",
    "employer_registered",
    "prepayment_registered",
    "alive",
    "registered_on",
    "ended_on",
    "register_modified",
    "created_at",
    "updated_at",
];

/// The columns that hold a field's value or follow from it.
pub fn columns(field: Field) -> Vec<&'static str> {
    match field {
        Field::Name => vec!["name", "name_fold", "name_sort"],
        Field::Industry => vec!["industry", "industry_set", "industry_2025"],
        Field::Phone => vec!["phone", "phone_e164"],
        Field::Website => vec!["website", "web_domain"],
        field => vec![field.code()],
    }
}
