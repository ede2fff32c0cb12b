use ts_rs::TS;

use super::{
    AppError, CopyReceipt, CopyRequest, EntryRequest, EntryView, ProblemView, SearchRequest,
    SearchResponse, Settings, StartView, Status, Summoned, WindowView, WorkspaceView,
};

/// A command: what goes in and what comes back. Exists for its TypeScript type.
#[derive(Debug, TS)]
#[ts(export)]
pub struct Call<Request, Response> {
    /// What goes in.
    pub request: Request,
    /// What comes back, unless an `AppError` does.
    pub response: Response,
}

/// The commands of the agent's side, by name. The shell registers exactly these and those of the other areas, each of
/// which has a list of its own beside its types.
#[derive(Debug, TS)]
#[ts(export)]
pub struct Commands {
    /// Searches.
    pub search: Call<SearchRequest, SearchResponse>,
    /// The same search by meaning, merged with what the words find; nothing while finding by meaning is off.
    pub search_meaning: Call<SearchRequest, Option<SearchResponse>>,
    /// What is offered before anything is typed.
    pub start: Call<(), StartView>,
    /// One entry as a card.
    pub entry: Call<EntryRequest, EntryView>,
    /// The person chose the entry with this id; a card that is only shown was not chosen.
    pub opened: Call<String, ()>,
    /// Copies wording to the clipboard.
    pub copy_entry: Call<CopyRequest, CopyReceipt>,
    /// The state of library and index.
    pub status: Call<(), Status>,
    /// The problems of the library.
    pub problems: Call<(), Vec<ProblemView>>,
    /// What the person chose.
    pub settings: Call<(), Settings>,
    /// Keeps what the person chose and answers with it.
    pub save_settings: Call<Settings, Settings>,
    /// Forgets which entries were used.
    pub forget_use: Call<(), ()>,
    /// Reads the library again.
    pub reload: Call<(), Status>,
}

/// Every event of the window, by name, with what it carries.
#[derive(Debug, TS)]
#[ts(export)]
pub struct Events {
    /// Library or index changed their state.
    pub status: Status,
    /// The person closes the window: the page keeps what is not saved, then says `close_window`.
    pub closing: (),
    /// A workspace was opened or closed, or changed from outside.
    pub workspace: Option<WorkspaceView>,
    /// Why the workspace named at the start is not open.
    pub workspace_refused: AppError,
    /// The window was summoned.
    pub summoned: Summoned,
    /// The window stands another way, or its hotkey or tray changed.
    pub window: WindowView,
    /// Closing is about to hide the window for the first time; the page says so before.
    pub hiding: (),
}
