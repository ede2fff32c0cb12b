//! All judged queries over one state, part by part, so that a person sees how far it is and can stop.

use super::mark::Mark;
use super::moved::named;
use super::place::number;
use crate::contract::{
    BenchChange, BenchChangeKind, BenchClass, BenchMeasure, BenchQuery, BenchView,
};
use crate::judging::{LOOKED_AT, Measure, Tally};
use crate::snapshot::Snapshot;
use std::collections::BTreeMap;
use std::sync::Arc;
use yingda_content::judged::{Class, JudgedQuery};
use yingda_content::{BeijingTime, EntryId, Judged};
use yingda_search::{Asking, Habits, IndexError, Narrowing};

/// Queries of one part: well under a second on an old PC.
pub(super) const PART: usize = 40;
/// An expected entry among so many passes.
const PASSING: usize = 3;

/// A query that was run.
#[derive(Debug, Clone)]
pub(super) struct Ran {
    pub(super) judged: JudgedQuery,
    /// The place of the first expected entry, from 0, among the first ten.
    pub(super) rank: Option<usize>,
    first: Vec<EntryId>,
}

impl Ran {
    fn passes(&self) -> bool {
        passes(self.rank)
    }
}

fn passes(rank: Option<usize>) -> bool {
    rank.is_some_and(|rank| rank < PASSING)
}

/// A run that is under way or done.
#[derive(Debug)]
pub(super) struct Bench {
    snapshot: Arc<Snapshot>,
    judged: Judged,
    now: BeijingTime,
    /// Whether the state it runs over is the saved one.
    pub(super) saved: bool,
    pub(super) ran: Vec<Ran>,
}

impl Bench {
    /// Over a state, with the queries judged on their fixed day, or on `now` when the files name none.
    pub(super) fn new(
        snapshot: Arc<Snapshot>,
        judged: Judged,
        saved: bool,
        now: BeijingTime,
    ) -> Self {
        Self {
            now: judged.day.map_or(now, BeijingTime::start_of),
            snapshot,
            judged,
            saved,
            ran: Vec::new(),
        }
    }

    pub(super) fn total(&self) -> usize {
        self.judged.queries.len()
    }

    pub(super) fn is_done(&self) -> bool {
        self.ran.len() >= self.total()
    }

    /// Runs the next queries.
    pub(super) fn step(&mut self) -> Result<(), IndexError> {
        let next = self.judged.queries.iter().skip(self.ran.len()).take(PART);
        let mut ran = Vec::new();
        for judged in next {
            let outcome = self.snapshot.engine.ask(&Asking {
                typed: &judged.query,
                narrowing: &Narrowing::default(),
                page: 0..LOOKED_AT,
                now: self.now,
                habits: &Habits::default(),
                near: None,
            })?;
            let ids = || outcome.found.iter().map(|found| &found.entry.id);
            ran.push(Ran {
                rank: ids().position(|id| judged.expected.contains(id)),
                first: ids().take(PASSING).cloned().collect(),
                judged: judged.clone(),
            });
        }
        self.ran.extend(ran);
        Ok(())
    }

    /// How it came out, beside a mark.
    pub(super) fn view(&self, mark: Option<&Mark>) -> BenchView {
        let (mut tallies, mut hard) = (BTreeMap::<Class, Tally>::new(), Tally::default());
        for ran in &self.ran {
            if ran.judged.hard {
                hard.count(ran.rank);
            } else {
                tallies.entry(ran.judged.class).or_default().count(ran.rank);
            }
        }
        let failed = self
            .ran
            .iter()
            .filter(|ran| !ran.judged.hard && !ran.passes());
        let mut changes: Vec<BenchChange> = mark.map_or_else(Vec::new, |mark| {
            self.ran
                .iter()
                .filter_map(|ran| self.change(ran, mark))
                .collect()
        });
        changes.sort_by_key(|change| change.change);
        BenchView {
            classes: tallies
                .iter()
                .map(|(class, tally)| self.class(*class, tally))
                .collect(),
            hard: measure(&hard.measure()),
            failed: failed.map(|ran| self.query(ran)).collect(),
            changes,
            mark: mark.map(Mark::view),
        }
    }

    fn class(&self, class: Class, tally: &Tally) -> BenchClass {
        let measured = tally.measure();
        let floor = self.judged.floors.get(&class);
        BenchClass {
            class: class.as_str().to_owned(),
            measure: measure(&measured),
            floor: floor.map(|floor| (floor.hit_at_1, floor.hit_at_3)),
            below: floor.is_some_and(|floor| {
                measured.hit_at_1 < floor.hit_at_1 || measured.hit_at_3 < floor.hit_at_3
            }),
        }
    }

    fn change(&self, ran: &Ran, mark: &Mark) -> Option<BenchChange> {
        let before = mark.rank(ran)?;
        let change = match (passes(before), ran.passes()) {
            (true, false) => BenchChangeKind::NewlyFailing,
            (false, true) => BenchChangeKind::NewlyPassing,
            _ if before == ran.rank => return None,
            _ => BenchChangeKind::Moved,
        };
        Some(BenchChange {
            query: self.query(ran),
            before: before.map(|rank| number(rank + 1)),
            change,
        })
    }

    fn query(&self, ran: &Ran) -> BenchQuery {
        let names = |ids: &[EntryId]| {
            let names = ids.iter().filter_map(|id| named(&self.snapshot, id));
            names.collect()
        };
        BenchQuery {
            query: ran.judged.query.clone(),
            class: ran.judged.class.as_str().to_owned(),
            hard: ran.judged.hard,
            file: ran.judged.file.clone(),
            rank: ran.rank.map(|rank| number(rank + 1)),
            expected: names(&ran.judged.expected),
            found: names(&ran.first),
        }
    }
}

fn measure(measure: &Measure) -> BenchMeasure {
    BenchMeasure {
        queries: measure.queries,
        hit_at_1: measure.hit_at_1,
        hit_at_3: measure.hit_at_3,
    }
}
