use super::{Opening, Store};
use crate::figures::Period;
use crate::masking::{KnownWords, Masked};
use crate::record::{Event, Found, Opened, Search};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_text::Lexicon;

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 09:00))
}

fn search() -> Event {
    let known = KnownWords::of(["挂失"], Arc::new(Lexicon::new([], [])));
    Event::Search(Search {
        person: String::new(),
        at: now(),
        words: Masked::of("挂失", &known),
        found: Found::Nothing,
        rung: None,
        took_ms: 3,
        opened: None,
    })
}

fn open(file: &Path) -> (Store, Opening) {
    Store::open(file).unwrap()
}

fn count(store: &Store) -> u32 {
    let day = Period::ending(now(), 1);
    store.totals(day).unwrap().searches
}

#[test]
fn what_was_written_is_there_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new/desk.sqlite");
    let (mut store, opening) = open(&file);
    assert_eq!(opening, Opening::Ready);
    store.write(&[search()]).unwrap();
    drop(store);
    assert_eq!(count(&open(&file).0), 1);
}

#[test]
fn a_damaged_file_is_kept_under_another_name_and_a_new_one_begun() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.sqlite");
    fs::write(&file, "this is no database, however long it may be").unwrap();
    let (mut store, opening) = open(&file);
    let Opening::SetAside { kept } = opening else {
        panic!("{opening:?}");
    };
    assert!(
        fs::read_to_string(kept)
            .unwrap()
            .starts_with("this is no database")
    );
    store.write(&[search()]).unwrap();
    drop(store);
    assert_eq!(open(&file).1, Opening::Ready);
}

#[test]
fn a_file_that_was_overwritten_in_its_middle_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.sqlite");
    let (mut store, _) = open(&file);
    store.write(&vec![search(); 2000]).unwrap();
    drop(store);
    let mut bytes = fs::read(&file).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xff);
    fs::write(&file, bytes).unwrap();
    assert!(matches!(open(&file).1, Opening::SetAside { .. }));
}

#[test]
fn a_place_that_can_not_be_used_leaves_a_store_that_works() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let (mut store, opening) = open(&folder.path().join("file/desk.sqlite"));
    assert!(matches!(opening, Opening::InMemory { .. }));
    store.write(&[search()]).unwrap();
    assert_eq!(count(&store), 1);
}

#[test]
fn what_is_opened_later_belongs_to_the_last_search_once() {
    let mut store = Store::in_memory().unwrap();
    let opened = |entry: &str| {
        Event::OpenedFromLast(Opened {
            entry: entry.to_owned(),
            line: 1,
        })
    };
    store.write(&[search(), opened("card-loss")]).unwrap();
    store.write(&[opened("other"), Event::LastRetyped]).unwrap();
    let totals = store.totals(Period::ending(now(), 1)).unwrap();
    assert_eq!(
        (totals.opened, totals.first_line, totals.retyped),
        (1, 1, 0)
    );
    assert!(
        store
            .entry_uses(Period::ending(now(), 1))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn forgetting_removes_the_copies_of_older_forms_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.sqlite");
    let copy = folder.path().join("desk.before-2.sqlite");
    let (mut store, _) = open(&file);
    fs::write(&copy, "an older form").unwrap();
    store.write(&[search()]).unwrap();
    store.forget().unwrap();
    assert!(!copy.exists());
    assert_eq!(count(&store), 0);
}

#[test]
fn forgetting_leaves_nothing_of_what_was_done_here() {
    let mut store = Store::in_memory().unwrap();
    store.write(&[search(), search()]).unwrap();
    store.forget().unwrap();
    assert_eq!(count(&store), 0);
}
