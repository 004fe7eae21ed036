//! The way out: a line to the server that stays open from one mail to the next, or the folder that takes its place.

use super::delivery::Outcome;
use super::folder;
use super::message::Message;
use super::smtp::{Connection, Failure, SmtpConfig, Stage, Verdict};
use crate::config::Transport;
use std::path::Path;
use std::time::Duration;

pub struct Sender<'a> {
    transport: &'a Transport,
    line: Option<Connection>,
    unreachable: bool,
}

impl<'a> Sender<'a> {
    pub fn new(transport: &'a Transport) -> Self {
        Self { transport, line: None, unreachable: false }
    }

    /// No line could be opened: the other mails need not try now.
    pub fn is_unreachable(&self) -> bool {
        self.unreachable
    }

    /// Hands over one mail.
    pub async fn send(&mut self, message: &Message) -> Outcome {
        let mail = match message.encode() {
            Ok(mail) => mail,
            Err(error) => return Outcome::Unsendable { reply: error.to_string() },
        };
        match self.transport {
            Transport::Folder(dir) => to_folder(dir.clone(), mail).await,
            Transport::Smtp(config) => {
                let line = match self.line.take().filter(Connection::is_open) {
                    Some(line) => Ok(line),
                    None => Connection::open(config).await,
                };
                match line {
                    Ok(line) => self.line.insert(line).send(&mail).await.map_or_else(outcome_of, |reply| Outcome::Taken { reply }),
                    Err(failure) => {
                        self.unreachable = true;
                        outcome_of(failure)
                    }
                }
            }
        }
    }

    pub async fn close(self) {
        if let Some(line) = self.line {
            line.close().await;
        }
    }
}

/// The longest that opening a line and handing over one mail can take, and a minute to write down the answer.
pub fn longest(transport: &Transport) -> Duration {
    let conversation = match transport {
        Transport::Folder(_) => Duration::ZERO,
        Transport::Smtp(config) => longest_conversation(config),
    };
    conversation + Duration::from_secs(60)
}

/// TCP and TLS; greeting, EHLO, STARTTLS, EHLO, AUTH, RSET, MAIL, RCPT, DATA; the content.
fn longest_conversation(config: &SmtpConfig) -> Duration {
    let patience = config.patience;
    patience.connect * 2 + patience.reply * 9 + patience.content
}

async fn to_folder(dir: std::path::PathBuf, mail: super::message::EncodedMail) -> Outcome {
    let stored = tokio::task::spawn_blocking(move || store(&dir, &mail)).await;
    match stored {
        Ok(Ok(())) => Outcome::Taken { reply: String::new() },
        Ok(Err(error)) => Outcome::ServerTrouble { reply: format!("MAIL_DIR: {error}") },
        Err(error) => Outcome::ServerTrouble { reply: error.to_string() },
    }
}

fn store(dir: &Path, mail: &super::message::EncodedMail) -> std::io::Result<()> {
    folder::store(dir, mail).map(drop)
}

fn outcome_of(failure: Failure) -> Outcome {
    let reply = failure.to_string();
    match failure.verdict {
        Verdict::Later => {
            Outcome::NotNow { reply, server_listens: matches!(failure.stage, Stage::Recipient | Stage::Data | Stage::Content) }
        }
        Verdict::Refused => Outcome::Refused { reply },
        Verdict::ServerTrouble => Outcome::ServerTrouble { reply },
    }
}
