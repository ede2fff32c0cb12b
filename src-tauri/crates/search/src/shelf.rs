//! The entries of a snapshot in the order of their ids, with everything that was made of their names.

use crate::by_name::ByName;
use crate::prepared::{Prepared, on_all_cores, prepare};
use crate::rarity::Rarity;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use yingda_content::{Entry, EntryId, Kind};
use yingda_text::Lexicon;

/// What is asked of every entry that was found, so small that a hundred thousand are looked at in no time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brief {
    pub(crate) kind: Kind,
    /// Whether no day can make it expired or withdrawn.
    pub(crate) lasting: bool,
    /// Whether it names words that keep it out.
    pub(crate) wary: bool,
    /// Atoms of its title.
    pub(crate) title: u16,
}

impl Brief {
    fn new(entry: &Entry, prepared: &Prepared) -> Self {
        Self {
            kind: entry.kind,
            lasting: prepared.lasting,
            wary: !prepared.not_for.is_empty(),
            title: u16::try_from(prepared.title().len()).unwrap_or(u16::MAX),
        }
    }
}

/// Entries made ready.
pub(crate) struct Shelf {
    pub(crate) entries: Vec<Arc<Entry>>,
    /// In the same order.
    pub(crate) prepared: Vec<Arc<Prepared>>,
    /// In the same order.
    pub(crate) briefs: Vec<Brief>,
    pub(crate) by_name: ByName,
    pub(crate) rarity: Arc<Rarity>,
}

/// An entry with what was made of it.
pub(crate) type Ready = (Arc<Entry>, Arc<Prepared>);

/// In the place of a number that no longer stands for the entry it stood for.
pub(crate) const GONE: u32 = u32::MAX;

/// A shelf after a change.
pub(crate) struct Changed {
    pub(crate) shelf: Shelf,
    /// The entries that were written, made ready.
    pub(crate) ready: Vec<Ready>,
    /// Where each entry of the shelf before stands now; [`GONE`] for those written anew or removed.
    pub(crate) moved: Vec<u32>,
}

/// One place of a change: whether the entry there goes, and the number of what comes in its place or before it.
struct Cut {
    at: usize,
    takes: bool,
    puts: Option<usize>,
}

/// A list with its changed places; what lies between is copied in one go.
fn spliced<T: Clone>(old: &[T], cuts: &[Cut], put: impl Fn(&Cut) -> Option<T>) -> Vec<T> {
    let mut new = Vec::with_capacity(old.len() + cuts.len());
    let mut from = 0;
    for cut in cuts {
        new.extend_from_slice(old.get(from..cut.at).unwrap_or_default());
        new.extend(put(cut));
        from = cut.at + usize::from(cut.takes);
    }
    new.extend_from_slice(old.get(from..).unwrap_or_default());
    new
}

/// Where each of so many entries stands after some cuts, and the numbers of the new ones.
fn moved(count: usize, cuts: &[Cut]) -> (Vec<u32>, Vec<u32>) {
    let (mut moved, mut new) = (Vec::with_capacity(count), Vec::new());
    let mut next: u32 = 0;
    let mut cuts = cuts.iter().peekable();
    for at in 0..=count {
        let mut stays = at < count;
        while let Some(cut) = cuts.next_if(|cut| cut.at == at) {
            if cut.puts.is_some() {
                new.push(next);
                next += 1;
            }
            stays &= !cut.takes;
        }
        if at < count {
            moved.push(if stays { next } else { GONE });
            next += u32::from(stays);
        }
    }
    (moved, new)
}

impl Shelf {
    /// Takes entries that are in the order of their ids.
    pub(crate) fn new(entries: Vec<Arc<Entry>>, lexicon: &Lexicon) -> Self {
        let (prepared, rarity) = prepare(entries.iter().map(AsRef::as_ref), lexicon);
        let briefs = entries
            .iter()
            .zip(&prepared)
            .map(|(entry, prepared)| Brief::new(entry, prepared));
        Self {
            briefs: briefs.collect(),
            by_name: ByName::new(&prepared),
            rarity: Arc::new(rarity),
            prepared,
            entries,
        }
    }

