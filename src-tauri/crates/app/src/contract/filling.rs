use super::Call;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_content::entry::FieldKind;

/// A value that is being typed into a blank.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EchoRequest {
    /// What the blank takes.
    pub kind: FieldKind,
    /// As typed.
    pub value: String,
    /// The options of a choice; empty for the others.
    #[serde(default)]
    pub options: Vec<String>,
}

/// What is shown beside a blank while it is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldEcho {
    /// The value as it is said and copied; none when the blank does not take it.
    pub said: Option<String>,
    /// Its other forms; none for text, choices and times in words.
    pub forms: Vec<EchoForm>,
}

/// One form of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EchoForm {
    /// Which form.
    pub form: EchoKind,
    /// The value in it.
    pub text: String,
}

/// The forms of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum EchoKind {
    /// An amount in figures, its thousands parted: 分节.
    Figures,
    /// An amount in capitals: 大写.
    Capitals,
    /// A day with its weekday.
    Day,
    /// As it is read aloud.
    Aloud,
}

/// The commands around blanks.
#[derive(Debug, TS)]
#[ts(export)]
pub struct FillingCommands {
    /// How a value that is being typed will be said, and its other forms.
    pub field_echo: Call<EchoRequest, FieldEcho>,
}
