//! Editing the files of a workspace: listing, opening, checking while typing, saving, making and deleting drafts.
//!
//! It decides what an edit means (that approved wording loses its approval, what a quick fix does); it neither writes
//! files nor keeps history itself, and it approves nothing.
//!
//! Reading order: `check` (over `problems`, `fixes`, `hints`), [`form`] (over `sections`), `settle`, `act`,
//! `drafts` (over `templates`, `slug`), `rows`; then `desk`, which does it all in an open workspace.

mod act;
mod check;
mod desk;
mod drafts;
mod fixes;
mod form;
mod hints;
mod line_edit;
mod places;
mod problems;
mod rows;
mod sections;
mod settle;
mod slug;
mod templates;
#[cfg(test)]
mod tests;
mod unsaved;
#[cfg(test)]
mod workspace_tests;

pub use desk::{checked, create, delete, duplicate, list, open, save};
pub use form::change;
pub(crate) use unsaved::moment as kept_at;
pub use unsaved::{forget, keep};
