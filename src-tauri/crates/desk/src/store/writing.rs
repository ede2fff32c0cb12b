//! Writing what happened, many at once.

use super::Store;
use crate::fault::DeskFault;
use crate::migrations::forget_copies;
use crate::record::{Event, Opened, Receipt, Report, Search, Use, seconds};
use rusqlite::{Connection, params};
use std::path::Path;

impl Store {
    /// Writes events in their order: all of them or none.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&mut self, events: &[Event]) -> Result<(), DeskFault> {
        let mut last = self.last;
        let all = self.connection.transaction()?;
        for event in events {
            match event {
                Event::Search(it) => last = Some(search(&all, it)?),
                Event::OpenedFromLast(it) => opened(&all, last, it)?,
                Event::LastRetyped => retyped(&all, last)?,
                Event::Use(it) => used(&all, it)?,
                Event::Report(it) => reported(&all, it)?,
                Event::Receipt(it) => read(&all, it)?,
            }
        }
        all.commit()?;
        self.last = last;
        Ok(())
    }

    /// Forgets what was recorded here: searches, uses and calls. People, reports, receipts of reading, and what people
    /// wrote or marked themselves (favourites, notes on entries) stay.
    ///
    /// # Errors
    /// What the system says.
    pub fn forget(&mut self) -> Result<(), DeskFault> {
        self.connection.execute_batch(
            "BEGIN; DELETE FROM searches WHERE source = ''; DELETE FROM uses WHERE source = '';
             DELETE FROM calls; DELETE FROM call_entries; DELETE FROM call_ticks; COMMIT;",
        )?;
        self.forget_traces()?;
        self.last = None;
        Ok(())
    }

    /// What was deleted lies neither in the file any more, nor beside it in copies of older forms.
    pub(crate) fn forget_traces(&self) -> Result<(), DeskFault> {
        self.connection
            .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        if let Some(file) = self.connection.path().filter(|file| !file.is_empty()) {
            forget_copies(Path::new(file));
        }
        Ok(())
    }

    /// Writes a reported problem at once; answers with its number, by which it can be taken back.
    ///
    /// # Errors
    /// What the system says.
    pub fn report(&mut self, report: &Report) -> Result<i64, DeskFault> {
        reported(&self.connection, report)?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Takes a report of this computer back.
    ///
    /// # Errors
    /// What the system says.
    pub fn take_back_report(&mut self, number: i64) -> Result<(), DeskFault> {
        let sql = "DELETE FROM reports WHERE id = ?1 AND source = ''";
        self.connection.execute(sql, [number])?;
        Ok(())
    }

    /// Notes that a gap needs nothing more: 0 set aside, 1 made an alias of `entry`, 2 made a draft `entry`.
    ///
    /// # Errors
    /// What the system says.
    pub fn settle(
        &mut self,
        words: &str,
        how: Settled,
        entry: Option<&str>,
        at: yingda_content::BeijingTime,
    ) -> Result<(), DeskFault> {
        let sql = "INSERT OR REPLACE INTO settled (words, how, entry, at) VALUES (?1, ?2, ?3, ?4)";
        self.connection
            .execute(sql, params![words, how.number(), entry, seconds(at)])?;
        Ok(())
    }

    /// Takes that back.
    ///
    /// # Errors
    /// What the system says.
    pub fn unsettle(&mut self, words: &str) -> Result<(), DeskFault> {
        self.connection
            .execute("DELETE FROM settled WHERE words = ?1", [words])?;
        Ok(())
    }
}

/// What became of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// Nothing: it needs no answer.
    Aside,
    /// An alias of an entry.
    Alias,
    /// A new entry, as a draft.
    Draft,
}

impl Settled {
    const fn number(self) -> u8 {
        match self {
            Self::Aside => 0,
            Self::Alias => 1,
            Self::Draft => 2,
        }
    }
}

fn search(store: &Connection, it: &Search) -> Result<i64, DeskFault> {
    let sql = "INSERT INTO searches (person, at, words, found, rung, took_ms, opened, line)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    store.prepare_cached(sql)?.execute(params![
        it.person,
        seconds(it.at),
        it.words.as_str(),
        it.found.number(),
        it.rung,
        it.took_ms,
        it.opened.as_ref().map(|opened| &opened.entry),
        it.opened.as_ref().map(|opened| opened.line),
    ])?;
    Ok(store.last_insert_rowid())
}

fn opened(store: &Connection, last: Option<i64>, it: &Opened) -> Result<(), DeskFault> {
    let sql = "UPDATE searches SET opened = ?2, line = ?3 WHERE id = ?1 AND opened IS NULL";
    store
        .prepare_cached(sql)?
        .execute(params![last, it.entry, it.line])?;
    Ok(())
}

fn retyped(store: &Connection, last: Option<i64>) -> Result<(), DeskFault> {
    let sql = "UPDATE searches SET retyped = 1 WHERE id = ?1 AND opened IS NULL";
    store.prepare_cached(sql)?.execute([last])?;
    Ok(())
}

fn used(store: &Connection, it: &Use) -> Result<(), DeskFault> {
    let sql = "INSERT INTO uses (person, at, entry, version, how) VALUES (?1, ?2, ?3, ?4, ?5)";
    let how = it.how.number();
    store.prepare_cached(sql)?.execute(params![
        it.person,
        seconds(it.at),
        it.entry,
        it.version,
        how
    ])?;
    Ok(())
}

fn reported(store: &Connection, it: &Report) -> Result<(), DeskFault> {
    let sql = "INSERT INTO reports (person, at, entry, kind, line) VALUES (?1, ?2, ?3, ?4, ?5)";
    let kind = it.kind.number();
    store.prepare_cached(sql)?.execute(params![
        it.person,
        seconds(it.at),
        it.entry,
        kind,
        it.line
    ])?;
    Ok(())
}

/// Writes a receipt; a version is read once.
pub(crate) fn read(store: &Connection, it: &Receipt) -> Result<(), DeskFault> {
    let sql = "INSERT INTO receipts (person, at, entry, version) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS
               (SELECT 1 FROM receipts WHERE source = '' AND person = ?1 AND entry = ?3 AND version = ?4)";
    store
        .prepare_cached(sql)?
        .execute(params![it.person, seconds(it.at), it.entry, it.version])?;
    Ok(())
}
