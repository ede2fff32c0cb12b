use serde::Serialize;
use ts_rs::TS;

/// Who sits here, and who could.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PeopleView {
    /// Who sits here; none until somebody was picked.
    pub me: Option<PersonView>,
    /// Everybody known here, who was here last first.
    pub known: Vec<PersonView>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PersonView {
    /// The name.
    pub name: String,
    /// What the opened workspace lets them do.
    pub role: Role,
}

/// What a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Role {
    /// 坐席: finds and says.
    Agent,
    /// 编辑: changes the wording.
    Trainer,
    /// 审批: approves it.
    Approver,
}
