//! The whole of a search: one immutable snapshot of a library, its index and its words.

use crate::highlight::{Segment, lit, sentence};
use crate::index::{Index, IndexError};
use crate::postings::Postings;
use crate::prepared::{Prepared, prepare};
use crate::query::Query;
use crate::rank::{Candidate, Found};
use crate::relax::{Rung, relax};
use crate::roads::Map;
use crate::synonyms::Synonyms;
use crate::texts::body;
use crate::why::Why;
use std::collections::BTreeSet;
use std::sync::Arc;
use yingda_content::entry::{Entry, Kind, Stage};
use yingda_content::{BeijingTime, Standing};
use yingda_text::Lexicon;
use yingda_text::lexicon::atom_texts;

/// A library ready to be searched; shared between threads and swapped whole.
pub struct Engine {
    entries: Vec<Arc<Entry>>,
    prepared: Vec<Arc<Prepared>>,
    latin: BTreeSet<String>,
    synonyms: Synonyms,
    lexicon: Arc<Lexicon>,
    postings: Postings,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}

/// How a result is narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only of this product.
    pub product: Option<String>,
    /// Leave out what is expired or withdrawn.
    pub current_only: bool,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Entries, best first, narrowed.
    pub found: Vec<Found>,
    /// How many of each kind, in the order of [`Kind::ALL`], narrowed by everything but the kind.
    pub counts: [u32; 6],
    /// How many expired or withdrawn ones are among all kinds.
    pub expired: u32,
    /// Words of the query that the best hit does not hold.
    pub relaxed: Vec<String>,
    /// How the query was relaxed; empty when it matched as typed.
    pub ladder: Vec<Rung>,
    /// Words of the query that find something alone, when the whole does not.
    pub suggestions: Vec<String>,
}

impl Engine {
    /// A snapshot over an index that is in step with these entries. What did not change is taken over from the
    /// snapshot before.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn new(
        index: &Index,
        entries: Vec<Arc<Entry>>,
        lexicon: Arc<Lexicon>,
        synonyms: &[Vec<String>],
        before: Option<&Self>,
    ) -> Result<Self, IndexError> {
        let same_words = before.filter(|before| Arc::ptr_eq(&before.lexicon, &lexicon));
        let known =
            same_words.map(|before| (before.entries.as_slice(), before.prepared.as_slice()));
        let prepared = prepare(&entries, &lexicon, known);
        let latin = prepared
            .iter()
            .flat_map(|one| one.latin.iter().cloned())
            .collect();
        let postings = index.postings(&entries)?;
        let synonyms = Synonyms::new(synonyms.iter().map(Vec::as_slice));
        Ok(Self {
            entries,
            prepared,
            latin,
            synonyms,
            lexicon,
            postings,
        })
    }

    /// How many entries it searches.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entry at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Searches. An empty query lists everything that the narrowing leaves.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn search(
        &self,
        typed: &str,
        narrowing: &Narrowing,
        now: BeijingTime,
    ) -> Result<Outcome, IndexError> {
        let query = Query::read(typed, &self.lexicon);
        if query.words.is_empty() {
            let all = self.entries.iter().map(listed).collect();
            return Ok(narrowed(all, narrowing, now));
        }
        let relaxed = relax(&query, &self.map())?;
        let kept = relaxed
            .entries
            .iter()
            .filter(|number| !self.is_kept_out(**number, &query));
        let ranked = kept.filter_map(|number| {
            let candidate = Candidate {
                number: *number,
                entry: self.entries.get(*number)?,
                prepared: self.prepared.get(*number)?,
                query: &query,
                clauses: &relaxed.clauses,
                entries: self.entries.len(),
                now,
            };
            Some(candidate.rank())
        });
        let mut found: Vec<Found> = ranked.collect();
        found.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| a.entry.id.cmp(&b.entry.id))
        });
        let alone = relaxed
            .clauses
            .iter()
            .filter(|c| !c.weak && c.entries_met() > 0);
        let suggestions = alone.take(3).map(|clause| clause.text.clone()).collect();
        let missing = found.first().map_or_else(
            || {
                query
                    .words
                    .iter()
                    .filter(|w| !w.weak)
                    .map(|w| w.text.clone())
                    .collect()
            },
            |best| best.missing.clone(),
        );
        let mut outcome = narrowed(found, narrowing, now);
        outcome.suggestions = if relaxed.ladder.is_empty() {
            Vec::new()
        } else {
            suggestions
        };
        outcome.relaxed = missing;
        outcome.ladder = relaxed.ladder;
        Ok(outcome)
    }

    fn map(&self) -> Map<'_> {
        Map {
            lexicon: &self.lexicon,
            synonyms: &self.synonyms,
            prepared: &self.prepared,
            latin: &self.latin,
            postings: &self.postings,
        }
    }

    /// An entry may name words that, when in the query, keep it out.
    fn is_kept_out(&self, number: usize, query: &Query) -> bool {
        let not_for = self
            .prepared
            .get(number)
            .map(|one| one.not_for.as_slice())
            .unwrap_or_default();
        not_for
            .iter()
            .any(|word| !word.is_empty() && query.compact.contains(word))
    }
}

/// An entry of a list without a query.
fn listed(entry: &Arc<Entry>) -> Found {
    Found {
        entry: Arc::clone(entry),
        score: 0.0,
        points: Vec::new(),
        why: vec![Why::Tag],
        phrases: Vec::new(),
        missing: Vec::new(),
    }
}

fn narrowed(mut found: Vec<Found>, narrowing: &Narrowing, now: BeijingTime) -> Outcome {
    let same = |wanted: &Option<String>, held: &[&String]| match wanted {
        Some(wanted) => held
            .iter()
            .any(|held| atom_texts(held) == atom_texts(wanted)),
        None => true,
    };
    let past = |entry: &Entry| {
        matches!(
            Standing::of(entry, now),
            Standing::Expired(_) | Standing::Withdrawn
        )
    };
    found.retain(|one| {
        let entry = &one.entry;
        same(&narrowing.tag, &entry.tags.iter().collect::<Vec<_>>())
            && same(
                &narrowing.product,
                &entry.product.iter().collect::<Vec<_>>(),
            )
            && narrowing
                .stage
                .is_none_or(|stage| entry.stage == Some(stage))
    });
    let expired = found.iter().filter(|one| past(&one.entry)).count();
    if narrowing.current_only {
        found.retain(|one| !past(&one.entry));
    }
    let counts =
        Kind::ALL.map(|kind| count(found.iter().filter(|one| one.entry.kind == kind).count()));
    if let Some(kind) = narrowing.kind {
        found.retain(|one| one.entry.kind == kind);
    }
    Outcome {
        found,
        counts,
        expired: count(expired),
        relaxed: Vec::new(),
        ladder: Vec::new(),
        suggestions: Vec::new(),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Found {
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
            .map(|alias| lit(alias, &self.phrases));
        let lit_chars = |segments: &Vec<Segment>| -> usize {
            segments
                .iter()
                .filter(|s| s.hit)
                .map(|s| s.text.chars().count())
                .sum()
        };
        let alias = aliases
            .filter(|alias| lit_chars(alias) > 0)
            .max_by_key(lit_chars);
        match alias.filter(|_| by_alias) {
            Some(alias) => quoted(alias),
            None => sentence(&body(&self.entry), &self.phrases),
        }
    }
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
