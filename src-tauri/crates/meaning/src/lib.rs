//! What a sentence means, as numbers: an offline sentence encoder, and 8-bit vectors to compare with.
//!
//! Owns turning a text into a unit vector ([`Encoder`]), the file a model is kept in, small vectors and their cosines
//! ([`Quantized`], [`Vectors`]), and keeping vectors from one start to the next ([`VectorCache`]). It does not own
//! searching, the library's files, when a text is encoded, or how much meaning counts beside words.
//!
//! The encoder is Google's Universal Sentence Encoder, multilingual, with the vocabulary of Chinese and short Latin
//! words. Its arithmetic is that of the published weights; nothing is trained here.
//!
//! Reading order: [`fault`] → [`pieces`] (text to numbers of the vocabulary) → [`table`], [`matrix`],
//! [`shape`], [`layers`] → [`network`]
//! (numbers to a vector) → [`parts`], [`bytes`], [`container`] (the file) → [`encoder`] → [`vectors`] → [`cache`] →
//! `convert` (with the feature of that name: from the published package to the file).

mod bytes;
mod cache;
mod container;
#[cfg(feature = "convert")]
pub mod convert;
#[cfg(any(test, feature = "convert"))]
mod draft;
mod encoder;
mod fault;
mod layers;
mod matrix;
mod network;
mod parts;
mod pieces;
#[cfg(test)]
mod published_vectors;
mod shape;
mod table;
#[cfg(test)]
mod tiny;
mod vectors;

pub use cache::{Found, Keep, VectorCache};
pub use encoder::{Encoder, LONGEST_TEXT, MODEL_FILE};
pub use fault::ModelError;
pub use vectors::{Quantized, Vectors};