    /// The shelf after some entries were written (added or replaced) or removed. How rare words are changes slowly: it is
    /// counted again with the next whole load.
    pub(crate) fn changed(
        &self,
        written: &[Arc<Entry>],
        removed: &[EntryId],
        lexicon: &Lexicon,
    ) -> Changed {
        let gone: BTreeSet<&EntryId> = removed.iter().collect();
        // Of two with one id the later counts.
        let written: BTreeMap<&EntryId, &Arc<Entry>> =
            written.iter().map(|entry| (&entry.id, entry)).collect();
        let staying: Vec<&Arc<Entry>> = written
            .into_values()
            .filter(|entry| !gone.contains(&entry.id))
            .collect();
        let ready: Vec<Ready> = on_all_cores(staying, |entry| {
            let mut prepared = Prepared::new(entry, lexicon);
            prepared.weigh(&self.rarity);
            (Arc::clone(entry), Arc::new(prepared))
        });
        let taken = gone.into_iter().filter_map(|id| self.place(id).ok());
        let mut cuts: Vec<Cut> = taken
            .map(|at| Cut {
                at,
                takes: true,
                puts: None,
            })
            .collect();
        cuts.extend(ready.iter().enumerate().map(|(number, (entry, _))| {
            let place = self.place(&entry.id);
            Cut {
                at: place.unwrap_or_else(|at| at),
                takes: place.is_ok(),
                puts: Some(number),
            }
        }));
        // What comes before an entry that goes is put there first.
        cuts.sort_by_key(|cut| (cut.at, cut.takes));
        self.cut(&cuts, ready)
    }

    fn cut(&self, cuts: &[Cut], ready: Vec<Ready>) -> Changed {
        let put = |cut: &Cut| ready.get(cut.puts?);
        let entries = spliced(&self.entries, cuts, |cut| {
            put(cut).map(|(entry, _)| Arc::clone(entry))
        });
        let prepared = spliced(&self.prepared, cuts, |cut| {
            put(cut).map(|(_, prepared)| Arc::clone(prepared))
        });
        let briefs = spliced(&self.briefs, cuts, |cut| {
            put(cut).map(|(entry, prepared)| Brief::new(entry, prepared))
        });
        let (moved, new) = moved(self.entries.len(), cuts);
        let shelf = Self {
            by_name: self.by_name.changed(&moved, &new, &prepared),
            rarity: Arc::clone(&self.rarity),
            entries,
            prepared,
            briefs,
        };
        Changed {
            shelf,
            ready,
            moved,
        }
    }

    /// Where an entry stands, or where it would.
    pub(crate) fn place(&self, id: &EntryId) -> Result<usize, usize> {
        self.entries.binary_search_by(|held| held.id.cmp(id))
    }
}

#[cfg(test)]
mod tests {
    use super::{GONE, Shelf};
    use crate::name::code;
    use std::sync::Arc;
    use yingda_content::Entry;
    use yingda_text::Lexicon;

    fn entry(id: &str, title: &str) -> Arc<Entry> {
        let text = format!(
            "---\nid: {id}\nkind: faq\ntitle: {title}\nstatus: draft\n---\n## 可直接说\n好\n"
        );
        Arc::new(yingda_content::read_entry("a.md", &text).entry.unwrap())
    }

    fn named(shelf: &Shelf, beginning: &str) -> Vec<String> {
        let codes: Vec<u32> = beginning.chars().map(|c| code(&c.to_string())).collect();
        let names = shelf.by_name.beginning(&codes, &shelf.prepared);
        names
            .map(|(entry, _)| shelf.entries[entry as usize].title.clone())
            .collect()
    }

    #[test]
    fn names_stay_in_order_while_entries_come_change_and_go() {
        let lexicon = Lexicon::new([], []);
        let shelf = Shelf::new(vec![entry("b", "挂失"), entry("d", "年费")], &lexicon);
        let changed = shelf.changed(
            &[
                entry("c", "挂失补卡"),
                entry("a", "挂号"),
                entry("d", "挂账"),
            ],
            &[],
            &lexicon,
        );
        assert_eq!((changed.ready.len(), changed.moved), (3, vec![1, GONE]));
        let shelf = changed.shelf;
        assert_eq!(named(&shelf, "挂"), ["挂号", "挂失", "挂失补卡", "挂账"]);
        let gone = shelf.entries[1].id.clone();
        let came = [entry("a2", "挂名")];
        let changed = shelf.changed(&came, &[gone], &lexicon);
        assert_eq!(changed.moved, [0, GONE, 2, 3]);
        let shelf = changed.shelf;
        assert_eq!(named(&shelf, "挂"), ["挂号", "挂名", "挂失补卡", "挂账"]);
        assert!(named(&shelf, "年").is_empty());
    }
}
