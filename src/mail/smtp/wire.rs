//! From the settings to a protected line on which lettre can hold the conversation.
//!
//! lettre's own connector leaves Nagle's delay on (45 ms a mail) and can't tell a greeting from an
//! EHLO or a certificate from a dropped line, which decide here whether one mail or all of them
//! wait. So the line is opened here: TCP_NODELAY, greeting, STARTTLS, TLS.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll, ready},
};

use lettre::transport::smtp::{client::AsyncTokioStream, extension::ClientId};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::TlsConnector;
use url::Host;

use super::{
    Failure, Stage,
    config::{Security, SmtpConfig, Tls},
};

/// What lettre reads first: it waits for a greeting, and the true one has been read by then.
const GREETING_WAS_READ: &[u8] = b"220 ready\r\n";

/// A reply longer than this is nonsense, in octets.
const LONGEST_REPLY: usize = 64 * 1024;

trait Stream: AsyncRead + AsyncWrite + Send + Sync + Unpin + std::fmt::Debug {}
impl<S: AsyncRead + AsyncWrite + Send + Sync + Unpin + std::fmt::Debug> Stream for S {}

/// The open line, as lettre wants it.
#[derive(Debug)]
pub(super) struct Wire {
    stream: Box<dyn Stream>,
    peer: SocketAddr,
    /// Still to be read before anything from the stream.
    greeting: &'static [u8],
}

/// Opens the line up to the point where EHLO is next. Also gives the name to say in it.
pub(super) async fn open(config: &SmtpConfig) -> Result<(Wire, ClientId), Failure> {
    let patience = config.patience;
    let mut tcp = timeout(patience.connect, connect(config))
        .await
        .map_err(|_| Failure::silent(Stage::Connect))?
        .map_err(|e| Failure::broken(Stage::Connect, &e.to_string()))?;
    let broken = |e: io::Error| Failure::broken(Stage::Connect, &e.to_string());
    let peer = tcp.peer_addr().map_err(broken)?;
    let hello = hello_name(tcp.local_addr().map_err(broken)?);
    let stream: Box<dyn Stream> = match &config.security {
        Security::None => {
            greeting(&mut tcp, config).await?;
            Box::new(tcp)
        }
        Security::Implicit(tls) => {
            let mut protected = handshake(tcp, tls, config).await?;
            greeting(&mut protected, config).await?;
            protected
        }
        Security::StartTls(tls) => {
            greeting(&mut tcp, config).await?;
            start_tls(&mut tcp, &hello, config).await?;
            handshake(tcp, tls, config).await?
        }
    };
    let wire = Wire { stream, peer, greeting: GREETING_WAS_READ };
    Ok((wire, hello))
}

async fn connect(config: &SmtpConfig) -> io::Result<TcpStream> {
    let tcp = match &config.host {
        Host::Domain(name) => TcpStream::connect((name.as_str(), config.port)).await,
        Host::Ipv4(address) => TcpStream::connect((*address, config.port)).await,
        Host::Ipv6(address) => TcpStream::connect((*address, config.port)).await,
    }?;
    tcp.set_nodelay(true)?;
    Ok(tcp)
}

/// The machine's full name, else its address (RFC 5321, 4.1.4): a bare host name is refused by many
/// servers, and only at RCPT, where it would look like the recipient's fault.
fn hello_name(local: SocketAddr) -> ClientId {
    match ClientId::default() {
        ClientId::Domain(name) if is_full_name(&name) => ClientId::Domain(name),
        _ => match local {
            SocketAddr::V4(address) => ClientId::Ipv4(*address.ip()),
            SocketAddr::V6(address) => ClientId::Ipv6(*address.ip()),
        },
    }
}

