//! The lines of an outbox.

use serde::{Deserialize, Serialize};

/// The longest name of an entry, a version, a step or a person.
const LONGEST: usize = 200;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Header {
    /// The form of the file.
    pub(super) yingda_outbox: u32,
    /// The computer, 16 hexadecimal digits.
    pub(super) machine: String,
    /// When it was written, in seconds on the Beijing clock since 1970.
    pub(super) written: i64,
    /// How many lines follow.
    pub(super) records: u32,
}

/// A line; `n` is its number on that computer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum Line {
    /// A search.
    Search {
        n: i64,
        at: i64,
        words: String,
        found: u8,
        rung: Option<String>,
        took_ms: u32,
        retyped: bool,
        opened: Option<String>,
        line: Option<u32>,
    },
    /// A use of an entry.
    Use {
        n: i64,
        at: i64,
        entry: String,
        version: String,
        how: u8,
    },
    /// A reported problem.
    Report {
        n: i64,
        at: i64,
        entry: String,
        kind: u8,
        line: String,
    },
    /// A must-read entry was read.
    Receipt {
        n: i64,
        at: i64,
        entry: String,
        version: String,
        person: String,
    },
}

impl Line {
    /// Whether every value can be one that this program wrote.
    pub(super) fn is_sound(&self) -> bool {
        let short = |text: &str| text.chars().count() <= LONGEST;
        match self {
            Self::Search {
                words,
                found,
                rung,
                opened,
                ..
            } => {
                *found <= 2
                    && short(words)
                    && rung.as_deref().is_none_or(short)
                    && opened.as_deref().is_none_or(short)
            }
            Self::Use {
                entry,
                version,
                how,
                ..
            } => *how <= 1 && short(entry) && short(version),
            Self::Report { entry, kind, .. } => *kind <= 3 && short(entry),
            Self::Receipt {
                entry,
                version,
                person,
                ..
            } => short(entry) && short(version) && short(person),
        }
    }
}
