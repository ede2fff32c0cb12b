//! Changes of a text by whole lines.

use crate::contract::{QuickFix, Words};

/// A text by its lines, without their ends; both kinds of line end are taken.
pub(super) fn lines_of(text: &str) -> Vec<&str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect()
}

/// The change that makes `after` out of `before`: the lines between what both begin and end with. `None` when they are
/// the same.
pub(super) fn between(before: &str, after: &str, label: Words) -> Option<QuickFix> {
    let (old, new) = (lines_of(before), lines_of(after));
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let left = old.len().min(new.len()) - same_start;
    let same_end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(left)
        .take_while(|(a, b)| a == b)
        .count();
    let remove = old.len() - same_start - same_end;
    let put: Vec<String> = new
        .get(same_start..new.len() - same_end)?
        .iter()
        .map(|line| (*line).to_owned())
        .collect();
    (remove > 0 || !put.is_empty()).then(|| replacing(same_start + 1, remove, put, label))
}

/// Takes `remove` lines away from `line` on and puts `lines` there.
pub(super) fn replacing(line: usize, remove: usize, lines: Vec<String>, label: Words) -> QuickFix {
    QuickFix {
        label,
        line: number(line),
        remove: number(remove),
        lines,
    }
}

/// A count as it crosses to the screen.
pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words {
            zh: String::new(),
            en: String::new(),
        }
    }

    fn applied(text: &str, fix: &QuickFix) -> String {
        let mut lines: Vec<String> = lines_of(text).into_iter().map(str::to_owned).collect();
        let at = fix.line as usize - 1;
        lines.splice(at..at + fix.remove as usize, fix.lines.clone());
        lines.join("\n")
    }

    #[test]
    fn the_change_makes_one_text_of_the_other() {
        for (before, after) in [
            ("甲\n乙\n丙", "甲\n丁\n丙"),
            ("甲\n甲\n甲", "甲\n甲"),
            ("甲", "甲\n乙"),
            ("", "甲"),
            ("甲\n乙\n", "乙\n"),
        ] {
            let fix = between(before, after, words()).unwrap();
            assert_eq!(applied(before, &fix), after, "{before:?}");
        }
    }

    #[test]
    fn the_same_text_needs_no_change() {
        assert_eq!(between("甲\n乙", "甲\n乙", words()), None);
    }

    #[test]
    fn lines_that_stay_are_not_touched() {
        let fix = between("甲\n乙\n丙\n丁", "甲\n乙\n新\n丁", words()).unwrap();
        assert_eq!((fix.line, fix.remove, fix.lines.len()), (3, 1, 1));
    }
}
