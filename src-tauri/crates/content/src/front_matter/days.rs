//! Days and moments as front matter writes them.

use crate::clock::BeijingTime;
use time::{Date, Month, PrimitiveDateTime, Time};

/// Reads `YYYY-MM-DD`; `None` for a day that no calendar has.
pub(crate) fn parse_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let month = Month::try_from(month).ok()?;
    if parts.next().is_some() {
        return None;
    }
    Date::from_calendar_date(i32::from(year), month, day).ok()
}

/// Reads `YYYY-MM-DDTHH:MM` or a day, which means its midnight.
pub(super) fn parse_moment(text: &str) -> Option<BeijingTime> {
    let Some((day, clock)) = text.split_once('T') else {
        return parse_day(text).map(BeijingTime::start_of);
    };
    let (hour, minute) = clock.split_once(':')?;
    let hour = u8::try_from(digits(hour, 2)?).ok()?;
    let minute = u8::try_from(digits(minute, 2)?).ok()?;
    let time = Time::from_hms(hour, minute, 0).ok()?;
    Some(BeijingTime::wall(PrimitiveDateTime::new(
        parse_day(day)?,
        time,
    )))
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let shape = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    shape.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar_are_read_and_no_others() {
        assert!(parse_day("2028-02-29").is_some());
        for wrong in [
            "2026-02-30",
            "2026-2-3",
            "2026-13-01",
            "2026-01-01-01",
            "20260101",
            "+026-01-01",
            "",
            "二〇二六",
        ] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_is_its_midnight() {
        assert_eq!(parse_moment("2026-05-01"), parse_moment("2026-05-01T00:00"));
        assert!(parse_moment("2026-05-01T24:00").is_none());
        assert!(parse_moment("2026-05-01 09:00").is_none());
    }
}
