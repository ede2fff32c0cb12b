//! Vectors kept from one start to the next, found by what was encoded and by whom.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::bytes::{Reader, Writer};
use crate::container::Container;
use crate::encoder::Encoder;
use crate::fault::ModelError;
use crate::vectors::Quantized;

/// The cache's file.
const FILE: Container = Container {
    mark: *b"YINGDA-V",
    version: 1,
};
/// What the name of the file in the making ends with.
const UNFINISHED: &str = ".unfinished";

/// A text's place in the cache: the beginning of its SHA-256.
type Key = [u8; 16];

/// What was found where a cache should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing: the first start, or it was removed.
    Nothing,
    /// Vectors of this encoder.
    Vectors,
    /// Vectors of another encoder; they are of no use.
    OtherModel,
    /// Something that can't be read. It is replaced at the next save.
    Damaged,
}

/// What a save keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// All: for a save in the midst of the work.
    All,
    /// Only what was asked for or put in since it was opened: when the whole library has been gone through.
    Used,
}

/// Vectors of one encoder. A text itself is never kept, only its hash.
#[derive(Debug)]
pub struct VectorCache {
    model: String,
    dimension: usize,
    kept: HashMap<Key, Entry>,
    found: Found,
}

#[derive(Debug)]
struct Entry {
    vector: Quantized,
    used: bool,
}

impl VectorCache {
    /// Opens the cache in the file at `path`. This always gives one: where there is none that can be used it is empty,
    /// and [`VectorCache::found`] says why.
    pub fn open(path: &Path, encoder: &Encoder) -> Self {
        Self::read(fs::read(path), encoder.name(), encoder.dimension())
    }

    fn read(file: io::Result<Vec<u8>>, model: &str, dimension: usize) -> Self {
        let (kept, found) = match file {
            Ok(bytes) => match entries(&bytes, model, dimension) {
                Ok(Some(kept)) => (kept, Found::Vectors),
                Ok(None) => (HashMap::new(), Found::OtherModel),
                Err(_) => (HashMap::new(), Found::Damaged),
            },
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                (HashMap::new(), Found::Nothing)
            }
            Err(_) => (HashMap::new(), Found::Damaged),
        };
        Self {
            model: model.to_owned(),
            dimension,
            kept,
            found,
        }
    }

    /// What was found when it was opened.
    pub fn found(&self) -> Found {
        self.found
    }

    /// How many vectors it holds.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The vector of a text, if it was encoded before.
    pub fn get(&mut self, text: &str) -> Option<&Quantized> {
        let entry = self.kept.get_mut(&key(text))?;
        entry.used = true;
        Some(&entry.vector)
    }

    /// Keeps the vector of a text. One of another dimension than the encoder's is not kept.
    pub fn put(&mut self, text: &str, vector: Quantized) {
        if vector.dimension() == self.dimension {
            self.kept.insert(key(text), Entry { vector, used: true });
        }
    }

    /// Writes the cache to `path`: through a new file beside it, so that there is always a whole one.
    ///
    /// # Errors
    /// The system's; the old file is then untouched.
    pub fn save(&mut self, path: &Path, keep: Keep) -> io::Result<()> {
        if keep == Keep::Used {
            self.kept.retain(|_, entry| entry.used);
        }
        let mut beside = path.as_os_str().to_owned();
        beside.push(UNFINISHED);
        let beside = PathBuf::from(beside);
        let written = File::create(&beside).and_then(|mut file| {
            file.write_all(&self.file())?;
            file.sync_all()
        });
        written.and_then(|()| fs::rename(&beside, path))
    }

    fn file(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.text(&self.model);
        writer.count(self.dimension);
        writer.count(self.kept.len());
        // In order, so that the same vectors make the same file.
        let mut kept = self.kept.iter().collect::<Vec<_>>();
        kept.sort_unstable_by_key(|(key, _)| **key);
        for (key, entry) in kept {
            writer.bytes(key);
            writer.number(entry.vector.step);
            let cells = entry
                .vector
                .cells
                .iter()
                .flat_map(|cell| cell.to_le_bytes());
            writer.bytes(&cells.collect::<Vec<_>>());
        }
        FILE.close(&writer.into_bytes())
    }
}

