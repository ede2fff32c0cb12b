//! Two people, each with a workspace of the same library, and a folder between them.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_workspace::Change;

use crate::contract::{
    AppError, ConflictDecision, ErrorCode, OpenWorkspace, SearchRequest, SyncChoice, SyncView,
};
use crate::desk::{Desk, Places};
use crate::training::Training;

const FILE: &str = "entries/card-loss.md";
const ENTRY: &str = "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [卡丢了]\nstatus: draft\n---\n## 可直接说\n请您放心。\n";

pub(super) fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00:05))
}

pub(super) struct Person {
    pub(super) training: Training,
    pub(super) share: PathBuf,
}

/// 甲 and 乙, who have synced once.
pub(super) struct Two {
    _folder: TempDir,
    pub(super) one: Person,
    pub(super) other: Person,
}

pub(super) fn two() -> Two {
    let folder = tempfile::tempdir().unwrap();
    let knowledge = folder.path().join("knowledge");
    fs::create_dir_all(knowledge.join("entries")).unwrap();
    fs::write(knowledge.join(FILE), ENTRY).unwrap();
    let share = folder.path().join("share");
    fs::create_dir(&share).unwrap();
    let person = |name: &str| {
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: None,
            settings: folder.path().join(format!("settings-{name}")),
            model: None,
        }));
        let training = Training::new(desk, knowledge.clone(), Arc::new(|_| ()));
        let request = OpenWorkspace {
            folder: folder.path().join(name).display().to_string(),
            person: name.to_owned(),
            create: true,
        };
        training.open_workspace(&request, now()).unwrap();
        let share = share.clone();
        Person { training, share }
    };
    let (one, other) = (person("甲"), person("乙"));
    for person in [&one, &other, &one] {
        person.syncs();
    }
    let _folder = folder;
    Two {
        _folder,
        one,
        other,
    }
}

impl Person {
    fn try_sync(&self) -> Result<SyncView, AppError> {
        let share = self.share.display().to_string();
        self.training.sync(&share, now())
    }

    pub(super) fn syncs(&self) -> SyncView {
        self.try_sync().unwrap()
    }

    fn text(&self) -> String {
        let open = self.training.open().unwrap();
        open.workspace.text(FILE).unwrap().unwrap()
    }

    pub(super) fn writes(&self, from: &str, to: &str) {
        let before = self.text();
        let change = Change {
            file: FILE.to_owned(),
            after: Some(before.replace(from, to)),
            before: Some(before),
        };
        self.training.save(&[change], "修改", now()).unwrap();
    }

    pub(super) fn finds(&self, typed: &str) -> bool {
        let request = SearchRequest {
            text: typed.to_owned(),
            ..SearchRequest::default()
        };
        let found = self.training.desk().search(&request, now()).unwrap();
        !found.hits.is_empty()
    }

    fn decides(&self, choice: SyncChoice) -> Result<SyncView, AppError> {
        let conflict = self.training.sync_conflicts().unwrap().remove(0);
        let decision = ConflictDecision {
            file: conflict.file,
            stamp: conflict.stamp,
            choice,
        };
        self.training.resolve_conflicts(&[decision], now())
    }
}

/// Both wrote the same sentence in another way, and 甲 was first.
fn in_conflict() -> Two {
    let two = two();
    two.one.writes("请您放心", "您别着急");
    two.other.writes("请您放心", "不用担心");
    two.one.syncs();
    assert_eq!(two.other.syncs().conflicts, 1);
    two
}

#[test]
fn what_a_colleague_sent_is_named_and_found_at_once() {
    let two = two();
    two.one.writes("卡丢了", "磁条刮花");
    assert_eq!(two.one.syncs().sent, 1);
    assert!(!two.other.finds("磁条刮花"));
    let synced = two.other.syncs();
    assert_eq!((synced.received, synced.sent, synced.conflicts), (1, 0, 0));
    assert_eq!(synced.changed[0].title, "银行卡挂失");
    assert!(synced.in_review.is_empty() && two.other.finds("磁条刮花"));
    assert_eq!(two.other.syncs(), SyncView::default());
}

