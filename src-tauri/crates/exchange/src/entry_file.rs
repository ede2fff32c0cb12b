//! A draft as the file of an entry, and an id for it.

use crate::draft::Draft;
use crate::escape::yaml;
use std::collections::BTreeSet;
use std::fmt::Write;
use yingda_content::EntryId;
use yingda_text::script::{simplified, syllable};

/// Longer ids are cut at a word; the format takes 80.
const LONGEST_ID: usize = 48;

/// A new id: the letters of the title, made unique against those that are taken.
#[must_use]
pub fn new_id(title: &str, taken: &BTreeSet<String>) -> String {
    let stem = stem(title);
    let numbered = (2_usize..).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.clone())
        .chain(numbered)
        .find(|id| !taken.contains(id))
        .unwrap_or(stem)
}

fn stem(title: &str) -> String {
    let mut id = String::new();
    let mut word = String::new();
    let mut add = |word: &mut String| {
        if !word.is_empty() && id.len() + word.len() < LONGEST_ID {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(word);
        }
        word.clear();
    };
    for letter in simplified(title).chars() {
        let small = letter.to_ascii_lowercase();
        if small.is_ascii_lowercase() || small.is_ascii_digit() {
            word.push(small);
            continue;
        }
        add(&mut word);
        if let Some(letters) = syllable(letter) {
            word = letters.replace('ü', "v");
            word.retain(|letter| letter.is_ascii_lowercase());
            add(&mut word);
        }
    }
    // A word of Latin letters that is too long by itself is cut.
    word.truncate(LONGEST_ID - 1);
    add(&mut word);
    if EntryId::parse(&id).is_some() {
        id
    } else {
        "entry".to_owned()
    }
}

/// The file of a draft: `status: draft`, with where it comes from. `document` is the name of the document.
#[must_use]
pub fn entry_file(draft: &Draft, id: &str, document: &str, section: &str) -> String {
    let mut file = String::from("---\n");
    let mut line = |key: &str, value: &str| {
        // Writing to a string can't fail.
        let _ = writeln!(file, "{key}: {value}");
    };
    line("id", id);
    line("kind", draft.kind.as_str());
    let title = yaml(&draft.title);
    line("title", if title == "\"\"" { "\"—\"" } else { &title });
    for (key, words) in [("aliases", &draft.aliases), ("tags", &draft.tags)] {
        let words = list(words);
        if !words.is_empty() {
            line(key, &format!("[{}]", words.join(", ")));
        }
    }
    for (key, value) in [("product", &draft.product), ("owner", &draft.owner)] {
        if let Some(value) = value.as_deref().map(yaml).filter(|value| value != "\"\"") {
            line(key, &value);
        }
    }
    line("status", "draft");
    let section = yaml(section);
    let place = if section == "\"\"" {
        String::new()
    } else {
        format!(", section: {section}")
    };
    let document = yaml(document);
    if document != "\"\"" {
        line("source", &format!("{{title: {document}{place}}}"));
    }
    file.push_str("---\n");
    file.push_str(draft.body.trim_end());
    file.push('\n');
    file
}

/// Words of a list, quoted, each once, none empty.
fn list(words: &[String]) -> Vec<String> {
    let mut quoted: Vec<String> = Vec::new();
    for word in words.iter().map(|word| yaml(word)) {
        if word != "\"\"" && !quoted.contains(&word) {
            quoted.push(word);
        }
    }
    quoted
}

#[cfg(test)]
mod tests;
