//! Numbers in words beside numbers in digits: 五万 = 5万 = 50000, 二十四期 = 24期.
//!
//! The number form never replaces the words: 三方存管 and 万能险 stay what they are. 两年 = 24个月 is not claimed.

use crate::atoms::{Atom, AtomKind};
use std::ops::Range;

/// A stretch of atoms that says a number, with its plain digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberForm {
    /// Which atoms.
    pub atoms: Range<usize>,
    /// The number in digits, without leading zeros.
    pub digits: String,
}

/// Characters that count things: a single numeral before one of them is meant as a number.
const MEASURES: &str = "期月年天日号级类笔张次个倍元块角折岁周季档条户份家位成点分秒页章款项步";

/// Whether a character counts things (期, 月, 元 …).
#[must_use]
pub fn is_measure(c: char) -> bool {
    MEASURES.contains(c)
}

/// All number forms that differ from what is written, from left to right.
#[must_use]
pub fn number_forms(atoms: &[Atom]) -> Vec<NumberForm> {
    let mut forms = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        let end = numeral_end(atoms, at);
        let written = atoms.get(at..end).unwrap_or_default();
        if let Some(digits) = value(written).filter(|_| is_meant(atoms, at..end)) {
            forms.push(NumberForm {
                atoms: at..end,
                digits,
            });
        }
        at = end.max(at + 1);
    }
    forms
}

/// The end of a run of numerals: digits may be followed by units, a number in digits only starts a run.
fn numeral_end(atoms: &[Atom], from: usize) -> usize {
    let mut end = from;
    while let Some(atom) = atoms.get(end) {
        let continues = end == from || atom.joined;
        let fits = match atom.kind {
            AtomKind::Number => end == from,
            AtomKind::Han => numeral(atom).is_some(),
            AtomKind::Latin => false,
        };
        if !(continues && fits) {
            break;
        }
        end += 1;
    }
    end
}

/// One numeral alone is a number only before a measure or after 第; units alone (万, 千) never are.
fn is_meant(atoms: &[Atom], run: Range<usize>) -> bool {
    let first_is_digits = atoms
        .get(run.start)
        .is_some_and(|a| a.kind == AtomKind::Number);
    if run.len() > 1 {
        return true;
    }
    let han = |at: Option<usize>| {
        at.and_then(|at| atoms.get(at))
            .and_then(|a| a.text.chars().next())
    };
    let measured = han(Some(run.end)).is_some_and(is_measure);
    let ordinal = han(run.start.checked_sub(1)) == Some('第');
    !first_is_digits && (measured || ordinal)
}

enum Numeral {
    Digit(u64),
    /// 十, 百, 千: scales the digit before it.
    Scale(u64),
    /// 万, 亿: scales everything before it.
    Unit(u64),
}

fn numeral(atom: &Atom) -> Option<Numeral> {
    Some(match atom.text.chars().next()? {
        '〇' | '零' => Numeral::Digit(0),
        '一' => Numeral::Digit(1),
        '二' | '两' => Numeral::Digit(2),
        '三' => Numeral::Digit(3),
        '四' => Numeral::Digit(4),
        '五' => Numeral::Digit(5),
        '六' => Numeral::Digit(6),
        '七' => Numeral::Digit(7),
        '八' => Numeral::Digit(8),
        '九' => Numeral::Digit(9),
        '十' => Numeral::Scale(10),
        '百' => Numeral::Scale(100),
        '千' => Numeral::Scale(1000),
        '万' => Numeral::Unit(10_000),
        '亿' => Numeral::Unit(100_000_000),
        _ => return None,
    })
}

fn value(run: &[Atom]) -> Option<String> {
    match run.split_first()? {
        (first, units) if first.kind == AtomKind::Number => scaled(&first.text, units),
        _ if run
            .iter()
            .all(|a| matches!(numeral(a), Some(Numeral::Digit(_)))) =>
        {
            read_out(run)
        }
        _ => in_words(run).map(|n| n.to_string()),
    }
}

/// Digits followed by units: 5万, 1.5亿, 3千.
fn scaled(digits: &str, units: &[Atom]) -> Option<String> {
    let mut zeros = 0_usize;
    for unit in units {
        zeros += match numeral(unit)? {
            Numeral::Scale(by) | Numeral::Unit(by) => by.ilog10() as usize,
            Numeral::Digit(_) => return None,
        };
    }
    if zeros == 0 || zeros > 16 {
        return None;
    }
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if part.len() > zeros || part.contains('.') {
        return None;
    }
    let plain = format!("{whole}{part}{}", "0".repeat(zeros - part.len()));
    Some(without_leading_zeros(&plain))
}

/// Numerals read out one by one: 二〇二六.
fn read_out(run: &[Atom]) -> Option<String> {
    let mut digits = String::new();
    for atom in run {
        let Numeral::Digit(digit) = numeral(atom)? else {
            return None;
        };
        digits.push_str(&digit.to_string());
    }
    Some(without_leading_zeros(&digits))
}

/// Numerals with scales: 三十二, 五万, 一千二百.
fn in_words(run: &[Atom]) -> Option<u64> {
    let (mut total, mut section, mut digit) = (0_u64, 0_u64, None::<u64>);
    let mut counted = false;
    for atom in run {
        match numeral(atom)? {
            Numeral::Digit(n) => {
                digit = Some(n);
                counted = true;
            }
            Numeral::Scale(by) => {
                // 十二 has no digit before 十; 百二 and 千二 are no numbers.
                let times = digit.take().or((by == 10).then_some(1))?;
                section = section.checked_add(times.checked_mul(by)?)?;
                counted = true;
            }
            Numeral::Unit(by) => {
                // 万一 is a word: a unit needs something to scale.
                let scaled = total
                    .checked_add(section)?
                    .checked_add(digit.take().unwrap_or(0))?;
                total = (scaled > 0).then_some(scaled)?.checked_mul(by)?;
                section = 0;
            }
        }
    }
    let sum = total
        .checked_add(section)?
        .checked_add(digit.unwrap_or(0))?;
    (counted && sum > 0).then_some(sum)
}

fn without_leading_zeros(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() {
        "0".to_owned()
    } else {
        trimmed.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::number_forms;
    use crate::{atoms, fold};
    use proptest::prelude::*;

    fn forms(text: &str) -> Vec<String> {
        number_forms(&atoms(&fold(text)))
            .into_iter()
            .map(|form| form.digits)
            .collect()
    }

    #[test]
    fn the_same_number_in_every_writing() {
        for text in ["五万", "5万", "５万", "五萬"] {
            assert_eq!(forms(text), ["50000"], "{text}");
        }
        assert_eq!(forms("二十四期"), ["24"]);
        assert_eq!(forms("第三十二条"), ["32"]);
        assert_eq!(forms("一千二百元"), ["1200"]);
        assert_eq!(forms("1.5亿"), ["150000000"]);
        assert_eq!(forms("二〇二六年"), ["2026"]);
        assert_eq!(forms("三个月"), ["3"]);
    }

    #[test]
    fn words_that_hold_a_numeral_are_not_numbers() {
        for text in [
            "三方存管",
            "万能险",
            "一卡通",
            "50000",
            "24期",
            "十大功能",
            "百分比",
        ] {
            assert!(forms(text).is_empty(), "{text}: {:?}", forms(text));
        }
    }

    proptest! {
        #[test]
        fn no_run_of_numerals_panics(text in "[零一二两三四五六七八九十百千万亿0-9.,第期]{0,40}") {
            for digits in forms(&text) {
                prop_assert!(digits.chars().all(|c| c.is_ascii_digit()));
            }
        }
    }
}
