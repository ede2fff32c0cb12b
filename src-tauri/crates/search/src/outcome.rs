//! What a search found.

use crate::found::Found;
use crate::narrowing::Narrowed;
use crate::relax::Rung;
use std::collections::HashMap;
use yingda_content::{Entry, Stage};

/// What a search found.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The hits of the page, best first, narrowed.
    pub found: Vec<Found>,
    /// How many hits there are after narrowing.
    pub total: u32,
    /// How many of each kind, in the order of `Kind::ALL`, narrowed by everything but the kind.
    pub counts: [u32; 6],
    /// How many expired or withdrawn ones there are, whether they are left out or not.
    pub expired: u32,
    /// Words of the query that the best hit does not hold.
    pub relaxed: Vec<String>,
    /// How the query was relaxed; empty when it matched as typed.
    pub ladder: Vec<Rung>,
    /// Words of the query that find something alone, when the whole does not.
    pub suggestions: Vec<String>,
    /// The query with its misheard or mistyped words set right, when that found something.
    pub meant: Option<String>,
    /// Titles and aliases that go on as the query does, or say what its letters spell; the most used first.
    pub completions: Vec<String>,
    /// What the result can be narrowed by, with counts.
    pub facets: Facets,
}

/// What a result can be narrowed by besides kind: names with how many hits each leaves, most first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Tags.
    pub tags: Vec<(String, u32)>,
    /// Products.
    pub products: Vec<(String, u32)>,
    /// Stages of a call, in their order.
    pub stages: Vec<(Stage, u32)>,
}

/// A result with more hits than this is not counted through: nobody narrows what they have only begun to type.
const COUNTED: usize = 2_000;
/// Names of each facet.
const NAMED: usize = 8;

impl Facets {
    pub(crate) fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let entries: Vec<&Entry> = entries.take(COUNTED + 1).collect();
        if entries.len() > COUNTED {
            return Self::default();
        }
        let stages = Stage::ALL.into_iter().map(|stage| {
            let held = entries
                .iter()
                .filter(|entry| entry.stage == Some(stage))
                .count();
            (stage, u32::try_from(held).unwrap_or(u32::MAX))
        });
        Self {
            tags: most_held(entries.iter().flat_map(|entry| &entry.tags)),
            products: most_held(entries.iter().flat_map(|entry| &entry.product)),
            stages: stages.filter(|(_, held)| *held > 0).collect(),
        }
    }
}

fn most_held<'a>(names: impl Iterator<Item = &'a String>) -> Vec<(String, u32)> {
    let mut held: HashMap<&str, u32> = HashMap::new();
    for name in names {
        *held.entry(name).or_default() += 1;
    }
    let mut held: Vec<(&str, u32)> = held.into_iter().collect();
    held.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    held.into_iter()
        .take(NAMED)
        .map(|(name, held)| (name.to_owned(), held))
        .collect()
}

impl Outcome {
    /// The counts of a narrowed result, without its hits.
    pub(crate) fn counted(narrowed: &Narrowed) -> Self {
        Self {
            found: Vec::new(),
            total: u32::try_from(narrowed.documents.len()).unwrap_or(u32::MAX),
            counts: narrowed.counts,
            expired: narrowed.expired,
            relaxed: Vec::new(),
            ladder: Vec::new(),
            suggestions: Vec::new(),
            meant: None,
            completions: Vec::new(),
            facets: Facets::default(),
        }
    }
}
