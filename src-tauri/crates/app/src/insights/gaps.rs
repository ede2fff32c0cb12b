//! Gaps with the entry each comes nearest to.

use super::moment;
use crate::contract::{EntryRef, GapView, SearchRequest};
use crate::finding::{reference, search_by};
use crate::meaning::Meaning;
use crate::snapshot::Snapshot;
use yingda_content::BeijingTime;
use yingda_desk::Gap;
use yingda_desk::masking::MASK;

const DAY: i64 = 24 * 60 * 60;
/// For so many gaps, the most frequent, the nearest entry is looked up.
const LOOKED_UP: usize = 200;

pub(super) fn views(
    gaps: &[Gap],
    snapshot: &Snapshot,
    meaning: Option<&Meaning>,
    now: BeijingTime,
) -> Vec<GapView> {
    let today = BeijingTime::start_of(now.date())
        .reading()
        .assume_utc()
        .unix_timestamp();
    let view = |(at, gap): (usize, &Gap)| {
        let alias = alias_of(&gap.words);
        let nearest = if at < LOOKED_UP {
            nearest(&alias, snapshot, meaning, now)
        } else {
            None
        };
        GapView {
            words: gap.words.clone(),
            alias,
            failed: gap.failed,
            relaxed: gap.relaxed,
            retyped: gap.retyped,
            slow: gap.slow,
            first: moment(gap.first),
            last: moment(gap.last),
            days_ago: u32::try_from((today - gap.last).div_euclid(DAY) + 1).unwrap_or(0),
            nearest,
        }
    };
    gaps.iter().enumerate().map(view).collect()
}

/// The words without marks and blanks: what a customer would say.
pub(crate) fn alias_of(words: &str) -> String {
    let is_kept = |c: &char| *c != MASK;
    let kept: String = words.chars().filter(is_kept).collect();
    kept.trim().to_owned()
}

/// The first hit, by words and meaning.
fn nearest(
    text: &str,
    snapshot: &Snapshot,
    meaning: Option<&Meaning>,
    now: BeijingTime,
) -> Option<EntryRef> {
    let request = SearchRequest {
        text: text.to_owned(),
        limit: 1,
        ..SearchRequest::default()
    };
    // A gap that can't be searched for is shown without an entry.
    let found = search_by(snapshot, &request, meaning, now).ok()?;
    let first = found.hits.first()?;
    snapshot.entry(&first.id).map(|entry| reference(entry))
}

#[cfg(test)]
mod tests {
    use super::alias_of;

    #[test]
    fn an_alias_holds_no_marks() {
        assert_eq!(alias_of("尾号※没到账"), "尾号没到账");
        assert_eq!(alias_of("※etc 挂失※"), "etc 挂失");
        assert_eq!(alias_of("※"), "");
    }
}
