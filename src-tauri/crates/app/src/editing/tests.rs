//! Texts looked at beside a library of one entry.

use super::check::check;
use super::settle::settle;
use super::{act, drafts, form};
use crate::contract::{
    CardPart, CheckRequest, Checked, EntryStatus, ErrorCode, FormChange, PartText, StandingView,
    TextProblem, ValidityForm, Weight,
};
use crate::snapshot::{IndexPlace, Snapshot};
use std::fs;
use time::macros::date;
use yingda_content::entry::Kind;
use yingda_content::problem::Language;
use yingda_content::{BeijingTime, Severity, read_entry, sheet};

const FILE: &str = "entries/card-loss.md";

fn noon() -> BeijingTime {
    BeijingTime::start_of(date!(2026 - 05 - 20))
}

/// An approved text: its approval's digest fits.
fn approved() -> String {
    let plain = "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [卡丢了]\nstatus: approved\n\
         approvals:\n  - {role: 业务, by: 甲, date: 2026-05-01, digest: \"?\"}\n\
         review_by: 2026-11-01\n---\n## 可直接说\n请您放心。\n";
    let digest = sheet::digest_of(plain).unwrap();
    plain.replace('?', &digest)
}

fn draft(body: &str) -> String {
    format!("---\nid: a\nkind: faq\ntitle: 甲\nstatus: draft\nreview_by: 2026-11-01\n---\n{body}")
}

fn library() -> Snapshot {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("entries")).unwrap();
    fs::write(folder.path().join(FILE), approved()).unwrap();
    let taken = Snapshot::take(folder.path(), IndexPlace::Memory, None, &mut |_, _| {});
    taken.unwrap().0
}

fn checked_over(lies: Option<&str>, text: &str) -> Checked {
    let request = CheckRequest {
        file: "entries/a.md".to_owned(),
        text: text.to_owned(),
    };
    check(&library(), &request, lies, noon())
}

fn problem(text: &str, code: &str) -> TextProblem {
    let checked = checked_over(None, text);
    let found = checked.problems.iter().find(|problem| problem.code == code);
    found
        .unwrap_or_else(|| panic!("{code} in {:?}", checked.problems))
        .clone()
}

/// The text after the first fix of a problem.
fn fixed(text: &str, code: &str) -> String {
    let problem = problem(text, code);
    let fix = problem
        .fixes
        .first()
        .unwrap_or_else(|| panic!("a fix for {code}"));
    let mut lines: Vec<&str> = text.split('\n').collect();
    let at = fix.line as usize - 1;
    lines.splice(
        at..at + fix.remove as usize,
        fix.lines.iter().map(String::as_str),
    );
    lines.join("\n")
}

#[test]
fn a_problem_knows_its_line_and_columns() {
    let problem = problem(
        "---\nid: a\nkind: faq\ntitle: 甲\nstatus: draft\nreviewby: 2026-11-01\n---\n",
        "key-unknown",
    );
    assert_eq!((problem.line, problem.from, problem.to), (Some(6), 0, 8));
    assert_eq!(problem.weight, Weight::Error);
}

#[test]
fn a_fix_takes_its_problem_away() {
    let cases = [
        ("key-unknown", draft("").replace("review_by", "reviewby")),
        (
            "key-twice",
            draft("").replace("kind: faq", "kind: faq\nkind: faq"),
        ),
        ("key-missing", draft("").replace("status: draft\n", "")),
        ("date-bad", draft("").replace("2026-11-01", "2026年11月1日")),
        ("word-unknown", draft("").replace("draft", "drafted")),
        (
            "pin-out-of-range",
            draft("").replace("review_by", "pin: 9\nreview_by"),
        ),
        (
            "stage-on-other-kind",
            draft("").replace("review_by", "stage: 受理\nreview_by"),
        ),
        (
            "front-matter-unclosed",
            draft("正文").replace("01\n---\n", "01\n"),
        ),
        ("front-matter-missing", "## 可直接说\n好。\n".to_owned()),
        ("part-misspelt", draft("## 可直接讲\n好。\n")),
        ("heading-too-high", draft("# 可直接说的\n好。\n")),
        ("raw-html", draft("## 可直接说\n请<b>稍等</b>。\n")),
        ("image", draft("## 说明\n见![图](a.png)。\n")),
        (
            "external-link",
            draft("## 说明\n见[官网](https://example.com)。\n"),
        ),
        ("link-id-bad", draft("## 说明\n见[[别的]]。\n")),
        (
            "field-unused",
            draft("").replace("review_by", "fields: {尾号: {type: digits}}\nreview_by"),
        ),
        (
            "dangling",
            draft("").replace("review_by", "related: [gone]\nreview_by"),
        ),
        ("approval-missing", draft("").replace("draft", "approved")),
        ("steps-missing", draft("").replace("faq", "flow")),
        (
            "review-by-missing",
            draft("").replace("review_by: 2026-11-01\n", ""),
        ),
        ("must-missing", draft("## 可直接说\n年利率 3%。\n")),
        (
            "half-width-punctuation",
            draft("## 可直接说\n您好,请稍等\"好\"。\n"),
        ),
    ];
    for (code, text) in cases {
        let after = fixed(&text, code);
        let left = checked_over(None, &after).problems;
        assert!(
            left.iter().all(|problem| problem.code != code),
            "{code}: {after}\n{left:?}"
        );
    }
}

#[test]
fn a_misfit_with_the_library_is_told_while_typing() {
    let text = draft("## 说明\n见[[card-loss]]和[[gone]]。\n").replace("id: a", "id: card-loss");
    let codes: Vec<String> = checked_over(None, &text)
        .problems
        .iter()
        .map(|problem| problem.code.clone())
        .collect();
    assert!(codes.contains(&"id-twice".to_owned()), "{codes:?}");
    assert_eq!(codes.iter().filter(|code| *code == "dangling").count(), 1);
}

