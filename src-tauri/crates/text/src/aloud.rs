//! Numbers as a person says them on the phone.
//!
//! Digits of a card or a telephone are said one by one with 幺 for 1: on a line 一 and 七 sound alike, and bank and
//! telephone agents are taught 幺. In amounts and dates 1 stays 一, since a unit follows it.

/// Digits one by one, in the groups a person says them in, a blank between the groups; `None` unless all are digits.
///
/// A mobile number is said 3-4-4, an identity number 6-8-4, a card in fours; a single digit never stands alone.
#[must_use]
pub fn digits(digits: &str) -> Option<String> {
    let spoken: Vec<char> = digits.chars().map(digit).collect::<Option<_>>()?;
    let mut said = Vec::new();
    let mut rest = spoken.as_slice();
    for size in groups(spoken.len()) {
        let (group, after) = rest.split_at_checked(size)?;
        said.push(group.iter().collect::<String>());
        rest = after;
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn digit(c: char) -> Option<char> {
    let at = usize::try_from(c.to_digit(10)?).ok()?;
    "零幺二三四五六七八九".chars().nth(at)
}

fn groups(count: usize) -> Vec<usize> {
    match count {
        0 => Vec::new(),
        1..=5 => vec![count],
        6 => vec![3, 3],
        7 => vec![3, 4],
        10 => vec![3, 3, 4],
        11 => vec![3, 4, 4],
        18 => vec![6, 8, 4],
        _ => {
            let mut groups = vec![4; count / 4];
            match (count % 4, groups.last_mut()) {
                (0, _) => {}
                (1, Some(last)) => *last += 1,
                (left, _) => groups.push(left),
            }
            groups
        }
    }
}

/// The digits of a year one by one: 二〇二六. Without 幺: a year is read, not dictated.
#[must_use]
pub fn year(year: i32) -> String {
    let spoken = |c: char| match c.to_digit(10) {
        Some(digit) => usize::try_from(digit)
            .ok()
            .and_then(|at| "〇一二三四五六七八九".chars().nth(at))
            .unwrap_or(c),
        None => c,
    };
    year.to_string().chars().map(spoken).collect()
}

/// The number of a month or of a day in it, below 100: 十二, 二十. Without 两: 二月.
#[must_use]
pub fn ordinal(number: u8) -> String {
    write(u64::from(number), &Script::CALENDAR)
}

/// A whole number as it is said before 元: 两千零五, 十二万. Up to 万亿; zero is 零.
#[must_use]
pub fn whole(number: u64) -> String {
    write(number, &Script::SPOKEN)
}

/// A whole number in the capitals of financial papers: 壹仟零伍. Zero is 零.
#[must_use]
pub fn capitals(number: u64) -> String {
    write(number, &Script::CAPITALS)
}

/// A way to write numbers in words.
struct Script {
    digits: &'static str,
    /// 十, 百, 千.
    tens: [char; 3],
    /// 10 to 19 begin with 十 instead of 一十.
    bare_ten: bool,
    /// 2 is 两 where it counts what follows.
    pair: bool,
}

impl Script {
    const SPOKEN: Self = Self {
        digits: "零一二三四五六七八九",
        tens: ['十', '百', '千'],
        bare_ten: true,
        pair: true,
    };
    const CALENDAR: Self = Self {
        pair: false,
        ..Self::SPOKEN
    };
    const CAPITALS: Self = Self {
        digits: "零壹贰叁肆伍陆柒捌玖",
        tens: ['拾', '佰', '仟'],
        bare_ten: false,
        pair: false,
    };

    fn digit(&self, digit: u64) -> char {
        let at = usize::try_from(digit).unwrap_or_default();
        self.digits.chars().nth(at).unwrap_or('零')
    }
}

fn write(number: u64, script: &Script) -> String {
    if number == 0 {
        return script.digit(0).to_string();
    }
    words(number, true, script)
}

/// `leads`: nothing was said before it.
fn words(number: u64, leads: bool, script: &Script) -> String {
    for (unit, name) in [(100_000_000, '亿'), (10_000, '万')] {
        let (many, rest) = (number / unit, number % unit);
        if many == 0 {
            continue;
        }
        let mut said = words(many, leads, script);
        said.push(name);
        // A gap before what follows is said once, however many noughts it has.
        if rest > 0 && rest < unit / 10 {
            said.push(script.digit(0));
        }
        if rest > 0 {
            said.push_str(&words(rest, false, script));
        }
        return said;
    }
    section(number, leads, script)
}

/// A number from 1 to 9999.
fn section(number: u64, leads: bool, script: &Script) -> String {
    let [ten, hundred, thousand] = script.tens;
    let places = [
        (1000, Some(thousand)),
        (100, Some(hundred)),
        (10, Some(ten)),
        (1, None),
    ];
    let (mut said, mut gap) = (String::new(), false);
    for (unit, name) in places {
        let digit = number / unit % 10;
        if digit == 0 {
            gap = !said.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            said.push(script.digit(0));
        }
        let first = leads && said.is_empty();
        let bare = script.bare_ten && first && unit == 10 && digit == 1;
        let pair = script.pair && digit == 2 && (unit == 1000 || (first && unit != 10));
        match (bare, pair) {
            (true, _) => {}
            (_, true) => said.push('两'),
            _ => said.push(script.digit(digit)),
        }
        said.extend(name);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{capitals, digits, ordinal, whole, year};
    use proptest::prelude::*;

    #[test]
    fn digits_are_said_one_by_one_in_groups_with_yao_for_one() {
        let rows = [
            ("1234", "幺二三四"),
            ("95588", "九五五八八"),
            ("13812345678", "幺三八 幺二三四 五六七八"),
            ("4008001234", "四零零 八零零 幺二三四"),
            (
                "6222021234567890123",
                "六二二二 零二幺二 三四五六 七八九零 幺二三",
            ),
            (
                "110105199001011234",
                "幺幺零幺零五 幺九九零零幺零幺 幺二三四",
            ),
            ("123456789", "幺二三四 五六七八九"),
        ];
        for (typed, said) in rows {
            assert_eq!(digits(typed).as_deref(), Some(said));
        }
        assert_eq!(digits(""), None);
        assert_eq!(digits("12a4"), None);
    }

    #[test]
    fn whole_numbers_are_said_with_liang_where_two_counts() {
        let rows = [
            (0, "零"),
            (2, "两"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (22, "二十二"),
            (110, "一百一十"),
            (200, "两百"),
            (1222, "一千二百二十二"),
            (2005, "两千零五"),
            (10_010, "一万零一十"),
            (20_000, "两万"),
            (32_000, "三万两千"),
            (120_000, "十二万"),
            (100_002, "十万零二"),
            (107_000, "十万七千"),
            (200_000_000, "两亿"),
            (100_107_000, "一亿零一十万七千"),
            (1_000_000_000_000, "一万亿"),
        ];
        for (number, said) in rows {
            assert_eq!(whole(number), said);
        }
        assert_eq!(capitals(12), "壹拾贰");
        assert_eq!(capitals(20_000), "贰万");
    }

    #[test]
    fn calendars_are_read() {
        assert_eq!(year(2026), "二〇二六");
        assert_eq!(
            [2, 10, 12, 20, 31].map(ordinal).join(" "),
            "二 十 十二 二十 三十一"
        );
    }

    proptest! {
        #[test]
        fn groups_lose_no_digit_and_leave_none_alone(typed in "[0-9]{2,40}") {
            let said = digits(&typed).unwrap();
            prop_assert_eq!(said.chars().filter(|c| *c != ' ').count(), typed.len());
            prop_assert!(said.split(' ').all(|group| group.chars().count() > 1), "{said}");
        }

        #[test]
        fn any_text_is_digits_or_nothing(typed in "\\PC{0,20}") {
            prop_assert!(digits(&typed).is_none() || typed.chars().all(|c| c.is_ascii_digit()));
        }
    }
}
