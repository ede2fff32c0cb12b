//! How much a query and an entry's names are alike: both ways, so that a name with more in it than was asked is less so.

use crate::clause::Clause;
use crate::name::{Code, Piece, code, pieces};
use crate::prepared::Prepared;
use crate::query::Query;
use crate::rarity::{Rarity, Told};
use rustc_hash::FxHashMap;

/// Pieces of a query that are told apart; a spoken sentence has fewer.
const PIECES: usize = 128;

/// A query in pieces, in the words by which a document met it.
#[derive(Clone)]
pub(crate) struct Asked {
    /// Place in `told`, by piece.
    places: FxHashMap<Piece, u8>,
    told: Vec<(Piece, f32)>,
    /// For each piece the index term that stands for it; for a word of several atoms the pieces it is made of.
    terms: Vec<Held>,
    sum: Told,
    /// The atoms in a row, weak ones too.
    pub(crate) atoms: Vec<Code>,
    /// The weight of the weakest road to these words.
    pub(crate) road: f32,
}

/// How a piece is held by a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    /// By these one or two atoms.
    Atoms(Vec<String>),
    /// By all of these pieces: a bit for each.
    All(u128),
}

/// How an entry compares.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Likeness {
    /// Shared by query and best name, of all that both tell: 0 to 1.
    pub(crate) like: f32,
    /// Of all that the query tells, what the best name and the text hold: 0 to 1.
    pub(crate) covered: f32,
    /// How near the best name is in meaning: the cosine, not below 0; 0 while meaning is not known.
    pub(crate) near: f32,
}

impl Asked {
    /// The query as typed (`document` is `None`), or with the words by which a document met it.
    pub(crate) fn new(
        query: &Query,
        clauses: &[Clause],
        document: Option<u32>,
        rarity: &Rarity,
    ) -> Self {
        let mut asked = Self {
            places: FxHashMap::default(),
            told: Vec::new(),
            terms: Vec::new(),
            sum: Told::default(),
            atoms: Vec::new(),
            road: 1.0,
        };
        let mut before: Option<&String> = None;
        for (atoms, weak, road) in words(query, clauses, document) {
            asked.road = asked.road.min(road);
            let codes: Vec<Code> = atoms.iter().map(|atom| code(atom)).collect();
            if weak {
                before = None;
            } else {
                asked.word(&codes, atoms, before, rarity);
                before = atoms.last();
            }
            asked.atoms.extend(codes);
        }
        asked
    }

    /// Adds the pieces of one word; a pair reaches back to the atom before it.
    fn word(&mut self, codes: &[Code], atoms: &[String], before: Option<&String>, rarity: &Rarity) {
        let mut made_of = 0_u128;
        let mut last: Option<(Code, &String)> = before.map(|before| (code(before), before));
        for (number, (atom, text)) in codes.iter().zip(atoms).enumerate() {
            let alone = self.piece(Piece::alone(*atom), Held::Atoms(vec![text.clone()]), rarity);
            if let Some((before, text_before)) = last.replace((*atom, text)) {
                let held = Held::Atoms(vec![text_before.clone(), text.clone()]);
                let pair = self.piece(Piece::Atoms(before, *atom), held, rarity);
                made_of |= if number > 0 { pair } else { 0 };
            }
            made_of |= if codes.len() == 1 { alone } else { 0 };
        }
        self.piece(Piece::word(codes), Held::All(made_of), rarity);
    }

    /// Adds a piece, unless it is there, and says its bit; none when there are too many.
    fn piece(&mut self, piece: Piece, held: Held, rarity: &Rarity) -> u128 {
        if let Some(place) = self.places.get(&piece) {
            return 1 << place;
        }
        let place = self.told.len();
        if place >= PIECES {
            return 0;
        }
        let told = rarity.of(piece);
        self.sum.add(piece, told);
        self.told.push((piece, told));
        self.terms.push(held);
        self.places
            .insert(piece, u8::try_from(place).unwrap_or(u8::MAX));
        1 << place
    }

