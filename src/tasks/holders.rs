//! Who can be given a task: the people of the organisation who work with tasks, and its teams.

use super::{Holder, Reach};
use crate::db::Conn;
use crate::i18n::{self, Args, Lang};
use crate::organisations::store as organisations;
use crate::staff::memberships;
use crate::web::{Choice, Viewer};
use diesel::QueryResult;

/// Oneself, the people near, the others, then the teams' queues.
pub fn holders(conn: &mut Conn, viewer: &Viewer, reach: &Reach) -> QueryResult<Vec<(Holder, String)>> {
    let mut people = memberships::workers(conn, viewer.organisation_id)?;
    people.sort_by_key(|(id, ..)| (*id != viewer.staff_id, !reach.mates.contains(id)));
    let people = people.into_iter().map(|(id, name)| (Holder::Person(id), name));
    let teams = organisations::teams_of(conn, viewer.organisation_id)?.into_iter().map(|(id, name)| (Holder::Team(id), name));
    Ok(people.chain(teams).collect())
}

/// For a select.
pub fn choices(holders: Vec<(Holder, String)>, viewer: &Viewer, lang: Lang) -> Vec<Choice> {
    let label = |holder, name: String| {
        let args = Args::from([("name".into(), name.clone().into())]);
        match holder {
            Holder::Person(id) if id == viewer.staff_id => i18n::text_with(lang, "task-holder-me", &args),
            Holder::Person(_) => name,
            Holder::Team(_) => i18n::text_with(lang, "task-holder-queue", &args),
        }
    };
    holders.into_iter().map(|(holder, name)| Choice { value: holder.code(), label: label(holder, name) }).collect()
}
