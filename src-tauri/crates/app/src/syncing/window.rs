//! Syncing in the window: what the screen sees, and the desk reads what changed.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use yingda_content::{BeijingTime, Language, read_entry};
use yingda_workspace::{
    Choice, Conflict, Remote, SyncProgress, Synced, Version, Workspace, text_hash,
};

use crate::contract::{AppError, ConflictDecision, ConflictView, SyncChoice, SyncView, SyncedFile};
use crate::reviewing::differing;
use crate::training::{Open, Training};

impl Training {
    /// The folder of the last sync; empty before the first one.
    ///
    /// # Errors
    /// Without a workspace, or when it can't be read.
    pub fn sync_folder(&self) -> Result<String, AppError> {
        let open = self.open()?;
        let folder = open.workspace.sync_folder();
        let folder = folder.map_err(|fault| self.refused(&fault))?;
        Ok(folder.map_or_else(String::new, |folder| folder.display().to_string()))
    }

    /// Syncs the workspace with a folder. When it returns, the desk has read what came.
    ///
    /// # Errors
    /// Without a workspace, or a sentence about the folder, git's lock, or what has to be settled first. Our own acts
    /// stay in any case.
    pub fn sync(&self, folder: &str, now: BeijingTime) -> Result<SyncView, AppError> {
        self.sync_watched(folder, now, &|_| ControlFlow::Continue(()))
    }

    /// Like [`Self::sync`]; `watch` hears of each step and may stop it there.
    ///
    /// # Errors
    /// As [`Self::sync`].
    pub(super) fn sync_watched(
        &self,
        folder: &str,
        now: BeijingTime,
        watch: &dyn Fn(SyncProgress) -> ControlFlow<()>,
    ) -> Result<SyncView, AppError> {
        let open = self.open()?;
        let act = open.act(self.sync_message(), now);
        let remote = Remote::Folder(PathBuf::from(folder.trim()));
        let _act = self.begins();
        let has_read = self.has_read(&open);
        match open.workspace.sync_watched(&remote, &act, watch) {
            Ok(synced) => {
                let files = touched(&synced);
                if !files.is_empty() {
                    self.received(&open, &files, has_read);
                }
                Ok(view(&open.workspace, &synced))
            }
            Err(fault) => {
                // What came stays, even when nothing could be sent.
                if !self.has_read(&open) {
                    self.load_again();
                }
                Err(self.refused(&fault))
            }
        }
    }

    /// Lets the desk read what came, and whatever other programs changed that it had not read before.
    fn received(&self, open: &Open, files: &[String], has_read: bool) {
        if has_read {
            self.reread_received(open, files);
        } else {
            self.load_again();
        }
    }

    /// What waits for a decision.
    ///
    /// # Errors
    /// Without a workspace, or when the repository can't be read.
    pub fn sync_conflicts(&self) -> Result<Vec<ConflictView>, AppError> {
        let open = self.open()?;
        let conflicts = self.pending(&open)?;
        let snapshot = self.snapshot()?;
        let view = |conflict: Conflict| {
            let (ours, theirs) = (conflict.ours.as_deref(), conflict.theirs.as_deref());
            ConflictView {
                title: title_in(&conflict.file, ours.or(theirs)),
                stamp: stamp(&conflict),
                difference: differing::view(
                    ours.unwrap_or_default(),
                    theirs.unwrap_or_default(),
                    &snapshot.lexicon,
                    self.language(),
                ),
                file: conflict.file,
                ours: conflict.ours,
                theirs: conflict.theirs,
            }
        };
        Ok(conflicts.into_iter().map(view).collect())
    }

    /// Finishes a merge by what a person decided, as one act. Sync again to send it.
    ///
    /// # Errors
    /// A sentence that names the file when one has no decision, or is no longer what was shown; nothing changes then.
    pub fn resolve_conflicts(
        &self,
        decisions: &[ConflictDecision],
        now: BeijingTime,
    ) -> Result<SyncView, AppError> {
        let open = self.open()?;
        let choices: Vec<Choice> = self
            .pending(&open)?
            .into_iter()
            .filter_map(|conflict| chosen(conflict, decisions))
            .collect();
        let act = open.act(self.sync_message(), now);
        let _act = self.begins();
        let has_read = self.has_read(&open);
        let merged = open.workspace.resolve(&choices, &act);
        let merged = merged.map_err(|fault| self.refused(&fault))?;
        self.received(&open, &merged.files, has_read);
        Ok(resolved(&open.workspace, &merged, &choices))
    }

