//! Figures over the record: totals, gaps, days, entries.

use crate::fault::DeskFault;
use crate::record::{ReportKind, seconds};
use crate::store::Store;
use rusqlite::{Row, ToSql};
use yingda_content::BeijingTime;

/// Slower than this, in milliseconds, is noticed.
pub const SLOW_MS: u32 = 50;
const DAY: i64 = 24 * 60 * 60;
/// The longest list of gaps.
const MOST_GAPS: u32 = 500;

/// Some whole days, today the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: i64,
    until: i64,
}

impl Period {
    /// So many days that end with today.
    #[must_use]
    pub fn ending(now: BeijingTime, days: u16) -> Self {
        let until = seconds(BeijingTime::start_of(now.date())) + DAY;
        Self {
            from: until - DAY * i64::from(days),
            until,
        }
    }

    /// Its first moment, in seconds on the Beijing clock since 1970.
    #[must_use]
    pub const fn start(self) -> i64 {
        self.from
    }

    /// As many days before it.
    #[must_use]
    pub const fn before(self) -> Self {
        Self {
            from: self.from - (self.until - self.from),
            until: self.from,
        }
    }
}

/// What happened in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Searches.
    pub searches: u32,
    /// Those that found nothing.
    pub failed: u32,
    /// Those that found something after words were replaced or left out.
    pub relaxed: u32,
    /// Those that were typed anew within half a minute, nothing opened.
    pub retyped: u32,
    /// Those that took longer than [`SLOW_MS`].
    pub slow: u32,
    /// Those from which something was opened or copied.
    pub opened: u32,
    /// Those where it was the first line.
    pub first_line: u32,
    /// What 95 of 100 searches took at most, in milliseconds.
    pub p95_ms: u32,
    /// Computers they were made on.
    pub machines: u32,
}

/// One masked text that failed, was relaxed, typed anew or slow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The masked words.
    pub words: String,
    /// How often it found nothing.
    pub failed: u32,
    /// How often only after relaxing.
    pub relaxed: u32,
    /// How often it was typed anew.
    pub retyped: u32,
    /// How often it was slow.
    pub slow: u32,
    /// The first time in the period, in seconds on the Beijing clock since 1970.
    pub first: i64,
    /// The last time.
    pub last: i64,
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Its number: days since 1970-01-01.
    pub day: i64,
    /// Searches.
    pub searches: u32,
    /// Those that found nothing.
    pub failed: u32,
    /// Those that were relaxed.
    pub relaxed: u32,
}

/// How much an entry was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryUse {
    /// The entry.
    pub entry: String,
    /// Copies.
    pub copied: u32,
    /// Openings.
    pub opened: u32,
}

/// A reported problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Who.
    pub person: String,
    /// When, in seconds on the Beijing clock since 1970.
    pub at: i64,
    /// The entry.
    pub entry: String,
    /// What is wrong.
    pub kind: ReportKind,
    /// One line about it.
    pub line: String,
}

/// Who read a version of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadBy {
    /// The entry.
    pub entry: String,
    /// The digest of the text that was read.
    pub version: String,
    /// Who.
    pub person: String,
}

