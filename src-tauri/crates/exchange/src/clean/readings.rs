//! Pinyin in brackets behind the characters it reads: 服務(wù), 银行（yínháng）.

use yingda_text::script::syllables;

/// The longest word that is read in one bracket, in characters.
const LONGEST_WORD: usize = 6;

/// The text without such brackets.
pub(super) fn without(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, letters, after)) = next_bracket(rest) {
        kept.push_str(before);
        if !reads(&kept, letters) {
            let bracket = rest.len() - before.len() - after.len();
            kept.extend(rest.get(before.len()..before.len() + bracket));
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// What stands before a bracket of Latin letters, the letters, and what follows.
fn next_bracket(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let tail = text.get(from..)?;
        let open = tail.find(['(', '（'])?;
        let (_, inner) = tail.split_at_checked(open)?;
        let mut letters = inner.chars();
        letters.next()?;
        let inner = letters.as_str();
        let end = inner
            .find(|letter: char| !is_latin(letter))
            .unwrap_or(inner.len());
        let (letters, behind) = inner.split_at_checked(end)?;
        let closed = behind.strip_prefix([')', '）']);
        if let (false, Some(after)) = (letters.trim().is_empty(), closed) {
            return Some((text.get(..from + open)?, letters, after));
        }
        from = text.len() - inner.len();
    }
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_lowercase()
        || matches!(letter, ' ' | '\'' | '·' | '-')
        || plain(letter) != letter
}

/// A vowel without its tone.
const fn plain(letter: char) -> char {
    match letter {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ê' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ü' => 'v',
        'ń' | 'ň' | 'ǹ' => 'n',
        other => other,
    }
}

/// Whether the letters are how the last characters of a text are read.
fn reads(before: &str, letters: &str) -> bool {
    let toned = letters.chars().any(|letter| plain(letter) != letter);
    let wanted: String = letters
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .map(plain)
        .collect();
    // One bare letter is more often a mark: 甲类（a）.
    if wanted.is_empty() || (!toned && wanted.len() < 2) {
        return false;
    }
    let mut endings = vec![wanted.as_str()];
    for character in before.chars().rev().take(LONGEST_WORD) {
        let readings = syllables(character);
        let shorter = |ending: &&str| -> Vec<usize> {
            let sounds = readings.iter().map(|reading| reading.replace('ü', "v"));
            sounds
                .filter_map(|sound| ending.strip_suffix(sound.as_str()).map(str::len))
                .collect()
        };
        let lengths: Vec<usize> = endings.iter().flat_map(shorter).collect();
        if lengths.contains(&0) {
            return true;
        }
        endings = lengths
            .into_iter()
            .filter_map(|length| wanted.get(..length))
            .collect();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_behind_its_characters_goes() {
        assert_eq!(without("服務(wù)網(wǎng)點"), "服務網點");
        assert_eq!(without("银行（yínháng）卡(kǎ)"), "银行卡");
        assert_eq!(without("办理(bàn lǐ)绿卡(lǜ kǎ)"), "办理绿卡");
    }

    #[test]
    fn any_other_bracket_stays() {
        for text in [
            "借记卡（debit）",
            "银行(a)",
            "(wù)",
            "手机(app)银行",
            "甲(乙",
            "（）(",
            "卡 (wu)",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
