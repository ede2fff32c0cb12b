//! What ranking and sound need of each entry, kept in memory and shared between snapshots.

use crate::texts::body;
use std::collections::HashMap;
use std::sync::Arc;
use yingda_content::Entry;
use yingda_text::lexicon::atom_texts;
use yingda_text::{AtomKind, Lexicon, SoundText, atoms, fold};

/// A short text of an entry (title, alias, tag) in the forms a search needs.
#[derive(Debug)]
pub(crate) struct Name {
    /// Its atoms joined.
    pub(crate) compact: String,
    pub(crate) sound: SoundText,
}

/// An entry made ready.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) title: Name,
    pub(crate) aliases: Vec<Name>,
    pub(crate) tags: Vec<Name>,
    /// Everything that is neither name nor heading, a line a block.
    pub(crate) body: String,
    /// Compact forms of the words that keep it out.
    pub(crate) not_for: Vec<String>,
    /// Latin words it holds anywhere.
    pub(crate) latin: Vec<String>,
}

impl Prepared {
    pub(crate) fn new(entry: &Entry, lexicon: &Lexicon) -> Self {
        let name = |text: &String| {
            let folded = fold(text);
            let compact = atoms(&folded).into_iter().map(|atom| atom.text).collect();
            Name {
                compact,
                sound: lexicon.sounds(folded.chars()),
            }
        };
        let tags = entry.tags.iter().chain(&entry.product);
        let body = body(entry);
        Self {
            title: name(&entry.title),
            aliases: entry.aliases.iter().map(name).collect(),
            tags: tags.map(name).collect(),
            not_for: entry
                .not_for
                .iter()
                .map(|word| atom_texts(word).concat())
                .collect(),
            latin: latin_words(entry, &body),
            body,
        }
    }
}

fn latin_words(entry: &Entry, body: &str) -> Vec<String> {
    let mut words = Vec::new();
    let names = entry.aliases.iter().chain(&entry.tags).map(String::as_str);
    let texts = [entry.title.as_str(), body].into_iter().chain(names);
    for text in texts {
        let latin = atoms(&fold(text))
            .into_iter()
            .filter(|atom| atom.kind == AtomKind::Latin);
        words.extend(latin.map(|atom| atom.text));
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The entries of an earlier snapshot with what was made of them, in the same order.
pub(crate) type Before<'a> = (&'a [Arc<Entry>], &'a [Arc<Prepared>]);

/// Prepares all entries, taking over what has not changed.
pub(crate) fn prepare(
    entries: &[Arc<Entry>],
    lexicon: &Lexicon,
    before: Option<Before<'_>>,
) -> Vec<Arc<Prepared>> {
    let known: HashMap<String, &Arc<Prepared>> = before
        .into_iter()
        .flat_map(|(entries, prepared)| entries.iter().zip(prepared))
        .map(|(entry, prepared)| (entry.content_hash(), prepared))
        .collect();
    let ready = |entry: &Arc<Entry>| match known.get::<str>(&entry.content_hash()) {
        Some(prepared) => Arc::clone(prepared),
        None => Arc::new(Prepared::new(entry, lexicon)),
    };
    entries.iter().map(ready).collect()
}
