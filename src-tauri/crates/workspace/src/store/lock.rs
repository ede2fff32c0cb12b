//! One of our processes at a time, and what a killed one left locked.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use git2::Repository;

use crate::fault::WorkspaceFault;

/// The system lets go of it when the process ends, however it ends.
pub(crate) type Held = File;

/// An act takes far less; waiting longer means that the other one hangs.
const TRIES: u32 = 400;
const MOMENT: u32 = 40;
const PAUSE: Duration = Duration::from_millis(25);

/// Waits for our turn.
pub(super) fn hold(own: &Path, folder: &Path) -> Result<Held, WorkspaceFault> {
    let path = own.join("lock");
    let writing = |error: std::io::Error| WorkspaceFault::writing(&path, &error);
    let file = File::options()
        .create(true)
        .append(true)
        .open(&path)
        .map_err(writing)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(writing(error)),
        }
    }
    Err(WorkspaceFault::InUse {
        folder: folder.display().to_string(),
    })
}

/// Other git programs hold their locks for a moment: does something again while it is locked, for a second.
pub(super) fn patiently<T>(
    mut act: impl FnMut() -> Result<T, WorkspaceFault>,
) -> Result<T, WorkspaceFault> {
    for _ in 0..MOMENT {
        match act() {
            Err(WorkspaceFault::Locked { .. }) => sleep(PAUSE),
            done => return done,
        }
    }
    act()
}

/// Removes locks on references that only we use: no one else holds them while we hold ours.
pub(super) fn clear_own(repo: &Repository) {
    let own = repo.commondir().join("refs").join("yingda");
    for entry in fs::read_dir(own).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "lock") {
            fs::remove_file(path).ok();
        }
    }
}

/// Removes the locks that an interrupted act of ours left: its journal says that it was under way.
pub(super) fn clear_left_behind(repo: &Repository, branch: &str) {
    let git = repo.path();
    let shared = repo.commondir();
    let locks = [
        git.join("index.lock"),
        git.join("HEAD.lock"),
        shared.join("packed-refs.lock"),
        shared.join(format!("{branch}.lock")),
    ];
    for lock in locks {
        // Not being there is the usual case.
        fs::remove_file(lock).ok();
    }
}
