//! Documents in and out: what a bank has in Word, Excel and elsewhere becomes drafts of entries, and entries become
//! sheets, papers and a binder.
//!
//! Owns the formats of files, what is taken from them and what is left out, the cleaning of copied text, and the
//! escaping that lets foreign text be read as an entry. It writes nothing: it answers with drafts, texts and bytes. It
//! knows no window, no git and no clock.
//!
//! No file brings it down: what is unpacked is counted, what is kept is bounded ([`limits`]), and a panic inside a
//! reader of a format becomes an [`ExchangeFault`].
//!
//! Reading order: [`fault`], [`place`], [`limits`] and [`course`]; [`format`](mod@format) (what a file really is);
//! `block` (what all documents are made of); the readers `word`, `slides`, `pdf`, `html`, `markdown`, `text`,
//! [`sheets`]; [`clean`]; `outline` and `columns` (from blocks and rows to drafts); [`draft`], [`card_text`]
//! and [`entry_file`]; [`mod@import`]; [`mod@export`].

pub mod card_text;
pub mod clean;
pub mod columns;
pub mod course;
pub mod draft;
pub mod entry_file;
pub mod export;
pub mod fault;
pub mod format;
pub mod import;
pub mod limits;
pub mod place;
pub mod sheets;
pub mod specimen;

mod archive;
mod block;
mod escape;
mod html;
mod markdown;
mod numbered;
mod outline;
mod pairs;
mod pdf;
mod render;
mod slides;
mod text;
mod word;
mod xml;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod hostile;

pub use card_text::CardText;
pub use clean::{Cleaned, Cleaning, CleaningKind};
pub use columns::Role;
pub use course::Progress;
pub use draft::Draft;
pub use entry_file::{entry_file, new_id};
pub use export::{ExportAs, Exported, export};
pub use fault::ExchangeFault;
pub use format::Format;
pub use import::{Choices, Columns, Imported, LeftOut, LeftOutKind, read};
pub use place::Place;
pub use sheets::{SheetSketch, sheets};
