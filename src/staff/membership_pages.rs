//! What a person may do for one organisation: rights and teams. A membership in one more organisation.

use super::invitations::{self, Rights};
use super::member_form::{MembershipForm, RightsForm, Sent};
use super::memberships::{self, Membership};
use super::scope;
use super::store::Account;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::organisations::{places, store as organisations};
use crate::overview::departure;
use crate::web::edits;
use crate::web::{Choice, Errors, Flash, FormView, Page, Role, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a page offers to tick for one organisation.
#[derive(Clone, Debug)]
pub struct Offer {
    pub organisation_id: i64,
    pub organisation: String,
    pub roles: Vec<Role>,
    pub teams: Vec<(i64, String)>,
}

impl Offer {
    /// An organisation with access, for an administrator who manages it; `held` rights are offered whatever they are.
    ///
    /// # Errors
    /// Not found, if there is none.
    pub fn load(conn: &mut Conn, viewer: &Viewer, organisation_id: i64, held: &[Role], today: NaiveDate) -> Result<Self, Error> {
        let all = choosable(conn, viewer, today)?;
        let (_, organisation, at_host) = all.into_iter().find(|other| other.0 == organisation_id).ok_or(Error::NotFound)?;
        let mut roles = memberships::offered(at_host).to_vec();
        roles.extend(held.iter().filter(|role| !memberships::offered(at_host).contains(role)));
        Ok(Self { organisation_id, organisation, roles, teams: organisations::teams_of(conn, organisation_id)? })
    }

    pub fn finish(&self, form: &RightsForm) -> Result<Rights, Errors> {
        let teams: Vec<i64> = self.teams.iter().map(|team| team.0).collect();
        form.finish(&self.roles, &teams)
    }

    pub fn view(self, lang: Lang) -> OfferView {
        let role = |role: &Role| RoleView {
            value: role.code(),
            label: i18n::text(lang, &format!("role-{}", role.code())),
            hint: i18n::text(lang, &format!("role-about-{}", role.code())),
        };
        OfferView {
            organisation_id: self.organisation_id,
            organisation: self.organisation,
            roles: self.roles.iter().map(role).collect(),
            teams: Choice::of_rows(self.teams),
        }
    }
}

#[derive(Serialize)]
pub struct OfferView {
    organisation_id: i64,
    organisation: String,
    roles: Vec<RoleView>,
    teams: Vec<Choice>,
}

/// A right, and in a line what it allows.
#[derive(Serialize)]
struct RoleView {
    value: &'static str,
    label: String,
    hint: String,
}

/// The organisations with access that this administrator manages, each with whether it is the employment area; that first.
pub fn choosable(conn: &mut Conn, viewer: &Viewer, today: NaiveDate) -> Result<Vec<(i64, String, bool)>, Error> {
    let all = organisations::live(conn, today)?;
    Ok(all.into_iter().filter(|organisation| scope::manages(viewer, organisation.0)).collect())
}

#[derive(Serialize)]
struct MembershipView {
    form: FormView,
    person: super::member_pages::PersonView,
    offer: OfferView,
    /// The organisations to choose from, for a new membership.
    organisations: Vec<Choice>,
    /// The membership that is changed; else it is a new one.
    is_held: bool,
}

fn view(page: &Page, form: FormView, account: &Account, offer: Offer, organisations: Vec<Choice>, is_held: bool) -> MembershipView {
    MembershipView { form, person: account.into(), offer: offer.view(page.lang()), organisations, is_held }
}

pub async fn edit(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let ((id, organisation), today) = (ids.into_inner(), page.app.today());
    let (account, offer, form) = page
        .app
        .db
        .read(move |conn| {
            let (account, membership) = scope::membership(conn, &viewer, id, organisation)?;
            let places = places::of(conn, id, organisation)?;
            let offer = Offer::load(conn, &viewer, organisation, &membership.roles, today)?;
            Ok((account, offer, MembershipForm::of(&membership, &places)))
        })
        .await?;
    let form = page.edit_form(&form).await?;
    page.render("staff/membership.html", &view(&page, form, &account, offer, Vec::new(), true))
}

pub async fn update(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>, sent: web::Form<Sent>) -> Result<HttpResponse, Error> {
    let ((id, organisation), today, form) = (ids.into_inner(), page.app.today(), MembershipForm::read(&sent));
    let reader = viewer.clone();
    let (account, offer) = page
        .app
        .db
        .read(move |conn| {
            let (account, membership) = scope::membership(conn, &reader, id, organisation)?;
            Ok((account, Offer::load(conn, &reader, organisation, &membership.roles, today)?))
        })
        .await?;
    let (app, typed) = (page.app.clone(), form.clone());
    let saved = page.app.db.write(move |conn| {
        memberships::hold(conn)?;
        let (_, membership) = scope::membership(conn, &viewer, id, organisation)?;
        let places = places::of(conn, id, organisation)?;
        let offer = Offer::load(conn, &viewer, organisation, &membership.roles, today)?;
        let merged = edits::settle(conn, ("staff", id), &typed, &MembershipForm::of(&membership, &places))?;
        let rights = merged.and_then(|merged| Ok(offer.finish(&merged.rights)?));
        Ok(match rights.and_then(|rights| Ok(keeps_own(&viewer, id, &membership, rights)?)) {
            Ok(rights) => Ok(departure::set_rights(conn, &app, &membership, id, &rights, &viewer)?),
            Err(refusal) => Err(refusal),
        })
    });
    match saved.await? {
        Ok(()) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&format!("/admin/staff/{id}"), Some(Flash::success("flash-rights-saved"))))
        }
        Err(refusal) => {
            let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), "staff/membership.html", &view(&page, form, &account, offer, Vec::new(), true))
        }
    }
}

