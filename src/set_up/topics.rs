//! The quick form of the topics: one a line, with a list that can be taken as it is.

use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n;
use crate::identifiers::name;
use crate::organisations::{store, topics};
use crate::web::forms::Fields;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

const FORM: &str = "set_up/topics.html";
/// More topics than this nobody finds the right one among.
const MOST: usize = 30;

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct TopicsForm {
    pub topics: String,
    pub once: String,
    pub warned: String,
}

#[derive(Serialize)]
struct TopicsView {
    form: FormView,
    /// What is there already.
    topics: Vec<String>,
}

impl TopicsForm {
    /// The lines that say something, each once.
    fn typed(&self, today: NaiveDate) -> Result<Vec<String>, Errors> {
        let mut fields = Fields::new(today);
        let text = fields.required_text("topics", &self.topics);
        let mut topics: Vec<String> = Vec::new();
        for line in text.lines() {
            let topic = fields.line("topics", line);
            if !topic.is_empty() && topics.iter().all(|known| name::fold(known) != name::fold(&topic)) {
                topics.push(topic);
            }
        }
        if topics.len() > MOST {
            fields.errors.add("topics", "error-set-up-too-many-topics");
        }
        fields.errors.finish(Some(topics), &self.warned)
    }
}

pub async fn form(page: Page) -> Result<HttpResponse, Error> {
    let topics = known(&page).await?;
    let suggested = if topics.is_empty() { i18n::text(page.lang(), "set-up-topics-suggested") } else { String::new() };
    let form = page.form(&TopicsForm { topics: suggested, ..TopicsForm::default() }).await?;
    page.render(FORM, &TopicsView { form, topics })
}

async fn known(page: &Page) -> Result<Vec<String>, Error> {
    let rows = page.app.db.read(|conn| Ok(store::topics(conn)?)).await?;
    Ok(rows.into_iter().map(|topic| topic.1).collect())
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<TopicsForm>) -> Result<HttpResponse, Error> {
    match form.typed(page.app.today()) {
        Ok(wanted) => {
            let now = page.app.now();
            let add = move |conn: &mut Conn| {
                let added = add_new(conn, &wanted)?;
                for id in added {
                    audit::by(conn, &viewer, now, "add", "topics", id)?;
                }
                Ok(())
            };
            page.app.db.write(add).await?;
            Ok(page.redirect("/setup", Some(Flash::success("flash-set-up-topics"))))
        }
        Err(errors) => {
            let form = FormView::refused(&*form, &errors, page.lang(), &form.once);
            page.render_refused(FORM, &TopicsView { form, topics: known(&page).await? })
        }
    }
}

/// Adds those that aren't there, whoever else is adding: two who take the suggested list get it once.
fn add_new(conn: &mut Conn, wanted: &[String]) -> diesel::QueryResult<Vec<i64>> {
    hold_off_writers(conn, "topics")?;
    let mut added = Vec::new();
    for topic in wanted {
        if !topics::store::is_name_taken(conn, topic, None)? {
            added.push(topics::store::add(conn, topic)?);
        }
    }
    Ok(added)
}
