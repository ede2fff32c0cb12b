use super::{Call, Role};
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

/// The commands around who sits at a shared computer.
#[derive(Debug, TS)]
#[ts(export)]
pub struct PeopleCommands {
    /// Who sits here, and who could.
    pub people: Call<(), PeopleView>,
    /// Somebody sits here now, known before or not: what is recorded from now on is theirs.
    pub be_person: Call<String, PeopleView>,
}
