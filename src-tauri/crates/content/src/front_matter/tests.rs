//! What front matter says, and every problem of it at its line.

use crate::entry::{Channel, Entry, FieldKind, Stage, Status};
use crate::fault::{Fault, ShapeFault, ValueFault};
use crate::fixture::codes;
use crate::problem::Problem;
use crate::reading::read_entry;

const REQUIRED: &str = "id: a\nkind: script\ntitle: 挂失\nstatus: draft\n";

fn read(front_matter: &str) -> (Option<Entry>, Vec<Problem>) {
    let reading = read_entry("entries/a.md", &format!("---\n{front_matter}---\n"));
    (reading.entry, reading.problems)
}

/// The entry and problems when these lines follow the required ones; the first of them is line 6.
fn with(lines: &str) -> (Entry, Vec<String>) {
    let (entry, problems) = read(&format!("{REQUIRED}{lines}"));
    (entry.unwrap(), codes(&problems))
}

fn problems(lines: &str) -> Vec<String> {
    with(lines).1
}

const FULL: &str = r#"id: card-loss
kind: script
title: 银行卡挂失
aliases: [卡丢了, 补卡]
not_for: [存折]
tags:
  - 借记卡
product: 借记卡
stage: 受理
channel: [phone]
scope: [全行]
related: [identity-check]
owner: 个人业务部
must_read: true
pin: -2
fields: {尾号: {type: digits, required: true}, 卡种: {type: choice, options: [借记卡, 信用卡]}, 称呼: }
status: withdrawn
approvals:
  - {role: 消保审查岗, by: 甲, date: 2026-05-01, number: 012, digest: null}
  - role: 法律岗
    by: 乙
    date: 2026-05-02
valid: {from: 2026-05-01T09:30, until: 2027-04-30}
review_by: 2026-11-01
superseded_by: null
source: {title: 电话服务手册, section: 2.30}
"#;

#[test]
fn every_key_is_read() {
    let (entry, problems) = read(FULL);
    let entry = entry.unwrap();
    assert_eq!(
        codes(&problems),
        ["0:field-unused", "0:field-unused", "0:field-unused"]
    );
    assert_eq!(entry.aliases, ["卡丢了", "补卡"]);
    assert_eq!(
        (entry.stage, entry.pin, entry.must_read),
        (Some(Stage::Intake), -2, true)
    );
    assert_eq!(entry.channel, [Channel::Phone]);
    assert_eq!(entry.status, Status::Withdrawn);
    assert_eq!(entry.fields["尾号"].kind, FieldKind::Digits);
    assert!(entry.fields["尾号"].required && !entry.fields["称呼"].required);
    assert_eq!(entry.fields["卡种"].options, ["借记卡", "信用卡"]);
    assert_eq!(
        entry.valid.from.unwrap().reading().to_string(),
        "2026-05-01 9:30:00.0"
    );
    assert_eq!(entry.valid.until.unwrap().to_string(), "2027-04-30");
    assert_eq!(entry.superseded_by, None);
}

#[test]
fn numbers_stay_as_typed() {
    let entry = read(FULL).0.unwrap();
    assert_eq!(entry.approvals[0].number.as_deref(), Some("012"));
    assert_eq!(entry.source.unwrap().section.as_deref(), Some("2.30"));
}

#[test]
fn what_is_not_said_has_its_default() {
    let (entry, problems) = with("");
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(entry.channel, [Channel::Phone, Channel::Counter]);
    assert_eq!(
        (entry.pin, entry.must_read, entry.scope.len()),
        (0, false, 0)
    );
}

#[test]
fn all_problems_of_a_file_are_listed_at_their_lines() {
    let (entry, problems) = read(
        "id: A b\nkind: skript\ntitle: [x]\nstatus: done\nvaild: {}\npin: 3\npin: 1\nmust_read: yes\n\
         channel: [fax]\nreview_by: 2026-02-30\n",
    );
    assert_eq!(entry, None);
    assert_eq!(
        codes(&problems),
        [
            "2:id-bad",
            "3:word-unknown",
            "4:wrong-type",
            "5:word-unknown",
            "6:key-unknown",
            "7:pin-out-of-range",
            "8:key-twice",
            "9:wrong-type",
            "10:word-unknown",
            "11:date-bad",
        ]
    );
}

