use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use yingda_text::sound::double::Scheme;

/// What a person chose; kept in the app's own folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// The language of the screen (never of the wording).
    pub language: Language,
    /// The size of all text.
    pub text_size: TextSize,
    /// Whether the first-run page was read.
    pub welcomed: bool,
    /// How the person types syllables with two keys.
    pub double_pinyin: Scheme,
    /// Whether the app remembers which entries are used, to offer and rank the usual ones first.
    pub remember_use: bool,
    /// Whether several people use this computer: who sits at it is asked at the start.
    pub shared_computer: bool,
    /// Changed keys of the window: the name of an action and its chords (`Ctrl+B`, a space between two), the name of
    /// keys with numbers and what is held for them (`Ctrl+Shift`, `F` for function keys); empty for none. Whatever
    /// stands there is kept for the window to judge: a damaged key loses no other choice.
    pub keys: BTreeMap<String, String>,
    /// The key that summons the window from any program.
    pub hotkey: String,
    /// How the window comes when it is summoned.
    pub summon_as: SummonAs,
    /// Whether the program starts with the system.
    pub start_with_system: bool,
    /// Whether closing the window leaves the program in the tray.
    pub keep_in_tray: bool,
    /// The programs that wording may be pasted into, as the system names them.
    pub paste_into: Vec<String>,
    /// Whether a call begins with the first look-up.
    pub auto_call: bool,
    /// Whether the notes of a call are kept, masked, after it ended.
    pub keep_call_notes: bool,
    /// After how many seconds without an opened entry bridge wording is offered; 0 for never.
    pub bridge_after: u32,
    /// The size of the wording in the reading view, 28 to 56 pixels.
    pub reading_size: u32,
    /// Whether the reading view quiets all but the sentence that is being read.
    pub line_focus: bool,
}

/// How the window comes when it is summoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum SummonAs {
    /// As the quick bar.
    #[default]
    Bar,
    /// As it was last.
    Last,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: Language::default(),
            text_size: TextSize::default(),
            welcomed: false,
            double_pinyin: Scheme::default(),
            remember_use: true,
            shared_computer: false,
            keys: BTreeMap::new(),
            hotkey: "Alt+Q".to_owned(),
            summon_as: SummonAs::default(),
            start_with_system: false,
            keep_in_tray: true,
            paste_into: Vec::new(),
            auto_call: true,
            keep_call_notes: false,
            bridge_after: 12,
            reading_size: 28,
            line_focus: false,
        }
    }
}

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// The language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Language {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}

/// The size of all text, as a factor of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TextSize {
    /// 100%.
    #[default]
    Normal,
    /// 115%.
    Large,
    /// 130%.
    Larger,
    /// 160%.
    Largest,
}

impl TextSize {
    /// The factor the window is scaled by.
    #[must_use]
    pub const fn factor(self) -> f64 {
        match self {
            Self::Normal => 1.0,
            Self::Large => 1.15,
            Self::Larger => 1.3,
            Self::Largest => 1.6,
        }
    }
}
