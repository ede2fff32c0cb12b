//! Which entry of the library says nearly the same as a draft.
//!
//! Names are compared by their pairs of characters, texts by runs of five; an index of both keeps ten thousand drafts
//! against ten thousand entries quick.

use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use yingda_content::plain::{searchable, spoken_sentence};
use yingda_content::{Entry, EntryId};
use yingda_exchange::{CardText, Draft};
use yingda_text::fold;

/// From this share of common pairs on, two names are nearly the same (Dice).
const SAME_NAME: f64 = 0.8;
/// From this share of a draft's runs on, an entry says nearly the same.
const SAME_TEXT: f64 = 0.6;
/// Texts with fewer runs are alike by chance.
const SHORTEST: usize = 8;
/// A run that more entries have says nothing.
const COMMON: usize = 64;

/// An entry that a draft is nearly the same as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The entry.
    pub id: EntryId,
    /// Its title.
    pub title: String,
    /// How much of the draft's text the entry has, in hundredths.
    pub text: u8,
    /// Whether its name, or an alias, is nearly the draft's.
    pub named_alike: bool,
}

impl Near {
    /// Whether the entry has all of the draft's text already.
    #[must_use]
    pub const fn says_all(&self) -> bool {
        self.text >= 90
    }
}

type Run = Vec<char>;

/// The names and texts of a library, by their runs of characters.
#[derive(Debug, Default)]
pub struct Neighbours {
    entries: Vec<(EntryId, String)>,
    names: FxHashMap<Run, Vec<u32>>,
    /// How many pairs each name has, and whose it is.
    sizes: Vec<(usize, u32)>,
    texts: FxHashMap<Run, Vec<u32>>,
}

impl Neighbours {
    /// Reads a library.
    #[must_use]
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut all = Self::default();
        for (number, entry) in (0_u32..).zip(entries) {
            all.entries.push((entry.id.clone(), entry.title.clone()));
            for name in std::iter::once(&entry.title).chain(&entry.aliases) {
                let runs = runs(name, 2);
                let place = u32::try_from(all.sizes.len()).unwrap_or(u32::MAX);
                all.sizes.push((runs.len(), number));
                for run in runs {
                    all.names.entry(run).or_default().push(place);
                }
            }
            for run in runs(&text_of(entry), 5) {
                all.texts.entry(run).or_default().push(number);
            }
        }
        all
    }

    /// The entry that a draft is nearest to, if any is near.
    #[must_use]
    pub fn near(&self, draft: &Draft) -> Option<Near> {
        let named = self.by_name(&draft.title);
        let texts = runs(&text_of_draft(draft), 5);
        let shares = self.by_text(&texts);
        let best = shares
            .iter()
            .max_by_key(|(number, share)| (**share, u32::MAX - **number))
            .filter(|(_, share)| f64::from(**share) >= SAME_TEXT * 100.0)
            .map(|(number, _)| *number);
        let number = best.or(named)?;
        let (id, title) = self.entries.get(number as usize)?;
        Some(Near {
            id: id.clone(),
            title: title.clone(),
            text: shares.get(&number).copied().unwrap_or(0),
            named_alike: named == Some(number),
        })
    }

    /// The entry whose name has most in common with a title.
    #[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
    fn by_name(&self, title: &str) -> Option<u32> {
        let runs = runs(title, 2);
        let mut common: FxHashMap<u32, usize> = FxHashMap::default();
        for place in runs.iter().filter_map(|run| self.names.get(run)).flatten() {
            *common.entry(*place).or_default() += 1;
        }
        let share = |place: u32, both: usize| {
            let (size, number) = self.sizes.get(place as usize)?;
            let share = 2.0 * both as f64 / (*size + runs.len()) as f64;
            Some((share, *number))
        };
        let mut near: Vec<(f64, u32)> = common
            .into_iter()
            .filter_map(|(place, both)| share(place, both))
            .filter(|(share, _)| *share >= SAME_NAME)
            .collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        near.first().map(|(_, number)| *number)
    }

    /// How much of a text each entry has, in hundredths.
    fn by_text(&self, runs: &FxHashSet<Run>) -> FxHashMap<u32, u8> {
        let mut common: FxHashMap<u32, usize> = FxHashMap::default();
        if runs.len() < SHORTEST {
            return FxHashMap::default();
        }
        for numbers in runs.iter().filter_map(|run| self.texts.get(run)) {
            if numbers.len() <= COMMON {
                for number in numbers {
                    *common.entry(*number).or_default() += 1;
                }
            }
        }
        let hundredths = |both: usize| u8::try_from(both * 100 / runs.len()).unwrap_or(100);
        common
            .into_iter()
            .map(|(number, both)| (number, hundredths(both)))
            .collect()
    }
}

/// All that an entry says, as plain text.
fn text_of(entry: &Entry) -> String {
    let card = &entry.card;
    let mut text = searchable(&card.say);
    text.push_str(&searchable(&card.internal));
    for sentence in &card.must {
        text.push_str(&spoken_sentence(sentence, &BTreeMap::new()));
    }
    for section in &entry.sections {
        text.push_str(&searchable(&section.blocks));
    }
    text
}

/// All that a draft says, without the headings of its parts.
fn text_of_draft(draft: &Draft) -> String {
    let card = CardText::of(&draft.body);
    [card.say, card.internal, card.must, card.other].concat()
}

/// The runs of so many letters and digits in a text, each once; the whole where it is shorter.
fn runs(text: &str, length: usize) -> FxHashSet<Run> {
    let letters: Vec<char> = fold(text)
        .chars()
        .iter()
        .copied()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    if letters.len() < length {
        return std::iter::once(letters)
            .filter(|all| !all.is_empty())
            .collect();
    }
    letters.windows(length).map(<[char]>::to_vec).collect()
}
