//! What a mail is made of, and the folder that takes the place of a server.

use chrono::{DateTime, TimeZone, Utc};
use kohtaanto::mail::{
    folder,
    message::{AddressRole, EncodedMail, Mailbox, Message, MessageError},
};

/// A plain call-back mail.
pub fn message() -> Message {
    let mailbox = |name: &str, address: &str| Mailbox { name: name.to_owned(), address: address.to_owned() };
    Message {
        message_id: "17.2b6f0c@kohtaanto.example".to_owned(),
        from: mailbox("Kohtaanto", "posti@kohtaanto.example"),
        to: mailbox("Anna Åberg", "anna@yritys.example"),
        reply_to: Some(mailbox("Työnantajapalvelut", "tiimi@salo.example")),
        subject: "Soittopyyntö odottaa".to_owned(),
        text: "Työnantaja odottaa soittoa.\n".to_owned(),
        html: "<p>Työnantaja odottaa soittoa.</p>\n".to_owned(),
        language: "fi".to_owned(),
        date: Utc.with_ymd_and_hms(2026, 11, 22, 7, 5, 9).unwrap(),
    }
}

/// The same mail to somebody else.
pub fn mail_to(address: &str) -> EncodedMail {
    let mut message = message();
    message.to.address = address.to_owned();
    message.encode().unwrap()
}

fn head(message: &Message) -> String {
    let raw = String::from_utf8(message.encode().unwrap().raw().to_vec()).unwrap();
    raw.split("\r\n\r\n").next().unwrap().to_owned()
}

#[test]
fn headers_are_complete() {
    let raw = String::from_utf8(message().encode().unwrap().raw().to_vec()).unwrap();
    for line in [
        "Message-ID: <17.2b6f0c@kohtaanto.example>",
        "Date: Sun, 22 Nov 2026 07:05:09 +0000",
        "From: Kohtaanto <posti@kohtaanto.example>",
        "Auto-Submitted: auto-generated",
        "Content-Language: fi",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
    ] {
        assert!(raw.contains(&format!("{line}\r\n")), "{line} in {raw}");
    }
    assert!(raw.contains("Content-Type: multipart/alternative;"));
    assert!(raw.contains("Reply-To: ") && raw.contains("<tiimi@salo.example>"));
    assert!(raw.is_ascii());
}

#[test]
fn line_breaks_in_names_and_subject_make_no_header() {
    let mut mail = message();
    let evil = "Anna\r\nBcc: spy@x.example\nX-Evil: 1\r\n\r\nbody\u{2028}\0";
    (mail.to.name, mail.from.name) = (evil.to_owned(), evil.to_owned());
    mail.subject = evil.to_owned();
    mail.reply_to.as_mut().unwrap().name = evil.to_owned();
    let head = head(&mail);
    for line in head.lines() {
        assert!(!line.starts_with("Bcc") && !line.starts_with("X-Evil"), "{head}");
    }
    assert!(head.contains("Auto-Submitted"), "{head}");
}

#[test]
fn odd_names_are_encoded() {
    for name in [
        "Ky \"Lainaus\" & Kumpp., <script>alert(1)</script>",
        "🔧🔧 Korjaamo 🔧",
        "\\",
        "\"",
        "a@b",
        "=?utf-8?q?tricky?=",
        &"\"".repeat(600),
        &"ä".repeat(600),
        &"x".repeat(5000),
        "   ",
    ] {
        let mut mail = message();
        (mail.to.name, mail.from.name) = (name.to_owned(), name.to_owned());
        mail.subject = name.to_owned();
        let head = head(&mail);
        assert!(head.is_ascii());
        assert!(head.contains("anna@yritys.example"), "{head}");
        assert!(head.lines().all(|line| line.len() <= 998), "{head}");
    }
}

#[test]
fn broken_fields_are_errors() {
    let error = |change: fn(&mut Message)| {
        let mut mail = message();
        change(&mut mail);
        mail.encode().unwrap_err()
    };
    for address in [
        "",
        "@",
        "anna",
        "anna@",
        "@x.example",
        "a b@x.example",
        "a@x.example\r\nRCPT TO:<b@x.example>",
        "\"a\nb\"@x.example",
        "a@x.example, b@x.example",
        "Anna <anna@x.example>",
        "a@ä ä",
    ] {
        let mut mail = message();
        mail.to.address = address.to_owned();
        assert_eq!(mail.encode().unwrap_err(), MessageError::Address(AddressRole::To), "{address:?}");
    }
    let bad = |role| MessageError::Address(role);
    assert_eq!(error(|m| m.from.address.clear()), bad(AddressRole::From));
    assert_eq!(error(|m| m.reply_to.as_mut().unwrap().address.clear()), bad(AddressRole::ReplyTo));
    for id in ["", "x", "a@b\r\nX: 1", "../a@b", "a/b@c", "<a@b>", ".a@b"] {
        let mut mail = message();
        mail.message_id = id.to_owned();
        assert_eq!(mail.encode().unwrap_err(), MessageError::MessageId, "{id}");
    }
    assert_eq!(error(|m| m.language = "fi\r\nX: 1".into()), MessageError::Language);
    assert_eq!(error(|m| m.date = DateTime::<Utc>::MAX_UTC), MessageError::Date);
    assert_eq!(error(|m| m.date = DateTime::<Utc>::MIN_UTC), MessageError::Date);
}

#[test]
fn folder_stores_lists_and_replaces() {
    let dir = std::env::temp_dir().join(format!("kohtaanto-mail-{}", std::process::id()));
    assert_eq!(folder::list(&dir).unwrap(), []);
    for id in ["1.aa@kohtaanto.example", "2.bb@kohtaanto.example"] {
        let mut mail = message();
        mail.message_id = id.to_owned();
        let mail = mail.encode().unwrap();
        let path = folder::store(&dir, &mail).unwrap();
        assert_eq!(folder::store(&dir, &mail).unwrap(), path);
        assert_eq!(std::fs::read(path).unwrap(), mail.raw());
        // Files of one clock tick have no order.
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::fs::write(dir.join("note.txt"), "not a mail").unwrap();

    let stored = folder::list(&dir).unwrap();
    let ids: Vec<&str> = stored.iter().map(|m| m.message_id.as_str()).collect();
    assert_eq!(ids, ["2.bb@kohtaanto.example", "1.aa@kohtaanto.example"]);
    std::fs::remove_dir_all(&dir).unwrap();
}
