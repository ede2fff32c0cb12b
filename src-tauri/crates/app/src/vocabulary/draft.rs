//! Edits laid over what is saved: the rows, the entries and the texts of files as they would be.

mod fault;

pub(super) use fault::DraftFault;

use super::place::RowKey;
use super::view::{customer_words, texts};
use crate::contract::{EditFault, EntryEdit, RowEdit, VocabularyEdits, VocabularyPlace};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use yingda_content::sheet::{Setting, set};
use yingda_content::table::{LineEdit, Table, edit};
use yingda_content::vocabulary::{READINGS, SYNONYMS, WORDS};
use yingda_content::{Entry, EntryId, Library, Severity, Vocabulary, read_entry, vocabulary};

/// What becomes of a file by an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// The file, relative to the folder, with `/`.
    pub file: String,
    /// Its text before; `None` where there was no file.
    pub before: Option<String>,
    /// Its text then; `None` takes the file away.
    pub after: Option<String>,
}

/// A row as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DraftRow {
    pub(super) table: Table,
    pub(super) file: String,
    pub(super) key: RowKey,
    pub(super) cells: Vec<String>,
}

impl DraftRow {
    pub(super) fn place(&self) -> VocabularyPlace {
        self.key.place(&self.file)
    }

    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// The state with the edits that can be saved.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) faults: Vec<EditFault>,
    pub(super) rows: Vec<DraftRow>,
    /// Entries whose words differ from the saved ones.
    pub(super) entries: Vec<Arc<Entry>>,
    /// The text of every file of words and judged queries as it would be.
    texts: BTreeMap<String, String>,
    /// Files whose text differs.
    pub(super) changed: Vec<FileText>,
}

impl Draft {
    /// Lays edits over the files of a folder whose entries were loaded.
    pub(super) fn new(root: &Path, library: &Library, edits: &VocabularyEdits) -> Self {
        let mut draft = Self::default();
        for (file, text) in texts(root) {
            draft.lay_rows(file, text, library, &edits.rows);
        }
        for (index, row) in edits.rows.iter().enumerate() {
            if draft.texts.contains_key(&row.file) && Table::of_file(&row.file).is_some() {
                continue;
            }
            let new = Table::of_file(&row.file).is_some()
                && root.join(&row.file).symlink_metadata().is_err();
            if new {
                draft.lay_rows(row.file.clone(), None, library, &edits.rows);
            } else {
                let file = row.file.clone();
                draft.refuse(row_place(row, index), DraftFault::FileUnusable { file });
            }
        }
        for edit in &edits.entries {
            if let Err(fault) = draft.lay_entry(root, library, edit) {
                let id = edit.id.clone();
                draft.refuse(VocabularyPlace::Entry { id }, fault);
            }
        }
        draft
    }

    fn refuse(&mut self, place: VocabularyPlace, fault: DraftFault) {
        self.faults.push(fault.into_edit_fault(place));
    }

    fn lay_rows(
        &mut self,
        file: String,
        text: Option<String>,
        library: &Library,
        edits: &[RowEdit],
    ) {
        let saved = text.as_deref().unwrap_or_default();
        let Some(table) = Table::of_file(&file) else {
            self.texts.insert(file, text.unwrap_or_default());
            return;
        };
        let mut rows: BTreeMap<RowKey, Vec<String>> = table
            .rows(saved)
            .into_iter()
            .map(|row| (RowKey::Line(row.line), row.cells))
            .collect();
        let mut lines = Vec::new();
        for (index, row) in edits.iter().enumerate().filter(|(_, row)| row.file == file) {
            let key = row
                .line
                .map_or(RowKey::Added(index), |line| RowKey::Line(line as usize));
            match line_edit(table, row, library) {
                // One line that moved must not take the other edits with it.
                Ok(line) if edit(saved, std::slice::from_ref(&line)).is_ok() => {
                    lines.push(line);
                    match &row.cells {
                        Some(cells) => drop(rows.insert(key, cells.clone())),
                        None => drop(rows.remove(&key)),
                    }
                }
                Ok(_) => self.refuse(key.place(&file), DraftFault::RowMoved),
                Err(faults) => {
                    for fault in faults {
                        self.refuse(key.place(&file), DraftFault::Table(fault));
                    }
                }
            }
        }
        // Each was tried alone: together they fail only where one line is changed twice.
        let edited = edit(saved, &lines).unwrap_or_else(|_| saved.to_owned());
        self.rows
            .extend(rows.into_iter().map(|(key, cells)| DraftRow {
                table,
                file: file.clone(),
                key,
                cells,
            }));
        if edited != saved {
            self.changed.push(FileText {
                file: file.clone(),
                before: text,
                after: Some(edited.clone()),
            });
        }
        self.texts.insert(file, edited);
    }

