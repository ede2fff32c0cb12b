use crate::contract::{ErrorCode, MembersTrial, OpenWorkspace, Role, RowEdit};
use crate::desk::{Desk, Places};
use crate::training::{Change, Training};
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;

const ENTRY: &str =
    "---\nid: fee\nkind: faq\ntitle: 年费\ntags: [收费]\nstatus: draft\n---\n## 可直接说\n好的。\n";

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

struct Bank {
    folder: TempDir,
    training: Training,
}

impl Bank {
    /// A workspace that 周老师 made.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let knowledge = folder.path().join("knowledge");
        fs::create_dir_all(knowledge.join("entries")).unwrap();
        fs::write(knowledge.join("entries/fee.md"), ENTRY).unwrap();
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: None,
            settings: folder.path().join("settings"),
            model: None,
        }));
        let bank = Self {
            training: Training::new(desk, knowledge, Arc::new(|_| ())),
            folder,
        };
        bank.open("周老师", true);
        bank
    }

    /// One where 林老师 approves for 消保.
    fn named() -> Self {
        let bank = Self::new();
        let edit = [added("people.tsv", &["林老师", "approver", "消保"])];
        bank.training.save_members(&edit, now()).unwrap();
        bank
    }

    fn open(&self, person: &str, create: bool) -> Role {
        let folder = self.folder.path().join("workspace").display().to_string();
        let person = person.to_owned();
        let request = OpenWorkspace {
            folder,
            person,
            create,
        };
        self.training.open_workspace(&request, now()).unwrap().role
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join("workspace").join(name)).unwrap_or_default()
    }

    fn refused(&self, edits: &[RowEdit]) -> String {
        let error = self.training.save_members(edits, now()).unwrap_err();
        assert_eq!(error.code, ErrorCode::WorkspaceRefused);
        error.detail
    }

    fn tried(&self, edits: &[RowEdit]) -> MembersTrial {
        self.training.try_members(edits).unwrap()
    }

    /// The row of a person, changed.
    fn change(&self, name: &str, cells: Option<&[&str]>) -> RowEdit {
        let rows = self.training.members().unwrap().people;
        let row = rows.iter().find(|row| row.cells[0] == name).unwrap();
        RowEdit {
            file: "people.tsv".to_owned(),
            line: Some(row.line),
            was: row.text.clone(),
            cells: cells.map(owned),
        }
    }
}

