//! Inviting someone to an organisation, also someone who has an account at another one.

use super::invitations::{self, Invited, NewInvitation};
use super::member_form::{Details, InvitationForm, Sent};
use super::membership_pages::{Offer, OfferView, choosable};
use super::{memberships, store};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Chosen {
    organisation: String,
}

#[derive(Serialize)]
struct InviteView {
    form: FormView,
    offer: OfferView,
    /// More than one for the employment area's administrator only.
    organisations: Vec<Choice>,
    languages: Vec<Choice>,
    /// The address has an account: sending again adds a membership to it.
    existing: bool,
}

type Loaded = (Offer, Vec<Choice>);

/// What the wanted organisation offers, else the viewer's own; and which can be chosen.
fn load(conn: &mut Conn, viewer: &Viewer, wanted: Option<i64>, today: NaiveDate) -> Result<Loaded, Error> {
    let offer = Offer::load(conn, viewer, wanted.unwrap_or(viewer.organisation_id), &[], today)?;
    let all = choosable(conn, viewer, today)?;
    Ok((offer, Choice::of_rows(all.into_iter().map(|(id, name, _)| (id, name)).collect())))
}

fn view(page: &Page, form: FormView, (offer, organisations): Loaded, existing: bool) -> InviteView {
    let languages = Choice::languages(page.lang());
    InviteView { form, offer: offer.view(page.lang()), organisations, languages, existing }
}

pub async fn new(viewer: Viewer, page: Page, query: web::Query<Chosen>) -> Result<HttpResponse, Error> {
    let (wanted, today) = (query.organisation.parse().ok(), page.app.today());
    let loaded = page.app.db.read(move |conn| load(conn, &viewer, wanted, today)).await?;
    let mut form = InvitationForm { organisation: loaded.0.organisation_id.to_string(), ..InvitationForm::default() };
    Lang::default().code().clone_into(&mut form.details.language);
    let form = page.form(&form).await?;
    page.render("staff/invite.html", &view(&page, form, loaded, false))
}

pub async fn create(viewer: Viewer, page: Page, sent: web::Form<Sent>) -> Result<HttpResponse, Error> {
    let (form, today) = (InvitationForm::read(&sent), page.app.today());
    let wanted = form.organisation.parse().map_err(|_| Error::Invalid("error-bad-request"))?;
    let reader = viewer.clone();
    let loaded = page.app.db.read(move |conn| load(conn, &reader, Some(wanted), today)).await?;
    let new = match check(&form, &loaded.0, today) {
        Ok(new) => new,
        Err(errors) => return refuse(&page, &form, loaded, &errors),
    };
    let (app, key, join) = (page.app.clone(), form.details.once.clone(), form.existing == "yes");
    let done = page.app.db.write(move |conn| carry_out(conn, &app, &viewer, &key, &new, join)).await;
    match done {
        Ok(Done::At { location, joined }) => {
            page.app.mail.notify_one();
            let flash = if joined { "flash-membership-added" } else { "flash-invited" };
            Ok(page.redirect(&location, Some(Flash::success(flash))))
        }
        Ok(Done::Refused(key)) => refuse(&page, &form, loaded, &Errors::one("email", key)),
        Ok(Done::HasAccount) => {
            let form = FormView::refused(&form, &Errors::default(), page.lang(), &form.details.once);
            page.render_refused("staff/invite.html", &view(&page, form, loaded, true))
        }
        Err(error) => Err(error),
    }
}

fn check(form: &InvitationForm, offer: &Offer, today: NaiveDate) -> Result<NewInvitation, Errors> {
    match (form.details.finish(today), offer.finish(&form.rights)) {
        (Ok(Details { name, email, language }), Ok(rights)) => {
            Ok(NewInvitation { name, email, language, organisation_id: offer.organisation_id, rights })
        }
        (Err(errors), Ok(_)) | (Ok(_), Err(errors)) => Err(errors),
        (Err(errors), Err(more)) => Err(errors.and(more)),
    }
}

enum Done {
    /// `joined`: an account that there was has a membership more.
    At {
        location: String,
        joined: bool,
    },
    /// The key of an error on the address.
    Refused(&'static str),
    HasAccount,
}

/// Invites, or with `join` adds a membership to the account that there is.
fn carry_out(conn: &mut Conn, app: &App, viewer: &Viewer, key: &str, new: &NewInvitation, join: bool) -> Result<Done, Error> {
    let (mut refused, mut joined) = (None, join);
    let location = once(conn, key, viewer.staff_id, app.now(), |conn| match invitations::invite(conn, app, new, viewer)? {
        Invited::New(id) => {
            joined = false;
            Ok(format!("/admin/staff/{id}"))
        }
        Invited::HasAccount(id) => {
            refused = join_existing(conn, app, viewer, id, new, join)?;
            match refused {
                None => Ok(format!("/admin/staff/{id}")),
                // Leaves no key behind, so that the form can be sent again.
                Some(_) => Err(Error::Conflict("error-has-membership")),
            }
        }
    });
    match refused {
        Some(done) => Ok(done),
        None => Ok(Done::At { location: location?, joined }),
    }
}

/// Why the account got no membership, or none if it has one now.
fn join_existing(
    conn: &mut Conn,
    app: &App,
    viewer: &Viewer,
    id: i64,
    NewInvitation { organisation_id, rights, .. }: &NewInvitation,
    join: bool,
) -> Result<Option<Done>, Error> {
    let account = store::account(conn, id)?.ok_or(Error::NotFound)?;
    if memberships::of(conn, id)?.iter().any(|membership| membership.organisation_id == *organisation_id) {
        return Ok(Some(Done::Refused("error-email-member")));
    }
    if account.deactivated_at.is_some() {
        return Ok(Some(Done::Refused("error-email-closed")));
    }
    if !join {
        return Ok(Some(Done::HasAccount));
    }
    invitations::add_membership(conn, app, id, *organisation_id, rights, viewer).map(|()| None)
}

fn refuse(page: &Page, form: &InvitationForm, loaded: Loaded, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), &form.details.once);
    page.render_refused("staff/invite.html", &view(page, form, loaded, false))
}
