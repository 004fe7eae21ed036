//! The register's list with its search and filters.

use super::by_site::elsewhere;
use super::caller;
use super::filters::{Chip, FilterChoices, Wanted};
use super::marks::{self, store::Marks};
use super::matches::lookup_address;
use super::saved_filters::{self, store::Saved};
use super::search::{self, Found, Hit, forgiving};
use super::tags;
use super::views::HitView;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args};
use crate::identifiers::business_id::{BusinessId, BusinessIdError};
use crate::identifiers::personal_identity_code::{self, Certainty};
use crate::organisations;
use crate::routes::{ADMINISTRATORS, IMPORTERS, WORKERS};
use crate::staff::memberships;
use crate::web::paging::Pager;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use diesel::QueryResult;
use serde::Serialize;

#[derive(Serialize)]
struct ListView {
    #[serde(flatten)]
    choices: FilterChoices,
    chips: Vec<Chip>,
    /// The day of the contact filter is missing or none.
    wrong_day: Option<String>,
    hits: Vec<HitView>,
    /// Names spelt nearly so, where few or none have the text.
    similar: Vec<HitView>,
    pager: Pager,
    saved: Vec<Saved>,
    /// Where this filter is saved under a name, if it filters anything.
    save_href: Option<String>,
    /// Its parameters, for a form that goes on with what it finds.
    query: Vec<(String, String)>,
    /// Where something is done with all that it finds.
    all_href: String,
    /// Nothing was found: what would be without one of the filters.
    looser: Vec<Looser>,
    /// The text is a business id but for its last digit.
    wrong_check_digit: bool,
    /// The text is a business id or a name that no company has: the open data may know it.
    lookup: bool,
    may_add: bool,
    may_import: bool,
    /// Brings tables of companies, people and contacts in.
    may_bring_in: bool,
    /// The list's filters, for taking out what it shows.
    export_query: String,
    wanted: Wanted,
}

/// The same list without one filter finds something.
#[derive(Serialize)]
struct Looser {
    filter: String,
    href: String,
    count: String,
}

pub async fn index(viewer: Viewer, page: Page, query: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let wanted = query.into_inner();
    if [&wanted.q, &wanted.phone].into_iter().any(|text| holds_personal_identity_code(&page, text)) {
        return Ok(page.redirect("/companies", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    if !wanted.phone.trim().is_empty() {
        return caller::show(&viewer, &page, &wanted.phone).await;
    }
    let (wanted, lang, today, spellings) = (wanted.tidy(), page.lang(), page.app.today(), page.app.spellings.clone());
    let reader = viewer.clone();
    let (wanted, found, (marks, sites), (chips, without), saved) = page
        .app
        .db
        .read(move |conn| {
            let wanted = wanted
                .on(today)
                .in_area(organisations::store::municipalities(conn)?)
                .with_names(tags::store::all(conn)?, memberships::workers(conn, reader.organisation_id)?);
            let chips = wanted.chips(lang);
            let found = forgiving(conn, &spellings, &wanted.search())?;
            let nothing = found.hits.is_empty() && found.similar.is_empty();
            let without = if nothing { without_each(conn, &wanted, &chips)? } else { Vec::new() };
            let marks = of_hits(conn, found.hits.iter().chain(&found.similar), today)?;
            let sites = elsewhere(conn, found.hits.iter().chain(&found.similar), &wanted.search().municipalities)?;
            let saved = saved_filters::store::visible_to(conn, &reader)?;
            Ok((wanted, found, (marks, sites), (chips, without), saved))
        })
        .await?;
    let mut view = view(&viewer, &page, wanted, found, (chips, without));
    view.saved = saved;
    for hits in [&mut view.hits, &mut view.similar] {
        *hits = std::mem::take(hits).into_iter().map(|hit| hit.marked(&marks).elsewhere(&sites, lang)).collect();
    }
    page.render("companies/index.html", &view)
}

/// What callers must know of the companies that were found.
pub fn of_hits<'a>(conn: &mut Conn, hits: impl IntoIterator<Item = &'a Hit>, today: NaiveDate) -> QueryResult<Marks> {
    let ids: Vec<i64> = hits.into_iter().map(|hit| hit.company.id).collect();
    marks::store::of_companies(conn, &ids, today)
}

/// How many there would be without each of the filters.
fn without_each(conn: &mut Conn, wanted: &Wanted, chips: &[Chip]) -> QueryResult<Vec<Found>> {
    chips.iter().map(|chip| search::count_ahead(conn, &wanted.without(chip.filter).search())).collect()
}

/// In an address nothing may hold a personal identity code.
pub fn holds_personal_identity_code(page: &Page, text: &str) -> bool {
    personal_identity_code::find(text, page.app.today()).is_some_and(|finding| finding.certainty == Certainty::Certain)
}

fn view(viewer: &Viewer, page: &Page, wanted: Wanted, found: Found, (chips, without): (Vec<Chip>, Vec<Found>)) -> ListView {
    let lang = page.lang();
    let pager = Pager {
        previous: found.previous.as_ref().map(|cursor| wanted.address(Some(("before", cursor)))),
        next: found.next.as_ref().map(|cursor| wanted.address(Some(("after", cursor)))),
        shown: count_text(page, &found),
    };
    let looser = chips.iter().zip(&without).filter(|(_, found)| found.count > 0);
    ListView {
        choices: FilterChoices::of(&wanted, lang),
        wrong_day: wanted.wrong_day().map(|key| i18n::text(lang, key)),
        looser: looser
            .map(|(chip, found)| Looser { filter: chip.text.clone(), href: chip.href.clone(), count: count_text(page, found) })
            .collect(),
        saved: Vec::new(),
        save_href: (!chips.is_empty() || !wanted.q.is_empty()).then(|| format!("/companies/filters/new?{}", wanted.query(None))),
        query: url::form_urlencoded::parse(wanted.query(None).as_bytes()).into_owned().collect(),
        all_href: format!("/companies/batches/new?{}", wanted.query(None)),
        chips,
        wrong_check_digit: BusinessId::parse(&wanted.q) == Err(BusinessIdError::CheckDigit),
        lookup: found.hits.is_empty() && lookup_address(&wanted.q).is_some(),
        hits: found.hits.into_iter().map(|hit| HitView::of(hit, lang)).collect(),
        similar: found.similar.into_iter().map(|hit| HitView::of(hit, lang)).collect(),
        pager,
        may_add: WORKERS.allows(viewer),
        may_import: ADMINISTRATORS.allows(viewer),
        may_bring_in: IMPORTERS.allows(viewer),
        export_query: Some(wanted.query(None)).filter(|query| !query.is_empty()).map(|query| format!("&{query}")).unwrap_or_default(),
        wanted,
    }
}

fn count_text(page: &Page, found: &Found) -> String {
    if found.uncounted {
        let count = if found.count >= 1_000 { "1\u{A0}000+".to_owned() } else { format!("{}+", found.count) };
        return i18n::text_with(page.lang(), "company-count-over", &Args::from([("count".into(), count.into())]));
    }
    i18n::text_with(page.lang(), "company-count", &Args::from([("count".into(), found.count.into())]))
}
