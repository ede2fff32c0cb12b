//! The closed lists of words in front matter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an entry is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Kind {
    /// 话术: wording to be spoken.
    Script,
    /// 常见问答: a question customers ask, with its answer.
    Faq,
    /// 产品: facts of a product.
    Product,
    /// 服务指南: a chapter of the service guide.
    Guide,
    /// 合规提示: a compliance note.
    Compliance,
    /// 流程: a whole call in steps.
    Flow,
}

impl Kind {
    /// All kinds, in the order the screen shows them (`Ctrl+1` … `Ctrl+6`).
    pub const ALL: [Self; 6] = [
        Self::Script,
        Self::Faq,
        Self::Product,
        Self::Guide,
        Self::Compliance,
        Self::Flow,
    ];

    /// The word in front matter.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Faq => "faq",
            Self::Product => "product",
            Self::Guide => "guide",
            Self::Compliance => "compliance",
            Self::Flow => "flow",
        }
    }

    /// Reads the word in front matter.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Where in a call a script belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum Stage {
    /// Greeting.
    #[serde(rename = "开场")]
    Opening,
    /// Identity check.
    #[serde(rename = "核身")]
    Identity,
    /// Taking the matter in.
    #[serde(rename = "受理")]
    Intake,
    /// Working on it.
    #[serde(rename = "处理")]
    Handling,
    /// Closing.
    #[serde(rename = "结束")]
    Closing,
}

impl Stage {
    /// All stages in the order of a call.
    pub const ALL: [Self; 5] = [
        Self::Opening,
        Self::Identity,
        Self::Intake,
        Self::Handling,
        Self::Closing,
    ];

    /// The word in front matter.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "开场",
            Self::Identity => "核身",
            Self::Intake => "受理",
            Self::Handling => "处理",
            Self::Closing => "结束",
        }
    }

    /// Reads the word in front matter.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == word)
    }
}

/// Where an entry may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Channel {
    /// On the phone.
    Phone,
    /// At the counter.
    Counter,
}

impl Channel {
    /// Both; what an entry has that names none.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Counter];

    /// The word in front matter.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Counter => "counter",
        }
    }
}

/// What front matter says about an entry's life; what reaches an agent is decided by [`crate::Standing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Being written.
    Draft,
    /// Waiting for its approvals.
    InReview,
    /// Approved, if the digest still fits the text.
    Approved,
    /// Taken back at once; may not be said.
    Withdrawn,
    /// Replaced or no longer needed.
    Retired,
}

impl Status {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 5] = [
        Self::Draft,
        Self::InReview,
        Self::Approved,
        Self::Withdrawn,
        Self::Retired,
    ];

    /// The word in front matter.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Approved => "approved",
            Self::Withdrawn => "withdrawn",
            Self::Retired => "retired",
        }
    }

    /// Whether it claims that the text was approved, now or once.
    #[must_use]
    pub const fn claims_approval(self) -> bool {
        matches!(self, Self::Approved | Self::Retired)
    }
}

/// What kind of value a blank takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// Digits only.
    Digits,
    /// An amount of money.
    Amount,
    /// A date.
    Date,
    /// One of the given options.
    Choice,
}

impl FieldKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Digits,
        Self::Amount,
        Self::Date,
        Self::Choice,
    ];

    /// The word in front matter.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Digits => "digits",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::Choice => "choice",
        }
    }
}
