use super::Call;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A call as the page holds it. Times are milliseconds since 1970 (UTC).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CallNotes {
    /// When it began.
    #[ts(type = "number")]
    pub started: i64,
    /// When it ended; none while it goes on.
    #[ts(type = "number | null")]
    pub ended: Option<i64>,
    /// The entries that were shown, in order.
    pub shown: Vec<ShownEntry>,
    /// The 必须说 that were ticked as said, in order.
    pub ticked: Vec<TickedMust>,
    /// What the agent noted.
    pub notes: String,
    /// The flows that were gone through; written up, never kept.
    #[serde(default)]
    pub flows: Vec<FlowDone>,
}

/// How far a flow was gone through in a call.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FlowDone {
    /// The flow.
    pub entry: String,
    /// Its title.
    pub title: String,
    /// The titles of the steps taken, in the order they were taken.
    pub steps: Vec<String>,
    /// How many of the things that must be done in them were done.
    pub done: u32,
    /// How many there are.
    pub all: u32,
    /// The titles of the steps in which something was left out.
    pub missed: Vec<String>,
}

/// An entry that was shown in a call.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ShownEntry {
    /// The entry.
    pub id: String,
    /// Its title as it was shown.
    pub title: String,
    /// The digest of its text.
    pub version: String,
    /// When it was shown first.
    #[ts(type = "number")]
    pub at: i64,
    /// Its wording was copied.
    pub copied: bool,
}

/// A 必须说 that was ticked as said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TickedMust {
    /// The entry.
    pub id: String,
    /// Which of its sentences, from 0.
    pub must: u32,
    /// When.
    #[ts(type = "number")]
    pub at: i64,
}

/// What a call is written up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CallPaper {
    /// 通话小结, for the customer's file.
    Summary,
    /// 交接卡, for the colleague who takes the call over.
    Handover,
}

/// Write a call up.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CallTextRequest {
    /// The call.
    pub call: CallNotes,
    /// What for.
    pub paper: CallPaper,
}

/// A call written up: plain text, without 仅内部 and without the customer's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CallText {
    /// The text, as a copy puts it on the clipboard.
    pub text: String,
    /// Whether numbers of the notes were hidden in it.
    pub hidden: bool,
    /// How many 必须说 of what was used were not ticked.
    pub missed: u32,
}

/// The commands around calls.
#[derive(Debug, TS)]
#[ts(export)]
pub struct CallingCommands {
    /// Writes a call up, to be looked at.
    pub call_text: Call<CallTextRequest, CallText>,
    /// Writes it up and puts it on the clipboard.
    pub copy_call_text: Call<CallTextRequest, CallText>,
    /// A call ended: keeps entries, versions, times and ticks of it, and its notes where the settings allow that.
    /// Answers with its number; none where nothing is to be recorded.
    pub end_call: Call<CallNotes, Option<i64>>,
    /// The call with this number was ended by mistake: nothing of it stays.
    pub reopen_call: Call<i64, ()>,
    /// Forgets the notes of all calls.
    pub forget_call_notes: Call<(), ()>,
}
