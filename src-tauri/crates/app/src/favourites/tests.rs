use crate::approved_shelf::{ApprovedShelf, at};
use crate::contract::{EntryNoteRequest, ErrorCode, FavouriteMark};
use std::fs;

fn shelf() -> ApprovedShelf {
    ApprovedShelf::of(&[
        ("card-loss", "title: 银行卡挂失", "## 可直接说\n好的。"),
        ("limit", "title: 转账限额", "## 可直接说\n好的。"),
    ])
}

fn mark(id: &str, slot: Option<u8>) -> FavouriteMark {
    FavouriteMark {
        id: id.to_owned(),
        slot,
    }
}

fn kept(shelf: &ApprovedShelf) -> Vec<(String, Option<u8>)> {
    let list = shelf.desk.favourites(at(0)).unwrap();
    list.into_iter().map(|one| (one.hit.id, one.slot)).collect()
}

#[test]
fn favourites_are_there_after_a_restart_with_their_keys() {
    let shelf = shelf();
    let marks = [
        mark("limit", Some(1)),
        mark("card-loss", None),
        mark("unknown", Some(2)),
    ];
    shelf.desk.keep_favourites(&marks, at(0)).unwrap();
    let shelf = shelf.again();
    assert_eq!(
        kept(&shelf),
        [
            ("limit".to_owned(), Some(1)),
            ("card-loss".to_owned(), None)
        ]
    );
}

#[test]
fn a_favourite_that_the_library_lacks_for_a_while_is_not_lost() {
    let shelf = shelf();
    let marks = [mark("limit", Some(1)), mark("card-loss", Some(2))];
    shelf.desk.keep_favourites(&marks, at(0)).unwrap();
    shelf.remove("limit");
    shelf.load();
    shelf.desk.keep_favourites(&[], at(0)).unwrap();
    shelf.write("limit", "title: 转账限额", "## 可直接说\n好的。");
    shelf.load();
    assert_eq!(kept(&shelf), [("limit".to_owned(), Some(1))]);
}

#[test]
fn favourites_notes_and_what_was_used_belong_to_who_sits_here() {
    let shelf = shelf();
    shelf.sits("林晓");
    shelf
        .desk
        .keep_favourites(&[mark("limit", Some(1))], at(0))
        .unwrap();
    shelf.desk.opened("limit", at(1)).unwrap();
    let note = EntryNoteRequest {
        id: "limit".to_owned(),
        text: "先问卡种，13812345678".to_owned(),
    };
    let noted = shelf.desk.keep_entry_note(&note, at(1)).unwrap().unwrap();
    assert_eq!(
        (noted.text.as_str(), noted.on.as_str()),
        ("先问卡种，****5678", "2026-11-22")
    );
    shelf.sits("周敏");
    assert!(kept(&shelf).is_empty());
    assert_eq!(shelf.desk.entry_note("limit").unwrap(), None);
    assert!(shelf.desk.start(at(2)).unwrap().recent.is_empty());
    shelf.sits("林晓");
    let start = shelf.desk.start(at(2)).unwrap();
    assert_eq!(
        (start.recent[0].id.as_str(), start.frequent.len()),
        ("limit", 0)
    );
}

#[test]
fn a_note_on_no_entry_is_refused() {
    let note = EntryNoteRequest {
        id: "unknown".to_owned(),
        text: "x".to_owned(),
    };
    let refused = shelf().desk.keep_entry_note(&note, at(0)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::EntryUnknown);
}

#[test]
fn deleting_the_record_costs_favourites_and_no_knowledge() {
    let shelf = shelf();
    shelf
        .desk
        .keep_favourites(&[mark("limit", Some(1))], at(0))
        .unwrap();
    shelf.desk.close_record();
    fs::remove_file(shelf.record()).unwrap();
    let shelf = shelf.again();
    assert!(kept(&shelf).is_empty());
    assert_eq!(shelf.desk.snapshot().unwrap().library.entries().len(), 2);
    shelf
        .desk
        .keep_favourites(&[mark("limit", Some(1))], at(0))
        .unwrap();
    assert_eq!(kept(&shelf).len(), 1);
}
