//! The five ways a request can fail.
//!
//! `NotFound`, `Forbidden`, `Conflict` and `Invalid` are the user's to mend and carry words (Fluent keys); `Internal` is
//! ours: the user sees one opaque page, the log gets one line with the place in the code that raised it. An invalid
//! *form* is no error: its handler shows the form again with status 422. Error pages are drawn in `web::pages`.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use std::panic::Location;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it is not the viewer's to see.
    #[error("not found")]
    NotFound,
    /// The viewer sees it but may not do this.
    #[error("forbidden")]
    Forbidden,
    /// The state changed meanwhile; the Fluent key says what to do.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// The request itself makes no sense; the Fluent key says what to do.
    #[error("invalid: {0}")]
    Invalid(&'static str),
    #[error("{cause} at {place}")]
    Internal { cause: String, place: &'static Location<'static> },
}

impl Error {
    #[track_caller]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal { cause: cause.to_string(), place: Location::caller() }
    }

    /// The Fluent key of the message that the error page shows.
    pub fn message_key(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::Forbidden => "error-forbidden",
            Self::Conflict(key) | Self::Invalid(key) => key,
            Self::Internal { .. } => "error-internal",
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<diesel::result::Error> for Error {
    #[track_caller]
    fn from(error: diesel::result::Error) -> Self {
        match error {
            // What a new row refers to is not there any more: somebody merged or removed it at that moment.
            diesel::result::Error::NotFound
            | diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::ForeignKeyViolation, _) => Self::NotFound,
            other => Self::internal(other),
        }
    }
}

impl From<diesel::r2d2::PoolError> for Error {
    #[track_caller]
    fn from(error: diesel::r2d2::PoolError) -> Self {
        Self::internal(error)
    }
}

impl From<tera::Error> for Error {
    #[track_caller]
    fn from(error: tera::Error) -> Self {
        let causes = std::iter::successors(std::error::Error::source(&error), |cause| cause.source());
        let text = causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"));
        Self::internal(text)
    }
}
