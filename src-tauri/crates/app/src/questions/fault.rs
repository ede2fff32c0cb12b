//! What is wrong with a file of questions, queries or judgements, and what to do about it.

use std::fmt;

/// Why a file of columns can't be used. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// There is no such file.
    Missing {
        /// The file.
        file: String,
        /// Its columns, as a line should look.
        shape: &'static str,
    },
    /// The system refused to read it, or it can't be unpacked.
    Unreadable {
        /// The file.
        file: String,
        /// Why, in the system's words.
        why: String,
    },
    /// It is not UTF-8 from a line on.
    NotUtf8 {
        /// The file.
        file: String,
        /// The first line that is not.
        line: usize,
    },
    /// It has no line.
    Empty {
        /// The file.
        file: String,
        /// Its columns, as a line should look.
        shape: &'static str,
    },
    /// A line has too few columns.
    Columns {
        /// Where.
        at: At,
        /// How many it has.
        found: usize,
        /// How it should look.
        shape: &'static str,
    },
    /// A column that may not be empty is.
    Blank {
        /// Where.
        at: At,
        /// The column.
        column: &'static str,
    },
    /// An id stands twice.
    Twice {
        /// Where it stands again.
        at: At,
        /// The id.
        id: String,
    },
    /// A judgement names something that is not there.
    Unknown {
        /// Where.
        at: At,
        /// The id.
        id: String,
        /// The file that should have it.
        of: &'static str,
    },
    /// A relevance is not a whole number.
    Relevance {
        /// Where.
        at: At,
        /// What was written.
        text: String,
    },
    /// No query has a question that answers it.
    NothingJudged {
        /// The file of judgements.
        file: String,
    },
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { file, shape } => write!(
                f,
                "{file} is not there; write it with one {shape} a line (⇥ is a tab) / 没有 {file}，请写上，每行：{shape}（⇥ 是制表符）"
            ),
            Self::Unreadable { file, why } => write!(
                f,
                "{file} can't be read: {why}; check the file and its rights / 读不出 {file}，请检查文件和权限"
            ),
            Self::NotUtf8 { file, line } => write!(
                f,
                "{file}:{line} is not UTF-8; save the file as UTF-8 / 不是 UTF-8，请另存为 UTF-8"
            ),
            Self::Empty { file, shape } => write!(
                f,
                "{file} has no line; write one {shape} a line / {file} 是空的，请按 {shape} 每行写一条"
            ),
            Self::Columns { at, found, shape } => write!(
                f,
                "{at} has {found} column(s); write it as {shape} (⇥ is a tab) / 这一行有 {found} 列，请写成 {shape}（⇥ 是制表符）"
            ),
            Self::Blank { at, column } => write!(
                f,
                "{at} has an empty {column}; fill it in or delete the line / {column} 是空的，请补上或删掉这一行"
            ),
            Self::Twice { at, id } => write!(
                f,
                "{at} has the id {id} again; give it another or delete the line / 编号 {id} 重复，请改掉或删掉这一行"
            ),
            Self::Unknown { at, id, of } => write!(
                f,
                "{at} names {id}, which {of} does not have; correct the id or delete the line / {of} 里没有 {id}，请改正或删掉这一行"
            ),
            Self::Relevance { at, text } => write!(
                f,
                "{at} has the relevance “{text}”; write 1 (answers) or 0 (does not) / 相关度“{text}”请写 1 或 0"
            ),
            Self::NothingJudged { file } => write!(
                f,
                "{file} judges no query as answered; give at least one line the relevance 1 / {file} 没有一行相关度为 1，请至少写一行"
            ),
        }
    }
}

impl std::error::Error for TableFault {}
