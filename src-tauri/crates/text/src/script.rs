//! One character at a time: its simplified form, and the letters it may be read as.
//!
//! Unlike [`crate::fold()`] nothing else is touched, so that the result can be shown and kept as text.

use pinyin::{ToPinyin, ToPinyinMulti};

/// The text in simplified characters, everything else as it is. It has as many characters as before.
#[must_use]
pub fn simplified(text: &str) -> String {
    let simple = fast2s::convert(text);
    // The converter maps one character to one; should that ever change, the text matters more than the script.
    if simple.chars().count() == text.chars().count() {
        simple
    } else {
        text.to_owned()
    }
}

/// The letters of a character's usual reading, without tone: 卡 is `ka`. `None` for what is not read.
#[must_use]
pub fn syllable(letter: char) -> Option<&'static str> {
    letter.to_pinyin().map(pinyin::Pinyin::plain)
}

/// All readings of a character, without tones, each once; empty for what is not read.
#[must_use]
pub fn syllables(letter: char) -> Vec<&'static str> {
    let mut all: Vec<&str> = letter
        .to_pinyin_multi()
        .into_iter()
        .flatten()
        .map(pinyin::Pinyin::plain)
        .collect();
    all.extend(syllable(letter));
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_script_changes() {
        assert_eq!(
            simplified("國際匯款ＡＢＣ，Visa 帐户"),
            "国际汇款ＡＢＣ，Visa 帐户"
        );
    }

    #[test]
    fn a_character_is_read_in_its_letters() {
        assert_eq!(syllable('卡'), Some("ka"));
        assert_eq!(syllable('A'), None);
        assert!(syllables('行').contains(&"hang") && syllables('行').contains(&"xing"));
        assert!(syllables('。').is_empty());
    }
}
