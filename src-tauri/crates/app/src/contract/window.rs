use super::Call;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the window stands on the desktop: one window, one page, three shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum WindowMode {
    /// The whole desk.
    #[default]
    Full,
    /// A column at an edge of the screen, as high as the screen.
    Docked,
    /// 快查条: small and on top.
    Bar,
}

/// The edge that the column stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum DockSide {
    /// Left.
    Left,
    /// Right.
    #[default]
    Right,
}

/// What became of the chosen hotkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
#[ts(export)]
pub enum HotkeyState {
    /// None is chosen.
    Off,
    /// It summons the window.
    Held {
        /// The chord.
        chord: String,
    },
    /// Another program holds it.
    Taken {
        /// The chord.
        chord: String,
    },
    /// It is not a chord that can be held: no modifier, or a key this keyboard lacks.
    Unfit {
        /// What was chosen.
        chord: String,
    },
    /// This desktop lets no program hold keys (Wayland): a shortcut of the desktop runs the command instead.
    Desktop {
        /// What the shortcut runs.
        command: String,
    },
    /// The system refused for another reason.
    Failed {
        /// The chord.
        chord: String,
        /// The system's words.
        detail: String,
    },
}

/// The window as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[expect(clippy::struct_excessive_bools, reason = "each is told by itself")]
pub struct WindowView {
    /// Its shape.
    pub mode: WindowMode,
    /// The edge for the column.
    pub side: DockSide,
    /// Whether bar and column stay above other windows.
    pub on_top: bool,
    /// The hotkey.
    pub hotkey: HotkeyState,
    /// Whether there is an icon in the system's tray.
    pub tray: bool,
    /// Whether closing hides the window now: the person wants it, and something is there to bring it back.
    pub stays: bool,
    /// Why starting with the system could not be switched, in the system's words; empty when it could.
    pub start_fault: String,
    /// How often the window was summoned.
    pub summons: u32,
    /// It is drawn where nobody sees it, so that a summons shows it at once; the page answers with `drawn`.
    pub drawing: bool,
}

/// The window was summoned: the cursor belongs into the search box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Summoned {
    /// The shape it comes in.
    pub mode: WindowMode,
    /// How often the window was summoned, this time included.
    pub summons: u32,
}

/// The commands around the window itself.
#[derive(Debug, TS)]
#[ts(export)]
pub struct WindowCommands {
    /// The window as it stands.
    pub window: Call<(), WindowView>,
    /// Gives it another shape.
    pub set_window_mode: Call<WindowMode, WindowView>,
    /// The column stands at this edge, now or when the window becomes one.
    pub dock_window: Call<DockSide, WindowView>,
    /// Keeps bar and column above other windows, or not.
    pub keep_on_top: Call<bool, WindowView>,
    /// Hides the window and gives the focus back; with a count of summonses only while none came after it, so that a
    /// late `Esc` never hides what was just called.
    pub hide_window: Call<Option<u32>, ()>,
    /// What a summons would show is painted.
    pub drawn: Call<(), ()>,
    /// Lets the mouse move a window that has no title bar.
    pub drag_window: Call<(), ()>,
    /// Ends the program; everything is kept.
    pub quit: Call<(), ()>,
}