    fn lay_entry(
        &mut self,
        root: &Path,
        library: &Library,
        edit: &EntryEdit,
    ) -> Result<(), DraftFault> {
        let entry = EntryId::parse(&edit.id).and_then(|id| library.get(&id));
        let entry = entry.ok_or(DraftFault::EntryGone)?;
        if customer_words(entry) != edit.was {
            return Err(DraftFault::EntryMoved);
        }
        let text = std::fs::read_to_string(root.join(&entry.file)).map_err(|_| {
            DraftFault::FileUnusable {
                file: entry.file.clone(),
            }
        })?;
        let words = &edit.words;
        let settings = [
            Setting::Aliases(&words.aliases),
            Setting::NotFor(&words.not_for),
            Setting::Pin(words.pin),
        ];
        let after = set(&text, &settings).map_err(DraftFault::Sheet)?;
        let reading = read_entry(&entry.file, &after);
        let known = read_entry(&entry.file, &text).problems;
        let wrong = reading.problems.into_iter().find(|problem| {
            problem.severity() == Severity::Error
                && !known.iter().any(|before| before.fault == problem.fault)
        });
        if let Some(problem) = wrong {
            return Err(DraftFault::Content(problem.fault));
        }
        // Everything else stays as the library has it, the titles of links included.
        let mut changed = Entry::clone(entry);
        changed.aliases.clone_from(&words.aliases);
        changed.not_for.clone_from(&words.not_for);
        changed.pin = words.pin;
        self.entries.push(Arc::new(changed));
        if after != text {
            self.changed.push(FileText {
                file: entry.file.clone(),
                before: Some(text),
                after: Some(after),
            });
        }
        Ok(())
    }

    /// The words of the bank as they would be.
    pub(super) fn vocabulary(&self) -> Vocabulary {
        let text = |name: &'static str| (name, self.texts.get(name).cloned());
        vocabulary::of(&[text(WORDS), text(READINGS), text(SYNONYMS)]).0
    }

    /// The library as it would be.
    pub(super) fn library(&self, saved: &Library) -> Library {
        let with = |library: Library, entry: &Arc<Entry>| library.with(Arc::clone(entry));
        let library = self.entries.iter().fold(saved.clone(), with);
        library.with_vocabulary(self.vocabulary())
    }

    /// The files of judged queries and floors as they would be.
    pub(super) fn judged_texts(&self) -> Vec<(String, String)> {
        let judged = |name: &str| !matches!(name, WORDS | READINGS | SYNONYMS);
        let texts = self.texts.iter().filter(|(name, _)| judged(name));
        texts
            .map(|(name, text)| (name.clone(), text.clone()))
            .collect()
    }
}

fn row_place(row: &RowEdit, index: usize) -> VocabularyPlace {
    let key = row
        .line
        .map_or(RowKey::Added(index), |line| RowKey::Line(line as usize));
    key.place(&row.file)
}

fn line_edit(
    table: Table,
    row: &RowEdit,
    library: &Library,
) -> Result<LineEdit, Vec<yingda_content::fault::TableFault>> {
    let to = row
        .cells
        .as_ref()
        .map(|cells| table.line(cells, library))
        .transpose()?;
    Ok(match (row.line, to) {
        (Some(line), to) => LineEdit::Change {
            line: line as usize,
            was: row.was.clone(),
            to,
        },
        (None, to) => LineEdit::Add {
            text: to.unwrap_or_default(),
        },
    })
}
