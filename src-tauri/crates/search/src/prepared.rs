//! What ranking needs of each entry, kept in memory and shared between snapshots.

use std::collections::HashMap;
use std::sync::Arc;
use yingda_content::Entry;
use yingda_content::entry::Status;
use yingda_text::lexicon::atom_texts;

/// An entry made ready.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// The atoms of its title, joined.
    pub(crate) title: Box<str>,
    /// The atoms of each alias, joined.
    pub(crate) aliases: Box<[Box<str>]>,
    /// Compact forms of the words that keep it out.
    pub(crate) not_for: Box<[Box<str>]>,
    /// Characters of its title.
    pub(crate) title_length: u16,
    /// Whether no day can make it expired or withdrawn.
    pub(crate) lasting: bool,
}

impl Prepared {
    pub(crate) fn new(entry: &Entry) -> Self {
        let compact = |text: &String| atom_texts(text).concat().into_boxed_str();
        let title = compact(&entry.title);
        let ended = matches!(entry.status, Status::Withdrawn | Status::Retired);
        Self {
            title_length: u16::try_from(title.chars().count()).unwrap_or(u16::MAX),
            title,
            aliases: entry.aliases.iter().map(compact).collect(),
            not_for: entry.not_for.iter().map(compact).collect(),
            lasting: entry.valid.until.is_none() && !ended,
        }
    }
}

/// The entries of an earlier snapshot with what was made of them, in the same order.
pub(crate) type Before<'a> = (&'a [Arc<Entry>], &'a [Arc<Prepared>]);

/// Prepares all entries, taking over what is the very same entry.
pub(crate) fn prepare(entries: &[Arc<Entry>], before: Option<Before<'_>>) -> Vec<Arc<Prepared>> {
    let known: HashMap<*const Entry, &Arc<Prepared>> = before
        .into_iter()
        .flat_map(|(entries, prepared)| entries.iter().zip(prepared))
        .map(|(entry, prepared)| (Arc::as_ptr(entry), prepared))
        .collect();
    let ready = |entry: &Arc<Entry>| match known.get(&Arc::as_ptr(entry)) {
        Some(prepared) => Arc::clone(prepared),
        None => Arc::new(Prepared::new(entry)),
    };
    entries.iter().map(ready).collect()
}
