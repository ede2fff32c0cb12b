use std::sync::LazyLock;

use proptest::prelude::*;
use yingda_text::Lexicon;

use super::{PartChange, Piece, difference};
use crate::parts::PartName;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new([], []));

fn entry(title: &str, say: &str) -> String {
    format!("---\nid: a\ntitle: {title}\n---\n## 可直接说\n{say}\n## 仅内部\n不外传\n")
}

fn lit(pieces: Option<&Vec<Piece>>) -> Vec<&str> {
    let changed = pieces.into_iter().flatten().filter(|piece| piece.changed);
    changed.map(|piece| piece.text.as_str()).collect()
}

#[test]
fn only_the_part_that_changed_differs_and_in_it_the_word() {
    let old = entry("挂失", "请您放心，我先帮您把卡冻结。");
    let new = entry("挂失", "请您放心，我马上帮您把卡冻结。");
    let changes = difference(&old, &new, &LEXICON);
    let differ: Vec<&PartChange> = changes.iter().filter(|part| !part.is_same()).collect();
    assert_eq!(differ.len(), 1);
    assert_eq!(differ[0].part, PartName::Say);
    let line = differ[0].lines.iter().find(|line| !line.is_same()).unwrap();
    assert_eq!(lit(line.old.as_ref()), ["先"]);
    assert_eq!(lit(line.new.as_ref()), ["马上"]);
}

#[test]
fn a_key_is_a_part_of_its_own() {
    let changes = difference(&entry("挂失", "好"), &entry("补卡", "好"), &LEXICON);
    let differ = changes.into_iter().find(|part| !part.is_same()).unwrap();
    assert_eq!(differ.part, PartName::Key("title".to_owned()));
}

#[test]
fn a_part_that_is_new_has_no_old_lines() {
    let old = entry("挂失", "好");
    let new = format!("{old}## 必须说\n- 收费\n");
    let changes = difference(&old, &new, &LEXICON);
    let must = changes
        .iter()
        .find(|part| part.part == PartName::Must)
        .unwrap();
    assert!(must.lines.iter().all(|line| line.old.is_none()));
}

#[test]
fn lines_with_little_in_common_are_lit_as_a_whole() {
    let changes = difference("年费减免规则\n", "您的卡片已经寄出，请留意查收\n", &LEXICON);
    let line = &changes[0].lines[0];
    assert_eq!(lit(line.old.as_ref()), ["年费减免规则\n"]);
}

fn joined(changes: &[PartChange], old: bool) -> String {
    let lines = changes.iter().flat_map(|part| &part.lines);
    let side = |line: &'_ super::LineChange| {
        if old {
            line.old.clone()
        } else {
            line.new.clone()
        }
    };
    let pieces = lines.flat_map(|line| side(line).unwrap_or_default());
    pieces.map(|piece| piece.text).collect()
}

/// Lines that two sides are likely to share, in any order.
fn text() -> impl Strategy<Value = String> {
    let line = "(---|id: a|tags: [x]|## 可直接说|## 收费|请您放心|请您稍等|\\PC{0,6})\r?\n";
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.concat())
}

proptest! {
    #[test]
    fn joining_the_pieces_of_a_side_gives_its_text(old in text(), new in text(), entries in any::<bool>()) {
        let front = if entries { "---\n" } else { "" };
        let (old, new) = (format!("{front}{old}"), format!("{front}{new}"));
        let changes = difference(&old, &new, &LEXICON);
        prop_assert_eq!(joined(&changes, true), old);
        prop_assert_eq!(joined(&changes, false), new);
    }
}
