//! Editing in a workspace on the disk.

use super::{create, delete, duplicate, forget, keep, list, open, save};
use crate::contract::{
    AppError, CreateRequest, DeleteRequest, EntryRow, EntryStatus, ErrorCode, KeepRequest,
    OpenWorkspace, SaveOutcome, SaveRequest, SearchRequest,
};
use crate::desk::{Desk, Places};
use crate::training::Training;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::entry::Kind;
use yingda_content::{BeijingTime, sheet};

const FILE: &str = "entries/card-loss.md";

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 15:42:08))
}

/// A text whose approval fits.
fn approved() -> String {
    let plain = "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [卡丢了]\nstatus: approved\n\
         approvals:\n  - {role: 业务, by: 甲, date: 2026-05-01, digest: \"?\"}\n---\n## 可直接说\n请您放心。\n";
    plain.replace('?', &sheet::digest_of(plain).unwrap())
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
        fs::write(knowledge.join(FILE), approved()).unwrap();
        fs::write(knowledge.join("entries/broken.md"), "没有属性").unwrap();
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
        Self { folder, training }
    }

    fn on_disk(&self) -> String {
        fs::read_to_string(self.folder.path().join("workspace").join(FILE)).unwrap()
    }

    fn save(&self, text: &str, base: &str) -> SaveOutcome {
        let request = SaveRequest {
            file: FILE.to_owned(),
            text: text.to_owned(),
            base: sheet::fingerprint(base),
        };
        save(&self.training, &request, now()).unwrap()
    }

    fn finds(&self, typed: &str) -> bool {
        let request = SearchRequest {
            text: typed.to_owned(),
            ..SearchRequest::default()
        };
        let found = self.training.desk().search(&request, now());
        !found.unwrap().hits.is_empty()
    }

    fn row(&self, file: &str) -> EntryRow {
        let rows = list(&self.training, now()).unwrap().rows;
        rows.into_iter().find(|row| row.file == file).unwrap()
    }

    fn keep(&self, text: &str) {
        let request = KeepRequest {
            file: FILE.to_owned(),
            base: sheet::fingerprint(&approved()),
            text: text.to_owned(),
            undo: "{}".to_owned(),
        };
        assert_eq!(keep(&self.training, &request, now()).unwrap(), "15:42:08");
    }

    fn create(&self, title: &str) -> Result<EntryRow, AppError> {
        let request = CreateRequest {
            kind: Kind::Faq,
            title: title.to_owned(),
        };
        create(&self.training, &request, now())
    }

    fn delete(&self, file: &str) -> Result<(), AppError> {
        let opened = open(&self.training, file, now())?;
        let request = DeleteRequest {
            file: file.to_owned(),
            base: opened.fingerprint,
        };
        delete(&self.training, &request, now())
    }

    fn last_message(&self) -> String {
        let open = self.training.open().unwrap();
        open.workspace.history(None, 1).unwrap()[0].message.clone()
    }
}

#[test]
fn a_save_is_found_at_once_and_says_what_it_was() {
    let trainer = Trainer::new();
    let text = approved().replace("[卡丢了]", "[卡丢了, 磁条刮花]");
    let saved = trainer.save(&text, &approved());
    assert!(
        matches!(
            saved,
            SaveOutcome::Saved {
                reopened: false,
                ..
            }
        ),
        "{saved:?}"
    );
    assert!(trainer.finds("磁条刮花"));
    assert_eq!(trainer.last_message(), "修改：银行卡挂失（别名）");
}

#[test]
fn approved_wording_that_was_changed_lies_in_review() {
    let trainer = Trainer::new();
    let saved = trainer.save(&approved().replace("放心", "稍等"), &approved());
    let SaveOutcome::Saved {
        reopened,
        row,
        text,
        ..
    } = saved
    else {
        panic!("{saved:?}")
    };
    assert!(reopened);
    assert_eq!(row.status, EntryStatus::InReview);
    assert_eq!(trainer.on_disk(), text);
    assert!(text.contains("status: in_review"));
}

#[test]
fn nothing_is_written_over_what_somebody_else_saved() {
    let trainer = Trainer::new();
    trainer.save(&approved().replace("放心", "稍等"), &approved());
    let theirs = trainer.on_disk();
    let outcome = trainer.save(&approved().replace("放心", "别急"), &approved());
    let SaveOutcome::ChangedMeanwhile {
        text,
        by,
        fingerprint,
    } = outcome
    else {
        panic!("{outcome:?}")
    };
    assert_eq!(
        (text.as_deref(), by.as_deref()),
        (Some(theirs.as_str()), Some("周老师"))
    );
    assert_eq!(fingerprint, sheet::fingerprint(&theirs));
    assert_eq!(trainer.on_disk(), theirs);
}