/// What a file holds; `None` when it was made by another encoder.
fn entries(
    file: &[u8],
    model: &str,
    dimension: usize,
) -> Result<Option<HashMap<Key, Entry>>, ModelError> {
    let opened = FILE.open(file)?;
    let mut reader = Reader::new(opened.body);
    if reader.text()? != model || reader.count()? != dimension {
        return Ok(None);
    }
    let mut kept = HashMap::new();
    for _ in 0..reader.count()? {
        let key = Key::try_from(reader.take(size_of::<Key>())?).map_err(|_| reader.fault())?;
        let step = reader.number()?;
        let cells = reader
            .take(dimension)?
            .iter()
            .map(|byte| i8::from_le_bytes([*byte]));
        let vector = Quantized {
            cells: cells.collect(),
            step,
        };
        kept.insert(
            key,
            Entry {
                vector,
                used: false,
            },
        );
    }
    reader.end()?;
    Ok(Some(kept))
}

fn key(text: &str) -> Key {
    let sum: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let mut key = Key::default();
    for (place, byte) in key.iter_mut().zip(sum) {
        *place = byte;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny;
    use proptest::prelude::*;

    fn vector(number: f32) -> Quantized {
        Quantized::of(&[1.0, number, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    }

    /// A cache of the model `tiny` with 8 numbers, read from the bytes of a file.
    fn opened(bytes: &[u8]) -> VectorCache {
        VectorCache::read(Ok(bytes.to_vec()), "tiny", 8)
    }

    fn filled() -> VectorCache {
        let mut cache = VectorCache::read(Err(io::ErrorKind::NotFound.into()), "tiny", 8);
        assert_eq!(cache.found(), Found::Nothing);
        cache.put("挂失", vector(0.5));
        cache.put("转账", vector(-0.5));
        cache
    }

    #[test]
    fn what_was_put_in_is_there_after_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("meaning.bin");
        let encoder = Encoder::read(&tiny::draft(1).file()).unwrap();
        let mut cache = VectorCache::open(&path, &encoder);
        let small = Quantized::of(&encoder.encode("挂失"));
        cache.put("挂失", small.clone());
        cache.save(&path, Keep::All).unwrap();
        let mut again = VectorCache::open(&path, &encoder);
        assert_eq!(
            (again.found(), again.get("挂失")),
            (Found::Vectors, Some(&small))
        );
        assert_eq!(again.get("转账"), None);
        let other = Encoder::read(&tiny::draft(2).file()).unwrap();
        assert_eq!(VectorCache::open(&path, &other).found(), Found::OtherModel);
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing stays beside it"
        );
    }

    #[test]
    fn what_is_no_longer_used_is_dropped_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("meaning.bin");
        let mut cache = opened(&filled().file());
        assert!(cache.get("转账").is_some());
        cache.save(&path, Keep::All).unwrap();
        assert_eq!(cache.len(), 2);
        cache.save(&path, Keep::Used).unwrap();
        let mut again = opened(&fs::read(&path).unwrap());
        assert_eq!((again.len(), again.get("挂失")), (1, None));
    }

    #[test]
    fn a_vector_of_another_dimension_is_not_kept() {
        let mut cache = filled();
        cache.put("利息", Quantized::of(&[1.0]));
        assert_eq!(cache.get("利息"), None);
    }

    #[test]
    fn a_failed_save_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no").join("meaning.bin");
        assert!(filled().save(&missing, Keep::All).is_err());
    }

    proptest! {
        #[test]
        fn a_file_with_any_byte_changed_is_an_empty_cache(place in any::<proptest::sample::Index>(), by in 1_u8..) {
            let mut bytes = filled().file();
            *place.get_mut(&mut bytes) ^= by;
            let cache = opened(&bytes);
            prop_assert_eq!((cache.found(), cache.len()), (Found::Damaged, 0));
        }

        #[test]
        fn any_bytes_inside_are_read_or_damaged(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let head = b"\x04tiny\x08\x00\x00\x00";
            let cache = opened(&FILE.close(&[&head[..], &bytes].concat()));
            prop_assert!(matches!(cache.found(), Found::Vectors | Found::Damaged));
        }
    }
}
