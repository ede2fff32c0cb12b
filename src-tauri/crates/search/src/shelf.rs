//! The entries of a snapshot in the order of their ids, with everything that was made of their names.

use crate::by_name::ByName;
use crate::prepared::{Prepared, prepare};
use crate::rarity::Rarity;
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
#[derive(Clone)]
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

    /// The shelf after some entries were written (added or replaced) or removed, and those written, made ready. How
    /// rare words are changes slowly: it is counted again with the next whole load.
    pub(crate) fn changed(
        &self,
        written: &[Arc<Entry>],
        removed: &[EntryId],
        lexicon: &Lexicon,
    ) -> (Self, Vec<Ready>) {
        let mut shelf = self.clone();
        let mut ready = Vec::new();
        for entry in written {
            let mut prepared = Prepared::new(entry, lexicon);
            prepared.weigh(&self.rarity);
            let one = (Arc::clone(entry), Arc::new(prepared));
            shelf.put(one.clone());
            ready.push(one);
        }
        for id in removed {
            shelf.remove(id);
        }
        (shelf, ready)
    }

    fn put(&mut self, (entry, prepared): Ready) {
        let brief = Brief::new(&entry, &prepared);
        let at = match self.place(&entry.id) {
            Ok(at) => {
                self.by_name.take_out(at);
                self.entries.splice(at..=at, [entry]);
                self.prepared.splice(at..=at, [prepared]);
                self.briefs.splice(at..=at, [brief]);
                at
            }
            Err(at) => {
                self.by_name.make_room(at);
                self.entries.insert(at, entry);
                self.prepared.insert(at, prepared);
                self.briefs.insert(at, brief);
                at
            }
        };
        self.by_name.put_in(at, &self.prepared);
    }

    fn remove(&mut self, id: &EntryId) {
        if let Ok(at) = self.place(id) {
            self.by_name.take_out(at);
            self.by_name.close_gap(at);
            self.entries.remove(at);
            self.prepared.remove(at);
            self.briefs.remove(at);
        }
    }

    /// Where an entry stands, or where it would.
    pub(crate) fn place(&self, id: &EntryId) -> Result<usize, usize> {
        self.entries.binary_search_by(|held| held.id.cmp(id))
    }
}

#[cfg(test)]
mod tests {
    use super::Shelf;
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
        let (shelf, ready) = shelf.changed(
            &[
                entry("a", "挂号"),
                entry("c", "挂失补卡"),
                entry("d", "挂账"),
            ],
            &[],
            &lexicon,
        );
        assert_eq!(ready.len(), 3);
        assert_eq!(named(&shelf, "挂"), ["挂号", "挂失", "挂失补卡", "挂账"]);
        let gone = shelf.entries[1].id.clone();
        let (shelf, _) = shelf.changed(&[], &[gone], &lexicon);
        assert_eq!(named(&shelf, "挂"), ["挂号", "挂失补卡", "挂账"]);
        assert!(named(&shelf, "年").is_empty());
    }
}
