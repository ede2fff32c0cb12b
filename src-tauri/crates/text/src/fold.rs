//! Folding: one spelling for width, case, script and interchangeable characters.
//!
//! Convert first, cut second: words are cut from folded text only, so 國際匯款 and 国际汇款 always get the same words.

use std::ops::Range;
use unicode_normalization::char::decompose_compatible;

/// Folded text that knows where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    chars: Vec<char>,
    /// Byte range in the original, one for each folded character.
    origin: Vec<Range<usize>>,
}

impl Folded {
    /// The folded characters.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// Bytes of the original text that a range of folded characters came from; an empty range stays empty.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let covered = self.origin.get(range).unwrap_or_default();
        match (covered.first(), covered.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// Folds a text.
///
/// Full-width forms become half-width, letters lower case, traditional characters simplified, white space one blank;
/// invisible characters vanish. 帐 and 账 are equal in a bank, and converters disagree on them.
#[must_use]
pub fn fold(original: &str) -> Folded {
    let mut chars = Vec::with_capacity(original.len() / 2);
    let mut origin = Vec::with_capacity(original.len() / 2);
    for (start, c) in original.char_indices() {
        let from = start..start + c.len_utf8();
        let mut push = |c: char| {
            chars.push(c);
            origin.push(from.clone());
        };
        if c.is_ascii() {
            push(if c.is_ascii_whitespace() {
                ' '
            } else {
                c.to_ascii_lowercase()
            });
        } else if c.is_whitespace() {
            push(' ');
        } else if !is_invisible(c) {
            decompose_compatible(c, |part| part.to_lowercase().for_each(&mut push));
        }
    }
    Folded {
        chars: simplify(&chars),
        origin,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || c.is_control()
}

/// Traditional to simplified, character for character.
fn simplify(chars: &[char]) -> Vec<char> {
    let text: String = chars.iter().collect();
    let simplified: Vec<char> = fast2s::convert(&text).chars().collect();
    // The converter maps one character to one; should that ever change, offsets matter more than the script.
    let same_length = if simplified.len() == chars.len() {
        simplified
    } else {
        chars.to_vec()
    };
    same_length
        .into_iter()
        .map(|c| if c == '帐' { '账' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        fold(text).text()
    }

    #[test]
    fn width_case_and_script_fold_to_one_spelling() {
        for (typed, same) in [
            ("ＡＢＣ１２３", "abc123"),
            ("國際匯款", "国际汇款"),
            ("帳戶", "账户"),
            ("帐户", "账户"),
            ("轉帳", "转账"),
            ("臺灣", "台湾"),
            ("Apple\u{3000}Pay", "apple pay"),
            ("挂\u{200b}失", "挂失"),
        ] {
            assert_eq!(folded(typed), same, "{typed}");
        }
    }

    #[test]
    fn folded_ranges_lead_back_to_the_original() {
        let text = "補辦ＥＴＣ卡";
        let it = fold(text);
        assert_eq!(it.text(), "补办etc卡");
        assert_eq!(text.get(it.origin(2..5)), Some("ＥＴＣ"));
        assert_eq!(text.get(it.origin(0..1)), Some("補"));
        assert_eq!(it.origin(3..3), 0..0);
    }

    proptest! {
        #[test]
        fn any_text_folds_to_ranges_that_are_characters_of_it(text in "\\PC{0,60}") {
            let it = fold(&text);
            for at in 0..it.chars().len() {
                prop_assert!(text.get(it.origin(at..at + 1)).is_some());
            }
        }

        #[test]
        fn folding_is_done_once(text in "\\PC{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
