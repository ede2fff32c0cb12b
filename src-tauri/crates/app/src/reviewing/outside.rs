//! What other programs changed in the folder: taken in as one act, or put back with a copy kept.

use crate::contract::{AppError, OutsideKind, OutsideView};
use crate::training::Training;
use yingda_content::{BeijingTime, Language};
use yingda_workspace::OutsideChange;

impl Training {
    /// The files that another program changed since the last act.
    ///
    /// # Errors
    /// Without a workspace, or when the folder can't be read.
    pub fn outside_changes(&self) -> Result<Vec<OutsideView>, AppError> {
        let open = self.open()?;
        let outside = open.workspace.outside();
        let outside = outside.map_err(|fault| self.refused(&fault))?;
        let view = outside.into_iter().map(|one| OutsideView {
            file: one.file,
            change: match one.change {
                OutsideChange::Edited => OutsideKind::Edited,
                OutsideChange::Added => OutsideKind::Added,
                OutsideChange::Removed => OutsideKind::Removed,
            },
        });
        Ok(view.collect())
    }

    /// Takes those changes in as one act of the person. Approvals whose text changed no longer hold.
    ///
    /// # Errors
    /// Without a workspace, when there are none, or when they can't be kept.
    pub fn keep_outside(&self, now: BeijingTime) -> Result<(), AppError> {
        let open = self.open()?;
        let message = match self.language() {
            Language::Chinese => "收下别的程序的改动",
            Language::English => "Take in another program's changes",
        };
        self.guard_outside(&open)?;
        let _act = self.begins();
        let kept = open.workspace.keep_outside(&open.act(message, now));
        let kept = kept.map_err(|fault| self.refused(&fault))?;
        // The files themselves stay as they are.
        let marks = open.workspace.marks(kept.files.iter().map(String::as_str));
        self.reread_after(&open, &kept.files, marks, Some(&kept.id));
        self.look_at_role();
        Ok(())
    }

    /// Puts files back as the last act left them; answers with the folder that holds copies of what lay there.
    ///
    /// # Errors
    /// Without a workspace, or when a copy or a file can't be written.
    pub fn discard_outside(&self, files: &[String], now: BeijingTime) -> Result<String, AppError> {
        let open = self.open()?;
        let _act = self.begins();
        let before = open.workspace.marks(files.iter().map(String::as_str));
        let copies = open.workspace.discard_outside(files, now);
        let copies = copies.map_err(|fault| self.refused(&fault))?;
        self.reread_after(&open, files, before, None);
        Ok(copies.display().to_string())
    }
}
