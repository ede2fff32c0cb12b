//! 同步: what came, what went, and what two people wrote differently.

use super::{Call, DifferenceView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The commands of syncing.
#[derive(Debug, TS)]
#[ts(export)]
pub struct SyncingCommands {
    /// The folder of the last sync; empty before the first one.
    pub sync_folder: Call<(), String>,
    /// Syncs with a folder.
    pub sync: Call<String, SyncView>,
    /// How far the sync is.
    pub sync_progress: Call<(), SyncProgress>,
    /// Stops the sync; what it has begun to write is finished first.
    pub sync_stop: Call<(), ()>,
    /// What waits for a decision.
    pub sync_conflicts: Call<(), Vec<ConflictView>>,
    /// Finishes a merge: a decision for every conflict. Sync again to send it.
    pub resolve_conflicts: Call<Vec<ConflictDecision>, SyncView>,
    /// Gives a merge up; the next sync meets the conflicts again.
    pub abandon_sync: Call<(), ()>,
}

/// An entry, or another file of the workspace, by the name a person knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SyncedFile {
    /// The file, relative to the workspace.
    pub file: String,
    /// The entry's title, or the file's name.
    pub title: String,
}

/// What a sync, or the end of a merge, did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SyncView {
    /// How many acts of colleagues came.
    pub received: u32,
    /// The entries that they changed.
    pub changed: Vec<SyncedFile>,
    /// How many of our acts went.
    pub sent: u32,
    /// The entries whose text is new to both sides and has to be approved again.
    pub in_review: Vec<SyncedFile>,
    /// How many conflicts wait; when there is any, nothing was changed and nothing sent.
    pub conflicts: u32,
    /// Whether it was stopped: what is told here is done, nothing was sent.
    pub stopped: bool,
}

/// What a running sync does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum SyncDoing {
    /// Asks where colleagues stand.
    #[default]
    Looking,
    /// Copies their objects.
    Fetching,
    /// Brings files together that both sides changed.
    Merging,
    /// Writes what came; that can't be stopped any more.
    Saving,
    /// Gathers our objects.
    Packing,
    /// Copies them to the folder.
    Sending,
}

/// How far a running sync is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SyncProgress {
    /// What it does.
    pub doing: SyncDoing,
    /// Objects, files, or, while sending, KiB that are done.
    pub done: u32,
    /// How many there are; 0 while that is not known.
    pub total: u32,
}

/// A file that both sides changed in ways that only a person can bring together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConflictView {
    /// The file, relative to the workspace.
    pub file: String,
    /// The entry's title, or the file's name.
    pub title: String,
    /// Tells this conflict from a later one of the same file.
    pub stamp: String,
    /// Our text; `None` when we deleted it.
    pub ours: Option<String>,
    /// Their text; `None` when they deleted it.
    pub theirs: Option<String>,
    /// From our text to theirs, part by part.
    pub difference: DifferenceView,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum SyncChoice {
    /// 用我的.
    Ours,
    /// 用对方的.
    Theirs,
    /// 编辑.
    Text {
        /// The text.
        text: String,
    },
}

/// What a person decided about one conflict.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConflictDecision {
    /// The file.
    pub file: String,
    /// The conflict's stamp, as it was shown.
    pub stamp: String,
    /// The decision.
    pub choice: SyncChoice,
}
