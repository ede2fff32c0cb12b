//! Binding demonstration approvals to the text they stand under.

use crate::contract::{ProblemView, Words};
use crate::problems::problem_view;
use std::path::Path;
use yingda_content::problem::Language;

/// What was stamped and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampReport {
    /// Files that were changed, relative to the library's folder.
    pub changed: Vec<String>,
    /// Files that were refused, and why.
    pub refused: Vec<(String, Words)>,
    /// Files that could not be read or written.
    pub problems: Vec<ProblemView>,
}

/// Writes the digest of the present text into demonstration approvals; all others are refused.
#[must_use]
pub fn stamp(folder: &Path) -> StampReport {
    let stamped = yingda_content::stamp(folder);
    let refused = stamped.refused.into_iter().map(|(file, why)| {
        let words = Words {
            zh: why.what(Language::Chinese),
            en: why.what(Language::English),
        };
        (file, words)
    });
    StampReport {
        changed: stamped.changed,
        refused: refused.collect(),
        problems: stamped.problems.iter().map(problem_view).collect(),
    }
}
