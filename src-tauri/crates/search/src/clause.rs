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

/// How a document met a word: by the phrase and in the place that count most together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Met<'a> {
    pub(crate) phrase: &'a Phrase,
    pub(crate) place: Place,
}

/// Documents that hold one phrase in one place and in no place that counts more.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    phrase: usize,
    place: Place,
    /// What phrase and place count together, 0 to 100.
    pub(crate) worth: f32,
    /// In order.
    pub(crate) documents: Vec<u32>,
}

impl Slot {
    /// Whether the word is only mentioned there.
    pub(crate) fn is_mention(&self) -> bool {
        self.place == Place::Body
    }
}

/// A word, its phrases, and which documents met it where.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    pub(crate) text: String,
    /// As typed.
    pub(crate) atoms: Vec<String>,
    pub(crate) weak: bool,
    pub(crate) phrases: Vec<Phrase>,
    /// The weightiest first.
    pub(crate) slots: Vec<Slot>,
    met: usize,
    documents: usize,
}

impl Clause {
    /// A word that leads nowhere yet, among so many documents.
    pub(crate) fn new(word: &Word, documents: usize) -> Self {
        Self {
            text: word.text.clone(),
            atoms: word.atoms.clone(),
            weak: word.weak,
            phrases: Vec::new(),
            slots: Vec::new(),
            met: 0,
            documents,
        }
    }

    /// Looks a phrase up in some places and notes who holds it; [`Clause::settle`] must follow the last one.
    pub(crate) fn look_up(
        &mut self,
        phrase: Phrase,
        places: &[Place],
        postings: &Postings,
    ) -> Result<(), IndexError> {
        for place in places {
            let documents = postings.of(&phrase.atoms, *place)?;
            if !documents.is_empty() {
                let worth = phrase.road.weight() * place.worth();
                self.slots.push(Slot {
                    phrase: self.phrases.len(),
                    place: *place,
                    worth,
                    documents,
                });
            }
        }
        self.phrases.push(phrase);
        Ok(())
    }

    /// Keeps each document in the slot that counts most for it.
    pub(crate) fn settle(&mut self, postings: &Postings) {
        self.slots.sort_by(|a, b| b.worth.total_cmp(&a.worth));
        let mut seen = vec![0_u64; self.documents / 64 + 1];
        self.met = 0;
        for slot in &mut self.slots {
            slot.documents.retain(|document| {
                let (word, bit) = (*document as usize / 64, 1 << (document % 64));
                let Some(word) = seen.get_mut(word) else {
                    return false;
                };
                let new = *word & bit == 0 && postings.documents.entry(*document).is_some();
                *word |= bit;
                new
            });
            self.met += slot.documents.len();
        }
    }

    /// How a document met it.
    pub(crate) fn met(&self, document: u32) -> Option<Met<'_>> {
        let slot = self
            .slots
            .iter()
            .find(|slot| slot.documents.binary_search(&document).is_ok())?;
        let phrase = self.phrases.get(slot.phrase)?;
        Some(Met {
            phrase,
            place: slot.place,
        })
    }

    /// The documents that met it, those of the weightiest slot first.
    pub(crate) fn documents(&self) -> impl Iterator<Item = &u32> {
        self.slots.iter().flat_map(|slot| &slot.documents)
    }

    /// How many documents met it.
    pub(crate) fn documents_met(&self) -> usize {
        self.met
    }

    /// How much the word tells: rare words tell more, weak ones nearly nothing.
    pub(crate) fn weight(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
        let rarity = ((self.documents as f32 + 1.0) / (self.met as f32 + 0.5))
            .ln()
            .max(0.2);
        if self.weak { rarity * 0.05 } else { rarity }
    }
}
