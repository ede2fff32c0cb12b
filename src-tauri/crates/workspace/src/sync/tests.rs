use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::share::Share;
use super::{Choice, Remote, Synced};
use crate::fixture::{act, change};
use crate::{SyncFault, Workspace, WorkspaceFault};

const ENTRY: &str = "---\nid: a\nkind: faq\ntitle: 挂失\nstatus: approved\n---\n## 可直接说\n请您放心。\n## 仅内部\n不外传\n";
const FILE: &str = "entries/a.md";

/// Two colleagues, each with a workspace made of the same library, and an empty folder between them.
struct Colleagues {
    _folders: TempDir,
    share: PathBuf,
    one: Workspace,
    other: Workspace,
}

fn colleagues() -> Colleagues {
    let folders = tempfile::tempdir().unwrap();
    let library = folders.path().join("library");
    fs::create_dir_all(library.join("entries")).unwrap();
    fs::write(library.join(FILE), ENTRY).unwrap();
    let workspace =
        |name| Workspace::create(&folders.path().join(name), &library, &act(name)).unwrap();
    let (one, other) = (workspace("one"), workspace("other"));
    let share = folders.path().join("share");
    fs::create_dir(&share).unwrap();
    Colleagues {
        share,
        one,
        other,
        _folders: folders,
    }
}

impl Colleagues {
    fn sync(&self, who: &Workspace) -> Synced {
        self.try_sync(who).unwrap()
    }

    fn try_sync(&self, who: &Workspace) -> Result<Synced, WorkspaceFault> {
        who.sync(&Remote::Folder(self.share.clone()), &act("同步"))
    }
}

fn edit(who: &Workspace, from: &str, to: &str) {
    let text = who.text(FILE).unwrap().unwrap();
    let edited = text.replace(from, to);
    who.save(&[change(FILE, Some(&text), Some(&edited))], &act("修改"))
        .unwrap();
}

fn is_clean(who: &Workspace) -> bool {
    who.outside().unwrap().is_empty() && who.folder().join(".git").exists()
}

#[test]
fn what_one_sends_the_other_receives_and_back() {
    let two = colleagues();
    assert_eq!(two.sync(&two.one).sent, 1);
    // Both began by themselves, from the same library.
    let first = two.sync(&two.other);
    assert_eq!((first.received.len(), first.sent), (1, 2));
    assert!(first.merged.is_some() && first.in_review.is_empty());
    two.sync(&two.one);
    edit(&two.one, "请您放心", "您别着急");
    assert_eq!(two.sync(&two.one).sent, 1);
    let synced = two.sync(&two.other);
    assert_eq!(
        (synced.received.len(), synced.sent, synced.merged),
        (1, 0, None)
    );
    assert_eq!(two.one.text(FILE), two.other.text(FILE));
    assert!(is_clean(&two.one) && is_clean(&two.other));
    assert_eq!(two.sync(&two.one), Synced::default());
}

#[test]
fn changes_of_both_are_merged_and_in_review_again() {
    let two = colleagues();
    two.sync(&two.one);
    two.sync(&two.other);
    edit(&two.one, "请您放心", "您别着急");
    edit(&two.other, "title: 挂失", "title: 银行卡挂失");
    two.sync(&two.one);
    let synced = two.sync(&two.other);
    assert_eq!(synced.in_review, [FILE]);
    let text = two.other.text(FILE).unwrap().unwrap();
    assert!(text.contains("银行卡挂失") && text.contains("您别着急") && text.contains("in_review"));
    let merged = synced.merged.unwrap();
    assert_eq!(two.other.text_at(&merged.id, FILE).unwrap().unwrap(), text);
    two.sync(&two.one);
    assert_eq!(two.one.text(FILE).unwrap().unwrap(), text);
}

