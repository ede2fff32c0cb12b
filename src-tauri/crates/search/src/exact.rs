//! Titles and aliases by their whole text: an exact name is never overlooked, however many entries hold its words.

use crate::name::Code;
use crate::prepared::Prepared;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Entry numbers by the hash of each title and alias, in order.
#[derive(Debug)]
pub(crate) struct ExactNames(Vec<(u64, u32)>);

impl ExactNames {
    pub(crate) fn new(prepared: &[Arc<Prepared>]) -> Self {
        let mut names = Vec::with_capacity(prepared.len());
        for (one, entry) in prepared.iter().zip(0_u32..) {
            let of_one = [one.title()].into_iter().chain(one.aliases());
            names.extend(of_one.map(|name| (hash(name), entry)));
        }
        names.sort_unstable();
        Self(names)
    }

    /// Entries named so; another name may share a hash, so the name is still to be compared.
    pub(crate) fn of(&self, name: &[Code]) -> Vec<usize> {
        let wanted = hash(name);
        let from = self.0.partition_point(|(hash, _)| *hash < wanted);
        let named = self
            .0
            .iter()
            .skip(from)
            .take_while(|(hash, _)| *hash == wanted);
        named.map(|(_, entry)| *entry as usize).collect()
    }
}

fn hash(name: &[Code]) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
