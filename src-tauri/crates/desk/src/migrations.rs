//! The form of the file, step by step. A step that was shipped is never changed; a new one is added behind it.

use crate::fault::DeskFault;
use rusqlite::Connection;
use std::path::Path;

/// One step a version. `source` is empty for what was done here, else the computer it came from, with its number there.
pub(crate) const STEPS: &[&str] = &["
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO about VALUES ('machine', lower(hex(randomblob(8))));
CREATE TABLE people (name TEXT PRIMARY KEY, role TEXT NOT NULL, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE searches (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL DEFAULT '', number INTEGER,
  person TEXT NOT NULL, at INTEGER NOT NULL, words TEXT NOT NULL, found INTEGER NOT NULL, rung TEXT,
  took_ms INTEGER NOT NULL, retyped INTEGER NOT NULL DEFAULT 0, opened TEXT, line INTEGER,
  UNIQUE (source, number)) STRICT;
CREATE INDEX searches_at ON searches (at);
CREATE TABLE uses (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL DEFAULT '', number INTEGER,
  person TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL, version TEXT NOT NULL, how INTEGER NOT NULL,
  UNIQUE (source, number)) STRICT;
CREATE INDEX uses_at ON uses (at);
CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL DEFAULT '', number INTEGER,
  person TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL, kind INTEGER NOT NULL, line TEXT NOT NULL,
  UNIQUE (source, number)) STRICT;
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL DEFAULT '', number INTEGER,
  person TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL, version TEXT NOT NULL,
  UNIQUE (source, number)) STRICT;
CREATE TABLE settled (words TEXT PRIMARY KEY, how INTEGER NOT NULL, entry TEXT, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
", "
CREATE TABLE favourites (
  person TEXT NOT NULL, entry TEXT NOT NULL, place INTEGER NOT NULL, slot INTEGER CHECK (slot BETWEEN 1 AND 8),
  PRIMARY KEY (person, entry), UNIQUE (person, slot)) STRICT, WITHOUT ROWID;
CREATE TABLE entry_notes (
  person TEXT NOT NULL, entry TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (person, entry)) STRICT, WITHOUT ROWID;
CREATE TABLE calls (
  id INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER NOT NULL,
  notes TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE call_entries (
  call INTEGER NOT NULL, entry TEXT NOT NULL, version TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (call, entry, version)) STRICT, WITHOUT ROWID;
CREATE TABLE call_ticks (
  call INTEGER NOT NULL, entry TEXT NOT NULL, version TEXT NOT NULL, must INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (call, entry, version, must)) STRICT, WITHOUT ROWID;
CREATE TABLE looked (person TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE seen (
  person TEXT NOT NULL, entry TEXT NOT NULL, version TEXT NOT NULL, ended TEXT NOT NULL, title TEXT NOT NULL,
  parts TEXT NOT NULL, PRIMARY KEY (person, entry)) STRICT, WITHOUT ROWID;
"];

/// Copies of older forms that are kept beside the file.
const COPIES: usize = 3;

/// The version of a file's form; 0 for a new one.
pub(crate) fn version(store: &Connection) -> Result<i64, DeskFault> {
    Ok(store.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a file to the last of `steps`. One that holds something is copied first, beside itself, as
/// `…before-N.sqlite`.
pub(crate) fn migrate(
    store: &mut Connection,
    file: Option<&Path>,
    steps: &[&str],
) -> Result<(), DeskFault> {
    let from = version(store)?;
    let done = usize::try_from(from).unwrap_or(0);
    if done > steps.len() {
        return Err(DeskFault::Newer { version: from });
    }
    if done == steps.len() {
        return Ok(());
    }
    if let Some(file) = file.filter(|_| done > 0) {
        copy_before(store, file, steps.len())?;
    }
    let all = store.transaction()?;
    for step in steps.iter().skip(done) {
        all.execute_batch(step)?;
    }
    all.pragma_update(
        None,
        "user_version",
        i64::try_from(steps.len()).unwrap_or(i64::MAX),
    )?;
    all.commit()?;
    Ok(())
}

fn copy_before(store: &Connection, file: &Path, version: usize) -> Result<(), DeskFault> {
    let copy = file.with_extension(format!("before-{version}.sqlite"));
    // A copy that a migration before this one, which failed, made of the same content.
    match std::fs::remove_file(&copy) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(DeskFault::File {
                path: copy,
                detail: error.to_string(),
            });
        }
        _ => {}
    }
    store.execute("VACUUM INTO ?1", [copy.display().to_string()])?;
    remove_copies(file, version.saturating_sub(COPIES));
    Ok(())
}

/// Removes every copy of an older form.
pub(crate) fn forget_copies(file: &Path) {
    remove_copies(file, STEPS.len());
}

/// Removes the copies made before step `last` and those before it; one that can't be removed does no harm.
fn remove_copies(file: &Path, last: usize) {
    for old in 1..=last {
        drop(std::fs::remove_file(
            file.with_extension(format!("before-{old}.sqlite")),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::{STEPS, migrate, version};
    use crate::fault::DeskFault;
    use rusqlite::Connection;

    #[test]
    fn a_file_of_an_older_form_is_copied_before_it_is_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.sqlite");
        let mut store = Connection::open(&file).unwrap();
        migrate(&mut store, Some(&file), &STEPS[..1]).unwrap();
        store
            .execute("INSERT INTO people VALUES ('林', 'agent', 1)", [])
            .unwrap();
        migrate(&mut store, Some(&file), &STEPS[..2]).unwrap();
        assert_eq!(version(&store).unwrap(), 2);
        let copy = Connection::open(folder.path().join("desk.before-2.sqlite")).unwrap();
        assert_eq!(version(&copy).unwrap(), 1);
        let name: String = copy
            .query_row("SELECT name FROM people", [], |row| row.get(0))
            .unwrap();
        assert_eq!(name, "林");
    }

    #[test]
    fn only_the_last_copies_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.sqlite");
        let mut store = Connection::open(&file).unwrap();
        let steps: Vec<String> = (0..6)
            .map(|n| format!("CREATE TABLE t{n} (a TEXT)"))
            .collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        for count in 1..=6 {
            migrate(&mut store, Some(&file), &steps[..count]).unwrap();
        }
        let copies: Vec<bool> = (2..=6)
            .map(|n| {
                folder
                    .path()
                    .join(format!("desk.before-{n}.sqlite"))
                    .exists()
            })
            .collect();
        assert_eq!(copies, [false, false, true, true, true]);
    }

    #[test]
    fn a_step_that_fails_leaves_the_form_before_it() {
        let mut store = Connection::open_in_memory().unwrap();
        migrate(&mut store, None, &STEPS[..1]).unwrap();
        let steps = [STEPS[0], "CREATE TABLE notes (a TEXT)", "nonsense"];
        assert!(migrate(&mut store, None, &steps).is_err());
        assert_eq!(version(&store).unwrap(), 1);
        assert!(store.prepare("SELECT * FROM notes").is_err());
    }

    #[test]
    fn a_file_of_a_newer_version_is_left_alone() {
        let mut store = Connection::open_in_memory().unwrap();
        store.pragma_update(None, "user_version", 99).unwrap();
        let fault = migrate(&mut store, None, STEPS).unwrap_err();
        assert_eq!(fault, DeskFault::Newer { version: 99 });
    }
}
