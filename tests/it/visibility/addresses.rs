//! Every address that answers a GET, with every row in the place of its id.

use super::scene::{Scene, Who};
use crate::routes::entries;
use diesel::prelude::*;
use kohtaanto::db::Conn;
use kohtaanto::schema::*;
use reqwest::Method;
use std::collections::HashSet;

type Rows = fn(&mut Conn) -> QueryResult<Vec<i64>>;

/// Names in the route table that stand for every row of a table.
const ROWS: &[(&str, Rows)] = &[
    ("callback", marked_callbacks),
    ("taken", marked_callbacks),
    ("closed", marked_callbacks),
    ("asked", marked_callbacks),
    // The first is the one that everything is about.
    ("company", |conn| companies::table.order(companies::id).limit(2).select(companies::id).load(conn)),
    ("merge", |conn| company_merges::table.select(company_merges::id).load(conn)),
    ("group", |conn| company_groups::table.order(company_groups::id).limit(2).select(company_groups::id).load(conn)),
    ("site", |conn| sites::table.select(sites::id).load(conn)),
    ("person", |conn| people::table.select(people::id).load(conn)),
    ("contact", |conn| contacts::table.select(contacts::id).load(conn)),
    ("mark", |conn| company_marks::table.select(company_marks::id).load(conn)),
    ("task", |conn| tasks::table.select(tasks::id).load(conn)),
    ("call_list", |conn| call_lists::table.select(call_lists::id).load(conn)),
    ("call_entry", |conn| call_list_companies::table.select(call_list_companies::id).load(conn)),
    ("batch", |conn| task_batches::table.select(task_batches::id).load(conn)),
    ("mail", |conn| mails::table.order(mails::id.desc()).limit(2).select(mails::id).load(conn)),
    ("transfer", |conn| transfers::table.order(transfers::id.desc()).limit(2).select(transfers::id).load(conn)),
    ("import", |conn| register_imports::table.select(register_imports::id).load(conn)),
];

/// The callers of the scene: who logs a call-back asks by such a number, which needs no right.
const CALLERS: [&str; 4] = ["0405550101", "0405550105", "0405550106", "0405550107"];

/// The first ones are samples that hold no marker; the one that a partner by mail was asked about is the last of them.
fn marked_callbacks(conn: &mut Conn) -> QueryResult<Vec<i64>> {
    callbacks::table.order(callbacks::id).offset(3).limit(100).select(callbacks::id).load(conn)
}

/// Names that stand for a row without a text of its own, so that one is enough: files, set-up, accounts, secret links.
const ONE: &[&str] = &[
    "answer_link",
    "any",
    "consent",
    "css",
    "feed",
    "free_team",
    "guest_organisation",
    "host",
    "invitation",
    "leaver",
    "line",
    "member",
    "need",
    "need_version",
    "new_password",
    "partner_organisation",
    "partner_team",
    "routing",
    "season",
    "shift_day",
    "tag",
    "team",
    "topic",
];

/// The address once for each row that the first name of rows in it may stand for, and so on.
fn with_rows(path: &str, rows: &[(&str, Vec<i64>)]) -> Vec<String> {
    match rows.iter().find(|(name, _)| path.contains(&format!("{{{name}}}"))) {
        None => vec![path.to_owned()],
        Some((name, ids)) => {
            let of = |id: &i64| path.replace(&format!("{{{name}}}"), &id.to_string());
            ids.iter().flat_map(|id| with_rows(&of(id), rows)).collect()
        }
    }
}

fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|part| part.split('}').next())
}

pub async fn all(scene: &Scene) -> Vec<String> {
    let load = |conn: &mut Conn| Ok(ROWS.iter().map(|(name, ids)| Ok((*name, ids(conn)?))).collect::<QueryResult<Vec<_>>>()?);
    let rows = scene.test.read(load).await;
    let mut addresses: Vec<String> = Vec::new();
    for entry in entries().iter().filter(|entry| entry.method == Method::GET && !entry.path.starts_with("/assets/")) {
        for name in names(entry.path) {
            let is_known = ONE.contains(&name) || rows.iter().any(|row| row.0 == name);
            assert!(is_known, "{}: say in ROWS which rows {{{name}}} stands for, and hide a marker in one, or name it in ONE", entry.path);
        }
        addresses.extend(with_rows(entry.path, &rows).iter().map(|path| scene.samples.fill(path)));
    }
    let of = |name: &str| rows.iter().find(|row| row.0 == name).map(|row| row.1.clone()).unwrap_or_default();
    addresses.extend(["queue", "taken", "mine", "closed"].map(|view| format!("/callbacks?view={view}")));
    addresses.extend(["team", "done"].map(|view| format!("/tasks?view={view}")));
    addresses.extend(of("callback").iter().map(|id| format!("/tasks/new?callback={id}")));
    addresses.extend(of("task").iter().flat_map(|id| [format!("/?done={id}"), format!("/tasks?view=team&done={id}")]));
    for company in of("company") {
        addresses.push(format!("/callbacks/open-matches?company_id={company}"));
        addresses.push(format!("/callbacks/new?company={company}"));
        addresses.push(format!("/tasks/new?company={company}"));
    }
    addresses.extend(["companies", "people", "contacts"].map(|kind| format!("/companies/export?kind={kind}&ended=true")));
    for number in CALLERS {
        addresses.push(format!("/callbacks/open-matches?caller_phone={number}"));
        addresses.extend(of("callback").iter().map(|id| format!("/callbacks/{id}/additions/new?caller_phone={number}")));
    }
    addresses.sort();
    addresses.dedup();
    addresses
}

/// Those of which the script asks for a part: the answer to it is no whole page.
pub async fn in_parts<'a>(scene: &Scene, addresses: &'a [String]) -> HashSet<&'a str> {
    let mut found = HashSet::new();
    for who in [Who::Coordinator, Who::Partner] {
        let browser = scene.browser(Some(who)).await;
        for address in addresses.iter().filter(|address| address.starts_with("/callbacks") || who == Who::Coordinator) {
            let answer = browser.get_fragment(address).await;
            if answer.status.is_success() && !answer.body.contains("</html>") {
                found.insert(address.as_str());
            }
        }
    }
    found
}
