//! Yingda's own search, as the desk calls it.

use crate::Peer;
use crate::data::{Data, Source, knowledge, project};
use std::collections::HashMap;
use std::sync::Arc;
use time::macros::date;
use yingda_app::contract::SearchRequest;
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Encoder, MODEL_FILE, Meaning, Snapshot};
use yingda_content::Loaded;

struct Whole {
    snapshot: Snapshot,
    meaning: Option<Meaning>,
    /// Where in the list an entry's document stands.
    positions: HashMap<String, usize>,
    now: BeijingTime,
}

/// By words alone, with those of the shipped knowledge base.
pub(crate) fn by_words(data: &Data) -> Box<dyn Peer> {
    whole(data, None)
}

/// By words and meaning; `None` where the sentence model is not there (`cargo xtask model` puts it there).
pub(crate) fn by_meaning(data: &Data) -> Option<Box<dyn Peer>> {
    let model = project().join("src-tauri/model").join(MODEL_FILE);
    let encoder = model
        .is_file()
        .then(|| Encoder::open(&model).expect("a model"))?;
    Some(whole(data, Some(Arc::new(encoder))))
}

fn whole(data: &Data, encoder: Option<Arc<Encoder>>) -> Box<dyn Peer> {
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
    let meaning =
        encoder.and_then(|encoder| Meaning::of(&snapshot.engine, encoder, None, &mut |_, _| true));
    Box::new(Whole {
        meaning,
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
        let hits = yingda_app::search_by(&self.snapshot, &request, self.meaning.as_ref(), self.now)
            .map(|answer| answer.hits)
            .unwrap_or_default();
        hits.iter()
            .filter_map(|hit| self.positions.get(&hit.id).copied())
            .collect()
    }
}
