//! Entries that contradict each other: the same product, the same matter, another figure.
//!
//! Two sentences speak of the same matter when, their figures left out, they share most pairs of characters. It finds
//! what a person should look at; it decides nothing.

use std::collections::{BTreeMap, BTreeSet};
use yingda_content::entry::Entry;
use yingda_content::plain::{spoken, spoken_sentence};
use yingda_text::numerals::number_forms;
use yingda_text::{Atom, AtomKind, atoms, fold};

/// From this share of common pairs of characters on, two sentences speak of the same matter.
const SAME_MATTER: f64 = 0.5;

/// Two sentences of two entries of one product that give different figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The product.
    pub product: String,
    /// One entry, and what it says.
    pub one: (String, String),
    /// The other entry, and what it says.
    pub other: (String, String),
}

/// A sentence with a figure in it.
struct Claim<'a> {
    entry: &'a str,
    text: String,
    /// Figures with the character behind each: 7天, 50000元.
    figures: BTreeSet<(String, String)>,
    /// Pairs of the other characters.
    pairs: BTreeSet<(String, String)>,
}

/// All disagreements between entries of the same product.
#[must_use]
pub fn disagreements<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<Disagreement> {
    let mut by_product: BTreeMap<&str, Vec<Claim<'_>>> = BTreeMap::new();
    for entry in entries {
        if let Some(product) = entry.product.as_deref() {
            by_product.entry(product).or_default().extend(claims(entry));
        }
    }
    let mut found = Vec::new();
    for (product, claims) in by_product {
        for (number, one) in claims.iter().enumerate() {
            let others = claims
                .iter()
                .skip(number + 1)
                .filter(|other| other.entry != one.entry);
            found.extend(
                others
                    .filter(|other| disagree(one, other))
                    .map(|other| Disagreement {
                        product: product.to_owned(),
                        one: (one.entry.to_owned(), one.text.clone()),
                        other: (other.entry.to_owned(), other.text.clone()),
                    }),
            );
        }
    }
    found
}

/// The same matter, the same unit, and no figure in common.
fn disagree(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let units = |claim: &Claim<'_>| -> BTreeSet<String> {
        claim.figures.iter().map(|(_, unit)| unit.clone()).collect()
    };
    let same_unit = !units(one).is_disjoint(&units(other));
    same_unit
        && one.figures.is_disjoint(&other.figures)
        && share(&one.pairs, &other.pairs) >= SAME_MATTER
}

#[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
fn share(one: &BTreeSet<(String, String)>, other: &BTreeSet<(String, String)>) -> f64 {
    let both = one.intersection(other).count() as f64;
    let fewer = one.len().min(other.len()) as f64;
    if fewer < 3.0 { 0.0 } else { both / fewer }
}

fn claims(entry: &Entry) -> Vec<Claim<'_>> {
    let none = BTreeMap::new();
    let mut texts = vec![
        spoken(&entry.card.say, &none),
        spoken(&entry.card.internal, &none),
    ];
    texts.extend(
        entry
            .card
            .must
            .iter()
            .map(|sentence| spoken_sentence(sentence, &none)),
    );
    texts.extend(
        entry
            .sections
            .iter()
            .map(|section| spoken(&section.blocks, &none)),
    );
    let sentences = texts
        .iter()
        .flat_map(|text| text.split(['。', '！', '？', '；', '\n']));
    sentences
        .filter_map(|sentence| claim(entry.id.as_str(), sentence))
        .collect()
}

fn claim<'a>(entry: &'a str, sentence: &str) -> Option<Claim<'a>> {
    let folded = fold(sentence);
    let atoms = atoms(&folded);
    let forms = number_forms(&atoms);
    let digits = |at: usize, atom: &Atom| match forms.iter().find(|form| form.atoms.start == at) {
        Some(form) => Some((form.digits.clone(), form.atoms.end)),
        None => (atom.kind == AtomKind::Number).then(|| (atom.text.clone(), at + 1)),
    };
    let mut figures = BTreeSet::new();
    let mut rest: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        if let Some((number, end)) = digits(at, atom) {
            let unit = atoms
                .get(end)
                .filter(|unit| unit.kind == AtomKind::Han && unit.joined);
            figures.extend(unit.map(|unit| (number, unit.text.clone())));
            at = end;
        } else {
            rest.push(&atom.text);
            at += 1;
        }
    }
    let pairs = rest.windows(2).filter_map(|two| match two {
        [first, second] => Some(((*first).to_owned(), (*second).to_owned())),
        _ => None,
    });
    (!figures.is_empty()).then(|| Claim {
        entry,
        text: sentence.trim().to_owned(),
        figures,
        pairs: pairs.collect(),
    })
}
