//! The company page: facts, people, who was in touch, what is open, and the timeline.

mod facts;
mod names;
mod needs;
mod people;
mod sites;
mod standing;

use crate::callbacks::store::{Callback, Named, named};
use crate::callbacks::{self, State};
use crate::companies::owners::{self, store::Owner};
use crate::companies::store as companies;
use crate::companies::tags;
use crate::companies::views::municipality;
use crate::contacts::known::{Known, known};
use crate::db::Conn;
use crate::duplicates::notes::Notes;
use crate::error::Error;
use crate::groups::store::{self as groups, Group};
use crate::i18n::{Lang, helsinki};
use crate::schema::callbacks as callback_rows;
use crate::staff::memberships;
use crate::tasks::listed::{Listed, listed};
use crate::tasks::pages::{Undo, undo};
use crate::tasks::{Reach, listing};
use crate::timeline::{self, Entry};
use crate::web::paging::{Cursor, Slice};
use crate::web::{Choice, Viewer};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use facts::Fact;
use names::Names;
use needs::Told;
use people::Contactable;
use serde::Serialize;
use sites::Sited;
use standing::Standing;

/// So many open call-backs, and so many open tasks, are listed; there are hardly ever more than two.
const OPEN_LIMIT: i64 = 20;

#[derive(Serialize)]
pub struct CompanyView {
    id: i64,
    name: String,
    business_id: Option<String>,
    municipality: String,
    phone: String,
    phone_e164: String,
    names: Names,
    standing: Standing,
    facts: Vec<Fact>,
    known: Known,
    people: Vec<Contactable>,
    former_people: Vec<Contactable>,
    /// Ids and names.
    tags: Vec<(i64, String)>,
    owners: Vec<Owner>,
    /// Who can be in charge in the viewer's organisation, and who is.
    own_people: Vec<Choice>,
    own_owner: String,
    group: Option<Group>,
    sites: Vec<Sited>,
    former_sites: Vec<Sited>,
    /// The contact person who calls, as the exchange told.
    caller: Option<i64>,
    callbacks: Vec<Named>,
    /// Open ones of the company, those that this viewer doesn't see included.
    open_callbacks: i64,
    tasks: Vec<Listed>,
    undo: Option<Undo>,
    duplicates: Notes,
    needs: Vec<Told>,
    timeline: Slice<Entry>,
    /// The newest events are on an earlier page.
    is_continued: bool,
    may_work: bool,
}

/// What the page is asked for.
pub struct Asked {
    pub company_id: i64,
    pub after: Option<Cursor>,
    /// A task that was marked done just now.
    pub done: Option<i64>,
    /// A contact person to point out.
    pub person: Option<i64>,
    pub lang: Lang,
    pub now: NaiveDateTime,
    pub may_work: bool,
}

/// Everything on the page, in a number of statements that doesn't grow with the rows.
pub fn load(conn: &mut Conn, viewer: &Viewer, asked: Asked) -> Result<CompanyView, Error> {
    let id = asked.company_id;
    let company = companies::find(conn, id)?.ok_or(Error::NotFound)?;
    let sites = sites::of_company(conn, id, asked.lang)?;
    let (people, former_people) = people::of_company(conn, id, &sites)?.into_iter().partition(Contactable::is_there);
    let (sites, former_sites) = sites.into_iter().partition(|site| site.ended_at.is_none());
    let edits = companies::field_edits(conn, id)?;
    let today = helsinki(asked.now).date_naive();
    let owners = owners::store::of_company(conn, id, today)?;
    let own_owner = owners.iter().find(|owner| owner.organisation_id == viewer.organisation_id);
    Ok(CompanyView {
        id,
        names: Names::of(&company.name, companies::names(conn, id)?),
        standing: Standing::of(&company, asked.lang),
        facts: facts::facts(&company, edits, asked.lang),
        municipality: municipality(&company.municipality, asked.lang).to_owned(),
        known: known(conn, viewer, id, asked.now)?,
        people,
        former_people,
        tags: tags::store::of_company(conn, id)?,
        own_people: Choice::of_rows(if asked.may_work { memberships::workers(conn, viewer.organisation_id)? } else { Vec::new() }),
        own_owner: own_owner.map(|owner| owner.staff_id.to_string()).unwrap_or_default(),
        owners,
        group: groups::of_company(conn, id)?,
        sites,
        former_sites,
        caller: asked.person,
        callbacks: open_callbacks(conn, viewer, id)?,
        open_callbacks: callback_rows::table.filter(is_open(id)).count().get_result(conn)?,
        tasks: listed(listing::open_of_company(conn, viewer, id, OPEN_LIMIT)?, &Reach::of(conn, viewer)?, today, asked.lang),
        undo: undo(conn, viewer, asked.done)?,
        duplicates: Notes::of(conn, viewer, id, asked.now)?,
        needs: needs::newest(conn, viewer, id, asked.lang)?,
        is_continued: asked.after.is_some(),
        timeline: timeline::of_company(conn, viewer, id, asked.after)?,
        name: company.name,
        business_id: company.business_id,
        phone: company.phone,
        phone_e164: company.phone_e164,
        may_work: asked.may_work,
    })
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_open(company_id: i64) -> _ {
    let closed: &'static str = State::Closed.code();
    callback_rows::company_id.eq(company_id).and(callback_rows::state.ne(closed))
}

fn open_callbacks(conn: &mut Conn, viewer: &Viewer, company_id: i64) -> QueryResult<Vec<Named>> {
    let rows: Vec<Callback> = callback_rows::table
        .filter(callbacks::visible_to(viewer))
        .filter(is_open(company_id))
        .order((callback_rows::urgent.desc(), callback_rows::due_at, callback_rows::id))
        .limit(OPEN_LIMIT)
        .select(Callback::as_select())
        .load(conn)?;
    named(conn, rows)
}
