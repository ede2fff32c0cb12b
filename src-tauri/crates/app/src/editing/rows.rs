//! The list: one row for each entry and each file that can't be read as one.

use super::check::status;
use super::line_edit::number;
use crate::contract::{Due, EntryRow, EntryStatus};
use crate::snapshot::Snapshot;
use crate::standing::day;
use std::collections::{BTreeMap, BTreeSet};
use time::Date;
use yingda_content::entry::{Entry, Status};
use yingda_content::problem::{Problem, Severity};

/// What the rows need to know beside the library itself.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Who changed each file last since the workspace was made.
    pub(super) authors: BTreeMap<String, String>,
    /// When something was typed in a file that is not saved.
    pub(super) unsaved: BTreeMap<String, String>,
    /// The person at the desk.
    pub(super) person: String,
}

/// Unreadable files first, then entries by id.
pub(super) fn of(snapshot: &Snapshot, beside: &Beside, today: Date) -> Vec<EntryRow> {
    let counts = counts(&snapshot.problems);
    let entries = snapshot.library.entries();
    let readable: BTreeSet<&str> = entries.iter().map(|entry| entry.file.as_str()).collect();
    let unreadable = counts
        .keys()
        .filter(|file| is_entry_file(file) && !readable.contains(*file));
    let mut rows: Vec<EntryRow> = unreadable
        .map(|file| unreadable_row(file, counts.get(file).copied().unwrap_or_default(), beside))
        .collect();
    // Typing whose file somebody else deleted.
    let gone = beside
        .unsaved
        .keys()
        .filter(|file| !readable.contains(file.as_str()) && !counts.contains_key(file.as_str()));
    rows.extend(gone.map(|file| unreadable_row(file, (0, 0), beside)));
    rows.extend(entries.iter().map(|entry| {
        let counted = counts.get(entry.file.as_str()).copied().unwrap_or_default();
        row(entry, counted, beside, today)
    }));
    rows
}

/// The row of one entry; `counted` are its errors and its other problems.
pub(super) fn row(entry: &Entry, counted: (u32, u32), beside: &Beside, today: Date) -> EntryRow {
    EntryRow {
        id: Some(entry.id.to_string()),
        kind: Some(entry.kind),
        title: entry.title.clone(),
        aliases: entry.aliases.clone(),
        status: status(Some(entry)),
        owner: entry.owner.clone(),
        due: due(entry, today),
        ..bare(&entry.file, counted, beside)
    }
}

/// The row of a file that is no entry.
pub(super) fn unreadable_row(file: &str, counted: (u32, u32), beside: &Beside) -> EntryRow {
    EntryRow {
        title: file.rsplit('/').next().unwrap_or(file).to_owned(),
        ..bare(file, counted, beside)
    }
}

fn bare(file: &str, (errors, warnings): (u32, u32), beside: &Beside) -> EntryRow {
    let author = beside.authors.get(file).cloned();
    let unsaved = beside.unsaved.get(file).cloned();
    EntryRow {
        file: file.to_owned(),
        id: None,
        kind: None,
        title: String::new(),
        aliases: Vec::new(),
        status: EntryStatus::Unreadable,
        owner: None,
        mine: unsaved.is_some() || author.as_deref() == Some(beside.person.as_str()),
        author,
        due: None,
        errors,
        warnings,
        unsaved,
    }
}

/// How many errors and other problems each file has.
fn counts(problems: &[Problem]) -> BTreeMap<&str, (u32, u32)> {
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for problem in problems {
        let (errors, warnings) = counts.entry(problem.file.as_str()).or_default();
        match problem.severity() {
            Severity::Error => *errors += 1,
            Severity::Warning => *warnings += 1,
        }
    }
    counts
}

/// The errors and other problems among those of one file.
pub(super) fn counted(problems: &[Problem]) -> (u32, u32) {
    let errors = problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Error)
        .count();
    (number(errors), number(problems.len() - errors))
}

fn is_entry_file(file: &str) -> bool {
    file.starts_with("entries/") && file.ends_with(".md")
}

/// The first of the days on which somebody has to look; none for an entry that is no longer used.
fn due(entry: &Entry, today: Date) -> Option<Due> {
    if matches!(entry.status, Status::Withdrawn | Status::Retired) {
        return None;
    }
    let on = [entry.review_by, entry.valid.until]
        .into_iter()
        .flatten()
        .min()?;
    Some(Due {
        day: day(on),
        left: i32::try_from((on - today).whole_days()).unwrap_or(i32::MAX),
    })
}
