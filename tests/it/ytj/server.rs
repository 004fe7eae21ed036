//! A server that answers as the open data's API does, for invented companies, or as a broken one does.

use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// In business.
pub const ALIVE: &str = "9000011-8";
/// Ended in 2024.
pub const ENDED: &str = "9000012-6";
/// The API has no such company and says so by an empty list.
pub const EMPTY: &str = "9000013-4";
/// The same, by 404.
pub const MISSING: &str = "9000014-2";

/// What goes wrong, by the business id that is asked for.
pub const BROKEN: &str = "9000015-0";
pub const BUSY: &str = "9000016-9";
pub const GARBAGE: &str = "9000017-7";
pub const HUGE: &str = "9000018-5";
pub const REDIRECT: &str = "9000019-3";
pub const CUT: &str = "9000020-6";
/// Answers with another company.
pub const OTHER: &str = "9000021-4";
pub const SLOW: &str = "9000022-2";

/// How the file of all companies comes.
#[derive(Clone)]
pub enum Bulk {
    Whole(Vec<u8>),
    /// Half of it, and the rest when the server is told to.
    Stalling(Vec<u8>),
    /// Half of it, and then the connection ends.
    BreakingOff(Vec<u8>),
    /// A status without a file.
    Status(&'static str),
    /// Nothing is there to connect to.
    Gone,
}

pub struct Server {
    pub url: String,
    requests: Arc<Mutex<Vec<String>>>,
    released: Arc<Notify>,
}

impl Server {
    pub async fn start() -> Self {
        Self::with_bulk(Bulk::Whole(b"PK\x03\x04".to_vec())).await
    }

    pub async fn with_bulk(bulk: Bulk) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/v3", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let released = Arc::new(Notify::new());
        if !matches!(bulk, Bulk::Gone) {
            let (log, release) = (requests.clone(), released.clone());
            actix_web::rt::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    actix_web::rt::spawn(serve(stream, log.clone(), bulk.clone(), release.clone()));
                }
            });
        }
        Self { url, requests, released }
    }

    /// The rest of a stalling file may come.
    pub fn release(&self) {
        self.released.notify_one();
    }

    /// The heads of the requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("the log").clone()
    }
}

async fn serve(mut stream: TcpStream, log: Arc<Mutex<Vec<String>>>, bulk: Bulk, released: Arc<Notify>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
    log.lock().expect("the log").push(head);
    if target.ends_with(SLOW) {
        tokio::time::sleep(Duration::from_secs(30)).await;
    }
    if target == "/v3/all_companies" {
        return send_bulk(stream, bulk, &released).await;
    }
    // Whoever asked may be gone.
    let _ = stream.write_all(&answer(&target)).await;
}

async fn send_bulk(mut stream: TcpStream, bulk: Bulk, released: &Notify) {
    let whole = |content: &[u8]| reply("200 OK", "application/zip", content);
    let (first, rest) = match bulk {
        Bulk::Whole(content) => (whole(&content), Vec::new()),
        Bulk::Stalling(content) => {
            let mut first = whole(&content);
            let rest = first.split_off(first.len() - content.len() / 2);
            (first, rest)
        }
        Bulk::BreakingOff(content) => {
            let mut first = whole(&content);
            first.truncate(first.len() - content.len() / 2);
            (first, Vec::new())
        }
        Bulk::Status(status) => (reply(status, "text/plain", b"no"), Vec::new()),
        Bulk::Gone => return,
    };
    // Whoever asked may be gone.
    let _ = stream.write_all(&first).await;
    if !rest.is_empty() {
        released.notified().await;
        let _ = stream.write_all(&rest).await;
    }
}

fn answer(target: &str) -> Vec<u8> {
    let json = |body: String| reply("200 OK", "application/json", body.as_bytes());
    match target.strip_prefix("/v3/companies?name=") {
        Some("kivi+ja+k%C3%B6ysi") => return json(format!(r#"{{"totalResults":31,"companies":[{},{}]}}"#, record(ALIVE), record(ENDED))),
        Some("rikki") => return reply("500 Internal Server Error", "text/html", b"<h1>Oops</h1>"),
        Some(_) => return json(r#"{"totalResults":0,"companies":[]}"#.to_owned()),
        None => {}
    }
    match target.strip_prefix("/v3/companies?businessId=").unwrap_or_default() {
        id if id == ALIVE || id == ENDED => json(list(&record(id))),
        EMPTY => json(r#"{"totalResults":0,"companies":[]}"#.to_owned()),
        BROKEN => reply("500 Internal Server Error", "text/html", b"<h1>Oops</h1>"),
        BUSY => reply("429 Too Many Requests", "text/plain", b"later"),
        GARBAGE => json("<html>It is maintenance time</html>".to_owned()),
        HUGE => json(format!("{{\"totalResults\":1,\"companies\":[{{\"website\":{{\"url\":\"{}\"}}}}]}}", "x".repeat(3 << 20))),
        REDIRECT => {
            b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
        }
        CUT => json(list(&record(ALIVE)))[..200].to_vec(),
        OTHER => json(list(&record(ALIVE))),
        _ => reply("404 Not Found", "application/json", br#"{"errorcode":404,"message":"Not found"}"#),
    }
}

fn reply(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn list(record: &str) -> String {
    format!(r#"{{"totalResults":1,"companies":[{record}]}}"#)
}

/// A record with the fields that the API tells.
pub fn record(id: &str) -> String {
    let (end, status) = if id == ENDED { (r#""endDate":"2024-03-31","#, "4") } else { ("", "1") };
    format!(
        r#"{{"businessId":{{"value":"{id}","registrationDate":"2019-02-01","source":"3"}},"euId":{{"value":"FIFPRO.{id}","source":"1"}},
        "names":[{{"name":"Keksitty Kivi ja Köysi Oy","type":"1","registrationDate":"2021-05-03","version":1,"source":"1"}},
          {{"name":"Keksityn Kivi Oy","type":"1","registrationDate":"2019-02-05","endDate":"2021-05-03","version":2,"source":"1"}}],
        "mainBusinessLine":{{"type":"62100","descriptions":[{{"languageCode":"1","description":"Ohjelmointi"}}],"typeCodeSet":"TOIMI4","registrationDate":"2026-01-01","source":"2"}},
        "website":{{"url":"www.kivijakoysi.example","registrationDate":"2020-01-01","source":"0"}},
        "companyForms":[{{"type":"16","descriptions":[{{"languageCode":"1","description":"Osakeyhtiö"}}],"registrationDate":"2019-02-05","version":1,"source":"1"}}],
        "companySituations":[],"registeredEntries":[{{"type":"1","descriptions":[],"registrationDate":"2019-02-05","register":"1","authority":"2"}}],
        "addresses":[{{"type":1,"street":"Keksitynkuja","buildingNumber":"7","entrance":"B","apartmentNumber":"","postCode":"24100",
          "postOffices":[{{"city":"SALO","languageCode":"1","municipalityCode":"734"}}],"registrationDate":"2021-05-03","source":"0"}}],
        "tradeRegisterStatus":"{status}","status":"2","registrationDate":"2019-02-05",{end}"lastModified":"2026-01-02T07:49:26"}}"#
    )
}
