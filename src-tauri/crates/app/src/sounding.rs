//! Typing every name of a library by ear: its pinyin, its first letters, and with one character misheard.

use crate::judging::{Measure, Tally};
use crate::snapshot::Snapshot;
use std::collections::HashMap;
use yingda_content::BeijingTime;
use yingda_content::entry::Entry;
use yingda_search::{IndexError, Narrowing};
use yingda_text::atoms::is_han;
use yingda_text::fold;

/// Hits looked at for each name.
const LOOKED_AT: usize = 10;
/// Fewer characters say too little by their first letters or with one of them wrong.
const SHORTEST: usize = 4;

/// How often the entry is found by the sound of one of its names.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sounding {
    /// Titles and aliases of Han characters, in full pinyin.
    pub full: Measure,
    /// Those of four or more characters, by first letters.
    pub initials: Measure,
    /// Titles of four or more characters, the middle one replaced by another of the library that sounds the same.
    pub misheard: Measure,
}

/// Types every name; takes as long as some thousand searches.
///
/// # Errors
/// When the index can't be read.
pub fn sounding(snapshot: &Snapshot, now: BeijingTime) -> Result<Sounding, IndexError> {
    let (mut full, mut initials, mut misheard) =
        (Tally::default(), Tally::default(), Tally::default());
    let alike = characters_by_sound(snapshot);
    let rank = |typed: &str, entry: &Entry| -> Result<Option<usize>, IndexError> {
        let found = snapshot
            .engine
            .search(typed, &Narrowing::default(), 0..LOOKED_AT, now)?
            .found;
        Ok(found.iter().position(|found| found.entry.id == entry.id))
    };
    for entry in snapshot.library.entries() {
        for name in [&entry.title].into_iter().chain(&entry.aliases) {
            let chars = fold(name).chars().to_vec();
            if !chars.iter().all(|c| is_han(*c)) {
                continue;
            }
            let letters = snapshot.lexicon.typed(&chars);
            full.count(rank(&letters.concat(), entry)?);
            if chars.len() >= SHORTEST {
                let first: String = letters
                    .iter()
                    .filter_map(|syllable| syllable.chars().next())
                    .collect();
                initials.count(rank(&first, entry)?);
            }
            if chars.len() >= SHORTEST
                && *name == entry.title
                && let Some(wrong) = with_one_misheard(chars, &letters, &alike)
            {
                misheard.count(rank(&wrong, entry)?);
            }
        }
    }
    Ok(Sounding {
        full: full.measure(),
        initials: initials.measure(),
        misheard: misheard.measure(),
    })
}

/// The characters of all names by how they sound.
fn characters_by_sound(snapshot: &Snapshot) -> HashMap<String, Vec<char>> {
    let mut by_sound: HashMap<String, Vec<char>> = HashMap::new();
    for entry in snapshot.library.entries() {
        for name in [&entry.title].into_iter().chain(&entry.aliases) {
            let chars = fold(name).chars().to_vec();
            for (c, sound) in chars.iter().zip(snapshot.lexicon.typed(&chars)) {
                let alike = by_sound.entry(sound).or_default();
                if is_han(*c) && !alike.contains(c) {
                    alike.push(*c);
                }
            }
        }
    }
    by_sound
}

fn with_one_misheard(
    mut chars: Vec<char>,
    letters: &[String],
    alike: &HashMap<String, Vec<char>>,
) -> Option<String> {
    let middle = chars.len() / 2;
    let place = chars.get_mut(middle)?;
    let other = alike
        .get(letters.get(middle)?)?
        .iter()
        .find(|other| **other != *place)?;
    *place = *other;
    Some(chars.into_iter().collect())
}