fn owned(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn added(file: &str, cells: &[&str]) -> RowEdit {
    RowEdit {
        file: file.to_owned(),
        line: None,
        was: String::new(),
        cells: Some(owned(cells)),
    }
}

#[test]
fn people_and_rules_are_saved_as_one_act_and_taken_back_as_one() {
    let bank = Bank::new();
    let people = bank.file("people.tsv");
    let edits = [
        added("people.tsv", &["林老师", "approver", "消保"]),
        added("review.tsv", &["all", "", "消保"]),
        added("review.tsv", &["tag", "收费", "业务、消保"]),
    ];
    let saved = bank.training.save_members(&edits, now()).unwrap();
    assert_eq!(
        bank.file("people.tsv"),
        format!("{people}林老师\tapprover\t消保\n")
    );
    assert_eq!(
        bank.file("review.tsv"),
        "all\t-\t消保\ntag\t收费\t业务、消保\n"
    );
    assert_eq!(saved.view.tags, ["收费"]);
    let view = bank.training.undo_members(&saved.version, now()).unwrap();
    assert_eq!((view.people.len(), view.rules.len()), (1, 0));
    assert_eq!(bank.file("people.tsv"), people);
}

#[test]
fn once_something_was_done_since_only_an_approver_takes_a_list_back_and_one_stays() {
    let bank = Bank::new();
    let edit = [added("people.tsv", &["林老师", "approver", "消保"])];
    let saved = bank.training.save_members(&edit, now()).unwrap();
    let before = Some(bank.file("entries/fee.md"));
    let after = before.as_deref().map(|text| text.replace("好的", "可以"));
    let file = "entries/fee.md".to_owned();
    let change = Change {
        file,
        before,
        after,
    };
    bank.training.save(&[change], "改", now()).unwrap();
    let undo = || {
        bank.training
            .undo_members(&saved.version, now())
            .unwrap_err()
    };
    assert!(undo().detail.contains("林老师"));
    assert_eq!(bank.open("林老师", false), Role::Approver);
    assert!(undo().detail.contains("至少要留一位"));
}

#[test]
fn rules_alone_are_taken_back_by_one_step() {
    let bank = Bank::new();
    let saved = bank
        .training
        .save_members(&[added("review.tsv", &["all", "-", "业务"])], now())
        .unwrap();
    let view = bank.training.undo_members(&saved.version, now()).unwrap();
    assert_eq!(view.rules, []);
    assert_eq!(bank.file("review.tsv"), "");
}

#[test]
fn who_is_no_approver_makes_nobody_one_by_no_way() {
    let bank = Bank::named();
    let me = bank.change("周老师", Some(&["周老师", "approver", ""]));
    assert!(bank.training.members().unwrap().refused.is_some());
    assert!(bank.refused(std::slice::from_ref(&me)).contains("林老师"));
    // By any other act that is saved.
    let before = Some(bank.file("people.tsv"));
    let after = Some("周老师\tapprover\t\n".to_owned());
    let file = "people.tsv".to_owned();
    let change = Change {
        file,
        before,
        after,
    };
    assert!(bank.training.save(&[change], "改", now()).is_err());
    // By another program: it gives no role, and is not taken in.
    let path = bank.folder.path().join("workspace/people.tsv");
    fs::write(path, "周老师\tapprover\t\n陈老师\ttrainer\t\n").unwrap();
    assert_eq!(bank.open("周老师", false), Role::Trainer);
    let error = bank.training.keep_outside(now()).unwrap_err();
    assert!(error.detail.contains("林老师"), "{}", error.detail);
}

#[test]
fn an_approver_changes_the_lists_but_keeps_an_approver_and_themselves() {
    let bank = Bank::named();
    assert_eq!(bank.open("林老师", false), Role::Approver);
    let down = bank.change("林老师", Some(&["林老师", "trainer", ""]));
    assert!(bank.tried(std::slice::from_ref(&down)).refused.is_some());
    assert!(bank.refused(&[down]).contains("至少要留一位"));
    let follow = added("people.tsv", &["陈老师", "approver", ""]);
    let out = bank.change("林老师", None);
    assert!(bank.refused(&[out, follow.clone()]).contains("您自己"));
    let down = bank.change("林老师", Some(&["林老师", "trainer", ""]));
    bank.training.save_members(&[down, follow], now()).unwrap();
    assert_eq!(bank.training.workspace().unwrap().role, Role::Trainer);
}

#[test]
fn a_wrong_row_is_told_at_its_place_and_nothing_is_saved() {
    let bank = Bank::new();
    let edits = [
        added("people.tsv", &["周老师", "", ""]),
        added("review.tsv", &["kind", "faq", ""]),
    ];
    let faults = bank.tried(&edits).faults;
    let zh: Vec<&str> = faults.iter().map(|fault| fault.what.zh.as_str()).collect();
    assert_eq!(
        zh,
        [
            "周老师 已经在名单里，请留下一行。",
            "角色空着，请选培训师或审批人。",
            "还没有审批岗，请至少勾选一个，或去掉这一行。",
        ]
    );
    let before = bank.file("people.tsv");
    assert_eq!(bank.refused(&edits), zh[0]);
    assert_eq!(bank.file("people.tsv"), before);
}

#[test]
fn a_rule_that_nobody_can_meet_is_told() {
    let bank = Bank::named();
    let notes = bank
        .tried(&[added("review.tsv", &["all", "-", "法律"])])
        .notes;
    assert!(notes[0].zh.contains("法律"), "{notes:?}");
}

#[test]
fn a_list_that_changed_meanwhile_is_not_overwritten() {
    let bank = Bank::new();
    let mut stale = bank.change("周老师", Some(&["周老师", "approver", ""]));
    stale.was = "周老师\ttrainer\t业务".to_owned();
    let error = bank.training.save_members(&[stale], now()).unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::ChangedMeanwhile, "people.tsv")
    );
}
