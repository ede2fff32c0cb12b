//! Beijing time, the only time an entry knows.

use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcOffset};

/// A moment on the wall clock in Beijing (UTC+8, no daylight saving).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BeijingTime(PrimitiveDateTime);

impl BeijingTime {
    /// The Beijing wall clock at an instant given in any offset.
    #[must_use]
    pub fn at(instant: OffsetDateTime) -> Self {
        let offset = UtcOffset::from_hms(8, 0, 0).unwrap_or(UtcOffset::UTC);
        let local = instant.to_offset(offset);
        Self(PrimitiveDateTime::new(local.date(), local.time()))
    }

    /// Midnight at the start of a day.
    #[must_use]
    pub fn start_of(day: Date) -> Self {
        Self(PrimitiveDateTime::new(day, time::Time::MIDNIGHT))
    }

    /// A wall-clock reading as written in an entry (`valid.from`).
    #[must_use]
    pub fn wall(reading: PrimitiveDateTime) -> Self {
        Self(reading)
    }

    /// The day on the calendar.
    #[must_use]
    pub fn date(self) -> Date {
        self.0.date()
    }

    /// The wall-clock reading.
    #[must_use]
    pub fn reading(self) -> PrimitiveDateTime {
        self.0
    }
}
