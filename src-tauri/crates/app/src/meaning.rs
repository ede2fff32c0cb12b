//! Searching by meaning: the vectors of a snapshot's names, made behind the searches, and a query's nearness to them.

use std::path::Path;
use std::sync::Arc;
use yingda_meaning::{Encoder, Keep, Quantized, VectorCache, Vectors};
use yingda_search::{Engine, Near};

/// After so many new vectors the kept ones are written, so that a start cut short loses little.
const SAVED_AFTER: usize = 2_000;

/// What the names of one snapshot mean.
#[derive(Debug)]
pub struct Meaning {
    encoder: Arc<Encoder>,
    vectors: Vectors,
    /// How many names each entry has.
    names: Vec<usize>,
}

impl Meaning {
    /// Makes the vectors of an engine's names; those made before are taken from the file `kept`, which is written
    /// afterwards (a file that can't be written costs the next start its time, nothing else). `go_on` hears
    /// (done, total) and says whether to go on; `None` when it said no.
    #[must_use]
    pub fn of(
        engine: &Engine,
        encoder: Arc<Encoder>,
        kept: Option<&Path>,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Option<Self> {
        let texts: Vec<Vec<&str>> = engine.names().collect();
        let total = texts.iter().map(Vec::len).sum();
        let mut cache = kept.map(|file| VectorCache::open(file, &encoder));
        let mut vectors: Vec<Quantized> = Vec::with_capacity(total);
        let mut made = 0;
        for text in texts.iter().flatten() {
            if !go_on(vectors.len(), total) {
                return None;
            }
            let known = cache.as_mut().and_then(|cache| cache.get(text)).cloned();
            let vector = known.unwrap_or_else(|| {
                made += 1;
                Quantized::of(&encoder.encode(text))
            });
            if let Some(cache) = &mut cache {
                cache.put(text, vector.clone());
            }
            vectors.push(vector);
            if made == SAVED_AFTER {
                save(cache.as_mut(), kept, Keep::All);
                made = 0;
            }
        }
        save(cache.as_mut(), kept, Keep::Used);
        Some(Self {
            vectors: Vectors::centred(encoder.dimension(), &vectors),
            names: texts.iter().map(Vec::len).collect(),
            encoder,
        })
    }

    /// How near a text is to every name.
    #[must_use]
    pub fn near(&self, text: &str) -> Near {
        Near::new(
            self.vectors.cosines(&self.encoder.encode(text)),
            self.names.iter().copied(),
        )
    }
}

fn save(cache: Option<&mut VectorCache>, kept: Option<&Path>, keep: Keep) {
    if let (Some(cache), Some(file)) = (cache, kept) {
        // The vectors can be made again.
        drop(cache.save(file, keep));
    }
}
