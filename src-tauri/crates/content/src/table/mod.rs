//! The tables beside the entries, row by row: words, readings, synonyms, judged queries.
//!
//! A row is a list of cells as a person edits them. Writing changes single lines of a file; comments, order, line ends
//! and every other line stay.

mod edit;
#[cfg(test)]
mod tests;

pub use edit::{LineEdit, LineMoved, edit};

use crate::fault::TableFault;
use crate::judged;
use crate::library::Library;
use crate::lines;
use crate::vocabulary::{self, READINGS, SYNONYMS, WORDS};

/// Which table a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// 用户词典: word, frequency or nothing.
    Words,
    /// 读音: word, syllables with blanks between.
    Readings,
    /// 同义词: two or more words.
    Synonyms,
    /// 评测问句: query, class, ids with commas between, `hard` or nothing.
    Judged,
}

/// A line that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line, counted from 1.
    pub line: usize,
    /// The line as it is written, without its end.
    pub text: String,
    /// What it says.
    pub cells: Vec<String>,
}

impl Table {
    /// The table that a file of a library holds, by its name relative to the library's folder.
    #[must_use]
    pub fn of_file(name: &str) -> Option<Self> {
        match name {
            WORDS => Some(Self::Words),
            READINGS => Some(Self::Readings),
            SYNONYMS => Some(Self::Synonyms),
            judged::FLOORS => None,
            other => {
                let inside = other.strip_prefix(judged::FOLDER)?.strip_prefix('/')?;
                let plain = !inside.contains(['/', '\\']) && !inside.starts_with('.');
                (plain && judged::is_table(inside)).then_some(Self::Judged)
            }
        }
    }

    /// The rows of a file, comments and empty lines left out.
    #[must_use]
    pub fn rows(self, text: &str) -> Vec<Row> {
        let row = |(line, text): (usize, &str)| Row {
            line,
            text: text.to_owned(),
            cells: self.cells(text),
        };
        lines::of(text).map(row).collect()
    }

    fn cells(self, line: &str) -> Vec<String> {
        let owned = |cells: Vec<&str>| cells.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let fixed = |mut cells: Vec<String>, columns: usize| {
            if cells.len() < columns {
                cells.resize(columns, String::new());
            }
            cells
        };
        match self {
            Self::Words => fixed(owned(line.split_whitespace().collect()), 2),
            Self::Readings => fixed(owned(lines::columns(line)), 2),
            Self::Judged => fixed(owned(lines::columns(line)), 4),
            Self::Synonyms => {
                let columns = lines::columns(line);
                owned(
                    columns
                        .into_iter()
                        .filter(|word| !word.is_empty())
                        .collect(),
                )
            }
        }
    }

    /// The line that says these cells.
    ///
    /// # Errors
    /// What a person has to mend first: everything that reading the line would find wrong.
    pub fn line(self, cells: &[String], library: &Library) -> Result<String, Vec<TableFault>> {
        let cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let written = |cell: &&str| !cell.is_empty();
        let line = match self {
            Self::Words => {
                let cells: Vec<&str> = cells.iter().map(String::as_str).filter(written).collect();
                cells.join(" ")
            }
            Self::Synonyms => {
                let cells: Vec<&str> = cells.iter().map(String::as_str).filter(written).collect();
                cells.join("\t")
            }
            Self::Readings | Self::Judged => cells.join("\t"),
        };
        let broken = |cell: &&String| {
            let blank = self == Self::Words && cell.contains(char::is_whitespace);
            blank || cell.contains(['\t', '\n', '\r'])
        };
        let first = cells.first().filter(|cell| cell.starts_with('#'));
        if let Some(cell) = cells.iter().find(broken).or(first) {
            return Err(vec![TableFault::Unwritable { text: cell.clone() }]);
        }
        if line.trim().is_empty() {
            return Err(vec![TableFault::Empty {
                column: self.first_column(),
            }]);
        }
        self.check(&line, library).map(|()| line)
    }

    fn first_column(self) -> &'static str {
        if self == Self::Judged {
            "query"
        } else {
            "word"
        }
    }

    fn check(self, line: &str, library: &Library) -> Result<(), Vec<TableFault>> {
        let one = |fault: TableFault| vec![fault];
        match self {
            Self::Words => vocabulary::user_word(line).map(drop).map_err(one),
            Self::Readings => vocabulary::pronunciation(line).map(drop).map_err(one),
            Self::Synonyms => vocabulary::group(line).map(drop).map_err(one),
            Self::Judged => judged::read_query(line, "", 0, library).map(drop),
        }
    }
}
