//! The roads from a typed word to phrases the library holds.

use crate::clause::{Clause, Phrase};
use crate::index::{IndexError, Place};
use crate::postings::Postings;
use crate::prepared::{Name, Prepared};
use crate::query::{Word, WordKind};
use crate::synonyms::Synonyms;
use crate::why::Road;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use yingda_text::sound::Grade;
use yingda_text::{Lexicon, SoundPattern};

/// Phrases heard by sound that are also looked for in bodies; beyond these, titles and aliases are enough.
const HEARD_IN_BODIES: usize = 12;
/// Latin words completed from what was typed.
const COMPLETED: usize = 16;

/// What the roads lead through: everything known about the library besides the index.
pub(crate) struct Map<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) synonyms: &'a Synonyms,
    pub(crate) prepared: &'a [Arc<Prepared>],
    pub(crate) latin: &'a BTreeSet<String>,
    pub(crate) postings: &'a Postings,
}

/// A stretch of titles, aliases or tags that sounds like what was typed.
struct Heard {
    atoms: Vec<String>,
    grade: Grade,
    at: Vec<(u32, Place)>,
}

impl Map<'_> {
    /// A word with all its roads but the ones of last resort.
    pub(crate) fn clause(&self, word: &Word) -> Result<Clause, IndexError> {
        let mut clause = Clause::new(word, self.prepared.len());
        let typed = Phrase {
            atoms: word.atoms.clone(),
            road: Road::AsTyped,
        };
        clause.look_up(typed, self.postings)?;
        if let Some(digits) = &word.in_digits {
            clause.look_up(
                Phrase {
                    atoms: digits.clone(),
                    road: Road::InDigits,
                },
                self.postings,
            )?;
        }
        if !word.weak {
            for synonym in self.synonyms.of(&word.atoms) {
                let phrase = Phrase {
                    atoms: synonym.to_vec(),
                    road: Road::Synonym,
                };
                clause.look_up(phrase, self.postings)?;
            }
        }
        if word.kind == WordKind::Latin {
            self.latin(word, &mut clause)?;
        }
        Ok(clause)
    }

    fn latin(&self, word: &Word, clause: &mut Clause) -> Result<(), IndexError> {
        if word.last {
            let begun = self
                .latin
                .range(word.text.clone()..)
                .take_while(|w| w.starts_with(&word.text));
            for completed in begun.filter(|w| **w != word.text).take(COMPLETED) {
                let phrase = Phrase {
                    atoms: vec![completed.clone()],
                    road: Road::Begun,
                };
                clause.look_up(phrase, self.postings)?;
            }
        }
        match SoundPattern::typed(&word.text) {
            Some(pattern) => self.hear(&pattern, clause, false),
            None => Ok(()),
        }
    }

    /// Adds everything that sounds like the pattern; says through the clause who met it.
    pub(crate) fn hear(
        &self,
        pattern: &SoundPattern,
        clause: &mut Clause,
        homophone: bool,
    ) -> Result<(), IndexError> {
        for (rank, heard) in self.heard(pattern).into_iter().enumerate() {
            let road = match heard.grade {
                _ if homophone => Road::Homophone,
                Grade::Initials => Road::Initials,
                Grade::Mixed | Grade::Full => Road::Pinyin,
            };
            let phrase = Phrase {
                atoms: heard.atoms,
                road,
            };
            // Initials stand for too much to be looked for in whole texts.
            if rank < HEARD_IN_BODIES && road != Road::Initials {
                clause.look_up(phrase, self.postings)?;
            } else {
                let number = clause.add(phrase);
                for (entry, place) in heard.at {
                    clause.note(entry, place, number, 0.0);
                }
            }
        }
        Ok(())
    }

    /// All stretches that sound like the pattern, best grade first, then the most frequent.
    fn heard(&self, pattern: &SoundPattern) -> Vec<Heard> {
        let mut by_text: HashMap<String, Heard> = HashMap::new();
        for (prepared, entry) in self.prepared.iter().zip(0_u32..) {
            let titles = [(&prepared.title, Place::Title)].into_iter();
            let aliases = prepared.aliases.iter().map(|name| (name, Place::Alias));
            let tags = prepared.tags.iter().map(|name| (name, Place::Tag));
            for (name, place) in titles.chain(aliases).chain(tags) {
                self.listen(pattern, name, (entry, place), &mut by_text);
            }
        }
        let mut all: Vec<Heard> = by_text.into_values().collect();
        all.sort_by(|a, b| {
            let better = b.grade.cmp(&a.grade).then(b.at.len().cmp(&a.at.len()));
            better.then_with(|| a.atoms.cmp(&b.atoms))
        });
        all
    }

    fn listen(
        &self,
        pattern: &SoundPattern,
        name: &Name,
        at: (u32, Place),
        by_text: &mut HashMap<String, Heard>,
    ) {
        let Some(found) = pattern.find(&name.sound, self.lexicon) else {
            return;
        };
        let stretch = name.sound.chars().get(found.chars).unwrap_or_default();
        let text: String = stretch.iter().collect();
        let atoms = || yingda_text::lexicon::atom_texts(&text);
        let heard = by_text.entry(text.clone()).or_insert_with(|| Heard {
            atoms: atoms(),
            grade: found.grade,
            at: Vec::new(),
        });
        heard.at.push(at);
    }
}
