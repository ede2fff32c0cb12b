//! Chinese text for searching: folding, atoms, numerals, words and sounds.
//!
//! Owns what makes two spellings the same (width, case, script, number form), where words are cut, and how characters
//! are read. Every filter keeps the way back to the original text. It knows nothing of banks: the words and readings
//! of a trade come in through [`Lexicon::new`].
//!
//! Reading order: [`fold`] → [`atoms`] → [`numerals`] → [`lexicon`] → [`sound`]; [`script`] stands for itself, and
//! so do [`aloud`] and [`amount`]: numbers as they are said and written.

pub mod aloud;
pub mod amount;
pub mod atoms;
pub mod fold;
pub mod lexicon;
pub mod numerals;
pub mod script;
pub mod sound;

pub use amount::Amount;
pub use atoms::{Atom, AtomKind, atoms};
pub use fold::{Folded, fold};
pub use lexicon::Lexicon;
pub use sound::SoundText;
