//! Faults of a line in a vocabulary or judged file. Such a line is left out; the others count.

use crate::problem::{Language, Severity};

/// A line that can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableFault {
    /// Another number of columns.
    Columns {
        /// How the line should look.
        shape: &'static str,
        /// How many columns it has.
        found: usize,
    },
    /// A column that may not be empty is.
    Empty {
        /// The column.
        column: &'static str,
    },
    /// Not a whole number.
    FrequencyBad {
        /// What was written.
        text: String,
    },
    /// Not a pinyin syllable.
    SyllableBad {
        /// What was written.
        text: String,
    },
    /// Another number of syllables than characters.
    SyllablesMiscounted {
        /// The word.
        word: String,
        /// Characters in it.
        characters: usize,
        /// Syllables given.
        syllables: usize,
    },
    /// A group of synonyms with one word.
    SynonymAlone,
    /// Not a class of judged queries.
    ClassUnknown {
        /// What was written.
        word: String,
        /// The classes there are.
        known: Vec<&'static str>,
    },
    /// A judged query expects an entry that is not there.
    ExpectedUnknown {
        /// Its id.
        id: String,
    },
    /// The fourth column is neither `hard` nor empty.
    MarkUnknown {
        /// What was written.
        text: String,
    },
    /// Not a number between 0 and 1.
    FloorBad {
        /// What was written.
        text: String,
    },
    /// The fixed day is not a day.
    DayBad {
        /// What was written.
        text: String,
    },
    /// A class or the day stands twice; the first is used.
    LineTwice {
        /// The first column.
        name: String,
    },
    /// What was typed can't stand in one column of the file: a tab or a line break is in it, it begins with `#`, or a word
    /// has a blank in it.
    Unwritable {
        /// What was typed.
        text: String,
    },
    /// There are judged queries but no floors, or no fixed day in them.
    FloorsIncomplete,
}

