//! Chinese text for searching: folding, atoms, numerals, words and sounds.
//!
//! Owns what makes two spellings the same (width, case, script, number form), where words are cut, and how characters
//! are read. Every filter keeps the way back to the original text. It knows nothing of banks: the words and readings
//! of a trade come in through [`Lexicon::new`].
//!
//! Reading order: [`fold`] → [`atoms`] → [`numerals`] → [`lexicon`] → [`sound`]; [`script`]
//! stands for itself.

pub mod atoms;
pub mod fold;
pub mod lexicon;
pub mod numerals;
pub mod script;
pub mod sound;

pub use atoms::{Atom, AtomKind, atoms};
pub use fold::{Folded, fold};
pub use lexicon::Lexicon;
pub use sound::SoundText;
