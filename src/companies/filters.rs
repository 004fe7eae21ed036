//! The filters of the register's list, as they stand in its address: anyone who gets the link sees the same list.

mod choices;

pub use choices::{FilterChoices, size_choices, size_in_words};

use super::marks::Purpose;
use super::search::{At, Contacted, Search};
use super::views::municipality;
use crate::classifications::{company_forms, industries};
use crate::codes::codes;
use crate::i18n::{self, Args, Lang};
use crate::web::forms::{clean, parse_date};
use crate::web::paging::PAGE_SIZE;
use actix_web::web;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Europe::Helsinki;
use serde::{Deserialize, Serialize};
use url::form_urlencoded::Serializer;

/// The address's parameters, as given.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Wanted {
    pub q: String,
    /// Three digits, or `OWN_AREA`.
    pub municipality: String,
    pub industry: String,
    pub company_form: String,
    pub size: String,
    /// The id of a tag.
    pub tag: String,
    /// The id of who is in charge of the companies.
    pub owner: String,
    /// The code of a `Contact`.
    pub contact: String,
    /// The day that `contact` counts from: d.m.yyyy or yyyy-mm-dd.
    pub since: String,
    /// The code of a `Purpose` that no mark closes the company to.
    pub open_to: String,
    /// `true` shows ended companies too.
    pub ended: String,
    /// The number that a telephone exchange's click brings.
    #[serde(skip_serializing)]
    pub phone: String,
    #[serde(skip_serializing)]
    pub after: String,
    #[serde(skip_serializing)]
    pub before: String,
    /// What `OWN_AREA` stands for: the codes of the employment area's municipalities.
    #[serde(skip)]
    area: Vec<String>,
    /// Ids and names of the tags that there are.
    #[serde(skip)]
    tags: Vec<(i64, String)>,
    /// And of who may be in charge in the reader's organisation.
    #[serde(skip)]
    people: Vec<(i64, String)>,
    /// On this day marks are in force.
    #[serde(skip)]
    today: NaiveDate,
}

/// In the place of a municipality: all of the employment area's.
pub const OWN_AREA: &str = "area";

codes! {
    /// What to ask of the contacts with a company.
    pub Contact {
        Since = "since",
        NotSince = "not-since",
        Never = "never",
    }
}

codes! {
    /// What may narrow the list, or widen it.
    pub Filter {
        Municipality = "municipality",
        Industry = "industry",
        CompanyForm = "company-form",
        Size = "size",
        Tag = "tag",
        Owner = "owner",
        Contact = "contact",
        OpenTo = "open-to",
        Ended = "ended",
    }
}

/// A filter that is set, in words, and the list without it.
#[derive(Debug, Serialize)]
pub struct Chip {
    pub text: String,
    pub href: String,
    #[serde(skip)]
    pub filter: Filter,
}

impl Wanted {
    /// Without what nobody types, and without a day that nothing counts from.
    pub fn tidy(mut self) -> Self {
        let texts = [
            &mut self.q,
            &mut self.municipality,
            &mut self.industry,
            &mut self.company_form,
            &mut self.size,
            &mut self.tag,
            &mut self.owner,
            &mut self.since,
        ];
        for text in texts {
            *text = clean(text).trim().to_owned();
        }
        if self.contact.is_empty() && !self.since.is_empty() {
            Contact::Since.code().clone_into(&mut self.contact);
        }
        if Contact::from_code(&self.contact).is_none_or(|contact| contact == Contact::Never) {
            self.since.clear();
        }
        self
    }

    /// With the employment area's municipalities. While none are set, the own area filters nothing.
    pub fn in_area(mut self, area: Vec<String>) -> Self {
        if area.is_empty() && self.municipality == OWN_AREA {
            self.municipality.clear();
        }
        Self { area, ..self }
    }

    /// With the tags and the people to choose from.
    pub fn with_names(self, tags: Vec<(i64, String)>, people: Vec<(i64, String)>) -> Self {
        Self { tags, people, ..self }
    }

