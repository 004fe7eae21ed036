//! The conversation with the mail server: one [`Connection`], several mails, and after each a
//! definite word: taken, or a [`Failure`] that says whether to try again and what has to wait.
//!
//! | what happens | verdict |
//! | --- | --- |
//! | 4xx anywhere, time-out, broken line | [`Verdict::Later`] |
//! | 5xx to RCPT, DATA or the content | [`Verdict::Refused`]: this mail, for good |
//! | 5xx before that (greeting, EHLO, STARTTLS, AUTH, MAIL FROM, RSET), TLS refused, wrong set-up | [`Verdict::ServerTrouble`]: every mail |

mod config;
mod failure;
mod wire;

use std::{fmt::Display, iter, time::Duration};

use base64::{Engine, prelude::BASE64_STANDARD};
use lettre::transport::smtp::{
    Error,
    authentication::DEFAULT_MECHANISMS,
    client::AsyncSmtpConnection,
    commands::{Data, Mail, Rcpt, Rset},
    extension::{Extension, MailBodyParameter, MailParameter},
    response::{Response, Severity},
};
use tokio::time::{error::Elapsed, timeout};

pub use config::{Patience, SmtpConfig, SmtpConfigError};
pub use failure::{Failure, Stage, Verdict};

use super::message::EncodedMail;
use config::Login;

/// How long a parting QUIT may hold us up.
const FAREWELL: Duration = Duration::from_secs(2);

/// An open, authenticated line to the server.
pub struct Connection {
    lettre: AsyncSmtpConnection,
    patience: Patience,
    /// False while a mail is under way, so that a `send` dropped in the middle leaves it closed.
    open: bool,
    /// The last mail did not go through: the server must forget it before the next.
    unfinished: bool,
}

impl Connection {
    /// Connects, protects the line and logs in.
    ///
    /// # Errors
    /// [`Verdict::Later`] or [`Verdict::ServerTrouble`]; no mail is to blame.
    pub async fn open(config: &SmtpConfig) -> Result<Self, Failure> {
        let patience = config.patience;
        let (wire, hello) = wire::open(config).await?;
        let greeted = AsyncSmtpConnection::connect_with_transport(Box::new(wire), &hello);
        let lettre = judge(Stage::Ehlo, timeout(patience.reply, greeted).await, &[])?;
        let mut connection = Self { lettre, patience, open: true, unfinished: false };
        if let Some(login) = &config.login {
            connection.log_in(login).await?;
        }
        Ok(connection)
    }

    /// Whether the line can take another mail. After a failure it often can.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Hands over one mail; gives the server's answer, fit to be shown.
    ///
    /// # Errors
    /// [`Failure`]; see the table above.
    pub async fn send(&mut self, mail: &EncodedMail) -> Result<String, Failure> {
        if !std::mem::replace(&mut self.open, false) {
            return Err(Failure::broken(Stage::MailFrom, "the line is closed"));
        }
        let result = self.hand_over(mail).await;
        self.open = result.as_ref().err().is_none_or(Failure::leaves_line_open);
        result
    }

    /// Says QUIT and closes the line. Nothing depends on the answer.
    pub async fn close(mut self) {
        if self.open {
            let _ = timeout(FAREWELL, self.lettre.quit()).await;
        }
    }

    async fn log_in(&mut self, login: &Login) -> Result<(), Failure> {
        let stage = Stage::Auth;
        let server = self.lettre.server_info();
        if server.get_auth_mechanism(DEFAULT_MECHANISMS).is_none() {
            let words = "SMTP_URL holds a password, but the server offers no login by PLAIN or LOGIN";
            return Err(Failure::server(stage, words));
        }
        let credentials = login.credentials();
        let auth = self.lettre.auth(DEFAULT_MECHANISMS, &credentials);
        let answer = timeout(self.patience.reply, auth).await;
        completed(stage, judge(stage, answer, &secrets(login))?).map(drop)
    }

