//! Titles and aliases in their order: an exact name is never overlooked, however many entries hold its words, and what
//! is being typed can be completed.

use crate::name::Code;
use crate::prepared::Prepared;
use std::sync::Arc;

/// Every title and alias: the entry's number, and which of its names (0 is the title), ordered by the name's atoms.
#[derive(Debug, Clone)]
pub(crate) struct ByName(Vec<(u32, u16)>);

impl ByName {
    pub(crate) fn new(prepared: &[Arc<Prepared>]) -> Self {
        let mut names: Vec<(u32, u16)> = Vec::with_capacity(prepared.len());
        for (one, entry) in prepared.iter().zip(0_u32..) {
            names.extend((0..one.proper_names()).map(|name| (entry, name)));
        }
        names.sort_unstable_by(|a, b| atoms(prepared, *a).cmp(atoms(prepared, *b)).then(a.cmp(b)));
        Self(names)
    }

    /// Makes room for a new entry at a number.
    pub(crate) fn make_room(&mut self, at: usize) {
        for (entry, _) in self.0.iter_mut().filter(|(entry, _)| *entry as usize >= at) {
            *entry += 1;
        }
    }

    /// Takes out the names of an entry, before its texts change.
    pub(crate) fn take_out(&mut self, at: usize) {
        self.0.retain(|(entry, _)| *entry as usize != at);
    }

    /// Closes the gap that an entry left.
    pub(crate) fn close_gap(&mut self, at: usize) {
        for (entry, _) in self.0.iter_mut().filter(|(entry, _)| *entry as usize > at) {
            *entry -= 1;
        }
    }

    /// Puts in the names of an entry.
    pub(crate) fn put_in(&mut self, at: usize, prepared: &[Arc<Prepared>]) {
        let names = prepared.get(at).map_or(0, |one| one.proper_names());
        let Ok(entry) = u32::try_from(at) else { return };
        for name in (0..names).map(|name| (entry, name)) {
            let wanted = (atoms(prepared, name), name);
            let place = self
                .0
                .partition_point(|held| (atoms(prepared, *held), *held) < wanted);
            self.0.insert(place, name);
        }
    }

    /// Names that begin with some atoms, in order.
    pub(crate) fn beginning<'a>(
        &'a self,
        with: &'a [Code],
        prepared: &'a [Arc<Prepared>],
    ) -> impl Iterator<Item = (u32, u16)> + 'a {
        let from = self.0.partition_point(|name| atoms(prepared, *name) < with);
        let names = self.0.iter().skip(from).copied();
        names.take_while(move |name| !with.is_empty() && atoms(prepared, *name).starts_with(with))
    }

    /// Entries that are named exactly so.
    pub(crate) fn exactly(&self, name: &[Code], prepared: &[Arc<Prepared>]) -> Vec<usize> {
        let named = self
            .beginning(name, prepared)
            .take_while(|held| atoms(prepared, *held).len() == name.len());
        named.map(|(entry, _)| entry as usize).collect()
    }
}

fn atoms(prepared: &[Arc<Prepared>], (entry, name): (u32, u16)) -> &[Code] {
    prepared
        .get(entry as usize)
        .map_or(&[], |one| one.name(name))
}
