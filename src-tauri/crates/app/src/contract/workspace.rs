use super::Call;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person may do in a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Role {
    /// 座席: finds and says; never sees the trainer's side.
    Agent,
    /// 培训师: edits.
    Trainer,
    /// 审批人: approves what others wrote.
    Approver,
}

/// The open workspace, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WorkspaceView {
    /// Its folder.
    pub folder: String,
    /// Who works in it.
    pub person: String,
    /// What this person may do.
    pub role: Role,
}

/// Opens a workspace, or makes one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OpenWorkspace {
    /// The folder.
    pub folder: String,
    /// Who works in it.
    pub person: String,
    /// Makes a new workspace in the folder, from the installed library.
    pub create: bool,
}

/// What a native dialog is to choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Choose {
    /// One folder.
    Folder,
    /// Any number of files.
    Files,
    /// A file to be written; the name that is offered, with its ending.
    SaveAs(String),
}

/// The commands around a workspace as such.
#[derive(Debug, TS)]
#[ts(export)]
pub struct WorkspaceCommands {
    /// The open workspace; nothing while an agent works.
    pub workspace: Call<(), Option<WorkspaceView>>,
    /// Opens one, or makes one from the installed library.
    pub open_workspace: Call<OpenWorkspace, WorkspaceView>,
    /// Closes it: the desk reads the installed library again.
    pub close_workspace: Call<(), ()>,
    /// The page has kept what was not saved: the window closes, which ends the program.
    pub close_window: Call<(), ()>,
    /// Lets the person choose files or a folder in the system's dialog; empty when they cancelled.
    pub choose: Call<Choose, Vec<String>>,
}
