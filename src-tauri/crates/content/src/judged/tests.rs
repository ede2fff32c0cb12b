//! Judged queries and their floors, good lines and bad.

use super::*;
use crate::fixture::{Folder, codes};
use time::macros::date;

fn judged(folder: &Folder) -> Judged {
    load_judged(folder.path(), &folder.load().library)
}

fn folder() -> Folder {
    Folder::new().entry("a", "", "").entry("b", "", "")
}

const FLOORS: &str = "# 下限\ndate\t2026-11-21\nhanzi\t0.95\t1\n";

#[test]
fn queries_and_floors_are_read() {
    let folder = folder()
        .file(
            "judged/x.tsv",
            "# 注\n卡丢了\thanzi\ta,b\t\r\n我的卡找不到了\tsentence\tb\thard\nkds\tinitials\ta\n",
        )
        .file("judged/floors.tsv", FLOORS);
    let judged = judged(&folder);
    assert_eq!(judged.problems, Vec::new());
    let first = &judged.queries[0];
    assert_eq!(
        (first.query.as_str(), first.class, first.hard, first.line),
        ("卡丢了", Class::Hanzi, false, 2)
    );
    assert_eq!(
        first
            .expected
            .iter()
            .map(EntryId::as_str)
            .collect::<Vec<_>>(),
        ["a", "b"]
    );
    assert!(judged.queries[1].hard && !judged.queries[2].hard);
    assert_eq!(
        judged.floors[&Class::Hanzi],
        Floor {
            hit_at_1: 0.95,
            hit_at_3: 1.0
        }
    );
    assert_eq!(judged.day, Some(date!(2026 - 11 - 21)));
}

#[test]
fn every_class_has_a_word_of_its_own() {
    for class in Class::ALL {
        assert_eq!(Class::parse(class.as_str()), Ok(class));
    }
}

#[test]
fn bad_queries_are_named_and_left_out() {
    let folder = folder()
        .file("judged/x.tsv", "卡\thanzi\n卡\thanze\tgone\teasy\n\thanzi\ta\t\n卡\thanzi\t,\t\n卡\thanzi\ta\t\t\n好\thanzi\ta\n")
        .file("judged/floors.tsv", FLOORS);
    let judged = judged(&folder);
    assert_eq!(
        codes(&judged.problems),
        [
            "1:columns",
            "2:mark-unknown",
            "2:expected-unknown",
            "2:class-unknown",
            "3:column-empty",
            "4:column-empty",
            "5:columns",
        ]
    );
    assert_eq!(judged.queries.len(), 1);
}

#[test]
fn bad_floors_are_named() {
    let floors = "date\t2026-02-30\ndate\t2026-01-01\ndate\t2026-01-02\nhanzi\t95%\t1\npinyin\t0.9\t1.1\nx\t0\t0\n\
        hanzi\t0.1\nhanzi\t0.1\t0.2\nhanzi\tNaN\t0\nhanzi\t0.3\t0.4\n";
    let judged = judged(&folder().file("judged/floors.tsv", floors));
    assert_eq!(
        codes(&judged.problems),
        [
            "1:day-bad",
            "3:line-twice",
            "4:floor-bad",
            "5:floor-bad",
            "6:class-unknown",
            "7:columns",
            "9:floor-bad",
            "10:line-twice",
        ]
    );
    assert_eq!(
        (judged.day, judged.floors.len()),
        (Some(date!(2026 - 01 - 01)), 1)
    );
}

#[test]
fn queries_without_floors_are_a_warning_and_no_folder_is_none() {
    assert_eq!(
        codes(&judged(&folder().file("judged/x.tsv", "")).problems),
        ["0:floors-incomplete"]
    );
    assert_eq!(judged(&folder()), Judged::default());
}
