//! From the order to save until the desk finds it: a commit, the index, the snapshot, over a workspace of any size.
//!
//! `cargo xtask bench saves`, with `--entries N` for another size (10,000 unless given).

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

mod scale;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use time::macros::datetime;
use yingda_app::contract::{OpenWorkspace, SearchRequest};
use yingda_app::training::Change;
use yingda_app::{BeijingTime, Desk, Places, Training};
use yingda_content::sheet::{Setting, set};

/// How many acts are timed.
const ACTS: usize = 200;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let knowledge = folder.path().join("knowledge");
    let count = scale::asked_for();
    write_in_folders(&knowledge, count);
    let training = opened(folder.path(), &knowledge);
    println!("{count} entries, {ACTS} acts");
    let acts: Vec<[Duration; 2]> = (0..ACTS).map(|act| saved(&training, act)).collect();
    tell(
        "save → found",
        acts.iter().map(|[kept, found]| *kept + *found),
    );
    tell(
        "  the version, safe on the disk",
        acts.iter().map(|[kept, _]| *kept),
    );
    tell(
        "  then until it is found",
        acts.iter().map(|[_, found]| *found),
    );
}

fn tell(what: &str, took: impl Iterator<Item = Duration>) {
    let mut took: Vec<Duration> = took.collect();
    took.sort_unstable();
    let at = |share: usize| took[(took.len() * share / 100).min(took.len() - 1)];
    println!(
        "{what}: p50 {:?}  p95 {:?}  max {:?}",
        at(50),
        at(95),
        at(100)
    );
}

/// A thousand entries to a folder, as a large bank would file them.
fn write_in_folders(folder: &Path, count: usize) {
    scale::write(folder, count);
    let entries = folder.join("entries");
    for number in 0..count {
        let shelf = entries.join(format!("{:03}", number / 1000));
        fs::create_dir_all(&shelf).expect("a folder for a thousand");
        let name = format!("{number:05}.md");
        fs::rename(entries.join(&name), shelf.join(&name)).expect("an entry moved");
    }
}

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

fn opened(folder: &Path, knowledge: &Path) -> Training {
    let desk = Arc::new(Desk::new(Places {
        knowledge: knowledge.to_owned(),
        index: Some(folder.join("index")),
        settings: folder.join("settings"),
        model: None,
    }));
    let training = Training::new(desk, knowledge.to_owned(), Arc::new(|_| ()));
    let request = OpenWorkspace {
        folder: folder.join("workspace").display().to_string(),
        person: "周老师".to_owned(),
        create: true,
    };
    let started = Instant::now();
    training
        .open_workspace(&request, now())
        .expect("a workspace");
    println!(
        "workspace made, read and indexed in {:?}",
        started.elapsed()
    );
    training
}

/// Gives one entry an alias that no other has: how long until the version is safe, and from then until it is found. The
/// same two steps as `Training::save`.
fn saved(training: &Training, act: usize) -> [Duration; 2] {
    let snapshot = training.snapshot().expect("a snapshot");
    let entries = snapshot.library.entries();
    let entry = &entries[(act * 7919) % entries.len()];
    let open = training.open().expect("the workspace");
    let file = open.workspace.folder().join(&entry.file);
    let before = fs::read_to_string(file).expect("its file");
    let alias = format!("磁条刮花{act}号");
    let mut aliases = entry.aliases.clone();
    aliases.push(alias.clone());
    let after = set(&before, &[Setting::Aliases(&aliases)]).expect("an alias more");
    let change = Change {
        file: entry.file.clone(),
        before: Some(before),
        after: Some(after),
    };
    let started = Instant::now();
    let saved = open.workspace.save(&[change], &open.act("加别名", now()));
    let version = saved.expect("it is saved");
    let kept = started.elapsed();
    training.desk().reread(&version.files, &|_| ());
    let request = SearchRequest {
        text: alias,
        ..SearchRequest::default()
    };
    let answer = training.desk().search(&request, now());
    let found = started.elapsed().saturating_sub(kept);
    let answer = answer.expect("a search");
    assert_eq!(
        answer.hits.first().map(|hit| hit.id.as_str()),
        Some(entry.id.as_str())
    );
    [kept, found]
}
