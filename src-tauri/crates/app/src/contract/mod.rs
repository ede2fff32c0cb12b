//! What crosses to the screen: requests, answers, events and error codes, all with generated TypeScript types.
//!
//! No HTML and no offsets cross: text comes as a typed tree or as [`Segment`]s.

mod commands;
mod entry;
mod error;
mod search;
mod settings;
mod status;

pub use commands::{Call, Commands, Events};
pub use entry::{
    ApprovalView, CardView, CopyReceipt, CopyRequest, EntryRef, EntryRequest, EntryView, FieldView,
    NoteView, SourceView,
};
pub use error::{AppError, ErrorCode};
pub use search::{Hit, KindCounts, SearchRequest, SearchResponse, StandingView};
pub use settings::{Language, Settings, TextSize, Theme};
pub use status::{IndexState, LibraryState, ProblemView, Status, Words};

// These cross as they are.
pub use yingda_content::document::{Block, Inline};
pub use yingda_content::entry::{Channel, FieldKind, Kind, NeverPair, Section, Stage, Step};
pub use yingda_search::{Points, Rung, RungStep, Segment, Why};
