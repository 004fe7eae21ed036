//! What employers need: per question, industry and municipality. The newest answer of a company within the period counts
//! once, and other words of a question are counted apart. Coded answers are shared by all, so every reader of the register
//! sees the sums, partners too.

mod asked;
mod companies;
pub mod counts;
mod view;

pub use asked::NeedsQuery;
pub use companies::list;

use super::period;
use crate::companies::views::{industry_choices, municipality_choices};
use crate::db::Conn;
use crate::error::Error;
use crate::web::paging::Tab;
use crate::web::{FormView, Options, Page};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use view::Report;

const PATH: &str = "/reports/needs";

#[derive(Serialize)]
struct ReportView {
    tabs: Vec<Tab>,
    form: FormView,
    /// The form of one's own dates is shown.
    own: bool,
    municipalities: Options,
    industries: Options,
    /// The address without the filters, when one is set.
    unfiltered: Option<String>,
    /// None when the dates don't make sense.
    report: Option<Report>,
}

pub async fn show(page: Page, query: web::Query<NeedsQuery>) -> Result<HttpResponse, Error> {
    let (lang, today, asked) = (page.lang(), page.app.today(), query.into_inner().tidy());
    let chosen = asked.period().choice();
    let tab = |choice: period::Choice| Tab {
        href: NeedsQuery { period: choice.code().to_owned(), ..asked.clone() }.address(PATH),
        label: period::label(choice, lang),
        current: choice == chosen,
    };
    let own = chosen == period::Choice::Own;
    let is_new = own && asked.from.is_empty() && asked.until.is_empty();
    let (form, report) = match asked.scope(today) {
        Ok(scope) => {
            let wanted = asked.clone();
            let load = move |conn: &mut Conn| view::report(conn, &wanted, &scope, lang);
            (FormView::fresh(&asked), Some(page.app.db.read(load).await?))
        }
        Err(_) if is_new => (FormView::fresh(&asked), None),
        Err(errors) => (FormView::refused(&asked, &errors, lang, ""), None),
    };
    let view = ReportView {
        tabs: period::Choice::ALL.map(tab).into(),
        form,
        own,
        municipalities: municipality_choices(lang, &asked.municipality),
        industries: industry_choices(lang),
        unfiltered: asked.is_filtered().then(|| asked.unfiltered().address(PATH)),
        report,
    };
    page.render("reports/needs.html", &view)
}
