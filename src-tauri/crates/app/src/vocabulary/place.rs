//! Where a row is, for a person.

use crate::contract::VocabularyPlace;

/// Which row of a draft it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowKey {
    /// A line that is saved, counted from 1.
    Line(usize),
    /// A row that is being added, by its place among the edits.
    Added(usize),
}

impl RowKey {
    pub(super) fn place(&self, file: &str) -> VocabularyPlace {
        match self {
            Self::Line(line) => VocabularyPlace::Row {
                file: file.to_owned(),
                line: number(*line),
            },
            Self::Added(index) => VocabularyPlace::Added {
                index: number(*index),
            },
        }
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
