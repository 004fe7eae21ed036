//! Choosing what to do with several companies, and doing it in one transaction.

use super::MOST_TASKS;
use super::form::{Asked, BatchForm, Deed};
use crate::app::App;
use crate::audit;
use crate::call_lists::chosen::Chosen;
use crate::call_lists::{self, companies as list_companies, listing, store as lists};
use crate::companies::filters::{Chip, Wanted};
use crate::companies::list::holds_personal_identity_code;
use crate::companies::marks::{Purpose, store as marks};
use crate::companies::owners::store::assign_several;
use crate::companies::store as companies;
use crate::companies::tags::store as tags;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::staff::memberships;
use crate::tasks::transition::{NO_HOLDER, check_receiver};
use crate::tasks::{self, About, Holder, NewTask, Reach, holders, mails};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::HashMap;

const PAGE: &str = "company_batches/new.html";
/// More tasks than are made at once.
const MANY_TASKS: &str = "error-batch-many-tasks";

#[derive(Serialize)]
struct NewView {
    /// By the code of their deed; that of the one that was refused holds what was typed.
    forms: HashMap<&'static str, FormView>,
    companies: String,
    query: String,
    lists: Vec<Choice>,
    people: Vec<Choice>,
    holders: Vec<Choice>,
    count: String,
    none: bool,
    too_many: bool,
    /// For tasks; a list holds more.
    too_many_tasks: bool,
    chips: Vec<Chip>,
    text: String,
    back: String,
    /// Where a new list is made of them.
    new_list: String,
}

/// What the page stands on.
struct Ground {
    chosen: Chosen,
    lists: Vec<(i64, String)>,
    people: Vec<(i64, String)>,
    holders: Vec<Choice>,
}

impl Ground {
    async fn of(page: &Page, viewer: &Viewer, form: &BatchForm) -> Result<Self, Error> {
        let (viewer, form, today, lang) = (viewer.clone(), form.clone(), page.app.today(), page.lang());
        let load = move |conn: &mut Conn| {
            let reach = Reach::of(conn, &viewer)?;
            Ok(Self {
                chosen: Chosen::find(conn, &form.companies, &form.query, today)?,
                lists: listing::open(conn, &viewer)?,
                people: memberships::workers(conn, viewer.organisation_id)?,
                holders: holders::choices(holders::holders(conn, &viewer, &reach)?, &viewer, lang),
            })
        };
        page.app.db.read(load).await
    }

    fn view(self, typed: &BatchForm, forms: HashMap<&'static str, FormView>, lang: Lang) -> NewView {
        let (wanted, found) = (Wanted::read(&typed.query), self.chosen.ids.len());
        let new_list = match typed.companies.as_str() {
            "" => format!("/call-lists/new?{}", wanted.query(None)),
            companies => format!("/call-lists/new?companies={companies}"),
        };
        NewView {
            forms,
            companies: typed.companies.clone(),
            query: typed.query.clone(),
            lists: Choice::of_rows(self.lists),
            people: Choice::of_rows(self.people),
            holders: self.holders,
            count: i18n::text_with(lang, "company-count", &Args::from([("count".into(), found.into())])),
            none: found == 0,
            too_many: self.chosen.too_many,
            too_many_tasks: found > MOST_TASKS,
            chips: wanted.chips(lang),
            back: wanted.address(None),
            text: wanted.q,
            new_list,
        }
    }
}

