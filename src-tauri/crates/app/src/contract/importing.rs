use super::{Call, Kind, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use yingda_exchange::{CleaningKind, ExportAs, LeftOutKind, Role as ImportRole};

/// Reads one file into drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportRequest {
    /// The file, as the system's dialog named it.
    pub file: String,
    /// Cleanings that are turned off.
    pub without: Vec<CleaningKind>,
    /// The kind of all drafts; by what they look like unless given.
    pub kind: Option<Kind>,
    /// The sheet; all of them unless given.
    pub sheet: Option<String>,
    /// Header and columns of the sheet; by its header unless given.
    pub columns: Option<ImportColumns>,
}

/// How the rows of a sheet are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportColumns {
    /// Which of the rows that hold something is the header, counted from 0.
    pub header: Option<u32>,
    /// What each column holds.
    pub roles: Vec<ImportRole>,
}

/// A file as it would be taken; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportedFile {
    /// The file.
    pub file: String,
    /// What it really is; empty when it could not be told.
    pub format: Option<Words>,
    /// Whether its name says something else.
    pub misnamed: bool,
    /// Why nothing could be read, and what to do.
    pub fault: Option<Words>,
    /// Its sheets, where it has any.
    pub sheets: Vec<ImportSheet>,
    /// Its drafts, up to 500 of them; the others are taken as they are proposed.
    pub drafts: Vec<ImportDraft>,
    /// How many drafts there are.
    pub total: u32,
    /// What was left out.
    pub left_out: Vec<(LeftOutKind, u32)>,
    /// How often was cleaned what.
    pub cleaned: Vec<(CleaningKind, u32)>,
    /// The first hundred cleanings.
    pub cleanings: Vec<CleaningView>,
}

/// A sheet with its first rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportSheet {
    /// Its name; empty in a file that has only one.
    pub name: String,
    /// Its first rows that hold something.
    pub rows: Vec<Vec<String>>,
    /// What its columns seem to hold.
    pub columns: ImportColumns,
    /// Whether it is an export of this program.
    pub ours: bool,
}

/// One draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportDraft {
    /// Its number in the file, counted from 0.
    pub number: u32,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The beginning of its text, as Markdown.
    pub text: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Where it stood.
    pub at: Words,
    /// The entry it changes, or is nearly the same as.
    pub near: Option<NearEntry>,
    /// What is proposed.
    pub decision: ImportDecision,
}

/// An entry that a draft changes or is nearly the same as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NearEntry {
    /// The entry.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How much of the draft's text it has, in hundredths.
    pub text: u8,
}

/// What is done with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ImportDecision {
    /// It becomes an entry of its own.
    New,
    /// It takes the place of the text it was made from.
    Update,
    /// It is merged into the entry it is near to: its title as an alias, new text into 仅内部.
    Merge,
    /// Nothing.
    Skip,
}

/// One cleaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CleaningView {
    /// What kind.
    pub kind: CleaningKind,
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
    /// Where.
    pub at: Words,
}

/// How far a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportProgress {
    /// Paragraphs, rows, pages or slides that were read.
    pub done: u32,
    /// How many there are; 0 while that is not known.
    pub total: u32,
}

/// A decision of the person that differs from what was proposed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportChoice {
    /// The file.
    pub file: String,
    /// The draft.
    pub number: u32,
    /// What is done with it.
    pub decision: ImportDecision,
}

/// What accepting came to: one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportDone {
    /// The version that was saved, to be undone by; nothing when nothing changed.
    pub version: Option<String>,
    /// How many entries are new.
    pub made: u32,
    /// How many were changed.
    pub changed: u32,
    /// How many drafts were skipped or brought nothing new.
    pub skipped: u32,
    /// Entries that could not be changed, each with a sentence.
    pub refused: Vec<(String, Words)>,
}

/// Writes entries into a file for people outside.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ExportRequest {
    /// These entries; all of them when empty.
    pub ids: Vec<String>,
    /// As what.
    pub form: ExportAs,
    /// The file.
    pub file: String,
}

/// The commands of import and export.
#[derive(Debug, TS)]
#[ts(export)]
pub struct ImportingCommands {
    /// Reads one file; what was read before from it is forgotten.
    pub import_read: Call<ImportRequest, ImportedFile>,
    /// How far the reading is.
    pub import_progress: Call<(), ImportProgress>,
    /// Stops the reading.
    pub import_stop: Call<(), ()>,
    /// Forgets a file that was read.
    pub import_forget: Call<String, ()>,
    /// Takes over all files that were read, as one act.
    pub import_accept: Call<Vec<ImportChoice>, ImportDone>,
    /// Takes the act back.
    pub import_undo: Call<String, ()>,
    /// Writes entries into a file; answers how many.
    pub export_entries: Call<ExportRequest, u32>,
}
