//! What is recorded: one type for each thing an agent does.

use crate::masking::Masked;
use yingda_content::BeijingTime;

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// All words as typed found something.
    AsTyped,
    /// Something was found after words were replaced or left out.
    Relaxed,
    /// Nothing.
    Nothing,
}

/// A search on which the hand rested, that was cleared, or from which something was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Who; empty where nobody picks who they are.
    pub person: String,
    /// When.
    pub at: BeijingTime,
    /// Its words.
    pub words: Masked,
    /// How it ended.
    pub found: Found,
    /// The step of relaxing that found something, by its stable name.
    pub rung: Option<String>,
    /// How long the engine took, in milliseconds.
    pub took_ms: u32,
    /// What was opened or copied from it.
    pub opened: Option<Opened>,
}

/// The entry that was opened from a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The entry.
    pub entry: String,
    /// Its line among the results, from 1; 0 when it was reached another way.
    pub line: u32,
}

/// What was done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Chosen to be read.
    Opened,
    /// Its wording was copied.
    Copied,
}

/// A use of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Who.
    pub person: String,
    /// When.
    pub at: BeijingTime,
    /// The entry.
    pub entry: String,
    /// The digest of the text that was used.
    pub version: String,
    /// What was done.
    pub how: How,
}

/// What is wrong with an entry, as an agent says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// 说错了.
    Wrong,
    /// 过时了.
    Outdated,
    /// 缺内容.
    Missing,
    /// 不好说.
    HardToSay,
}

/// A reported problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Who.
    pub person: String,
    /// When.
    pub at: BeijingTime,
    /// The entry.
    pub entry: String,
    /// What is wrong.
    pub kind: ReportKind,
    /// One line about it; stays on this computer as typed and leaves it masked.
    pub line: String,
}

/// A person read a must-read entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Who.
    pub person: String,
    /// When.
    pub at: BeijingTime,
    /// The entry.
    pub entry: String,
    /// The digest of the text that was read.
    pub version: String,
}

/// Something to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A search came to its end.
    Search(Search),
    /// Something was opened from the search recorded last.
    OpenedFromLast(Opened),
    /// The search recorded last was typed anew.
    LastRetyped,
    /// An entry was used.
    Use(Use),
    /// A problem was reported.
    Report(Report),
    /// A must-read entry was read.
    Receipt(Receipt),
}

/// A moment as it is kept: seconds on the Beijing clock since 1970.
pub(crate) fn seconds(at: BeijingTime) -> i64 {
    at.reading().assume_utc().unix_timestamp()
}

impl Found {
    /// As it is kept.
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::AsTyped => 0,
            Self::Relaxed => 1,
            Self::Nothing => 2,
        }
    }
}

impl How {
    /// As it is kept.
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Opened => 0,
            Self::Copied => 1,
        }
    }
}

impl ReportKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Wrong, Self::Outdated, Self::Missing, Self::HardToSay];

    /// As it is kept.
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Wrong => 0,
            Self::Outdated => 1,
            Self::Missing => 2,
            Self::HardToSay => 3,
        }
    }

    /// The kind that is kept as a number; a number of a newer version is read as the first.
    pub(crate) fn of(number: u8) -> Self {
        let kind = Self::ALL.into_iter().find(|kind| kind.number() == number);
        kind.unwrap_or(Self::Wrong)
    }
}
