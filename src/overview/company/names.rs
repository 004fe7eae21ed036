//! The other names of a company: those in use, and those of the past.

use crate::companies::store::Name;
use serde::Serialize;

#[derive(Serialize)]
pub struct Names {
    pub parallel: Vec<String>,
    pub former: Vec<Name>,
}

impl Names {
    /// `shown` is the name that heads the page.
    pub fn of(shown: &str, names: Vec<Name>) -> Self {
        let (former, current): (Vec<Name>, Vec<Name>) = names.into_iter().partition(|name| name.ended_on.is_some());
        let mut parallel: Vec<String> = Vec::new();
        for name in current.into_iter().map(|name| name.name).filter(|name| name != shown) {
            if !parallel.contains(&name) {
                parallel.push(name);
            }
        }
        Self { parallel, former }
    }
}