#[test]
fn the_card_is_the_one_an_agent_would_see() {
    let approved = approved();
    let same = checked_over(Some(&approved), &approved);
    assert_eq!(same.status, EntryStatus::Approved);
    assert!(matches!(same.card.unwrap().standing, StandingView::Valid));
    let reworded = checked_over(Some(&approved), &approved.replace("放心", "稍等"));
    assert_eq!(
        (reworded.status, reworded.reopens),
        (EntryStatus::InReview, true)
    );
    assert!(matches!(
        reworded.card.unwrap().standing,
        StandingView::Unapproved
    ));
}

#[test]
fn broken_front_matter_shows_problems_and_no_card() {
    let checked = checked_over(None, "---\nid: [\n---\n## 可直接说\n好。\n");
    assert_eq!((checked.form, checked.card), (None, None));
    assert_eq!(checked.status, EntryStatus::Unreadable);
    assert!(!checked.problems.is_empty());
}

#[test]
fn rewording_what_was_approved_puts_it_in_review() {
    let before = approved();
    let settled = settle(Some(&before), &before.replace("放心", "稍等"));
    assert!(settled.reopened);
    assert!(
        settled.text.contains("status: in_review"),
        "{}",
        settled.text
    );
}

#[test]
fn what_the_approval_does_not_cover_may_change() {
    let before = approved();
    let after = before.replace("[卡丢了]", "[卡丢了, 补卡]");
    let settled = settle(Some(&before), &after);
    assert_eq!((settled.reopened, settled.text), (false, after));
}

#[test]
fn an_approval_can_not_be_typed() {
    let approved = approved();
    let in_review = approved.replace("status: approved", "status: in_review");
    for before in [None, Some(in_review.as_str())] {
        assert!(settle(before, &approved).reopened, "{before:?}");
    }
    let by_another = approved.replace("by: 甲", "by: 乙");
    assert!(settle(Some(&approved), &by_another).reopened);
}

#[test]
fn an_act_says_what_was_changed() {
    let before = approved();
    let after = before
        .replace("放心", "稍等")
        .replace("[卡丢了]", "[卡丢了, 补卡]");
    assert_eq!(
        act::of_edit(&before, &after, FILE, Language::Chinese),
        "修改：银行卡挂失（可直接说、别名）"
    );
    assert_eq!(
        act::of_edit(
            &before,
            &before.replace("review_by: 2026-11-01\n", ""),
            FILE,
            Language::English
        ),
        "Edit: 银行卡挂失 (review date)"
    );
}

#[test]
fn a_form_change_leaves_every_other_line() {
    let before = approved();
    let change = |change: FormChange| form::change(&before, &change, Language::Chinese).unwrap();
    let aliases = change(FormChange::Aliases(vec![
        " 补卡 ".to_owned(),
        String::new(),
        "补卡".to_owned(),
    ]));
    assert_eq!(aliases, before.replace("[卡丢了]", "[补卡]"));
    let part = change(FormChange::Part(PartText {
        part: CardPart::Say,
        text: "请稍等。".to_owned(),
    }));
    assert_eq!(part, before.replace("请您放心。", "请稍等。"));
    let form = checked_over(None, &part).form.unwrap();
    assert_eq!(form.parts.first().unwrap().text, "请稍等。");
}

#[test]
fn what_replaces_an_entry_is_set_and_taken_out_in_the_form() {
    let before = approved();
    let replaced = |text: &str, id: &str| {
        let change = FormChange::SupersededBy(id.to_owned());
        form::change(text, &change, Language::Chinese).unwrap()
    };
    let set = replaced(&before, " card-lost ");
    let form = checked_over(None, &set).form.unwrap();
    assert_eq!(form.superseded_by, "card-lost");
    let out = replaced(&set, "");
    let form = checked_over(None, &out).form.unwrap();
    assert_eq!(form.superseded_by, "");
}

#[test]
fn a_wrong_day_in_the_form_is_refused_with_a_sentence() {
    let valid = ValidityForm {
        from: "2026-05-01T09:00".to_owned(),
        until: "2026-02-30".to_owned(),
    };
    let refused = form::change(&approved(), &FormChange::Valid(valid), Language::Chinese);
    let refused = refused.unwrap_err();
    assert_eq!(refused.code, ErrorCode::FormRefused);
    assert!(refused.detail.contains("2026-02-30"), "{}", refused.detail);
}

#[test]
fn a_title_can_not_be_emptied_in_the_form() {
    let refused = form::change(
        &approved(),
        &FormChange::Title(" ".to_owned()),
        Language::Chinese,
    );
    assert_eq!(refused.unwrap_err().code, ErrorCode::FormRefused);
}

#[test]
fn a_new_draft_has_a_free_id_and_no_errors() {
    let draft = drafts::from_template(&library(), Kind::Script, "贷款结清", noon()).unwrap();
    assert_eq!(draft.file, "entries/script/daikuan-jieqing.md");
    let problems = read_entry("", &draft.text).problems;
    assert!(
        problems
            .iter()
            .all(|problem| problem.severity() != Severity::Error),
        "{problems:?}"
    );
}

#[test]
fn a_copy_is_a_draft_of_its_own() {
    let copy = drafts::copy_of(&library(), &approved()).unwrap();
    let entry = read_entry("", &copy.text).entry.unwrap();
    assert_eq!(
        (entry.id.as_str(), entry.title.as_str()),
        ("card-loss-copy", "银行卡挂失（副本）")
    );
    assert_eq!(entry.approvals, []);
    assert_eq!(super::check::status(Some(&entry)), EntryStatus::Draft);
}
