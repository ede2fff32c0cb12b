//! The words of a bank, beside the entries: for cutting text into words, for pinyin, and words that mean the same.

use crate::fault::TableFault;
use crate::files;
use crate::lines;
use crate::problem::{Problem, Problems};
use std::path::Path;

/// A word that the dictionary of the language does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserWord {
    /// The word.
    pub word: String,
    /// How often it occurs, on the dictionary's scale; `None` lets the dictionary choose.
    pub frequency: Option<usize>,
}

/// How a word is read where its characters alone would mislead: 重庆 is chong qing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pronunciation {
    /// The word.
    pub word: String,
    /// One syllable for each character, without tones, ü written v.
    pub syllables: Vec<String>,
}

/// Everything in `vocabulary/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// `words.txt`: a word a line, a frequency behind it if need be.
    pub words: Vec<UserWord>,
    /// `readings.tsv`: word, tab, syllables with blanks between.
    pub readings: Vec<Pronunciation>,
    /// `synonyms.tsv`: a group a line, tabs between; the words of a group mean the same.
    pub synonyms: Vec<Vec<String>>,
}

/// The file of words.
pub const WORDS: &str = "vocabulary/words.txt";
/// The file of readings.
pub const READINGS: &str = "vocabulary/readings.tsv";
/// The file of synonyms.
pub const SYNONYMS: &str = "vocabulary/synonyms.tsv";

/// Reads the vocabulary of a library. A file that is not there is empty; a line that can't be used is a problem.
#[must_use]
pub fn load(root: &Path) -> (Vocabulary, Vec<Problem>) {
    let (texts, mut problems) = texts(root);
    let (vocabulary, more) = of(&texts);
    problems.extend(more);
    (vocabulary, problems)
}

