//! argon2id with the crate's defaults (OWASP's first choice); slow by intent, so it runs on a blocking thread, two at a time.

use crate::error::Error;
use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

static PLACES: Semaphore = Semaphore::const_new(2);
/// Verified when there is no account, so that an unknown address costs the same time.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").expect("a fixed text can be hashed"));

/// The PHC string to store.
pub fn hash(password: &str) -> Result<String, Error> {
    Ok(Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())
}

/// Does the same work whether or not there is an account. An account without a password (empty) takes none.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool, Error> {
    let stored = stored.filter(|hash| !hash.is_empty());
    let _place = PLACES.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODY.clone());
        let parsed = PasswordHash::new(&stored).map_err(Error::internal)?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await
    .map_err(Error::internal)?
}

/// `hash` on a thread that may block.
pub async fn hash_apart(password: String) -> Result<String, Error> {
    let _place = PLACES.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || hash(&password)).await.map_err(Error::internal)?
}
