//! Edits of words that are not saved: kept while they are made, given back when the screen is opened again.

use super::session::VocabularySession;
use crate::contract::{AppError, ErrorCode, KeptWords, VocabularyEdits};
use crate::training::Training;
use yingda_content::BeijingTime;
use yingda_workspace::{Draft, WorkspaceFault};

/// The name of the copy among those of the entries; no file of a library has it.
pub(crate) const KEPT_AS: &str = "vocabulary-edits";

impl VocabularySession {
    /// Keeps edits in place of those kept before; no edits at all forget them. When it returns, the disk has confirmed
    /// it.
    ///
    /// # Errors
    /// Without an open workspace, or when the copy can't be written; the one kept before stays.
    pub fn keep(
        &self,
        training: &Training,
        edits: &VocabularyEdits,
        now: BeijingTime,
    ) -> Result<(), AppError> {
        let open = training.open()?;
        if edits.entries.is_empty() && edits.rows.is_empty() {
            return forget(training);
        }
        let text = serde_json::to_string(edits)
            .map_err(|error| AppError::new(ErrorCode::Internal, error.to_string()))?;
        let draft = Draft {
            file: KEPT_AS.to_owned(),
            base: String::new(),
            text,
            undo: String::new(),
            at: now,
            by: open.person.clone(),
        };
        let kept = open
            .workspace
            .recovery()
            .and_then(|copies| copies.keep(&draft));
        kept.map_err(|fault| training.refused(&fault))
    }

    /// The edits that were kept and never saved. A copy of another version of this program gives nothing.
    ///
    /// # Errors
    /// Without an open workspace, or when the copies can't be read.
    pub fn kept(&self, training: &Training) -> Result<Option<KeptWords>, AppError> {
        let open = training.open()?;
        let found = open.workspace.recovery().and_then(|copies| copies.all());
        let drafts = found
            .map_err(|fault: WorkspaceFault| training.refused(&fault))?
            .drafts;
        let draft = drafts.into_iter().find(|draft| draft.file == KEPT_AS);
        Ok(draft.and_then(|draft| {
            let edits = serde_json::from_str(&draft.text).ok()?;
            Some(KeptWords {
                at: crate::editing::kept_at(draft.at),
                by: draft.by,
                edits,
            })
        }))
    }
}

/// The edits are saved, or nobody wants them.
///
/// # Errors
/// Without an open workspace, or when the copy can't be removed.
pub(super) fn forget(training: &Training) -> Result<(), AppError> {
    let open = training.open()?;
    let forgotten = open
        .workspace
        .recovery()
        .and_then(|copies| copies.forget(KEPT_AS));
    forgotten.map_err(|fault| training.refused(&fault))
}
