//! Why an entry matched; every hit can say so.

use crate::index::Place;
use serde::Serialize;
use ts_rs::TS;

/// Why an entry matched. All ten are part of the stable JSON; the engine gives those it has roads for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Why {
    /// 标题.
    Title,
    /// 别名.
    Alias,
    /// 标签.
    Tag,
    /// 正文.
    Body,
    /// 拼音.
    Pinyin,
    /// 首字母.
    Initials,
    /// 同音.
    Homophone,
    /// 形近.
    Lookalike,
    /// 近义.
    Synonym,
    /// 语义.
    Semantic,
}

/// How a phrase was come by from what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Road {
    /// As typed.
    AsTyped,
    /// The same number in digits.
    InDigits,
    /// A Latin word that begins so.
    Begun,
    /// A word of the same group.
    Synonym,
    /// Pinyin, in full or mixed.
    Pinyin,
    /// First letters.
    Initials,
    /// Sounds alike.
    Homophone,
    /// Looks alike: one slip in a long word.
    Lookalike,
}

impl Road {
    /// How much a match on this road counts beside one as typed.
    pub(crate) const fn weight(self) -> f32 {
        match self {
            Self::AsTyped | Self::InDigits => 1.0,
            Self::Pinyin => 0.9,
            Self::Begun => 0.8,
            Self::Initials => 0.7,
            Self::Synonym => 0.6,
            Self::Homophone | Self::Lookalike => 0.5,
        }
    }

    /// The reason to show: the road, or the place for what was typed as it stands there.
    pub(crate) const fn why(self, place: Place) -> Why {
        match self {
            Self::Pinyin => Why::Pinyin,
            Self::Initials => Why::Initials,
            Self::Homophone => Why::Homophone,
            Self::Lookalike => Why::Lookalike,
            Self::Synonym => Why::Synonym,
            Self::AsTyped | Self::InDigits | Self::Begun => match place {
                Place::Title => Why::Title,
                Place::Alias => Why::Alias,
                Place::Tag => Why::Tag,
                Place::Heading | Place::Body => Why::Body,
            },
        }
    }
}
