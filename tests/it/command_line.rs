//! The program itself: `staff add`, `staff deactivate`, `jobs run`, and settings that are wrong.

use crate::support::{TempDir, TestApp, database_url};
use kohtaanto::config::Config;
use kohtaanto::db::DatabaseUrl;
use std::process::{Command, Output};

fn run(database: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kohtaanto"));
    command.env_clear().env("DATABASE_URL", database).args(arguments).output().expect("the program runs")
}

#[track_caller]
fn refused(output: &Output, words: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{told}");
    assert!(told.contains(words) && !told.contains("panicked"), "{told}");
    assert!(output.stdout.is_empty());
}

#[track_caller]
fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("a text")
}

#[actix_web::test]
async fn an_added_person_signs_in_and_leaves_again() {
    let test = TestApp::start().await;
    let database = database_url(&test.app.config.database);
    let told = done(&run(
        &database,
        &["staff", "add", "Uusi@Alue.example", "Uusi Nimi", "--role", "staff", "--role", "staff", "--role", "coordinator"],
    ));
    let password = told.trim().rsplit(' ').next().expect("a password").to_owned();
    let sign_in = async || test.visitor().post("/login", &[("email", "uusi@alue.example"), ("password", &password)]).await;
    assert_eq!(sign_in().await.location(), "/");
    refused(
        &run(&database, &["staff", "add", "uusi@ALUE.example", "Toinen Nimi"]),
        "an account with the address uusi@ALUE.example already",
    );
    assert!(done(&run(&database, &["staff", "deactivate", "uusi@alue.example"])).contains("is closed now"));
    assert!(done(&run(&database, &["staff", "deactivate", "UUSI@alue.example"])).contains("was closed already"));
    assert_eq!(sign_in().await.status, 422);
    refused(&run(&database, &["staff", "deactivate", "kukaan@alue.example"]), "no account with the address kukaan@alue.example");
}

#[test]
fn bad_words_are_told_and_nothing_is_made() {
    let dir = TempDir::new();
    let file = dir.path().join("new.db");
    let database = format!("sqlite:{}", file.display());
    refused(&run(&database, &["staff", "add", "nobody", "Nimi Nimi"]), "nobody is no e-mail address");
    refused(&run(&database, &["staff", "add", "a@b.example", "  "]), "the name is empty");
    refused(&run(&database, &["staff", "add", "a@b.example", "Nimi Nimi", "--role", "boss"]), "roles are administrator, coordinator");
    refused(&run(&database, &["staff", "add", "a@b.example", "Nimi Nimi", "--language", "ru"]), "languages are fi, sv, en");
    assert!(!file.exists());
    refused(&run(&database, &["staff", "add", "a@b.example", "Nimi Nimi"]), "--role administrator");
    // The area's name is asked for in the set-up.
    done(&run(&database, &["staff", "add", "c@b.example", "Nimi Nimi", "--role", "administrator"]));
    done(&run(&database, &["staff", "add", "a@b.example", "Nimi Nimi", "--role", "administrator", "--organisation", "Alue"]));
}

#[test]
fn a_job_runs_by_its_name() {
    let dir = TempDir::new();
    let database = format!("sqlite:{}", dir.path().join("new.db").display());
    let names = done(&run(&database, &["jobs", "list"]));
    assert!(names.lines().any(|name| name == "expired-mails"));
    for name in names.lines() {
        assert!(done(&run(&database, &["jobs", "run", name])).starts_with(&format!("{name}: 0 done")));
    }
    refused(&run(&database, &["jobs", "run", "expired-mail"]), "no job is called expired-mail; there are ");
}

#[test]
fn an_unknown_database_scheme_is_no_new_file() {
    let dir = TempDir::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kohtaanto"));
    let output =
        command.env_clear().env("DATABASE_URL", "foo:bar").arg("migrate").current_dir(dir.path()).output().expect("the program runs");
    refused(&output, "DATABASE_URL must begin with sqlite: or postgres://");
    assert_eq!(std::fs::read_dir(dir.path()).expect("the directory").count(), 0);
}

fn settings(pairs: &[(&str, &str)]) -> Result<Config, String> {
    Config::from_lookup(&|name| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.to_owned()))
}

#[test]
fn without_settings_there_are_defaults() {
    let config = settings(&[("SMTP_URL", " ")]).expect("defaults");
    assert_eq!((config.listen.to_string(), config.base_url.as_str()), ("127.0.0.1:8080".to_owned(), "http://127.0.0.1:8080"));
    assert_eq!(config.database, DatabaseUrl::Sqlite("kohtaanto.db".to_owned()));
    assert_eq!(settings(&[("KOHTAANTO_BASE_URL", "https://k.example/")]).expect("a setting").base_url, "https://k.example");
    let told = settings(&[("KOHTAANTO_LISTEN", "0.0.0.0:80")]).expect_err("an address that no browser can go to");
    assert!(told.starts_with("KOHTAANTO_BASE_URL must tell"), "{told}");
}

#[test]
fn every_wrong_setting_is_named_at_once() {
    let all = [
        ("DATABASE_URL", "foo:bar"),
        ("KOHTAANTO_LISTEN", "here"),
        ("KOHTAANTO_BASE_URL", "kohtaanto.example"),
        ("KOHTAANTO_PROXY", "the proxy"),
        ("MAIL_FROM", "nobody"),
        ("SMTP_URL", "http://mail.example"),
    ];
    let told = settings(&all).expect_err("six wrong settings");
    for (name, _) in all {
        assert!(told.lines().any(|line| line.starts_with(name)), "{name}: {told}");
    }
    assert_eq!(told.lines().count(), 6, "{told}");
    for (name, value) in
        [("DATABASE_URL", "sqlite:"), ("KOHTAANTO_BASE_URL", "https://k.example/path"), ("KOHTAANTO_BASE_URL", "ftp://k.example")]
    {
        assert!(settings(&[(name, value)]).expect_err("a wrong setting").starts_with(name), "{value}");
    }
}

#[test]
fn a_secret_may_stand_in_a_file() {
    let dir = TempDir::new();
    let file = dir.path().join("url");
    std::fs::write(&file, "sqlite:elsewhere.db\n").expect("a file");
    let path = file.display().to_string();
    let config = settings(&[("DATABASE_URL_FILE", &path), ("DATABASE_URL", "foo:bar")]).expect("the file counts");
    assert_eq!(config.database, DatabaseUrl::Sqlite("elsewhere.db".to_owned()));
    std::fs::write(&file, "smtp://u:hush@mail.example/box").expect("a file");
    let told = settings(&[("SMTP_URL_FILE", &path)]).expect_err("a wrong setting");
    assert!(told.starts_with("SMTP_URL") && !told.contains("hush"), "{told}");
    let told = settings(&[("SMTP_URL_FILE", "/nowhere/at/all")]).expect_err("no file");
    assert!(told.starts_with("SMTP_URL_FILE: /nowhere/at/all can't be read"), "{told}");
}
