//! The database seam: `read` and `write` hand a closure to a blocking thread with a connection from the right pool.

mod among;
mod backend;
mod backup;
mod json_list;

pub use among::AmongMethods;
pub use backend::{
    Backend, Conn, DatabaseUrl, hold_off_writers, hold_rows, insert_json, inside_names, rows_as_json, settle_bulk, update_json,
};
pub use backup::{back_up, restore};
pub use json_list::JsonList;

use crate::error::Error;
use diesel::r2d2::{Pool, PooledConnection};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

const READERS: u32 = 4;
/// How long one waits for a connection, or for the lock of whoever writes, before one gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A condition on `Table` that runs on both databases; what every `visible_to` returns.
pub type Condition<Table> = Box<dyn diesel::BoxableExpression<Table, Backend, SqlType = diesel::sql_types::Bool>>;

pub type Writer = PooledConnection<backend::Manager>;
/// As long as it is held, one writer less is at work; on SQLite that is none.
pub type Turn = OwnedSemaphorePermit;

/// Both pools. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    url: DatabaseUrl,
    readers: Lane,
    writers: Lane,
}

#[derive(Clone)]
struct Lane {
    pool: Pool<backend::Manager>,
    /// Bounds the blocking threads that wait for a connection.
    places: Arc<Semaphore>,
}

impl Db {
    /// Opens the pools and brings the schema up to date.
    pub fn open(url: &DatabaseUrl) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let writers = Lane::open(url, backend::write_pool_size(url))?;
        let mut conn = writers.pool.get()?;
        backend::migrate(&mut conn)?;
        drop(conn);
        Ok(Self { url: url.clone(), readers: Lane::open(url, READERS)?, writers })
    }

    /// Runs queries that change nothing.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    {
        self.readers.run(work).await
    }

    /// Runs one write transaction: committed when the closure returns `Ok`, rolled back otherwise.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    {
        self.writers.run(|conn| in_transaction(conn, work)).await
    }

    /// A turn among those who write, in the order of asking; it lasts until it is dropped.
    pub async fn turn(&self) -> Result<Turn, Error> {
        self.writers.places.clone().acquire_owned().await.map_err(Error::internal)
    }

    /// A connection of its own, outside the pools: for work that goes on for minutes. It writes when it has a [`Turn`].
    pub fn connection(&self) -> Result<Conn, Error> {
        backend::connect(&self.url).map_err(Error::internal)
    }

    /// A writing connection outside any transaction, for work that commits in slices by itself.
    pub fn writer(&self) -> Result<Writer, Error> {
        Ok(self.writers.pool.get()?)
    }
}

impl Lane {
    fn open(url: &DatabaseUrl, size: u32) -> Result<Self, diesel::r2d2::PoolError> {
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            .test_on_check_out(backend::test_on_check_out(url))
            .build(backend::Manager(url.clone()))?;
        Ok(Self { pool, places: Arc::new(Semaphore::new(size as usize)) })
    }

    async fn run<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    {
        let place = self.places.clone().acquire_owned().await.map_err(Error::internal)?;
        let pool = self.pool.clone();
        tokio::task::spawn_blocking(move || {
            let _place = place;
            work(&mut *pool.get()?)
        })
        .await
        .map_err(Error::internal)?
    }
}

/// One write transaction on a connection that is already at hand. After a panic the pool drops the connection.
pub fn in_transaction<T, E>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E>
where
    E: From<diesel::result::Error>,
{
    backend::begin_write(conn)?;
    match work(conn) {
        Ok(value) => {
            backend::commit(conn)?;
            Ok(value)
        }
        Err(error) => {
            backend::roll_back(conn)?;
            Err(error)
        }
    }
}
