//! What a running sync tells, and how it is stopped.

use std::ops::ControlFlow;

use crate::fault::{SyncFault, WorkspaceFault};

/// What a running sync does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SyncDoing {
    /// Asks where colleagues stand.
    #[default]
    Looking,
    /// Copies their objects.
    Fetching,
    /// Brings files together that both sides changed; nothing is written yet.
    Merging,
    /// Is about to write what came. Once that has begun it is finished.
    Saving,
    /// Gathers our objects.
    Packing,
    /// Copies them to colleagues.
    Sending,
}

/// How far a running sync is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SyncProgress {
    /// What it does.
    pub doing: SyncDoing,
    /// How much of that is done: objects, files, or, while sending, KiB.
    pub done: usize,
    /// How much there is; 0 while that is not known.
    pub total: usize,
}

/// Hears how far a sync is, and says whether it goes on.
#[derive(Clone, Copy)]
pub(super) struct Watch<'a>(pub(super) &'a dyn Fn(SyncProgress) -> ControlFlow<()>);

impl Watch<'_> {
    /// Tells of a step; an error when somebody wants the sync to stop.
    pub(super) fn tell(self, doing: SyncDoing, done: usize, total: usize) -> Result<(), Ended> {
        let progress = SyncProgress { doing, done, total };
        match (self.0)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Ended::Stopped),
        }
    }
}

/// Why a sync did not come to its end.
#[derive(Debug)]
pub(super) enum Ended {
    /// Somebody stopped it.
    Stopped,
    Failed(WorkspaceFault),
}

impl From<WorkspaceFault> for Ended {
    fn from(fault: WorkspaceFault) -> Self {
        Self::Failed(fault)
    }
}

impl From<SyncFault> for Ended {
    fn from(fault: SyncFault) -> Self {
        Self::Failed(fault.into())
    }
}

impl From<git2::Error> for Ended {
    fn from(error: git2::Error) -> Self {
        Self::Failed(error.into())
    }
}
