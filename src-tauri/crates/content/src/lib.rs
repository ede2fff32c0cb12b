//! Entries: from Markdown files to a validated library.
//!
//! Owns the entry format (front matter, the four parts of a call card, fields, links, flows), its typed document
//! tree, validity and approval, the vocabulary files beside the entries, and the problems found while reading them.
//! Loading never fails as a whole: it returns the library *and* its problems.
//!
//! It does not search, does not know a screen, writes no file but through [`mod@stamp`], and never reads the clock:
//! "now" is always a parameter ([`BeijingTime`]).
//!
//! Reading order: [`clock`], [`document`], [`entry`], [`standing`], [`problem`] and [`fault`]; then the way of a file:
//! `files`, `front_matter` (over `yaml`), `markdown`, `parts`, `digest`, [`reading`], [`library`]; then [`plain`],
//! [`mod@stamp`], [`sheet`], [`judged`].

pub mod clock;
pub mod document;
pub mod entry;
pub mod fault;
pub mod judged;
pub mod library;
pub mod plain;
pub mod problem;
pub mod reading;
pub mod sheet;
pub mod stamp;
pub mod standing;
pub mod table;
pub mod vocabulary;

mod digest;
mod files;
mod front_matter;
mod lines;
mod markdown;
mod nearest;
mod parts;
mod replace_file;
mod walk;
mod yaml;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod hostile;

pub use clock::BeijingTime;
pub use document::{Block, Inline, ListItem, Target};
pub use entry::{Entry, EntryId, Kind, Stage};
pub use fault::Fault;
pub use files::LARGEST_FILE;
pub use judged::{Judged, load_judged};
pub use library::{Library, Loaded, Reread, load, reread};
pub use plain::{field_names, searchable, speaking_seconds, spoken, spoken_sentence};
pub use problem::{Language, Problem, Severity};
pub use reading::{Reading, read_entry};
pub use stamp::{Stamped, stamp};
pub use standing::Standing;
pub use vocabulary::Vocabulary;
