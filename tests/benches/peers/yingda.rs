//! Yingda's own search, as the desk calls it.

use crate::Peer;
use crate::data::{Data, Source, knowledge};
use std::collections::HashMap;
use time::macros::date;
use yingda_app::contract::SearchRequest;
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Snapshot};
use yingda_content::Loaded;

struct Whole {
    snapshot: Snapshot,
    /// Where in the list an entry's document stands.
    positions: HashMap<String, usize>,
    now: BeijingTime,
}

/// The whole of it, with the words of the shipped knowledge base.
pub(crate) fn whole(data: &Data) -> Box<dyn Peer> {
    let (snapshot, now) = match &data.source {
        Source::Set(set) => {
            let snapshot = set.snapshot(Some(&knowledge())).expect("an index");
            (snapshot, BeijingTime::start_of(date!(2026 - 01 - 01)))
        }
        Source::Library(library, now) => {
            let loaded = Loaded {
                library: library.clone(),
                problems: Vec::new(),
            };
            let taken = Snapshot::of(loaded, IndexPlace::Memory, None, &mut |_, _| {});
            (taken.expect("an index").0, *now)
        }
    };
    let entries = snapshot.library.entries().iter().enumerate();
    let positions = entries.map(|(position, entry)| (entry.id.to_string(), position));
    Box::new(Whole {
        positions: positions.collect(),
        now,
        snapshot,
    })
}

impl Peer for Whole {
    /// A query that is too long to search for finds nothing.
    fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let request = SearchRequest {
            text: query.to_owned(),
            limit: u32::try_from(limit).expect("a page"),
            ..SearchRequest::default()
        };
        let hits = yingda_app::search(&self.snapshot, &request, self.now)
            .map(|answer| answer.hits)
            .unwrap_or_default();
        hits.iter()
            .filter_map(|hit| self.positions.get(&hit.id).copied())
            .collect()
    }
}
