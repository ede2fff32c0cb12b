//! Ranking: a list of named rules, each with its reason, added up to one score.

use crate::clause::Clause;
use crate::index::Place;
use crate::prepared::Prepared;
use crate::query::Query;
use crate::why::Road;
use std::borrow::Cow;
use yingda_content::entry::{Entry, Kind};
use yingda_content::{BeijingTime, Standing};

/// What a word in the body alone covers, beside one in a title, alias, tag or heading.
const MENTIONED: f32 = 0.75;

/// What one rule gave an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Points {
    /// The rule's name.
    pub rule: &'static str,
    /// Its points; below zero it pushes down.
    pub points: f32,
}

/// A query with its clauses, ready to judge entries.
pub(crate) struct Ranking<'a> {
    pub(crate) query: &'a Query,
    pub(crate) clauses: &'a [Clause],
    /// The weight of each clause.
    weights: Vec<f32>,
    /// Their sum; above zero.
    all: f32,
    now: BeijingTime,
}

impl<'a> Ranking<'a> {
    pub(crate) fn new(query: &'a Query, clauses: &'a [Clause], now: BeijingTime) -> Self {
        let weights: Vec<f32> = clauses.iter().map(Clause::weight).collect();
        let all = weights.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        Self {
            query,
            clauses,
            weights,
            all,
            now,
        }
    }

    /// The clauses with their weights.
    pub(crate) fn weighted(&self) -> impl Iterator<Item = (&Clause, f32)> {
        self.clauses.iter().zip(self.weights.iter().copied())
    }

    /// What every rule gives an entry.
    pub(crate) fn points(&self, number: usize, entry: &Entry, prepared: &Prepared) -> [Points; 7] {
        [
            ("coverage", self.coverage(number) * 1000.0),
            ("name", self.name(number, prepared)),
            ("places", self.places(number)),
            ("bm25", self.bm25(number)),
            ("kind", kind(entry)),
            ("standing", self.standing(entry)),
            ("pin", f32::from(entry.pin) * 8.0),
        ]
        .map(|(rule, points)| Points { rule, points })
    }

    /// Coverage of the words, rare ones counting more: nothing outweighs meeting what the customer said.
    fn coverage(&self, number: usize) -> f32 {
        let told = self
            .weighted()
            .map(|(clause, weight)| match clause.met(number) {
                met if !met.is_met() => 0.0,
                met if met.place == Some(Place::Body) => weight * MENTIONED,
                _ => weight,
            });
        told.sum::<f32>() / self.all
    }

    /// Exact title > exact alias > title begins so > title holds it > alias holds it, for the query as it was meant:
    /// 挂失 for `guashi`.
    fn name(&self, number: usize, prepared: &Prepared) -> f32 {
        let (meant, road) = self.meant(number);
        let meant = meant.as_ref();
        if meant.is_empty() {
            return 0.0;
        }
        let title = &prepared.title.compact;
        let aliases = || prepared.aliases.iter().map(|name| &name.compact);
        #[expect(clippy::cast_precision_loss, reason = "lengths of titles")]
        let share = |of: &str| meant.chars().count() as f32 / of.chars().count().max(1) as f32;
        let points = if title == meant {
            400.0
        } else if aliases().any(|alias| alias == meant) {
            360.0
        } else if title.starts_with(meant) {
            120.0 + 30.0 * share(title)
        } else if title.contains(meant) {
            90.0 + 30.0 * share(title)
        } else if let Some(alias) = aliases().find(|alias| alias.contains(meant)) {
            60.0 + 30.0 * share(alias)
        } else {
            0.0
        };
        points * road
    }

    /// The query in the words this entry met it by, with the weight of the weakest road.
    fn meant(&self, number: usize) -> (Cow<'_, str>, f32) {
        let phrases = || {
            self.clauses
                .iter()
                .map(|clause| (clause, clause.phrase(clause.met(number).phrase)))
        };
        if phrases().all(|(_, phrase)| phrase.is_none_or(|phrase| phrase.road == Road::AsTyped)) {
            return (Cow::Borrowed(&self.query.compact), 1.0);
        }
        let mut text = String::new();
        let mut road = 1.0_f32;
        for (clause, phrase) in phrases() {
            match phrase {
                Some(phrase) => {
                    phrase.atoms.iter().for_each(|atom| text.push_str(atom));
                    road = road.min(phrase.road.weight());
                }
                None => text.push_str(&clause.text),
            }
        }
        (Cow::Owned(text), road)
    }

    /// Where the words stand: a title says what an entry is about, a body mentions it.
    fn places(&self, number: usize) -> f32 {
        let worths = self
            .weighted()
            .map(|(clause, weight)| weight * clause.met(number).worth);
        worths.sum::<f32>() / self.all
    }

    /// How much the texts are about the words, as tantivy counts it; flattened, so that length never wins.
    fn bm25(&self, number: usize) -> f32 {
        let strong = self.clauses.iter().filter(|clause| !clause.weak);
        let score: f32 = strong.map(|clause| clause.met(number).score).sum();
        40.0 * score / (score + 30.0)
    }

    /// What may not be said is found, below what may.
    fn standing(&self, entry: &Entry) -> f32 {
        match Standing::of(entry, self.now) {
            Standing::Approved(_) => 0.0,
            Standing::NotYet(_) | Standing::Unapproved => -60.0,
            Standing::Expired(_) => -150.0,
            Standing::Withdrawn => -200.0,
        }
    }
}

/// During a call wording comes before background.
const fn kind(entry: &Entry) -> f32 {
    match entry.kind {
        Kind::Script => 8.0,
        Kind::Faq => 6.0,
        Kind::Flow | Kind::Product => 4.0,
        Kind::Compliance => 2.0,
        Kind::Guide => 0.0,
    }
}
