//! The running sync of a window, told and stopped from another thread.

use std::ops::ControlFlow;
use std::thread;

use yingda_workspace::SyncDoing as Doing;

use super::SyncSession;
use super::window_tests::{now, two};
use crate::contract::SyncDoing;

#[test]
fn a_stop_from_the_window_reaches_the_sync_that_runs_and_not_the_next() {
    let two = two();
    two.one.writes("卡丢了", "磁条刮花");
    let session = SyncSession::default();
    let share = two.one.share.display().to_string();
    // A colleague who sends just now holds the branch, so this one waits.
    let lock = two.one.share.join("refs/heads/main.lock");
    std::fs::write(&lock, "").unwrap();
    let stopped = thread::scope(|scope| {
        let running = scope.spawn(|| session.sync(&two.one.training, &share, now()).unwrap());
        while session.progress().doing != SyncDoing::Sending {
            thread::yield_now();
        }
        session.stop();
        running.join().unwrap()
    });
    assert!(stopped.stopped && stopped.sent == 0, "{stopped:?}");
    std::fs::remove_file(&lock).unwrap();
    let synced = session.sync(&two.one.training, &share, now()).unwrap();
    assert!(!synced.stopped && synced.sent == 1, "{synced:?}");
}

#[test]
fn what_came_before_the_stop_is_found_at_the_desk() {
    let two = two();
    two.one.writes("卡丢了", "磁条刮花");
    two.other.writes("请您放心", "不用担心");
    two.one.syncs();
    let share = two.other.share.display().to_string();
    let stopped = two
        .other
        .training
        .sync_watched(&share, now(), &|progress| {
            if progress.doing == Doing::Packing {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
        .unwrap();
    assert!(stopped.stopped && stopped.sent == 0);
    assert_eq!(stopped.in_review[0].title, "银行卡挂失");
    assert!(two.other.finds("磁条刮花"));
}
