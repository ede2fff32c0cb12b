//! An entry that was found: its reasons, its lit title and its snippet. Made for the lines that are shown only.

use crate::clause::Clause;
use crate::highlight::{Segment, lit, sentence};
use crate::rank::{Candidate, Points, Ranking};
use crate::texts::body;
use crate::why::{Road, Why};
use std::cmp::Reverse;
use std::sync::Arc;
use yingda_content::entry::Entry;

/// An entry that was found, with its score and reasons.
#[derive(Debug, Clone)]
pub struct Found {
    /// The entry.
    pub entry: Arc<Entry>,
    /// The sum of all points.
    pub score: f32,
    /// What each rule gave, rules that gave nothing left out.
    pub points: Vec<Points>,
    /// Why it matched, strongest first; never empty.
    pub why: Vec<Why>,
    /// Words of the query it does not hold; empty, too, for what was found by meaning alone.
    pub missing: Vec<String>,
    /// The phrases to light in its texts, as atoms.
    phrases: Vec<Vec<String>>,
}

impl Found {
    pub(crate) fn new(
        ranking: &Ranking<'_>,
        candidate: &Candidate<'_>,
        entry: &Arc<Entry>,
    ) -> Self {
        let points = ranking.points(candidate);
        let document = candidate.document;
        let by_meaning = ranking
            .clauses
            .iter()
            .all(|clause| clause.met(document).is_none());
        let unmet = ranking
            .clauses
            .iter()
            .filter(|clause| !clause.weak && clause.met(document).is_none());
        Self {
            entry: Arc::clone(entry),
            score: points.iter().map(|p| p.points).sum(),
            points: points.into_iter().filter(|p| p.points != 0.0).collect(),
            why: if by_meaning {
                vec![Why::Semantic]
            } else {
                why(ranking.clauses, document)
            },
            missing: if by_meaning {
                Vec::new()
            } else {
                unmet.map(|clause| clause.text.clone()).collect()
            },
            phrases: phrases(ranking.clauses, document),
        }
    }

    /// An entry of a list without a query.
    pub(crate) fn listed(entry: &Arc<Entry>) -> Self {
        Self {
            entry: Arc::clone(entry),
            score: 0.0,
            points: Vec::new(),
            why: vec![Why::Tag],
            missing: Vec::new(),
            phrases: Vec::new(),
        }
    }

    /// The title, lit.
    #[must_use]
    pub fn title(&self) -> Vec<Segment> {
        lit(&self.entry.title, &self.phrases)
    }

    /// The alias that matched when the title did not, else the sentence around the best hit; lit.
    #[must_use]
    pub fn snippet(&self) -> Vec<Segment> {
        let title_is_lit = self.title().iter().any(|segment| segment.hit);
        let by_alias = self.why.first() == Some(&Why::Alias) || !title_is_lit;
        let aliases = self
            .entry
            .aliases
            .iter()
            .filter(|_| by_alias)
            .map(|alias| lit(alias, &self.phrases));
        let best = aliases
            .filter(|alias| lit_chars(alias) > 0)
            .max_by_key(|alias| (lit_chars(alias), Reverse(alias.len())));
        match best {
            Some(alias) => quoted(alias),
            None => sentence(&body(&self.entry), &self.phrases),
        }
    }
}

fn lit_chars(segments: &[Segment]) -> usize {
    segments
        .iter()
        .filter(|s| s.hit)
        .map(|s| s.text.chars().count())
        .sum()
}

fn quoted(mut segments: Vec<Segment>) -> Vec<Segment> {
    segments.insert(
        0,
        Segment {
            text: "「".to_owned(),
            hit: false,
        },
    );
    segments.push(Segment {
        text: "」".to_owned(),
        hit: false,
    });
    segments
}

/// The reasons, those of the most telling words first.
fn why(clauses: &[Clause], document: u32) -> Vec<Why> {
    let mut reasons: Vec<(f32, Why)> = Vec::new();
    for clause in clauses {
        if let Some(met) = clause.met(document) {
            reasons.push((clause.weight(), met.phrase.road.why(met.place)));
        }
    }
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut why: Vec<Why> = Vec::new();
    for (_, reason) in reasons {
        if !why.contains(&reason) {
            why.push(reason);
        }
    }
    why
}

/// What is lit in a document that met these words.
pub(crate) fn phrases(clauses: &[Clause], document: u32) -> Vec<Vec<String>> {
    let any_strong = clauses.iter().any(|clause| !clause.weak);
    let mut phrases: Vec<Vec<String>> = Vec::new();
    for clause in clauses.iter().filter(|clause| !(any_strong && clause.weak)) {
        // What was typed is lit wherever it stands, whatever road was the better one.
        let typed = clause
            .phrases
            .iter()
            .filter(|phrase| phrase.road == Road::AsTyped);
        let best = clause.met(document).map(|met| met.phrase);
        phrases.extend(
            best.into_iter()
                .chain(typed)
                .map(|phrase| phrase.atoms.clone()),
        );
    }
    phrases.dedup();
    phrases
}
