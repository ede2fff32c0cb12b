//! What has to be looked at: entries to be reviewed, and those whose validity ends or ended.

use crate::contract::{DueView, DueWhy};
use crate::finding::reference;
use crate::snapshot::Snapshot;
use crate::standing::day;
use time::Date;
use yingda_content::entry::{Entry, Status};

/// How many days before its day an entry is told.
const AHEAD: i64 = 30;

/// The most overdue first. What was withdrawn or retired needs nobody.
pub(super) fn views(snapshot: &Snapshot, today: Date) -> Vec<DueView> {
    let entries = snapshot.library.entries().iter();
    let current =
        entries.filter(|entry| !matches!(entry.status, Status::Withdrawn | Status::Retired));
    let mut due: Vec<DueView> = current.filter_map(|entry| view(entry, today)).collect();
    due.sort_by(|a, b| {
        a.days
            .cmp(&b.days)
            .then_with(|| a.entry.id.cmp(&b.entry.id))
    });
    due
}

/// The earlier of its two days, when that is near.
fn view(entry: &Entry, today: Date) -> Option<DueView> {
    let review = entry.review_by.map(|on| (on, DueWhy::Review));
    let ends = entry.valid.until.map(|on| (on, DueWhy::Ends));
    let (on, why) = review.into_iter().chain(ends).min_by_key(|(on, _)| *on)?;
    let days = (on - today).whole_days();
    (days <= AHEAD).then(|| DueView {
        entry: reference(entry),
        file: entry.file.clone(),
        owner: entry.owner.clone(),
        why,
        on: day(on),
        days: i32::try_from(days).unwrap_or(i32::MIN),
    })
}
