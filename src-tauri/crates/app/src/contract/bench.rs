//! 评测: running the judged queries over the edited vocabulary, and what moved since the mark.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntryRef, VocabularyEdits};

/// Which part of the bench to run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchRequest {
    /// The edits that are tried.
    pub edits: VocabularyEdits,
    /// How many queries were run already.
    pub from: u32,
}

/// How far the bench is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchProgress {
    /// Queries run.
    pub done: u32,
    /// All queries.
    pub total: u32,
    /// The result, when all were run.
    pub result: Option<BenchView>,
}

/// How all judged queries came out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchView {
    /// By class, those marked hard left out.
    pub classes: Vec<BenchClass>,
    /// Those marked hard, whatever their class.
    pub hard: BenchMeasure,
    /// Queries without an expected entry among the first three, those marked hard left out.
    pub failed: Vec<BenchQuery>,
    /// What changed since the mark, the failing first; empty without a mark.
    pub changes: Vec<BenchChange>,
    /// What it is compared with.
    pub mark: Option<BenchMark>,
}

/// A class of queries.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchClass {
    /// The class, as the files write it.
    pub class: String,
    /// How it came out.
    pub measure: BenchMeasure,
    /// What it may not fall below, where that is written: first, and among three.
    pub floor: Option<(f64, f64)>,
    /// Whether it is below.
    pub below: bool,
}

/// Shares of queries, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchMeasure {
    /// Queries that count.
    pub queries: u32,
    /// An expected entry is first.
    pub hit_at_1: f64,
    /// One is among the first three.
    pub hit_at_3: f64,
}

/// A judged query with what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchQuery {
    /// The query.
    pub query: String,
    /// Its class.
    pub class: String,
    /// Whether it needs meaning rather than words.
    pub hard: bool,
    /// The file it stands in.
    pub file: String,
    /// The place of the first expected entry, from 1, among the first ten.
    pub rank: Option<u32>,
    /// What should have come.
    pub expected: Vec<EntryRef>,
    /// What came first, up to three.
    pub found: Vec<EntryRef>,
}

/// A query that came out differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchChange {
    /// The query.
    pub query: BenchQuery,
    /// The place then, from 1.
    pub before: Option<u32>,
    /// In which way.
    pub change: BenchChangeKind,
}

/// How a query changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum BenchChangeKind {
    /// It was among the first three and is not any more.
    NewlyFailing,
    /// It is among the first three now.
    NewlyPassing,
    /// Another place, on the same side.
    Moved,
}

/// The run that later ones are compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BenchMark {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// How many queries it ran.
    pub queries: u32,
}
