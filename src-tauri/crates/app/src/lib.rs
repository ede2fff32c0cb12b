//! Use cases of the desk, and the contract with the screen.
//!
//! Owns what a person can do (search, open, copy, choose), the state between two actions, and the error codes. It
//! knows no window and no clipboard: the shell gives it paths and the time, and carries what it answers.
//!
//! Reading order: [`contract`] → [`desk`] → the use cases (`finding`, `start`, `card` and `lighting`, `copying`,
//! `problems`) → what is known of the person (`personal`, `settings`, `uses`); beside it the
//! trainer's side: [`training`].

mod agreement;
#[cfg(test)]
mod approved_shelf;
mod calling;
mod card;
pub mod contract;
mod copying;
pub mod desk;
pub mod editing;
pub mod evaluation;
pub mod exchange;
pub mod exporting;
mod favourites;
mod filling;
mod finding;
pub mod importing;
mod insights;
pub mod judging;
mod kept_file;
mod lighting;
mod looking_up;
mod meaning;
mod members;
mod news;
mod page;
pub mod pasting;
mod people;
mod personal;
mod problems;
pub mod questions;
mod recorded;
mod recording;
pub mod replacing;
mod reviewing;
pub mod scale;
mod settings;
pub mod snapshot;
mod sounding;
mod stamping;
mod standing;
mod start;
mod syncing;
pub mod timings;
pub mod training;
mod understanding;
mod uses;
pub mod vocabulary;
pub mod window;
mod wording;

pub use agreement::{Disagreement, disagreements};
pub use card::open as entry;
pub use desk::{Desk, Places, is_library};
pub use evaluation::{Evaluation, EvaluationFault, evaluate};
pub use filling::echo;
pub use finding::{Explained, explain, search, search_by};
pub use meaning::Meaning;
pub use page::page;
pub use problems::problem_view;
pub use recorded::write_outbox;
pub use snapshot::Snapshot;
pub use sounding::{Sounding, sounding};
pub use stamping::{StampReport, stamp};
pub use syncing::{SyncReport, SyncSession, sync};
pub use training::Training;
pub use wording::{Wording, wording};
pub use yingda_content::BeijingTime;
pub use yingda_meaning::{Encoder, MODEL_FILE, ModelError};
