//! The sentence encoder.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::fault::ModelError;
use crate::parts::{FILE, Parts};

/// What the model's file is called. It holds the version of its format: an older file is then missing, and made anew.
pub const MODEL_FILE: &str = "use-multilingual-3.v1.bin";

/// How many characters of a text are read. What a title, an alias or a spoken sentence says is said by then, and a
/// whole page pasted into the search box costs no more than this.
pub const LONGEST_TEXT: usize = 256;

/// No model is larger.
const LARGEST_FILE: u64 = 256 << 20;

/// Turns sentences into unit vectors: the nearer the meaning of two, the nearer to 1 their product.
///
/// It holds no state between two calls and may be shared between threads.
#[derive(Debug)]
pub struct Encoder {
    parts: Parts,
    name: String,
}

impl Encoder {
    /// Opens a model's file, reading it whole.
    ///
    /// # Errors
    /// [`ModelError`]: there is none, or it is another kind of file, of another version, cut short, or damaged.
    pub fn open(path: &Path) -> Result<Self, ModelError> {
        let unreadable = |source| ModelError::Unreadable {
            path: path.to_owned(),
            source,
        };
        let file = File::open(path).map_err(unreadable)?;
        let bytes = file.metadata().map_err(unreadable)?.len();
        if bytes > LARGEST_FILE {
            return Err(ModelError::TooLarge { bytes });
        }
        let mut content = Vec::new();
        // The limit again: what is opened may be no plain file, and then it has no length.
        file.take(LARGEST_FILE)
            .read_to_end(&mut content)
            .map_err(unreadable)?;
        Self::read(&content)
    }

    /// Reads a model from the bytes of its file.
    ///
    /// # Errors
    /// [`ModelError`], as [`Encoder::open`].
    pub fn read(file: &[u8]) -> Result<Self, ModelError> {
        let opened = FILE.open(file)?;
        let parts = Parts::read(opened.body)?;
        let mut name = format!("{}-", parts.name);
        for byte in opened.checksum.iter().take(4) {
            write!(name, "{byte:02x}").ok();
        }
        Ok(Self { parts, name })
    }

    /// Who made a vector: the model, its version and the beginning of its checksum. Vectors of encoders with different
    /// names can't be compared.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many numbers a vector has.
    pub fn dimension(&self) -> usize {
        self.parts.dimension
    }

    /// The unit vector of a text; of a long one, that of its first [`LONGEST_TEXT`] characters. Any text has one, the
    /// empty text too.
    pub fn encode(&self, text: &str) -> Vec<f32> {
        let end = text.char_indices().nth(LONGEST_TEXT).map(|(at, _)| at);
        let beginning = end.and_then(|end| text.get(..end)).unwrap_or(text);
        // A compatibility form may be many characters long (ﷺ has 18), hence a limit on pieces too.
        let mut pieces = self.parts.pieces.cut(beginning);
        pieces.truncate(2 * LONGEST_TEXT);
        self.parts.network.run(&pieces, &self.parts.table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny;
    use proptest::prelude::*;

    fn encoder(seed: u32) -> Encoder {
        Encoder::read(&tiny::draft(seed).file()).unwrap()
    }

    fn product(left: &[f32], right: &[f32]) -> f32 {
        left.iter().zip(right).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn the_arithmetic_is_that_of_the_definition() {
        // What the published program makes of the same weights.
        let vector = encoder(1).encode("卡丢了 a？鱻");
        let expected = [
            -0.118_876, 0.233_053, 0.779_623, -0.345_388, -0.015_159, -0.057_552, -0.382_012,
            -0.234_466,
        ];
        assert!(product(&vector, &expected) > 0.999_99, "{vector:?}");
    }

    #[test]
    fn the_file_is_named_by_its_version() {
        assert!(MODEL_FILE.ends_with(&format!(".v{}.bin", FILE.version)));
    }

    #[test]
    fn the_name_tells_models_apart() {
        let (one, other) = (encoder(1), encoder(2));
        assert!(one.name().starts_with("tiny-"), "{}", one.name());
        assert_ne!(one.name(), other.name());
        assert_eq!(one.dimension(), 8);
    }

    #[test]
    fn width_and_spaces_do_not_change_the_meaning() {
        let encoder = encoder(3);
        assert_eq!(encoder.encode("a1？"), encoder.encode("　ａ１?  "));
    }

    #[test]
    fn a_text_longer_than_the_limit_means_what_its_beginning_means() {
        let encoder = encoder(4);
        let long = "卡丢了钱没到账".repeat(20_000);
        let beginning = long.chars().take(LONGEST_TEXT).collect::<String>();
        assert_eq!(encoder.encode(&long), encoder.encode(&beginning));
    }

    #[test]
    fn it_may_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Encoder>();
    }

    #[test]
    fn no_file_is_said_with_its_path() {
        let fault = Encoder::open(Path::new("no/such/model.bin")).unwrap_err();
        assert!(
            matches!(&fault, ModelError::Unreadable { path, .. } if path.ends_with("model.bin")),
            "{fault}"
        );
    }

    #[test]
    fn a_model_cut_anywhere_is_refused() {
        let body = tiny::draft(5).body();
        for end in 0..body.len() {
            // A container around the rest, so that the parts themselves are read.
            assert!(Encoder::read(&FILE.close(&body[..end])).is_err(), "{end}");
        }
        assert!(Encoder::read(&FILE.close(&[&body[..], b"."].concat())).is_err());
    }

    proptest! {
        #[test]
        fn any_text_has_a_unit_vector(text in any::<String>()) {
            let vector = encoder(6).encode(&text);
            prop_assert!((product(&vector, &vector) - 1.0).abs() < 1e-3, "{vector:?}");
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Encoder::read(&bytes).is_err());
            prop_assert!(Encoder::read(&FILE.close(&bytes)).is_err());
        }

        #[test]
        fn a_model_with_any_byte_changed_is_read_or_refused(place in any::<proptest::sample::Index>(), byte in any::<u8>()) {
            let mut body = tiny::draft(7).body();
            *place.get_mut(&mut body) = byte;
            if let Ok(encoder) = Encoder::read(&FILE.close(&body)) {
                prop_assert_eq!(encoder.encode("卡丢了").len(), encoder.dimension());
            }
        }
    }
}
