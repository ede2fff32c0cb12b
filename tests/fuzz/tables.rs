//! Everything a line at a time: vocabulary, judged queries, people, records, outboxes.

use std::path::PathBuf;
use std::sync::OnceLock;

use yingda_content::judged::{FLOORS, judged_of};
use yingda_content::table::Table;
use yingda_content::vocabulary::{READINGS, SYNONYMS, WORDS};
use yingda_content::{Library, vocabulary};
use yingda_desk::{KnownWords, Store};
use yingda_text::Lexicon;
use yingda_workspace::People;
use yingda_workspace::review::{Record, Rules, threads};

use crate::documents::file;
use crate::texts::text;

/// Words, readings, synonyms: read as a vocabulary, shown as rows, written again.
pub(crate) fn tables(data: &[u8]) {
    let text = text(data);
    let library = Library::default();
    for (name, table) in [
        (WORDS, Table::Words),
        (READINGS, Table::Readings),
        (SYNONYMS, Table::Synonyms),
    ] {
        let (vocabulary, problems) = vocabulary::of(&[(name, Some(text.to_owned()))]);
        drop((vocabulary, problems));
        for row in table.rows(text) {
            if let Ok(line) = table.line(&row.cells, &library) {
                assert!(!line.contains('\n'), "a row is a line");
                let again = table.rows(&line);
                let cells = again.first().map(|row| row.cells.clone());
                let meant = cells
                    .ok_or(())
                    .and_then(|cells| table.line(&cells, &library).map_err(drop));
                assert!(meant == Ok(line), "a row that was written reads the same");
            }
        }
    }
}

/// Judged queries and floors.
pub(crate) fn judged(data: &[u8]) {
    let text = text(data);
    let library = Library::default();
    let of = |name: &str| (name.to_owned(), text.to_owned());
    drop(judged_of(&[of("judged/a.tsv"), of(FLOORS)], &library));
    for row in Table::Judged.rows(text) {
        drop(Table::Judged.line(&row.cells, &library));
    }
}

/// Who works here, and who approves what.
pub(crate) fn people(data: &[u8]) {
    let text = text(data);
    let people = People::read(text);
    for member in &people.members {
        drop(people.duty_of(&member.name));
    }
    drop(Rules::read(text));
}

/// What happened to an entry.
pub(crate) fn record(data: &[u8]) {
    let record = Record::read(text(data));
    drop(threads(&record));
}

/// What a branch sends.
pub(crate) fn outbox(data: &[u8]) {
    static KNOWN: OnceLock<KnownWords> = OnceLock::new();
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    let known = KNOWN.get_or_init(|| KnownWords::of(["银行卡挂失"], Lexicon::new([], []).into()));
    let path = FILE.get_or_init(|| file("outbox.jsonl"));
    std::fs::write(path, data).expect("a file");
    let mut store = Store::in_memory().expect("a record in memory");
    if store.merge_outbox(path, known).is_ok() {
        let again = store
            .merge_outbox(path, known)
            .expect("what was merged once");
        assert!(again.added == 0, "merging twice adds nothing");
    }
}
