//! What crosses to the screen: requests, answers, events and error codes, all with generated TypeScript types.
//!
//! No HTML and no offsets cross: text comes as a typed tree or as [`Segment`]s.

mod commands;
mod editing;
mod entry;
mod error;
mod insights;
mod people;
mod recording;
mod review_deed;
mod reviewing;
mod search;
mod settings;
mod status;
mod vocabulary;
mod workspace;

pub use commands::{Call, Commands, Events};
pub use editing::{
    CardPart, CheckRequest, Checked, CreateRequest, DeleteRequest, Due, EditingCommands, EntryForm,
    EntryList, EntryRow, EntryStatus, FieldForm, FormChange, FormRequest, KeepRequest, OpenedFile,
    PartText, QuickFix, Recovered, SaveOutcome, SaveRequest, SourceForm, TextProblem, ValidityForm,
    Weight,
};
pub use entry::{
    ApprovalView, CardView, CopyReceipt, CopyRequest, EntryRef, EntryRequest, EntryView, FieldView,
    NoteView, SectionView, SourceView, StepView,
};
pub use error::{AppError, ErrorCode};
pub use insights::{
    DayView, DueView, DueWhy, GapAlias, GapDone, GapView, InsightsCommands, InsightsView,
    MustReadView, OutboxMerge, PeriodTotals, RecordState, ReportView, UseView,
};
pub use people::{PeopleCommands, PeopleView, PersonView};
pub use recording::{OpenedLine, RecordingCommands, ReportNote, ReportedKind, SearchNote};
pub use review_deed::{LeftAlone, ReviewDeed, ReviewDone, ReviewRequest};
pub use reviewing::{
    ApprovedView, ChangedLine, ChangedPart, DifferenceView, LineView, OfficeView, OutsideKind,
    OutsideView, RemarkView, ReviewState, ReviewStep, ReviewView, ReviewingCommands, SaidView,
    StepOption, VersionRequest, VersionView, WaitingView, WithdrawnView,
};
pub use search::{
    FacetCounts, Hit, KindCounts, NameCount, SearchRequest, SearchResponse, StageCount,
    StandingView, StartView,
};
pub use settings::{Language, Settings, TextSize, Theme};
pub use status::{IndexState, LibraryState, MeaningOff, MeaningState, ProblemView, Status, Words};
pub use vocabulary::{
    BenchChange, BenchChangeKind, BenchClass, BenchMark, BenchMeasure, BenchProgress, BenchQuery,
    BenchRequest, BenchView, CustomerWords, EditFault, EntryEdit, EntryWords, Movement, RankRule,
    RowEdit, RulePoints, TableKind, TableRow, TableView, TrialHit, TrialRequest, TrialSearch,
    TrialView, VocabularyCommands, VocabularyEdits, VocabularyNote, VocabularyPlace,
    VocabularyView,
};
pub use workspace::{Choose, OpenWorkspace, Role, WorkspaceCommands, WorkspaceView};

// These cross as they are.
pub use yingda_content::document::{Block, Inline};
pub use yingda_content::entry::{Branch, Channel, FieldKind, Kind, NeverPair, Stage};
pub use yingda_search::{Points, Rung, RungStep, Segment, Why};
pub use yingda_text::sound::double::Scheme;
