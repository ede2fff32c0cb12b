//! Edits laid over the two lists: what is wrong with them, and what would be saved.

use super::FILES;
use crate::contract::{EditFault, MembersTrial, RowEdit, VocabularyPlace, Words};
use yingda_content::Language;
use yingda_content::table::{LineEdit, edit};
use yingda_workspace::roster::{self, RowFault};
use yingda_workspace::{Change, People};

/// A sentence in both languages.
pub(super) fn both(of: impl Fn(Language) -> String) -> Words {
    Words {
        zh: of(Language::Chinese),
        en: of(Language::English),
    }
}

/// A list is no longer what was shown.
#[derive(Debug)]
pub(super) struct ListMoved {
    /// Its file.
    pub(super) file: &'static str,
}

/// A list as it would be.
#[derive(Debug)]
struct List {
    file: &'static str,
    before: Option<String>,
    after: String,
    rows: Vec<(VocabularyPlace, Vec<String>)>,
}

/// Both lists as they would be.
#[derive(Debug)]
pub(super) struct Draft {
    lists: Vec<List>,
    edits: usize,
    person: String,
}

impl Draft {
    /// Lays edits over the lists.
    ///
    /// # Errors
    /// A list is not what was shown.
    pub(super) fn new(
        texts: Vec<(&'static str, Option<String>)>,
        edits: &[RowEdit],
        person: &str,
    ) -> Result<Self, ListMoved> {
        let lists = texts
            .into_iter()
            .map(|(file, before)| list(file, before, edits));
        Ok(Self {
            lists: lists.collect::<Result<_, _>>()?,
            edits: edits.len(),
            person: person.to_owned(),
        })
    }

    /// What would be wrong.
    pub(super) fn trial(self) -> MembersTrial {
        let [before, after] = self.people();
        let no = roster::may_become(&before, &after, &self.person).err();
        let rules = self.cells(FILES[1]);
        let notes = roster::unstaffed(&after, &rules).into_iter().map(|office| {
            both(|language| {
                let name = office.name(language);
                match language {
                    Language::Chinese => format!("规则要{name}审批，名单里却没有{name}的审批人：这些条目暂时批不了。"),
                    Language::English => format!(
                        "A rule asks for {name}, but no approver on the list is of it: such entries can't be approved yet."
                    ),
                }
            })
        });
        MembersTrial {
            notes: notes.collect(),
            refused: no.map(|no| both(|language| no.what(language))),
            faults: self.faults(),
        }
    }

    /// What is saved.
    ///
    /// # Errors
    /// The first fault; nothing is saved then.
    pub(super) fn changes(self) -> Result<Vec<Change>, Words> {
        if let Some(fault) = self.faults().into_iter().next() {
            return Err(fault.what);
        }
        let changed = self
            .lists
            .into_iter()
            .filter(|list| list.before.as_deref().unwrap_or_default() != list.after);
        Ok(changed
            .map(|list| Change {
                file: list.file.to_owned(),
                before: list.before,
                after: Some(list.after),
            })
            .collect())
    }

    /// What the history says.
    pub(super) fn message(&self) -> String {
        format!("改名单与审批规则：{} 处", self.edits)
    }

    fn people(&self) -> [People; 2] {
        let list = self.lists.iter().find(|list| list.file == FILES[0]);
        let before = list
            .and_then(|list| list.before.as_deref())
            .unwrap_or_default();
        [before, list.map_or("", |list| list.after.as_str())].map(People::read)
    }

    fn cells(&self, file: &str) -> Vec<&[String]> {
        let lists = self.lists.iter().filter(|list| list.file == file);
        lists
            .flat_map(|list| list.rows.iter().map(|(_, cells)| cells.as_slice()))
            .collect()
    }

    fn faults(&self) -> Vec<EditFault> {
        let of = |list: &List| {
            let cells: Vec<&[String]> = list
                .rows
                .iter()
                .map(|(_, cells)| cells.as_slice())
                .collect();
            let faults = if list.file == FILES[0] {
                roster::people_faults(&cells)
            } else {
                roster::rule_faults(&cells)
            };
            let placed = |(at, fault): (usize, RowFault)| {
                let (place, _) = list.rows.get(at)?;
                Some(EditFault {
                    place: place.clone(),
                    what: both(|language| fault.what(language)),
                    remedy: Words::default(),
                })
            };
            faults.into_iter().filter_map(placed).collect::<Vec<_>>()
        };
        self.lists.iter().flat_map(of).collect()
    }
}

fn list(file: &'static str, before: Option<String>, edits: &[RowEdit]) -> Result<List, ListMoved> {
    let text = before.as_deref().unwrap_or_default();
    let mut rows: Vec<(VocabularyPlace, Vec<String>)> = roster::rows(text)
        .into_iter()
        .map(|row| {
            let line = u32::try_from(row.line).unwrap_or(u32::MAX);
            let file = file.to_owned();
            (VocabularyPlace::Row { file, line }, row.cells)
        })
        .collect();
    let mut lines = Vec::new();
    for (index, one) in (0_u32..).zip(edits).filter(|(_, one)| one.file == file) {
        let cells = one.cells.as_ref().map(|cells| whole(file, cells));
        let written = cells.as_ref().map(|cells| roster::line(cells, &one.was));
        match one.line {
            Some(line) => {
                let to = written;
                let was = one.was.clone();
                lines.push(LineEdit::Change {
                    line: line as usize,
                    was,
                    to,
                });
                let here = VocabularyPlace::Row {
                    file: file.to_owned(),
                    line,
                };
                match (rows.iter_mut().find(|(place, _)| *place == here), cells) {
                    (Some(row), Some(cells)) => row.1 = cells,
                    _ => rows.retain(|(place, _)| *place != here),
                }
            }
            None => {
                if let (Some(cells), Some(text)) = (cells, written) {
                    lines.push(LineEdit::Add { text });
                    rows.push((VocabularyPlace::Added { index }, cells));
                }
            }
        }
    }
    let after = edit(text, &lines).map_err(|_| ListMoved { file })?;
    Ok(List {
        file,
        before,
        after,
        rows,
    })
}

/// The cells as they are written: three, trimmed; a rule for all entries names nothing.
fn whole(file: &str, cells: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = (0..3)
        .map(|place| {
            cells
                .get(place)
                .map_or_else(String::new, |cell| cell.trim().to_owned())
        })
        .collect();
    if file == FILES[1]
        && cells.first().is_some_and(|of| of == "all")
        && let Some(name) = cells.get_mut(1)
    {
        "-".clone_into(name);
    }
    cells
}
