//! What can go wrong with the desk's file, in sentences for people.

use std::path::PathBuf;
use yingda_content::problem::Language;

/// Why something could not be kept, read, written out or merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskFault {
    /// The file can't be read or written now.
    Store {
        /// The system's words.
        detail: String,
    },
    /// The file was made by a newer version of the program.
    Newer {
        /// The version of the file's form.
        version: i64,
    },
    /// The thread that keeps the record has ended.
    Closed,
    /// A file could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// An outbox holds a line that is not one of an outbox, or fewer lines than it counts.
    Outbox {
        /// The line, counted from 1.
        line: usize,
    },
    /// An outbox of a form this program does not know.
    OutboxForm {
        /// The form it names.
        form: u32,
    },
    /// A name that is empty, longer than 20 characters, or holds control characters.
    Name,
}

impl DeskFault {
    /// What is wrong, where, and what to do.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.zh(),
            Language::English => self.en(),
        }
    }

    /// The system's words about it, with the file where one is named; may be empty.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Store { detail } => detail.clone(),
            Self::File { path, detail } => format!("{}: {detail}", path.display()),
            Self::Newer { version } => format!("{version}"),
            Self::OutboxForm { form } => format!("{form}"),
            Self::Outbox { line } => format!("{line}"),
            Self::Closed | Self::Name => String::new(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Store { detail } => {
                format!(
                    "使用记录暂时读写不了：{detail}。知识库不受影响；请检查磁盘空间和文件夹权限。"
                )
            }
            Self::Newer { version } => {
                format!("使用记录由更新的版本写成（格式 {version}），本版不改动它；请升级程序。")
            }
            Self::Closed => "使用记录已停止；请重新打开程序。".to_owned(),
            Self::File { path, detail } => {
                format!(
                    "文件 {} 读写不了：{detail}。请检查路径、权限和磁盘空间。",
                    path.display()
                )
            }
            Self::Outbox { line } => {
                format!(
                    "座席数据第 {line} 行读不懂，或文件不完整；什么都没有合并。请重新导出一份。"
                )
            }
            Self::OutboxForm { form } => {
                format!("座席数据的格式 {form} 本版不认识；什么都没有合并。请升级程序。")
            }
            Self::Name => "姓名须为 1 到 20 个字，不含控制字符；请改一改。".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Store { detail } => format!(
                "The record of use can't be read or written now: {detail}. Knowledge is not affected; check disk space and \
                 the folder's permissions."
            ),
            Self::Newer { version } => format!(
                "The record of use was written by a newer version (form {version}) and is left alone; update the program."
            ),
            Self::Closed => "The record of use has stopped; open the program again.".to_owned(),
            Self::File { path, detail } => format!(
                "The file {} can't be read or written: {detail}. Check path, permissions and disk space.",
                path.display()
            ),
            Self::Outbox { line } => format!(
                "Line {line} of the desk data can't be understood, or the file is incomplete; nothing was merged. Export it \
                 again."
            ),
            Self::OutboxForm { form } => format!(
                "This version does not know form {form} of desk data; nothing was merged. Update the program."
            ),
            Self::Name => {
                "A name has 1 to 20 characters and no control characters; change it.".to_owned()
            }
        }
    }
}

impl std::fmt::Display for DeskFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.zh())
    }
}

impl std::error::Error for DeskFault {}

impl From<rusqlite::Error> for DeskFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store {
            detail: error.to_string(),
        }
    }
}
