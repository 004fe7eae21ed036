//! Samples of what the register holds beside the companies.

use super::{Samples, viewer};
use crate::support::Cast;
use kohtaanto::app::App;
use kohtaanto::companies::tags::store as tags;
use kohtaanto::companies::{self, Facts, store::NewCompany};
use kohtaanto::db::Conn;
use kohtaanto::duplicates::{self, Merged};
use kohtaanto::error::Error;
use kohtaanto::groups::store as groups;
use kohtaanto::people::consents::{self, store::NewConsent};
use kohtaanto::people::{self, store::Details};
use kohtaanto::sites::store as sites;
use kohtaanto::web::once;

/// A site, a contact person who consents to something, tags and a group of the company.
pub fn enter(conn: &mut Conn, app: &App, cast: &Cast, (samples, company): (&mut Samples, i64)) -> Result<(), Error> {
    let (now, author) = (app.now(), (cast.host, cast.handler.id));
    let handler = viewer(conn, app, cast.handler.membership_id)?;
    let site = sites::Details { name: "Pajamäen halli".to_owned(), municipality: "761".to_owned(), ..sites::Details::default() };
    samples.add("site", sites::add(conn, company, &site, author, now)?);
    let person = Details { name: "Kaisa Kontakti".to_owned(), ..Details::default() };
    let person = people::store::add(conn, company, &person, author, now)?;
    samples.add("person", person);
    let consent = NewConsent {
        purpose: consents::Purpose::Events,
        channel: consents::Channel::Phone,
        given_on: now.date(),
        note: "Rekrytointitapahtumat".to_owned(),
    };
    samples.add("consent", consents::store::add(conn, &handler, person, &consent, now)?);
    // Deeds change them, so that each request has its own.
    let own = |name: &str| (format!("{name} {}", once::new_key()), once::new_key());
    for (sample, tag) in [("tag", "Kesätyö"), ("other_tag", "Oppisopimus")] {
        let (text, fold) = own(tag);
        let named = tags::Name { text, fold };
        tags::add(conn, &handler, company, &named, now)?;
        samples.add(sample, tags::named(conn, &named)?.expect("it was made"));
    }
    let (text, fold) = own("Konserni");
    samples.add("group", groups::join(conn, &handler, company, &groups::Name { text, fold }, now)?);
    Ok(())
}

/// A company that looks like the sample, and two that were merged.
pub fn twins(conn: &mut Conn, app: &App, cast: &Cast, samples: &mut Samples) -> Result<(), Error> {
    let add = |conn: &mut Conn, name: &str| {
        let facts = Facts { name: name.to_owned(), ..Facts::default() };
        let new = NewCompany { business_id: None, facts: &facts, organisation_id: cast.host, staff_id: cast.handler.id };
        companies::store::add(conn, &new, app.now())
    };
    let twin = add(conn, "Esimerkki")?;
    samples.add("twin", twin);
    let pair = [add(conn, "Kaksi")?, add(conn, "Kaksi Oy")?];
    let handler = viewer(conn, app, cast.handler.membership_id)?;
    let [one, other] = [companies::store::find(conn, pair[0])?, companies::store::find(conn, pair[1])?];
    let seen = duplicates::seen(&one.expect("it is there").facts(), &other.expect("it is there").facts());
    let merged = duplicates::merge(conn, &handler, pair, (&seen, &|_| false), app.now())?;
    let Merged::Into(_, merge) = merged else { panic!("not merged: {merged:?}") };
    samples.add("merge", merge);
    Ok(())
}
