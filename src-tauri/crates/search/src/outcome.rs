//! What a search found.

use crate::found::Found;
use crate::narrowing::Narrowed;
use crate::relax::Rung;
use yingda_content::Stage;

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
