//! The test search: hits over the edited state, and where each stood before.

use super::place::number;
use crate::contract::{
    AppError, EntryRef, Movement, RankRule, RulePoints, SearchRequest, TrialHit, TrialSearch,
};
use crate::finding::{hit, outcome, reference};
use crate::snapshot::Snapshot;
use std::time::Instant;
use yingda_content::{BeijingTime, EntryId};
use yingda_search::{Habits, Outcome, Points};

/// Hits that are shown and compared.
const SHOWN: u32 = 20;

/// Searches both states for nobody in particular.
pub(super) fn search(
    base: &Snapshot,
    edited: &Snapshot,
    query: &str,
    now: BeijingTime,
) -> Result<TrialSearch, AppError> {
    let request = SearchRequest {
        text: query.to_owned(),
        limit: SHOWN,
        ..SearchRequest::default()
    };
    let ask = |snapshot: &Snapshot| outcome(snapshot, &Habits::default(), &request, None, now);
    let before = ids(&ask(base)?);
    let started = Instant::now();
    let after = ask(edited)?;
    let took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let shown = ids(&after);
    let gone = before.iter().filter(|id| !shown.contains(id));
    let hits = after
        .found
        .iter()
        .enumerate()
        .map(|(rank, found)| TrialHit {
            hit: hit(found, edited, now),
            movement: movement(&before, &found.entry.id, rank),
            points: found.points.iter().filter_map(points).collect(),
        });
    Ok(TrialSearch {
        hits: hits.collect(),
        gone: gone.filter_map(|id| named(base, id)).collect(),
        total: after.total,
        took_us,
        relaxed: after.relaxed.clone(),
    })
}

pub(super) fn named(snapshot: &Snapshot, id: &EntryId) -> Option<EntryRef> {
    snapshot.library.get(id).map(|entry| reference(entry))
}

fn ids(outcome: &Outcome) -> Vec<EntryId> {
    let ids = outcome.found.iter().map(|found| found.entry.id.clone());
    ids.collect()
}

fn movement(before: &[EntryId], id: &EntryId, rank: usize) -> Movement {
    match before.iter().position(|held| held == id) {
        None => Movement::New,
        Some(was) if was == rank => Movement::Same,
        Some(was) if was > rank => Movement::Up {
            by: number(was - rank),
        },
        Some(was) => Movement::Down {
            by: number(rank - was),
        },
    }
}

/// Rules that gave nothing are left out.
fn points(points: &Points) -> Option<RulePoints> {
    let rule = match points.rule {
        "coverage" => RankRule::Coverage,
        "likeness" => RankRule::Likeness,
        "meaning" => RankRule::Meaning,
        "answer" => RankRule::Answer,
        "name" => RankRule::Name,
        "places" => RankRule::Places,
        "kind" => RankRule::Kind,
        "standing" => RankRule::Standing,
        "pin" => RankRule::Pin,
        "use" => RankRule::Use,
        _ => return None,
    };
    let points = points.points;
    (points.abs() >= 0.05).then_some(RulePoints { rule, points })
}
