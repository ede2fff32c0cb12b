//! The outline of the service guide and the entries that cover it, as `knowledge/README.md` has them.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use yingda_content::EntryId;

fn knowledge() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../knowledge")
}

/// The rows of the coverage table: the outline's key, and the ids in backticks.
fn rows() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(knowledge().join("README.md")).expect("knowledge/README.md");
    let cells = |line: &str| -> Vec<String> {
        line.trim()
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let key = |cell: &str| {
        let mut chars = cell.chars();
        let letter = chars.next().is_some_and(|c| "ABCD".contains(c));
        let number: String = chars.collect();
        letter && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
    };
    let rows = text.lines().filter(|line| line.starts_with('|')).map(cells);
    rows.filter_map(|row| {
        let [outline, .., ids] = row.as_slice() else {
            return None;
        };
        let ids = ids
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect();
        key(outline).then(|| (outline.clone(), ids))
    })
    .collect()
}

#[test]
fn every_line_of_the_outline_has_entries_and_every_entry_named_is_there() {
    let rows = rows();
    let library = yingda_content::load(&knowledge()).library;
    let keys: BTreeSet<&str> = rows.iter().map(|(key, _)| key.as_str()).collect();
    let wanted = [('A', 8), ('B', 8), ('C', 12), ('D', 6)];
    for (letter, count) in wanted {
        for number in 1..=count {
            let key = format!("{letter}{number}");
            assert!(keys.contains(key.as_str()), "{key} has no row");
        }
    }
    for (key, ids) in &rows {
        assert!(!ids.is_empty(), "{key} names no entry");
        for id in ids {
            let known = EntryId::parse(id).is_some_and(|id| library.get(&id).is_some());
            assert!(known, "{key} names {id}, which is not there");
        }
    }
}
