//! One number in a text: groups of digits with single marks between them, and what kind of number that can be.

use super::{LONG, is_digit};

/// Words behind a number, or signs before it, that make it an amount.
const MONEY: [&str; 7] = ["元", "块", "万", "亿", "人民币", "美元", "％"];
const SIGNS: &str = "¥￥$€";
/// The longest amount in digits before the point; longer ones are more likely an account.
const LONGEST_AMOUNT: usize = 9;
/// From so many digits on, groups with marks between them are one number of a customer.
const LONG_IN_GROUPS: usize = 11;

/// A number as typed.
#[derive(Debug)]
pub(super) struct Token<'a> {
    chars: &'a [char],
    start: usize,
    /// Groups of digits, as places among the characters.
    groups: Vec<(usize, usize)>,
    /// Behind its last character.
    pub(super) end: usize,
    /// It ends with the X of an identity number.
    with_x: bool,
}

/// The number that begins at a digit.
pub(super) fn next_token(chars: &[char], start: usize) -> Token<'_> {
    let mut groups = vec![(start, end_of_digits(chars, start))];
    let mut end = end_of_digits(chars, start);
    // A date is a number of its own, whatever follows it.
    while !is_date(chars, &groups) {
        let gap = marks(chars, end);
        let next = end + gap;
        if gap == 0 || !chars.get(next).is_some_and(|c| is_digit(*c)) {
            break;
        }
        end = end_of_digits(chars, next);
        groups.push((next, end));
    }
    let digits: usize = groups.iter().map(|(from, to)| to - from).sum();
    let with_x = digits == 17 && chars.get(end).is_some_and(|c| "xXｘＸ×".contains(*c));
    Token {
        chars,
        start,
        groups,
        end: end + usize::from(with_x),
        with_x,
    }
}

fn end_of_digits(chars: &[char], from: usize) -> usize {
    from + chars
        .iter()
        .skip(from)
        .take_while(|c| is_digit(**c))
        .count()
}

/// How many marks stand between two groups of one number: blanks, dashes, points, nothing that can be seen. 0 when
/// something else, or more, stands there.
fn marks(chars: &[char], from: usize) -> usize {
    let mark = |c: &char| {
        c.is_whitespace() && *c != '\n'
            || "-‐‑‒–—―−－_.．·•,，'’*\\/()（）+".contains(*c)
            || matches!(
                *c,
                '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' | '\u{20e3}'
            )
    };
    let count = chars.iter().skip(from).take_while(|c| mark(c)).count();
    if count <= 3 { count } else { 0 }
}

fn is_date(chars: &[char], groups: &[(usize, usize)]) -> bool {
    let [year, month, day] = groups else {
        return false;
    };
    let of = |(from, to): (usize, usize)| value(chars.get(from..to)?);
    let length = |(from, to): (usize, usize)| to - from;
    length(*year) == 4
        && (1..=2).contains(&length(*month))
        && (1..=2).contains(&length(*day))
        && is_day(of(*year), of(*month), of(*day))
}

fn is_day(year: Option<u64>, month: Option<u64>, day: Option<u64>) -> bool {
    year.is_some_and(|year| (1900..2100).contains(&year))
        && month.is_some_and(|month| (1..=12).contains(&month))
        && day.is_some_and(|day| (1..=31).contains(&day))
}

/// The value of plain digits, ASCII or full width.
fn value(digits: &[char]) -> Option<u64> {
    digits
        .iter()
        .try_fold(0_u64, |sum, c| sum.checked_mul(10)?.checked_add(digit(*c)?))
}

fn digit(c: char) -> Option<u64> {
    let narrow = match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0)?,
        other => other,
    };
    narrow.to_digit(10).map(u64::from)
}

