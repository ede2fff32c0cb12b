//! The window's running sync: how far it is, and the wish to stop it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use yingda_content::BeijingTime;
use yingda_workspace as workspace;

use super::window::count;
use crate::contract::{AppError, SyncDoing, SyncProgress, SyncView};
use crate::training::Training;

/// The sync that runs, if any; the next one begins anew.
#[derive(Debug, Default)]
pub struct SyncSession {
    stopped: AtomicBool,
    progress: Mutex<SyncProgress>,
}

impl SyncSession {
    /// Syncs the open workspace with a folder until it is done or [`Self::stop`] is called.
    ///
    /// # Errors
    /// As [`Training::sync`].
    pub fn sync(
        &self,
        training: &Training,
        folder: &str,
        now: BeijingTime,
    ) -> Result<SyncView, AppError> {
        self.stopped.store(false, Ordering::Relaxed);
        *self.now() = SyncProgress::default();
        training.sync_watched(folder, now, &|progress| {
            *self.now() = view(progress);
            match self.stopped.load(Ordering::Relaxed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        })
    }

    /// How far it is; after it, how far it came.
    #[must_use]
    pub fn progress(&self) -> SyncProgress {
        *self.now()
    }

    /// Stops it at the next step that can be left.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    fn now(&self) -> MutexGuard<'_, SyncProgress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn view(progress: workspace::SyncProgress) -> SyncProgress {
    SyncProgress {
        doing: match progress.doing {
            workspace::SyncDoing::Looking => SyncDoing::Looking,
            workspace::SyncDoing::Fetching => SyncDoing::Fetching,
            workspace::SyncDoing::Merging => SyncDoing::Merging,
            workspace::SyncDoing::Saving => SyncDoing::Saving,
            workspace::SyncDoing::Packing => SyncDoing::Packing,
            workspace::SyncDoing::Sending => SyncDoing::Sending,
        },
        done: count(progress.done),
        total: count(progress.total),
    }
}
