//! What is saved, as the screen shows it.

use super::place::number;
use crate::contract::{CustomerWords, EntryWords, TableKind, TableRow, TableView, VocabularyView};
use std::path::Path;
use yingda_content::judged::{Class, judged_texts};
use yingda_content::table::Table;
use yingda_content::{Entry, Library, vocabulary};

/// The vocabulary of a folder whose entries were loaded. Files that can't be read are left out: they are listed problems.
#[must_use]
pub fn view(root: &Path, library: &Library) -> VocabularyView {
    let tables = texts(root)
        .into_iter()
        .filter_map(|(file, text)| table_view(file, text.as_deref().unwrap_or_default()));
    VocabularyView {
        entries: library.entries().iter().map(|entry| words(entry)).collect(),
        tables: tables.collect(),
        classes: Class::ALL
            .iter()
            .map(|class| class.as_str().to_owned())
            .collect(),
    }
}

/// All files of words and judged queries with their texts, floors included; `None` for one that is not there yet.
pub(super) fn texts(root: &Path) -> Vec<(String, Option<String>)> {
    let words = vocabulary::texts(root).0.into_iter();
    let judged = judged_texts(root).0.into_iter();
    words
        .map(|(name, text)| (name.to_owned(), text))
        .chain(judged.map(|(name, text)| (name, Some(text))))
        .collect()
}

fn table_view(file: String, text: &str) -> Option<TableView> {
    let table = Table::of_file(&file)?;
    let rows = table.rows(text).into_iter().map(|row| TableRow {
        line: number(row.line),
        text: row.text,
        cells: row.cells,
    });
    Some(TableView {
        rows: rows.collect(),
        table: kind(table),
        file,
    })
}

const fn kind(table: Table) -> TableKind {
    match table {
        Table::Words => TableKind::Words,
        Table::Readings => TableKind::Readings,
        Table::Synonyms => TableKind::Synonyms,
        Table::Judged => TableKind::Judged,
    }
}

fn words(entry: &Entry) -> EntryWords {
    EntryWords {
        id: entry.id.to_string(),
        kind: entry.kind,
        title: entry.title.clone(),
        words: customer_words(entry),
    }
}

pub(super) fn customer_words(entry: &Entry) -> CustomerWords {
    CustomerWords {
        aliases: entry.aliases.clone(),
        not_for: entry.not_for.clone(),
        pin: entry.pin,
    }
}