#[test]
fn changes_of_both_in_one_entry_are_merged_and_named_for_review() {
    let two = two();
    two.one.writes("卡丢了", "磁条刮花");
    two.other.writes("请您放心", "不用担心");
    two.one.syncs();
    let synced = two.other.syncs();
    assert_eq!(synced.in_review[0].title, "银行卡挂失");
    assert!(two.other.finds("磁条刮花") && two.other.text().contains("不用担心"));
}

#[test]
fn a_conflict_shows_both_sides_and_waits_with_nothing_changed() {
    let two = in_conflict();
    let ours = two.other.text();
    let conflicts = two.other.training.sync_conflicts().unwrap();
    let [conflict] = conflicts.as_slice() else {
        panic!("{conflicts:?}");
    };
    assert_eq!(conflict.title, "银行卡挂失");
    assert_eq!(conflict.ours.as_deref(), Some(ours.as_str()));
    assert_eq!(conflict.theirs.as_deref(), Some(two.one.text().as_str()));
    assert_eq!(conflict.difference.parts[0].name, "可直接说");
    let refused = two.other.try_sync().unwrap_err();
    assert_eq!(refused.code, ErrorCode::WorkspaceRefused);
    assert!(refused.detail.contains("1 处冲突"), "{}", refused.detail);
}

#[test]
fn each_choice_is_what_both_have_after_the_next_sync() {
    let own = ENTRY.replace("请您放心", "您放心");
    for (choice, said) in [
        (SyncChoice::Ours, "不用担心"),
        (SyncChoice::Theirs, "您别着急"),
        (SyncChoice::Text { text: own }, "您放心"),
    ] {
        let two = in_conflict();
        let is_text = matches!(choice, SyncChoice::Text { .. });
        let resolved = two.other.decides(choice).unwrap();
        assert_eq!(!resolved.in_review.is_empty(), is_text);
        assert_eq!(two.other.syncs().conflicts, 0);
        two.one.syncs();
        assert!(two.one.text().contains(said), "{said}");
        assert_eq!(two.one.text(), two.other.text());
        assert_eq!(two.one.text().contains("in_review"), is_text);
    }
}

#[test]
fn a_decision_about_what_is_no_longer_there_changes_nothing() {
    let two = in_conflict();
    let conflict = two.other.training.sync_conflicts().unwrap().remove(0);
    two.other.writes("不用担心", "请别担心");
    let ours = two.other.text();
    let stale = ConflictDecision {
        file: conflict.file,
        stamp: conflict.stamp,
        choice: SyncChoice::Theirs,
    };
    let refused = two.other.training.resolve_conflicts(&[stale], now());
    assert!(refused.unwrap_err().detail.contains(FILE));
    assert_eq!(two.other.text(), ours);
    two.other.decides(SyncChoice::Ours).unwrap();
    assert_eq!(two.other.text(), ours);
}

#[test]
fn a_merge_that_was_given_up_meets_the_conflict_again() {
    let two = in_conflict();
    two.other.training.abandon_sync().unwrap();
    assert!(two.other.training.sync_conflicts().unwrap().is_empty());
    assert_eq!(two.other.syncs().conflicts, 1);
}

#[test]
fn the_folder_is_offered_again_and_one_that_is_gone_is_named() {
    let two = two();
    let share = two.one.share.display().to_string();
    assert_eq!(two.one.training.sync_folder().unwrap(), share);
    fs::remove_dir_all(&two.one.share).unwrap();
    let refused = two.one.try_sync().unwrap_err();
    assert_eq!(refused.code, ErrorCode::WorkspaceRefused);
    assert!(refused.detail.contains("找不到同步文件夹"));
    assert_eq!(two.one.training.sync_folder().unwrap(), share);
}

#[test]
fn a_lock_that_another_git_program_left_is_named() {
    let two = two();
    two.one.writes("卡丢了", "磁条刮花");
    two.one.syncs();
    let open = two.other.training.open().unwrap();
    let lock = open.workspace.folder().join(".git/refs/heads/main.lock");
    fs::write(&lock, "").unwrap();
    let refused = two.other.try_sync().unwrap_err();
    assert!(refused.detail.contains("另一个 git 程序") && refused.detail.contains("main.lock"));
    fs::remove_file(&lock).unwrap();
    assert_eq!(two.other.syncs().received, 1);
}
