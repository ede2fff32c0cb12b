//! A search over the state with edits, beside one over the state without: both in memory, apart from the desk's.

use super::draft::Draft;
use crate::snapshot::{IndexPlace, Snapshot};
use std::sync::Arc;
use yingda_content::library::Loaded;
use yingda_search::IndexError;

/// The two states.
#[derive(Debug)]
pub(super) struct Trial {
    /// The desk's snapshot that `base` says the same as.
    saved: Arc<Snapshot>,
    base: Arc<Snapshot>,
    edited: Arc<Snapshot>,
}

impl Trial {
    /// Reads the desk's library into an index of its own; takes as long as indexing takes.
    pub(super) fn over(saved: Arc<Snapshot>) -> Result<Self, IndexError> {
        let loaded = Loaded {
            library: saved.library.clone(),
            problems: Vec::new(),
        };
        let (base, _) = Snapshot::of(loaded, IndexPlace::Memory, Some(&saved), &mut |_, _| {})?;
        let base = Arc::new(base);
        Ok(Self {
            saved,
            edited: Arc::clone(&base),
            base,
        })
    }

    /// Follows the desk after a save or a change from outside.
    pub(super) fn follow(&mut self, saved: Arc<Snapshot>) -> Result<(), IndexError> {
        if Arc::ptr_eq(&self.saved, &saved) {
            return Ok(());
        }
        // The index is shared by both states, so the way leads from the edited one, which it agrees with.
        self.base = Arc::new(self.edited.over(saved.library.clone())?);
        self.edited = Arc::clone(&self.base);
        self.saved = saved;
        Ok(())
    }

    /// Makes the edited state say what a draft says. Costs nothing when it does already.
    pub(super) fn try_draft(&mut self, draft: &Draft) -> Result<(), IndexError> {
        let wanted = draft.library(&self.base.library);
        if wanted == self.edited.library {
            return Ok(());
        }
        let edited = self.edited.over(wanted)?;
        let is_base = edited.library == self.base.library;
        self.edited = if is_base {
            Arc::clone(&self.base)
        } else {
            Arc::new(edited)
        };
        Ok(())
    }

    pub(super) fn base(&self) -> &Arc<Snapshot> {
        &self.base
    }

    pub(super) fn edited(&self) -> &Arc<Snapshot> {
        &self.edited
    }
}
