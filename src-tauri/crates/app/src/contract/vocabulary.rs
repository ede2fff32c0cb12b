//! 词库: what the trainer changes about the customer's words, and what the test search says of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_content::entry::Kind;

use super::{BenchMark, BenchProgress, BenchRequest, Call, EntryRef, Hit, Words};

/// Every command of the vocabulary's screen, by name.
#[derive(Debug, TS)]
#[ts(export)]
pub struct VocabularyCommands {
    /// Everything that can be changed here, as it is saved.
    pub vocabulary: Call<(), VocabularyView>,
    /// What edits would do, before they are saved.
    pub try_vocabulary: Call<TrialRequest, TrialView>,
    /// Saves edits as one act and answers with what is saved then.
    pub save_vocabulary: Call<VocabularyEdits, VocabularyView>,
    /// Runs the next part of the bench over the state with these edits; `from` 0 begins anew. Not asking again is
    /// stopping.
    pub bench_step: Call<BenchRequest, BenchProgress>,
    /// Keeps the last whole run over saved words as what later runs are compared with.
    pub mark_bench: Call<(), BenchMark>,
    /// Keeps edits that are not saved yet; none forget those kept before.
    pub keep_vocabulary: Call<VocabularyEdits, ()>,
    /// Edits that were kept and never saved.
    pub kept_vocabulary: Call<(), Option<KeptWords>>,
    /// The screen was left: gives back the memory of the trial and the bench.
    pub leave_vocabulary: Call<(), ()>,
}

/// The table a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TableKind {
    /// 用户词典.
    Words,
    /// 读音.
    Readings,
    /// 同义词.
    Synonyms,
    /// 评测问句.
    Judged,
}

/// Everything the vocabulary's screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct VocabularyView {
    /// All entries by id, with the customer's words for them.
    pub entries: Vec<EntryWords>,
    /// The files of words, readings and synonyms, then those of judged queries by name; a file that is not there yet has
    /// no rows.
    pub tables: Vec<TableView>,
    /// The classes of judged queries, as the files write them.
    pub classes: Vec<String>,
}

/// An entry and the customer's words for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryWords {
    /// The entry.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What can be changed here.
    pub words: CustomerWords,
}

/// Aliases, words that keep an entry out, and its weight.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerWords {
    /// 别名.
    pub aliases: Vec<String>,
    /// A query that holds one of these does not return the entry.
    pub not_for: Vec<String>,
    /// The trainer's weight, -2 to 2.
    pub pin: i8,
}

/// A file of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TableView {
    /// The file, relative to the folder.
    pub file: String,
    /// What it holds.
    pub table: TableKind,
    /// Its rows, comments left out.
    pub rows: Vec<TableRow>,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TableRow {
    /// Its line, counted from 1.
    pub line: u32,
    /// The line as it is written.
    pub text: String,
    /// What it says: word and frequency; word and syllables; the words of a group; query, class, ids with commas, and
    /// `hard` or nothing.
    pub cells: Vec<String>,
}

/// Edits that were kept and never saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KeptWords {
    /// When, `MM-DD HH:MM`.
    pub at: String,
    /// Who made them.
    pub by: String,
    /// The edits.
    pub edits: VocabularyEdits,
}

/// Edits that are not saved yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct VocabularyEdits {
    /// Entries whose words were changed.
    pub entries: Vec<EntryEdit>,
    /// Rows that were changed, added or taken out.
    pub rows: Vec<RowEdit>,
}

/// An entry's words, changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryEdit {
    /// The entry.
    pub id: String,
    /// What they were when they were shown.
    pub was: CustomerWords,
    /// What they shall be.
    pub words: CustomerWords,
}

/// A row, changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RowEdit {
    /// The file.
    pub file: String,
    /// Its line, counted from 1; none for a row that is added.
    pub line: Option<u32>,
    /// The line as it was shown; empty for a row that is added.
    pub was: String,
    /// What it shall say; none takes it out.
    pub cells: Option<Vec<String>>,
}

/// What is asked of the test search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrialRequest {
    /// The edits that are tried.
    pub edits: VocabularyEdits,
    /// What is searched for; empty searches for nothing.
    pub query: String,
}

/// What edits would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrialView {
    /// Edits that can't be saved as they are; they are left out of the trial.
    pub faults: Vec<EditFault>,
    /// What is doubled or contradicts itself with the edits; it may be saved.
    pub notes: Vec<VocabularyNote>,
    /// How long making the edited state took, in milliseconds; 0 when it was there already.
    pub prepared_ms: u32,
    /// The hits; nothing where nothing is searched for.
    pub search: Option<TrialSearch>,
}

/// Where an edit or a note belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "at", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum VocabularyPlace {
    /// An entry.
    Entry {
        /// Its id.
        id: String,
    },
    /// A row that is saved.
    Row {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: u32,
    },
    /// A row that is being added.
    Added {
        /// Its place among all row edits, from 0.
        index: u32,
    },
}

/// An edit that can't be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EditFault {
    /// Where.
    pub place: VocabularyPlace,
    /// What is wrong.
    pub what: Words,
    /// What to do.
    pub remedy: Words,
}

/// Something doubled or contradictory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct VocabularyNote {
    /// Where; all places that it is about.
    pub places: Vec<VocabularyPlace>,
    /// Whether the words contradict each other; otherwise they are only there twice.
    pub contradiction: bool,
    /// The sentence.
    pub what: Words,
}

/// The test search.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrialSearch {
    /// How many hits there are with the edits.
    pub total: u32,
    /// How long the search took, in microseconds.
    pub took_us: u64,
    /// Words of the query that no hit holds.
    pub relaxed: Vec<String>,
    /// The first twenty, best first.
    pub hits: Vec<TrialHit>,
    /// Entries that are among the first twenty as saved, and not with the edits.
    pub gone: Vec<EntryRef>,
}

/// A hit of the test search.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrialHit {
    /// As the agent sees it.
    pub hit: Hit,
    /// Where it stood before the edits.
    pub movement: Movement,
    /// What each rule gave it.
    pub points: Vec<RulePoints>,
}

/// Where a hit stands beside where it stood as saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "moved", rename_all = "camelCase")]
#[ts(export)]
pub enum Movement {
    /// Where it was.
    Same,
    /// Further up.
    Up {
        /// Places.
        by: u32,
    },
    /// Further down.
    Down {
        /// Places.
        by: u32,
    },
    /// It was not among the first twenty.
    New,
}

/// A rule of the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RankRule {
    /// How much of what was said is met.
    Coverage,
    /// A name that says what was said and little else.
    Likeness,
    /// What is meant.
    Meaning,
    /// How much the text is about it.
    Answer,
    /// An exact or beginning name.
    Name,
    /// The place it matched in.
    Places,
    /// Wording before background.
    Kind,
    /// What may not be said stands lower.
    Standing,
    /// The trainer's weight.
    Pin,
    /// How often this person uses it.
    Use,
}

/// What a rule gave.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RulePoints {
    /// The rule.
    pub rule: RankRule,
    /// Its points.
    pub points: f32,
}
