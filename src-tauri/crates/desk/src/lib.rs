//! What agents did, kept on their own computer: searches in masked words, uses, calls, reports, read receipts, people;
//! and what is theirs: favourites, notes on entries, what they have seen.
//!
//! Owns the file (`SQLite`), its care (migrations, damage), the mask that every search passes before it is kept, the
//! figures over it and the outbox a branch sends. Not: knowledge, which loses nothing when this file is deleted; what
//! counts as a search; screens. Only this crate knows `SQLite`.
//!
//! Reading order: [`masking`] → [`record`] → [`store`] (opening, writing) → [`journal`] (behind the answer) →
//! [`figures`] → [`people`] → [`favourites`], [`entry_notes`], [`calls`], [`seen`] → [`outbox`].

pub mod calls;
pub mod customer_numbers;
pub mod entry_notes;
pub mod fault;
pub mod favourites;
pub mod figures;
pub mod journal;
pub mod masking;
mod migrations;
pub mod outbox;
pub mod people;
pub mod record;
pub mod seen;
pub mod store;

pub use calls::{CallRecord, Shown, Ticked};
pub use entry_notes::EntryNote;
pub use fault::DeskFault;
pub use favourites::Favourite;
pub use figures::{Day, EntryUse, Gap, Period, Totals};
pub use journal::Journal;
pub use masking::{KnownWords, Masked};
pub use outbox::{Merged, Outbox};
pub use people::Person;
pub use record::{Event, Found, How, Receipt, Report, ReportKind, Search, Use};
pub use seen::Seen;
pub use store::writing::Settled;
pub use store::{Opening, Store};
