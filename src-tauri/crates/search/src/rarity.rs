//! How rare the pieces of names are: a rare piece tells more.

use crate::name::{Name, Piece, pieces};
use rustc_hash::FxHashMap;

/// In how many entries' names each piece stands.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    entries: u32,
    held: FxHashMap<Piece, u32>,
}

/// What all pieces of a text tell together, once for each view of it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Told {
    pub(crate) atoms: f32,
    pub(crate) words: f32,
}

impl Told {
    pub(crate) fn add(&mut self, piece: Piece, told: f32) {
        match piece {
            Piece::Atoms(..) => self.atoms += told,
            Piece::Word(_) => self.words += told,
        }
    }
}

impl Rarity {
    /// Counts the names of one entry; a piece counts once.
    pub(crate) fn count<'a>(&mut self, names: impl Iterator<Item = &'a Name>) {
        let mut seen = Vec::new();
        for name in names {
            pieces(name.words(), |piece| seen.push(piece));
        }
        seen.sort_unstable_by_key(|piece| key(*piece));
        seen.dedup();
        self.entries += 1;
        for piece in seen {
            *self.held.entry(piece).or_default() += 1;
        }
    }

    /// How much a piece tells, as BM25 weighs it (Robertson and Spärck Jones, never below zero).
    pub(crate) fn of(&self, piece: Piece) -> f32 {
        let held = self.held.get(&piece).copied().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
        let (held, entries) = (held as f32, self.entries as f32);
        (((entries - held).max(0.0) + 0.5) / (held + 0.5)).ln_1p()
    }

    /// What a name tells in all.
    pub(crate) fn told(&self, name: &Name) -> Told {
        let mut told = Told::default();
        pieces(name.words(), |piece| told.add(piece, self.of(piece)));
        told
    }
}

const fn key(piece: Piece) -> (bool, u64) {
    match piece {
        Piece::Atoms(first, second) => (false, (first as u64) << 32 | second as u64),
        Piece::Word(hash) => (true, hash),
    }
}
