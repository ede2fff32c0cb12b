//! A day as a person types it, and as it is written and read aloud.

use time::{Date, Duration, Month};
use yingda_text::{aloud, fold};

/// Reads a day: 2026-05-01, 20260501, 2026年5月1日, 5.1, 5月1日, 五月一日, 明天, 下周一.
///
/// Without a year the nearest such day is meant; the year is shown before anything is copied. `None` for what could be
/// several days (周五, 25号, 月底).
pub(super) fn typed(text: &str, today: Date) -> Option<Date> {
    let plain: String = fold(text).chars().iter().filter(|c| **c != ' ').collect();
    near(&plain, today)
        .or_else(|| in_characters(&plain, today))
        .or_else(|| in_figures(&plain, today))
}

/// Whether `text` names a time in words that are said as they stand: 三个工作日内. An impossible date does not.
pub(super) fn in_words(text: &str) -> bool {
    let plain = fold(text).text();
    let a_date = plain
        .chars()
        .all(|c| c.is_ascii_digit() || "年月日号-/.".contains(c));
    !a_date && plain.contains(['日', '号', '天', '周'])
}

/// 2026年5月1日.
pub(super) fn written(day: Date) -> String {
    let (year, month) = (day.year(), u8::from(day.month()));
    format!("{year}年{month}月{}日", day.day())
}

/// 2026年5月1日 星期五.
pub(super) fn with_weekday(day: Date) -> String {
    let names = ["一", "二", "三", "四", "五", "六", "日"];
    let at = usize::from(day.weekday().number_days_from_monday());
    let name = names.get(at).copied().unwrap_or_default();
    format!("{} 星期{name}", written(day))
}

/// 二〇二六年五月一日.
pub(super) fn aloud(day: Date) -> String {
    let (year, month) = (aloud::year(day.year()), u8::from(day.month()));
    format!(
        "{year}年{}月{}日",
        aloud::ordinal(month),
        aloud::ordinal(day.day())
    )
}

/// 明天, 下周一.
fn near(text: &str, today: Date) -> Option<Date> {
    let days = match text {
        "今天" | "今日" => 0,
        "明天" | "明日" => 1,
        "后天" => 2,
        "大后天" => 3,
        "昨天" | "昨日" => -1,
        "前天" => -2,
        _ => return weekday(text, today),
    };
    today.checked_add(Duration::days(days))
}

/// 下周一, 本星期五, 上礼拜天: weeks begin on Monday. A weekday alone may be this week's or the next.
fn weekday(text: &str, today: Date) -> Option<Date> {
    let (which, rest) = [("下", 1), ("本", 0), ("这", 0), ("上", -1)]
        .iter()
        .find_map(|(word, weeks)| Some((*weeks, text.strip_prefix(word)?)))?;
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    let name = ["周", "星期", "礼拜"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?;
    let number = match name {
        "天" => 6,
        _ => ["一", "二", "三", "四", "五", "六", "日"]
            .iter()
            .position(|known| *known == name)?,
    };
    let since_monday = i64::from(today.weekday().number_days_from_monday());
    let ahead = which * 7 + i64::try_from(number).ok()? - since_monday;
    today.checked_add(Duration::days(ahead))
}

/// 2026年5月1日, 5月1号, 二〇二六年五月一日.
fn in_characters(text: &str, today: Date) -> Option<Date> {
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (Some(year_of(year)?), rest),
        None => (None, text),
    };
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_suffix(['日', '号']).unwrap_or(day);
    dated(year, small(month)?, small(day)?, today)
}

fn year_of(text: &str) -> Option<i32> {
    let digit = |c: char| {
        let words = "〇一二三四五六七八九".chars().position(|known| known == c);
        let zero = (c == '零').then_some(0);
        c.to_digit(10)
            .or_else(|| u32::try_from(words.or(zero)?).ok())
            .and_then(|digit| char::from_digit(digit, 10))
    };
    let digits: String = text.chars().map(digit).collect::<Option<_>>()?;
    (digits.len() == 4).then(|| digits.parse().ok())?
}

/// 1 to 31 in digits or words.
fn small(text: &str) -> Option<u8> {
    let in_digits = text.parse().ok();
    in_digits.or_else(|| (1..=31).find(|number| aloud::ordinal(*number) == text))
}

