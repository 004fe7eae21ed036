//! A fresh database per test: a SQLite file, or a copy of a template on the server that `TEST_DATABASE_URL` names.

use kohtaanto::db::{DatabaseUrl, Db};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

static COUNTER: AtomicU32 = AtomicU32::new(0);

fn unique() -> String {
    format!("{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed))
}

/// Removed when the test ends.
pub struct TempDir(PathBuf);

impl TempDir {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("kohtaanto_test_{}", unique()));
        std::fs::create_dir_all(&path).expect("a directory");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // What can't be removed lies in the system's own temporary directory.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub struct TestDatabase {
    pub url: DatabaseUrl,
    server: Option<(String, String)>,
}

impl TestDatabase {
    pub fn create(dir: &TempDir) -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) => Self::on_server(&server),
            Err(_) => Self { url: DatabaseUrl::Sqlite(dir.path().join("test.db").display().to_string()), server: None },
        }
    }

    /// Without any table.
    pub fn empty(dir: &TempDir) -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) => {
                let name = format!("test_{}", unique());
                execute(&server, &format!("CREATE DATABASE {name}"));
                Self { url: url(&server, &name), server: Some((server, name)) }
            }
            Err(_) => Self::create(dir),
        }
    }

    fn on_server(server: &str) -> Self {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        let template = TEMPLATE.get_or_init(|| {
            let name = format!("template_{}", unique());
            execute(server, &format!("CREATE DATABASE {name}"));
            drop(Db::open(&url(server, &name)).expect("the template migrates"));
            name
        });
        let name = format!("test_{}", unique());
        execute(server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        Self { url: url(server, &name), server: Some((server.to_owned(), name)) }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server {
            execute(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn url(server: &str, name: &str) -> DatabaseUrl {
    let (base, _) = server.rsplit_once('/').expect("TEST_DATABASE_URL ends with a database's name");
    format!("{base}/{name}").parse().expect("a database address")
}

/// As `DATABASE_URL` says it.
pub fn database_url(url: &DatabaseUrl) -> String {
    match url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(url) => url.clone(),
    }
}

/// The program itself with this database and nothing else in its environment.
pub fn program(database: &DatabaseUrl) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kohtaanto"));
    command.env_clear().env("DATABASE_URL", database_url(database));
    command
}

#[cfg(feature = "postgres")]
fn execute(server: &str, statement: &str) {
    use diesel::connection::SimpleConnection;
    use diesel::{Connection, PgConnection};
    let mut conn = PgConnection::establish(server).expect("TEST_DATABASE_URL leads to a server");
    conn.batch_execute(statement).expect("the server obeys");
}

#[cfg(not(feature = "postgres"))]
fn execute(_: &str, _: &str) {
    panic!("TEST_DATABASE_URL needs the feature postgres");
}