    /// Whose marks have ended depends on the day.
    pub fn on(self, today: NaiveDate) -> Self {
        Self { today, ..self }
    }

    /// Why the day can't be counted from: a text of the page.
    pub fn wrong_day(&self) -> Option<&'static str> {
        let counts = Contact::from_code(&self.contact).is_some_and(|contact| contact != Contact::Never);
        match (counts, self.since.as_str()) {
            (false, _) => None,
            (true, "") => Some("error-contacted-day-missing"),
            (true, day) => parse_date(day).is_none().then_some("error-date"),
        }
    }

    pub fn search(&self) -> Search {
        Search {
            text: self.q.clone(),
            municipalities: self.municipalities(),
            industry: self.industry.clone(),
            company_form: self.company_form.clone(),
            size_class: self.size.clone(),
            tag: id(&self.tag),
            owner: id(&self.owner),
            contact: self.contacted(),
            open_to: Purpose::from_code(&self.open_to).map(|purpose| (purpose, self.today)),
            ended: self.ended == "true",
            at: At::of(&self.after, &self.before),
            limit: PAGE_SIZE,
        }
    }

    fn municipalities(&self) -> Vec<String> {
        match self.municipality.as_str() {
            "" => Vec::new(),
            OWN_AREA => self.area.clone(),
            code => vec![code.to_owned()],
        }
    }

    fn contacted(&self) -> Contacted {
        let since = parse_date(&self.since).and_then(midnight);
        match (Contact::from_code(&self.contact), since) {
            (Some(Contact::Never), _) => Contacted::Never,
            (Some(Contact::Since), Some(at)) => Contacted::Since(at),
            (Some(Contact::NotSince), Some(at)) => Contacted::NotSince(at),
            (Some(Contact::Since | Contact::NotSince), None) | (None, _) => Contacted::Ever,
        }
    }

    pub fn without(&self, filter: Filter) -> Self {
        let mut rest = Self { after: String::new(), before: String::new(), ..self.clone() };
        match filter {
            Filter::Municipality => rest.municipality.clear(),
            Filter::Industry => rest.industry.clear(),
            Filter::CompanyForm => rest.company_form.clear(),
            Filter::Size => rest.size.clear(),
            Filter::Tag => rest.tag.clear(),
            Filter::Owner => rest.owner.clear(),
            Filter::Contact => (rest.contact, rest.since) = Default::default(),
            Filter::OpenTo => rest.open_to.clear(),
            Filter::Ended => rest.ended.clear(),
        }
        rest
    }

    /// From what stands behind the `?` of the list's address; what can't be read filters nothing.
    pub fn read(query: &str) -> Self {
        web::Query::<Self>::from_query(query).map(web::Query::into_inner).unwrap_or_default().tidy()
    }

    /// The list's address; `cursor` names another place in it.
    pub fn address(&self, cursor: Option<(&str, &str)>) -> String {
        match self.query(cursor) {
            query if query.is_empty() => "/companies".to_owned(),
            query => format!("/companies?{query}"),
        }
    }

    /// What stands behind the `?` of that address.
    pub fn query(&self, cursor: Option<(&str, &str)>) -> String {
        let given = [
            ("q", self.q.as_str()),
            ("municipality", &self.municipality),
            ("industry", &self.industry),
            ("company_form", &self.company_form),
            ("size", &self.size),
            ("tag", &self.tag),
            ("owner", &self.owner),
            ("contact", &self.contact),
            ("since", &self.since),
            ("open_to", &self.open_to),
            ("ended", &self.ended),
        ];
        let mut query = Serializer::new(String::new());
        query.extend_pairs(given.into_iter().chain(cursor).filter(|(_, value)| !value.is_empty()));
        query.finish()
    }

    /// The filters that are set, in the order of the form.
    pub fn chips(&self, lang: Lang) -> Vec<Chip> {
        let set = Filter::ALL.into_iter().filter_map(|filter| Some((filter, self.in_words(filter, lang)?)));
        set.map(|(filter, text)| Chip { text, href: self.without(filter).address(None), filter }).collect()
    }

    /// None if the filter is not set.
    fn in_words(&self, filter: Filter, lang: Lang) -> Option<String> {
        let named = |value: &str, name: String| (!value.is_empty()).then_some(name);
        let value = match filter {
            Filter::Municipality if self.municipality == OWN_AREA => Some(i18n::text(lang, "company-filter-own-area")),
            Filter::Municipality => named(&self.municipality, municipality(&self.municipality, lang).to_owned()),
            Filter::Industry => named(&self.industry, industries::name(&self.industry, lang).unwrap_or(&self.industry).to_owned()),
            Filter::CompanyForm => {
                named(&self.company_form, company_forms::name(&self.company_form, lang).unwrap_or(&self.company_form).to_owned())
            }
            Filter::Size => named(&self.size, size_in_words(&self.size, lang)),
            Filter::Tag => named(&self.tag, name_of(&self.tag, &self.tags, lang)),
            Filter::Owner => named(&self.owner, name_of(&self.owner, &self.people, lang)),
            Filter::Contact => return self.contact_in_words(lang),
            Filter::OpenTo => {
                let purpose = Purpose::from_code(&self.open_to)?;
                return Some(i18n::text(lang, &format!("company-open-to-{}", purpose.code())));
            }
            Filter::Ended => return (self.ended == "true").then(|| i18n::text(lang, "company-filter-ended-too")),
        }?;
        let label = i18n::text(lang, &format!("company-filter-{}", filter.code()));
        Some(format!("{label}: {value}"))
    }

    fn contact_in_words(&self, lang: Lang) -> Option<String> {
        let day = parse_date(&self.since);
        let contact = Contact::from_code(&self.contact).filter(|contact| day.is_some() || *contact == Contact::Never)?;
        let day = day.map(i18n::date).unwrap_or_default();
        Some(i18n::text_with(lang, &format!("company-contacted-chip-{}", contact.code()), &Args::from([("day".into(), day.into())])))
    }
}

