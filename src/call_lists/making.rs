//! Making a list from a filter of the register, or from companies that were chosen.

use super::chosen::Chosen;
use super::companies::{self, FULL, Sifted, sift};
use super::form::{ListForm, Offer};
use super::{address, store};
use crate::companies::filters::{Chip, Wanted};
use crate::companies::list::holds_personal_identity_code;
use crate::companies::marks::Purpose;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::organisations::store as organisations;
use crate::staff::memberships;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

/// None of them may be called.
const EMPTY: &str = "error-call-list-empty";

#[derive(Serialize)]
struct NewView {
    form: FormView,
    purposes: Vec<Choice>,
    topics: Vec<Choice>,
    people: Vec<Choice>,
    /// The filter in words; nothing where companies were chosen.
    chips: Vec<Chip>,
    text: String,
    back: String,
    count: String,
    none: bool,
    too_many: bool,
    /// For the stricter purpose, so that all that may be left out is told.
    out: Sifted,
}

/// What the page stands on.
struct Ground {
    offer: Offer,
    chosen: Chosen,
    out: Sifted,
}

impl Ground {
    async fn of(page: &Page, viewer: &Viewer, form: &ListForm) -> Result<Self, Error> {
        let (viewer, form, today) = (viewer.clone(), form.clone(), page.app.today());
        let load = move |conn: &mut Conn| {
            let chosen = Chosen::find(conn, &form.companies, &form.query, today)?;
            Ok(Self { offer: offer(conn, &viewer)?, out: sift(conn, &chosen.ids, Purpose::Marketing, today)?, chosen })
        };
        page.app.db.read(load).await
    }

    fn view(self, form: FormView, lang: Lang) -> NewView {
        let typed: ListForm = form.values();
        let wanted = Wanted::read(&typed.query);
        NewView {
            form,
            purposes: purposes(lang),
            topics: Choice::of_rows(self.offer.topics),
            people: Choice::of_rows(self.offer.people),
            chips: wanted.chips(lang),
            back: wanted.address(None),
            text: wanted.q,
            count: i18n::text_with(lang, "company-count", &Args::from([("count".into(), self.chosen.ids.len().into())])),
            none: self.chosen.ids.is_empty(),
            too_many: self.chosen.too_many,
            out: self.out,
        }
    }
}

/// Whom and what the form offers.
pub fn offer(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Offer> {
    Ok(Offer { topics: organisations::topics(conn)?, people: memberships::workers(conn, viewer.organisation_id)? })
}

pub fn purposes(lang: Lang) -> Vec<Choice> {
    Choice::of_codes(lang, "call-list-purpose-", Purpose::ALL.map(Purpose::code))
}

/// The parameters of the register's list, or ids with commas between.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Preset {
    companies: String,
    #[serde(flatten)]
    wanted: Wanted,
}

pub async fn new(viewer: Viewer, page: Page, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let Preset { companies, wanted } = preset.into_inner();
    let wanted = wanted.tidy();
    if holds_personal_identity_code(&page, &wanted.q) {
        return Ok(page.redirect("/companies", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    let fresh = ListForm {
        purpose: Purpose::Call.code().to_owned(),
        callers: vec![viewer.staff_id.to_string()],
        query: wanted.query(None),
        companies,
        ..ListForm::default()
    };
    let ground = Ground::of(&page, &viewer, &fresh).await?;
    let form = page.form(&fresh).await?;
    page.render("call_lists/new.html", &ground.view(form, page.lang()))
}

pub async fn create(viewer: Viewer, page: Page, sent: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let (form, now, today) = (ListForm::read(&sent), page.app.now(), page.app.today());
    let ground = Ground::of(&page, &viewer, &form).await?;
    let refuse = |ground: Ground, errors: &Errors| {
        let shown = FormView::refused(&form, errors, page.lang(), &form.once);
        page.render_with(StatusCode::UNPROCESSABLE_ENTITY, "call_lists/new.html", &ground.view(shown, page.lang()))
    };
    let details = match form.finish(&ground.offer, today) {
        Ok(_) if ground.chosen.too_many => return refuse(ground, &Errors::one("name", FULL)),
        Ok(details) => details,
        Err(errors) => return refuse(ground, &errors),
    };
    let (typed, maker) = (form.clone(), viewer.clone());
    let make = move |conn: &mut Conn| {
        once(conn, &typed.once, maker.staff_id, now, |conn| {
            let chosen = Chosen::find(conn, &typed.companies, &typed.query, today)?;
            let id = store::add(conn, &maker, &details, now)?;
            let list = store::find(conn, &maker, id)?;
            match companies::put(conn, &list, &chosen.ids, today)? {
                0 => Err(Error::Conflict(EMPTY)),
                _ => Ok(address(id)),
            }
        })
    };
    match page.app.db.write(make).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-call-list-made")))),
        Err(Error::Conflict(key @ (EMPTY | FULL))) => refuse(ground, &Errors::one("name", key)),
        Err(error) => Err(error),
    }
}
