//! Ranking: a list of named rules, each with its reason, added up to one score.

use crate::clause::Clause;
use crate::index::Place;
use crate::prepared::Prepared;
use crate::query::Query;
use crate::why::{Road, Why};
use std::sync::Arc;
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
    /// The phrases to light in its texts, as atoms.
    pub phrases: Vec<Vec<String>>,
    /// Words of the query it does not hold.
    pub missing: Vec<String>,
}

/// One entry under one query.
pub(crate) struct Candidate<'a> {
    pub(crate) number: usize,
    pub(crate) entry: &'a Arc<Entry>,
    pub(crate) prepared: &'a Prepared,
    pub(crate) query: &'a Query,
    pub(crate) clauses: &'a [Clause],
    /// Entries in the library.
    pub(crate) entries: usize,
    pub(crate) now: BeijingTime,
}

impl Candidate<'_> {
    pub(crate) fn rank(&self) -> Found {
        let rules = [
            ("coverage", self.coverage() * 1000.0),
            ("name", self.name()),
            ("places", self.places()),
            ("bm25", self.bm25()),
            ("kind", self.kind()),
            ("standing", self.standing()),
            ("pin", f32::from(self.entry.pin) * 8.0),
        ];
        let points: Vec<Points> = rules
            .into_iter()
            .filter(|(_, points)| *points != 0.0)
            .map(|(rule, points)| Points { rule, points })
            .collect();
        let missing = self
            .clauses
            .iter()
            .filter(|c| !c.weak && !c.met(self.number).is_met());
        Found {
            entry: Arc::clone(self.entry),
            score: points.iter().map(|p| p.points).sum(),
            points,
            why: self.why(),
            phrases: self.phrases(),
            missing: missing.map(|clause| clause.text.clone()).collect(),
        }
    }

    /// Coverage of the words, rare ones counting more: nothing outweighs meeting what the customer said.
    fn coverage(&self) -> f32 {
        let weight = |clause: &Clause| clause.weight(self.entries);
        let all: f32 = self.clauses.iter().map(weight).sum();
        let met = self
            .clauses
            .iter()
            .filter(|clause| clause.met(self.number).is_met());
        if all > 0.0 {
            met.map(weight).sum::<f32>() / all
        } else {
            0.0
        }
    }

    /// Exact title > exact alias > title begins so > title holds it > alias holds it, for the query as it was meant:
    /// 挂失 for `guashi`.
    fn name(&self) -> f32 {
        let (meant, road) = self.meant();
        if meant.is_empty() {
            return 0.0;
        }
        let title = &self.prepared.title.compact;
        let aliases = || self.prepared.aliases.iter().map(|name| &name.compact);
        #[expect(clippy::cast_precision_loss, reason = "lengths of titles")]
        let share = |of: &str| meant.chars().count() as f32 / of.chars().count().max(1) as f32;
        let points = if *title == meant {
            400.0
        } else if aliases().any(|alias| *alias == meant) {
            360.0
        } else if title.starts_with(&meant) {
            120.0 + 30.0 * share(title)
        } else if title.contains(&meant) {
            90.0 + 30.0 * share(title)
        } else if let Some(alias) = aliases().find(|alias| alias.contains(&meant)) {
            60.0 + 30.0 * share(alias)
        } else {
            0.0
        };
        points * road
    }

    /// The query in the words this entry met it by, with the weight of the weakest road.
    fn meant(&self) -> (String, f32) {
        let typed_whole = self.clauses.iter().all(|clause| {
            let phrase = clause.phrase(clause.met(self.number).phrase);
            phrase.is_none_or(|phrase| phrase.road == Road::AsTyped)
        });
        if typed_whole {
            return (self.query.compact.clone(), 1.0);
        }
        let mut text = String::new();
        let mut road = 1.0_f32;
        for clause in self.clauses {
            match clause.phrase(clause.met(self.number).phrase) {
                Some(phrase) => {
                    text.push_str(&phrase.atoms.concat());
                    road = road.min(phrase.road.weight());
                }
                None => text.push_str(&clause.text),
            }
        }
        (text, road)
    }

    /// Where the words stand: a title says what an entry is about, a body mentions it.
    fn places(&self) -> f32 {
        let (mut sum, mut all) = (0.0, 0.0);
        for clause in self.clauses {
            let weight = clause.weight(self.entries);
            all += weight;
            let met = clause.met(self.number);
            let road = clause
                .phrase(met.phrase)
                .map_or(0.0, |phrase| phrase.road.weight());
            let place = match met.best_place() {
                Some(Place::Title) => 100.0,
                Some(Place::Alias) => 90.0,
                Some(Place::Tag) => 50.0,
                Some(Place::Heading) => 45.0,
                Some(Place::Body) => 20.0,
                None => 0.0,
            };
            sum += weight * road * place;
        }
        if all > 0.0 { sum / all } else { 0.0 }
    }

    /// How much the texts are about the words, as tantivy counts it; flattened, so that length never wins.
    fn bm25(&self) -> f32 {
        let score: f32 = self
            .clauses
            .iter()
            .filter(|c| !c.weak)
            .map(|c| c.met(self.number).score)
            .sum();
        40.0 * score / (score + 30.0)
    }

    /// During a call wording comes before background.
    fn kind(&self) -> f32 {
        match self.entry.kind {
            Kind::Script => 8.0,
            Kind::Faq => 6.0,
            Kind::Flow | Kind::Product => 4.0,
            Kind::Compliance => 2.0,
            Kind::Guide => 0.0,
        }
    }

    /// What may not be said is found, below what may.
    fn standing(&self) -> f32 {
        match Standing::of(self.entry, self.now) {
            Standing::Approved(_) => 0.0,
            Standing::NotYet(_) | Standing::Unapproved => -60.0,
            Standing::Expired(_) => -150.0,
            Standing::Withdrawn => -200.0,
        }
    }

    fn why(&self) -> Vec<Why> {
        let mut reasons: Vec<(f32, Why)> = Vec::new();
        for clause in self.clauses {
            let met = clause.met(self.number);
            let (Some(place), Some(phrase)) = (met.best_place(), clause.phrase(met.phrase)) else {
                continue;
            };
            let weight = clause.weight(self.entries);
            reasons.push((weight, phrase.road.why(place)));
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

    fn phrases(&self) -> Vec<Vec<String>> {
        let any_strong = self.clauses.iter().any(|clause| !clause.weak);
        let mut phrases: Vec<Vec<String>> = Vec::new();
        for clause in self
            .clauses
            .iter()
            .filter(|clause| !(any_strong && clause.weak))
        {
            let best = clause.phrase(clause.met(self.number).phrase);
            // What was typed is lit wherever it stands, whatever road was the better one.
            let typed = clause
                .phrases
                .iter()
                .filter(|phrase| phrase.road == Road::AsTyped);
            phrases.extend(
                best.into_iter()
                    .chain(typed)
                    .map(|phrase| phrase.atoms.clone()),
            );
        }
        phrases.dedup();
        phrases
    }
}
