//! The companies behind a number of the report.

use super::asked::NeedsQuery;
use super::counts::{self, Answer};
use super::{PATH, view};
use crate::companies::marks::store::{self as marks, Marks};
use crate::companies::views::municipality;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::needs::Value;
use crate::needs::answers;
use crate::needs::questions::store as questions;
use crate::web::Page;
use crate::web::paging::{Cursor, Pager, slice};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
struct CompaniesView {
    wording: String,
    /// The code of the question's kind.
    kind: String,
    /// Period and filters, in words.
    about: String,
    back: String,
    lines: Vec<Line>,
    pager: Pager,
}

#[derive(Serialize)]
struct Line {
    company_id: i64,
    name: String,
    municipality: String,
    /// Empty for a free text.
    answer: String,
    organisation: String,
    answered_at: NaiveDateTime,
    /// What its callers must know, by the codes of `marks::Kind`.
    marks: Vec<&'static str>,
}

/// Who answered one version of a question; dates that make no sense lead back to the report, which says so.
pub async fn list(page: Page, version: web::Path<i64>, query: web::Query<NeedsQuery>) -> Result<HttpResponse, Error> {
    let (lang, version, asked, today) = (page.lang(), *version, query.into_inner().tidy(), page.app.today());
    let back = NeedsQuery { occupation: String::new(), after: String::new(), ..asked.clone() }.address(PATH);
    let Ok(scope) = asked.scope(today) else { return Ok(page.redirect(&back, None)) };
    let about = view::about(&asked, &scope, lang);
    let after = Cursor::decode(&asked.after);
    let load = move |conn: &mut Conn| -> Result<_, Error> {
        let question = questions::of_versions(conn, &[version])?.pop().ok_or(Error::NotFound)?;
        let rows = counts::of_version(conn, &scope, version, after.as_ref())?;
        let page = slice(rows, |row: &Answer| Cursor { key: row.name_sort.clone(), id: row.company_id });
        let mut occupations = answers::occupations(conn, page.rows.iter().map(|row| row.id).collect())?;
        let marks = marks::of_companies(conn, &page.rows.iter().map(|row| row.company_id).collect::<Vec<_>>(), today)?;
        let lines = page.rows.into_iter().map(|row| line(row, &mut occupations, &marks, lang)).collect::<Vec<Line>>();
        Ok((question, lines, page.next))
    };
    let (question, lines, next) = page.app.db.read(load).await?;
    let place = |after: String| NeedsQuery { after, ..asked.clone() }.address(&format!("{PATH}/{version}"));
    // Only a list that is on one page says how long it is.
    let is_whole = next.is_none() && asked.after.is_empty();
    let listed = || i18n::text_with(lang, "report-needs-listed", &i18n::Args::from([("count".into(), lines.len().into())]));
    let pager = Pager {
        previous: (!asked.after.is_empty()).then(|| place(String::new())),
        next: next.map(place),
        shown: if is_whole { listed() } else { String::new() },
    };
    page.render(
        "reports/needs_companies.html",
        &CompaniesView { wording: question.wording, kind: question.kind, about, back, lines, pager },
    )
}

fn line(row: Answer, occupations: &mut HashMap<i64, Vec<String>>, marks: &Marks, lang: Lang) -> Line {
    let value = match (row.yes, row.number, occupations.remove(&row.id)) {
        (Some(yes), ..) => Some(Value::YesNo(yes)),
        (_, Some(number), _) => Some(Value::Number(number)),
        (.., codes) => codes.map(Value::Occupations),
    };
    Line {
        marks: marks::codes(marks, row.company_id),
        company_id: row.company_id,
        name: row.name,
        municipality: municipality(&row.municipality, lang).to_owned(),
        answer: value.map(|value| value.in_words(lang)).unwrap_or_default(),
        organisation: row.organisation,
        answered_at: row.answered_at,
    }
}
