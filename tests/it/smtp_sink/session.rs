//! One client's conversation with the sink.

use std::{
    io,
    sync::{Arc, Mutex},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::TcpStream,
};
use tokio_rustls::TlsAcceptor;

use super::{Received, Security, State};

/// `super::LOGIN`, decoded.
const USER: &str = "post@x.example";
const PASSWORD: &str = "päss/w:ord#%";

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

struct Talk {
    line: BufReader<Box<dyn Stream>>,
    state: Arc<Mutex<State>>,
}

pub(super) async fn run(tcp: TcpStream, security: Security, tls: TlsAcceptor, state: Arc<Mutex<State>>) -> io::Result<()> {
    state.lock().unwrap().sessions += 1;
    tcp.set_nodelay(true)?;
    let implicit = security == Security::Implicit;
    let mut talk = Talk { line: BufReader::new(Box::new(tcp)), state };
    if talk.fault("connect", "").is_some() {
        return Ok(());
    }
    if implicit {
        talk.line = BufReader::new(Box::new(tls.accept(talk.line.into_inner()).await?));
    }
    talk.answer("greeting", "", "220 sink.example").await?;
    if security == Security::StartTls && talk.serve(true, false).await? {
        talk.line = BufReader::new(Box::new(tls.accept(talk.line.into_inner()).await?));
        talk.serve(false, true).await?;
    } else {
        talk.serve(false, implicit).await?;
    }
    Ok(())
}

impl Talk {
    /// Until QUIT (false) or STARTTLS (true).
    async fn serve(&mut self, offer_tls: bool, encrypted: bool) -> io::Result<bool> {
        let mut mail = empty_mail(encrypted);
        loop {
            let command = self.read().await?;
            let verb = command.split(' ').next().unwrap().to_uppercase();
            self.state.lock().unwrap().commands.push(verb.clone());
            let address = between(&command, '<', '>');
            match verb.as_str() {
                "EHLO" => self.answer("EHLO", "", &self.offer(offer_tls)).await?,
                "STARTTLS" if offer_tls => {
                    if self.answer("STARTTLS", "", "220 go on").await? {
                        return Ok(true);
                    }
                    continue;
                }
                "AUTH" => {
                    mail.authenticated = self.log_in(&command).await?;
                    continue;
                }
                "MAIL" => {
                    mail.from = address.clone();
                    self.answer("MAIL", "", "250 ok").await?
                }
                "RCPT" => {
                    let taken = self.answer("RCPT", &address, "250 ok").await?;
                    if taken {
                        mail.to.push(address);
                    }
                    taken
                }
                "DATA" => {
                    if self.answer("DATA", "", "354 go on").await? {
                        self.take(&mut mail).await?;
                    }
                    true
                }
                "RSET" => {
                    (mail.from, mail.to) = Default::default();
                    self.answer("RSET", "", "250 ok").await?
                }
                "QUIT" => {
                    self.write("221 bye").await?;
                    return Ok(false);
                }
                _ => self.answer(&verb, "", "502 what?").await?,
            };
        }
    }

    fn offer(&self, offer_tls: bool) -> String {
        let mut lines = vec!["sink.example"];
        lines.extend(offer_tls.then_some("STARTTLS"));
        lines.extend(self.state.lock().unwrap().extensions.iter());
        let last = lines.pop().unwrap();
        let continued: String = lines.iter().map(|l| format!("250-{l}\r\n")).collect();
        format!("{continued}250 {last}")
    }

    async fn log_in(&mut self, command: &str) -> io::Result<bool> {
        let words: Vec<&str> = command.split(' ').collect();
        let given = match words[1] {
            "PLAIN" => decoded(words[2]),
            _ => {
                self.write("334 VXNlcm5hbWU6").await?;
                let user = decoded(&self.read().await?);
                self.write("334 UGFzc3dvcmQ6").await?;
                format!("\0{user}\0{}", decoded(&self.read().await?))
            }
        };
        let right = given == format!("\0{USER}\0{PASSWORD}");
        let reply = if right { "235 in" } else { "535 5.7.8 wrong" };
        self.answer("AUTH", "", reply).await
    }

    /// Receives the content; keeps the mail unless the fault refuses it.
    async fn take(&mut self, mail: &mut Received) -> io::Result<()> {
        loop {
            let line = self.read().await?;
            if line == "." {
                break;
            }
            mail.raw += line.strip_prefix('.').unwrap_or(&line);
            mail.raw.push('\n');
        }
        let received = std::mem::replace(mail, Received { authenticated: mail.authenticated, ..empty_mail(mail.encrypted) });
        let refused = |fault: &String| fault.starts_with(['4', '5']);
        if !self.fault(".", "").as_ref().is_some_and(refused) {
            self.state.lock().unwrap().mails.push(received);
        }
        self.answer(".", "", "250 2.0.0 taken").await.map(drop)
    }

    fn fault(&self, stage: &str, detail: &str) -> Option<String> {
        let faults = &self.state.lock().unwrap().faults;
        let exact = faults.get(&format!("{stage} {detail}"));
        exact.or(faults.get(stage)).cloned()
    }

    /// Gives the fault's answer, else the usual one; true when it is positive.
    async fn answer(&mut self, stage: &str, detail: &str, usual: &str) -> io::Result<bool> {
        let reply = self.fault(stage, detail).unwrap_or(usual.to_owned());
        match reply.as_str() {
            "hang" => std::future::pending().await,
            "cut" => Err(io::ErrorKind::ConnectionAborted.into()),
            reply => {
                self.write(reply).await?;
                Ok(reply.starts_with(['2', '3']))
            }
        }
    }

    async fn read(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.line.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// One character is one octet, so that a test can answer in Latin-1.
    async fn write(&mut self, reply: &str) -> io::Result<()> {
        let octets: Vec<u8> = format!("{reply}\r\n").chars().map(|c| c as u8).collect();
        self.line.write_all(&octets).await?;
        self.line.flush().await
    }
}

fn empty_mail(encrypted: bool) -> Received {
    Received { from: String::new(), to: Vec::new(), raw: String::new(), authenticated: false, encrypted }
}

fn between(text: &str, open: char, close: char) -> String {
    let inner = text.split(open).nth(1).and_then(|t| t.split(close).next());
    inner.unwrap_or_default().to_owned()
}

fn decoded(text: &str) -> String {
    String::from_utf8(BASE64_STANDARD.decode(text).unwrap()).unwrap()
}
