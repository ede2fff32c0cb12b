//! Moments as git keeps them: seconds since 1970.

use time::{OffsetDateTime, UtcOffset};
use yingda_content::BeijingTime;

/// The seconds of a moment.
pub(crate) fn seconds(at: BeijingTime) -> i64 {
    let beijing = UtcOffset::from_hms(8, 0, 0).unwrap_or(UtcOffset::UTC);
    at.reading().assume_offset(beijing).unix_timestamp()
}

/// The moment of these seconds; what no calendar holds counts as 1970.
pub(crate) fn moment(seconds: i64) -> BeijingTime {
    let instant = OffsetDateTime::from_unix_timestamp(seconds);
    BeijingTime::at(instant.unwrap_or(OffsetDateTime::UNIX_EPOCH))
}

#[cfg(test)]
mod tests {
    use super::{moment, seconds};
    use crate::fixture::act;

    #[test]
    fn a_moment_comes_back_as_it_was() {
        let at = act("").at;
        assert_eq!(moment(seconds(at)), at);
        assert_eq!(seconds(at), 1_777_599_000);
        assert_eq!(moment(i64::MAX), moment(0));
    }
}
