use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum ReviewDeed {
    /// 送审.
    Submit,
    /// 收回.
    TakeBack,
    /// 批准.
    Approve {
        /// The office or post.
        role: String,
        /// The document's number; may be empty.
        number: String,
    },
    /// 退回.
    Return {
        /// A remark on the whole; may be empty when remarks on lines are open.
        remark: String,
    },
    /// 标为小改.
    MarkMinor,
    /// 确认小改.
    ConfirmMinor,
    /// 撤回.
    Withdraw {
        /// Why.
        reason: String,
        /// The id of what replaces it.
        successor: Option<String>,
    },
    /// 停用.
    Retire {
        /// The id of what replaces it.
        successor: Option<String>,
    },
    /// 重新起草.
    Redraft,
    /// Puts the text of a version back.
    Restore {
        /// The version's name.
        version: String,
    },
    /// A remark.
    Comment {
        /// The line, from 1; 0 for the whole entry.
        line: u32,
        /// The remark.
        text: String,
    },
    /// An answer.
    Answer {
        /// The remark.
        to: String,
        /// The answer.
        text: String,
    },
    /// A remark is settled.
    Resolve {
        /// The remark.
        to: String,
    },
    /// A settled remark is open again.
    Reopen {
        /// The remark.
        to: String,
    },
    /// Sets the day to look at it again.
    ReviewBy {
        /// `YYYY-MM-DD`; `None` takes it away.
        day: Option<String>,
    },
    /// Sets who answers for it.
    Owner {
        /// The department; `None` takes it away.
        owner: Option<String>,
    },
    /// Puts tags on and takes others off.
    Tags {
        /// To put on.
        add: Vec<String>,
        /// To take off.
        remove: Vec<String>,
    },
}

/// Does something with one entry or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReviewRequest {
    /// The files.
    pub files: Vec<String>,
    /// What is done.
    pub deed: ReviewDeed,
}

/// An entry that a deed left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LeftAlone {
    /// Its title, or its file.
    pub title: String,
    /// Why, in a sentence.
    pub why: String,
}

/// What a deed did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReviewDone {
    /// The act's version, to take it back by.
    pub version: String,
    /// What was done, as the history shows it.
    pub message: String,
    /// How many entries it changed.
    pub changed: u32,
    /// Those it left alone.
    pub left: Vec<LeftAlone>,
}