    /// The index terms of its atoms and pairs: place, atoms, and what it tells.
    pub(crate) fn terms(&self) -> impl Iterator<Item = (u32, &[String], f32)> {
        let all = self.terms.iter().zip(&self.told).zip(0..);
        all.filter_map(|((held, (_, told)), place)| match held {
            Held::Atoms(atoms) => Some((place, atoms.as_slice(), *told)),
            Held::All(_) => None,
        })
    }

    /// Adds the words that a text holds because it holds all their pieces.
    pub(crate) fn with_words(&self, pieces: u128) -> u128 {
        self.terms
            .iter()
            .zip(0..)
            .fold(pieces, |all, (held, place)| match held {
                Held::All(made_of) if *made_of != 0 && pieces & made_of == *made_of => {
                    all | 1 << place
                }
                _ => all,
            })
    }

    /// What all of it tells.
    pub(crate) fn sum(&self) -> Told {
        self.sum
    }

    /// The place of a piece.
    pub(crate) fn place(&self, piece: Piece) -> Option<u8> {
        self.places.get(&piece).copied()
    }

    /// Compares with the name that is best in all; `mentioned` has a bit for each piece that the text holds, `near` the
    /// cosine of each name.
    pub(crate) fn compare(&self, prepared: &Prepared, mentioned: u128, near: &[f32]) -> Likeness {
        let mut best = Likeness {
            like: 0.0,
            covered: self.share(mentioned),
            near: 0.0,
        };
        for (number, (name, told)) in prepared.names().enumerate() {
            let near = near.get(number).copied().unwrap_or(0.0).max(0.0);
            let mut shared = 0_u128;
            pieces(name.words(), |piece| {
                if let Some(place) = self.place(piece) {
                    shared |= 1 << place;
                }
            });
            if shared == 0 && near == 0.0 {
                continue;
            }
            let both = self.told_by(shared);
            let half = |both: f32, one: f32, other: f32| {
                if one + other > 0.0 {
                    2.0 * both / (one + other)
                } else {
                    0.0
                }
            };
            let like = (half(both.atoms, self.sum.atoms, told.atoms)
                + half(both.words, self.sum.words, told.words))
                / 2.0;
            let covered = self.share(shared | mentioned);
            if like + covered + near > best.like + best.covered + best.near {
                best = Likeness {
                    like,
                    covered,
                    near,
                };
            }
        }
        best
    }

    fn told_by(&self, places: u128) -> Told {
        let mut told = Told::default();
        for ((piece, weight), place) in self.told.iter().zip(0..) {
            if places & (1_u128 << place) != 0 {
                told.add(*piece, *weight);
            }
        }
        told
    }

    /// Which share of what it tells some of its pieces tell.
    fn share(&self, places: u128) -> f32 {
        let told = self.told_by(places);
        let part = |told: f32, all: f32| if all > 0.0 { told / all } else { 0.0 };
        (part(told.atoms, self.sum.atoms) + part(told.words, self.sum.words)) / 2.0
    }
}

/// The words of a query: atoms, whether they say little, and the weight of the road to them.
fn words<'a>(
    query: &'a Query,
    clauses: &'a [Clause],
    document: Option<u32>,
) -> Vec<(&'a [String], bool, f32)> {
    let Some(document) = document else {
        return query
            .words
            .iter()
            .map(|word| (word.atoms.as_slice(), word.weak, 1.0))
            .collect();
    };
    let of_clause = |clause: &'a Clause| match (clause.met(document), clause.phrases.first()) {
        (Some(met), _) => (
            met.phrase.atoms.as_slice(),
            clause.weak,
            met.phrase.road.weight(),
        ),
        (None, Some(typed)) => (typed.atoms.as_slice(), clause.weak, 1.0),
        (None, None) => (&clause.atoms[..], clause.weak, 1.0),
    };
    clauses.iter().map(of_clause).collect()
}