    async fn hand_over(&mut self, mail: &EncodedMail) -> Result<String, Failure> {
        let parameters = self.mail_parameters(mail)?;
        if std::mem::replace(&mut self.unfinished, true) {
            let reply = self.command(Stage::Reset, Rset).await?;
            completed(Stage::Reset, reply)?;
        }
        let sender = Mail::new(Some(mail.from.clone()), parameters);
        let reply = self.command(Stage::MailFrom, sender).await?;
        completed(Stage::MailFrom, reply)?;
        let recipient = Rcpt::new(mail.to.clone(), vec![]);
        let reply = self.command(Stage::Recipient, recipient).await?;
        completed(Stage::Recipient, reply)?;
        let reply = self.command(Stage::Data, Data).await?;
        if !reply.has_code(354) {
            return Err(unexpected(Stage::Data, &reply));
        }
        let reply = self.content(&mail.raw).await?;
        self.unfinished = false;
        Ok(failure::shown(&words(&reply)))
    }

    /// Addresses outside ASCII need SMTPUTF8 (RFC 6531); all other text is encoded.
    fn mail_parameters(&self, mail: &EncodedMail) -> Result<Vec<MailParameter>, Failure> {
        let ascii_sender = mail.from.to_string().is_ascii();
        let ascii_recipient = mail.to.to_string().is_ascii();
        if ascii_sender && ascii_recipient && mail.raw.is_ascii() {
            return Ok(vec![]);
        }
        if self.lettre.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Ok(vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)]);
        }
        let words = "the server takes no addresses with letters such as ä or ö (no SMTPUTF8)";
        Err(if ascii_sender { Failure::refused(Stage::Recipient, words) } else { Failure::server(Stage::MailFrom, words) })
    }

    async fn command(&mut self, stage: Stage, command: impl Display) -> Result<Response, Failure> {
        let answer = timeout(self.patience.reply, self.lettre.command(command)).await;
        judge(stage, answer, &[])
    }

    /// Sends header and body. From the moment the body is out the final dot may be out too, and
    /// then silence does not mean that the server has not taken the mail.
    async fn content(&mut self, raw: &[u8]) -> Result<Response, Failure> {
        let mut body_is_out = false;
        let end = iter::from_fn(|| {
            body_is_out = true;
            None
        });
        let message = self.lettre.message_iter(iter::once(raw).chain(end));
        let answer = timeout(self.patience.content, message).await;
        judge(Stage::Content, answer, &[])
            .and_then(|reply| completed(Stage::Content, reply))
            .map_err(|failure| failure.with_content_sent(body_is_out))
    }
}

/// Turns lettre's answer into ours.
fn judge<T>(stage: Stage, answer: Result<Result<T, Error>, Elapsed>, secrets: &[String]) -> Result<T, Failure> {
    let error = match answer {
        Err(_) => return Err(Failure::silent(stage)),
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(error)) => error,
    };
    let source = std::error::Error::source(&error).map(ToString::to_string);
    let mut words = source.unwrap_or_else(|| error.to_string());
    for secret in secrets {
        words = words.replace(secret, "***");
    }
    Err(match error.status() {
        Some(code) => Failure::replied(stage, &format!("{code} {words}")),
        None if error.is_client() => Failure::server(stage, &words),
        None => Failure::broken(stage, &words),
    })
}

/// Lets only a 2xx pass; lettre also lets 3xx through.
fn completed(stage: Stage, reply: Response) -> Result<Response, Failure> {
    if reply.code().severity == Severity::PositiveCompletion { Ok(reply) } else { Err(unexpected(stage, &reply)) }
}

/// Question and answer are out of step: nothing on this line can be believed any more.
fn unexpected(stage: Stage, reply: &Response) -> Failure {
    let words = format!("this answer does not belong here: {}", words(reply));
    Failure::broken(stage, &words)
}

fn words(reply: &Response) -> String {
    let lines: Vec<&str> = reply.message().collect();
    format!("{} {}", reply.code(), lines.join(" "))
}

/// What a server that repeats our command would give away.
fn secrets(login: &Login) -> [String; 3] {
    let plain = format!("\0{}\0{}", login.user, login.password);
    [BASE64_STANDARD.encode(plain), BASE64_STANDARD.encode(&login.password), login.password.clone()]
}
