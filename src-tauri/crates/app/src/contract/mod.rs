//! What crosses to the screen: requests, answers, events and error codes, all with generated TypeScript types.
//!
//! No HTML and no offsets cross: text comes as a typed tree or as [`Segment`]s. Only the editor hears of columns, in the
//! very text that it sent.

mod bench;
mod calling;
mod commands;
mod editing;
mod entry;
mod entry_form;
mod error;
mod favourites;
mod filling;
mod importing;
mod insights;
mod members;
mod news;
mod pasting;
mod people;
mod recording;
mod replacing;
mod review_deed;
mod reviewing;
mod search;
mod settings;
mod status;
mod syncing;
mod vocabulary;
mod window;
mod workspace;

pub use bench::{
    BenchChange, BenchChangeKind, BenchClass, BenchMark, BenchMeasure, BenchProgress, BenchQuery,
    BenchRequest, BenchView,
};
pub use calling::{
    CallNotes, CallPaper, CallText, CallTextRequest, CallingCommands, FlowDone, ShownEntry,
    TickedMust,
};
pub use commands::{Call, Commands, Events};
pub use editing::{
    CheckRequest, Checked, CreateRequest, DeleteRequest, Due, EditingCommands, EntryList, EntryRow,
    EntryStatus, KeepRequest, OpenedFile, QuickFix, Recovered, SaveOutcome, SaveRequest,
    TextProblem, Weight,
};
pub use entry::{
    ApprovalView, CardView, CopyReceipt, CopyRequest, EntryRef, EntryRequest, EntryView, FieldView,
    NoteView, SectionView, SourceView, StepView,
};
pub use entry_form::{
    CardPart, EntryForm, FieldForm, FormChange, FormRequest, PartText, SourceForm, ValidityForm,
};
pub use error::{AppError, ErrorCode};
pub use favourites::{
    EntryNoteRequest, EntryNoteView, FavouriteMark, FavouriteView, FavouritesCommands,
};
pub use filling::{EchoForm, EchoKind, EchoRequest, FieldEcho, FillingCommands};
pub use importing::{
    CleaningKind, CleaningView, ExportAs, ExportRequest, ImportChoice, ImportColumns,
    ImportDecision, ImportDone, ImportDraft, ImportProgress, ImportRequest, ImportRole,
    ImportSheet, ImportedFile, ImportingCommands, LeftOutKind, NearEntry,
};
pub use insights::{
    DayView, DueView, DueWhy, GapAlias, GapDone, GapView, InsightsCommands, InsightsView,
    MustReadView, OutboxMerge, PeriodTotals, RecordState, ReportView, UseView,
};
pub use members::{MembersCommands, MembersSaved, MembersTrial, MembersView};
pub use news::{NewsCommands, NewsItem, NewsKind, NewsPart, NewsRead, NewsView};
pub use pasting::{PasteObstacle, PasteOutcome, PasteTarget, PastingCommands};
pub use people::{PeopleCommands, PeopleView, PersonView};
pub use recording::{OpenedLine, RecordingCommands, ReportNote, ReportedKind, SearchNote};
pub use replacing::{
    ChosenHits, FindRequest, FindView, FoundEntry, FoundHit, RenameRequest, RenameView,
    RenamedFile, ReplaceRequest, Replaced, ReplacingCommands, TextPart,
};
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
pub use settings::{Language, Settings, SummonAs, TextSize, Theme};
pub use status::{IndexState, LibraryState, MeaningOff, MeaningState, ProblemView, Status, Words};
pub use syncing::{
    ConflictDecision, ConflictView, SyncChoice, SyncDoing, SyncProgress, SyncView, SyncedFile,
    SyncingCommands,
};
pub use vocabulary::{
    CustomerWords, EditFault, EntryEdit, EntryWords, KeptWords, Movement, RankRule, RowEdit,
    RulePoints, TableKind, TableRow, TableView, TrialHit, TrialRequest, TrialSearch, TrialView,
    VocabularyCommands, VocabularyEdits, VocabularyNote, VocabularyPlace, VocabularyView,
};
pub use window::{DockSide, HotkeyState, Summoned, WindowCommands, WindowMode, WindowView};
pub use workspace::{Choose, OpenWorkspace, Role, WorkspaceCommands, WorkspaceView};

// These cross as they are.
pub use yingda_content::document::{Block, Inline};
pub use yingda_content::entry::{Branch, Channel, FieldKind, Kind, NeverPair, Stage};
pub use yingda_search::{Points, Rung, RungStep, Segment, Why};
pub use yingda_text::sound::double::Scheme;
