//! The municipalities of the employment area: their field, which takes names or codes, and what it suggests while one types.

use crate::classifications::municipalities::{self, Municipality};
use crate::i18n::{Args, Lang};
use crate::identifiers::name::fold;
use crate::web::Page;
use crate::web::forms::Fields;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const MOST: usize = 10;

/// Codes as the field shows them: `Salo, Somero`.
pub fn write(codes: &[String], lang: Lang) -> String {
    codes.iter().map(|code| municipalities::name(code, lang).unwrap_or(code)).collect::<Vec<_>>().join(", ")
}

/// Names in Finnish or Swedish, or codes, separated by commas. What is unknown is named in the error.
pub fn read(fields: &mut Fields, field: &'static str, raw: &str) -> Vec<String> {
    let text = fields.required_text(field, raw);
    let (mut codes, mut unknown): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for typed in text.split([',', ';', '\n']).map(str::trim).filter(|typed| !typed.is_empty()) {
        match find(typed) {
            Some(known) if codes.iter().any(|code| code == known.code) => {}
            Some(known) => codes.push(known.code.to_owned()),
            None => unknown.push(typed),
        }
    }
    if !unknown.is_empty() {
        fields.errors.add_with(field, "error-municipality-unknown", Args::from([("names".into(), unknown.join(", ").into())]));
    } else if codes.is_empty() && !text.is_empty() {
        fields.errors.add(field, "error-required");
    }
    codes
}

fn find(typed: &str) -> Option<&'static Municipality> {
    let folded = fold(typed);
    municipalities::all().iter().find(|known| known.code == typed || names(known).iter().any(|name| fold(name) == folded))
}

fn names(municipality: &Municipality) -> [&'static str; 2] {
    [municipality.names.get(Lang::Fi), municipality.names.get(Lang::Sv)]
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Serialize)]
struct Suggestion {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
}

/// Municipalities by the beginning of their name in either language, then by what stands inside it.
pub async fn suggestions(page: Page, asked: web::Query<Asked>) -> HttpResponse {
    let folded = fold(&asked.q);
    if folded.is_empty() {
        return HttpResponse::Ok().json(Vec::<Suggestion>::new());
    }
    let is = |matches: fn(&str, &str) -> bool| {
        let folded = &folded;
        municipalities::all().iter().filter(move |known| names(known).iter().any(|name| matches(&fold(name), folded)))
    };
    let begins = is(|name, typed| name.starts_with(typed));
    let inside = is(|name, typed| !name.starts_with(typed) && name.contains(typed));
    let mut found: Vec<&Municipality> = begins.collect();
    for known in inside {
        if !found.contains(&known) {
            found.push(known);
        }
    }
    let lang = page.lang();
    let suggestion = |known: &Municipality| {
        let [finnish, swedish] = names(known);
        let label = known.names.get(lang);
        let other = if label == finnish { swedish } else { finnish };
        Suggestion { id: known.code, label, hint: if other == label { "" } else { other } }
    };
    HttpResponse::Ok().json(found.into_iter().take(MOST).map(suggestion).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(raw: &str) -> (Vec<String>, bool) {
        let mut fields = Fields::new(chrono::NaiveDate::default());
        let codes = read(&mut fields, "municipalities", raw);
        (codes, fields.errors.is_empty())
    }

    #[test]
    fn names_and_codes_are_understood() {
        let area = vec!["734".to_owned(), "761".to_owned(), "284".to_owned(), "480".to_owned()];
        for raw in ["Salo, Somero, Koski Tl, Marttila", "734;761;284;480", "SALO\nsomero\nKoskis, Marttila, Salo,"] {
            let (codes, fine) = codes(raw);
            assert!(fine && codes.len() >= 3, "{raw}");
        }
        assert_eq!(codes("Salo, Somero, Koski Tl, Marttila"), (area.clone(), true));
        assert_eq!(write(&area, Lang::Fi), "Salo, Somero, Koski Tl, Marttila");
    }

    #[test]
    fn unknown_and_none_are_errors() {
        for raw in ["Salo, Uskela", "999", "", " , "] {
            assert!(!codes(raw).1, "{raw:?}");
        }
    }
}
