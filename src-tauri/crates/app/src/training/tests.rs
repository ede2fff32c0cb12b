use super::Training;
use crate::contract::{ErrorCode, OpenWorkspace, SearchRequest};
use crate::desk::{Desk, Places};
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_workspace::Change;

const FILE: &str = "entries/card-loss.md";

fn text(alias: &str) -> String {
    format!(
        "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [{alias}]\nstatus: draft\n---\n## 可直接说\n请您放心。\n"
    )
}

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

struct Trainer {
    folder: TempDir,
    training: Training,
}

impl Trainer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let knowledge = folder.path().join("knowledge");
        fs::create_dir_all(knowledge.join("entries")).unwrap();
        fs::write(knowledge.join(FILE), text("卡丢了")).unwrap();
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: None,
            settings: folder.path().join("settings"),
            model: None,
        }));
        desk.load(&|_| ());
        let training = Training::new(desk, knowledge, Arc::new(|_| ()));
        Self { folder, training }
    }

    fn opened() -> Self {
        let trainer = Self::new();
        trainer.open(true, "周老师").unwrap();
        trainer
    }

    fn open(&self, create: bool, person: &str) -> Result<(), crate::contract::AppError> {
        let request = OpenWorkspace {
            folder: self.folder.path().join("workspace").display().to_string(),
            person: person.to_owned(),
            create,
        };
        self.training.open_workspace(&request, now()).map(drop)
    }

    fn finds(&self, typed: &str) -> bool {
        let request = SearchRequest {
            text: typed.to_owned(),
            ..SearchRequest::default()
        };
        !self
            .training
            .desk()
            .search(&request, now())
            .unwrap()
            .hits
            .is_empty()
    }

    fn save(&self, before: &str, after: &str) -> Result<super::Saved, crate::contract::AppError> {
        let change = Change {
            file: FILE.to_owned(),
            before: Some(before.to_owned()),
            after: Some(after.to_owned()),
        };
        self.training.save(&[change], "加别名", now())
    }
}

#[test]
fn what_is_saved_is_found_at_once() {
    let trainer = Trainer::opened();
    assert!(!trainer.finds("磁条刮花"));
    trainer.save(&text("卡丢了"), &text("磁条刮花")).unwrap();
    assert!(trainer.finds("磁条刮花"));
}

#[test]
fn a_saved_act_can_be_taken_back() {
    let trainer = Trainer::opened();
    let saved = trainer.save(&text("卡丢了"), &text("磁条刮花")).unwrap();
    trainer
        .training
        .undo(&saved.version.id, "撤销", now())
        .unwrap();
    assert!(!trainer.finds("磁条刮花"));
}

#[test]
fn what_changed_meanwhile_is_not_overwritten() {
    let trainer = Trainer::opened();
    trainer.save(&text("卡丢了"), &text("磁条刮花")).unwrap();
    let error = trainer.save(&text("卡丢了"), &text("补卡")).unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::ChangedMeanwhile, FILE)
    );
    assert!(trainer.finds("磁条刮花"));
}

#[test]
fn the_installed_library_is_never_written_and_comes_back() {
    let trainer = Trainer::opened();
    trainer.save(&text("卡丢了"), &text("磁条刮花")).unwrap();
    let installed = fs::read_to_string(trainer.folder.path().join("knowledge").join(FILE)).unwrap();
    assert_eq!(installed, text("卡丢了"));
    trainer.training.close_workspace();
    assert!(!trainer.finds("磁条刮花"));
    trainer.open(false, "林老师").unwrap();
    assert!(trainer.finds("磁条刮花"));
}

#[test]
fn nothing_is_saved_without_a_workspace_and_nobody_works_without_a_name() {
    let trainer = Trainer::new();
    let error = trainer
        .save(&text("卡丢了"), &text("磁条刮花"))
        .unwrap_err();
    assert_eq!(error.code, ErrorCode::NoWorkspace);
    assert_eq!(
        trainer.open(true, " ").unwrap_err().code,
        ErrorCode::PersonMissing
    );
}

#[test]
fn what_another_program_changed_is_picked_up_and_our_own_acts_are_not_read_twice() {
    let trainer = Trainer::opened();
    assert!(!trainer.training.look());
    trainer.save(&text("卡丢了"), &text("磁条刮花")).unwrap();
    assert!(!trainer.training.look());
    let file = trainer.folder.path().join("workspace").join(FILE);
    fs::write(file, text("折断了")).unwrap();
    assert!(trainer.training.look());
    assert!(trainer.finds("折断了"));
    assert!(!trainer.training.look());
}
