use super::{Call, CopyReceipt, CopyRequest};
use serde::Serialize;
use ts_rs::TS;

/// What became of pasting an entry's wording into the last window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "result", rename_all = "camelCase")]
#[ts(export)]
pub enum PasteOutcome {
    /// It was handed to the window; nothing was sent there.
    Pasted {
        /// What was handed over.
        receipt: CopyReceipt,
        /// The program.
        program: String,
        /// The window's title.
        title: String,
        /// How long it can be taken back, in milliseconds.
        undo_ms: u32,
    },
    /// It lies on the clipboard only.
    Copied {
        /// What lies there.
        receipt: CopyReceipt,
        /// Why it was not pasted.
        why: PasteObstacle,
    },
}

/// Why nothing is sent to another window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", rename_all = "camelCase")]
#[ts(export)]
pub enum PasteObstacle {
    /// This desktop lets no program reach another's window (Wayland, macOS).
    Desktop,
    /// No other window was in use before.
    NoWindow,
    /// Its program is not among those allowed.
    NotAllowed {
        /// The program.
        program: String,
    },
    /// Its title is no longer what it was: it may show another customer.
    TitleChanged,
    /// It is gone, or did not come to the front.
    NotActive,
    /// Keys stayed down; they would have gone to the other window.
    KeysDown,
    /// It was pasted, but the window changed in that moment: nobody can say where it went.
    Unsure,
    /// Too long ago, or nothing was pasted.
    TooLate,
}

/// The window that would be pasted into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PasteTarget {
    /// Its program, as the settings name it.
    pub program: String,
    /// Its title.
    pub title: String,
    /// Whether the settings allow its program.
    pub allowed: bool,
}

/// The commands around pasting.
#[derive(Debug, TS)]
#[ts(export)]
pub struct PastingCommands {
    /// Copies an entry's wording, then pastes it into the window in use before, when that is certain.
    pub paste_entry: Call<CopyRequest, PasteOutcome>,
    /// Takes the last paste back; nothing when that was done, else why not.
    pub undo_paste: Call<(), Option<PasteObstacle>>,
    /// The window in use before; none where nobody can know.
    pub paste_target: Call<(), Option<PasteTarget>>,
}
