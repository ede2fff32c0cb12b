//! An entry's standing in the words of the screen.

use crate::contract::StandingView;
use time::Date;
use yingda_content::entry::Entry;
use yingda_content::{BeijingTime, Standing};

/// From how many days before its end an entry is marked as ending.
const SOON: i64 = 30;

pub(crate) fn view(entry: &Entry, now: BeijingTime) -> StandingView {
    match Standing::of(entry, now) {
        Standing::Approved(_) => valid(entry, now),
        Standing::Expired(expired) => StandingView::Expired {
            on: expired.on.map(day),
        },
        Standing::Withdrawn => StandingView::Withdrawn,
        Standing::NotYet(from) => StandingView::NotYet {
            from: day(from.date()),
        },
        Standing::Unapproved => StandingView::Unapproved,
    }
}

fn valid(entry: &Entry, now: BeijingTime) -> StandingView {
    let left = entry
        .valid
        .until
        .map(|until| (until - now.date()).whole_days() + 1);
    match left
        .filter(|days| *days <= SOON)
        .and_then(|days| u32::try_from(days).ok())
    {
        Some(days) => StandingView::Ending { days },
        None => StandingView::Valid,
    }
}

/// A date as `YYYY-MM-DD`.
pub(crate) fn day(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}
