//! The vocabulary of the register, in memory and up to date.
//!
//! Names come and go as rows of `company_names`, whose ids only grow, so a look at the rows after the last one read tells
//! what is new, whichever server or import wrote it. The first search reads what a request can afford; where that is not
//! all, a thread of its own reads on, slice by slice, and searches correct by the words read so far. Words whose names are
//! gone stay until the service starts again: they lead to no company. A name that an undo brings back under its old id is
//! known from before, unless the service has started again in between.

use super::vocabulary::Vocabulary;
use crate::db::{Conn, Db};
use crate::error::Error;
use crate::schema::company_names;
use diesel::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// Names that are read at a time.
const SLICE: i64 = 5_000;
/// Slices that one request reads.
const IN_A_REQUEST: usize = 4;
/// So many rows are read again: with several writers a smaller id may become visible after a larger one.
const AGAIN: i64 = 32;

/// Cheap to clone.
#[derive(Clone)]
pub struct Spellings {
    db: Db,
    read: Arc<RwLock<Read>>,
    is_reading: Arc<AtomicBool>,
}

/// Is over when it is dropped, also by a panic.
struct Reading(Arc<AtomicBool>);

impl Drop for Reading {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

#[derive(Default)]
struct Read {
    vocabulary: Vocabulary,
    last_id: i64,
}

impl Spellings {
    /// Nothing is read yet.
    pub fn new(db: Db) -> Self {
        Self { db, read: Arc::default(), is_reading: Arc::default() }
    }

    /// What the vocabulary says, after a look at what is new.
    pub fn ask<T>(&self, conn: &mut Conn, question: impl FnOnce(&Vocabulary) -> T) -> QueryResult<T> {
        if !self.is_reading.load(Ordering::Acquire) {
            self.look(conn)?;
        }
        Ok(question(&self.read.read().unwrap_or_else(PoisonError::into_inner).vocabulary))
    }

    fn look(&self, conn: &mut Conn) -> QueryResult<()> {
        for _ in 0..IN_A_REQUEST {
            if !self.read_slice(conn)? {
                return Ok(());
            }
        }
        if !self.is_reading.swap(true, Ordering::AcqRel) {
            let (spellings, reading) = (self.clone(), Reading(self.is_reading.clone()));
            std::thread::spawn(move || {
                if let Err(error) = spellings.read_on() {
                    tracing::warn!(%error, "the words of the register could not be read; the next search tries again");
                }
                drop(reading);
            });
        }
        Ok(())
    }

    /// Reads all there is, on a connection of its own.
    fn read_on(&self) -> Result<(), Error> {
        let mut conn = self.db.connection()?;
        while self.read_slice(&mut conn)? {}
        Ok(())
    }

    /// Whether there may be more.
    fn read_slice(&self, conn: &mut Conn) -> QueryResult<bool> {
        let last_id = self.read.read().unwrap_or_else(PoisonError::into_inner).last_id;
        let names: Vec<(i64, String)> = company_names::table
            .filter(company_names::id.gt(last_id - AGAIN))
            .order(company_names::id)
            .limit(SLICE)
            .select((company_names::id, company_names::name_fold))
            .load(conn)?;
        let newest = names.last().map_or(last_id, |(id, _)| *id);
        if newest > last_id || self.lacks_one_of(&names) {
            let mut read = self.read.write().unwrap_or_else(PoisonError::into_inner);
            names.iter().for_each(|(id, name)| read.vocabulary.add(*id, name));
            read.last_id = read.last_id.max(newest);
        }
        Ok(names.len() as i64 == SLICE)
    }

    fn lacks_one_of(&self, names: &[(i64, String)]) -> bool {
        let read = self.read.read().unwrap_or_else(PoisonError::into_inner);
        names.iter().any(|(id, name)| read.vocabulary.lacks(*id, name))
    }
}
