//! Judged queries: running them all and measuring what comes back.

use crate::contract::ProblemView;
use crate::meaning::Meaning;
use crate::problems::problem_view;
use crate::snapshot::Snapshot;
use std::collections::BTreeMap;
use std::path::Path;
use yingda_content::judged::{Class, JudgedQuery};
use yingda_content::{BeijingTime, EntryId, load_judged};
use yingda_search::{Asking, Habits, IndexError, Narrowing};

/// Hits looked at for each query.
pub(crate) const LOOKED_AT: usize = 10;

/// How a set of queries came out.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measure {
    /// Queries that count.
    pub queries: u32,
    /// Share whose best expected entry is first.
    pub hit_at_1: f64,
    /// Share with an expected entry among the first three.
    pub hit_at_3: f64,
    /// Mean of 1 / rank of the first expected entry, over the first ten.
    pub mrr: f64,
}

/// A query that found no expected entry among the first three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// The query.
    pub query: String,
    /// Where it stands, as `file:line`.
    pub at: String,
    /// The ids of the entries that answer it.
    pub expected: Vec<String>,
    /// The ids that came first instead, up to three.
    pub found: Vec<String>,
}

impl Miss {
    fn of(judged: &JudgedQuery, found: &[&EntryId]) -> Self {
        Self {
            query: judged.query.clone(),
            at: format!("{}:{}", judged.file, judged.line),
            expected: judged.expected.iter().map(ToString::to_string).collect(),
            found: found.iter().take(3).map(ToString::to_string).collect(),
        }
    }
}

/// All classes, with what was missed.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// What is wrong with the files of judged queries.
    pub problems: Vec<ProblemView>,
    /// By class, queries marked `hard` left out.
    pub classes: BTreeMap<Class, Measure>,
    /// Those marked `hard`, whatever their class.
    pub hard: Measure,
    /// The misses of queries not marked `hard`.
    pub misses: Vec<Miss>,
    /// Classes below their floor.
    pub below: Vec<Class>,
}

/// Ranks as they are counted.
#[derive(Default)]
pub(crate) struct Tally {
    queries: u32,
    first: u32,
    three: u32,
    reciprocal: f64,
}

impl Tally {
    pub(crate) fn count(&mut self, rank: Option<usize>) {
        self.queries += 1;
        self.first += u32::from(rank == Some(0));
        self.three += u32::from(rank.is_some_and(|rank| rank < 3));
        #[expect(clippy::cast_precision_loss, reason = "a rank below ten")]
        let reciprocal = rank
            .filter(|rank| *rank < 10)
            .map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0));
        self.reciprocal += reciprocal;
    }

    pub(crate) fn measure(&self) -> Measure {
        let all = f64::from(self.queries.max(1));
        Measure {
            queries: self.queries,
            hit_at_1: f64::from(self.first) / all,
            hit_at_3: f64::from(self.three) / all,
            mrr: self.reciprocal / all,
        }
    }
}

/// Runs all judged queries of a library's folder, by words alone or by meaning too, on their fixed day (or on `otherwise`, when the files name none).
///
/// # Errors
/// When the index can't be read.
pub fn judge(
    snapshot: &Snapshot,
    folder: &Path,
    meaning: Option<&Meaning>,
    otherwise: BeijingTime,
) -> Result<Judgement, IndexError> {
    let judged = load_judged(folder, &snapshot.library);
    let now = judged.day.map_or(otherwise, BeijingTime::start_of);
    let mut tallies: BTreeMap<Class, Tally> = BTreeMap::new();
    let mut hard = Tally::default();
    let mut misses = Vec::new();
    for query in &judged.queries {
        let near = meaning.map(|meaning| meaning.near(&query.query));
        let outcome = snapshot.engine.ask(&Asking {
            typed: &query.query,
            narrowing: &Narrowing::default(),
            page: 0..LOOKED_AT,
            now,
            habits: &Habits::default(),
            near: near.as_ref(),
        })?;
        let ids: Vec<&EntryId> = outcome.found.iter().map(|f| &f.entry.id).collect();
        let rank = ids.iter().position(|id| query.expected.contains(id));
        if query.hard {
            hard.count(rank);
            continue;
        }
        tallies.entry(query.class).or_default().count(rank);
        if rank.is_none_or(|rank| rank >= 3) {
            misses.push(Miss::of(query, &ids));
        }
    }
    let classes: BTreeMap<Class, Measure> = tallies
        .iter()
        .map(|(class, tally)| (*class, tally.measure()))
        .collect();
    let below = judged.floors.iter().filter(|(class, floor)| {
        let measure = classes.get(class).copied().unwrap_or_default();
        measure.hit_at_1 < floor.hit_at_1 || measure.hit_at_3 < floor.hit_at_3
    });
    let below = below.map(|(class, _)| *class).collect();
    Ok(Judgement {
        problems: judged.problems.iter().map(problem_view).collect(),
        classes,
        hard: hard.measure(),
        misses,
        below,
    })
}
