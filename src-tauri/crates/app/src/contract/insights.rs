use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Call, EntryRef, ReportedKind};

/// What agents did, as far as it is known on this computer.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct InsightsView {
    /// How many days it covers, today the last of them.
    pub days: u16,
    /// The state of the record.
    pub record: RecordState,
    /// What happened.
    pub now: PeriodTotals,
    /// What happened in as many days before.
    pub before: PeriodTotals,
    /// Searches that failed, were relaxed, typed anew or slow, grouped by their masked words, without those that were
    /// settled; the most failed first.
    pub gaps: Vec<GapView>,
    /// Every day of the period.
    pub series: Vec<DayView>,
    /// What was copied most, at most 10.
    pub most_used: Vec<UseView>,
    /// Entries that may be said and were neither opened nor copied; at most 100.
    pub unused: Vec<EntryRef>,
    /// How many of them there are.
    pub unused_total: u32,
    /// What agents reported, the last one first.
    pub reports: Vec<ReportView>,
    /// What is expired, ends or is to be reviewed within 30 days; the most overdue first.
    pub due: Vec<DueView>,
    /// Who read the must-read entries as they are now.
    pub must_read: Vec<MustReadView>,
}

/// The state of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
#[ts(export)]
pub enum RecordState {
    /// In order.
    Ready,
    /// It was damaged, is kept under another name, and was begun anew.
    SetAside {
        /// Where the damaged one is.
        file: String,
    },
    /// Nothing can be kept: it lasts until the program ends.
    NotKept {
        /// What is wrong and what to do.
        what: super::Words,
    },
}

/// Counts of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PeriodTotals {
    /// Searches.
    pub searches: u32,
    /// Those that found nothing.
    pub failed: u32,
    /// Those that found something only after words were replaced or left out.
    pub relaxed: u32,
    /// Those typed anew within half a minute, nothing opened.
    pub retyped: u32,
    /// Those that took longer than 50 ms.
    pub slow: u32,
    /// Those from which something was opened or copied.
    pub opened: u32,
    /// Those where it was the first line.
    pub first_line: u32,
    /// What 95 of 100 searches took at most, in milliseconds.
    pub p95_ms: u32,
    /// Computers they were made on.
    pub machines: u32,
}

/// A masked text that failed, was relaxed, typed anew or slow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GapView {
    /// The masked words, ※ for what was not kept.
    pub words: String,
    /// The alias it would become: the words without marks.
    pub alias: String,
    /// How often it found nothing.
    pub failed: u32,
    /// How often it was relaxed.
    pub relaxed: u32,
    /// How often it was typed anew.
    pub retyped: u32,
    /// How often it was slow.
    pub slow: u32,
    /// The first time in the period; Beijing time, `YYYY-MM-DD HH:MM`.
    pub first: String,
    /// The last time.
    pub last: String,
    /// How many days ago that was.
    pub days_ago: u32,
    /// The entry it comes nearest to.
    pub nearest: Option<EntryRef>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DayView {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Searches.
    pub searches: u32,
    /// Those that found nothing.
    pub failed: u32,
    /// Those that were relaxed.
    pub relaxed: u32,
}

/// How much an entry was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UseView {
    /// The entry.
    pub entry: EntryRef,
    /// Copies.
    pub copied: u32,
    /// Openings.
    pub opened: u32,
}

/// A reported problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReportView {
    /// The entry; none when the library has it no more.
    pub entry: Option<EntryRef>,
    /// Its id.
    pub id: String,
    /// What is wrong.
    pub kind: ReportedKind,
    /// One line about it.
    pub line: String,
    /// Who; may be empty.
    pub person: String,
    /// Beijing time, `YYYY-MM-DD HH:MM`.
    pub at: String,
}

/// An entry that somebody has to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DueView {
    /// The entry.
    pub entry: EntryRef,
    /// Its file, relative to the library.
    pub file: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// Why.
    pub why: DueWhy,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// Days from today to it; negative when it is past.
    pub days: i32,
}

/// Why an entry is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum DueWhy {
    /// It is to be reviewed by that day.
    Review,
    /// It may be said until that day.
    Ends,
}

/// Who read a must-read entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MustReadView {
    /// The entry.
    pub entry: EntryRef,
    /// Who read it as it is now.
    pub read: Vec<String>,
    /// Who read only an older version.
    pub outdated: Vec<String>,
}

/// What became of a branch's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OutboxMerge {
    /// The file.
    pub file: String,
    /// Records that were new here.
    pub added: u32,
    /// Records that were known.
    pub known: u32,
    /// Why nothing of it was merged.
    pub fault: Option<super::Words>,
}

/// A gap and the entry it becomes an alias of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GapAlias {
    /// The masked words.
    pub words: String,
    /// The entry.
    pub id: String,
}

/// What was done with a gap, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GapDone {
    /// The masked words.
    pub words: String,
    /// The version that was saved; none when it was set aside, or the entry had the alias already.
    pub version: Option<String>,
    /// The entry that got the alias, or was begun.
    pub entry: Option<String>,
}

/// The commands of the insights.
#[derive(Debug, TS)]
#[ts(export)]
pub struct InsightsCommands {
    /// What agents did within 7, 30 or 90 days.
    pub insights: Call<u16, InsightsView>,
    /// Makes a gap an alias of an entry of the workspace, as one act.
    pub gap_to_alias: Call<GapAlias, GapDone>,
    /// Begins an entry, as a draft, for a gap with these masked words.
    pub gap_to_draft: Call<String, GapDone>,
    /// Sets a gap aside: it needs no answer.
    pub set_gap_aside: Call<String, GapDone>,
    /// Takes back what was done with a gap.
    pub undo_gap: Call<GapDone, ()>,
    /// Merges the outboxes of branches: the files.
    pub merge_outboxes: Call<Vec<String>, Vec<OutboxMerge>>,
    /// Writes what was recorded on this computer, masked, into a file.
    pub write_outbox: Call<String, u32>,
}
