//! Four eyes: who may do what with an entry, and what has to be in its file before an agent hears it.
//!
//! An approver wrote nothing in the entry since its last approved version; that is read from the history of its file,
//! never from what the file says of itself. Approvals are gathered in the record and written into the entry only when
//! all offices asked for have given theirs, so that no status typed by hand can make half of them count as all.
//!
//! It decides and composes; it writes nothing (that is a save of the workspace), and knows no screen.
//!
//! Reading order: [`office`], `members` → [`record`] → [`threads`] → [`minor`] → [`past`] → [`case`] → [`deed`] → `doing`.

pub mod case;
pub mod deed;
mod doing;
mod members;
pub mod minor;
pub mod office;
pub mod past;
pub mod record;
pub mod refusal;
pub mod threads;

pub use case::{Actor, Case, Signature, Step, marked_minor};
pub use deed::Deed;
pub use doing::{Done, apply};
pub use minor::{NotMinor, minor};
pub use office::{Office, REVIEW_RULES, RuleFault, Rules};
pub use past::{Past, past};
pub use record::{Event, Record, What, record_file, with_events};
pub use refusal::{Refusal, status_name};
pub use threads::{Said, Thread, threads};

/// Whether a file of a workspace is only about reviews and people: no library reads it.
#[must_use]
pub fn is_beside_the_library(file: &str) -> bool {
    file.starts_with("reviews/") || file == REVIEW_RULES || file == crate::PEOPLE_FILE
}

#[cfg(test)]
mod tests;
