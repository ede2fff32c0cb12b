//! Faults of a value in front matter.

use crate::problem::{Language, Severity};

/// A value that can't be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueFault {
    /// Not an id.
    IdBad {
        /// The key it stands under.
        key: String,
        /// What was written.
        text: String,
    },
    /// Not one of a closed list of words.
    WordUnknown {
        /// The key.
        key: String,
        /// What was written.
        word: String,
        /// The words there are.
        known: Vec<&'static str>,
    },
    /// Not a day of the calendar, or not written as one.
    DateBad {
        /// The key.
        key: String,
        /// What was written.
        text: String,
        /// Whether a time of day may follow.
        with_time: bool,
    },
    /// The last day lies before the first.
    UntilBeforeFrom,
    /// A weight outside -2 to 2; 0 is used.
    PinOutOfRange {
        /// What was written.
        text: String,
    },
    /// A stage on an entry that is not a script; it is not used.
    StageOnOtherKind {
        /// The kind.
        kind: &'static str,
    },
    /// A choice with nothing to choose from.
    ChoiceWithoutOptions {
        /// The field.
        field: String,
    },
    /// Options on a field that is no choice.
    OptionsUnused {
        /// The field.
        field: String,
    },
    /// Not `sha256:` and 64 hex digits.
    DigestBad,
}

impl ValueFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::IdBad { .. } => "id-bad",
            Self::WordUnknown { .. } => "word-unknown",
            Self::DateBad { .. } => "date-bad",
            Self::UntilBeforeFrom => "until-before-from",
            Self::PinOutOfRange { .. } => "pin-out-of-range",
            Self::StageOnOtherKind { .. } => "stage-on-other-kind",
            Self::ChoiceWithoutOptions { .. } => "choice-without-options",
            Self::OptionsUnused { .. } => "options-unused",
            Self::DigestBad => "digest-bad",
        }
    }

    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::OptionsUnused { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    pub(super) fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.what_in_chinese(),
            Language::English => self.what_in_english(),
        }
    }

    fn what_in_chinese(&self) -> String {
        match self {
            Self::IdBad { key, text } => format!("{key} 里的「{text}」不能作编号。"),
            Self::WordUnknown { key, word, .. } => format!("{key} 不认识「{word}」。"),
            Self::DateBad { key, text, .. } => format!("{key} 的「{text}」不是有效的日期。"),
            Self::UntilBeforeFrom => "有效期的最后一天早于第一天。".to_owned(),
            Self::PinOutOfRange { text } => {
                format!("pin 的「{text}」不在 -2 到 2 之间，现在按 0 处理。")
            }
            Self::StageOnOtherKind { kind } => {
                format!("只有话术（script）有环节，这个条目是 {kind}。")
            }
            Self::ChoiceWithoutOptions { field } => {
                format!("填空「{field}」是选择，却没有选项。")
            }
            Self::OptionsUnused { field } => format!("填空「{field}」不是选择，选项用不上。"),
            Self::DigestBad => "审批的 digest 不是 sha256: 加 64 位十六进制数。".to_owned(),
        }
    }

    fn what_in_english(&self) -> String {
        match self {
            Self::IdBad { key, text } => format!("\"{text}\" in {key} can't be an id."),
            Self::WordUnknown { key, word, .. } => format!("{key} does not know \"{word}\"."),
            Self::DateBad { key, text, .. } => {
                format!("\"{text}\" in {key} is not a valid date.")
            }
            Self::UntilBeforeFrom => "The last day of validity lies before the first.".to_owned(),
            Self::PinOutOfRange { text } => {
                format!("pin is \"{text}\", not between -2 and 2; 0 is used.")
            }
            Self::StageOnOtherKind { kind } => {
                format!("Only a script has a stage; this entry is a {kind}.")
            }
            Self::ChoiceWithoutOptions { field } => {
                format!("The field \"{field}\" is a choice without options.")
            }
            Self::OptionsUnused { field } => {
                format!("The field \"{field}\" is no choice; its options are unused.")
            }
            Self::DigestBad => "An approval's digest is not sha256: and 64 hex digits.".to_owned(),
        }
    }

    pub(super) fn remedy(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.remedy_in_chinese(),
            Language::English => self.remedy_in_english(),
        }
    }

    fn remedy_in_chinese(&self) -> String {
        match self {
            Self::IdBad { .. } => {
                "请用小写英文字母、数字和单个连字符，例如 card-loss，最长 80 个字符。".to_owned()
            }
            Self::WordUnknown { known, .. } => format!("请从这些里选一个：{}。", known.join("、")),
            Self::DateBad {
                with_time: true, ..
            } => "请写成 2026-05-01 或 2026-05-01T09:00。".to_owned(),
            Self::DateBad {
                with_time: false, ..
            } => "请写成 2026-05-01 这样的日期。".to_owned(),
            Self::UntilBeforeFrom => "请改正 valid 的 from 或 until。".to_owned(),
            Self::PinOutOfRange { .. } => "请写 -2、-1、0、1 或 2。".to_owned(),
            Self::StageOnOtherKind { .. } => "请删掉 stage。".to_owned(),
            Self::ChoiceWithoutOptions { .. } => {
                "请加上 options: [甲, 乙]，或换一种 type。".to_owned()
            }
            Self::OptionsUnused { .. } => "请把 type 改成 choice，或删掉 options。".to_owned(),
            Self::DigestBad => "请删掉 digest，重新走一遍审批。".to_owned(),
        }
    }

    fn remedy_in_english(&self) -> String {
        match self {
            Self::IdBad { .. } => {
                "Use lower-case letters, digits and single hyphens, such as card-loss; 80 at most."
                    .to_owned()
            }
            Self::WordUnknown { known, .. } => format!("Use one of these: {}.", known.join(", ")),
            Self::DateBad {
                with_time: true, ..
            } => "Write it as 2026-05-01 or 2026-05-01T09:00.".to_owned(),
            Self::DateBad {
                with_time: false, ..
            } => "Write it as 2026-05-01.".to_owned(),
            Self::UntilBeforeFrom => "Correct from or until under valid.".to_owned(),
            Self::PinOutOfRange { .. } => "Write -2, -1, 0, 1 or 2.".to_owned(),
            Self::StageOnOtherKind { .. } => "Delete stage.".to_owned(),
            Self::ChoiceWithoutOptions { .. } => {
                "Add options: [a, b], or use another type.".to_owned()
            }
            Self::OptionsUnused { .. } => "Change type to choice, or delete options.".to_owned(),
            Self::DigestBad => "Delete the digest and have the text approved again.".to_owned(),
        }
    }
}
