//! The classes of judged queries.

use crate::fault::TableFault;

/// How a query was put. Each class has its own floor, so that a gain in one can't hide a loss in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Words of an agent, 2 to 6 characters.
    Hanzi,
    /// A piece of a title or of a customer's words.
    Fragment,
    /// Full pinyin.
    Pinyin,
    /// First letters.
    Initials,
    /// Letters and characters.
    Mixed,
    /// Traditional characters.
    Traditional,
    /// A mistyped character or letter.
    Typo,
    /// Another character with the same sound.
    Homophone,
    /// A number, in digits or characters.
    Number,
    /// A whole sentence of a customer.
    Sentence,
}

impl Class {
    /// All classes.
    pub const ALL: [Self; 10] = [
        Self::Hanzi,
        Self::Fragment,
        Self::Pinyin,
        Self::Initials,
        Self::Mixed,
        Self::Traditional,
        Self::Typo,
        Self::Homophone,
        Self::Number,
        Self::Sentence,
    ];

    /// The word in the files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hanzi => "hanzi",
            Self::Fragment => "fragment",
            Self::Pinyin => "pinyin",
            Self::Initials => "initials",
            Self::Mixed => "mixed",
            Self::Traditional => "traditional",
            Self::Typo => "typo",
            Self::Homophone => "homophone",
            Self::Number => "number",
            Self::Sentence => "sentence",
        }
    }

    pub(super) fn parse(word: &str) -> Result<Self, TableFault> {
        let known = || Self::ALL.into_iter();
        known()
            .find(|class| class.as_str() == word)
            .ok_or_else(|| TableFault::ClassUnknown {
                word: word.to_owned(),
                known: known().map(Self::as_str).collect(),
            })
    }
}
