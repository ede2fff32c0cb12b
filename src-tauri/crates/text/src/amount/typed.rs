//! Reading an amount that a person typed.

use crate::fold;

/// The amount in fen; see [`super::Amount::typed`].
pub(super) fn fen(text: &str) -> Option<u64> {
    let plain: String = fold(text).chars().iter().filter(|c| **c != ' ').collect();
    let plain = ["人民币", "rmb", "¥"]
        .iter()
        .fold(plain.as_str(), |text, sign| {
            text.strip_prefix(sign).unwrap_or(text)
        });
    let plain = plain.strip_suffix(['整', '正', '钱']).unwrap_or(plain);
    let (yuan, small) = match plain.split_once(['元', '块', '圆']) {
        Some((yuan, small)) => (Some(yuan), small),
        None if plain.ends_with(['角', '毛', '分']) => (None, plain),
        None => (Some(plain), ""),
    };
    let whole = yuan.map_or(Some(0), yuan_as_fen)?;
    // 1.5元5角 says its tenths twice.
    if !small.is_empty() && whole % 100 != 0 {
        return None;
    }
    whole.checked_add(small_change(small)?)
}

/// 五角, 零四分, 5角6分; nothing is nothing.
fn small_change(text: &str) -> Option<u64> {
    let text = text.strip_prefix('零').unwrap_or(text);
    let (jiao, rest) = match text.split_once(['角', '毛']) {
        Some((jiao, rest)) => (one_digit(jiao)?, rest),
        None => (0, text),
    };
    let fen = match rest.strip_suffix('分') {
        Some(fen) => one_digit(fen)?,
        None if rest.is_empty() => 0,
        None => return None,
    };
    Some(jiao * 10 + fen)
}

fn one_digit(text: &str) -> Option<u64> {
    let mut chars = text.chars();
    let (one, end) = (chars.next()?, chars.next());
    let value = one.to_digit(10).map(u64::from).or_else(|| digit(one));
    value.filter(|_| end.is_none())
}

fn yuan_as_fen(text: &str) -> Option<u64> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        in_figures(text)
    } else {
        in_words(text)?.checked_mul(100)
    }
}

/// 1234.5, 1,234.50, 5万, 1.2w, 1亿2000万, 5万3000.
fn in_figures(text: &str) -> Option<u64> {
    let (first, unit, rest) = figure(text)?;
    if rest.is_empty() {
        return first.times(unit.checked_mul(100)?);
    }
    let (mut sum, mut rest, mut below) = (first.times(unit)?, rest, unit);
    while !rest.is_empty() {
        let (next, unit, after) = figure(rest)?;
        // The last part without a unit fills every place under the one before: 5万3000, never 5万3.
        let fills = unit > 1 || (after.is_empty() && next.digits == below.ilog10());
        let value = next.times(unit).filter(|value| *value < below && fills)?;
        sum = sum.checked_add(value)?;
        (rest, below) = (after, unit);
    }
    sum.checked_mul(100)
}

/// A number as typed, exact: 1.25 is 125 with two decimals.
struct Figure {
    value: u64,
    digits: u32,
    decimals: u32,
}

impl Figure {
    /// `None` when the decimals don't come out even.
    fn times(&self, by: u64) -> Option<u64> {
        let divided = 10_u128.checked_pow(self.decimals)?;
        let product = u128::from(self.value) * u128::from(by);
        let even = product.is_multiple_of(divided);
        u64::try_from(product / divided).ok().filter(|_| even)
    }
}

/// The number that `text` begins with, its unit (1 without one) and what follows.
fn figure(text: &str) -> Option<(Figure, u64, &str)> {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(text.len());
    let (number, mut rest) = text.split_at_checked(end)?;
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let decimals = if number.contains('.') { part.len() } else { 0 };
    let fits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !fits(part) || !is_grouped(whole) {
        return None;
    }
    let digits = number.replace([',', '.'], "");
    let mut unit = 1_u64;
    while let Some(by) = rest.chars().next().and_then(scale) {
        unit = unit.checked_mul(by)?;
        rest = rest.get(rest.chars().next()?.len_utf8()..)?;
    }
    let figure = Figure {
        value: digits.parse().ok()?,
        digits: u32::try_from(digits.len()).ok()?,
        decimals: u32::try_from(decimals).ok()?,
    };
    Some((figure, unit, rest))
}

