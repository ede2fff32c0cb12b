use serde::Serialize;
use ts_rs::TS;

/// Everything the status bar and the empty desk show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Status {
    /// The library.
    pub library: LibraryState,
    /// The index over it.
    pub index: IndexState,
    /// Finding by meaning.
    pub meaning: MeaningState,
    /// The program's version.
    pub version: String,
}

/// The state of finding by meaning. Finding by words never waits for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
#[ts(export)]
pub enum MeaningState {
    /// Not there.
    Off {
        /// Why not.
        reason: MeaningOff,
    },
    /// Entries are being read for their meaning; those done are found.
    Building {
        /// Entries done.
        done: u32,
        /// Entries in all.
        total: u32,
    },
    /// Ready.
    Ready,
}

/// Why nothing is found by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum MeaningOff {
    /// No model was installed.
    NoModel,
    /// The model can't be used.
    Failed,
}

/// The library's state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
#[ts(export)]
pub enum LibraryState {
    /// Being read.
    Loading,
    /// Read.
    Ready {
        /// How many entries it has.
        entries: u32,
        /// How many problems were found.
        problems: u32,
        /// The folder.
        folder: String,
        /// Whether every approval is a demonstration.
        demonstration: bool,
    },
    /// There is none.
    Missing {
        /// The folder that was looked at.
        folder: String,
    },
}

/// The index's state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
#[ts(export)]
pub enum IndexState {
    /// Being built or brought up to date.
    Building {
        /// Entries done.
        done: u32,
        /// Entries in all.
        total: u32,
    },
    /// Ready.
    Ready {
        /// How long opening or building it took, in milliseconds.
        took_ms: u32,
        /// Whether it was built anew because it was damaged or of another format.
        rebuilt: bool,
    },
    /// It can't be used.
    Failed {
        /// The system's words.
        detail: String,
    },
}

/// One problem of a file, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ProblemView {
    /// The file, relative to the library.
    pub file: String,
    /// The line, counted from 1.
    pub line: Option<u32>,
    /// Whether the entry can't be used as written.
    pub error: bool,
    /// A stable code.
    pub code: String,
    /// What is wrong.
    pub what: Words,
    /// What to do.
    pub remedy: Words,
}

/// A sentence in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Words {
    /// 简体中文.
    pub zh: String,
    /// English.
    pub en: String,
}
