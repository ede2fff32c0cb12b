//! The window's import, from a file to an act and back.

use super::ImportSession;
use crate::contract::{
    ExportAs, ExportRequest, ImportChoice, ImportDecision, ImportRequest, OpenWorkspace,
};
use crate::desk::{Desk, Places};
use crate::training::Training;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use time::macros::datetime;
use yingda_content::BeijingTime;

const CARD: &str = "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\nstatus: draft\n---\n## 可直接说\n请您放心。\n";

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

fn opened(folder: &Path) -> Training {
    let knowledge = folder.join("knowledge");
    fs::create_dir_all(knowledge.join("entries")).unwrap();
    fs::write(knowledge.join("entries/card-loss.md"), CARD).unwrap();
    let desk = Arc::new(Desk::new(Places {
        knowledge: knowledge.clone(),
        index: None,
        settings: folder.join("settings"),
        model: None,
    }));
    desk.load(&|_| ());
    let training = Training::new(desk, knowledge, Arc::new(|_| ()));
    let request = OpenWorkspace {
        folder: folder.join("workspace").display().to_string(),
        person: "周老师".to_owned(),
        create: true,
    };
    training.open_workspace(&request, now()).unwrap();
    training
}

fn request(folder: &Path, name: &str, text: &str) -> ImportRequest {
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    ImportRequest {
        file: file.display().to_string(),
        ..ImportRequest::default()
    }
}

fn entries(training: &Training) -> usize {
    training.snapshot().unwrap().library.len()
}

#[test]
fn nothing_is_written_before_it_is_accepted_and_one_act_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let training = opened(folder.path());
    let session = ImportSession::default();
    let asked = request(
        folder.path(),
        "问答.csv",
        "问题,答案\n怎么销户？,先结清。\n怎么开户？,带证件。\n",
    );
    let view = session.read(&training, &asked).unwrap();
    assert_eq!((view.total, view.fault), (2, None));
    assert_eq!(view.sheets[0].columns.header, Some(0));
    assert_eq!(entries(&training), 1);
    let skip = ImportChoice {
        file: asked.file,
        number: 1,
        decision: ImportDecision::Skip,
    };
    let done = session.accept(&training, &[skip], now()).unwrap();
    assert_eq!((done.made, done.skipped), (1, 1));
    assert_eq!(entries(&training), 2);
    session
        .undo(&training, &done.version.unwrap(), now())
        .unwrap();
    assert_eq!(entries(&training), 1);
}

#[test]
fn a_file_that_cannot_be_read_says_why_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let training = opened(folder.path());
    let asked = request(folder.path(), "a.docx", "PK\u{3}\u{4}");
    let fault = ImportSession::default()
        .read(&training, &asked)
        .unwrap()
        .fault
        .unwrap();
    assert!(fault.zh.contains("损坏") && fault.en.contains("damaged"));
}

#[test]
fn what_was_exported_changes_its_entry_when_it_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let training = opened(folder.path());
    let file = folder.path().join("out.xlsx").display().to_string();
    let export = ExportRequest {
        ids: Vec::new(),
        form: ExportAs::Excel,
        file: file.clone(),
    };
    assert_eq!(super::export(&training, &export, now()), Ok(1));
    let session = ImportSession::default();
    let asked = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    let view = session.read(&training, &asked).unwrap();
    assert_eq!(view.drafts[0].decision, ImportDecision::Update);
    let done = session.accept(&training, &[], now()).unwrap();
    assert_eq!((done.version, done.skipped), (None, 1));
}
