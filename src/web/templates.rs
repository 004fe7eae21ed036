//! Tera, once per language: `t(key=…)` in a template is the text in that template set's language.

use crate::i18n::{self, Args, Lang};
use chrono::{NaiveDate, NaiveDateTime};
use fluent_templates::fluent_bundle::FluentValue;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::sync::OnceLock;
use tera::{ArgFromValue, Context, Kwargs, State, Tera, TeraResult, Value};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Files;

pub struct Templates {
    by_language: [Tera; 3],
}

impl Templates {
    /// Every template, loaded once in a process; a missing part, function or component is an error here, not on the page.
    pub fn load() -> TeraResult<&'static Self> {
        static LOADED: OnceLock<Templates> = OnceLock::new();
        match LOADED.get() {
            Some(loaded) => Ok(loaded),
            None => Self::read().map(|loaded| LOADED.get_or_init(|| loaded)),
        }
    }

    fn read() -> TeraResult<Self> {
        let sources = sources();
        Ok(Self { by_language: [load(Lang::Fi, &sources)?, load(Lang::Sv, &sources)?, load(Lang::En, &sources)?] })
    }

    pub fn render(&self, lang: Lang, template: &str, context: &Context) -> TeraResult<String> {
        self.of(lang).render(template, context)
    }

    /// One block of a page: what a live page asks for again.
    pub fn render_block(&self, lang: Lang, template: &str, block: &str, context: &Context) -> TeraResult<String> {
        self.of(lang).render_block(template, block, context)
    }

    fn of(&self, lang: Lang) -> &Tera {
        &self.by_language[Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default()]
    }
}

fn sources() -> Vec<(String, String)> {
    Files::iter().filter_map(|name| Some((name.to_string(), String::from_utf8_lossy(&Files::get(&name)?.data).into_owned()))).collect()
}

fn load(lang: Lang, sources: &[(String, String)]) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| translate(lang, &kwargs));
    tera.register_function("asset", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let path = kwargs.must_get::<&str>("path")?;
        super::assets::address(path).ok_or_else(|| tera::Error::message(format!("no asset {path}")))
    });
    tera.register_filter("date", |value: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        let day = value.parse::<NaiveDate>().or_else(|_| instant(value).map(|at| i18n::helsinki(at).date_naive()));
        day.map(i18n::date).map_err(|_| not_a_time(value))
    });
    tera.register_filter("time", |value: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        instant(value).map(i18n::time).map_err(|_| not_a_time(value))
    });
    tera.register_filter("datetime", move |value: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        instant(value).map(|at| i18n::date_time(lang, at)).map_err(|_| not_a_time(value))
    });
    tera.register_filter("options", |choices: &[Value], kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        options(choices, kwargs.get::<&Value>("given")?)
    });
    tera.register_filter("label_of", |choices: &[Value], kwargs: Kwargs, _: &State| -> TeraResult<String> {
        label_of(choices, kwargs.get::<&Value>("value")?)
    });
    tera.register_filter("clock", |minute: i64, _: Kwargs, _: &State| i18n::clock(minute));
    tera.add_raw_templates(sources.iter().map(|(name, text)| (name, with_texts(lang, text))))?;
    Ok(tera)
}

/// A page has hundreds of texts without arguments: `t(key="…")` becomes the text itself, as a string of the template.
fn with_texts(lang: Lang, template: &str) -> String {
    let mut parts = template.split("t(key=");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_function = !written.ends_with(|last: char| last.is_alphanumeric() || last == '_');
        match key_alone(part).filter(|_| is_function) {
            Some((key, rest)) => {
                let text = i18n::text(lang, key).replace('\\', "\\\\").replace('"', "\\\"");
                written.extend(["\"", &text, "\"", rest]);
            }
            None => written.extend(["t(key=", part]),
        }
    }
    written
}

/// The key, and what follows the call; None unless a literal key is the only argument.
fn key_alone(arguments: &str) -> Option<(&str, &str)> {
    let quote = arguments.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let (key, rest) = arguments[1..].split_once(quote)?;
    Some((key, rest.strip_prefix(')')?))
}

fn part<'a>(choice: &'a Value, name: &'a str) -> TeraResult<Cow<'a, str>> {
    choice.get_from_path(name).map(Cow::from_value).transpose().map(Option::unwrap_or_default)
}

/// The options of a select, the given one marked.
fn options(choices: &[Value], given: Option<&Value>) -> TeraResult<Value> {
    let mut html = String::new();
    for choice in choices {
        match choice.get_from_path("html").and_then(Value::as_str) {
            Some(kept) => html += kept,
            None => html += &option(&part(choice, "value")?, &part(choice, "label")?),
        }
    }
    let chosen = begin_option(&given.map(Value::to_string).unwrap_or_default());
    if let Some(at) = html.find(&chosen) {
        html.insert_str(at + chosen.len() - 1, " selected");
    }
    Ok(Value::safe_string(&html))
}

/// An option of a select, not marked as the chosen one.
pub fn option(value: &str, label: &str) -> String {
    format!("{}{}</option>\n", begin_option(value), escaped(label))
}

fn begin_option(value: &str) -> String {
    format!("<option value=\"{}\">", escaped(value))
}

fn escaped(text: &str) -> String {
    let mut html = Vec::new();
    tera::escape_html(text, &mut html).expect("memory takes it");
    String::from_utf8_lossy(&html).into_owned()
}

/// The label of the choice with this value; empty if there is none.
fn label_of(choices: &[Value], value: Option<&Value>) -> TeraResult<String> {
    let value = value.map(Value::to_string).unwrap_or_default();
    let mut all = choices.iter().flat_map(|choice| match choice.get_from_path("choices").and_then(Value::as_array) {
        Some(kept) => kept,
        None => std::slice::from_ref(choice),
    });
    let found = all.find(|choice| part(choice, "value").is_ok_and(|known| known == value));
    found.map_or_else(|| Ok(String::new()), |choice| part(choice, "label").map(Cow::into_owned))
}

/// Instants are serialized as `2026-11-20T12:30:00`, in UTC.
fn instant(value: &str) -> chrono::ParseResult<NaiveDateTime> {
    value.trim_end_matches('Z').parse()
}

fn not_a_time(value: &str) -> tera::Error {
    tera::Error::message(format!("{value} is no date or instant"))
}

fn translate(lang: Lang, kwargs: &Kwargs) -> TeraResult<String> {
    let mut args = Args::new();
    let mut key = None;
    for (name, value) in kwargs.iter() {
        let name = name.to_string();
        match name.as_str() {
            "key" => key = value.as_str(),
            _ => {
                args.insert(Cow::Owned(name), fluent_value(value));
            }
        }
    }
    let key = key.ok_or_else(|| tera::Error::message("t() needs a key"))?;
    Ok(if args.is_empty() { i18n::text(lang, key) } else { i18n::text_with(lang, key, &args) })
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match value.as_f64() {
        Some(number) if value.is_number() => FluentValue::from(number),
        _ => FluentValue::from(value.to_string()),
    }
}
