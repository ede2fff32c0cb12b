use serde::Serialize;
use std::fmt;
use ts_rs::TS;

/// The closed set of error codes; the screen has a Chinese and an English text for every one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ErrorCode {
    /// The entry is not in the library (any more).
    EntryUnknown,
    /// A required blank is empty; detail: its name.
    FieldEmpty,
    /// A blank holds something that its kind does not allow; detail: its name.
    FieldInvalid,
    /// The entry has no 可直接说.
    NothingToSay,
    /// The entry is expired: copying needs a reason.
    ReasonNeeded,
    /// The entry was withdrawn and can't be copied; detail: its successor's title, if any.
    Withdrawn,
    /// The entry is not approved, or not valid yet.
    NotApproved,
    /// The clipboard took nothing; detail: the system's words.
    ClipboardFailed,
    /// There is no library at the place; detail: the folder.
    LibraryMissing,
    /// The index can't be built; detail: the system's words.
    IndexFailed,
    /// The settings could not be kept; detail: the system's words.
    SettingsNotSaved,
    /// The record of what was done can't be read or written; detail: the system's words.
    RecordFailed,
    /// A person's name is empty, too long, or holds characters that can't be shown.
    NameInvalid,
    /// The search text is too long; detail: the limit in characters.
    QueryTooLong,
    /// A value of the editor's form was not taken; detail: why, and what to do.
    FormRefused,
    /// Only a draft that was never approved can be deleted; detail: the entry's title.
    DraftsOnly,
    /// No workspace is open.
    NoWorkspace,
    /// Nobody was named who works in the workspace.
    PersonMissing,
    /// The workspace refused; detail: a sentence in the language of the screen.
    WorkspaceRefused,
    /// A file is no longer what the person saw; detail: the file.
    ChangedMeanwhile,
    /// A fault of the program itself; detail: where.
    Internal,
}

/// An error as it crosses to the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AppError {
    /// What went wrong.
    pub code: ErrorCode,
    /// The name, place or words that belong to it; may be empty.
    pub detail: String,
}

impl AppError {
    /// An error with its detail.
    #[must_use]
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.detail.is_empty() {
            write!(f, "{:?}", self.code)
        } else {
            write!(f, "{:?}: {}", self.code, self.detail)
        }
    }
}

impl std::error::Error for AppError {}
