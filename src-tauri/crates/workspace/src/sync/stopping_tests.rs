//! A sync that is stopped on its way, at each place where that can be.

use std::cell::{Cell, RefCell};
use std::fs;
use std::ops::ControlFlow;

use super::share::Share;
use super::tests::{Colleagues, FILE, colleagues, edit, is_clean};
use super::{Remote, SyncDoing, SyncProgress, Synced};
use crate::Workspace;
use crate::fixture::act;

const OURS: &str = "title: 银行卡挂失";
const THEIRS: &str = "您别着急";

/// Both changed the entry, and the other's sync fetches, merges and sends.
fn both_changed() -> Colleagues {
    let two = colleagues();
    two.sync(&two.one);
    two.sync(&two.other);
    edit(&two.one, "请您放心", THEIRS);
    edit(&two.other, "title: 挂失", OURS);
    two.sync(&two.one);
    two
}

/// The other syncs until `is_enough` says so of what is told.
fn sync_until(two: &Colleagues, is_enough: impl Fn(SyncProgress) -> bool) -> Synced {
    let watch = |progress| {
        if is_enough(progress) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let remote = Remote::Folder(two.share.clone());
    two.other
        .sync_watched(&remote, &act("同步"), &watch)
        .unwrap()
}

fn text(who: &Workspace) -> String {
    who.text(FILE).unwrap().unwrap()
}

/// Nothing lies about: not here, not in the shared folder.
fn is_tidy(two: &Colleagues) -> bool {
    let there = fs::read_dir(two.share.join("objects/pack")).unwrap();
    let left = there.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("tmp_")
    });
    left.count() == 0
        && !two.share.join("refs/heads/main.lock").exists()
        && !two.other.folder().join(".git/yingda/packs").exists()
        && is_clean(&two.other)
}

/// The next sync does the rest, and both have the same.
fn goes_through(two: &Colleagues) {
    let synced = two.sync(&two.other);
    assert!(!synced.stopped && synced.sent > 0, "{synced:?}");
    two.sync(&two.one);
    assert!(text(&two.other).contains(OURS) && text(&two.other).contains(THEIRS));
    assert_eq!(text(&two.one), text(&two.other));
    git2::Repository::open(&two.share)
        .unwrap()
        .find_commit(Share::stands(&two.share).unwrap())
        .unwrap();
}

#[test]
fn each_step_is_told_in_its_order_and_to_its_end() {
    let two = both_changed();
    let told = RefCell::new(Vec::new());
    let synced = sync_until(&two, |progress| {
        told.borrow_mut().push(progress);
        false
    });
    assert!(!synced.stopped);
    let told = told.into_inner();
    let mut order: Vec<SyncDoing> = told.iter().map(|progress| progress.doing).collect();
    order.dedup();
    assert_eq!(
        order,
        [
            SyncDoing::Looking,
            SyncDoing::Fetching,
            SyncDoing::Merging,
            SyncDoing::Saving,
            SyncDoing::Packing,
            SyncDoing::Sending
        ]
    );
    for doing in [SyncDoing::Fetching, SyncDoing::Packing] {
        let whole = |progress: &&SyncProgress| progress.doing == doing && progress.total > 0;
        let last = told.iter().rfind(whole).unwrap();
        // A version, its folders and its entry.
        assert!(last.total >= 4 && last.done == last.total, "{last:?}");
    }
    let sent = told.iter().map(|progress| progress.total).max();
    assert!(sent > Some(0));
}

#[test]
fn stopped_before_anything_is_written_it_leaves_everything_as_it_was() {
    for doing in [
        SyncDoing::Looking,
        SyncDoing::Fetching,
        SyncDoing::Merging,
        SyncDoing::Saving,
    ] {
        let two = both_changed();
        let (ours, stands) = (text(&two.other), Share::stands(&two.share));
        let synced = sync_until(&two, |progress| progress.doing == doing);
        let stopped = Synced {
            stopped: true,
            ..Synced::default()
        };
        assert_eq!(synced, stopped, "{doing:?}");
        assert_eq!(text(&two.other), ours, "{doing:?}");
        assert_eq!(Share::stands(&two.share), stands, "{doing:?}");
        assert_eq!(two.other.conflicts().unwrap(), [], "{doing:?}");
        assert!(is_tidy(&two), "{doing:?}");
        goes_through(&two);
    }
}

#[test]
fn stopped_in_the_middle_of_their_objects_it_keeps_none_of_them() {
    let two = both_changed();
    let theirs = Share::stands(&two.share).unwrap();
    let middle = |progress: SyncProgress| {
        progress.doing == SyncDoing::Fetching && progress.done > 1 && progress.done < progress.total
    };
    assert!(sync_until(&two, middle).stopped);
    let here = git2::Repository::open(two.other.folder()).unwrap();
    assert!(here.find_commit(theirs).is_err());
    assert!(is_tidy(&two));
    goes_through(&two);
}

#[test]
fn stopped_before_it_is_sent_the_merge_is_complete_here_and_nothing_is_there() {
    for doing in [SyncDoing::Packing, SyncDoing::Sending] {
        let two = both_changed();
        let stands = Share::stands(&two.share);
        let synced = sync_until(&two, |progress| progress.doing == doing);
        assert!(synced.stopped && synced.sent == 0, "{doing:?}");
        assert!(!synced.received.is_empty(), "{doing:?}");
        let merged = synced.merged.unwrap();
        let here = text(&two.other);
        assert_eq!(two.other.text_at(&merged.id, FILE).unwrap().unwrap(), here);
        assert!(here.contains(OURS) && here.contains(THEIRS), "{doing:?}");
        assert_eq!(Share::stands(&two.share), stands, "{doing:?}");
        assert!(is_tidy(&two), "{doing:?}");
        goes_through(&two);
    }
}

#[test]
fn it_can_be_stopped_while_it_waits_for_a_colleague_who_sends() {
    let two = both_changed();
    let lock = two.share.join("refs/heads/main.lock");
    fs::write(&lock, "").unwrap();
    let waits = Cell::new(0);
    let synced = sync_until(&two, |progress| {
        let is_waiting = progress.doing == SyncDoing::Sending && progress.total == 0;
        waits.set(waits.get() + usize::from(is_waiting));
        waits.get() > 1
    });
    assert!(synced.stopped && lock.exists());
    fs::remove_file(&lock).unwrap();
    goes_through(&two);
}

#[test]
fn stopped_again_and_again_each_time_later_it_comes_to_its_end() {
    let two = both_changed();
    for wanted in 0.. {
        let told = Cell::new(0);
        let synced = sync_until(&two, |_| {
            told.set(told.get() + 1);
            told.get() > wanted
        });
        assert!(is_tidy(&two), "stopped after {wanted}");
        if !synced.stopped {
            assert!(wanted > 10 && synced.sent > 0);
            break;
        }
    }
    two.sync(&two.one);
    assert!(text(&two.other).contains(OURS) && text(&two.other).contains(THEIRS));
    assert_eq!(text(&two.one), text(&two.other));
}
