//! Whether the committed TypeScript types are what the Rust types generate today.
//!
//! The export tests write into a folder aside, never into the sources: a check changes nothing, needs no version
//! control, and sees files that are left over as well as those that changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::call::Call;
use crate::project::Project;
use crate::stop::Stop;

/// Writes the types into the sources.
pub(crate) const REPEAT: &str = "cargo test -p yingda-content -p yingda-text -p yingda-exchange -p yingda-search -p yingda-app export_bindings";
const COMMITTED: &str = "ui/src/bindings";

/// A call whose export tests write aside.
pub(crate) fn aside(project: &Project, call: Call) -> Call {
    call.environment("TS_RS_EXPORT_DIR", folder(project))
}

/// Generates the types aside and compares. `selection` says which tests to compile.
///
/// # Errors
/// [`Stop::StaleBindings`], or what kept the types from being generated or read.
pub(crate) fn check(project: &Project, selection: &str) -> Result<(), Stop> {
    let fresh = folder(project);
    empty(&fresh).map_err(Stop::file(&fresh))?;
    aside(
        project,
        project
            .cargo("test --quiet")
            .words(selection)
            .word("export_bindings"),
    )
    .succeed()?;
    let committed = project.path(COMMITTED);
    let old = types(&committed).map_err(Stop::file(committed))?;
    let new = types(&fresh).map_err(Stop::file(fresh))?;
    let files = different(&old, &new);
    if files.is_empty() {
        Ok(())
    } else {
        Err(Stop::StaleBindings { files })
    }
}

fn folder(project: &Project) -> PathBuf {
    project.target().join("bindings")
}

fn empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => fs::create_dir_all(folder),
    }
}

/// File names with their text.
type Types = BTreeMap<String, String>;

fn types(folder: &Path) -> io::Result<Types> {
    let file = |found: io::Result<fs::DirEntry>| {
        let found = found?;
        Ok((
            found.file_name().to_string_lossy().into_owned(),
            fs::read_to_string(found.path())?,
        ))
    };
    fs::read_dir(folder)?.map(file).collect()
}

fn different(old: &Types, new: &Types) -> Vec<String> {
    let names = old.keys().chain(new.keys()).collect::<BTreeSet<_>>();
    names
        .into_iter()
        .filter(|&name| old.get(name) != new.get(name))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(files: &[(&str, &str)]) -> Types {
        files
            .iter()
            .map(|&(name, text)| (name.to_owned(), text.to_owned()))
            .collect()
    }

    #[test]
    fn equal_types_are_fresh() {
        let files = types(&[("Hit.ts", "a"), ("Kind.ts", "b")]);
        assert!(different(&files, &files).is_empty());
    }

    #[test]
    fn changed_missing_and_left_over_types_are_stale() {
        let committed = types(&[("Changed.ts", "a"), ("Left.ts", "b"), ("Same.ts", "c")]);
        let generated = types(&[("Changed.ts", "x"), ("New.ts", "y"), ("Same.ts", "c")]);
        assert_eq!(
            different(&committed, &generated),
            ["Changed.ts", "Left.ts", "New.ts"]
        );
    }
}