/// What is no id is that of nothing.
fn id(text: &str) -> Option<i64> {
    (!text.is_empty()).then(|| text.parse().unwrap_or_default())
}

fn name_of(id: &str, named: &[(i64, String)], lang: Lang) -> String {
    let name = named.iter().find(|one| one.0.to_string() == id).map(|one| one.1.clone());
    name.unwrap_or_else(|| i18n::text(lang, "company-filter-gone"))
}

/// The beginning of a day in Finland, in UTC; no clock change falls on it.
fn midnight(day: NaiveDate) -> Option<NaiveDateTime> {
    Helsinki.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|at| at.naive_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_finland() {
        let wanted = Wanted { since: "1.7.2026".into(), ..Wanted::default() }.tidy();
        assert_eq!(wanted.search().contact, Contacted::Since("2026-06-30T21:00:00".parse().expect("an instant")));
    }

    #[test]
    fn what_can_not_be_read_filters_nothing_and_says_so() {
        for (contact, since, wrong) in [
            ("since", "", Some("error-contacted-day-missing")),
            ("not-since", "31.2.2026", Some("error-date")),
            ("x", "x", None),
            ("never", "x", None),
        ] {
            let wanted = Wanted { contact: contact.into(), since: since.into(), ..Wanted::default() }.tidy();
            assert_eq!(wanted.wrong_day(), wrong, "{contact} {since}");
            assert!(!matches!(wanted.search().contact, Contacted::Since(_) | Contacted::NotSince(_)));
        }
    }

    #[test]
    fn a_filter_is_taken_away_alone() {
        let wanted = Wanted { q: "kone & co".into(), company_form: "16".into(), ended: "true".into(), ..Wanted::default() };
        let chips = wanted.chips(Lang::Fi);
        let hrefs: Vec<&str> = chips.iter().map(|chip| chip.href.as_str()).collect();
        assert_eq!(hrefs, ["/companies?q=kone+%26+co&ended=true", "/companies?q=kone+%26+co&company_form=16"]);
        assert_eq!(Wanted::default().address(None), "/companies");
    }
}