#[test]
fn the_text_is_checked_even_when_front_matter_is_useless() {
    let reading = read_entry("entries/a.md", "---\nid: a\n---\n好<b>吗</b>\n");
    assert_eq!(
        codes(&reading.problems),
        [
            "1:key-missing",
            "1:key-missing",
            "1:key-missing",
            "4:raw-html",
            "4:raw-html"
        ]
    );
}

#[test]
fn an_unknown_key_suggests_the_nearest() {
    let (_, problems) = read(&format!("{REQUIRED}aliasses: [x]\n"));
    let nearest = Some("aliases");
    let fault: Fault = ShapeFault::KeyUnknown {
        key: "aliasses".to_owned(),
        nearest,
    }
    .into();
    assert_eq!(problems[0].fault, fault);
}

#[test]
fn broken_yaml_is_one_problem_at_its_line() {
    assert_eq!(
        codes(&read("id: a\ntitle: 贷款: 还款\n").1),
        ["3:yaml-broken"]
    );
    assert_eq!(codes(&read("- a\n").1), ["2:front-matter-not-keys"]);
    assert_eq!(codes(&read("").1), ["2:front-matter-not-keys"]);
}

#[test]
fn validity_ends_after_it_begins() {
    assert_eq!(
        problems("valid: {from: 2026-05-01, until: 2026-04-30}\n"),
        ["6:until-before-from"]
    );
    assert_eq!(
        problems("valid: {from: 2026-05-01T10:00, until: 2026-05-01}\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        problems("valid:\n  from: 2026-02-30\n  to: 2026-05-01\n"),
        ["7:date-bad", "8:key-unknown"]
    );
    assert_eq!(problems("valid: 2026\n"), ["6:wrong-type"]);
}

#[test]
fn only_a_script_has_a_stage() {
    let (entry, problems) = read("id: a\nkind: faq\ntitle: x\nstatus: draft\nstage: 开场\n");
    assert_eq!(codes(&problems), ["6:stage-on-other-kind"]);
    assert_eq!(entry.unwrap().stage, None);
}

#[test]
fn a_choice_has_options_and_nothing_else_has() {
    let codes = problems(
        "fields:\n  甲: {type: choice}\n  乙: {options: [x]}\n  丙: {type: colour}\n  丁: text\n",
    );
    let named: Vec<&String> = codes
        .iter()
        .filter(|code| !code.ends_with("field-unused"))
        .collect();
    assert_eq!(
        named,
        [
            "7:choice-without-options",
            "8:options-unused",
            "9:word-unknown",
            "10:wrong-type"
        ]
    );
}

#[test]
fn an_approval_has_role_name_and_day() {
    let (entry, problems) =
        with("approvals:\n  - {role: x, by: y}\n  - {by: y, date: 2026-01-01, digest: abc}\n");
    assert_eq!(problems, ["7:key-missing", "8:digest-bad", "8:key-missing"]);
    assert_eq!(entry.approvals.len(), 0);
}

#[test]
fn values_of_other_types_are_named() {
    assert_eq!(problems("aliases: 卡丢了\n"), ["6:wrong-type"]);
    assert_eq!(problems("aliases: [a: b]\n"), ["6:wrong-type"]);
    assert_eq!(problems("owner: ''\n"), ["6:key-missing"]);
    assert_eq!(problems("pin: high\n"), ["6:wrong-type"]);
    assert_eq!(problems("related: [a, B]\n"), ["6:id-bad"]);
    assert_eq!(problems("approvals: {role: x}\n"), ["6:wrong-type"]);
}

#[test]
fn a_word_unknown_names_the_words_there_are() {
    let (_, problems) = read(&REQUIRED.replace("draft", "in review"));
    let Fault::Value(ValueFault::WordUnknown { known, .. }) = &problems[0].fault else {
        panic!()
    };
    assert_eq!(
        known,
        &["draft", "in_review", "approved", "withdrawn", "retired"]
    );
}
