//! What keeps a library of a size from being measured, and what to do about it.

use crate::contract::AppError;
use crate::questions::TableFault;
use std::fmt;
use yingda_search::IndexError;

/// Why nothing could be measured.
#[derive(Debug)]
pub enum ScaleFault {
    /// The corpus can't be used.
    Table(TableFault),
    /// There is neither a corpus nor a library with questions.
    NoQuestions,
    /// So many entries can't be made of the questions there are.
    TooFew {
        /// How many can.
        most: usize,
    },
    /// The index could not be written into its folder.
    Folder(String),
    /// The index could not be built or read.
    Index(IndexError),
    /// A search failed.
    Search(AppError),
}

impl fmt::Display for ScaleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(fault) => fault.fmt(f),
            Self::NoQuestions => f.write_str(
                "no questions here; name a file with --corpus FILE.tsv or a knowledge base with --knowledge DIR / 没有问题可用，请用 --corpus 文件.tsv 或 --knowledge 目录 指定",
            ),
            Self::TooFew { most } => write!(
                f,
                "the questions make {most} different entries; ask for fewer or name a larger --corpus / 这些问题只能组成 {most} 条，请减少条数或换更大的 --corpus"
            ),
            Self::Folder(folder) => write!(
                f,
                "the index can't be written into {folder}; is the disk full? / 索引写不进 {folder}，磁盘满了吗？"
            ),
            Self::Index(error) => error.fmt(f),
            Self::Search(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ScaleFault {}

impl From<TableFault> for ScaleFault {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}

impl From<IndexError> for ScaleFault {
    fn from(error: IndexError) -> Self {
        Self::Index(error)
    }
}

impl From<AppError> for ScaleFault {
    fn from(error: AppError) -> Self {
        Self::Search(error)
    }
}
