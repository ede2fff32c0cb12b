//! Ranking: a list of named rules, each with its reason, added up to one score.

use crate::board::Board;
use crate::clause::Clause;
use crate::habits::Habits;
use crate::likeness::Asked;
use crate::name::Code;
use crate::postings::Held;
use crate::prepared::Prepared;
use crate::query::Query;
use crate::rarity::Rarity;
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

/// What one point of agreement is worth, where a part of it goes from 0 to 1.
const WHOLE: f32 = 1000.0;

/// A query with its clauses, ready to judge entries.
pub(crate) struct Ranking<'a> {
    query: &'a Query,
    pub(crate) clauses: &'a [Clause],
    board: &'a Board,
    rarity: &'a Rarity,
    /// The query as typed.
    pub(crate) asked: Asked,
    /// Whether no word has a road but the one as typed.
    literal: bool,
    /// How far what was said is a whole question, 0 (one word) to 1: a fragment doesn't tell what else there should be.
    said: f32,
    habits: &'a Habits,
    now: BeijingTime,
}

/// An entry to be judged, with what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct Candidate<'a> {
    pub(crate) document: u32,
    pub(crate) entry: &'a Entry,
    pub(crate) prepared: &'a Prepared,
    /// What its text holds of the query.
    pub(crate) held: Held,
    /// How near each of its names is in meaning; empty while that is not known.
    pub(crate) near: &'a [f32],
}

impl<'a> Ranking<'a> {
    pub(crate) fn new(
        query: &'a Query,
        clauses: &'a [Clause],
        board: &'a Board,
        rarity: &'a Rarity,
        habits: &'a Habits,
        now: BeijingTime,
    ) -> Self {
        let typed = |clause: &Clause| {
            clause
                .phrases
                .iter()
                .all(|phrase| phrase.road == Road::AsTyped)
        };
        let literal = clauses.len() == query.words.len() && clauses.iter().all(typed);
        let asked = Asked::new(query, clauses, None, rarity);
        let strong = query.words.iter().filter(|word| !word.weak).count();
        Self {
            query,
            clauses,
            board,
            rarity,
            asked,
            literal,
            #[expect(clippy::cast_precision_loss, reason = "a count of words")]
            said: ((strong.saturating_sub(1)) as f32 / 2.0).min(1.0),
            habits,
            now,
        }
    }

    /// Whether an entry is named exactly as was meant, as typed or in pinyin (nothing comes before it), and the sum of
    /// all rules.
    pub(crate) fn rank(&self, candidate: &Candidate<'_>) -> (bool, f32) {
        let asked = self.asked_of(candidate);
        let plain = asked.road >= Road::Pinyin.weight();
        let exact = plain && name(&asked, candidate.prepared) >= EXACT;
        let points = self.judge(candidate, &asked);
        (exact, points.iter().map(|p| p.points).sum())
    }

    /// What every rule gives an entry.
    pub(crate) fn points(&self, candidate: &Candidate<'_>) -> [Points; 10] {
        self.judge(candidate, &self.asked_of(candidate))
    }

    /// The query in the words by which an entry met it.
    fn asked_of(&self, candidate: &Candidate<'_>) -> Cow<'_, Asked> {
        if self.literal {
            return Cow::Borrowed(&self.asked);
        }
        let document = Some(candidate.document);
        Cow::Owned(Asked::new(self.query, self.clauses, document, self.rarity))
    }

    fn judge(&self, candidate: &Candidate<'_>, asked: &Asked) -> [Points; 10] {
        let Candidate {
            document,
            entry,
            prepared,
            held,
            near,
        } = *candidate;
        let alike = asked.compare(prepared, held.pieces, near);
        let answer = held.score / (2.2 * self.asked.sum().atoms).max(1.0);
        let said = self.said;
        let used = self.habits.uses.get(&entry.id).copied().unwrap_or(0.0);
        [
            // How much of what was said is met, the text included; rare words count more.
            ("coverage", WHOLE * alike.covered * asked.road * said),
            // A name that says what was said and little else.
            (
                "likeness",
                WHOLE * alike.like * asked.road * said.max(LITTLE_SAID),
            ),
            // What is meant, in whatever words.
            ("meaning", WHOLE * alike.near * said.max(LITTLE_SAID)),
            // How much the text is about it.
            ("answer", ANSWER * answer.min(1.0) * said),
            ("name", name(asked, prepared) * asked.road),
            ("places", self.board.points(document)),
            ("kind", kind(entry)),
            ("standing", self.standing(entry)),
            ("pin", f32::from(entry.pin) * PIN * self.freshness(entry)),
            ("use", USE * used),
        ]
        .map(|(rule, points)| Points { rule, points })
    }

    /// A pin fades: it counts half after [`PIN_HALVES`] days without a new approval. 1 without any approval.
    fn freshness(&self, entry: &Entry) -> f32 {
        let last = entry.approvals.iter().map(|approval| approval.date).max();
        let days = last.map_or(0, |last| (self.now.date() - last).whole_days().max(0));
        #[expect(clippy::cast_precision_loss, reason = "a number of days")]
        let halves = days as f32 / PIN_HALVES;
        0.5_f32.powf(halves)
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

/// What the trainer's weight is worth; it decides between equals and never buries a name.
const PIN: f32 = 8.0;
/// Days after which a pin counts half.
const PIN_HALVES: f32 = 180.0;
/// What being used most of all is worth.
const USE: f32 = 12.0;
/// What a text that is all about the words is worth.
const ANSWER: f32 = 300.0;
/// What an exact alias is worth; an exact title a little more.
const EXACT: f32 = 540.0;
/// What likeness counts for a single word, beside a whole question.
const LITTLE_SAID: f32 = 0.1;

/// Exact title > exact alias > title begins so > title holds it > alias holds it, for the query as it was meant:
/// 挂失 for `guashi`.
fn name(asked: &Asked, prepared: &Prepared) -> f32 {
    let meant = asked.atoms.as_slice();
    if meant.is_empty() {
        return 0.0;
    }
    let title = prepared.title();
    let holds = |name: &[Code]| name.windows(meant.len()).any(|window| window == meant);
    #[expect(clippy::cast_precision_loss, reason = "lengths of names")]
    let share = |of: &[Code]| meant.len() as f32 / of.len().max(1) as f32;
    if title == meant {
        EXACT + 60.0
    } else if prepared.aliases().any(|alias| alias == meant) {
        EXACT
    } else if title.starts_with(meant) {
        180.0 + 45.0 * share(title)
    } else if holds(title) {
        135.0 + 45.0 * share(title)
    } else {
        prepared
            .aliases()
            .find(|alias| holds(alias))
            .map_or(0.0, |alias| 90.0 + 45.0 * share(alias))
    }
}