impl Store {
    /// What happened in a period.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn totals(&self, of: Period) -> Result<Totals, DeskFault> {
        let sql = "SELECT count(*), coalesce(sum(found = 2), 0), coalesce(sum(found = 1), 0), coalesce(sum(retyped), 0),
                     coalesce(sum(took_ms > ?3), 0), count(opened), coalesce(sum(line = 1), 0), count(DISTINCT source)
                   FROM searches WHERE at >= ?1 AND at < ?2";
        let mut totals = self
            .connection
            .query_row(sql, (of.from, of.until, SLOW_MS), |row| {
                Ok(Totals {
                    searches: row.get(0)?,
                    failed: row.get(1)?,
                    relaxed: row.get(2)?,
                    retyped: row.get(3)?,
                    slow: row.get(4)?,
                    opened: row.get(5)?,
                    first_line: row.get(6)?,
                    p95_ms: 0,
                    machines: row.get(7)?,
                })
            })?;
        if let Some(longer) = totals.searches.checked_sub(1) {
            let sql = "SELECT took_ms FROM searches WHERE at >= ?1 AND at < ?2 ORDER BY took_ms DESC LIMIT 1 OFFSET ?3";
            let longer = longer / 20;
            totals.p95_ms = self
                .connection
                .query_row(sql, (of.from, of.until, longer), |row| row.get(0))?;
        }
        Ok(totals)
    }

    /// Texts that failed, were relaxed, typed anew or slow, and were not settled since: most first, at most 500. Those
    /// in which the mask left no word are not among them.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn gaps(&self, of: Period) -> Result<Vec<Gap>, DeskFault> {
        let sql = "SELECT words, sum(found = 2) AS failed, sum(found = 1), sum(retyped), sum(took_ms > ?3), min(at), max(at)
                   FROM searches
                   WHERE at >= ?1 AND at < ?2 AND words NOT IN ('', '※')
                     AND NOT EXISTS (SELECT 1 FROM settled WHERE settled.words = searches.words)
                   GROUP BY words HAVING max(found) > 0 OR max(retyped) > 0 OR max(took_ms) > ?3
                   ORDER BY sum(found > 0) + sum(retyped) DESC, failed DESC, max(at) DESC, words LIMIT ?4";
        self.rows(sql, &[&of.from, &of.until, &SLOW_MS, &MOST_GAPS], |row| {
            Ok(Gap {
                words: row.get(0)?,
                failed: row.get(1)?,
                relaxed: row.get(2)?,
                retyped: row.get(3)?,
                slow: row.get(4)?,
                first: row.get(5)?,
                last: row.get(6)?,
            })
        })
    }

    /// The days of a period on which something was searched for.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn days(&self, of: Period) -> Result<Vec<Day>, DeskFault> {
        let sql = "SELECT at / 86400 AS day, count(*), sum(found = 2), sum(found = 1)
                   FROM searches WHERE at >= ?1 AND at < ?2 GROUP BY day ORDER BY day";
        self.rows(sql, &[&of.from, &of.until], |row| {
            Ok(Day {
                day: row.get(0)?,
                searches: row.get(1)?,
                failed: row.get(2)?,
                relaxed: row.get(3)?,
            })
        })
    }

    /// What was used in a period, the most copied first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn entry_uses(&self, of: Period) -> Result<Vec<EntryUse>, DeskFault> {
        let sql = "SELECT entry, sum(how = 1) AS copied, sum(how = 0) AS opened FROM uses
                   WHERE at >= ?1 AND at < ?2 GROUP BY entry ORDER BY copied DESC, opened DESC, entry";
        self.rows(sql, &[&of.from, &of.until], |row| {
            Ok(EntryUse {
                entry: row.get(0)?,
                copied: row.get(1)?,
                opened: row.get(2)?,
            })
        })
    }

    /// What was reported in a period, the last one first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn reports(&self, of: Period) -> Result<Vec<Reported>, DeskFault> {
        let sql = "SELECT person, at, entry, kind, line FROM reports WHERE at >= ?1 AND at < ?2 ORDER BY at DESC, id DESC";
        self.rows(sql, &[&of.from, &of.until], |row| {
            Ok(Reported {
                person: row.get(0)?,
                at: row.get(1)?,
                entry: row.get(2)?,
                kind: ReportKind::of(row.get(3)?),
                line: row.get(4)?,
            })
        })
    }

    /// Who read which version of the must-read entries, ever.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn receipts(&self) -> Result<Vec<ReadBy>, DeskFault> {
        let sql = "SELECT DISTINCT entry, version, person FROM receipts ORDER BY entry, person";
        self.rows(sql, &[], |row| {
            Ok(ReadBy {
                entry: row.get(0)?,
                version: row.get(1)?,
                person: row.get(2)?,
            })
        })
    }

    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        parameters: &[&dyn ToSql],
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, DeskFault> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement
            .query_map(parameters, read)?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

#[cfg(test)]
mod tests;
