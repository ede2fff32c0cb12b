//! What tells the parts of an entry apart: a short mark for each, kept with what a person saw.

use crate::contract::NewsPart;
use std::collections::BTreeMap;
use yingda_content::Inline;
use yingda_content::entry::Entry;
use yingda_content::plain::{spoken, spoken_sentence};

/// The parts in the order of their marks. A new part goes to the end.
const PARTS: [NewsPart; 10] = [
    NewsPart::Title,
    NewsPart::Say,
    NewsPart::Must,
    NewsPart::Never,
    NewsPart::Internal,
    NewsPart::Fields,
    NewsPart::Steps,
    NewsPart::Sections,
    NewsPart::Validity,
    NewsPart::Reach,
];

/// The marks of an entry's parts, with blanks between them.
pub(super) fn marks(entry: &Entry) -> String {
    let marks = PARTS.map(|part| format!("{:016x}", mark(&text(entry, part))));
    marks.join(" ")
}

/// The parts whose marks differ.
pub(super) fn changed(before: &str, now: &str) -> Vec<NewsPart> {
    let pairs = before.split(' ').zip(now.split(' ')).zip(PARTS);
    pairs
        .filter(|((before, now), _)| before != now)
        .map(|(_, part)| part)
        .collect()
}

fn text(entry: &Entry, part: NewsPart) -> String {
    let none = BTreeMap::new();
    let sentence = |line: &Vec<Inline>| spoken_sentence(line, &none);
    match part {
        NewsPart::Title => entry.title.clone(),
        NewsPart::Say => spoken(&entry.card.say, &none),
        NewsPart::Must => entry
            .card
            .must
            .iter()
            .map(sentence)
            .collect::<Vec<_>>()
            .join("\n"),
        NewsPart::Never => {
            let pair = |pair: &yingda_content::entry::NeverPair| {
                let instead = pair.instead.as_ref().map(sentence);
                format!(
                    "{} → {}",
                    sentence(&pair.phrase),
                    instead.unwrap_or_default()
                )
            };
            entry
                .card
                .never
                .iter()
                .map(pair)
                .collect::<Vec<_>>()
                .join("\n")
        }
        NewsPart::Internal => spoken(&entry.card.internal, &none),
        NewsPart::Fields => format!("{:?}", entry.fields),
        NewsPart::Steps => format!("{:?}", entry.steps),
        NewsPart::Sections => format!("{:?}", entry.sections),
        NewsPart::Validity => format!("{:?}", entry.valid),
        NewsPart::Reach => format!("{:?} {:?}", entry.channel, entry.scope),
    }
}

/// FNV-1a: the same on every computer and in every version of the program. Two texts with one mark cost nothing but the
/// name of a part.
fn mark(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
