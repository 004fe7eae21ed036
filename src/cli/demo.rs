//! `demo`: the product on made-up data in a throw-away database. Nothing but the two addresses is read from the
//! environment, so that a demo never touches a real database or sends a mail.

use super::Outcome;
use crate::app::{App, Clock};
use crate::config::{Config, MailConfig, Transport};
use crate::db::DatabaseUrl;
use crate::demo::{self, Account, PASSWORD};
use crate::web::token;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

pub fn run() -> Outcome {
    super::start_logging("warn");
    let folder = Folder::create()?;
    let config = config(&folder.0)?;
    let listener = listen(&config)?;
    println!("Kohtaanto · demo: puoli vuotta keksittyä työtä… / half a year of invented work…");
    let accounts = demo::set_up(&config, &folder.0, Clock::System.now())?;
    print!("{}", welcome(&config.base_url, &accounts));
    super::run_service(App::build(config, Clock::System)?, listener)
}

fn config(folder: &Path) -> Result<Config, String> {
    let read =
        |name: &str| matches!(name, "KOHTAANTO_LISTEN" | "KOHTAANTO_BASE_URL" | "YTJ_URL").then(|| std::env::var(name).ok()).flatten();
    let config = Config::from_lookup(&read)?;
    Ok(Config {
        database: DatabaseUrl::Sqlite(folder.join("demo.db").display().to_string()),
        mail: MailConfig { transport: Transport::Folder(folder.join("mails")), from: "kohtaanto@tyollisyysalue.example".to_owned() },
        demo: true,
        ..config
    })
}

fn listen(config: &Config) -> Result<TcpListener, String> {
    let free = "set KOHTAANTO_LISTEN to a free address, such as KOHTAANTO_LISTEN=127.0.0.1:8081";
    TcpListener::bind(config.listen).map_err(|error| format!("{} can't be listened on ({error}): {free}", config.listen))
}

/// The demo's own directory, removed at the end with all that is in it.
struct Folder(PathBuf);

impl Folder {
    fn create() -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("kohtaanto-demo-{}", token::random()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("kohtaanto: {} can't be removed: {error}", self.0.display());
        }
    }
}

/// Where to go, who can sign in, and what to try.
fn welcome(address: &str, accounts: &[Account]) -> String {
    let widest = accounts.iter().map(|account| account.email.len()).max().unwrap_or_default();
    let mut text = format!(
        "\n  Osoite / address       {address}\n  Salasana / password    {PASSWORD}   (kaikilla sama / the same for everybody)\n\n  \
         Henkilöt / people\n"
    );
    for Account { email, title: (finnish, english), .. } in accounts {
        text += &format!("    {email:widest$}   {finnish} · {english}\n");
    }
    text += "
  Kokeile ensin / try first
    1. Kirjaudu palveluneuvojana ja kirjaa soittopyyntö: työnantaja soittaa, etkä osaa vastata.
       Sign in as the service adviser and log a call-back: an employer rings with a question you can't answer.
    2. Kirjaudu toisessa selaimessa työnantajapalveluihin: ota pyyntö, soita, päätä se.
       In another browser, sign in to employer services: take it, call, end it.
    3. Katso yrityksen sivulta, mitä siitä jäi, ja pääkäyttäjänä, mitä postia lähti.
       See what stayed on the company's page and, as the administrator, which mails went out.

  Yritykset ja ihmiset ovat keksittyjä. Kaikki häviää, kun pysäytät ohjelman (Ctrl-C).
  Companies and people are invented. Everything is gone when you stop the program (Ctrl-C).

";
    text
}
