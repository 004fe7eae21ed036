//! Why a mail was not handed over, in words for an administrator.

use std::fmt;

/// Longest text shown, in characters.
const LONGEST_SHOWN: usize = 300;

/// A point of the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Connect,
    Tls,
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    /// RSET between two mails.
    Reset,
    MailFrom,
    Recipient,
    /// The DATA command.
    Data,
    /// Header and body up to the final dot, and the answer to it.
    Content,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "connect",
            Self::Tls => "TLS",
            Self::Greeting => "greeting",
            Self::Ehlo => "EHLO",
            Self::StartTls => "STARTTLS",
            Self::Auth => "AUTH",
            Self::Reset => "RSET",
            Self::MailFrom => "MAIL FROM",
            Self::Recipient => "RCPT TO",
            Self::Data => "DATA",
            Self::Content => "content",
        })
    }
}

/// What follows from a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same mail goes again, after a while.
    Later,
    /// This mail is never taken; only a person can do something about it.
    Refused,
    /// No mail would be taken: all wait until the server or the settings are put right.
    ServerTrouble,
}

/// A mail that was not (or not certainly) handed over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{stage}: {reply}")]
pub struct Failure {
    pub verdict: Verdict,
    pub stage: Stage,
    /// The server's reply or what happened: one line of printable ASCII, at most 300 characters,
    /// without secrets.
    pub reply: String,
    /// The line broke after the mail was out: the server may have taken it, and it may arrive twice.
    pub answer_lost: bool,
    line_is_broken: bool,
}

impl Failure {
    fn new(verdict: Verdict, stage: Stage, words: &str) -> Self {
        Self { verdict, stage, reply: shown(words), answer_lost: false, line_is_broken: false }
    }

    pub(super) fn refused(stage: Stage, words: &str) -> Self {
        Self::new(Verdict::Refused, stage, words)
    }

    pub(super) fn server(stage: Stage, words: &str) -> Self {
        Self::new(Verdict::ServerTrouble, stage, words)
    }

    /// A negative reply, beginning with its code. What is not 5xx is worth another try.
    pub(super) fn replied(stage: Stage, reply: &str) -> Self {
        let of_this_mail = matches!(stage, Stage::Recipient | Stage::Data | Stage::Content);
        let verdict = match (reply.starts_with('5'), of_this_mail) {
            (false, _) => Verdict::Later,
            (true, true) => Verdict::Refused,
            (true, false) => Verdict::ServerTrouble,
        };
        Self::new(verdict, stage, reply)
    }

    pub(super) fn broken(stage: Stage, words: &str) -> Self {
        let words = match words {
            "" | "incomplete response" | "unexpected end of file" => "the server closed the line",
            words => words,
        };
        Self { line_is_broken: true, ..Self::new(Verdict::Later, stage, words) }
    }

    pub(super) fn silent(stage: Stage) -> Self {
        Self::broken(stage, "no answer in time")
    }

    /// Notes that the body was out when this happened.
    pub(super) fn with_content_sent(mut self, body_is_out: bool) -> Self {
        self.answer_lost = body_is_out && self.line_is_broken;
        self
    }

    /// By 421 the server says good-bye (RFC 5321, 3.8).
    pub(super) fn leaves_line_open(&self) -> bool {
        !self.line_is_broken && !self.reply.starts_with("421")
    }
}

/// One line of printable ASCII, bounded: replies come from outside and stand on a page.
pub(super) fn shown(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }).take(LONGEST_SHOWN).collect()
}
