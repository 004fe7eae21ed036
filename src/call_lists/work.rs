//! Working through a list: the page of a company to call, and the deeds from there on to the next.

use super::call_form::CallForm;
use super::calls::{self, Entry};
use super::store::{self, CallList};
use super::{Outcome, TAKEN_FOR, address, entry_address, turns};
use crate::companies::store::{self as companies, Summary};
use crate::companies::views::municipality;
use crate::contacts::Visibility;
use crate::contacts::form::Choices;
use crate::contacts::known::{Known, known};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identifiers::phone;
use crate::needs::asking::{Asking, AskingView, NeedsForm};
use crate::organisations::sharing;
use crate::people::store::{self as people, Person};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, web};
use chrono::NaiveDateTime;
use serde::Serialize;

const PAGE: &str = "call_lists/work.html";

#[derive(Serialize)]
struct WorkView {
    list: CallList,
    entry: Entry,
    /// The viewer calls it now.
    mine: bool,
    /// Somebody else calls it now.
    elsewhere: bool,
    is_caller: bool,
    business_id: Option<String>,
    municipality: String,
    phone: String,
    phone_href: String,
    persons: Vec<Person>,
    known: Known,
    form: FormView,
    outcomes: Vec<Choice>,
    visibilities: Vec<Choice>,
    people: Vec<Choice>,
    needs: AskingView,
}

/// What the page stands on.
struct Ground {
    list: CallList,
    entry: Entry,
    company: Summary,
    persons: Vec<Person>,
    choices: Choices,
    known: Known,
    visibility: Visibility,
    mine: bool,
    elsewhere: bool,
    is_caller: bool,
}

impl Ground {
    async fn of(page: &Page, viewer: &Viewer, (list_id, entry_id): (i64, i64), typed: &NeedsForm) -> Result<Self, Error> {
        let (viewer, now, typed) = (viewer.clone(), page.app.now(), typed.clone());
        page.app.db.read(move |conn| Self::load(conn, &viewer, (list_id, entry_id), &typed, now)).await
    }

    fn load(conn: &mut Conn, viewer: &Viewer, ids: (i64, i64), typed: &NeedsForm, now: NaiveDateTime) -> Result<Self, Error> {
        let list = store::find(conn, viewer, ids.0)?;
        let entry = calls::entry(conn, &list, ids.1)?;
        let company = companies::summary(conn, entry.company_id)?.ok_or(Error::NotFound)?;
        let mut persons = people::of_company(conn, company.id)?;
        persons.retain(|person| person.ended_at.is_none());
        let in_time = entry.taken_at.is_some_and(|at| at >= now - TAKEN_FOR);
        Ok(Self {
            mine: entry.taken_by == Some(viewer.staff_id),
            elsewhere: in_time && entry.taken_by != Some(viewer.staff_id),
            is_caller: store::callers(conn, list.id)?.iter().any(|caller| caller.0 == viewer.staff_id),
            choices: Choices {
                people: persons.iter().map(|person| (person.id, person.name.clone())).collect(),
                topics: Vec::new(),
                needs: Asking::load(conn, company.id, viewer.organisation_id, typed)?,
            },
            known: known(conn, viewer, company.id, now)?,
            visibility: sharing::default_of(conn, viewer.organisation_id)?,
            persons,
            company,
            entry,
            list,
        })
    }

    fn view(self, lang: Lang, form: FormView) -> WorkView {
        let typed = form.values::<CallForm>().needs;
        let company = self.company;
        let number = if company.phone_e164.is_empty() { company.phone } else { phone::display(&company.phone_e164) };
        WorkView {
            needs: self.choices.needs.view(lang, &typed),
            people: Choice::of_rows(self.choices.people),
            outcomes: Choice::of_codes(lang, "call-outcome-", Outcome::ALL.map(Outcome::code)),
            visibilities: Choice::of_codes(lang, "contact-visibility-", Visibility::ALL.map(Visibility::code)),
            municipality: municipality(&company.municipality, lang).to_owned(),
            business_id: company.business_id,
            phone: number,
            phone_href: company.phone_e164,
            persons: self.persons,
            known: self.known,
            mine: self.mine,
            elsewhere: self.elsewhere,
            is_caller: self.is_caller,
            entry: self.entry,
            list: self.list,
            form,
        }
    }
}