/// `GET /companies/batches/new`: the parameters of the register's list stand for all that it finds; `company`, once for each,
/// for those that are ticked; `chosen` says that these alone are meant.
pub async fn new(viewer: Viewer, page: Page, sent: web::Query<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let ticked = sent.iter().filter(|field| field.0 == "company").filter_map(|field| field.1.parse::<i64>().ok());
    let ticked: Vec<String> = ticked.map(|id| id.to_string()).collect();
    let is_chosen = sent.iter().any(|field| field.0 == "chosen");
    let all = sent.iter().filter(|field| !matches!(field.0.as_str(), "company" | "chosen"));
    let wanted = Wanted::read(&url::form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish());
    if holds_personal_identity_code(&page, &wanted.q) {
        return Ok(page.redirect("/companies", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    if is_chosen && ticked.is_empty() {
        return Ok(page.redirect(&wanted.address(None), Some(Flash::warning("flash-batch-none-chosen"))));
    }
    let holder = Holder::Person(viewer.staff_id).code();
    let owner = viewer.staff_id.to_string();
    let fresh = BatchForm { companies: ticked.join(","), query: wanted.query(None), holder, owner, ..BatchForm::default() };
    let ground = Ground::of(&page, &viewer, &fresh).await?;
    let mut forms = HashMap::new();
    for deed in Deed::ALL {
        forms.insert(deed.code(), page.restore(deed.code(), FormView::fresh(&fresh)).await?);
    }
    page.render(PAGE, &ground.view(&fresh, forms, page.lang()))
}

/// `POST /companies/batches`
pub async fn create(viewer: Viewer, page: Page, form: web::Form<BatchForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let ground = Ground::of(&page, &viewer, &form).await?;
    let deed = form.deed();
    let refuse = |ground: Ground, errors: &Errors| {
        let mut forms: HashMap<_, _> = Deed::ALL.iter().map(|deed| (deed.code(), FormView::fresh(&form))).collect();
        forms.insert(deed.code(), FormView::refused(&form, errors, page.lang(), &form.once));
        page.render_refused(PAGE, &ground.view(&form, forms, page.lang()))
    };
    let asked = match form.parse(page.app.today()) {
        Ok(asked) => asked,
        Err(errors) => return refuse(ground, &errors),
    };
    if ground.chosen.too_many || ground.chosen.ids.is_empty() {
        let key = if ground.chosen.too_many { list_companies::FULL } else { "error-batch-nobody" };
        return refuse(ground, &Errors::one(deed.field(), key));
    }
    let (app, actor, key, ids) = (page.app.clone(), viewer.clone(), form.once.clone(), ground.chosen.ids.clone());
    let done = match deed {
        Deed::List => "flash-batch-listed",
        Deed::Owner => "flash-batch-assigned",
        Deed::Tag => "flash-batch-tagged",
        Deed::Task => "flash-batch-tasks",
    };
    let list = Wanted::read(&form.query).address(None);
    let carry_out = move |conn: &mut Conn| {
        once(conn, &key, actor.staff_id, app.now(), |conn| match &asked {
            Asked::PutOnList(list_id) => put_on_list(conn, &app, &actor, *list_id, &ids),
            Asked::Assign(staff_id) => assign_several(conn, &actor, &ids, *staff_id, app.now()).map(|()| list),
            Asked::Tag(name) => {
                for id in &ids {
                    match tags::add(conn, &actor, *id, name, app.now()) {
                        // Somebody took the company away meanwhile.
                        Ok(_) | Err(Error::NotFound) => {}
                        Err(error) => return Err(error),
                    }
                }
                Ok(list)
            }
            Asked::Task { title, due_on, holder } => {
                let task = |company_id| NewTask {
                    about: About::Company(company_id),
                    organisation_id: actor.organisation_id,
                    holder: *holder,
                    created_by: actor.staff_id,
                    title,
                    due_on: *due_on,
                };
                make_tasks(conn, &app, &actor, &ids, *holder, task)
            }
        })
    };
    match page.app.db.write(carry_out).await {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success(done))))
        }
        Err(Error::Conflict(NO_HOLDER)) => refuse(ground, &Errors::one("holder", NO_HOLDER)),
        Err(Error::Conflict(key)) => refuse(ground, &Errors::one(deed.field(), key)),
        Err(error) => Err(error),
    }
}

fn put_on_list(conn: &mut Conn, app: &App, viewer: &Viewer, list_id: i64, ids: &[i64]) -> Result<String, Error> {
    let list = lists::hold(conn, viewer, list_id)?;
    if list.ended_at.is_some() {
        return Err(Error::Conflict("error-call-list-ended"));
    }
    list_companies::put(conn, &list, ids, app.today())?;
    audit::by(conn, viewer, app.now(), "fill", "call_lists", list.id)?;
    Ok(call_lists::address(list.id))
}

fn make_tasks<'a>(
    conn: &mut Conn,
    app: &App,
    viewer: &Viewer,
    ids: &[i64],
    holder: Holder,
    task: impl Fn(i64) -> NewTask<'a>,
) -> Result<String, Error> {
    if ids.len() > MOST_TASKS {
        return Err(Error::Conflict(MANY_TASKS));
    }
    let reach = Reach::of(conn, viewer)?;
    check_receiver(conn, viewer, &reach, holder)?;
    let mut made = 0;
    for id in marks::open_to(conn, ids, Purpose::Call, app.today())? {
        if companies::summary(conn, id)?.is_some() {
            let task_id = tasks::store::add(conn, &task(id), app.now())?;
            audit::by(conn, viewer, app.now(), "add", "tasks", task_id)?;
            made += 1;
        }
    }
    mails::given_several(conn, app, viewer, holder, made)?;
    Ok(if holder == Holder::Person(viewer.staff_id) { "/tasks".to_owned() } else { format!("/tasks?view=team&who={}", holder.code()) })
}
