//! Ranking: a list of named rules, each with its reason, added up to one score.

use crate::board::Board;
use crate::clause::Clause;
use crate::prepared::Prepared;
use crate::query::Query;
use crate::why::Road;
use std::borrow::Cow;
use yingda_content::entry::{Entry, Kind};
use yingda_content::{BeijingTime, Standing};

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
    board: &'a Board,
    /// Whether every word was met as it was typed, wherever it was met.
    literal: bool,
    now: BeijingTime,
}

impl<'a> Ranking<'a> {
    pub(crate) fn new(
        query: &'a Query,
        clauses: &'a [Clause],
        board: &'a Board,
        now: BeijingTime,
    ) -> Self {
        let typed = |clause: &Clause| {
            clause
                .phrases
                .iter()
                .all(|phrase| phrase.road == Road::AsTyped)
        };
        Self {
            query,
            clauses,
            board,
            literal: clauses.iter().all(typed),
            now,
        }
    }

    /// The sum of all rules.
    pub(crate) fn score(&self, document: u32, entry: &Entry, prepared: &Prepared) -> f32 {
        self.board.points(document)
            + self
                .texts_and_life(document, entry, prepared)
                .iter()
                .map(|p| p.points)
                .sum::<f32>()
    }

    /// What every rule gives an entry.
    pub(crate) fn points(&self, document: u32, entry: &Entry, prepared: &Prepared) -> Vec<Points> {
        let (coverage, places) = self.board.parts(self.clauses, document);
        let met = [("coverage", coverage), ("places", places)]
            .map(|(rule, points)| Points { rule, points });
        met.into_iter()
            .chain(self.texts_and_life(document, entry, prepared))
            .collect()
    }

    fn texts_and_life(&self, document: u32, entry: &Entry, prepared: &Prepared) -> [Points; 4] {
        [
            ("name", self.name(document, prepared)),
            ("kind", kind(entry)),
            ("standing", self.standing(entry)),
            ("pin", f32::from(entry.pin) * 8.0),
        ]
        .map(|(rule, points)| Points { rule, points })
    }

    /// Exact title > exact alias > title begins so > title holds it > alias holds it, for the query as it was meant:
    /// 挂失 for `guashi`.
    fn name(&self, document: u32, prepared: &Prepared) -> f32 {
        let (meant, road) = self.meant(document);
        let meant = meant.as_ref();
        if meant.is_empty() {
            return 0.0;
        }
        let title = prepared.title.as_ref();
        let aliases = || prepared.aliases.iter().map(AsRef::<str>::as_ref);
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
    fn meant(&self, document: u32) -> (Cow<'_, str>, f32) {
        if self.literal {
            return (Cow::Borrowed(&self.query.compact), 1.0);
        }
        let mut text = String::new();
        let mut road = 1.0_f32;
        for clause in self.clauses {
            match clause.met(document) {
                Some(met) => {
                    met.phrase.atoms.iter().for_each(|atom| text.push_str(atom));
                    road = road.min(met.phrase.road.weight());
                }
                None => text.push_str(&clause.text),
            }
        }
        (Cow::Owned(text), road)
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