#[test]
fn saving_what_lies_there_is_no_act() {
    let trainer = Trainer::new();
    let before = trainer.last_message();
    trainer.save(&approved(), &approved());
    assert_eq!(trainer.last_message(), before);
}

#[test]
fn a_text_with_errors_is_saved_and_counted() {
    let trainer = Trainer::new();
    let saved = trainer.save("---\nid: [\n", &approved());
    let SaveOutcome::Saved { row, .. } = saved else {
        panic!("{saved:?}")
    };
    assert_eq!(row.status, EntryStatus::Unreadable);
    assert!(row.errors > 0);
    assert_eq!(trainer.on_disk(), "---\nid: [\n");
}

#[test]
fn the_list_has_every_file_and_who_wrote_it() {
    let trainer = Trainer::new();
    assert_eq!(
        trainer.row("entries/broken.md").status,
        EntryStatus::Unreadable
    );
    let untouched = trainer.row(FILE);
    assert_eq!((untouched.author, untouched.mine), (None, false));
    trainer.save(&approved().replace("[卡丢了]", "[补卡]"), &approved());
    let written = trainer.row(FILE);
    assert_eq!(
        (written.author.as_deref(), written.mine),
        (Some("周老师"), true)
    );
}

#[test]
fn unsaved_typing_is_offered_until_it_is_saved_or_dropped() {
    let trainer = Trainer::new();
    let typed = approved().replace("放心", "稍等");
    trainer.keep(&typed);
    assert_eq!(trainer.row(FILE).unsaved.as_deref(), Some("11-22 15:42"));
    let recovered = open(&trainer.training, FILE, now())
        .unwrap()
        .recovered
        .unwrap();
    assert_eq!(
        (recovered.text.as_str(), recovered.by.as_str()),
        (typed.as_str(), "周老师")
    );
    assert!(!recovered.outdated);
    forget(&trainer.training, FILE).unwrap();
    assert_eq!(
        open(&trainer.training, FILE, now()).unwrap().recovered,
        None
    );
    trainer.keep(&typed);
    trainer.save(&typed, &approved());
    assert_eq!(
        open(&trainer.training, FILE, now()).unwrap().recovered,
        None
    );
}

#[test]
fn unsaved_typing_says_when_the_file_was_saved_since() {
    let trainer = Trainer::new();
    trainer.save(&approved().replace("放心", "稍等"), &approved());
    trainer.keep(&approved().replace("放心", "别急"));
    let recovered = open(&trainer.training, FILE, now())
        .unwrap()
        .recovered
        .unwrap();
    assert!(recovered.outdated);
}

#[test]
fn a_new_draft_can_be_found_copied_and_deleted() {
    let trainer = Trainer::new();
    let row = trainer.create("信用卡还不上").unwrap();
    assert!(trainer.finds("信用卡还不上"));
    let text = open(&trainer.training, &row.file, now()).unwrap().text;
    let copy = duplicate(&trainer.training, &text, now()).unwrap();
    assert_ne!(copy.file, row.file);
    trainer.delete(&row.file).unwrap();
    let gone = open(&trainer.training, &row.file, now()).unwrap_err();
    assert_eq!(gone.code, ErrorCode::EntryUnknown);
}

#[test]
fn two_drafts_with_one_title_have_two_files() {
    let trainer = Trainer::new();
    let one = trainer.create("信用卡还不上").unwrap();
    let other = trainer.create("信用卡还不上").unwrap();
    assert_ne!(one.file, other.file);
}

#[test]
fn what_was_ever_approved_is_not_deleted() {
    let trainer = Trainer::new();
    assert_eq!(
        trainer.delete(FILE).unwrap_err().code,
        ErrorCode::DraftsOnly
    );
    let as_draft = approved().replace("status: approved", "status: draft");
    let without = as_draft
        .lines()
        .filter(|line| !line.contains("role:") && !line.starts_with("approvals"))
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    trainer.save(&without, &approved());
    assert_eq!(
        trainer.delete(FILE).unwrap_err().code,
        ErrorCode::DraftsOnly
    );
}
