//! One line of an outbox into the record; a line that is there already changes nothing.

use super::lines::Line;
use crate::fault::DeskFault;
use crate::masking::{KnownWords, Masked};
use rusqlite::{Connection, ToSql, params};

/// A search may get its opening after it was sent: the later outbox knows.
const SEARCH: &str = "INSERT INTO searches
  (source, number, person, at, words, found, rung, took_ms, retyped, opened, line)
  VALUES (?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
  ON CONFLICT (source, number) DO UPDATE
  SET retyped = excluded.retyped, opened = excluded.opened, line = excluded.line
  WHERE opened IS NOT excluded.opened OR retyped <> excluded.retyped";
const USE: &str = "INSERT OR IGNORE INTO uses (source, number, person, at, entry, version, how)
  VALUES (?1, ?2, '', ?3, ?4, ?5, ?6)";
const REPORT: &str = "INSERT OR IGNORE INTO reports (source, number, person, at, entry, kind, line)
  VALUES (?1, ?2, '', ?3, ?4, ?5, ?6)";
const RECEIPT: &str = "INSERT OR IGNORE INTO receipts (source, number, at, entry, version, person)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Whether the line changed anything.
pub(super) fn insert(
    store: &Connection,
    machine: &str,
    line: &Line,
    known: &KnownWords,
) -> Result<bool, DeskFault> {
    let run = |sql: &str, values: &[&dyn ToSql]| -> Result<bool, DeskFault> {
        Ok(store.prepare_cached(sql)?.execute(values)? > 0)
    };
    match line {
        Line::Search { words, .. } => search(store, machine, line, &Masked::of(words, known)),
        Line::Use {
            n,
            at,
            entry,
            version,
            how,
        } => run(USE, params![machine, n, at, entry, version, how]),
        Line::Report {
            n,
            at,
            entry,
            kind,
            line,
        } => {
            let line = Masked::of(line, known);
            run(REPORT, params![machine, n, at, entry, kind, line.as_str()])
        }
        Line::Receipt {
            n,
            at,
            entry,
            version,
            person,
        } => run(RECEIPT, params![machine, n, at, entry, version, person]),
    }
}

fn search(
    store: &Connection,
    machine: &str,
    line: &Line,
    words: &Masked,
) -> Result<bool, DeskFault> {
    let Line::Search {
        n,
        at,
        found,
        rung,
        took_ms,
        retyped,
        opened,
        line,
        words: _,
    } = line
    else {
        return Ok(false);
    };
    let words = words.as_str();
    let values = params![
        machine, n, at, words, found, rung, took_ms, retyped, opened, line
    ];
    Ok(store.prepare_cached(SEARCH)?.execute(values)? > 0)
}
