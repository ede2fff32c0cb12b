//! Titles and aliases in their order: an exact name is never overlooked, however many entries hold its words, and what
//! is being typed can be completed.

use crate::name::Code;
use crate::prepared::Prepared;
use crate::shelf::GONE;
use std::sync::Arc;

/// Up to so many new names are put in one by one.
const FEW: usize = 64;

/// Every title and alias: the entry's number, and which of its names (0 is the title), ordered by the name's atoms.
#[derive(Debug)]
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

    /// The names after entries moved to other numbers ([`GONE`] for those whose names no longer count) and new ones came.
    pub(crate) fn changed(&self, moved: &[u32], new: &[u32], prepared: &[Arc<Prepared>]) -> Self {
        let now = |entry: u32| moved.get(entry as usize).copied().filter(|to| *to != GONE);
        let staying = self.0.iter();
        let mut names: Vec<(u32, u16)> = staying
            .filter_map(|(entry, name)| Some((now(*entry)?, *name)))
            .collect();
        let by_atoms = |a: &(u32, u16), b: &(u32, u16)| {
            atoms(prepared, *a).cmp(atoms(prepared, *b)).then(a.cmp(b))
        };
        let of = |entry: u32| {
            let one = prepared.get(entry as usize);
            let names = one.map_or(0, |one| one.proper_names());
            (0..names).map(move |name| (entry, name))
        };
        let mut coming: Vec<(u32, u16)> = new.iter().copied().flat_map(of).collect();
        if coming.len() > FEW {
            coming.sort_unstable_by(by_atoms);
            names.extend(coming);
            // Two runs in order already: this one merges them.
            names.sort_by(by_atoms);
        } else {
            for name in coming {
                let place = names.partition_point(|held| by_atoms(held, &name).is_lt());
                names.insert(place, name);
            }
        }
        Self(names)
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
