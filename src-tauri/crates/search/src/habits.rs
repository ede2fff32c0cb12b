//! What is known of the person who searches: how they type, and what they use.

use std::collections::HashMap;
use yingda_content::EntryId;
use yingda_text::sound::double::Scheme;

/// How a person types and what they use. Nobody in particular has none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Habits {
    /// Their double pinyin.
    pub scheme: Scheme,
    /// How much each entry is used, faded by time: 0 (never) to 1 (most of all).
    pub uses: HashMap<EntryId, f32>,
}
