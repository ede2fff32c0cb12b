//! Which crate may stand on which.

use std::collections::BTreeSet;

use serde_json::Value;

use super::project::{cargo, none_of};

/// Each crate of ours with those of ours it may use. Tests may use all of them.
const EDGES: [(&str, &[&str]); 13] = [
    ("yingda", &["yingda-app"]),
    ("yingda-cli", &["yingda-app"]),
    (
        "yingda-app",
        &[
            "yingda-desk",
            "yingda-search",
            "yingda-exchange",
            "yingda-meaning",
            "yingda-text",
            "yingda-content",
            "yingda-workspace",
        ],
    ),
    ("yingda-workspace", &["yingda-content", "yingda-text"]),
    ("yingda-search", &["yingda-text", "yingda-content"]),
    ("yingda-exchange", &["yingda-text", "yingda-content"]),
    ("yingda-desk", &["yingda-text", "yingda-content"]),
    ("yingda-meaning", &[]),
    ("yingda-content", &[]),
    ("yingda-text", &[]),
    ("xtask", &[]),
    (
        "yingda-tests",
        &[
            "yingda-app",
            "yingda-search",
            "yingda-text",
            "yingda-content",
            "yingda-workspace",
        ],
    ),
    (
        "yingda-fuzz",
        &[
            "yingda-content",
            "yingda-desk",
            "yingda-exchange",
            "yingda-text",
            "yingda-workspace",
        ],
    ),
];

/// How a dependency's name begins, and the only crate that may name it; see also [`PEERS`].
const OWNERS: [(&str, &str); 15] = [
    ("tauri", "yingda"),
    ("tantivy", "yingda-search"),
    ("jieba-rs", "yingda-text"),
    ("pinyin", "yingda-text"),
    ("pulldown-cmark", "yingda-content"),
    ("saphyr", "yingda-content"),
    ("calamine", "yingda-exchange"),
    ("quick-xml", "yingda-exchange"),
    ("pdf-extract", "yingda-exchange"),
    ("html5ever", "yingda-exchange"),
    ("chardetng", "yingda-exchange"),
    ("docx-rs", "yingda-exchange"),
    ("rust_xlsxwriter", "yingda-exchange"),
    ("rusqlite", "yingda-desk"),
    ("git2", "yingda-workspace"),
];

/// Engines that the benchmark of peers sets up by itself, to compare Yingda with them: (who, what).
const PEERS: [(&str, &str); 3] = [
    ("yingda-tests", "tantivy"),
    ("yingda-tests", "jieba-rs"),
    ("yingda-tests", "rusqlite"),
];

fn packages() -> Vec<Value> {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata = serde_json::from_str::<Value>(&metadata).expect("cargo prints JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

fn name(value: &Value) -> &str {
    value["name"].as_str().expect("a name")
}

fn dependencies(package: &Value) -> BTreeSet<&str> {
    package["dependencies"]
        .as_array()
        .expect("dependencies")
        .iter()
        .map(name)
        .collect()
}

#[test]
fn crates_stand_on_each_other_in_one_direction() {
    let packages = packages();
    let ours = packages.iter().map(name).collect::<BTreeSet<_>>();
    let mut offences = Vec::new();
    for package in &packages {
        let crate_name = name(package);
        let Some((_, allowed)) = EDGES.iter().find(|(from, _)| *from == crate_name) else {
            offences.push(format!("{crate_name} is new: give it its place in EDGES"));
            continue;
        };
        let used = dependencies(package);
        let wrong = used
            .intersection(&ours)
            .filter(|used| !allowed.contains(*used));
        offences.extend(wrong.map(|used| format!("{crate_name} → {used}")));
    }
    none_of(
        &offences,
        "ui → shell → app → {search → text, content}; the command line stands on app alone",
    );
}

#[test]
fn each_engine_is_named_by_one_crate_only() {
    let packages = packages();
    let mut offences = Vec::new();
    for package in &packages {
        for used in dependencies(package) {
            let owner = OWNERS
                .iter()
                .find(|(start, _)| used.starts_with(start))
                .map(|(_, owner)| *owner);
            let is_peer = PEERS.contains(&(name(package), used));
            if owner.is_some_and(|owner| owner != name(package)) && !is_peer {
                offences.push(format!("{} names {used}", name(package)));
            }
        }
    }
    none_of(
        &offences,
        "Tauri belongs to the shell, tantivy to search, jieba and pinyin to text, Markdown and YAML to content, git to workspace, SQLite to desk",
    );
}

#[test]
fn xtask_compiles_from_nothing_but_the_standard_library() {
    let packages = packages();
    let xtask = packages
        .iter()
        .find(|package| name(package) == "xtask")
        .expect("xtask is a crate of ours");
    assert_eq!(dependencies(xtask), BTreeSet::new());
}

#[test]
fn tests_outside_the_sources_live_in_the_test_package_only() {
    let packages = packages();
    let mut offences = Vec::new();
    for package in packages
        .iter()
        .filter(|package| name(package) != "yingda-tests")
    {
        for target in package["targets"].as_array().expect("targets") {
            let kinds = target["kind"].as_array().expect("kinds");
            if kinds.iter().any(|kind| {
                ["test", "bench", "example"].contains(&kind.as_str().unwrap_or_default())
            }) {
                offences.push(format!("{}: {}", name(package), name(target)));
            }
        }
    }
    none_of(
        &offences,
        "one test package for all: suite, end-to-end tests, benchmarks",
    );
}