/// `GET /call-lists/{id}/companies/{entry}`
pub async fn show(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let ground = Ground::of(&page, &viewer, ids.into_inner(), &NeedsForm::default()).await?;
    let needs = NeedsForm::default().filled(&ground.choices.needs);
    let fresh = CallForm { visibility: ground.visibility.code().to_owned(), needs, ..CallForm::default() };
    let (form, company_id) = (page.form(&fresh).await?, ground.company.id);
    let view = ground.view(page.lang(), form);
    page.about_company(company_id).render(PAGE, &view)
}

/// `POST /call-lists/{id}/turns`: the next company.
pub async fn next(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    go_on(viewer, &page, *id, None).await
}

async fn go_on(viewer: Viewer, page: &Page, id: i64, done: Option<Flash>) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    let take = move |conn: &mut Conn| {
        let list = store::find_open(conn, &viewer, id)?;
        turns::take_next(conn, &viewer, &list, now)
    };
    Ok(match page.app.db.write(take).await? {
        Some(entry_id) => page.redirect(&entry_address(id, entry_id), done),
        None => page.redirect(&address(id), Some(Flash::success("flash-call-none-waits"))),
    })
}

/// `POST /call-lists/{id}/companies/{entry}/claim`: this company, also one that was called already.
pub async fn claim(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let ((id, entry_id), now) = (ids.into_inner(), page.app.now());
    let take = move |conn: &mut Conn| {
        let list = store::find_open(conn, &viewer, id)?;
        calls::entry(conn, &list, entry_id)?;
        turns::take_this(conn, &viewer, &list, entry_id, now)
    };
    page.app.db.write(take).await?;
    Ok(page.redirect(&entry_address(id, entry_id), None))
}

/// `POST /call-lists/{id}/companies/{entry}/release`: back to the list without a call.
pub async fn release(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let (id, entry_id) = ids.into_inner();
    let give_back = move |conn: &mut Conn| {
        let list = store::find(conn, &viewer, id)?;
        calls::entry(conn, &list, entry_id)?;
        Ok(turns::give_back(conn, &viewer, entry_id)?)
    };
    let given = page.app.db.write(give_back).await?;
    Ok(page.redirect(&address(id), given.then(|| Flash::success("flash-call-released"))))
}

/// `POST /call-lists/{id}/companies/{entry}/calls`: what came of it, and straight to the next.
pub async fn create(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>, form: web::Form<CallForm>) -> Result<HttpResponse, Error> {
    let ((id, entry_id), mut form, now) = (ids.into_inner(), form.into_inner(), page.app.now());
    let ground = Ground::of(&page, &viewer, (id, entry_id), &form.needs).await?;
    form.needs = form.needs.filled(&ground.choices.needs);
    let refuse = |ground: Ground, (status, errors): (StatusCode, &Errors)| {
        let view = ground.view(page.lang(), FormView::refused(&form, errors, page.lang(), &form.once));
        page.render_with(status, PAGE, &view)
    };
    let call = match form.check(&ground.choices, now) {
        Ok(call) => call,
        Err(errors) => return refuse(ground, (StatusCode::UNPROCESSABLE_ENTITY, &errors)),
    };
    let (key, caller) = (form.once.clone(), viewer.clone());
    let code = move |conn: &mut Conn| {
        once(conn, &key, caller.staff_id, now, |conn| {
            let list = store::find(conn, &caller, id)?;
            calls::record(conn, &caller, &list, entry_id, &call, now)?;
            Ok(address(id))
        })
    };
    let done = Flash::success("flash-call-coded");
    match page.app.db.write(code).await {
        Ok(list) if form.then == "stop" => Ok(page.redirect(&list, Some(done))),
        // Coding and taking are two writes: who waits for the next company of somebody else's holds nothing meanwhile.
        Ok(list) => match go_on(viewer, &page, id, Some(done.clone())).await {
            // The list has ended, or one is no caller of it any more: the call is coded all the same.
            Err(Error::Conflict(_) | Error::Forbidden) => Ok(page.redirect(&list, Some(done))),
            outcome => outcome,
        },
        Err(error @ Error::Conflict(key)) => refuse(ground, (error.status_code(), &Errors::one("outcome", key))),
        Err(error) => Err(error),
    }
}
