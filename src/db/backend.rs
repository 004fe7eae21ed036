//! The only file, but for copying in `backup`, that knows which database it is: connections, their settings, the write
//! transaction, locks and search.

use super::PATIENCE;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::collections::BTreeSet;
use std::time::Duration;

/// A connection to either database. `Backend` is the diesel backend of queries that run on both.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    #[cfg(feature = "postgres")]
    Postgres(PgConnection),
}

pub type Backend = <Conn as Connection>::Backend;

/// Where the data lives, from `DATABASE_URL`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file path.
    Sqlite(String),
    /// The whole URL; it may hold a password, so it is never logged.
    #[cfg(feature = "postgres")]
    Postgres(String),
}

impl std::str::FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return match path {
                "" => Err("DATABASE_URL names no file after sqlite:".to_owned()),
                path => Ok(Self::Sqlite(path.to_owned())),
            };
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            #[cfg(feature = "postgres")]
            return Ok(Self::Postgres(url.to_owned()));
            #[cfg(not(feature = "postgres"))]
            return Err("DATABASE_URL names PostgreSQL, but this program was built without the feature postgres".to_owned());
        }
        Err("DATABASE_URL must begin with sqlite: or postgres://".to_owned())
    }
}

/// Opens connections of the configured database for the pool.
pub struct Manager(pub DatabaseUrl);

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Conn, Self::Error> {
        connect(&self.0).map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), Self::Error> {
        conn.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

pub fn connect(url: &DatabaseUrl) -> ConnectionResult<Conn> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(path)?;
            conn.batch_execute(&format!(
                "{}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384;",
                wait_at_most(PATIENCE)
            ))
            .map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Conn::Sqlite(conn))
        }
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(url) => {
            let mut conn = PgConnection::establish(url)?;
            conn.batch_execute("SET TIME ZONE 'UTC'; SET client_min_messages = 'warning'")
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Conn::Postgres(conn))
        }
    }
}

/// How long SQLite's lock is waited for.
fn wait_at_most(time: Duration) -> String {
    format!("PRAGMA busy_timeout = {}", time.as_millis())
}

/// How many connections may write: SQLite has one writer, and waiting in our pool is quicker than in its lock.
pub fn write_pool_size(url: &DatabaseUrl) -> u32 {
    match url {
        DatabaseUrl::Sqlite(_) => 1,
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(_) => 4,
    }
}

/// A server's connection can die in the pool; a file's can't.
pub fn test_on_check_out(url: &DatabaseUrl) -> bool {
    !matches!(url, DatabaseUrl::Sqlite(_))
}

/// Begins a write transaction; SQLite takes the write lock at once, since a read that turns into a write can't wait for it.
pub fn begin_write(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(inner) => AnsiTransactionManager::begin_transaction_sql(inner, "BEGIN IMMEDIATE"),
        #[cfg(feature = "postgres")]
        Conn::Postgres(inner) => AnsiTransactionManager::begin_transaction(inner),
    }
}

pub fn commit(conn: &mut Conn) -> QueryResult<()> {
    <Conn as Connection>::TransactionManager::commit_transaction(conn)
}

pub fn roll_back(conn: &mut Conn) -> QueryResult<()> {
    <Conn as Connection>::TransactionManager::rollback_transaction(conn)
}

