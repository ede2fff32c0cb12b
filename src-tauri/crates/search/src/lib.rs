//! Finding entries: the index on disk, the reading of a query, relaxation, ranking, highlights and reasons.
//!
//! Owns everything between the words an agent typed and an ordered list that can say why. Tantivy is named here only.
//! It does not decide what may be said ([`yingda_content::Standing`] does), keeps no history, and knows no screen.
//!
//! A query goes through three types: the text as typed → [`query::Query`] (its words) → [`clause::Clause`]s (each word
//! with every road to the index). Reading order: [`grams`] → [`index`] → [`prepared`] → [`query`] → [`clause`] →
//! [`relax`] → [`rank`] → [`found`] → [`highlight`] → [`engine`].

mod answering;
mod asking;
mod board;
mod by_name;
mod clause;
mod completion;
pub mod engine;
mod found;
mod grams;
mod habits;
pub mod highlight;
pub mod index;
mod letters;
mod likeness;
mod name;
mod names;
mod narrowing;
mod near;
mod outcome;
mod postings;
mod prepared;
pub mod query;
mod rank;
mod rarity;
mod relax;
mod repair;
mod roads;
mod shelf;
mod synonyms;
mod texts;
mod vocabulary;
mod weak;
mod why;

pub use asking::Asking;
pub use engine::Engine;
pub use found::Found;
pub use habits::Habits;
pub use highlight::Segment;
pub use index::{Index, IndexError, Opened};
pub use narrowing::Narrowing;
pub use near::Near;
pub use outcome::{Facets, Outcome};
pub use rank::Points;
pub use relax::{Rung, RungStep};
pub use why::Why;
