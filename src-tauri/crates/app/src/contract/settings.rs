use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_text::sound::double::Scheme;

/// What a person chose; kept in the app's own folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
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
