//! `/people/new`: a new contact person whose company is not chosen yet, since an unknown number called.

use crate::companies::list::holds_personal_identity_code;
use crate::companies::search::{Found, Search, forgiving};
use crate::companies::store as companies;
use crate::companies::views::HitView;
use crate::error::Error;
use crate::identifiers::name;
use crate::web::forms::clean;
use crate::web::{Flash, FormView, Page};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use url::form_urlencoded::Serializer;

/// How many companies are shown to choose from.
const MOST: usize = 20;

#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Wanted {
    /// Set when a suggestion was chosen; the text decides, as in every form.
    company_id: String,
    company: String,
    phone: String,
}

#[derive(Serialize)]
struct ChoiceView {
    form: FormView,
    hits: Vec<Choosable>,
    searched: bool,
}

#[derive(Serialize)]
struct Choosable {
    company: HitView,
    href: String,
}

pub async fn show(page: Page, wanted: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let mut wanted = wanted.into_inner();
    for text in [&mut wanted.company, &mut wanted.phone] {
        *text = clean(text).trim().to_owned();
    }
    if holds_personal_identity_code(&page, &wanted.company) {
        return Ok(page.redirect("/people/new", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    let (asked, spellings) = (wanted.clone(), page.app.spellings.clone());
    let (chosen, hits) = page
        .app
        .db
        .read(move |conn| {
            let id = asked.company_id.parse().ok();
            let company = id.map(|id| companies::summary(conn, id)).transpose()?.flatten();
            let chosen = company.filter(|company| name::fold(&company.name) == name::fold(&asked.company));
            let is_searched = chosen.is_none() && !asked.company.is_empty();
            let by_text = Search { text: asked.company, limit: MOST, ended: true, ..Search::default() };
            let found = if is_searched { forgiving(conn, &spellings, &by_text)? } else { Found::default() };
            Ok((chosen, found.hits.into_iter().chain(found.similar).collect::<Vec<_>>()))
        })
        .await?;
    let form_of = |company: i64| {
        let query = Serializer::new(String::new()).append_pair("phone", &wanted.phone).finish();
        format!("/companies/{company}/people/new?{query}")
    };
    if let Some(company) = chosen {
        return Ok(page.redirect(&form_of(company.id), None));
    }
    let choosable =
        |hit: crate::companies::search::Hit| Choosable { href: form_of(hit.company.id), company: HitView::of(hit, page.lang()) };
    let hits = hits.into_iter().map(choosable).collect();
    page.render("people/company_choice.html", &ChoiceView { form: FormView::fresh(&wanted), hits, searched: !wanted.company.is_empty() })
}
