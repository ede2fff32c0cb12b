//! A test file that no `mod` names would never run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::project::{files_in, root, text};

/// The files that `file` and what it names by `mod` consist of.
fn reached(file: &Path, found: &mut BTreeSet<PathBuf>) {
    if !found.insert(file.to_owned()) {
        return;
    }
    let is_root = ["main.rs", "mod.rs"]
        .iter()
        .any(|name| file.ends_with(name));
    let folder = if is_root {
        file.parent().expect("a folder").to_owned()
    } else {
        file.with_extension("")
    };
    let source = text(&file.to_string_lossy());
    let names = source.lines().filter_map(|line| {
        let line = line
            .trim()
            .trim_start_matches("pub(crate) ")
            .trim_start_matches("pub ");
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    for name in names {
        let alone = folder.join(format!("{name}.rs"));
        let inner = folder.join(name).join("mod.rs");
        reached(
            if root().join(&alone).exists() {
                &alone
            } else {
                &inner
            },
            found,
        );
    }
}

#[test]
fn every_test_file_is_named_by_a_mod() {
    for target in ["tests/suite", "tests/e2e"] {
        let mut found = BTreeSet::new();
        reached(&Path::new(target).join("main.rs"), &mut found);
        let all = files_in(&format!("{target}/"), &["rs"])
            .into_iter()
            .map(PathBuf::from)
            .collect::<BTreeSet<_>>();
        let forgotten = all.difference(&found).collect::<Vec<_>>();
        assert_eq!(
            forgotten,
            Vec::<&PathBuf>::new(),
            "{target}: name these by a mod"
        );
    }
}
