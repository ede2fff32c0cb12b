//! Figures of the wording itself: how long 可直接说 is, and which entries say nearly the same.

use std::collections::{BTreeMap, BTreeSet};
use yingda_content::Library;
use yingda_content::plain::spoken;
use yingda_text::lexicon::atom_texts;

/// From this share of common pairs of characters on, two texts say nearly the same.
const NEARLY: f64 = 0.85;
/// Shorter texts are alike by chance.
const SHORTEST: usize = 12;

/// What a library's wording measures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    /// Entries with 可直接说.
    pub spoken: usize,
    /// Its median length in characters, punctuation left out.
    pub median: usize,
    /// The length that 95 of 100 do not exceed.
    pub longest_usual: usize,
    /// Ids of entries whose 可直接说 is nearly the same, with the share of common pairs of characters.
    pub nearly_same: Vec<(String, String, f64)>,
}

/// Measures the 可直接说 of all entries.
#[must_use]
pub fn wording(library: &Library) -> Wording {
    let texts: Vec<(&str, Vec<String>)> = library
        .entries()
        .iter()
        .map(|entry| {
            (
                entry.id.as_str(),
                atom_texts(&spoken(&entry.card.say, &BTreeMap::new())),
            )
        })
        .filter(|(_, atoms)| !atoms.is_empty())
        .collect();
    let mut lengths: Vec<usize> = texts.iter().map(|(_, atoms)| atoms.len()).collect();
    lengths.sort_unstable();
    let at = |hundredth: usize| lengths.get((lengths.len().saturating_sub(1)) * hundredth / 100);
    Wording {
        spoken: texts.len(),
        median: at(50).copied().unwrap_or(0),
        longest_usual: at(95).copied().unwrap_or(0),
        nearly_same: nearly_same(&texts),
    }
}

fn nearly_same(texts: &[(&str, Vec<String>)]) -> Vec<(String, String, f64)> {
    let pairs: Vec<(&str, BTreeSet<&[String]>)> = texts
        .iter()
        .filter(|(_, atoms)| atoms.len() >= SHORTEST)
        .map(|(id, atoms)| (*id, atoms.windows(2).collect()))
        .collect();
    let mut found = Vec::new();
    for (number, (id, one)) in pairs.iter().enumerate() {
        for (other_id, other) in pairs.iter().skip(number + 1) {
            let share = common(one, other);
            if share > NEARLY {
                found.push(((*id).to_owned(), (*other_id).to_owned(), share));
            }
        }
    }
    found
}

/// Common pairs of characters as a share of all (Jaccard), from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
fn common(one: &BTreeSet<&[String]>, other: &BTreeSet<&[String]>) -> f64 {
    let both = one.intersection(other).count() as f64;
    both / (one.len() as f64 + other.len() as f64 - both)
}
