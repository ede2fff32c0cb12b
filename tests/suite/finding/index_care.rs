//! The index takes care of itself: nobody ever has to rebuild it.

use crate::finding::shelf::{Shelf, entry, search, shelf};
use std::fs;
use std::path::Path;
use yingda_app::Snapshot;
use yingda_app::snapshot::IndexPlace;
use yingda_search::index::Rebuilt;
use yingda_search::{Index, IndexError, Opened};

fn open(bank: &Shelf, index: &Path) -> (Snapshot, Opened) {
    bank.stamp();
    Snapshot::take(bank.path(), IndexPlace::Folder(index), None, &mut |_, _| {}).unwrap()
}

/// A shelf with an index that was opened once.
fn indexed() -> (Shelf, tempfile::TempDir) {
    let bank = shelf(&[entry("loss", "银行卡挂失"), entry("fee", "信用卡年费")]);
    let index = tempfile::tempdir().unwrap();
    let (_, opened) = open(&bank, index.path());
    assert_eq!(opened, Opened::Rebuilt(Rebuilt::Missing));
    (bank, index)
}

#[test]
fn an_index_that_agrees_is_used_as_found() {
    let (bank, index) = indexed();
    let (snapshot, opened) = open(&bank, index.path());
    assert_eq!(opened, Opened::Updated(0));
    search(&snapshot, "挂失").first_is("loss");
}

#[test]
fn one_changed_entry_is_one_small_update() {
    let (bank, index) = indexed();
    bank.put(&entry("fee", "境外取现"));
    let (snapshot, opened) = open(&bank, index.path());
    assert_eq!(opened, Opened::Updated(1));
    search(&snapshot, "取现").first_is("fee");
    search(&snapshot, "年费").has_not("fee");
}

#[test]
fn what_was_removed_is_not_found_any_more() {
    let (bank, index) = indexed();
    fs::remove_file(bank.path().join("entries/loss.md")).unwrap();
    let (snapshot, opened) = open(&bank, index.path());
    assert_eq!(opened, Opened::Updated(1));
    search(&snapshot, "挂失").has_not("loss");
}

#[test]
fn a_deleted_index_is_built_again() {
    let (bank, index) = indexed();
    fs::remove_dir_all(index.path().join("engine")).unwrap();
    let (snapshot, opened) = open(&bank, index.path());
    assert_eq!(opened, Opened::Rebuilt(Rebuilt::Damaged));
    search(&snapshot, "挂失").first_is("loss");
}

#[test]
fn a_damaged_file_of_the_index_is_noticed_and_all_is_built_again() {
    let (bank, index) = indexed();
    let engine = index.path().join("engine");
    for file in fs::read_dir(&engine)
        .unwrap()
        .map(|file| file.unwrap().path())
    {
        if file
            .extension()
            .is_some_and(|e| e == "pos" || e == "idx" || e == "term")
        {
            let mut bytes = fs::read(&file).unwrap();
            for byte in &mut bytes {
                *byte = !*byte;
            }
            fs::write(&file, bytes).unwrap();
        }
    }
    let (snapshot, opened) = open(&bank, index.path());
    assert_eq!(opened, Opened::Rebuilt(Rebuilt::Damaged));
    search(&snapshot, "挂失").first_is("loss");
}

#[test]
fn an_index_of_another_format_is_built_again() {
    let (bank, index) = indexed();
    fs::write(index.path().join("format"), "yingda index 0").unwrap();
    assert_eq!(
        open(&bank, index.path()).1,
        Opened::Rebuilt(Rebuilt::OtherFormat)
    );
}

#[test]
fn a_build_that_was_cut_short_is_made_again() {
    let (bank, index) = indexed();
    fs::remove_file(index.path().join("format")).unwrap();
    assert_eq!(
        open(&bank, index.path()).1,
        Opened::Rebuilt(Rebuilt::Missing)
    );
}

#[test]
fn two_programs_do_not_write_one_index() {
    let (bank, index) = indexed();
    bank.put(&entry("loss", "银行卡口头挂失"));
    bank.stamp();
    let entries = yingda_content::load(bank.path()).library.entries().to_vec();
    let lock = index.path().join("engine").join(".tantivy-writer.lock");
    let held = fs::File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
        .unwrap();
    held.lock().unwrap();
    let opened = Index::open(index.path(), &entries, &mut |_, _| {});
    assert!(matches!(opened, Err(IndexError::Busy)), "{opened:?}");
}

#[test]
fn a_folder_that_cannot_be_used_does_not_stop_the_search() {
    let (bank, index) = indexed();
    let file = index.path().join("a file and no folder");
    fs::write(&file, "").unwrap();
    let (snapshot, opened) = open(&bank, &file);
    assert_eq!(opened, Opened::InMemory);
    search(&snapshot, "挂失").first_is("loss");
}

#[test]
fn dictionaries_are_loaded_before_the_first_search_and_never_by_it() {
    use yingda_app::contract::{ErrorCode, SearchRequest};
    let (bank, index) = indexed();
    let desk = yingda_app::Desk::new(yingda_app::Places {
        knowledge: bank.path().to_owned(),
        index: Some(index.path().to_owned()),
        settings: index.path().to_owned(),
        model: None,
    });
    let request = SearchRequest {
        text: "guashi".to_owned(),
        ..SearchRequest::default()
    };
    let today = crate::finding::shelf::today();
    assert_eq!(
        desk.search(&request, today).unwrap_err().code,
        ErrorCode::LibraryMissing
    );
    desk.load(&|_| {});
    assert_eq!(desk.search(&request, today).unwrap().hits.len(), 1);
}