/// A file of the vocabulary: its name relative to the library's folder, and its text; `None` where it is not there yet.
pub type VocabularyText = (&'static str, Option<String>);

/// The texts of the three files. One that can't be read is left out, and is a problem.
#[must_use]
pub fn texts(root: &Path) -> (Vec<VocabularyText>, Vec<Problem>) {
    let (mut texts, mut all) = (Vec::new(), Vec::new());
    for name in [WORDS, READINGS, SYNONYMS] {
        let mut problems = Problems::of(name);
        let there = root.join(name).symlink_metadata().is_ok();
        let text = files::read_if_there(root, name, &mut problems);
        let problems = problems.in_order();
        if problems.is_empty() {
            texts.push((name, there.then_some(text)));
        }
        all.extend(problems);
    }
    (texts, all)
}

/// The vocabulary in these texts, which are a library's own or as they would be.
#[must_use]
pub fn of(texts: &[VocabularyText]) -> (Vocabulary, Vec<Problem>) {
    let text_of = |name: &str| {
        let text = texts.iter().find(|(other, _)| *other == name);
        text.and_then(|(_, text)| text.as_deref())
            .unwrap_or_default()
    };
    let mut problems = Vec::new();
    let vocabulary = Vocabulary {
        words: table(WORDS, text_of(WORDS), user_word, &mut problems),
        readings: table(READINGS, text_of(READINGS), pronunciation, &mut problems),
        synonyms: table(SYNONYMS, text_of(SYNONYMS), group, &mut problems),
    };
    (vocabulary, problems)
}

fn table<T>(
    name: &str,
    text: &str,
    read_line: fn(&str) -> Result<T, TableFault>,
    all: &mut Vec<Problem>,
) -> Vec<T> {
    let mut problems = Problems::of(name);
    let mut rows = Vec::new();
    for (line, text) in lines::of(text) {
        match read_line(text) {
            Ok(row) => rows.push(row),
            Err(fault) => problems.at(line, fault),
        }
    }
    all.extend(problems.in_order());
    rows
}

pub(crate) fn user_word(line: &str) -> Result<UserWord, TableFault> {
    let columns: Vec<&str> = line.split_whitespace().collect();
    match *columns.as_slice() {
        [word] => Ok(UserWord {
            word: word.to_owned(),
            frequency: None,
        }),
        [word, frequency] => match frequency.parse() {
            Ok(frequency) => Ok(UserWord {
                word: word.to_owned(),
                frequency: Some(frequency),
            }),
            Err(_) => Err(TableFault::FrequencyBad {
                text: frequency.to_owned(),
            }),
        },
        _ => Err(TableFault::Columns {
            shape: "借记卡 100",
            found: columns.len(),
        }),
    }
}

pub(crate) fn pronunciation(line: &str) -> Result<Pronunciation, TableFault> {
    let columns = lines::columns(line);
    let [word, syllables] = *columns.as_slice() else {
        return Err(TableFault::Columns {
            shape: "重庆⇥chong qing",
            found: columns.len(),
        });
    };
    if word.is_empty() {
        return Err(TableFault::Empty { column: "word" });
    }
    let syllables: Vec<String> = syllables.split_whitespace().map(str::to_owned).collect();
    let is_syllable =
        |text: &String| text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    if let Some(wrong) = syllables.iter().find(|syllable| !is_syllable(syllable)) {
        return Err(TableFault::SyllableBad {
            text: wrong.clone(),
        });
    }
    let characters = word.chars().count();
    if characters != syllables.len() {
        let (word, syllables) = (word.to_owned(), syllables.len());
        return Err(TableFault::SyllablesMiscounted {
            word,
            characters,
            syllables,
        });
    }
    Ok(Pronunciation {
        word: word.to_owned(),
        syllables,
    })
}

pub(crate) fn group(line: &str) -> Result<Vec<String>, TableFault> {
    let mut group: Vec<String> = Vec::new();
    for word in lines::columns(line) {
        if !word.is_empty() && !group.iter().any(|other| other == word) {
            group.push(word.to_owned());
        }
    }
    if group.len() < 2 {
        Err(TableFault::SynonymAlone)
    } else {
        Ok(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Folder, codes};

    #[test]
    fn words_readings_and_synonyms_are_read() {
        let loaded = Folder::new()
            .file(
                "vocabulary/words.txt",
                "\u{feff}# 词\r\n借记卡 100\r\n只收不付\r\n",
            )
            .file("vocabulary/readings.tsv", "重庆\tchong qing\nＡ股\ta gu\n")
            .file("vocabulary/synonyms.tsv", "挂失\t丢卡\t挂失\n\n")
            .load();
        assert_eq!(loaded.problems, Vec::new());
        let vocabulary = loaded.library.vocabulary();
        let words: Vec<_> = vocabulary
            .words
            .iter()
            .map(|word| (word.word.as_str(), word.frequency))
            .collect();
        assert_eq!(words, [("借记卡", Some(100)), ("只收不付", None)]);
        assert_eq!(vocabulary.readings[0].syllables, ["chong", "qing"]);
        assert_eq!(vocabulary.synonyms, [["挂失", "丢卡"]]);
    }

    #[test]
    fn a_bad_line_is_named_and_the_others_count() {
        let loaded = Folder::new()
            .file("vocabulary/words.txt", "一 二 三\n卡 x\n好\n")
            .file(
                "vocabulary/readings.tsv",
                "重庆\n重庆\tchong\n重庆\tchóng qing\n\tchong\n",
            )
            .file("vocabulary/synonyms.tsv", "挂失\n挂失\t挂失\n")
            .load();
        assert_eq!(
            codes(&loaded.problems),
            [
                "1:columns",
                "2:syllables-miscounted",
                "3:syllable-bad",
                "4:column-empty",
                "1:synonym-alone",
                "2:synonym-alone",
                "1:columns",
                "2:frequency-bad",
            ]
        );
        assert_eq!(loaded.library.vocabulary().words.len(), 1);
    }

    #[test]
    fn a_library_without_vocabulary_is_fine() {
        let loaded = Folder::new().load();
        assert_eq!(
            (loaded.library.vocabulary(), loaded.problems),
            (&Vocabulary::default(), Vec::new())
        );
    }
}
