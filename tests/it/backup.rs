//! `backup` and `restore`, as the program itself does them.

use crate::support::{TempDir, TestDatabase, program};
use diesel::prelude::*;
use kohtaanto::db::{Conn, DatabaseUrl, Db, in_transaction};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::{AtomicBool, Ordering};

/// A database on its own, and room for copies of it.
struct Place {
    database: TestDatabase,
    dir: TempDir,
}

impl Place {
    fn new() -> Self {
        let dir = TempDir::new();
        let place = Self { database: TestDatabase::create(&dir), dir };
        drop(place.open());
        place
    }

    fn open(&self) -> Db {
        Db::open(&self.database.url).expect("the database opens")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn add_topics(&self, names: &[&str]) {
        add_topics(&self.open(), names);
    }

    fn execute(&self, statement: &str) {
        diesel::sql_query(statement).execute(&mut *self.open().writer().expect("a connection")).expect("the statement runs");
    }

    fn topics(&self) -> Vec<String> {
        use kohtaanto::schema::topics::dsl::*;
        topics.select(name).order(id).load(&mut *self.open().writer().expect("a connection")).expect("the topics")
    }

    fn run(&self, command: &str, file: &Path) -> Output {
        let path = std::env::var_os("PATH").expect("a PATH");
        program(&self.database.url).env("PATH", path).arg(command).arg(file).output().expect("the program runs")
    }

    #[track_caller]
    fn done(&self, command: &str, file: &Path) -> String {
        let output = self.run(command, file);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("a text")
    }

    #[track_caller]
    fn refused(&self, command: &str, file: &Path, words: &str) {
        let output = self.run(command, file);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && told.contains(words) && !told.contains("panicked"), "{told}");
    }
}

/// All of them in one transaction.
fn add_topics(db: &Db, names: &[&str]) {
    let insert = |conn: &mut Conn, name: &str| {
        diesel::sql_query("INSERT INTO topics (name, position) VALUES ($1, 0)").bind::<diesel::sql_types::Text, _>(name).execute(conn)
    };
    let mut conn = db.writer().expect("a connection");
    in_transaction(&mut conn, |conn| names.iter().try_for_each(|name| insert(conn, name).map(|_| ()))).expect("the topics");
}

#[test]
fn a_copy_brings_back_what_was_there() {
    let place = Place::new();
    place.add_topics(&["Palkkatuki", "Rekrytointi"]);
    let copy = place.file("copy");
    assert!(place.done("backup", &copy).contains("personal data"));
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&copy.metadata().expect("a file").permissions()) & 0o777, 0o600);
    place.add_topics(&["Myöhempi"]);
    let told = place.done("restore", &copy);
    assert_eq!(place.topics(), ["Palkkatuki", "Rekrytointi"]);
    let former = told.trim().trim_end_matches('.').rsplit(' ').next().expect("the former data's place").to_owned();
    place.done("restore", Path::new(&former));
    assert_eq!(place.topics(), ["Palkkatuki", "Rekrytointi", "Myöhempi"]);
}

#[test]
fn a_copy_is_never_written_over() {
    let place = Place::new();
    let copy = place.file("copy");
    std::fs::write(&copy, "mine").expect("a file");
    place.refused("backup", &copy, "exists already");
    assert_eq!(std::fs::read(&copy).expect("the file"), b"mine");
    place.refused("backup", &place.file("no/such/directory/copy"), "No such file");
}

#[test]
fn a_copy_is_consistent_while_people_work() {
    let place = Place::new();
    place.add_topics(&["pari", "pari"]);
    let db = place.open();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                add_topics(&db, &["pari", "pari"]);
            }
        });
        (1..=3).for_each(|number| drop(place.done("backup", &place.file(&format!("copy{number}")))));
        stop.store(true, Ordering::Relaxed);
    });
    drop(db);
    let mut before = 0;
    for number in 1..=3 {
        place.done("restore", &place.file(&format!("copy{number}")));
        let count = place.topics().len();
        assert!(count.is_multiple_of(2) && count > before, "{count} after {before}");
        before = count;
    }
}

#[test]
fn what_is_no_whole_copy_replaces_nothing() {
    let place = Place::new();
    place.add_topics(&["Tallessa"]);
    let (copy, bad) = (place.file("copy"), place.file("bad"));
    place.done("backup", &copy);
    let whole = std::fs::read(&copy).expect("the copy");
    place.refused("restore", &place.file("missing"), "there is no file");
    for (content, what) in [(b"not a database".as_slice(), "text"), (b"", "empty"), (&whole[..whole.len() / 2], "half")] {
        std::fs::write(&bad, content).expect("a file");
        let output = place.run("restore", &bad);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && !told.contains("panicked"), "{what}: {told}");
    }
    assert_eq!(place.topics(), ["Tallessa"]);
}

#[test]
fn a_copy_of_a_newer_version_is_refused() {
    let place = Place::new();
    let copy = place.file("copy");
    place.execute("INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('29991231000001', '2999-12-31 00:00:00')");
    place.done("backup", &copy);
    place.execute("DELETE FROM __diesel_schema_migrations WHERE version = '29991231000001'");
    place.refused("restore", &copy, "newer version of the program (schema 29991231000001)");
}

#[test]
fn a_database_in_use_is_not_replaced() {
    let place = Place::new();
    let copy = place.file("copy");
    place.done("backup", &copy);
    let service = place.open();
    place.refused("restore", &copy, "in use");
    drop(service);
    place.done("restore", &copy);
}

#[test]
fn a_damaged_database_can_be_replaced() {
    let place = Place::new();
    place.add_topics(&["Tallessa"]);
    let copy = place.file("copy");
    place.done("backup", &copy);
    // What damages a server's database is the server's own matter.
    if let DatabaseUrl::Sqlite(path) = &place.database.url {
        std::fs::write(path, "no database any more").expect("the file");
    }
    place.done("restore", &copy);
    assert_eq!(place.topics(), ["Tallessa"]);
}

#[test]
fn a_later_database_takes_an_older_copy() {
    let place = Place::new();
    let copy = place.file("copy");
    place.done("backup", &copy);
    place.execute("CREATE TABLE later (id BIGINT PRIMARY KEY, topic_id BIGINT REFERENCES topics (id))");
    place.done("restore", &copy);
    place.add_topics(&["Uusi"]);
    assert_eq!(place.topics(), ["Uusi"]);
}
