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
