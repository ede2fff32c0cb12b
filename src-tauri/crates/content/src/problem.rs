//! A problem of a file: where it is, and which fault.

use crate::fault::Fault;
use std::fmt;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The entry is used; somebody should look.
    Warning,
    /// The entry, or a part of it, is not used as written. An entry with an error never counts as approved.
    Error,
}

/// The language of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Chinese,
    /// English.
    English,
}

/// One problem of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the library's folder, with `/`; empty for the folder itself.
    pub file: String,
    /// The line, counted from 1, where one can be named.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.fault.severity()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file)?,
            None => f.write_str(&self.file)?,
        }
        write!(f, ": {}", self.fault.code())
    }
}

/// The problems of one file while it is being read.
#[derive(Debug)]
pub(crate) struct Problems {
    file: String,
    found: Vec<Problem>,
}

impl Problems {
    pub(crate) fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            found: Vec::new(),
        }
    }

    /// Notes a fault at a line.
    pub(crate) fn at(&mut self, line: usize, fault: impl Into<Fault>) {
        self.push(Some(line), fault.into());
    }

    /// Notes a fault of the file as a whole.
    pub(crate) fn whole(&mut self, fault: impl Into<Fault>) {
        self.push(None, fault.into());
    }

    fn push(&mut self, line: Option<usize>, fault: Fault) {
        self.found.push(Problem {
            file: self.file.clone(),
            line,
            fault,
        });
    }

    /// Whether this very fault was noted already, at any line.
    pub(crate) fn has(&self, fault: &(impl Clone + Into<Fault>)) -> bool {
        let fault: Fault = fault.clone().into();
        self.found.iter().any(|problem| problem.fault == fault)
    }

    /// The problems in the order of their lines; those without a line come first.
    pub(crate) fn in_order(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|problem| problem.line);
        self.found
    }
}
