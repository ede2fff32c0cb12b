use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::share::Share;
use super::{Choice, Remote, Synced};
use crate::fixture::{act, change};
use crate::{SyncFault, Workspace, WorkspaceFault};

const ENTRY: &str = "---\nid: a\nkind: faq\ntitle: 挂失\nstatus: approved\n---\n## 可直接说\n请您放心。\n## 仅内部\n不外传\n";
pub(super) const FILE: &str = "entries/a.md";

/// Two colleagues, each with a workspace made of the same library, and an empty folder between them.
pub(super) struct Colleagues {
    _folders: TempDir,
    pub(super) share: PathBuf,
    pub(super) one: Workspace,
    pub(super) other: Workspace,
}

pub(super) fn colleagues() -> Colleagues {
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
    pub(super) fn sync(&self, who: &Workspace) -> Synced {
        self.try_sync(who).unwrap()
    }

    fn try_sync(&self, who: &Workspace) -> Result<Synced, WorkspaceFault> {
        who.sync(&Remote::Folder(self.share.clone()), &act("同步"))
    }
}

pub(super) fn edit(who: &Workspace, from: &str, to: &str) {
    let text = who.text(FILE).unwrap().unwrap();
    let edited = text.replace(from, to);
    who.save(&[change(FILE, Some(&text), Some(&edited))], &act("修改"))
        .unwrap();
}

pub(super) fn is_clean(who: &Workspace) -> bool {
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
fn a_share_whose_making_was_interrupted_is_finished() {
    let two = colleagues();
    fs::write(two.share.join("yingda-making"), "").unwrap();
    fs::write(two.share.join("config.lock"), "").unwrap();
    assert_eq!(two.sync(&two.one).sent, 1);
    assert_eq!(two.sync(&two.other).received.len(), 1);
    assert!(!two.share.join("yingda-making").exists());
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

#[cfg(all(feature = "server", unix))]
mod server {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{ENTRY, FILE, colleagues, edit};
    use crate::fixture::act;
    use crate::{Remote, SyncFault, Workspace, WorkspaceFault};

    fn sync(who: &Workspace, address: &str) -> Result<crate::Synced, WorkspaceFault> {
        who.sync(&Remote::Server(address.to_owned()), &act("同步"))
    }

    #[test]
    fn a_server_is_reached_by_the_systems_git() {
        let two = colleagues();
        git2::Repository::init_bare(&two.share).unwrap();
        let address = format!("file://{}", two.share.display());
        assert_eq!(sync(&two.one, &address).unwrap().sent, 1);
        assert_eq!(sync(&two.other, &address).unwrap().received.len(), 1);
        sync(&two.one, &address).unwrap();
        edit(&two.one, "请您放心", "您别着急");
        assert_eq!(sync(&two.one, &address).unwrap().sent, 1);
        sync(&two.other, &address).unwrap();
        assert_eq!(
            two.other.text(FILE).unwrap().unwrap(),
            ENTRY.replace("请您放心", "您别着急")
        );
    }

    /// In the place of ssh: runs on this machine what the server would be asked to run.
    const STAND_IN: &str = "#!/bin/sh\nfor last; do :; done\nexec sh -c \"$last\"\n";

    #[test]
    fn a_server_is_reached_over_ssh() {
        let two = colleagues();
        git2::Repository::init_bare(&two.share).unwrap();
        let ssh = two.share.join("stand-in");
        fs::write(&ssh, STAND_IN).unwrap();
        fs::set_permissions(&ssh, fs::Permissions::from_mode(0o755)).unwrap();
        let repo = git2::Repository::open(two.one.folder()).unwrap();
        let mut config = repo.config().unwrap();
        let command = ssh.display().to_string();
        config.set_str("core.sshCommand", &command).unwrap();
        config.set_str("ssh.variant", "simple").unwrap();
        let address = format!("ssh://git@bank{}", two.share.display());
        assert_eq!(sync(&two.one, &address).unwrap().sent, 1);
        assert_eq!(sync(&two.one, &address).unwrap().sent, 0);
        fs::write(
            &ssh,
            "#!/bin/sh\necho 'Permission denied (publickey).' >&2\nexit 255\n",
        )
        .unwrap();
        let why = "Permission denied (publickey).".to_owned();
        assert_eq!(
            sync(&two.one, &address),
            Err(SyncFault::LoginRefused { why }.into())
        );
    }

    #[test]
    fn a_server_that_is_not_there_is_told_in_gits_words_and_nothing_is_lost() {
        let two = colleagues();
        let address = format!("file://{}/none", two.share.display());
        let refused = sync(&two.one, &address).unwrap_err();
        assert!(
            matches!(
                refused,
                WorkspaceFault::Sync(SyncFault::NoRepository { .. })
            ),
            "{refused:?}"
        );
        for odd in ["--upload-pack=x://", "ext::sh -c x@", "folder"] {
            let refused = sync(&two.one, odd).unwrap_err();
            assert!(matches!(
                refused,
                WorkspaceFault::Sync(SyncFault::BadAddress { .. })
            ));
        }
    }
}

#[test]
fn the_folder_is_remembered_once_it_was_reached_and_travels_nowhere() {
    let two = colleagues();
    assert_eq!(two.one.sync_folder().unwrap(), None);
    let unreachable = Remote::Folder(two.share.join("none"));
    two.one.sync(&unreachable, &act("同步")).unwrap_err();
    assert_eq!(two.one.sync_folder().unwrap(), None);
    two.sync(&two.one);
    assert_eq!(two.one.sync_folder().unwrap(), Some(two.share.clone()));
    assert_eq!(two.other.sync_folder().unwrap(), None);
    assert!(is_clean(&two.one));
}
