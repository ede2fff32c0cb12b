//! The editor of the trainer's desk: the list of a workspace's entries, one file as it is written, and its form.
//!
//! Lines count from 1. Columns count UTF-16 code units from 0, as an editor on a page does.

use super::{Call, EntryForm, EntryView, FormRequest, Kind, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The commands of the editor.
#[derive(Debug, TS)]
#[ts(export)]
pub struct EditingCommands {
    /// Every entry and every unreadable file of the workspace.
    pub editing_list: Call<(), EntryList>,
    /// A file as it lies in the workspace, with what was typed in it and not saved.
    pub editing_open: Call<String, OpenedFile>,
    /// What a text would be as an entry; asked while it is being typed.
    pub editing_check: Call<CheckRequest, Checked>,
    /// Saves a file as one act.
    pub editing_save: Call<SaveRequest, SaveOutcome>,
    /// Changes one value in a text, every other byte left as it is; answers with the text.
    pub editing_form: Call<FormRequest, String>,
    /// Makes a draft from the template of its kind; answers with its row.
    pub editing_create: Call<CreateRequest, EntryRow>,
    /// Makes a draft with a text's wording and an id of its own; answers with its row.
    pub editing_duplicate: Call<String, EntryRow>,
    /// Deletes a draft that was never approved.
    pub editing_delete: Call<DeleteRequest, ()>,
    /// Keeps what is typed and not saved; answers with the time, `HH:MM:SS`.
    pub editing_keep: Call<KeepRequest, String>,
    /// Forgets what was typed and not saved in a file.
    pub editing_forget: Call<String, ()>,
}

/// Where an entry is in its life, as its file and its approvals say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum EntryStatus {
    /// Being written.
    Draft,
    /// Waiting for approval, or changed after it.
    InReview,
    /// Approved as it stands.
    Approved,
    /// Taken back at once.
    Withdrawn,
    /// Replaced or no longer needed.
    Retired,
    /// The file can't be read as an entry.
    Unreadable,
}

/// When somebody has to look at an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Due {
    /// The day, `YYYY-MM-DD`: to look again, or the last day of validity, whichever comes first.
    pub day: String,
    /// Whole days until then; below 0 when it has passed.
    pub left: i32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryRow {
    /// The file, relative to the workspace, with `/`.
    pub file: String,
    /// The entry's id; `None` for an unreadable file.
    pub id: Option<String>,
    /// Its kind; `None` for an unreadable file.
    pub kind: Option<Kind>,
    /// Its title; the file's name for an unreadable file.
    pub title: String,
    /// The customer's own words for it.
    pub aliases: Vec<String>,
    /// Where it is in its life.
    pub status: EntryStatus,
    /// The department that answers for it.
    pub owner: Option<String>,
    /// Who changed it last since the workspace was made.
    pub author: Option<String>,
    /// Whether that was the person at the desk, or they have unsaved typing in it.
    pub mine: bool,
    /// When it is due.
    pub due: Option<Due>,
    /// Problems that keep it from being approved.
    pub errors: u32,
    /// Other problems.
    pub warnings: u32,
    /// When something was typed in it that is not saved, `MM-DD HH:MM`.
    pub unsaved: Option<String>,
}

/// The list of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryList {
    /// Unreadable files first, then entries by id.
    pub rows: Vec<EntryRow>,
    /// Sentences about copies of unsaved typing that could not be read.
    pub lost: Vec<String>,
}

/// Typing that was not saved when the window closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Recovered {
    /// The text.
    pub text: String,
    /// The editor's own history, as it gave it; may be empty.
    pub undo: String,
    /// When, `MM-DD HH:MM`.
    pub at: String,
    /// Who typed it.
    pub by: String,
    /// Whether the file was saved by somebody else since.
    pub outdated: bool,
}

/// A file that was opened.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OpenedFile {
    /// The file.
    pub file: String,
    /// Its text as it lies in the workspace.
    pub text: String,
    /// What [`SaveRequest::base`] has to be.
    pub fingerprint: String,
    /// Typing that was not saved.
    pub recovered: Option<Recovered>,
    /// What the text is as an entry.
    pub checked: Checked,
}

/// A text to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CheckRequest {
    /// Its file.
    pub file: String,
    /// The text.
    pub text: String,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Weight {
    /// The entry can't be approved so.
    Error,
    /// Somebody should look.
    Warning,
    /// It could be better.
    Hint,
}

/// A problem of a text, where it stands, and what can be done with one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TextProblem {
    /// The line; `None` for the file as a whole.
    pub line: Option<u32>,
    /// First column of what is wrong.
    pub from: u32,
    /// The column behind it; as `from` when the whole line is meant.
    pub to: u32,
    /// How bad.
    pub weight: Weight,
    /// Stable name of the fault.
    pub code: String,
    /// What is wrong.
    pub what: Words,
    /// What to do.
    pub remedy: Words,
    /// What one key can do.
    pub fixes: Vec<QuickFix>,
}

/// A change that one key makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct QuickFix {
    /// What it does.
    pub label: Words,
    /// The first line it takes away.
    pub line: u32,
    /// How many lines it takes away; 0 puts the new ones before `line`.
    pub remove: u32,
    /// The lines put in their place.
    pub lines: Vec<String>,
}

/// What a text is as an entry.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Checked {
    /// Its problems in the order of lines.
    pub problems: Vec<TextProblem>,
    /// Its values; `None` while front matter can't be read.
    pub form: Option<EntryForm>,
    /// The card as an agent would see it; `None` while front matter can't be read.
    pub card: Option<EntryView>,
    /// Where it would be in its life once saved.
    pub status: EntryStatus,
    /// Whether saving it takes its approval away, because the wording is another one.
    pub reopens: bool,
}

/// A text to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SaveRequest {
    /// The file.
    pub file: String,
    /// The text.
    pub text: String,
    /// The fingerprint of the text that the typing started from.
    pub base: String,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum SaveOutcome {
    /// It is saved, and searches find it.
    Saved {
        /// The text as it was saved: its status may differ from what was sent.
        text: String,
        /// Its fingerprint.
        fingerprint: String,
        /// Its line in the list.
        row: EntryRow,
        /// How long it took until searches find it, in milliseconds; 0 when nothing had changed.
        took_ms: u32,
        /// Whether its status was set to in review, because the approved wording is another one.
        reopened: bool,
    },
    /// Somebody else saved the file meanwhile; nothing was written.
    ChangedMeanwhile {
        /// Their text; `None` when they deleted it.
        text: Option<String>,
        /// Its fingerprint; empty when they deleted it.
        fingerprint: String,
        /// Who it was, when that is known.
        by: Option<String>,
    },
}

/// A draft to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CreateRequest {
    /// Its kind.
    pub kind: Kind,
    /// Its title; its id is made from how that sounds.
    pub title: String,
}

/// A draft to be deleted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DeleteRequest {
    /// The file.
    pub file: String,
    /// The fingerprint of the text that was seen.
    pub base: String,
}

/// Typing to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KeepRequest {
    /// The file.
    pub file: String,
    /// The fingerprint of the text that the typing started from.
    pub base: String,
    /// The text.
    pub text: String,
    /// The editor's own history.
    pub undo: String,
}
