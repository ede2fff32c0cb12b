//! Four eyes: what the screen sees of an entry's review, and what a person can do there.

use super::{ApprovalView, Call, Channel, EntryRef, Segment, StandingView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The commands of reviewing.
#[derive(Debug, TS)]
#[ts(export)]
pub struct ReviewingCommands {
    /// The review of the entry in a file.
    pub review: Call<String, ReviewView>,
    /// Every version of a file, newest first.
    pub review_history: Call<String, Vec<VersionView>>,
    /// What one version changed in a file.
    pub review_version: Call<VersionRequest, DifferenceView>,
    /// Who changed each line of a file last.
    pub review_lines: Call<String, Vec<LineView>>,
    /// Does something with one entry or several, as one act.
    pub review_do: Call<ReviewRequest, ReviewDone>,
    /// Takes back an act of this person, by its version.
    pub review_undo: Call<String, ()>,
    /// What waits for a second person.
    pub review_waiting: Call<(), Vec<WaitingView>>,
    /// The files that another program changed.
    pub outside_changes: Call<(), Vec<OutsideView>>,
    /// Takes those changes in, as one act.
    pub keep_outside: Call<(), ()>,
    /// Puts the files back as they were; answers with the folder that holds copies of what lay there.
    pub discard_outside: Call<Vec<String>, String>,
}

/// Where an entry is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ReviewState {
    /// Being written.
    Draft,
    /// Waiting for approval, or changed after it.
    InReview,
    /// Approved as it stands.
    Approved,
    /// Taken back at once.
    Withdrawn,
    /// Replaced or no longer needed.
    Retired,
}

/// A step of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ReviewStep {
    /// 送审.
    Submit,
    /// 收回.
    TakeBack,
    /// 批准.
    Approve,
    /// 退回.
    Return,
    /// 标为小改.
    MarkMinor,
    /// 确认小改.
    ConfirmMinor,
    /// 撤回, at once.
    Withdraw,
    /// 停用.
    Retire,
    /// 重新起草.
    Redraft,
}

/// Whether a step is open to this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StepOption {
    /// The step.
    pub step: ReviewStep,
    /// Whether it begins where the entry is; the others are not worth a word.
    pub fits: bool,
    /// Why not, in a sentence; `None` when it may be taken.
    pub refused: Option<String>,
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SaidView {
    /// Who.
    pub by: String,
    /// When, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// What.
    pub text: String,
}

/// A remark with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RemarkView {
    /// Its name.
    pub id: String,
    /// The line it stands on now, from 1; `None` for the whole entry, and when no such line is left.
    pub line: Option<u32>,
    /// What that line said; empty for the whole entry.
    pub quote: String,
    /// The remark.
    pub remark: SaidView,
    /// The answers.
    pub answers: Vec<SaidView>,
    /// Who settled it.
    pub resolved_by: Option<String>,
}

/// An office that has to approve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OfficeView {
    /// Its word in roles: 业务, 法律, 消保.
    pub word: String,
    /// Its name on the screen.
    pub name: String,
    /// Whether it approved the text as it stands.
    pub given: bool,
}

/// Why and by whom an entry was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WithdrawnView {
    /// Who, when, and why.
    pub said: SaidView,
    /// What replaces it.
    pub successor: Option<EntryRef>,
}

/// A line on both sides; `hit` marks the words that the other side does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChangedLine {
    /// The old line; `None` when it is new.
    pub old: Option<Vec<Segment>>,
    /// The new line; `None` when it went.
    pub new: Option<Vec<Segment>>,
}

/// A part of an entry in which something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChangedPart {
    /// Its name on the screen.
    pub name: String,
    /// The lines that differ.
    pub lines: Vec<ChangedLine>,
}

/// What differs between two texts of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DifferenceView {
    /// The parts that differ; status and approvals are left out.
    pub parts: Vec<ChangedPart>,
    /// Lines that came or changed.
    pub added: u32,
    /// Lines that went or changed.
    pub removed: u32,
}

/// The last approved version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ApprovedView {
    /// The version's name.
    pub version: String,
    /// Who approved it.
    pub approvals: Vec<ApprovalView>,
}

/// The review of an entry, as one person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReviewView {
    /// The file.
    pub file: String,
    /// The entry's id; `None` when the file can't be read as one.
    pub id: Option<String>,
    /// Its title, or the file's name.
    pub title: String,
    /// Where it is.
    pub state: ReviewState,
    /// Whether it may be said now.
    pub standing: StandingView,
    /// First moment it may be said, `YYYY-MM-DD HH:MM`.
    pub valid_from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub valid_until: Option<String>,
    /// Where it may be said.
    pub channel: Vec<Channel>,
    /// Branches or regions; empty means everywhere.
    pub scope: Vec<String>,
    /// What this person may do, and why not.
    pub steps: Vec<StepOption>,
    /// The offices asked for; empty when one approval is enough.
    pub needed: Vec<OfficeView>,
    /// Approvals of this text that wait for the others.
    pub given: Vec<ApprovalView>,
    /// The role this person is likely to approve under; may be empty.
    pub role: String,
    /// Who wrote in it since its last approved version.
    pub writers: Vec<String>,
    /// The last approved version.
    pub approved: Option<ApprovedView>,
    /// What differs from it; from nothing when there is none.
    pub difference: DifferenceView,
    /// Who called the change minor, while that waits.
    pub minor_by: Option<String>,
    /// The remarks.
    pub remarks: Vec<RemarkView>,
    /// How many are open.
    pub open: u32,
    /// Set while it is withdrawn.
    pub withdrawn: Option<WithdrawnView>,
    /// Lines of its record that can't be read.
    pub unread: u32,
}

/// One act in the history of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct VersionView {
    /// Its name.
    pub id: String,
    /// What was done.
    pub message: String,
    /// Who.
    pub by: String,
    /// When, `YYYY-MM-DD HH:MM`.
    pub at: String,
}

/// One version of one file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct VersionRequest {
    /// The file.
    pub file: String,
    /// The version's name.
    pub version: String,
}

/// Who changed a line last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LineView {
    /// The line, from 1.
    pub line: u32,
    /// Its text.
    pub text: String,
    /// The version it came with; `None` when no version has it yet.
    pub version: Option<VersionView>,
}

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

/// An entry that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WaitingView {
    /// Its file.
    pub file: String,
    /// The entry.
    pub entry: EntryRef,
    /// Who called its change minor; `None` when it waits for a full review.
    pub minor_by: Option<String>,
    /// How many remarks are open.
    pub open: u32,
}

/// How another program changed a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum OutsideKind {
    /// Its text is another.
    Edited,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// A file that another program changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OutsideView {
    /// The file, relative to the workspace.
    pub file: String,
    /// How.
    pub change: OutsideKind,
}
