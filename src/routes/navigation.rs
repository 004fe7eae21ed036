//! The main navigation.

use super::{Access, DUTY_READERS, LOGGERS, PEOPLE_ADMINISTRATORS, READERS, REPORT_READERS, WORKERS};
use crate::i18n;
use crate::web::Viewer;
use crate::web::page::NavItem;

/// The main navigation, in order: address, text key, who sees it.
const NAV: &[(&str, &str, Access)] = &[
    ("/", "nav-my-day", Access::SignedIn),
    ("/callbacks", "nav-callbacks", LOGGERS),
    ("/companies", "nav-companies", READERS),
    ("/call-lists", "nav-call-lists", WORKERS),
    ("/reports/needs", "nav-needs", READERS),
    ("/tasks", "nav-tasks", WORKERS),
    ("/duty", "nav-duty", DUTY_READERS),
    ("/reports/handovers", "nav-reports", REPORT_READERS),
    ("/admin", "nav-admin", PEOPLE_ADMINISTRATORS),
];

/// What of it this viewer sees; the longest address that the path begins with is current. `waiting` call-backs
/// are counted beside their list.
pub fn items(viewer: &Viewer, path: &str, waiting: Option<i64>) -> Vec<NavItem> {
    let begins = |href: &str| path == href || (href != "/" && path.starts_with(&format!("{href}/")));
    let current = NAV.iter().map(|item| item.0).filter(|href| begins(href)).max_by_key(|href| href.len());
    NAV.iter()
        .filter(|item| item.2.allows(viewer))
        .map(|&(href, key, _)| NavItem {
            href,
            label: i18n::text(viewer.lang, key),
            current: current == Some(href),
            count: waiting.filter(|_| href == "/callbacks"),
        })
        .collect()
}