impl TableFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Columns { .. } => "columns",
            Self::Empty { .. } => "column-empty",
            Self::FrequencyBad { .. } => "frequency-bad",
            Self::SyllableBad { .. } => "syllable-bad",
            Self::SyllablesMiscounted { .. } => "syllables-miscounted",
            Self::SynonymAlone => "synonym-alone",
            Self::ClassUnknown { .. } => "class-unknown",
            Self::ExpectedUnknown { .. } => "expected-unknown",
            Self::MarkUnknown { .. } => "mark-unknown",
            Self::FloorBad { .. } => "floor-bad",
            Self::DayBad { .. } => "day-bad",
            Self::LineTwice { .. } => "line-twice",
            Self::Unwritable { .. } => "unwritable",
            Self::FloorsIncomplete => "floors-incomplete",
        }
    }

    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::FloorsIncomplete => Severity::Warning,
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
            Self::Columns { found, .. } => format!("这一行有 {found} 列，列数不对。"),
            Self::Empty { column } => format!("{column} 一列是空的。"),
            Self::FrequencyBad { text } => format!("词频「{text}」不是整数。"),
            Self::SyllableBad { text } => format!("「{text}」不是一个拼音音节。"),
            Self::SyllablesMiscounted {
                word,
                characters,
                syllables,
            } => {
                format!("「{word}」有 {characters} 个字，却写了 {syllables} 个音节。")
            }
            Self::SynonymAlone => "这一组同义词只有一个词。".to_owned(),
            Self::ClassUnknown { word, .. } => format!("没有「{word}」这一类。"),
            Self::ExpectedUnknown { id } => format!("期望的条目 {id} 不存在。"),
            Self::MarkUnknown { text } => format!("第四列写了「{text}」。"),
            Self::FloorBad { text } => format!("「{text}」不是 0 到 1 之间的数。"),
            Self::DayBad { text } => format!("「{text}」不是有效的日期。"),
            Self::LineTwice { name } => format!("{name} 写了两次，用的是第一次。"),
            Self::Unwritable { text } => format!("「{text}」不能这样写进词表。"),
            Self::FloorsIncomplete => "floors.tsv 不存在，或者没有写固定日期。".to_owned(),
        }
    }

    fn what_in_english(&self) -> String {
        match self {
            Self::Columns { found, .. } => {
                format!("The line has {found} columns, which is the wrong number.")
            }
            Self::Empty { column } => format!("The column {column} is empty."),
            Self::FrequencyBad { text } => {
                format!("The frequency \"{text}\" is not a whole number.")
            }
            Self::SyllableBad { text } => format!("\"{text}\" is not a pinyin syllable."),
            Self::SyllablesMiscounted {
                word,
                characters,
                syllables,
            } => {
                format!("\"{word}\" has {characters} characters but {syllables} syllables.")
            }
            Self::SynonymAlone => "This group of synonyms has one word only.".to_owned(),
            Self::ClassUnknown { word, .. } => format!("There is no class \"{word}\"."),
            Self::ExpectedUnknown { id } => format!("The expected entry {id} does not exist."),
            Self::MarkUnknown { text } => format!("The fourth column says \"{text}\"."),
            Self::FloorBad { text } => format!("\"{text}\" is not a number between 0 and 1."),
            Self::DayBad { text } => format!("\"{text}\" is not a valid date."),
            Self::LineTwice { name } => format!("{name} stands twice; the first is used."),
            Self::Unwritable { text } => {
                format!("\"{text}\" can't be written into the file like this.")
            }
            Self::FloorsIncomplete => "floors.tsv is missing, or has no fixed day.".to_owned(),
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
            Self::Columns { shape, .. } => format!("请写成：{shape}（⇥ 是制表符）。"),
            Self::Empty { .. } => "请补上，或删掉这一行。".to_owned(),
            Self::FrequencyBad { .. } => "请写一个整数，或不写词频。".to_owned(),
            Self::SyllableBad { .. } => "请用小写字母，如 chong；ü 写作 v。".to_owned(),
            Self::SyllablesMiscounted { .. } => "请一个字写一个音节，用空格隔开。".to_owned(),
            Self::SynonymAlone => "请再写至少一个词，用制表符隔开。".to_owned(),
            Self::ClassUnknown { known, .. } => format!("请从这些里选一个：{}。", known.join("、")),
            Self::ExpectedUnknown { .. } => "请改正编号，或删掉这一行。".to_owned(),
            Self::MarkUnknown { .. } => "请写 hard，或留空。".to_owned(),
            Self::FloorBad { .. } => "请写小数，例如 0.95。".to_owned(),
            Self::DayBad { .. } => "请写成 2026-05-01 这样的日期。".to_owned(),
            Self::LineTwice { .. } => "请只保留一行。".to_owned(),
            Self::Unwritable { .. } => {
                "请去掉制表符、换行和开头的 #；用户词典的词里不能有空格。".to_owned()
            }
            Self::FloorsIncomplete => {
                "请在 judged/floors.tsv 里写每一类的下限，并加一行 date⇥2026-05-01。".to_owned()
            }
        }
    }

    fn remedy_in_english(&self) -> String {
        match self {
            Self::Columns { shape, .. } => format!("Write it as {shape} (⇥ is a tab)."),
            Self::Empty { .. } => "Fill it in, or delete the line.".to_owned(),
            Self::FrequencyBad { .. } => "Write a whole number, or none.".to_owned(),
            Self::SyllableBad { .. } => {
                "Use lower-case letters such as chong; write ü as v.".to_owned()
            }
            Self::SyllablesMiscounted { .. } => {
                "Write one syllable for each character, with spaces between.".to_owned()
            }
            Self::SynonymAlone => "Add at least one more word after a tab.".to_owned(),
            Self::ClassUnknown { known, .. } => format!("Use one of these: {}.", known.join(", ")),
            Self::ExpectedUnknown { .. } => "Correct the id, or delete the line.".to_owned(),
            Self::MarkUnknown { .. } => "Write hard, or leave it empty.".to_owned(),
            Self::FloorBad { .. } => "Write a decimal such as 0.95.".to_owned(),
            Self::DayBad { .. } => "Write it as 2026-05-01.".to_owned(),
            Self::LineTwice { .. } => "Keep one line.".to_owned(),
            Self::Unwritable { .. } => {
                "Take out tabs, line breaks and a leading #; a word of the user dictionary has no blank."
                    .to_owned()
            }
            Self::FloorsIncomplete => {
                "Write a floor for each class into judged/floors.tsv, and a line date⇥2026-05-01."
                    .to_owned()
            }
        }
    }
}
