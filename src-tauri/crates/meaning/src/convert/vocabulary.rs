//! Which pieces of a vocabulary of a hundred languages are kept.

/// Latin words are kept up to this many letters; longer ones are cut into shorter ones.
const LETTERS: usize = 4;

/// Chinese characters, digits, signs, and short Latin words.
pub(crate) fn is_kept(piece: &str) -> bool {
    let mut letters = 0;
    let all_known = piece.chars().all(|character| {
        letters += usize::from(character.is_ascii_alphabetic());
        is_han(character) || character.is_ascii() || is_sign(character)
    });
    all_known && letters <= LETTERS
}

fn is_han(character: char) -> bool {
    matches!(character, '〇' | '\u{3400}'..='\u{9fff}')
}

/// Signs of Chinese and general typography; `▁` stands for a space.
fn is_sign(character: char) -> bool {
    matches!(character, '▁' | '·' | '°' | '×' | '÷' | '¥' | '€' | '£')
        || matches!(character, '\u{2010}'..='\u{203a}' | '\u{3001}'..='\u{301c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_short_latin_are_kept() {
        for piece in [
            "▁",
            "挂失",
            "▁銀行",
            "ATM",
            "▁24",
            "。",
            "「",
            "a卡",
            "10000",
            "%",
        ] {
            assert!(is_kept(piece), "{piece}");
        }
        for piece in ["▁banking", "ありがとう", "한국", "é", "ация", "の"] {
            assert!(!is_kept(piece), "{piece}");
        }
    }
}
