//! The last paste, for as long as it can be taken back.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use yingda_app::contract::{CopyReceipt, PasteOutcome};
use yingda_app::pasting::Foreign;

/// How long a paste can be taken back: long enough to see that it was wrong, too short to have typed much.
const UNDO: Duration = Duration::from_secs(10);

/// The last paste.
#[derive(Default)]
pub(crate) struct Pasted {
    last: Mutex<Option<(Foreign, Instant)>>,
}

impl Pasted {
    /// Remembers a paste and tells of it.
    pub(crate) fn remember(&self, receipt: CopyReceipt, into: Foreign) -> PasteOutcome {
        let (program, title) = (into.program.clone(), into.title.clone());
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((into, Instant::now()));
        PasteOutcome::Pasted {
            receipt,
            program,
            title,
            undo_ms: u32::try_from(UNDO.as_millis()).unwrap_or(u32::MAX),
        }
    }

    /// The window that was pasted into, once, and only while that was just now.
    pub(crate) fn take(&self) -> Option<Foreign> {
        let last = self
            .last
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let (into, at) = last?;
        (at.elapsed() <= UNDO).then_some(into)
    }
}