/// Nobody takes the own right to administer away by accident.
fn keeps_own(viewer: &Viewer, staff_id: i64, membership: &Membership, rights: Rights) -> Result<Rights, Errors> {
    let own = staff_id == viewer.staff_id && membership.organisation_id == viewer.organisation_id;
    if own && !rights.roles.contains(&Role::Administrator) {
        return Err(Errors::one("roles", "error-own-administrator"));
    }
    Ok(rights)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Chosen {
    organisation: String,
}

pub async fn new(viewer: Viewer, page: Page, id: web::Path<i64>, query: web::Query<Chosen>) -> Result<HttpResponse, Error> {
    let (id, today) = (id.into_inner(), page.app.today());
    let wanted = query.organisation.parse().ok();
    let (account, offer, others) = page.app.db.read(move |conn| load_new(conn, &viewer, id, wanted, today)).await?;
    let form = MembershipForm { organisation: offer.organisation_id.to_string(), ..MembershipForm::default() };
    let form = page.form(&form).await?;
    page.render("staff/membership.html", &view(&page, form, &account, offer, others, false))
}

/// The person, what the wanted organisation offers (else the first), and the organisations that can be chosen.
///
/// # Errors
/// A conflict, when the person belongs to the wanted organisation already, or to every one.
fn load_new(
    conn: &mut Conn,
    viewer: &Viewer,
    id: i64,
    wanted: Option<i64>,
    today: NaiveDate,
) -> Result<(Account, Offer, Vec<Choice>), Error> {
    let managed = scope::find_whole(conn, viewer, id)?;
    let held = |organisation: i64| managed.memberships.iter().any(|membership| membership.organisation_id == organisation);
    let open: Vec<_> = choosable(conn, viewer, today)?.into_iter().filter(|organisation| !held(organisation.0)).collect();
    let chosen = open.iter().find(|organisation| wanted.is_none_or(|id| organisation.0 == id));
    let chosen = chosen.ok_or(Error::Conflict("error-has-membership"))?.0;
    let offer = Offer::load(conn, viewer, chosen, &[], today)?;
    Ok((managed.account, offer, Choice::of_rows(open.into_iter().map(|(id, name, _)| (id, name)).collect())))
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, sent: web::Form<Sent>) -> Result<HttpResponse, Error> {
    let (id, today, form) = (id.into_inner(), page.app.today(), MembershipForm::read(&sent));
    let wanted = form.organisation.parse().map_err(|_| Error::Invalid("error-bad-request"))?;
    let reader = viewer.clone();
    let (account, offer, others) = page.app.db.read(move |conn| load_new(conn, &reader, id, Some(wanted), today)).await?;
    let rights = match offer.finish(&form.rights) {
        Ok(rights) => rights,
        Err(errors) => {
            let form = FormView::refused(&form, &errors, page.lang(), &form.once);
            return page.render_refused("staff/membership.html", &view(&page, form, &account, offer, others, false));
        }
    };
    let app = page.app.clone();
    page.app.db.write(move |conn| invitations::add_membership(conn, &app, id, offer.organisation_id, &rights, &viewer)).await?;
    page.app.mail.notify_one();
    Ok(page.redirect(&format!("/admin/staff/{id}"), Some(Flash::success("flash-membership-added"))))
}
