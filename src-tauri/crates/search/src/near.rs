//! How near in meaning each name of the library is to a query; whoever has an encoder makes it.

/// Cosines of a query with every name of every entry, in the order of [`crate::Engine::names`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Near {
    cosines: Vec<f32>,
    /// End of each entry's cosines.
    ends: Vec<u32>,
}

/// The least cosine by which meaning alone finds an entry; what is off every topic stays below it.
const ALONE: f32 = 0.4;
/// Entries found by meaning alone or together with words.
const FOUND: usize = 100;

impl Near {
    /// The cosines of all names in a row, and how many names each entry has.
    #[must_use]
    pub fn new(cosines: Vec<f32>, names: impl IntoIterator<Item = usize>) -> Self {
        let mut end = 0_u32;
        let ends = names.into_iter().map(|names| {
            end += u32::try_from(names).unwrap_or(0);
            end
        });
        Self {
            ends: ends.collect(),
            cosines,
        }
    }

    /// The cosines of one entry's names.
    pub(crate) fn of(&self, entry: usize) -> &[f32] {
        let end = |entry: usize| self.ends.get(entry).map_or(0, |end| *end as usize);
        let start = entry.checked_sub(1).map_or(0, end);
        self.cosines.get(start..end(entry)).unwrap_or_default()
    }

    /// The entries near enough to be found by meaning alone, the nearest first.
    pub(crate) fn found(&self) -> Vec<usize> {
        let nearest = |entry: usize| self.of(entry).iter().copied().fold(f32::MIN, f32::max);
        let mut near: Vec<(f32, usize)> = (0..self.ends.len())
            .map(|entry| (nearest(entry), entry))
            .collect();
        near.retain(|(cosine, _)| *cosine >= ALONE);
        near.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        near.into_iter()
            .take(FOUND)
            .map(|(_, entry)| entry)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Near;

    #[test]
    fn an_entry_is_as_near_as_the_nearest_of_its_names() {
        let near = Near::new(vec![0.1, 0.9, 0.2, 0.6], [2, 1, 1]);
        assert_eq!(near.of(0), [0.1, 0.9]);
        assert_eq!(near.of(2), [0.6]);
        assert_eq!(near.found(), [0, 2]);
        assert!(near.of(3).is_empty());
    }
}