/// Digits, with commas only between groups of three.
fn is_grouped(whole: &str) -> bool {
    let fits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match whole.split_once(',') {
        None => fits(whole),
        Some((first, rest)) => {
            fits(first)
                && first.len() <= 3
                && rest.split(',').all(|group| group.len() == 3 && fits(group))
        }
    }
}

fn scale(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' | 'k' => 1000,
        '万' | 'w' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

fn digit(c: char) -> Option<u64> {
    if c == '两' {
        return Some(2);
    }
    let plain = "零一二三四五六七八九".chars().position(|known| known == c);
    let capital = "〇壹贰叁肆伍陆柒捌玖".chars().position(|known| known == c);
    u64::try_from(plain.or(capital)?).ok()
}

/// 五万, 一亿零一十万七千, 壹仟零伍.
fn in_words(text: &str) -> Option<u64> {
    for (name, unit) in [('亿', 100_000_000), ('万', 10_000)] {
        let Some((many, rest)) = text.rsplit_once(name) else {
            continue;
        };
        let head = in_words(many).filter(|many| *many > 0)?.checked_mul(unit)?;
        // 一万二 is said for 12,000 and typed for 10,002 as well.
        let bare = rest.chars().count() == 1;
        return match rest {
            "" => Some(head),
            _ if bare => None,
            _ => in_words(rest)
                .filter(|rest| *rest < unit)
                .and_then(|rest| head.checked_add(rest)),
        };
    }
    section(text)
}

/// A number up to 9999 in words.
fn section(text: &str) -> Option<u64> {
    let chars: Vec<char> = text.chars().collect();
    let (mut sum, mut below, mut at, mut gap) = (0, 10_000, 0, true);
    while let Some(&c) = chars.get(at) {
        if c == '零' || c == '〇' {
            (gap, at) = (true, at + 1);
            continue;
        }
        let (value, name) = match (digit(c), at) {
            (Some(value), _) => (value, chars.get(at + 1).copied()),
            // 十二 has no digit before 十.
            (None, 0) if unit_of(c) == Some(10) => (1, Some(c)),
            (None, _) => return None,
        };
        let unit = name.map_or(Some(1), unit_of)?;
        // 一百二 is 120 to one and 102 to another.
        let clear = unit > 1 || gap || below == 10;
        if unit >= below || !clear {
            return None;
        }
        sum += value * unit;
        at += usize::from(digit(c).is_some()) + usize::from(name.is_some());
        (below, gap) = (unit, false);
    }
    (at > 0).then_some(sum)
}

fn unit_of(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fen;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_in_every_common_writing() {
        let rows = [
            ("1234.5", 123_450),
            ("1,234", 123_400),
            ("１，２３４．５０元", 123_450),
            ("¥ 1,234.50", 123_450),
            ("人民币五万元整", 5_000_000),
            ("5万", 5_000_000),
            ("五萬", 5_000_000),
            ("1.2w", 1_200_000),
            ("3k", 300_000),
            ("5万3000", 5_300_000),
            ("1亿2000万", 12_000_000_000),
            ("1.5万亿", 150_000_000_000_000),
            ("三千五百块", 350_000),
            ("两百块钱", 20_000),
            ("十二元五角", 1250),
            ("5毛", 50),
            ("12元5角6分", 1256),
            ("壹仟陆佰捌拾元零叁角贰分", 168_032),
            ("0", 0),
            ("零元", 0),
        ];
        for (typed, amount) in rows {
            assert_eq!(fen(typed), Some(amount), "{typed}");
        }
    }

    #[test]
    fn what_can_be_meant_in_two_ways_is_not_read() {
        let rows = [
            "",
            "元",
            "万",
            "一万二",
            "一百二",
            "1万2",
            "12.345",
            "1,23",
            "1.2.3",
            "五六",
            "多少",
            "-5",
            "1.5元5角",
            "5万30000",
            "12a",
            "一万五亿",
            "百二",
        ];
        for typed in rows {
            assert_eq!(fen(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(typed in "[0-9零一二两三十百千万亿壹拾元角分整,.wk¥]{0,30}|\\PC{0,20}") {
            let amount = crate::Amount::typed(&typed);
            prop_assert!(amount.is_none_or(|amount| amount.aloud().ends_with(['元', '角', '分'])));
        }
    }
}
