//! Characters that were lost before the text came here: `服务??网点`, or the mark that a converter leaves.

/// The first stretch of text around lost characters.
pub(super) fn stretch(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let at = (0..letters.len()).find(|at| is_lost(&letters, *at))?;
    let stretch = letters.iter().skip(at.saturating_sub(12)).take(40);
    Some(stretch.collect())
}

/// A question mark of the keyboard is lost text where two or more stand beside a Chinese character.
fn is_lost(letters: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at).copied());
    match letter(Some(at)) {
        Some('\u{fffd}') => true,
        Some('?') => {
            let run = letters.iter().skip(at).take_while(|c| **c == '?').count();
            let starts = letter(at.checked_sub(1)) != Some('?');
            let before = letter(at.checked_sub(1)).is_some_and(is_han);
            let after = letter(Some(at + run)).is_some_and(is_han);
            starts && run >= 2 && after && (before || at == 0 || run >= 3)
                || starts && run >= 2 && before && after
        }
        _ => false,
    }
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_chinese_text_are_lost_characters() {
        assert_eq!(stretch("请到??网点办理").as_deref(), Some("请到??网点办理"));
        assert!(stretch("银行\u{fffd}卡").is_some());
        assert!(stretch("??业银行").is_some());
    }

    #[test]
    fn an_eager_question_is_not() {
        for text in ["真的可以吗??", "真的?可以", "OK?? fine", "能吗？？能"] {
            assert_eq!(stretch(text), None, "{text}");
        }
    }
}
