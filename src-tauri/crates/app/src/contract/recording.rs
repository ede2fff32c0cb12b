use super::Call;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_search::RungStep;

/// A search on which the hand rested, that was cleared, or from which an entry was opened. The app keeps only words of
/// the knowledge vocabulary of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct SearchNote {
    /// The text in the box.
    pub text: String,
    /// How many entries it found.
    pub total: u32,
    /// The step of relaxing that found them; none when they were found as typed, or nothing was.
    pub rung: Option<RungStep>,
    /// What the engine took, in microseconds.
    pub took_us: u64,
    /// What was opened or copied from it.
    pub opened: Option<OpenedLine>,
}

/// The entry that was opened from a search.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OpenedLine {
    /// The entry.
    pub id: String,
    /// Its line among the results, from 1; 0 when it was reached another way.
    pub line: u32,
}

/// What an agent says is wrong with an entry, or missing where a search found nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReportNote {
    /// The entry; empty for a search that did not find what was looked for.
    pub id: String,
    /// That search; only words of the knowledge vocabulary are kept of it. Empty where an entry is named.
    #[serde(default)]
    pub query: String,
    /// What is wrong.
    pub kind: ReportedKind,
    /// One line about it; may be empty, at most 200 characters. A customer's numbers in it are hidden.
    pub line: String,
}

/// What can be wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ReportedKind {
    /// 说错了.
    Wrong,
    /// 过时了.
    Outdated,
    /// 缺内容.
    Missing,
    /// 不好说.
    HardToSay,
}

/// The commands by which the desk says what was done at it.
#[derive(Debug, TS)]
#[ts(export)]
pub struct RecordingCommands {
    /// A search came to rest, was cleared, or led to an entry.
    pub searched: Call<SearchNote, ()>,
    /// Something is wrong with an entry, or missing; answers with the number of the report.
    pub report: Call<ReportNote, i64>,
    /// Takes the report with this number back.
    pub take_back_report: Call<i64, ()>,
}
