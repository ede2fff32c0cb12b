//! 词库: the customer's words are changed, tried before they are saved, and measured by the judged queries.
//!
//! Owns what edits of vocabulary and judged files become (the texts of files, an engine over them), what moved by them,
//! and the bench. It writes nothing but the mark of the bench: saving is the workspace's.
//!
//! Reading order: [`view`] → `draft` (edits → rows and texts) → `notes` → `trial` (an engine over them) → `moved` →
//! `bench` and `mark` → `session`, `saving` and `unsaved`.

mod bench;
mod draft;
mod mark;
mod moved;
mod notes;
mod place;
mod saving;
mod session;
#[cfg(test)]
mod tests;
mod trial;
mod unsaved;
#[cfg(test)]
mod unsaved_tests;
mod view;

pub use draft::FileText;
pub(crate) use place::number;
pub use session::{NotMarked, NotSaved, VocabularySession};
pub(crate) use unsaved::KEPT_AS;
pub use view::view;