/// How a query finds the company names that hold words somewhere inside.
pub struct InsideNames {
    /// What stands after FROM; `company_names` is `n`.
    pub from: &'static str,
    /// Of each group one condition must hold: its text up to its value, and the value.
    pub conditions: Vec<Vec<(&'static str, String)>>,
}

/// Looks for one folded word of each group, all of at least three letters: in SQLite's trigram table, by PostgreSQL's trigram
/// index. Folded words hold neither quotes nor wildcards.
pub fn inside_names(conn: &Conn, groups: &[Vec<&str>]) -> InsideNames {
    match conn {
        Conn::Sqlite(_) => {
            let one_of =
                |group: &Vec<&str>| format!("({})", group.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR "));
            let phrases: Vec<String> = groups.iter().map(one_of).collect();
            InsideNames {
                from: "company_name_search CROSS JOIN company_names n",
                conditions: vec![vec![("n.id = company_name_search.rowid AND company_name_search MATCH", phrases.join(" AND "))]],
            }
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => {
            let like = |word: &&str| ("n.name_fold LIKE", format!("%{word}%"));
            InsideNames { from: "company_names n", conditions: groups.iter().map(|group| group.iter().map(like).collect()).collect() }
        }
    }
}

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
#[cfg(feature = "postgres")]
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Brings the schema up to date; a second process that starts at the same time waits for the first.
pub fn migrate(conn: &mut Conn) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
    match conn {
        Conn::Sqlite(inner) => {
            inner.batch_execute(&format!("{}; BEGIN IMMEDIATE; COMMIT", wait_at_most(PATIENCE * 3)))?;
            let done = inner.run_pending_migrations(SQLITE_MIGRATIONS).map(|versions| versions.len());
            inner.batch_execute(&wait_at_most(PATIENCE))?;
            done
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(inner) => {
            const LOCK: &str = "7235601";
            inner.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let done = inner.run_pending_migrations(POSTGRES_MIGRATIONS).map(|versions| versions.len());
            inner.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            done
        }
    }
}

/// The versions of every migration that this program knows.
pub fn migration_versions() -> Result<BTreeSet<String>, Box<dyn std::error::Error + Send + Sync>> {
    let migrations = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE_MIGRATIONS)?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Fills a temporary table from a JSON list of objects whose keys are the columns' names: one statement however many
/// rows, which is several times as fast as a statement per row.
pub fn insert_json(conn: &mut Conn, table: &str, columns: &[&str], json: &str) -> QueryResult<usize> {
    let names = columns.join(", ");
    let source = match conn {
        Conn::Sqlite(_) => {
            let values: Vec<String> = columns.iter().map(|column| format!("value ->> '{column}'")).collect();
            format!("SELECT {} FROM jsonb_each(jsonb($1))", values.join(", "))
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => format!("SELECT {names} FROM json_populate_recordset(NULL::{table}, $1::json)"),
    };
    diesel::sql_query(format!("INSERT INTO {table} ({names}) {source}")).bind::<diesel::sql_types::Text, _>(json).execute(conn)
}

/// A row as JSON text, as its database writes it.
#[derive(QueryableByName)]
struct JsonRow {
    #[diesel(sql_type = diesel::sql_types::Text)]
    row: String,
}

/// The rows whose `column` is `value`, in the order of their ids, each as a JSON object of all its columns: for keeping
/// rows of whichever table, and for putting them back by [`insert_json`] and [`update_json`].
pub fn rows_as_json(conn: &mut Conn, table: &str, column: &str, value: i64) -> QueryResult<Vec<String>> {
    let object = match conn {
        Conn::Sqlite(inner) => {
            let list = "SELECT group_concat('''' || name || ''', t.' || name) AS row FROM pragma_table_info($1)";
            let columns: JsonRow = diesel::sql_query(list).bind::<diesel::sql_types::Text, _>(table).get_result(inner)?;
            format!("json_object({})", columns.row)
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => "row_to_json(t)::text".to_owned(),
    };
    let query = diesel::sql_query(format!("SELECT {object} AS row FROM {table} t WHERE t.{column} = $1 ORDER BY t.id"));
    let rows: Vec<JsonRow> = query.bind::<diesel::sql_types::BigInt, _>(value).load(conn)?;
    Ok(rows.into_iter().map(|row| row.row).collect())
}

/// Writes these columns of the rows that a JSON list names by their ids.
pub fn update_json(conn: &mut Conn, table: &str, columns: &[&str], json: &str) -> QueryResult<usize> {
    let (source, value): (String, fn(&str) -> String) = match conn {
        Conn::Sqlite(_) => ("jsonb_each(jsonb($1)) s".to_owned(), |column| format!("s.value ->> '{column}'")),
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => (format!("json_populate_recordset(NULL::{table}, $1::json) s"), |column| format!("s.{column}")),
    };
    let values: Vec<String> = columns.iter().map(|column| format!("{column} = {}", value(column))).collect();
    let sql = format!("UPDATE {table} SET {} FROM {source} WHERE {table}.id = {}", values.join(", "), value("id"));
    diesel::sql_query(sql).bind::<diesel::sql_types::Text, _>(json).execute(conn)
}

/// Within a write transaction, lets nobody write these rows, nor a new row that refers to them, until it ends. SQLite has one
/// writer anyway.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "SQLite has one writer"))]
pub fn hold_rows(conn: &mut Conn, table: &str, ids: [i64; 2]) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(inner) => {
            let [one, other] = ids;
            inner.batch_execute(&format!("SELECT id FROM {table} WHERE id IN ({one}, {other}) ORDER BY id FOR UPDATE"))
        }
    }
}

/// Within a write transaction, keeps other writers away from a table until it ends; SQLite has one writer anyway.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "SQLite has one writer"))]
pub fn hold_off_writers(conn: &mut Conn, table: &str) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(inner) => inner.batch_execute(&format!("LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")),
    }
}

/// Puts a bulk of writes into order: the planner learns what the tables hold now, and SQLite's log goes back into the file.
pub fn settle_bulk(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(inner) => inner.batch_execute("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)"),
        #[cfg(feature = "postgres")]
        Conn::Postgres(inner) => inner.batch_execute("ANALYZE"),
    }
}
