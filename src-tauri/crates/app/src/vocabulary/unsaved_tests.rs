//! What is kept of edits in a workspace on the disk.

use super::VocabularySession;
use crate::contract::{CustomerWords, EntryEdit, OpenWorkspace, RowEdit, VocabularyEdits};
use crate::desk::{Desk, Places};
use crate::training::Training;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;

const ENTRY: &str =
    "---\nid: card-loss\nkind: faq\ntitle: 银行卡挂失\nstatus: draft\n---\n## 可直接说\n好的。\n";

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 15:42:08))
}

fn workspace() -> (TempDir, Training) {
    let folder = tempfile::tempdir().unwrap();
    let knowledge = folder.path().join("knowledge");
    fs::create_dir_all(knowledge.join("entries")).unwrap();
    fs::write(knowledge.join("entries/card-loss.md"), ENTRY).unwrap();
    let desk = Arc::new(Desk::new(Places {
        knowledge: knowledge.clone(),
        index: None,
        settings: folder.path().join("settings"),
        model: None,
    }));
    let training = Training::new(desk, knowledge, Arc::new(|_| ()));
    let request = OpenWorkspace {
        folder: folder.path().join("workspace").display().to_string(),
        person: "周老师".to_owned(),
        create: true,
    };
    training.open_workspace(&request, now()).unwrap();
    (folder, training)
}

fn edits() -> VocabularyEdits {
    let words = CustomerWords {
        aliases: vec!["卡丢了".to_owned()],
        ..CustomerWords::default()
    };
    VocabularyEdits {
        entries: vec![EntryEdit {
            id: "card-loss".to_owned(),
            was: CustomerWords::default(),
            words,
        }],
        rows: vec![RowEdit {
            file: "vocabulary/synonyms.tsv".to_owned(),
            line: None,
            was: String::new(),
            cells: Some(vec!["挂失".to_owned(), "遗失".to_owned()]),
        }],
    }
}

#[test]
fn edits_come_back_with_their_time_and_maker_until_there_are_none() {
    let (_folder, training) = workspace();
    let session = VocabularySession::default();
    assert_eq!(session.kept(&training).unwrap(), None);
    session.keep(&training, &edits(), now()).unwrap();
    let kept = VocabularySession::default()
        .kept(&training)
        .unwrap()
        .unwrap();
    assert_eq!(
        (kept.at.as_str(), kept.by.as_str()),
        ("11-22 15:42", "周老师")
    );
    assert_eq!(kept.edits, edits());
    session
        .keep(&training, &VocabularyEdits::default(), now())
        .unwrap();
    assert_eq!(session.kept(&training).unwrap(), None);
}

#[test]
fn saved_edits_are_kept_no_longer() {
    let (_folder, training) = workspace();
    let session = VocabularySession::default();
    session.keep(&training, &edits(), now()).unwrap();
    session.save(&training, &edits(), now()).unwrap();
    assert_eq!(session.kept(&training).unwrap(), None);
}

#[test]
fn kept_edits_are_no_unsaved_entry() {
    let (_folder, training) = workspace();
    VocabularySession::default()
        .keep(&training, &edits(), now())
        .unwrap();
    let list = crate::editing::list(&training, now()).unwrap();
    assert_eq!(list.rows.len(), 1);
    assert_eq!((list.rows[0].unsaved.clone(), list.lost.len()), (None, 0));
}
