//! Parts of a card and steps of a flow, as their authors write them.

use crate::document::{Inline, Target};
use crate::entry::{Entry, NeverPair};
use crate::fixture::codes;
use crate::plain::{searchable, spoken_sentence};
use crate::reading::{Reading, read_entry};
use std::collections::BTreeMap;

/// The body begins in line 7.
fn read(kind: &str, body: &str) -> (Entry, Vec<String>) {
    let text = format!("---\nid: a\nkind: {kind}\ntitle: x\nstatus: draft\n---\n{body}");
    let Reading { entry, problems } = read_entry("entries/a.md", &text);
    (entry.unwrap(), codes(&problems))
}

fn said(inlines: &[Inline]) -> String {
    spoken_sentence(inlines, &BTreeMap::new())
}

fn must(body: &str) -> Vec<String> {
    let (entry, _) = read("script", &format!("## 必须说\n{body}"));
    entry
        .card
        .must
        .iter()
        .map(|sentence| said(sentence))
        .collect()
}

fn never(body: &str) -> (String, Option<String>) {
    let (entry, _) = read("script", &format!("## 不能说\n- {body}\n"));
    let NeverPair { phrase, instead } = &entry.card.never[0];
    (said(phrase), instead.as_deref().map(said))
}

fn pair(phrase: &str, instead: &str) -> (String, Option<String>) {
    (phrase.to_owned(), Some(instead.to_owned()))
}

#[test]
fn the_four_parts_and_the_others_find_their_places() {
    let body =
        "前言\n\n## 可直接说\n甲\n## 必须说\n- 乙\n## 不能说\n- 丙\n## 仅内部\n丁\n## 依据\n戊\n";
    let (entry, problems) = read("script", body);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(
        (
            searchable(&entry.card.say),
            searchable(&entry.card.internal)
        ),
        ("甲".into(), "丁".into())
    );
    let sections: Vec<(&str, String)> = entry
        .sections
        .iter()
        .map(|section| (section.title.as_str(), searchable(&section.blocks)))
        .collect();
    assert_eq!(
        sections,
        [("", "前言".to_owned()), ("依据", "戊".to_owned())]
    );
}

#[test]
fn each_item_and_each_paragraph_is_a_sentence() {
    assert_eq!(
        must("- 一\n- 二\n\n  还是二\n- 三\n  - 四\n"),
        ["一", "二\n还是二", "三", "四"]
    );
    assert_eq!(must("一。\n\n二。\n"), ["一。", "二。"]);
}

#[test]
fn what_is_no_sentence_keeps_its_words_and_is_named() {
    let (entry, problems) = read("script", "## 必须说\n|甲|乙|\n|-|-|\n|丙|丁|\n");
    assert_eq!(problems, ["8:not-a-sentence"]);
    assert!(said(&entry.card.must[0]).contains('丁'));
}

#[test]
fn a_phrase_has_its_replacement_behind_an_arrow() {
    assert_eq!(
        never("「不归我管」 → 「我帮您转」"),
        pair("不归我管", "我帮您转")
    );
    assert_eq!(
        never("“不归我管” -> 我帮您转"),
        pair("不归我管", "我帮您转")
    );
    assert_eq!(
        never("「**保本**」→「收益以公告为准」"),
        pair("保本", "收益以公告为准")
    );
    assert_eq!(
        never("「甲」或「乙」 → 「丙」"),
        pair("「甲」或「乙」", "丙")
    );
    assert_eq!(never("「不归我管」"), ("不归我管".to_owned(), None));
    assert_eq!(never("「不归我管」 →"), ("不归我管".to_owned(), None));
}

#[test]
fn a_part_that_stands_twice_is_joined_and_named() {
    let (entry, problems) = read("script", "## 必须说\n- 一\n## 必须说\n- 二\n");
    assert_eq!(
        (entry.card.must.len(), problems),
        (2, vec!["9:part-twice".to_owned()])
    );
}

#[test]
fn a_heading_that_means_a_part_is_named() {
    for heading in ["必需说", "仅内部使用", "可直接说：", "不能說"] {
        let (entry, problems) = read("script", &format!("## {heading}\n- 一\n"));
        assert_eq!(
            (entry.sections.len(), problems),
            (1, vec!["7:part-misspelt".to_owned()]),
            "{heading}"
        );
    }
    assert_eq!(read("guide", "## 步骤\n一\n").1, Vec::<String>::new());
}

const FLOW: &str = "\
## 步骤
### verify 核实身份
先说 [[identity-check]]。

- [ ] 核对姓名
- [x] 核对证件
- 语气要稳
- 若客户着急 → #calm
- 若被骗 → [[fraud-stop]]
- 若都不是 -> #calm（再问一次）
### calm 安抚
慢一点。
";

#[test]
fn a_step_has_text_checks_and_branches() {
    let (entry, problems) = read("flow", FLOW);
    assert_eq!(problems, Vec::<String>::new());
    let [verify, calm] = entry.steps.as_slice() else {
        panic!("two steps")
    };
    assert_eq!(
        (verify.id.as_str(), verify.title.as_str()),
        ("verify", "核实身份")
    );
    assert_eq!(
        searchable(&verify.blocks),
        "先说 identity-check。\n语气要稳"
    );
    assert_eq!(
        verify
            .checks
            .iter()
            .map(|check| said(check))
            .collect::<Vec<_>>(),
        ["核对姓名", "核对证件"]
    );
    let ways: Vec<(String, bool)> = verify
        .branches
        .iter()
        .map(|branch| (said(&branch.when), matches!(branch.to, Target::Step { .. })))
        .collect();
    let expected = [
        ("若客户着急", true),
        ("若被骗", false),
        ("若都不是（再问一次）", true),
    ];
    assert_eq!(ways, expected.map(|(when, step)| (when.to_owned(), step)));
    assert_eq!(searchable(&calm.blocks), "慢一点。");
}

#[test]
fn ways_to_steps_that_are_not_there_are_named_at_their_lines() {
    let body =
        "## 步骤\n### a 甲\n- 好 → #b\n- 坏 → #安抚\n\n见 [[#c]]。\n## 仅内部\n见 [[#d]]。\n";
    assert_eq!(
        read("flow", body).1,
        [
            "0:step-unknown",
            "9:step-unknown",
            "10:step-unknown",
            "12:step-unknown"
        ]
    );
}

#[test]
fn steps_have_ids_of_their_own() {
    let (entry, problems) = read("flow", "## 步骤\n### a 甲\n### a 乙\n### 丙\n");
    assert_eq!(problems, ["9:step-twice", "10:step-id-bad"]);
    assert_eq!(entry.steps[2].id, "step-3");
}

#[test]
fn a_flow_has_steps_and_keeps_what_stands_before_them() {
    assert_eq!(read("flow", "## 步骤\n先看\n").1, ["0:steps-missing"]);
    assert_eq!(
        read("flow", "## 步骤\n先看\n### a 甲\n").0.sections[0].title,
        "步骤"
    );
}
