//! Texts in Finnish, Swedish and English (Fluent, `assets/i18n`), and dates as Finns write them.

mod dates;

pub use dates::{clock, date, date_time, helsinki, span, time, weekday};

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

static_loader! {
    static TEXTS = {
        locales: "./assets/i18n",
        fallback_language: "fi",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language that the product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Fi,
    Sv,
    En,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The first language of an `Accept-Language` header that the product speaks, else Finnish.
    pub fn from_accept_language(header: &str) -> Self {
        let mut codes = header.split(',').map(|part| part.trim().get(..2).unwrap_or_default().to_ascii_lowercase());
        codes.find_map(|code| Self::from_code(&code)).unwrap_or_default()
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Fi => langid!("fi"),
            Self::Sv => langid!("sv"),
            Self::En => langid!("en"),
        }
    }
}

/// The arguments of a text, by name.
pub type Args<'a> = HashMap<Cow<'static, str>, FluentValue<'a>>;

/// The text for a key; an unknown key is shown as it is, and a test walks all keys.
pub fn text(lang: Lang, key: &str) -> String {
    // A page has hundreds of texts, and without arguments none of them ever changes.
    static KNOWN: LazyLock<[RwLock<HashMap<String, String>>; 3]> = LazyLock::new(Default::default);
    let known = &KNOWN[lang as usize];
    if let Some(text) = known.read().unwrap_or_else(PoisonError::into_inner).get(key) {
        return text.clone();
    }
    let Some(text) = TEXTS.try_lookup(&lang.identifier(), key) else { return key.to_owned() };
    known.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), text.clone());
    text
}

pub fn text_with(lang: Lang, key: &str, args: &Args) -> String {
    TEXTS.try_lookup_with_args(&lang.identifier(), key, args).unwrap_or_else(|| key.to_owned())
}
