//! A company by its business id from the live open data: shown first, stored when somebody says so.

use super::FROM_REGISTER;
use super::form::{industry_text, wrong_business_id};
use super::list::holds_personal_identity_code;
use super::looked_up::{Listed, listed};
use super::matches::is_name;
use super::store;
use super::views::municipality;
use super::ytj::{self, Found, Row, Trouble};
use crate::classifications::{company_forms, situations};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::identifiers::business_id::BusinessId;
use crate::web::forms::clean;
use crate::web::once::{new_key, once};
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use url::form_urlencoded::Serializer;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A business id as typed, or a name.
    q: String,
    once: String,
}

#[derive(Default, Serialize)]
struct LookupView {
    q: String,
    /// What came of it: blank · wrong · known · found · unknown · trouble; for a name named · unnamed · trouble.
    outcome: &'static str,
    /// What is wrong with the id, or with the service.
    trouble: Option<String>,
    /// The company of the register that has the id.
    known: Option<Known>,
    found: Option<Preview>,
    /// The companies of that name, and whether there are more.
    named: Vec<Listed>,
    more: bool,
    /// The form with what was asked for in it.
    by_hand: String,
    once: String,
}

#[derive(Clone, Serialize)]
struct Known {
    id: i64,
    name: String,
    /// A person added it: the open data can complete it.
    by_hand: bool,
}

/// What would be stored.
#[derive(Serialize)]
struct Preview {
    name: String,
    business_id: String,
    /// Texts of the company page by which the facts are named, and their values.
    facts: Vec<(&'static str, String)>,
    alive: bool,
    ended_on: Option<chrono::NaiveDate>,
    situation: Option<&'static str>,
}

pub async fn show(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let q = clean(&asked.q).trim().to_owned();
    let view = LookupView { q: q.clone(), outcome: "blank", by_hand: by_hand(&q), ..LookupView::default() };
    if q.is_empty() {
        return page.render("companies/lookup.html", &view);
    }
    if holds_personal_identity_code(&page, &q) {
        return Ok(page.redirect("/companies/lookup", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    let id = match BusinessId::parse(&q) {
        Ok(id) => id,
        Err(_) if is_name(&q) => return show_named(&page, view).await,
        Err(error) => {
            let trouble = Some(i18n::text(page.lang(), wrong_business_id(error)));
            return page.render_refused("companies/lookup.html", &LookupView { outcome: "wrong", trouble, ..view });
        }
    };
    let known = known(&page, id.clone()).await?;
    if known.as_ref().is_some_and(|known| !known.by_hand) {
        return page.render("companies/lookup.html", &LookupView { outcome: "known", known, ..view });
    }
    let answer = ask(&page, id).await?;
    page.render("companies/lookup.html", &answered(answer, LookupView { known, ..view }, page.lang()))
}

/// Companies by a name, to choose from.
async fn show_named(page: &Page, view: LookupView) -> Result<HttpResponse, Error> {
    let (base, name) = (page.app.config.ytj_url.clone(), view.q.clone());
    let answer = web::block(move || ytj::api::named(&base, &name)).await.map_err(Error::internal)?;
    let view = match answer {
        Ok(named) if named.found.is_empty() => LookupView { outcome: "unnamed", ..view },
        Ok(named) => {
            let (named, more) = listed(page, named).await?;
            LookupView { outcome: "named", named, more, ..view }
        }
        Err(trouble) => answered(Err(trouble), view, page.lang()),
    };
    page.render("companies/lookup.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, asked: web::Form<Asked>) -> Result<HttpResponse, Error> {
    let Asked { q, once: key } = asked.into_inner();
    let id = BusinessId::parse(&q).map_err(|_| Error::Invalid("error-lookup-id"))?;
    let known = known(&page, id.clone()).await?;
    if let Some(company) = known.as_ref().filter(|known| !known.by_hand) {
        return Ok(page.redirect(&format!("/companies/{}", company.id), None));
    }
    let found = match ask(&page, id).await? {
        Ok(Some(found)) => found,
        answer => {
            let view = answered(answer, LookupView { by_hand: by_hand(&q), q, known, ..LookupView::default() }, page.lang());
            return page.render_refused("companies/lookup.html", &view);
        }
    };
    let (now, author) = (page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let location = page
        .app
        .db
        .write(move |conn| {
            once(conn, &key, viewer.staff_id, now, |conn| Ok(format!("/companies/{}", ytj::store(conn, &found, author, now)?)))
        })
        .await?;
    Ok(page.redirect(&location, Some(Flash::success("flash-company-from-ytj"))))
}

fn by_hand(asked: &str) -> String {
    let field = if is_name(asked) { "name" } else { "business_id" };
    format!("/companies/new?{}", Serializer::new(String::new()).append_pair(field, asked).finish())
}

async fn known(page: &Page, id: BusinessId) -> Result<Option<Known>, Error> {
    page.app
        .db
        .read(move |conn| {
            let Some(known) = store::id_of(conn, id.as_str())? else { return Ok(None) };
            let company = store::find(conn, known)?;
            Ok(company.map(|company| Known { id: company.id, name: company.name, by_hand: company.source != FROM_REGISTER }))
        })
        .await
}

/// On a blocking thread, without a database connection in hand.
async fn ask(page: &Page, id: BusinessId) -> Result<Result<Option<Found>, Trouble>, Error> {
    let base = page.app.config.ytj_url.clone();
    let answer = web::block(move || ytj::api::find(&base, &id)).await.map_err(Error::internal)?;
    if let Err(trouble) = &answer {
        tracing::warn!(trouble = trouble.code(), "the YTJ open data gave no answer");
    }
    Ok(answer)
}

fn answered(answer: Result<Option<Found>, Trouble>, view: LookupView, lang: Lang) -> LookupView {
    match answer {
        Ok(Some(found)) => LookupView { outcome: "found", found: Some(Preview::of(&found.row, lang)), once: new_key(), ..view },
        Ok(None) => LookupView { outcome: "unknown", ..view },
        Err(trouble) => LookupView { outcome: "trouble", trouble: Some(i18n::text(lang, trouble.text_key())), ..view },
    }
}

impl Preview {
    fn of(row: &Row, lang: Lang) -> Self {
        let place = [row.post_code.as_str(), row.post_office.as_str()].join(" ");
        let address =
            [row.street_address.as_str(), place.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let form = company_forms::name(&row.company_form, lang).unwrap_or(&row.company_form);
        let facts = [
            ("form", form.to_owned()),
            ("industry", industry_text(&row.industry, &row.industry_set, lang)),
            ("municipality", municipality(&row.municipality, lang).to_owned()),
            ("street-address", address),
            ("postal-address", row.postal_address.clone()),
            ("website", row.website.clone()),
        ];
        Self {
            name: row.name.clone(),
            business_id: row.business_id.clone(),
            facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            alive: row.alive,
            ended_on: row.ended_on,
            situation: situations::name(&row.situation, lang),
        }
    }
}
