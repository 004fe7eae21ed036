//! Rules of the house that a look at the sources can check.

use super::{Source, after, assert_none, code, files, read, root};
use std::collections::BTreeSet;

/// Who writes which tables.
const OWNERS: &[(&str, &[&str])] = &[
    (
        "organisations",
        &[
            "organisations",
            "organisation_municipalities",
            "teams",
            "team_members",
            "duty_shifts",
            "phone_lines",
            "opening_hours",
            "opening_seasons",
            "closing_days",
            "topics",
        ],
    ),
    (
        "staff",
        &["staff", "memberships", "membership_roles", "sessions", "sign_in_failures", "account_links", "password_requests", "muted_mails"],
    ),
    (
        "companies",
        &[
            "companies",
            "company_names",
            "company_field_edits",
            "company_marks",
            "register_changes",
            "register_records",
            "saved_filters",
            "company_owners",
            "tags",
            "company_tags",
        ],
    ),
    ("groups", &["company_groups", "company_group_members"]),
    ("sites", &["sites"]),
    ("people", &["people", "person_phones", "person_consents"]),
    ("duplicates", &["duplicate_pairs", "duplicate_looks", "company_forwards", "company_merges", "merge_moves", "merge_rows"]),
    ("routing", &["routing_rows"]),
    (
        "callbacks",
        &[
            "callbacks",
            "callback_moves",
            "callback_attempts",
            "callback_handovers",
            "callback_additions",
            "callback_answers",
            "callback_steps",
        ],
    ),
    ("call_lists", &["call_lists", "call_list_callers", "call_list_companies", "call_list_calls"]),
    ("answers", &["answer_links"]),
    ("contacts", &["contacts"]),
    ("needs", &["need_questions", "need_question_versions", "need_answers", "need_occupations"]),
    ("tasks", &["tasks", "task_moves", "task_batches", "task_batch_items"]),
    ("reminders", &["reminders"]),
    ("timeline", &["timeline_events"]),
    ("audit", &["audit_entries"]),
    ("web", &["once_keys", "drafts"]),
    ("mail", &["mails", "mail_trouble"]),
    ("imports", &["register_imports", "register_schedules"]),
    ("transfers", &["transfers", "transfer_rows", "transfer_deeds", "transfer_mappings", "exports"]),
    ("absences", &["absences"]),
    ("swaps", &["duty_swaps"]),
    ("feeds", &["feeds"]),
    ("set_up", &["set_up_skips"]),
    ("settings", &["settings"]),
    ("jobs", &["jobs"]),
];

/// Long because each is one list.
const LONG: &[&str] = &["src/schema.rs", "src/routes.rs", "tests/it/routes/table.rs"];
const LONGEST: usize = 300;

fn owner(table: &str) -> Option<&'static str> {
    OWNERS.iter().find(|(_, tables)| tables.contains(&table)).map(|(owner, _)| *owner)
}

fn tables() -> BTreeSet<String> {
    let schema = read(&root().join("src/schema.rs")).text;
    schema.lines().filter(|line| line.ends_with(") {")).filter_map(|line| Some(line.trim().split_once(" (")?.0.to_owned())).collect()
}

#[test]
fn every_table_has_an_owner() {
    assert_none("owned by no one", tables().into_iter().filter(|table| owner(table).is_none()));
}

#[test]
fn only_its_owner_writes_a_table() {
    let (tables, mut strangers) = (tables(), Vec::new());
    for file in files("src", &["rs"]) {
        let text = code(&file);
        let folder = file.path.split('/').nth(1).unwrap_or_default();
        let begins = ["insert_into(", "update(", "delete(", "INSERT INTO ", "UPDATE ", "DELETE FROM "];
        for (begin, rest) in begins.iter().flat_map(|begin| after(&text, begin).map(move |rest| (begin, rest))) {
            let path: String = rest.trim_start().chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            let Some(table) = path.split("::").find(|part| tables.contains(*part)) else { continue };
            if owner(table) != Some(folder.trim_end_matches(".rs")) {
                strangers.push(format!("{} has {begin}{table}", file.path));
            }
        }
    }
    assert_none("written by another than its owner", strangers);
}

#[test]
fn no_file_is_too_long() {
    let folders: [(&str, &[&str]); 4] = [("src", &["rs"]), ("tests", &["rs"]), ("templates", &["html"]), ("assets", &["css", "js"])];
    let all = folders.iter().flat_map(|(folder, endings)| files(folder, endings));
    let lines = |file: &Source| file.text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
    let long = all.filter(|file| lines(file) > LONGEST && !LONG.contains(&file.path.as_str()));
    assert_none(&format!("over {LONGEST} lines without its tests"), long.map(|file| format!("{}: {}", file.path, lines(&file))));
}

#[test]
fn only_the_app_reads_the_clock() {
    let clocks = ["Utc::now", "Local::now", "SystemTime::now", "CURRENT_TIMESTAMP"];
    let reads = files("src", &["rs"]).into_iter().filter(|file| file.path != "src/app.rs");
    let found = reads.filter(|file| clocks.iter().any(|clock| file.text.contains(clock)));
    assert_none("has its own clock", found.map(|file| file.path));
}

#[test]
fn lower_rooms_know_no_noun() {
    const LOWER: &[&str] = &["db", "calendar", "identifiers", "mail", "web", "i18n", "classifications", "jobs"];
    const NOUNS: &[&str] = &["organisations", "staff", "companies", "people", "contacts", "callbacks", "tasks", "routing", "overview"];
    let mut found = Vec::new();
    for file in files("src", &["rs"]) {
        let room = file.path.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs");
        for noun in NOUNS.iter().filter(|_| LOWER.contains(&room)) {
            if after(&file.text, &format!("crate::{noun}")).any(|rest| rest.starts_with("::") || rest.starts_with(';')) {
                found.push(format!("{} uses {noun}", file.path));
            }
        }
    }
    assert_none("a lower room knows a noun", found);
}
