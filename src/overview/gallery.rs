//! `/admin/parts`: every part that pages are made of, in all its states, for whoever builds or checks a page.

use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::drafts::Draft;
use crate::web::edits::{Dispute, Unsaved};
use crate::web::forms::Fields;
use crate::web::paging::{Pager, Tab};
use crate::web::{Choice, FormView, Page};
use actix_web::HttpResponse;
use serde::Serialize;

/// A form with a field of every kind.
#[derive(Default, Serialize)]
struct Sample {
    line: String,
    note: String,
    day: String,
    time: String,
    choice: String,
    answer: String,
    agreed: String,
    several: Vec<String>,
    company: String,
    company_id: String,
    towns: String,
}

#[derive(Serialize)]
struct GalleryView {
    /// Nothing typed.
    untouched: FormView,
    /// Filled, and nothing is wrong.
    filled: FormView,
    /// Every field is wrong.
    refused: FormView,
    /// Something to look at twice.
    warned: FormView,
    /// Brought back from a draft.
    restored: FormView,
    /// Another saved the same fields meanwhile.
    disputed: FormView,
    choices: Vec<Choice>,
    tabs: Vec<Tab>,
    pager: Pager,
}

pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let lang = page.lang();
    let says = |key: &str| i18n::text(lang, key);
    let filled = Sample {
        line: says("gallery-line"),
        note: says("gallery-note"),
        day: "24.12.2026".to_owned(),
        time: "9.30".to_owned(),
        choice: "second".to_owned(),
        answer: "first".to_owned(),
        agreed: "true".to_owned(),
        several: vec!["second".to_owned()],
        company: says("gallery-company"),
        company_id: "1".to_owned(),
        towns: "Salo, Somero".to_owned(),
    };
    let view = GalleryView {
        untouched: FormView::fresh(&Sample::default()),
        refused: refused(&page, lang),
        warned: warned(&page, lang),
        restored: restored(&page, lang),
        disputed: disputed(&page, &filled),
        filled: FormView::fresh(&filled),
        choices: ["first", "second"]
            .map(|value| Choice { value: value.to_owned(), label: says(&format!("gallery-choice-{value}")) })
            .into(),
        tabs: ["first", "second"]
            .map(|value| Tab { href: format!("#{value}"), label: says(&format!("gallery-choice-{value}")), current: value == "first" })
            .into(),
        pager: Pager { previous: Some("#previous".to_owned()), next: Some("#next".to_owned()), shown: "51–100 / 1 000+".to_owned() },
    };
    page.render("overview/gallery.html", &view)
}

fn refused(page: &Page, lang: Lang) -> FormView {
    let sample = Sample { day: "31.2.2026".to_owned(), time: "9.75".to_owned(), ..Sample::default() };
    let mut fields = Fields::new(page.app.today());
    fields.required_line("line", &sample.line);
    fields.required_text("note", &sample.note);
    fields.date("day", &sample.day);
    fields.time("time", &sample.time);
    for field in ["choice", "answer", "agreed", "several"] {
        fields.choice(field, "", |_| None::<()>);
    }
    fields.required_line("company", &sample.company);
    fields.required_text("towns", &sample.towns);
    FormView::refused(&sample, &fields.errors, lang, "")
}

/// Nine digits and a letter after a date: perhaps a personal identity code, perhaps an order number.
fn warned(page: &Page, lang: Lang) -> FormView {
    let sample = Sample { note: i18n::text(lang, "gallery-doubtful"), ..Sample::default() };
    let mut fields = Fields::new(page.app.today());
    fields.text("note", &sample.note);
    FormView::refused(&sample, &fields.errors, lang, "")
}

fn restored(page: &Page, lang: Lang) -> FormView {
    let fields = [("line".to_owned(), Some(vec![i18n::text(lang, "gallery-line")]))].into();
    FormView::fresh(&Sample::default()).with_draft(&Draft { fields, saved_at: page.app.now() }, lang, page.app.now())
}

fn disputed(page: &Page, mine: &Sample) -> FormView {
    let theirs = [("line", "gallery-long"), ("company", "gallery-company")];
    let theirs = theirs.map(|(field, key)| (field.to_owned(), i18n::text(page.lang(), key).into())).into_iter();
    let dispute = Dispute {
        values: serde_json::to_value(mine).unwrap_or_default(),
        theirs: theirs
            .chain([("choice".to_owned(), "first".into()), ("agreed".to_owned(), "".into()), ("note".to_owned(), "".into())])
            .collect(),
        by: page.frame.viewer.as_ref().map(|viewer| (viewer.name.clone(), page.app.now())),
    };
    FormView::unsaved(mine, &Unsaved::Disputed(dispute), page.lang(), "")
}
