//! What the office writes about a company's sites, tags, groups and the consents of its people.

use super::Office;
use crate::support::Chance;
use kohtaanto::companies::owners::store as owners;
use kohtaanto::companies::tags::store as tags;
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::groups::store as groups;
use kohtaanto::identifiers::name;
use kohtaanto::people;
use kohtaanto::people::consents::store::{self as consents, NewConsent};
use kohtaanto::people::consents::{Channel, Purpose};
use kohtaanto::people::store::Details;
use kohtaanto::sites::store as sites;

impl Office {
    /// Somebody is put in charge of the company; it comes into a group, leaves it, or is its parent.
    pub(super) fn group(&self, conn: &mut Conn, chance: &mut Chance, company: i64) -> Result<(), Error> {
        let now = self.app.now();
        let owner = chance.permille(700).then_some(self.viewer.staff_id);
        owners::assign(conn, &self.viewer, company, owner, now)?;
        match groups::of_company(conn, company)? {
            Some(group) if chance.permille(500) => groups::leave(conn, &self.viewer, (group.id, company), now).map(drop)?,
            Some(group) => groups::set_parent(conn, &self.viewer, (group.id, Some(company)), now).map(drop)?,
            None => {
                let text = (*chance.pick(&["Konepaja-konserni", "Öljynen"])).to_owned();
                groups::join(conn, &self.viewer, company, &groups::Name { fold: name::fold(&text), text }, now)?;
            }
        }
        Ok(())
    }

    /// A tag is put on or taken off, or somebody consents to something or withdraws it.
    pub(super) fn tag_or_consent(&self, conn: &mut Conn, chance: &mut Chance, company: i64, persons: &[i64]) -> Result<(), Error> {
        let now = self.app.now();
        if persons.is_empty() || chance.permille(600) {
            let text = (*chance.pick(&["Kesätyö", "Oppisopimus", "Vienti", "Perheyritys"])).to_owned();
            let name = tags::Name { fold: name::fold(&text), text };
            if !chance.permille(300) {
                tags::add(conn, &self.viewer, company, &name, now)?;
            } else if let Some(tag) = tags::named(conn, &name)? {
                tags::remove(conn, &self.viewer, (company, tag), now)?;
            }
            return Ok(());
        }
        let (person, given_on) = (*chance.pick(persons), now.date());
        let new = NewConsent { purpose: *chance.pick(&Purpose::ALL), channel: Channel::Phone, given_on, note: String::new() };
        match consents::of_person(conn, person)?.first() {
            Some(consent) if chance.permille(400) => {
                consents::withdraw(conn, &self.viewer, consent.id, given_on, now)?;
            }
            _ => match consents::add(conn, &self.viewer, person, &new, now) {
                Ok(_) | Err(Error::Conflict(_)) => {}
                Err(error) => return Err(error),
            },
        }
        Ok(())
    }

    /// A site is added, changed, or somebody is put there.
    pub(super) fn site(&self, conn: &mut Conn, chance: &mut Chance, company: i64, persons: &[i64]) -> Result<(), Error> {
        let (author, now) = (self.author(chance), self.app.now());
        let known = sites::of_company(conn, company)?;
        let name = (*chance.pick(&["Halli", "Myymälä", "Varasto"])).to_owned();
        let details = sites::Details { name, municipality: (*chance.pick(&["734", "761", ""])).to_owned(), ..sites::Details::default() };
        match (known.is_empty(), chance.below(8)) {
            (true, _) | (_, 0..5) => {
                sites::add(conn, company, &details, author, now)?;
            }
            (_, 5) => sites::edit(conn, chance.pick(&known).id, &details, author, now)?,
            (_, 6) => {
                let site = chance.pick(&known);
                let deed = if site.ended_at.is_none() { sites::end } else { sites::reopen };
                deed(conn, site.id, author, now)?;
            }
            _ if persons.is_empty() => {}
            _ => {
                let moved = Details { site_id: Some(chance.pick(&known).id), ..super::details(chance) };
                people::store::edit(conn, *chance.pick(persons), &moved, author, now)?;
            }
        }
        Ok(())
    }
}
