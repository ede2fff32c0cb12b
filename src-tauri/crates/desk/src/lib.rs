//! What agents did, kept on their own computer: searches in masked words, uses, reports, read receipts, people.
//!
//! Owns the file (`SQLite`), its care (migrations, damage), the mask that every search passes before it is kept, the
//! figures over it and the outbox a branch sends. Not: knowledge, which loses nothing when this file is deleted; what
//! counts as a search; screens. Only this crate knows `SQLite`.
//!
//! Reading order: [`masking`] → [`record`] → [`store`] (opening, writing) → [`journal`] (behind the answer) →
//! [`figures`] → [`people`] → [`outbox`].

pub mod fault;
pub mod figures;
pub mod journal;
pub mod masking;
mod migrations;
pub mod outbox;
pub mod people;
pub mod record;
pub mod store;

pub use fault::DeskFault;
pub use figures::{Day, EntryUse, Gap, Period, Totals};
pub use journal::Journal;
pub use masking::{KnownWords, Masked};
pub use outbox::{Merged, Outbox};
pub use people::Person;
pub use record::{Event, Found, How, Receipt, Report, ReportKind, Search, Use};
pub use store::writing::Settled;
pub use store::{Opening, Store};
