//! 全文替换 and 改编号: what is found over all entries, and what becomes of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_content::entry::Kind;
use yingda_search::Segment;

use super::{Call, Words};

/// Every command of finding and replacing, by name.
#[derive(Debug, TS)]
#[ts(export)]
pub struct ReplacingCommands {
    /// Every place that would be replaced.
    pub find_everywhere: Call<FindRequest, FindView>,
    /// Replaces chosen places as one act.
    pub replace_everywhere: Call<ReplaceRequest, Replaced>,
    /// What another id of an entry changes.
    pub preview_rename: Call<RenameRequest, RenameView>,
    /// Gives an entry another id, with everything that names it, as one act.
    pub rename_entry: Call<RenameRequest, Replaced>,
    /// Takes such an act back, by its version, if nothing later touched its files.
    pub undo_replacing: Call<String, ()>,
}

/// A part of an entry's file that can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TextPart {
    /// 标题.
    Title,
    /// 别名、排除词、标签.
    Names,
    /// 产品、范围、部门、来源、填空.
    Keys,
    /// 可直接说.
    Say,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// 仅内部.
    Internal,
    /// Other sections, steps of flows included.
    Other,
}

/// What is looked for, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FindRequest {
    /// The text; nothing is found while it is empty.
    pub find: String,
    /// What comes in its place; may be empty.
    pub replace: String,
    /// Width, case and script do not tell texts apart.
    pub folded: bool,
    /// Only these parts; none means all.
    pub parts: Vec<TextPart>,
    /// Only these kinds; none means all.
    pub kinds: Vec<Kind>,
}

/// Everything that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FindView {
    /// Entries with hits, by id.
    pub entries: Vec<FoundEntry>,
    /// Hits of all of them.
    pub hits: u32,
    /// There are more entries than are shown: the text has to say more.
    pub cut: bool,
}

/// An entry with hits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FoundEntry {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What its file is now, to see whether it is still the same when it is replaced.
    pub fingerprint: String,
    /// Whether replacing all hits ends its approval.
    pub lapses: bool,
    /// Why it can't be replaced here, if it can't.
    pub refused: Option<Words>,
    /// Its hits, in their order; a hit's number is its place in this list.
    pub hits: Vec<FoundHit>,
}

/// A place that would be replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FoundHit {
    /// The line of the file, counted from 1.
    pub line: u32,
    /// The part it stands in.
    pub part: TextPart,
    /// The line now, the hit lit.
    pub before: Vec<Segment>,
    /// The line then, what came lit.
    pub after: Vec<Segment>,
}

/// Which hits are replaced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReplaceRequest {
    /// What was looked for.
    pub find: FindRequest,
    /// The entries with the hits that were chosen.
    pub chosen: Vec<ChosenHits>,
}

/// The chosen hits of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChosenHits {
    /// The entry.
    pub id: String,
    /// What its file was.
    pub fingerprint: String,
    /// The numbers of the hits, from 0.
    pub hits: Vec<u32>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Replaced {
    /// The act's version, to take it back.
    pub version: String,
    /// Files that changed.
    pub files: u32,
}

/// Another id for an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RenameRequest {
    /// The entry.
    pub id: String,
    /// The id it gets.
    pub to: String,
}

/// What another id changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RenameView {
    /// Why it can't be done, if it can't.
    pub refused: Option<Words>,
    /// Every file that changes.
    pub files: Vec<RenamedFile>,
}

/// A file that changes by another id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RenamedFile {
    /// The file, relative to the folder.
    pub file: String,
    /// Its name then, where it gets another one.
    pub to: Option<String>,
    /// Whether the entry in it loses its approval.
    pub lapses: bool,
    /// The lines that change: before and after.
    pub lines: Vec<(String, String)>,
}
