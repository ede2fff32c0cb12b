//! From the order to save until the desk finds it: a commit, the index, the snapshot, over a workspace of any size.
//!
//! `cargo xtask bench saves`, with `--entries N` for another size (10,000 unless given), `--shelf N` for another number
//! of entries to a folder (1,000), `--acts N` for another number of acts (200) and `--keep DIR` to make the workspace there and use it again the next time.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

mod scale;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use time::macros::datetime;
use yingda_app::contract::{OpenWorkspace, SearchRequest};
use yingda_app::training::Change;
use yingda_app::{BeijingTime, Desk, Places, Training};
use yingda_content::sheet::{Setting, set};

/// The window's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many acts are timed unless `--acts` tells.
const ACTS: usize = 200;

/// How often the folder is looked at for what other programs changed.
const LOOKS: usize = 20;

fn main() {
    let passing = tempfile::tempdir().expect("a folder");
    let kept: Option<PathBuf> = scale::option("--keep").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(passing.path());
    let count = scale::asked_for();
    let training = opened(folder, count);
    let asked: Option<usize> = scale::option("--acts").and_then(|acts| acts.parse().ok());
    let timed = asked.unwrap_or(ACTS).max(1);
    println!("{count} entries, {timed} acts");
    // Another run over a kept workspace needs names of its own.
    let run = u64::from(std::process::id());
    let acts: Vec<[Duration; 2]> = (0..timed).map(|act| saved(&training, run, act)).collect();
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
    // The acts went by the workspace itself: the first look takes them for another program's and reads everything.
    training.look();
    let looked = |_| {
        let started = Instant::now();
        training.look();
        started.elapsed()
    };
    tell("a look for outside changes", (0..LOOKS).map(looked));
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

/// Some entries to a folder, as a large bank would file them.
fn write_in_folders(folder: &Path, count: usize) {
    let shelf: Option<usize> = scale::option("--shelf").and_then(|number| number.parse().ok());
    let size = shelf.unwrap_or(1000).max(1);
    scale::write(folder, count);
    let entries = folder.join("entries");
    for number in 0..count {
        let shelf = entries.join(format!("{:03}", number / size));
        fs::create_dir_all(&shelf).expect("a folder for some");
        let name = format!("{number:05}.md");
        fs::rename(entries.join(&name), shelf.join(&name)).expect("an entry moved");
    }
}

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

/// The workspace below `folder`: made of `count` entries unless one is there.
fn opened(folder: &Path, count: usize) -> Training {
    let knowledge = folder.join("knowledge");
    let workspace = folder.join("workspace");
    let is_new = !workspace.exists();
    if is_new {
        write_in_folders(&knowledge, count);
    }
    let desk = Arc::new(Desk::new(Places {
        knowledge: knowledge.clone(),
        index: Some(folder.join("index")),
        settings: folder.join("settings"),
        model: None,
    }));
    let training = Training::new(desk, knowledge, Arc::new(|_| ()));
    let request = OpenWorkspace {
        folder: workspace.display().to_string(),
        person: "周老师".to_owned(),
        create: is_new,
    };
    let started = Instant::now();
    training
        .open_workspace(&request, now())
        .expect("a workspace");
    let how = if is_new { "made" } else { "opened" };
    println!(
        "workspace {how}, read and indexed in {:?}",
        started.elapsed()
    );
    training
}

/// Gives one entry an alias that no other has: how long until the version is safe, and from then until it is found. The
/// same two steps as `Training::save`.
fn saved(training: &Training, run: u64, act: usize) -> [Duration; 2] {
    let snapshot = training.snapshot().expect("a snapshot");
    let entries = snapshot.library.entries();
    let entry = &entries[(act * 7919) % entries.len()];
    let open = training.open().expect("the workspace");
    let file = open.workspace.folder().join(&entry.file);
    let before = fs::read_to_string(file).expect("its file");
    let alias = format!("磁条刮花{run}第{act}号");
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
