//! 名单与审批规则: who works in a workspace, and which offices have to approve what.

use serde::Serialize;
use ts_rs::TS;

use super::{Call, EditFault, RowEdit, TableRow, Words};

/// The commands of the two lists.
#[derive(Debug, TS)]
#[ts(export)]
pub struct MembersCommands {
    /// The lists as they are.
    pub members: Call<(), MembersView>,
    /// What would be wrong with edits of them.
    pub try_members: Call<Vec<RowEdit>, MembersTrial>,
    /// Saves edits as one act.
    pub save_members: Call<Vec<RowEdit>, MembersSaved>,
    /// Takes such an act back.
    pub undo_members: Call<String, MembersView>,
}

/// The lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MembersView {
    /// `people.tsv`: name, `trainer` or `approver`, office or nothing.
    pub people: Vec<TableRow>,
    /// `review.tsv`: `all`, `kind` or `tag`; the kind or tag; offices with 、 between.
    pub rules: Vec<TableRow>,
    /// The words of all offices.
    pub offices: Vec<String>,
    /// The tags that entries have, for choosing.
    pub tags: Vec<String>,
    /// Why this person may not change them; nothing when they may.
    pub refused: Option<Words>,
}

/// What edits would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MembersTrial {
    /// Rows that can't stay as they are.
    pub faults: Vec<EditFault>,
    /// Why the lists as a whole can't become so.
    pub refused: Option<Words>,
    /// What would be good to know; it may be saved.
    pub notes: Vec<Words>,
}

/// The lists after a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MembersSaved {
    /// The version, for taking it back.
    pub version: String,
    /// The lists then.
    pub view: MembersView,
}