#[test]
fn a_conflict_waits_across_restarts_until_it_is_decided_and_nothing_changes_before() {
    let two = colleagues();
    two.sync(&two.one);
    two.sync(&two.other);
    edit(&two.one, "请您放心", "您别着急");
    edit(&two.other, "请您放心", "不用担心");
    two.sync(&two.one);
    let stands = Share::stands(&two.share);
    let ours = two.other.text(FILE).unwrap();
    let conflicts = two.sync(&two.other).conflicts;
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].base.as_deref(), Some(ENTRY));
    assert_eq!(conflicts[0].ours, ours);
    assert_eq!(conflicts[0].theirs, two.one.text(FILE).unwrap());
    assert_eq!(two.other.text(FILE).unwrap(), ours);
    assert_eq!(Share::stands(&two.share), stands);

    let again = Workspace::open(two.other.folder()).unwrap();
    assert_eq!(again.conflicts().unwrap(), conflicts);
    let pending = SyncFault::Pending { conflicts: 1 };
    assert_eq!(two.try_sync(&again), Err(pending.into()));
    let undecided = SyncFault::Undecided {
        file: FILE.to_owned(),
    };
    assert_eq!(again.resolve(&[], &act("处理冲突")), Err(undecided.into()));
    let after = ours.map(|text| text.replace("不用担心", "您别着急，不用担心"));
    let choice = Choice {
        conflict: conflicts[0].clone(),
        after,
    };
    again.resolve(&[choice], &act("处理冲突")).unwrap();
    assert_eq!(again.conflicts().unwrap(), []);
    let text = again.text(FILE).unwrap().unwrap();
    assert!(text.contains("您别着急，不用担心") && text.contains("status: in_review"));
    two.sync(&again);
    two.sync(&two.one);
    assert_eq!(two.one.text(FILE).unwrap().unwrap(), text);
}

#[test]
fn a_side_that_is_chosen_as_a_whole_keeps_its_approval() {
    let two = colleagues();
    two.sync(&two.one);
    two.sync(&two.other);
    edit(&two.one, "请您放心", "您别着急");
    two.other
        .save(&[change(FILE, Some(ENTRY), None)], &act("删除"))
        .unwrap();
    two.sync(&two.one);
    let conflict = two.sync(&two.other).conflicts.remove(0);
    assert_eq!(conflict.ours, None);
    let after = conflict.theirs.clone();
    let choice = Choice { conflict, after };
    two.other.resolve(&[choice], &act("用对方的")).unwrap();
    assert_eq!(two.other.text(FILE), two.one.text(FILE));
}

#[test]
fn a_merge_that_is_given_up_is_met_again() {
    let two = colleagues();
    two.sync(&two.one);
    two.sync(&two.other);
    edit(&two.one, "请您放心", "您别着急");
    edit(&two.other, "请您放心", "不用担心");
    two.sync(&two.one);
    two.sync(&two.other);
    two.other.abandon().unwrap();
    assert_eq!(two.other.conflicts().unwrap(), []);
    let nothing = two.other.resolve(&[], &act("处理冲突"));
    assert_eq!(nothing, Err(SyncFault::NothingPending.into()));
    assert_eq!(two.sync(&two.other).conflicts.len(), 1);
}

#[test]
fn files_that_other_programs_changed_come_first() {
    let two = colleagues();
    two.sync(&two.one);
    two.sync(&two.other);
    edit(&two.one, "请您放心", "您别着急");
    two.sync(&two.one);
    fs::write(two.other.folder().join(FILE), "别的程序\n").unwrap();
    let file = FILE.to_owned();
    assert_eq!(
        two.try_sync(&two.other),
        Err(SyncFault::OutsideFirst { file }.into())
    );
    assert_eq!(two.other.text(FILE).unwrap().as_deref(), Some("别的程序\n"));
}

#[test]
fn what_is_no_sync_folder_is_told_and_left_alone() {
    let two = colleagues();
    let sync = |folder: &Path| {
        two.one
            .sync(&Remote::Folder(folder.to_owned()), &act("同步"))
    };
    let missing = sync(&two.share.join("none"));
    assert!(matches!(
        missing,
        Err(WorkspaceFault::Sync(SyncFault::Missing { .. }))
    ));
    let other = sync(two.other.folder());
    assert!(matches!(
        other,
        Err(WorkspaceFault::Sync(SyncFault::NotASyncFolder { .. }))
    ));
    two.sync(&two.one);
    fs::write(two.share.join("refs/heads/main"), "nonsense\n").unwrap();
    let damaged = two.try_sync(&two.one);
    assert!(matches!(
        damaged,
        Err(WorkspaceFault::Sync(SyncFault::Damaged { .. }))
    ));
}

#[test]
fn a_share_whose_branches_another_git_program_packed_is_read() {
    let two = colleagues();
    two.sync(&two.one);
    let stands = Share::stands(&two.share).unwrap();
    fs::remove_file(two.share.join("refs/heads/main")).unwrap();
    fs::write(
        two.share.join("packed-refs"),
        format!("# pack-refs\n{stands} refs/heads/main\n"),
    )
    .unwrap();
    assert_eq!(two.sync(&two.other).received.len(), 1);
    assert_ne!(Share::stands(&two.share), Some(stands));
}
