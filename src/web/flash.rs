//! One message for the next page, in a cookie that the next page deletes. It carries a text key only, never a name.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use serde::Serialize;

pub const COOKIE: &str = "flash";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Success,
    Warning,
    Error,
}

/// What to say on the next page: its kind and the Fluent key of its text.
#[derive(Clone, Debug)]
pub struct Flash {
    pub kind: Kind,
    pub key: String,
}

impl Flash {
    pub fn success(key: &str) -> Self {
        Self { kind: Kind::Success, key: key.to_owned() }
    }

    pub fn warning(key: &str) -> Self {
        Self { kind: Kind::Warning, key: key.to_owned() }
    }

    pub fn error(key: &str) -> Self {
        Self { kind: Kind::Error, key: key.to_owned() }
    }

    pub fn cookie(&self) -> Cookie<'static> {
        let letter = match self.kind {
            Kind::Success => 's',
            Kind::Warning => 'w',
            Kind::Error => 'e',
        };
        Cookie::build(COOKIE, format!("{letter}{}", self.key))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .max_age(Duration::minutes(1))
            .finish()
    }

    pub fn from_cookie(value: &str) -> Option<Self> {
        let known = |key: &str| key.starts_with("flash-") && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let kind = match value.get(..1)? {
            "s" => Kind::Success,
            "w" => Kind::Warning,
            "e" => Kind::Error,
            _ => return None,
        };
        let key = &value[1..];
        known(key).then(|| Self { kind, key: key.to_owned() })
    }
}
