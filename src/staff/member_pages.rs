//! A person as an administrator sees them: the account, its memberships, and the link that lets them in.

use super::links::{self, Purpose};
use super::list::State;
use super::member_form::{DetailsForm, Sent};
use super::memberships::Membership;
use super::scope::{self, Managed};
use super::store::{self, Account};
use super::{details, invitations};
use crate::db::{self, Conn};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::organisations::{places, store as organisations};
use crate::web::edits;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

/// Whom a page is about.
#[derive(Serialize)]
pub struct PersonView {
    id: i64,
    name: String,
    email: String,
}

impl From<&Account> for PersonView {
    fn from(account: &Account) -> Self {
        Self { id: account.id, name: account.name.clone(), email: account.email.clone() }
    }
}

#[derive(Serialize)]
struct MemberView {
    person: PersonView,
    language: String,
    state: State,
    /// Until when the invitation can be accepted; it may be over.
    invited_until: Option<NaiveDateTime>,
    now: NaiveDateTime,
    memberships: Vec<MembershipView>,
    /// The account itself is this administrator's to change.
    whole: bool,
    is_own: bool,
    /// A closed account is this administrator's to open again.
    may_reopen: bool,
    /// There is an organisation that the person doesn't belong to yet.
    may_add: bool,
}

#[derive(Serialize)]
struct MembershipView {
    organisation_id: i64,
    organisation: String,
    ends_on: Option<NaiveDate>,
    has_ended: bool,
    roles: Vec<String>,
    teams: Vec<TeamView>,
}

#[derive(Serialize)]
struct TeamView {
    name: String,
    is_lead: bool,
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, app) = (id.into_inner(), page.app.clone());
    let view = page.app.db.read(move |conn| load(conn, &viewer, id, app.now())).await?;
    page.render("staff/member.html", &view)
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, now: NaiveDateTime) -> Result<MemberView, Error> {
    let Managed { account, memberships, whole } = scope::find(conn, viewer, id)?;
    let today = i18n::helsinki(now).date_naive();
    let open = super::membership_pages::choosable(conn, viewer, today)?;
    let held = |id: i64| memberships.iter().any(|membership| membership.organisation_id == id);
    let may_add = whole && open.iter().any(|organisation| !held(organisation.0));
    let mut views = Vec::new();
    for membership in memberships {
        views.push(membership_view(conn, viewer.lang, id, membership, today)?);
    }
    Ok(MemberView {
        person: (&account).into(),
        language: i18n::text(viewer.lang, &format!("lang-{}", account.language.code())),
        state: State::of(&account.password_hash, account.deactivated_at),
        invited_until: links::open_until(conn, id, Purpose::Invitation)?,
        now,
        memberships: views,
        whole,
        is_own: id == viewer.staff_id,
        may_reopen: whole && scope::may_reopen(conn, viewer, id)?,
        may_add,
    })
}

fn membership_view(conn: &mut Conn, lang: Lang, staff_id: i64, membership: Membership, today: NaiveDate) -> Result<MembershipView, Error> {
    let names = organisations::teams_of(conn, membership.organisation_id)?;
    let places = places::of(conn, staff_id, membership.organisation_id)?;
    let name = |id: i64| names.iter().find(|team| team.0 == id).map(|team| team.1.clone());
    let teams = places.iter().filter_map(|place| Some(TeamView { name: name(place.team_id)?, is_lead: place.is_lead }));
    Ok(MembershipView {
        organisation_id: membership.organisation_id,
        organisation: membership.organisation,
        ends_on: membership.ends_on,
        has_ended: membership.ends_on.is_some_and(|last| last < today),
        roles: membership.roles.iter().map(|role| i18n::text(lang, &format!("role-{}", role.code()))).collect(),
        teams: teams.collect(),
    })
}

#[derive(Serialize)]
struct DetailsView {
    form: FormView,
    person: PersonView,
    languages: Vec<Choice>,
}

fn details_view(page: &Page, form: FormView, account: &Account) -> DetailsView {
    DetailsView { form, person: account.into(), languages: Choice::languages(page.lang()) }
}

pub async fn edit(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = id.into_inner();
    let managed = page.app.db.read(move |conn| scope::find_whole(conn, &viewer, id)).await?;
    let form = page.edit_form(&DetailsForm::of(&managed.account)).await?;
    page.render("staff/details.html", &details_view(&page, form, &managed.account))
}

pub async fn update(viewer: Viewer, page: Page, id: web::Path<i64>, sent: web::Form<Sent>) -> Result<HttpResponse, Error> {
    let (id, form, reader) = (id.into_inner(), DetailsForm::read(&sent), viewer.clone());
    let account = page.app.db.read(move |conn| scope::find_whole(conn, &reader, id)).await?.account;
    let (app, today, typed) = (page.app.clone(), page.app.today(), form.clone());
    let save = move |conn: &mut Conn| {
        db::hold_off_writers(conn, "staff")?;
        let before = scope::find_whole(conn, &viewer, id)?;
        let merged = edits::settle(conn, ("staff", id), &typed, &DetailsForm::of(&before.account))?;
        let details = match merged.and_then(|merged| Ok(merged.finish(today)?)) {
            Ok(details) => details,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if store::find_by_email(conn, &details.email)?.is_some_and(|other| other != id) {
            return Ok(Err(Errors::one("email", "error-email-taken").into()));
        }
        Ok(Ok(details::save(conn, &app, &before, &details, &viewer)?))
    };
    let refusal = match page.app.db.write(save).await {
        Ok(Ok(())) => {
            page.app.mail.notify_one();
            return Ok(page.redirect(&format!("/admin/staff/{id}"), Some(Flash::success("flash-member-saved"))));
        }
        Ok(Err(refusal)) => refusal,
        Err(Error::Conflict(key)) => Errors::one("email", key).into(),
        Err(error) => return Err(error),
    };
    let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
    page.render_with(refusal.status(), "staff/details.html", &details_view(&page, form, &account))
}

/// `POST /admin/staff/{id}/links`: a new invitation, or a link for a new password.
pub async fn send_link(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, app) = (id.into_inner(), page.app.clone());
    let purpose = page
        .app
        .db
        .write(move |conn| {
            let memberships = scope::find_whole(conn, &viewer, id)?.memberships;
            let membership = memberships.first().ok_or(Error::Conflict("error-no-membership"))?;
            invitations::send_link(conn, &app, id, membership.organisation_id, &viewer)
        })
        .await?;
    page.app.mail.notify_one();
    let flash = match purpose {
        Some(Purpose::Invitation) => Flash::success("flash-invited"),
        Some(Purpose::Password) => Flash::success("flash-password-link-sent"),
        None => Flash::warning("flash-link-just-sent"),
    };
    Ok(page.redirect(&format!("/admin/staff/{id}"), Some(flash)))
}
