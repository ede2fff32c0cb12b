//! The roads from a typed word to phrases the library holds.

use crate::clause::{Clause, Phrase};
use crate::index::{IndexError, Place};
use crate::names::Names;
use crate::postings::Postings;
use crate::query::{Word, WordKind};
use crate::synonyms::Synonyms;
use crate::vocabulary::{Heard, Sought};
use crate::why::Road;
use yingda_text::Lexicon;
use yingda_text::lexicon::atom_texts;
use yingda_text::sound::double::Scheme;
use yingda_text::sound::{Ear, Grade};

/// Phrases heard by sound that are also looked for in bodies; beyond these, names are enough.
const HEARD_IN_BODIES: usize = 8;
/// Phrases heard by sound that are looked for at all.
pub(crate) const HEARD: usize = 32;
/// Stretches of initials that are looked for in titles; two letters stand for many.
const HEARD_IN_TITLES: usize = 96;
/// Latin words completed from what was typed.
const COMPLETED: usize = 16;

/// What the roads lead through: everything known about the library besides its entries.
pub(crate) struct Map<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) synonyms: &'a Synonyms,
    pub(crate) names: &'a Names,
    pub(crate) postings: &'a Postings,
    pub(crate) scheme: Scheme,
}

impl Map<'_> {
    /// How many documents there are.
    pub(crate) fn documents(&self) -> usize {
        self.postings.documents.len()
    }

    /// A word that leads nowhere yet.
    pub(crate) fn no_clause(&self, word: &Word) -> Clause {
        Clause::new(word, self.documents())
    }

    /// A word with all its roads but the ones of last resort. Weak words are looked up when nothing else is there.
    pub(crate) fn clause(&self, word: &Word) -> Result<Clause, IndexError> {
        let mut clause = self.no_clause(word);
        if word.weak {
            return Ok(clause);
        }
        let mut everywhere = |atoms: Vec<String>, road: Road| {
            clause.look_up(Phrase { atoms, road }, &Place::ALL, self.postings)
        };
        everywhere(word.atoms.clone(), Road::AsTyped)?;
        if let Some(digits) = &word.in_digits {
            everywhere(digits.clone(), Road::InDigits)?;
        }
        for synonym in self.synonyms.of(&word.atoms) {
            everywhere(synonym.to_vec(), Road::Synonym)?;
        }
        if word.kind == WordKind::Latin && word.last {
            for begun in self.names.begun(&word.text).take(COMPLETED) {
                everywhere(vec![begun.to_owned()], Road::Begun)?;
            }
        }
        if word.kind == WordKind::Latin {
            self.letters(word, &mut clause)?;
        }
        clause.settle(self.postings);
        Ok(clause)
    }

    /// Letters as pinyin: as they are, and in the person's double pinyin.
    fn letters(&self, word: &Word, clause: &mut Clause) -> Result<(), IndexError> {
        let mut heard = self.spoken(&word.text, Ear::default());
        if let Some(full) = self.scheme.written_out(&word.text, self.lexicon) {
            // Whole syllables of the chosen scheme come before letters that happen to fit otherwise.
            heard.splice(0..0, self.spoken(&full, Ear::default()));
        }
        self.add(heard, clause, None)
    }

    /// Letters heard with fuzzy ears; for words that lead nowhere otherwise.
    pub(crate) fn fuzzily(&self, word: &Word) -> Result<Clause, IndexError> {
        let mut clause = self.no_clause(word);
        let full = self.scheme.written_out(&word.text, self.lexicon);
        let text = full.as_deref().unwrap_or(&word.text);
        let heard = self.spoken(text, Ear { fuzzy: true });
        let whole = heard
            .into_iter()
            .filter(|heard| heard.grade == Grade::Full)
            .collect();
        self.add(whole, &mut clause, None)?;
        clause.settle(self.postings);
        Ok(clause)
    }

    /// A word's letters as the first letters of characters that stand together in a title.
    pub(crate) fn initials_in_titles(&self, word: &Word) -> Result<Clause, IndexError> {
        let mut clause = self.no_clause(word);
        let sought = Sought::Letters(word.text.as_bytes(), Ear::default());
        for heard in self.names.hear(sought, HEARD_IN_TITLES, self.lexicon) {
            if heard.grade == Grade::Initials {
                let atoms = atom_texts(&heard.text);
                let phrase = Phrase {
                    atoms,
                    road: Road::Initials,
                };
                clause.look_up(phrase, &[Place::Title], self.postings)?;
            }
        }
        clause.settle(self.postings);
        Ok(clause)
    }

    /// Whether names hold what these letters spell.
    pub(crate) fn is_spoken(&self, letters: &str) -> bool {
        !self.spoken(letters, Ear::default()).is_empty()
    }

    /// After how many letters, all in whole syllables, a word of names can end, the longest first.
    pub(crate) fn heads(&self, letters: &str) -> Vec<usize> {
        self.names.ends(
            Sought::Letters(letters.as_bytes(), Ear::default()),
            self.lexicon,
        )
    }

    fn spoken(&self, text: &str, ear: Ear) -> Vec<Heard> {
        if !text
            .bytes()
            .all(|letter| letter.is_ascii_lowercase() || letter == b'\'')
        {
            return Vec::new();
        }
        self.names
            .hear(Sought::Letters(text.as_bytes(), ear), HEARD, self.lexicon)
    }

    /// Adds stretches of names that were heard; `road` where it is not pinyin.
    pub(crate) fn add(
        &self,
        heard: Vec<Heard>,
        clause: &mut Clause,
        road: Option<Road>,
    ) -> Result<(), IndexError> {
        for (rank, heard) in heard.into_iter().take(HEARD).enumerate() {
            let road = road.unwrap_or(match heard.grade {
                Grade::Initials => Road::Initials,
                Grade::Mixed | Grade::Full => Road::Pinyin,
            });
            // Initials stand for too much to be looked for in whole texts.
            let names_only = rank >= HEARD_IN_BODIES || road == Road::Initials;
            let places = if names_only {
                &Place::NAMES[..]
            } else {
                &Place::ALL[..]
            };
            clause.look_up(
                Phrase {
                    atoms: atom_texts(&heard.text),
                    road,
                },
                places,
                self.postings,
            )?;
        }
        Ok(())
    }
}
