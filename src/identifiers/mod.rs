//! The identifiers that people type and registers hold, as pure functions: no
//! database, no clock, no log.
//!
//! * [`business_id`]: the Finnish business id (Y-tunnus) in every usual spelling.
//! * [`domain`]: what web addresses, e-mail addresses and search texts share.
//! * [`legal_form`]: what companies' names hold that tells nothing of their owner.
//! * [`personal_identity_code`]: the guard that keeps personal identity codes out.
//! * [`phone`]: telephone numbers, as typed and in one searchable form.
//! * [`name`]: names folded for searching and keyed for the Finnish order.

pub mod business_id;
pub mod domain;
pub mod legal_form;
pub mod name;
pub mod personal_identity_code;
pub mod phone;

/// The characters people and word processors write for a hyphen: hyphen-minus,
/// soft hyphen, the dashes U+2010–U+2015, hyphen bullet, minus sign, and the
/// small and full-width forms.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Characters that take no room on the page and travel along when text is
/// pasted: zero-width space and joiners, word joiner, byte-order mark, and the
/// marks of writing direction.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
