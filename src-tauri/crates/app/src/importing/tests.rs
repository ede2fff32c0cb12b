//! Drafts meet a library.

use super::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use yingda_content::BeijingTime;
use yingda_content::load;
use yingda_exchange::{Choices, Place};
use yingda_workspace::{Act, Workspace};

const CARD: &str = "---
id: card-loss
kind: script
title: 银行卡挂失
status: approved
---
## 可直接说
您好，我先帮您把卡冻结，再告诉您怎么补办新卡，补办的时候请带上身份证。
## 仅内部
先核身。
";

fn library() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("entries")).unwrap();
    fs::write(folder.path().join("entries/card-loss.md"), CARD).unwrap();
    folder
}

fn now() -> BeijingTime {
    BeijingTime::start_of(time::macros::date!(2026 - 11 - 22))
}

fn import(folder: &Path, name: &str, text: &str) -> ImportReport {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join(name);
    fs::write(&file, text).unwrap();
    let choices = Choices::default();
    import_into(folder, &[file], &choices, now(), &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

#[test]
fn new_drafts_get_files_that_are_read_without_a_problem() {
    let folder = library();
    let report = import(
        folder.path(),
        "问答.csv",
        "问题,答案\n怎么销户？,先结清余额。\n",
    );
    assert_eq!(report.files[0].made, ["zen-me-xiao-hu"]);
    let loaded = load(folder.path());
    let entry = loaded
        .library
        .entries()
        .iter()
        .find(|entry| entry.id.as_str() == "zen-me-xiao-hu")
        .unwrap();
    assert_eq!(entry.file, "entries/wen-da/zen-me-xiao-hu.md");
    let source = entry.source.clone().unwrap();
    assert_eq!(
        (source.title.as_str(), source.section.as_deref()),
        ("问答", Some("第 2 行"))
    );
}

#[test]
fn what_is_said_already_is_not_taken_twice() {
    let folder = library();
    let text = "问题,答案\n怎么销户？,先结清余额，再带身份证到网点办理销户手续，当天就能办完。\n";
    assert_eq!(
        import(folder.path(), "问答.csv", text).files[0].made.len(),
        1
    );
    let again = import(folder.path(), "问答.csv", text);
    assert_eq!((again.files[0].made.len(), again.files[0].skipped), (0, 1));
}

#[test]
fn a_near_duplicate_is_shown_and_can_be_merged() {
    let folder = library();
    let loaded = load(folder.path());
    let entries: Vec<&Entry> = loaded.library.entries().iter().map(AsRef::as_ref).collect();
    let mut draft = Draft::new(yingda_content::Kind::Faq, "银行卡怎么挂失", Place::Whole);
    draft.body = "## 可直接说\n我先帮您把卡冻结，再告诉您怎么补办新卡。挂失费十元。\n".to_owned();
    let mut proposals = propose(vec![draft], entries.iter().copied());
    let near = proposals[0].near.clone().unwrap();
    assert_eq!(near.id.as_str(), "card-loss");
    assert_eq!(proposals[0].decision, Decision::New);
    proposals[0].decision = Decision::Merge { into: near.id };
    let present = Present {
        entries: entries
            .iter()
            .map(|entry| (entry.id.as_str(), *entry))
            .collect(),
        text: &|_| Some(CARD.to_owned()),
    };
    let accepted = changes("问答", &proposals, &present);
    let after = accepted.changes[0].after.clone().unwrap();
    assert!(after.contains("银行卡怎么挂失"), "{after}");
    assert!(after.ends_with("## 仅内部\n先核身。\n\n我先帮您把卡冻结，再告诉您怎么补办新卡。挂失费十元。\n\n（来自《问答》）\n"), "{after}");
    let say =
        "## 可直接说\n您好，我先帮您把卡冻结，再告诉您怎么补办新卡，补办的时候请带上身份证。\n";
    assert!(after.contains(say), "{after}");
    assert!(after.contains("status: draft"));
}

#[test]
fn an_import_into_a_workspace_is_one_version_that_can_be_undone() {
    let from = library();
    let folder = tempfile::tempdir().unwrap();
    let act = Act {
        message: "新建".to_owned(),
        by: "甲".to_owned(),
        at: now(),
    };
    let place = folder.path().join("w");
    let workspace = Workspace::create(&place, from.path(), &act).unwrap();
    let report = import(
        &place,
        "问答.csv",
        "问题,答案\n怎么销户？,先结清。\n怎么开户？,带证件。\n",
    );
    let version = yingda_workspace::VersionId::parse(&report.version.unwrap()).unwrap();
    let saved = workspace.version(&version).unwrap();
    assert_eq!(saved.message, "导入《问答》：新增 2 条，更新 0 条");
    assert_eq!(saved.files.len(), 2);
    workspace.undo(&version, &act).unwrap();
    assert!(!place.join("entries/wen-da/zen-me-xiao-hu.md").exists());
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let folder = library();
    let outside = tempfile::tempdir().unwrap();
    let (bad, good) = (outside.path().join("a.docx"), outside.path().join("b.txt"));
    fs::write(&bad, "PK\u{3}\u{4}").unwrap();
    fs::write(&good, "问：怎么销户？\n答：先结清。\n").unwrap();
    let report = import_into(
        folder.path(),
        &[bad, good],
        &Choices::default(),
        now(),
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap();
    assert_eq!(report.files[0].read.clone().unwrap_err().code(), "corrupt");
    assert_eq!(report.files[1].made.len(), 1);
}
