//! Judged queries: what somebody typed, and which entries should have come first.

mod class;
#[cfg(test)]
mod tests;

pub use class::Class;

use crate::entry::EntryId;
use crate::fault::TableFault;
use crate::files;
use crate::front_matter::parse_day;
use crate::library::Library;
use crate::lines;
use crate::problem::{Problem, Problems};
use std::collections::BTreeMap;
use std::path::Path;
use time::Date;

/// The folder of judged queries.
pub(crate) const FOLDER: &str = "judged";
/// The file of floors.
pub const FLOORS: &str = "judged/floors.tsv";

/// One judged query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedQuery {
    /// What was typed.
    pub query: String,
    /// How.
    pub class: Class,
    /// The entries that answer it, the best first; never empty, all in the library.
    pub expected: Vec<EntryId>,
    /// Needs meaning rather than words; counted apart.
    pub hard: bool,
    /// The file it stands in.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// What a class may not fall below, as a share of its queries from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Floor {
    /// The best entry is first.
    pub hit_at_1: f64,
    /// An expected entry is among the first three.
    pub hit_at_3: f64,
}

/// Everything in `judged/`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judged {
    /// The queries, in the order of files and lines.
    pub queries: Vec<JudgedQuery>,
    /// The floors.
    pub floors: BTreeMap<Class, Floor>,
    /// The day all queries run on, so that content that expires does not change the result.
    pub day: Option<Date>,
    /// What is wrong with the files.
    pub problems: Vec<Problem>,
}

/// Reads `judged/*.tsv` and `judged/floors.tsv` of a library's folder. Without that folder there is nothing, and
/// nothing wrong.
#[must_use]
pub fn load_judged(root: &Path, library: &Library) -> Judged {
    let (texts, problems) = judged_texts(root);
    let mut judged = judged_of(&texts, library);
    judged.problems.splice(0..0, problems);
    judged
}

/// A file of judged queries or floors: its name relative to the library's folder, and its text.
pub type JudgedText = (String, String);

/// The texts of `judged/*.tsv` and `judged/floors.tsv` in the order of their names; problems are those of files that
/// can't be read.
#[must_use]
pub fn judged_texts(root: &Path) -> (Vec<JudgedText>, Vec<Problem>) {
    if !root.join(FOLDER).is_dir() {
        return (Vec::new(), Vec::new());
    }
    let (found, mut all) = files::find(root, FOLDER, is_table);
    let mut texts = Vec::new();
    for file in found {
        match files::read(&file.path) {
            Ok(text) => texts.push((file.name, text)),
            Err(fault) => {
                let mut problems = Problems::of(&file.name);
                problems.whole(fault);
                all.extend(problems.in_order());
            }
        }
    }
    (texts, all)
}

/// The judged queries in these texts, which are a library's own or as they would be. No text at all is fine.
#[must_use]
pub fn judged_of(texts: &[JudgedText], library: &Library) -> Judged {
    let mut judged = Judged::default();
    for (name, text) in texts.iter().filter(|(name, _)| name != FLOORS) {
        let mut problems = Problems::of(name);
        judged.read_queries(text, name, library, &mut problems);
        judged.problems.extend(problems.in_order());
    }
    if !texts.is_empty() {
        let floors = texts.iter().find(|(name, _)| name == FLOORS);
        let mut problems = Problems::of(FLOORS);
        judged.read_floors(floors.map_or("", |(_, text)| text.as_str()), &mut problems);
        judged.problems.extend(problems.in_order());
    }
    judged
}

pub(crate) fn is_table(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "tsv")
}

impl Judged {
    fn read_queries(&mut self, text: &str, file: &str, library: &Library, problems: &mut Problems) {
        for (line, row) in lines::of(text) {
            match read_query(row, file, line, library) {
                Ok(query) => self.queries.push(query),
                Err(faults) => faults
                    .into_iter()
                    .for_each(|fault| problems.at(line, fault)),
            }
        }
    }

    fn read_floors(&mut self, text: &str, problems: &mut Problems) {
        for (line, row) in lines::of(text) {
            if let Err(fault) = self.read_floor(row) {
                problems.at(line, fault);
            }
        }
        if self.day.is_none() || self.floors.is_empty() {
            problems.whole(TableFault::FloorsIncomplete);
        }
    }

    fn read_floor(&mut self, row: &str) -> Result<(), TableFault> {
        let columns = lines::columns(row);
        match *columns.as_slice() {
            ["date", day] => {
                if self.day.is_some() {
                    return Err(TableFault::LineTwice {
                        name: "date".to_owned(),
                    });
                }
                let read = parse_day(day);
                self.day = Some(read.ok_or_else(|| TableFault::DayBad {
                    text: day.to_owned(),
                })?);
            }
            [class, hit_at_1, hit_at_3] => {
                let floor = Floor {
                    hit_at_1: share(hit_at_1)?,
                    hit_at_3: share(hit_at_3)?,
                };
                let read = Class::parse(class)?;
                if self.floors.contains_key(&read) {
                    return Err(TableFault::LineTwice {
                        name: class.to_owned(),
                    });
                }
                self.floors.insert(read, floor);
            }
            _ => {
                let shape = "hanzi⇥0.95⇥0.99";
                return Err(TableFault::Columns {
                    shape,
                    found: columns.len(),
                });
            }
        }
        Ok(())
    }
}

/// Three columns count as four: some editors take the tab at the end of a line away.
pub(crate) fn read_query(
    row: &str,
    file: &str,
    line: usize,
    library: &Library,
) -> Result<JudgedQuery, Vec<TableFault>> {
    let columns = lines::columns(row);
    let (query, class, ids, mark) = match *columns.as_slice() {
        [query, class, ids, mark] => (query, class, ids, mark),
        [query, class, ids] => (query, class, ids, ""),
        _ => {
            let shape = "卡丢了⇥hanzi⇥card-loss⇥";
            return Err(vec![TableFault::Columns {
                shape,
                found: columns.len(),
            }]);
        }
    };
    let mut faults = Vec::new();
    if query.is_empty() {
        faults.push(TableFault::Empty { column: "query" });
    }
    if !matches!(mark, "" | "hard") {
        faults.push(TableFault::MarkUnknown {
            text: mark.to_owned(),
        });
    }
    let mut expected = Vec::new();
    for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match EntryId::parse(id).filter(|id| library.get(id).is_some()) {
            Some(id) => expected.push(id),
            None => faults.push(TableFault::ExpectedUnknown { id: id.to_owned() }),
        }
    }
    if expected.is_empty() && faults.is_empty() {
        faults.push(TableFault::Empty { column: "expected" });
    }
    let class = Class::parse(class).map_err(|fault| faults.push(fault));
    let (Ok(class), true) = (class, faults.is_empty()) else {
        return Err(faults);
    };
    let (query, file) = (query.to_owned(), file.to_owned());
    Ok(JudgedQuery {
        query,
        class,
        expected,
        hard: mark == "hard",
        file,
        line,
    })
}

fn share(text: &str) -> Result<f64, TableFault> {
    let number = text
        .parse::<f64>()
        .ok()
        .filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| TableFault::FloorBad {
        text: text.to_owned(),
    })
}
