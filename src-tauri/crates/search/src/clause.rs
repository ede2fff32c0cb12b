//! A word of a query with every road to the index, and where it was met.

use crate::index::{IndexError, Place};
use crate::postings::Postings;
use crate::query::Word;
use crate::why::Road;

/// A run of atoms to look for, and the road that led to it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Phrase {
    pub(crate) atoms: Vec<String>,
    pub(crate) road: Road,
}

/// How an entry met a word: by the phrase and in the place that count most together.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Met {
    /// The phrase, counted from 1; 0 when the word was not met.
    pub(crate) phrase: u16,
    /// Where that phrase stands.
    pub(crate) place: Option<Place>,
    /// What phrase and place count together.
    pub(crate) worth: f32,
    /// BM25, all places and phrases together.
    pub(crate) score: f32,
}

impl Met {
    pub(crate) fn is_met(self) -> bool {
        self.phrase > 0
    }
}

/// A word, its phrases, and how each entry met it.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    pub(crate) text: String,
    pub(crate) weak: bool,
    pub(crate) phrases: Vec<Phrase>,
    met: Vec<Met>,
    entries_met: usize,
}

impl Clause {
    pub(crate) fn new(word: &Word, entries: usize) -> Self {
        Self {
            text: word.text.clone(),
            weak: word.weak,
            phrases: Vec::new(),
            met: vec![Met::default(); entries],
            entries_met: 0,
        }
    }

    /// Looks a phrase up in all places and notes who holds it.
    pub(crate) fn look_up(
        &mut self,
        phrase: Phrase,
        postings: &Postings,
    ) -> Result<(), IndexError> {
        let number = self.add(phrase);
        let Some(atoms) = self.phrases.last().map(|phrase| phrase.atoms.clone()) else {
            return Ok(());
        };
        for place in Place::ALL {
            for (entry, score) in postings.of(&atoms, place)? {
                self.note(entry, place, number, score);
            }
        }
        Ok(())
    }

    /// Adds a phrase without looking it up and says its number.
    pub(crate) fn add(&mut self, phrase: Phrase) -> u16 {
        self.phrases.push(phrase);
        u16::try_from(self.phrases.len()).unwrap_or(u16::MAX)
    }

    /// Notes that an entry met a phrase.
    pub(crate) fn note(&mut self, entry: u32, place: Place, phrase: u16, score: f32) {
        let road = self
            .phrase(phrase)
            .map_or(0.0, |phrase| phrase.road.weight());
        let Some(met) = self.met.get_mut(entry as usize) else {
            return;
        };
        self.entries_met += usize::from(!met.is_met());
        met.score += score;
        let worth = road * place.worth();
        if worth > met.worth || !met.is_met() {
            *met = Met {
                phrase,
                place: Some(place),
                worth,
                score: met.score,
            };
        }
    }

    pub(crate) fn met(&self, entry: usize) -> Met {
        self.met.get(entry).copied().unwrap_or_default()
    }

    /// How many entries met it.
    pub(crate) fn entries_met(&self) -> usize {
        self.entries_met
    }

    /// The phrase an entry met it by.
    pub(crate) fn phrase(&self, number: u16) -> Option<&Phrase> {
        self.phrases.get(usize::from(number).checked_sub(1)?)
    }

    /// How much the word tells: rare words tell more, weak ones nearly nothing.
    pub(crate) fn weight(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
        let rarity = ((self.met.len() as f32 + 1.0) / (self.entries_met as f32 + 0.5))
            .ln()
            .max(0.2);
        if self.weak { rarity * 0.05 } else { rarity }
    }
}
