//! The vocabulary of a snapshot: a large base that outlives edits, and a small one of what changed since.

use crate::name::Name;
use crate::prepared::Prepared;
use crate::shelf::{Ready, Shelf};
use crate::texts::{body, headings};
use crate::vocabulary::{Alike, Gathered, Heard, Sought, Vocabulary};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use yingda_content::Entry;
use yingda_text::atoms::is_han;
use yingda_text::{AtomKind, Lexicon, atoms, fold};

/// The words of some entries.
#[derive(Debug, Default)]
struct Words {
    names: Vocabulary,
    /// Latin words that stand anywhere in them.
    latin: BTreeSet<Box<str>>,
}

impl Words {
    fn of<'a>(entries: impl Iterator<Item = (&'a Entry, &'a Prepared)>, lexicon: &Lexicon) -> Self {
        let mut gathered = Gathered::default();
        let mut latin = BTreeSet::new();
        for (entry, prepared) in entries {
            prepared.names().for_each(|(name, _)| gathered.name(name));
            for tag in entry.tags.iter().chain(&entry.product) {
                gathered.name(&Name::new(tag, lexicon));
            }
            let names = [&entry.title]
                .into_iter()
                .chain(&entry.aliases)
                .chain(&entry.tags)
                .chain(&entry.product);
            names.for_each(|name| latin_words(name, &mut latin));
            for heading in headings(entry) {
                latin_words(&heading, &mut latin);
            }
            latin_words(&body(entry), &mut latin);
        }
        Self {
            names: gathered.into_vocabulary(lexicon),
            latin,
        }
    }
}

fn latin_words(text: &str, words: &mut BTreeSet<Box<str>>) {
    // Most texts hold no letters: looking is cheaper than folding.
    if !text.chars().any(|c| c.is_alphabetic() && !is_han(c)) {
        return;
    }
    let latin = atoms(&fold(text))
        .into_iter()
        .filter(|atom| atom.kind == AtomKind::Latin);
    words.extend(latin.map(|atom| atom.text.into_boxed_str()));
}

/// All words of a snapshot.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    base: Arc<Words>,
    recent: Arc<Words>,
    /// Entries changed since the base was gathered.
    changed: Vec<Ready>,
}

/// With more changes than this the base is gathered anew.
const MOST_CHANGES: usize = 500;

impl Names {
    pub(crate) fn new(shelf: &Shelf, lexicon: &Lexicon) -> Self {
        let all = shelf
            .entries
            .iter()
            .zip(&shelf.prepared)
            .map(|(entry, prepared)| (&**entry, &**prepared));
        Self {
            base: Arc::new(Words::of(all, lexicon)),
            ..Self::default()
        }
    }

    /// The same with some entries written anew; `None` when there were so many changes that all should be gathered
    /// anew. Words that are gone may stay: they lead to nothing.
    pub(crate) fn with(&self, written: Vec<Ready>, lexicon: &Lexicon) -> Option<Self> {
        let mut changed = self.changed.clone();
        changed.retain(|(before, _)| written.iter().all(|(entry, _)| entry.id != before.id));
        changed.extend(written);
        let recent = Words::of(
            changed
                .iter()
                .map(|(entry, prepared)| (&**entry, &**prepared)),
            lexicon,
        );
        (changed.len() <= MOST_CHANGES).then(|| Self {
            base: Arc::clone(&self.base),
            recent: Arc::new(recent),
            changed,
        })
    }

    fn both(&self) -> [&Words; 2] {
        [&self.base, &self.recent]
    }

    /// Stretches of names that sound like what is sought: the best grade first, then the most frequent.
    pub(crate) fn hear(&self, sought: Sought<'_>, lexicon: &Lexicon) -> Vec<Heard> {
        let [base, recent] = self.both();
        let mut heard = base.names.hear(sought, lexicon);
        let more = recent.names.hear(sought, lexicon);
        if more.is_empty() {
            return heard;
        }
        let mut known: HashMap<String, Heard> = HashMap::new();
        for one in heard.drain(..).chain(more) {
            let best = known.entry(one.text.clone()).or_insert_with(|| one.clone());
            best.grade = best.grade.max(one.grade);
            best.words = best.words.min(one.words);
            best.count = best.count.max(one.count);
        }
        heard.extend(known.into_values());
        heard.sort_unstable_by(Heard::likelier);
        heard
    }

    /// After how much of what is sought, all in whole syllables, a word of names can end, the longest first.
    pub(crate) fn ends(&self, sought: Sought<'_>, lexicon: &Lexicon) -> Vec<usize> {
        let mut ends: Vec<usize> = self
            .both()
            .into_iter()
            .flat_map(|words| words.names.ends(sought, lexicon))
            .collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.dedup();
        ends
    }

    /// Long words within one slip of a stretch of what was typed; the longest stretch first.
    pub(crate) fn alike(&self, typed: &[char]) -> Vec<Alike> {
        let mut found: Vec<Alike> = self
            .both()
            .into_iter()
            .flat_map(|words| words.names.alike(typed))
            .collect();
        found.sort_unstable_by(|a, b| (b.to - b.from, &a.text).cmp(&(a.to - a.from, &b.text)));
        found.dedup();
        found
    }

    /// Latin words that begin so, shortest list first; the word itself left out.
    pub(crate) fn begun<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = &'a str> {
        let from = move |words: &'a Words| {
            let bounds = (std::ops::Bound::Included(typed), std::ops::Bound::Unbounded);
            words
                .latin
                .range::<str, _>(bounds)
                .take_while(move |word| word.starts_with(typed))
        };
        let all = self.both().into_iter().flat_map(from);
        all.map(AsRef::as_ref).filter(move |word| *word != typed)
    }
}