fn is_full_name(name: &str) -> bool {
    name.contains('.') && name.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

async fn handshake(tcp: TcpStream, tls: &Tls, config: &SmtpConfig) -> Result<Box<dyn Stream>, Failure> {
    let connector = TlsConnector::from(tls.client.clone());
    let handshake = connector.connect(tls.name.clone(), tcp);
    match timeout(config.patience.connect, handshake).await {
        Err(_) => Err(Failure::silent(Stage::Tls)),
        Ok(Ok(stream)) => Ok(Box::new(stream)),
        Ok(Err(e)) => Err(match e.get_ref().and_then(|e| e.downcast_ref()) {
            Some(rustls::Error::InvalidCertificate(reason)) => Failure::server(
                Stage::Tls,
                &format!(
                    "the server's certificate is not accepted ({reason}); \
                     a certificate authority of your own goes into SMTP_CA_FILE"
                ),
            ),
            Some(reason) => Failure::server(Stage::Tls, &reason.to_string()),
            None => Failure::broken(Stage::Tls, &e.to_string()),
        }),
    }
}

async fn greeting(stream: &mut (impl Stream + ?Sized), config: &SmtpConfig) -> Result<(), Failure> {
    reply(stream, Stage::Greeting, config).await.map(drop)
}

async fn start_tls(tcp: &mut TcpStream, hello: &ClientId, config: &SmtpConfig) -> Result<(), Failure> {
    write(tcp, Stage::Ehlo, &format!("EHLO {hello}\r\n")).await?;
    let offer = reply(tcp, Stage::Ehlo, config).await?;
    let offered = offer.lines().any(|line| line.get(4..).map(str::trim).is_some_and(|word| word.eq_ignore_ascii_case("STARTTLS")));
    if !offered {
        return Err(Failure::server(
            Stage::StartTls,
            "the server does not offer STARTTLS, which smtp:// requires (smtps:// is TLS from the start)",
        ));
    }
    write(tcp, Stage::StartTls, "STARTTLS\r\n").await?;
    reply(tcp, Stage::StartTls, config).await.map(drop)
}

async fn write(tcp: &mut TcpStream, stage: Stage, line: &str) -> Result<(), Failure> {
    tcp.write_all(line.as_bytes()).await.map_err(|e| Failure::broken(stage, &e.to_string()))
}

/// Reads one reply and lets only a 2xx pass.
async fn reply(stream: &mut (impl Stream + ?Sized), stage: Stage, config: &SmtpConfig) -> Result<String, Failure> {
    let text = timeout(config.patience.reply, read_reply(stream))
        .await
        .map_err(|_| Failure::silent(stage))?
        .map_err(|e| Failure::broken(stage, &e.to_string()))?;
    match text.as_bytes()[0] {
        b'2' => Ok(text),
        _ => Err(Failure::replied(stage, &text)),
    }
}

/// All lines of one reply. Text after its last line is an error: before TLS it may be an
/// intruder's, meant to be taken for an answer that came over the protected line.
async fn read_reply(stream: &mut (impl Stream + ?Sized)) -> io::Result<String> {
    let mut received = Vec::new();
    let mut chunk = [0; 1024];
    loop {
        let count = stream.read(&mut chunk).await?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        received.extend_from_slice(&chunk[..count]);
        if received.len() > LONGEST_REPLY {
            return Err(io::Error::other("the reply is too long"));
        }
        if received.ends_with(b"\n") {
            let text = String::from_utf8_lossy(&received).into_owned();
            match text.lines().position(|line| !is_continued(line)) {
                None => {}
                Some(last) if last + 1 < text.lines().count() => {
                    return Err(io::Error::other("the server spoke out of turn"));
                }
                Some(_) if text.starts_with(|c: char| ('2'..='5').contains(&c)) => return Ok(text),
                Some(_) => return Err(io::Error::other("this is not a mail server's reply")),
            }
        }
    }
}

/// `250-…` as against `250 …`.
fn is_continued(line: &str) -> bool {
    line.as_bytes().get(3) == Some(&b'-')
}

impl AsyncTokioStream for Wire {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if !self.greeting.is_empty() {
            let count = self.greeting.len().min(buf.remaining());
            let (now, rest) = self.greeting.split_at(count);
            buf.put_slice(now);
            self.greeting = rest;
            return Poll::Ready(Ok(()));
        }
        let start = buf.filled().len();
        match ready!(Pin::new(&mut self.stream).poll_read(cx, buf)) {
            // Closed without TLS's own farewell, which rustls words at length.
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Poll::Ready(Ok(())),
            result => result?,
        }
        // lettre takes a reply in Latin-1 for a broken line. After the final dot that would send
        // the mail again and again; only the codes matter, so foreign letters become marks.
        for byte in &mut buf.filled_mut()[start..] {
            if !byte.is_ascii() {
                *byte = b'?';
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