impl Token<'_> {
    fn digits(&self) -> impl Iterator<Item = char> {
        let of = |(from, to): &(usize, usize)| self.chars.get(*from..*to).unwrap_or_default();
        self.groups.iter().flat_map(of).copied()
    }

    fn count(&self) -> usize {
        self.groups.iter().map(|(from, to)| to - from).sum()
    }

    pub(super) fn as_typed(&self) -> String {
        let typed = self.chars.get(self.start..self.end);
        typed.unwrap_or_default().iter().collect()
    }

    /// Whether it is long enough to say something about a customer.
    pub(super) fn is_long(&self) -> bool {
        self.groups.iter().any(|(from, to)| to - from >= LONG)
            || (self.count() >= LONG_IN_GROUPS && !self.is_service_number())
    }

    /// 400-810-8888 and 800 numbers are those of firms.
    fn is_service_number(&self) -> bool {
        let first: String = self.digits().take(3).collect();
        self.count() <= 10 && (first == "400" || first == "800")
    }

    /// Cards (12 to 19 digits) and mobile telephones keep the last four digits; identity numbers do not.
    pub(super) fn keeps_four(&self) -> bool {
        if self.with_x || self.is_identity() {
            return false;
        }
        let plain: Option<Vec<u64>> = self.digits().map(digit).collect();
        let mobile = match plain.as_deref() {
            Some([1, second, ..]) => self.count() == 11 && *second >= 3,
            Some([8, 6, 1, ..]) => self.count() == 13,
            _ => false,
        };
        mobile || (12..=19).contains(&self.count())
    }

    /// 18 digits, or 15, with a day of birth where identity numbers have it.
    fn is_identity(&self) -> bool {
        let plain: Vec<char> = self.digits().collect();
        let of = |from: usize, to: usize| plain.get(from..to).and_then(value);
        match plain.len() {
            18 => is_day(of(6, 10), of(10, 12), of(12, 14)),
            15 => is_day(Some(1950), of(8, 10), of(10, 12)),
            _ => false,
        }
    }

    pub(super) fn last_four(&self) -> String {
        let digits: Vec<char> = self.digits().collect();
        digits.iter().skip(digits.len().saturating_sub(4)).collect()
    }

    /// Money: it says so before or behind it, or has cents; or it is written in thousands.
    pub(super) fn is_amount(&self) -> bool {
        let length = |(from, to): &(usize, usize)| to - from;
        let plain = self.digits().all(|c| digit(c).is_some());
        if !plain || self.with_x || self.groups.iter().any(|g| length(g) > LONGEST_AMOUNT) {
            return false;
        }
        let thousands = self.count() <= 12 && self.is_in_thousands();
        thousands || (self.says_money() && self.groups.len() <= 2 && self.is_point_or_range())
    }

    fn says_money(&self) -> bool {
        let behind: String = self.chars.iter().skip(self.end).take(4).collect();
        let behind = behind.trim_start();
        let before = self.start.checked_sub(1).and_then(|at| self.chars.get(at));
        MONEY.iter().any(|word| behind.starts_with(word))
            || before.is_some_and(|c| SIGNS.contains(*c))
    }

    /// One group, one with cents behind a point, or two amounts with a dash between them.
    fn is_point_or_range(&self) -> bool {
        let [(_, first), (second, end)] = self.groups.as_slice() else {
            return true;
        };
        match self.chars.get(*first..*second) {
            Some(['.' | '．']) => end - second <= 2,
            Some([mark]) => "-–—－".contains(*mark),
            _ => false,
        }
    }

    /// 1,234,567 or 1,234,567.89.
    fn is_in_thousands(&self) -> bool {
        let mark = |one: &(usize, usize), other: &(usize, usize)| {
            self.chars
                .get(one.1..other.0)
                .and_then(|marks| match marks {
                    [mark] => Some(*mark),
                    _ => None,
                })
        };
        let mut pairs = self
            .groups
            .iter()
            .zip(self.groups.iter().skip(1))
            .peekable();
        let mut commas = 0;
        while let Some((one, other)) = pairs.next() {
            let length = other.1 - other.0;
            match mark(one, other) {
                Some(',') if length == 3 => commas += 1,
                Some('.') if length <= 2 && pairs.peek().is_none() => {}
                _ => return false,
            }
        }
        let first = self.groups.first().map_or(0, |(from, to)| to - from);
        commas > 0 && first <= 3
    }

    /// Long groups written with a comma before each three digits.
    pub(super) fn in_thousands(&self) -> String {
        let mut out = String::new();
        let mut at = self.start;
        for (from, to) in &self.groups {
            out.extend(self.chars.get(at..*from).unwrap_or_default());
            let length = to - from;
            for (number, c) in self.chars.iter().skip(*from).take(length).enumerate() {
                if length >= LONG && number > 0 && (length - number).is_multiple_of(3) {
                    out.push(',');
                }
                out.push(*c);
            }
            at = *to;
        }
        out
    }

    /// 20261122, written 2026-11-22.
    pub(super) fn date_in_one(&self) -> Option<String> {
        let [(from, to)] = self.groups.as_slice() else {
            return None;
        };
        let digits = self.chars.get(*from..*to)?;
        let (year, rest) = digits.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let is_date = day.len() == 2 && is_day(value(year), value(month), value(day));
        let text = |part: &[char]| part.iter().collect::<String>();
        is_date.then(|| format!("{}-{}-{}", text(year), text(month), text(day)))
    }
}
