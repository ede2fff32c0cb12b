//! What stands where.

use std::collections::BTreeSet;

use super::project::files;

#[test]
fn the_top_level_holds_what_the_design_names_and_nothing_else() {
    let named = [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE",
        "README.md",
        "src-tauri",
        "ui",
        "knowledge",
        "tests",
    ];
    let files = files();
    let top = files
        .iter()
        .map(|file| file.split('/').next().unwrap_or_default());
    let visible = top
        .filter(|name| !name.starts_with('.'))
        .collect::<BTreeSet<_>>();
    assert_eq!(visible, BTreeSet::from(named));
}

#[test]
fn no_file_is_named_after_nothing_in_particular() {
    let empty_names = [
        "util", "utils", "helper", "helpers", "common", "misc", "manager",
    ];
    let files = files();
    let offences = files.iter().filter(|file| {
        let name = file.rsplit('/').next().unwrap_or_default();
        let is_source =
            ["rs", "ts", "svelte", "js"].contains(&name.rsplit('.').next().unwrap_or_default());
        is_source && empty_names.contains(&name.split('.').next().unwrap_or_default())
    });
    assert_eq!(
        offences.collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "name a file by what it owns"
    );
}