/// 2026-05-01, 2026/5/1, 20260501, 5.1.
fn in_figures(text: &str, today: Date) -> Option<Date> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return dated(
            year.parse().ok(),
            month.parse().ok()?,
            day.parse().ok()?,
            today,
        );
    }
    let separator = ['-', '/', '.']
        .into_iter()
        .find(|mark| text.contains(*mark))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let year = |text: &str| (text.len() == 4).then(|| text.parse().ok())?;
    match parts.as_slice() {
        [years, month, day] => dated(
            Some(year(years)?),
            month.parse().ok()?,
            day.parse().ok()?,
            today,
        ),
        [month, day] => dated(None, month.parse().ok()?, day.parse().ok()?, today),
        _ => None,
    }
}

/// The day, or without a year the nearest one.
fn dated(year: Option<i32>, month: u8, day: u8, today: Date) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    if let Some(year) = year {
        return Date::from_calendar_date(year, month, day).ok();
    }
    let years = [today.year() + 1, today.year(), today.year() - 1];
    let days = years
        .into_iter()
        .filter_map(|year| Date::from_calendar_date(year, month, day).ok());
    days.min_by_key(|day| (*day - today).whole_days().abs())
}

#[cfg(test)]
mod tests {
    use super::{aloud, typed, with_weekday, written};
    use time::macros::date;
    use time::{Date, Duration};

    /// A Sunday.
    const TODAY: Date = date!(2026 - 11 - 22);

    #[test]
    fn days_are_read_in_every_common_writing() {
        let rows = [
            ("2026-05-01", date!(2026 - 05 - 01)),
            ("2026/5/1", date!(2026 - 05 - 01)),
            ("2026.5.1", date!(2026 - 05 - 01)),
            ("20260501", date!(2026 - 05 - 01)),
            ("２０２６年５月１日", date!(2026 - 05 - 01)),
            ("2026 年 5 月 1 号", date!(2026 - 05 - 01)),
            ("二零二六年十二月三十一日", date!(2026 - 12 - 31)),
            ("12.5", date!(2026 - 12 - 05)),
            ("1/5", date!(2027 - 01 - 05)),
            ("10月8日", date!(2026 - 10 - 08)),
            ("十月八号", date!(2026 - 10 - 08)),
            ("今天", date!(2026 - 11 - 22)),
            ("明天", date!(2026 - 11 - 23)),
            ("前天", date!(2026 - 11 - 20)),
            ("下周一", date!(2026 - 11 - 23)),
            ("本周五", date!(2026 - 11 - 20)),
            ("下个星期天", date!(2026 - 11 - 29)),
            ("上礼拜三", date!(2026 - 11 - 11)),
        ];
        for (text, day) in rows {
            assert_eq!(typed(text, TODAY), Some(day), "{text}");
        }
    }

    #[test]
    fn what_could_be_several_days_or_none_is_not_read() {
        for text in [
            "",
            "周五",
            "25号",
            "月底",
            "2月30日",
            "2026-13-01",
            "2026-5",
            "5",
            "明",
            "下周",
            "26.5.1",
            "9999999",
        ] {
            assert_eq!(typed(text, TODAY), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        // Every day of four years, one of them a leap year; and the ends of what a year can be.
        for ahead in 0..1461 {
            let day = date!(2026 - 01 - 01) + Duration::days(ahead);
            for text in [written(day), aloud(day), day.to_string()] {
                assert_eq!(typed(&text, TODAY), Some(day), "{text}");
            }
        }
        assert_eq!(typed("9999-12-31", TODAY), Some(date!(9999 - 12 - 31)));
    }

    #[test]
    fn a_leap_day_without_a_year_is_the_nearest_there_is() {
        assert_eq!(
            typed("2.29", date!(2027 - 06 - 01)),
            Some(date!(2028 - 02 - 29))
        );
        assert_eq!(typed("2.29", TODAY), None);
    }

    #[test]
    fn the_weekday_stands_beside_the_day() {
        assert_eq!(with_weekday(TODAY), "2026年11月22日 星期日");
    }
}