    /// Gives a merge up: files and history stay as they are.
    ///
    /// # Errors
    /// Without a workspace, or when the note about it can't be removed.
    pub fn abandon_sync(&self) -> Result<(), AppError> {
        let open = self.open()?;
        let abandoned = open.workspace.abandon();
        abandoned.map_err(|fault| self.refused(&fault))
    }

    fn pending(&self, open: &Open) -> Result<Vec<Conflict>, AppError> {
        let conflicts = open.workspace.conflicts();
        conflicts.map_err(|fault| self.refused(&fault))
    }

    fn sync_message(&self) -> &'static str {
        match self.language() {
            Language::Chinese => super::MESSAGE,
            Language::English => "Sync with colleagues",
        }
    }
}

fn touched(synced: &Synced) -> Vec<String> {
    let versions = synced.received.iter().chain(synced.merged.as_ref());
    let mut files: Vec<String> = versions
        .flat_map(|version| version.files.iter().cloned())
        .collect();
    files.sort();
    files.dedup();
    files
}

fn view(workspace: &Workspace, synced: &Synced) -> SyncView {
    let named = |files: &[String]| named(workspace, files);
    let mut received: Vec<String> = synced
        .received
        .iter()
        .flat_map(|version| version.files.iter().cloned())
        .collect();
    received.sort();
    received.dedup();
    SyncView {
        received: count(synced.received.len()),
        changed: named(&received),
        sent: count(synced.sent),
        in_review: named(&synced.in_review),
        conflicts: count(synced.conflicts.len()),
        stopped: synced.stopped,
    }
}

/// After a decision: what the merge changed here, and which texts neither side had.
fn resolved(workspace: &Workspace, merged: &Version, choices: &[Choice]) -> SyncView {
    let is_new = |choice: &&Choice| {
        choice.after.is_some()
            && choice.after != choice.conflict.ours
            && choice.after != choice.conflict.theirs
    };
    let written = choices.iter().filter(is_new);
    let in_review: Vec<String> = written.map(|one| one.conflict.file.clone()).collect();
    SyncView {
        changed: named(workspace, &merged.files),
        in_review: named(workspace, &in_review),
        ..SyncView::default()
    }
}

/// Entries by their titles; other files say little to a person.
fn named(workspace: &Workspace, files: &[String]) -> Vec<SyncedFile> {
    let entries = files.iter().filter(|file| file.starts_with("entries/"));
    let named = entries.map(|file| {
        let text = workspace.text(file).ok().flatten();
        SyncedFile {
            title: title_in(file, text.as_deref()),
            file: file.clone(),
        }
    });
    named.collect()
}

fn title_in(file: &str, text: Option<&str>) -> String {
    let entry = text.and_then(|text| read_entry(file, text).entry);
    let name = || Path::new(file).file_name().unwrap_or_default();
    entry.map_or_else(|| name().display().to_string(), |entry| entry.title)
}

fn stamp(conflict: &Conflict) -> String {
    let side = |text: &Option<String>| text.as_deref().map_or_else(String::new, text_hash);
    [&conflict.base, &conflict.ours, &conflict.theirs]
        .map(side)
        .join(" ")
}

/// A decision counts for the conflict that was shown, not for a later one of the same file.
fn chosen(conflict: Conflict, decisions: &[ConflictDecision]) -> Option<Choice> {
    let stamp = stamp(&conflict);
    let decision = decisions
        .iter()
        .find(|decision| decision.file == conflict.file && decision.stamp == stamp)?;
    let after = match &decision.choice {
        SyncChoice::Ours => conflict.ours.clone(),
        SyncChoice::Theirs => conflict.theirs.clone(),
        SyncChoice::Text { text } => Some(text.clone()),
    };
    Some(Choice { conflict, after })
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
