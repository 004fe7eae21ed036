//! One mail to one recipient, from typed fields to MIME bytes.
//!
//! Whatever stands in a name or a subject, it stays inside its header: control characters (line
//! breaks among them) become spaces, everything else is encoded and arrives unharmed.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::{
    Address,
    address::Envelope,
    message::{
        Mailbox as LettreMailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

/// Longest name or subject in characters. A header line may have 998 octets (RFC 5322, 2.1.1) and
/// a text without a space can't be folded; escaping may double it.
const LONGEST_HEADER_TEXT: usize = 400;

/// Longest Message-ID: it also has to fit into a file name.
const LONGEST_MESSAGE_ID: usize = 200;

/// Last instant that a `Date` header can show: the end of year 9999, in seconds since 1970.
const LAST_DATE: i64 = 253_402_300_799;

/// An address with the name shown beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// Shown name in any characters; empty means none.
    pub name: String,
    /// `local@domain`. A domain with non-ASCII letters is sent in its ASCII form.
    pub address: String,
}

/// A mail as the product knows it. The outbox row holds the same fields.
#[derive(Clone, Debug)]
pub struct Message {
    /// `local@domain` without angle brackets; the same each time this mail is sent again.
    pub message_id: String,
    pub from: Mailbox,
    pub to: Mailbox,
    /// Where answers go: the team's mailbox.
    pub reply_to: Option<Mailbox>,
    pub subject: String,
    /// Plain text; any line ending.
    pub text: String,
    /// The same in HTML.
    pub html: String,
    /// Language tag of the texts: `fi`, `sv`, `en`.
    pub language: String,
    pub date: DateTime<Utc>,
}

/// A mail ready to be handed to a server or written to a folder.
#[derive(Clone, Debug)]
pub struct EncodedMail {
    pub(super) message_id: String,
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) raw: Vec<u8>,
}

impl EncodedMail {
    /// Header and body with CRLF line ends, not yet dot-stuffed.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }
}

/// Why a mail can't be written. Sending it again can't help. The texts hold no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    #[error("the {0} address is not a valid e-mail address")]
    Address(AddressRole),
    #[error("the Message-ID is not of the form local@domain")]
    MessageId,
    #[error("the language is not a language tag")]
    Language,
    #[error("the date is outside the years 1970 to 9999")]
    Date,
    #[error("the mail could not be put together: {0}")]
    Encoding(String),
}

/// Which address of a mail is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressRole {
    From,
    To,
    ReplyTo,
}

impl std::fmt::Display for AddressRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::From => "sender's",
            Self::To => "recipient's",
            Self::ReplyTo => "reply-to",
        })
    }
}

impl Message {
    /// Writes the mail as `multipart/alternative` in UTF-8.
    ///
    /// # Errors
    /// [`MessageError`], when a field can't be part of any mail.
    pub fn encode(&self) -> Result<EncodedMail, MessageError> {
        check_message_id(&self.message_id)?;
        check_language(&self.language)?;
        let from = mailbox(&self.from, AddressRole::From)?;
        let to = mailbox(&self.to, AddressRole::To)?;
        // Given explicitly, so that an odd name can't hinder lettre from reading the address back.
        let envelope =
            Envelope::new(Some(from.email.clone()), vec![to.email.clone()]).map_err(|e| MessageError::Encoding(e.to_string()))?;
        let mut builder = lettre::Message::builder()
            .message_id(Some(format!("<{}>", self.message_id)))
            .date(system_time(self.date)?)
            .from(from.clone())
            .to(to.clone())
            .subject(one_line(&self.subject))
            // Keeps out-of-office answers away (RFC 3834).
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", &self.language))
            .envelope(envelope);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(mailbox(reply_to, AddressRole::ReplyTo)?);
        }
        let body = MultiPart::alternative_plain_html(self.text.clone(), self.html.clone());
        let message = builder.multipart(body).map_err(|e| MessageError::Encoding(e.to_string()))?;
        Ok(EncodedMail { message_id: self.message_id.clone(), from: from.email, to: to.email, raw: message.formatted() })
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn mailbox(mailbox: &Mailbox, role: AddressRole) -> Result<LettreMailbox, MessageError> {
    let name = one_line(&mailbox.name);
    let name = (!name.is_empty()).then_some(name);
    let address = address(&mailbox.address).ok_or(MessageError::Address(role))?;
    Ok(LettreMailbox::new(name, address))
}

/// `None` when it is not an address.
fn address(text: &str) -> Option<Address> {
    let text = text.trim();
    // lettre allows quoted local parts, in which some of these would be legal; in a header or an
    // SMTP command they only serve tricks.
    if text.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>')) {
        return None;
    }
    let (local, domain) = text.rsplit_once('@')?;
    if domain.is_ascii() {
        return Address::new(local, domain).ok();
    }
    match url::Host::parse(domain).ok()? {
        url::Host::Domain(ascii) => Address::new(local, ascii).ok(),
        url::Host::Ipv4(_) | url::Host::Ipv6(_) => None,
    }
}

/// One line without control characters, bounded.
pub(super) fn one_line(text: &str) -> String {
    let spaced = text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ");
    let line = spaced.trim();
    if line.chars().count() <= LONGEST_HEADER_TEXT {
        return line.to_owned();
    }
    line.chars().take(LONGEST_HEADER_TEXT - 1).chain(['…']).collect()
}

/// Narrower than RFC 5322: our own ids, which also name files.
fn check_message_id(id: &str) -> Result<(), MessageError> {
    let plain = |part: &str, extra: &[char]| {
        !part.is_empty() && !part.starts_with('.') && part.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(&c))
    };
    match id.split_once('@') {
        Some((local, domain)) if id.len() <= LONGEST_MESSAGE_ID && plain(local, &['.', '-', '_', '+']) && plain(domain, &['.', '-']) => {
            Ok(())
        }
        _ => Err(MessageError::MessageId),
    }
}

fn check_language(tag: &str) -> Result<(), MessageError> {
    let valid = (2..=35).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    valid.then_some(()).ok_or(MessageError::Language)
}

/// lettre panics on a date that it can't write.
fn system_time(date: DateTime<Utc>) -> Result<SystemTime, MessageError> {
    if !(0..=LAST_DATE).contains(&date.timestamp()) {
        return Err(MessageError::Date);
    }
    Ok(date.into())
}
