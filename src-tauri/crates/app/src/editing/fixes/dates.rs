//! Days as people write them.

/// The day, or moment, that was meant, as front matter writes it: `2026年5月1日`, `2026/5/1`, `20260501` are
/// 2026-05-01, `2026-5-1 9:00` is 2026-05-01T09:00 where a time may follow. `None` when it can't be told.
pub(super) fn meant(text: &str, with_time: bool) -> Option<String> {
    let text = yingda_text::fold(text).text();
    let (day, clock) = match text.split_once(['t', 'T', ' ']) {
        Some((day, clock)) => (day, Some(clock.trim())),
        None => (text.as_str(), None),
    };
    let day = day_of(day)?;
    match clock {
        None | Some("") => Some(day),
        Some(clock) if with_time => Some(format!("{day}T{}", clock_of(clock)?)),
        Some(_) => None,
    }
}

fn day_of(text: &str) -> Option<String> {
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => [*year, *month, *day],
        [one] if one.len() == 8 => [one.get(..4)?, one.get(4..6)?, one.get(6..)?],
        _ => return None,
    };
    let (month, of_month): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let month_name = time::Month::try_from(month).ok()?;
    time::Date::from_calendar_date(year.parse().ok()?, month_name, of_month).ok()?;
    Some(format!("{year}-{month:02}-{of_month:02}"))
}

fn clock_of(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    time::Time::from_hms(hour, minute, 0).ok()?;
    Some(format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_day_is_understood_however_it_is_written() {
        for text in [
            "2026年5月1日",
            "2026/5/1",
            "2026.05.01",
            "20260501",
            "２０２６－５－１",
        ] {
            assert_eq!(meant(text, false).as_deref(), Some("2026-05-01"), "{text}");
        }
        assert_eq!(
            meant("2026-5-1 9:00", true).as_deref(),
            Some("2026-05-01T09:00")
        );
    }

    #[test]
    fn what_no_calendar_has_is_not_guessed_at() {
        for text in [
            "2026-02-30",
            "五月一日",
            "26-5-1",
            "2026-05",
            "2026-05-01 09:00",
            "",
        ] {
            assert_eq!(meant(text, false), None, "{text}");
        }
    }
}
