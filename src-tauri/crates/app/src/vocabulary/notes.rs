//! What is there twice, and what contradicts itself. Nothing here keeps anybody from saving.

use super::draft::DraftRow;
use crate::contract::{VocabularyNote, VocabularyPlace, Words};
use std::collections::{BTreeMap, BTreeSet};
use yingda_content::table::Table;
use yingda_content::{Entry, EntryId, Library};
use yingda_text::lexicon::atom_texts;

/// Notes that are told of at once; more would bury the rest.
const MOST: usize = 200;

/// Everything about rows and entries as they would be; contradictions first.
pub(super) fn notes(rows: &[DraftRow], library: &Library) -> Vec<VocabularyNote> {
    let mut notes = Vec::new();
    twice(rows, Table::Words, &mut notes);
    twice(rows, Table::Readings, &mut notes);
    groups(rows, &mut notes);
    queries(rows, library, &mut notes);
    aliases(library, &mut notes);
    notes.sort_by_key(|note| !note.contradiction);
    notes.truncate(MOST);
    notes
}

fn note(
    places: Vec<VocabularyPlace>,
    contradiction: bool,
    zh: String,
    en: String,
) -> VocabularyNote {
    VocabularyNote {
        places,
        contradiction,
        what: Words { zh, en },
    }
}

/// As the search compares: width, case and script do not tell words apart.
fn same(text: &str) -> String {
    atom_texts(text).concat()
}

fn by_first_cell(rows: &[DraftRow], table: Table) -> BTreeMap<String, Vec<&DraftRow>> {
    let mut by_word: BTreeMap<String, Vec<&DraftRow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.table == table) {
        by_word.entry(same(row.cell(0))).or_default().push(row);
    }
    by_word.retain(|word, rows| !word.is_empty() && rows.len() > 1);
    by_word
}

/// A word that stands in two rows, and says two things there.
fn twice(rows: &[DraftRow], table: Table, notes: &mut Vec<VocabularyNote>) {
    for rows in by_first_cell(rows, table).values() {
        let word = rows.first().map_or("", |row| row.cell(0));
        let said: BTreeSet<&str> = rows.iter().map(|row| row.cell(1)).collect();
        let places = rows.iter().map(|row| row.place()).collect();
        let differ = said.len() > 1;
        let (zh, en) = match (table, differ) {
            (Table::Readings, true) => (
                format!("「{word}」写了两种读音。"),
                format!("“{word}” has two readings."),
            ),
            (_, true) => (
                format!("「{word}」写了两个词频。"),
                format!("“{word}” has two frequencies."),
            ),
            (_, false) => (
                format!("「{word}」写了两次。"),
                format!("“{word}” stands twice."),
            ),
        };
        notes.push(note(places, differ, zh, en));
    }
}

/// A word in two groups of synonyms makes both lead to each other's words only by itself; often one group is meant.
fn groups(rows: &[DraftRow], notes: &mut Vec<VocabularyNote>) {
    let mut by_word: BTreeMap<String, Vec<(&str, &DraftRow)>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.table == Table::Synonyms) {
        for word in &row.cells {
            by_word.entry(same(word)).or_default().push((word, row));
        }
    }
    for found in by_word.values().filter(|found| found.len() > 1) {
        let word = found.first().map_or("", |(word, _)| word);
        let places: BTreeSet<VocabularyPlace> = found.iter().map(|(_, row)| row.place()).collect();
        let (zh, en) = if places.len() > 1 {
            (
                format!("「{word}」在两组同义词里：两组的词不会互相找到。"),
                format!("“{word}” is in two groups; the groups don't lead to each other's words."),
            )
        } else {
            (
                format!("「{word}」在同一组里写了两次。"),
                format!("“{word}” stands twice in one group."),
            )
        };
        notes.push(note(places.into_iter().collect(), false, zh, en));
    }
}

/// A query judged twice, and one that its own entry keeps out.
fn queries(rows: &[DraftRow], library: &Library, notes: &mut Vec<VocabularyNote>) {
    for rows in by_first_cell(rows, Table::Judged).values() {
        let query = rows.first().map_or("", |row| row.cell(0));
        let best: BTreeSet<&str> = rows.iter().filter_map(|row| ids(row).next()).collect();
        let differ = best.len() > 1;
        let places = rows.iter().map(|row| row.place()).collect();
        let (zh, en) = if differ {
            (
                format!("「{query}」评了两次，第一条不一样。"),
                format!("“{query}” is judged twice, with different best entries."),
            )
        } else {
            (
                format!("「{query}」评了两次。"),
                format!("“{query}” is judged twice."),
            )
        };
        notes.push(note(places, differ, zh, en));
    }
    for row in rows.iter().filter(|row| row.table == Table::Judged) {
        let query = same(row.cell(0));
        let expected = ids(row).filter_map(EntryId::parse);
        let entries = expected.filter_map(|id| library.get(&id));
        for (entry, word) in entries.filter_map(|entry| kept_out(&query, entry)) {
            let (query, title, id) = (row.cell(0), &entry.title, entry.id.to_string());
            let places = vec![row.place(), VocabularyPlace::Entry { id }];
            let zh = format!("「{query}」应得《{title}》，但排除词「{word}」不让它出现。");
            let en = format!("“{query}” expects “{title}”, which “{word}” keeps out.");
            notes.push(note(places, true, zh, en));
        }
    }
}

fn ids(row: &DraftRow) -> impl Iterator<Item = &str> {
    row.cell(2)
        .split(',')
        .map(str::trim)
        .filter(|id| !id.is_empty())
}

/// The word of an entry that keeps it out of the hits of a query.
fn kept_out<'a>(query: &str, entry: &'a Entry) -> Option<(&'a Entry, &'a str)> {
    let word = entry.not_for.iter().find(|word| {
        let word = same(word);
        !word.is_empty() && query.contains(&word)
    });
    word.map(|word| (entry, word.as_str()))
}

fn aliases(library: &Library, notes: &mut Vec<VocabularyNote>) {
    let mut by_alias: BTreeMap<String, Vec<(&str, &Entry)>> = BTreeMap::new();
    for entry in library.entries() {
        for alias in &entry.aliases {
            by_alias
                .entry(same(alias))
                .or_default()
                .push((alias, entry));
            if let Some((_, word)) = kept_out(&same(alias), entry) {
                let places = vec![place(entry)];
                let zh = format!("别名「{alias}」里有排除词「{word}」：用这个别名找不到这一条。");
                let en = format!("The alias “{alias}” holds “{word}”, which keeps the entry out.");
                notes.push(note(places, true, zh, en));
            }
        }
    }
    for found in by_alias.values().filter(|found| found.len() > 1) {
        let alias = found.first().map_or("", |(alias, _)| alias);
        let places: BTreeSet<VocabularyPlace> =
            found.iter().map(|(_, entry)| place(entry)).collect();
        let titles: BTreeSet<&str> = found
            .iter()
            .map(|(_, entry)| entry.title.as_str())
            .collect();
        let titles: Vec<&str> = titles.into_iter().collect();
        let (zh, en) = if places.len() > 1 {
            (
                format!("别名「{alias}」有几条在用：{}。", titles.join("、")),
                format!(
                    "The alias “{alias}” belongs to several entries: {}.",
                    titles.join(", ")
                ),
            )
        } else {
            (
                format!("别名「{alias}」写了两次。"),
                format!("The alias “{alias}” stands twice."),
            )
        };
        notes.push(note(places.into_iter().collect(), false, zh, en));
    }
}

fn place(entry: &Entry) -> VocabularyPlace {
    VocabularyPlace::Entry {
        id: entry.id.to_string(),
    }
}
