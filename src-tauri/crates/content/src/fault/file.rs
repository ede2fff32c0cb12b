//! Faults of a file or folder as such.

use crate::problem::Language;

/// A file or folder could not be used at all.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileFault {
    /// The library's folder is not there.
    RootMissing,
    /// The library has no `entries` folder.
    EntriesMissing,
    /// The system refused to read it.
    Unreadable {
        /// The system's own words.
        why: String,
    },
    /// The system refused to write it.
    Unwritable {
        /// The system's own words.
        why: String,
    },
    /// It is larger than a file here may be; it was not read.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// Whether all of it reads as GB18030 (which GBK and GB2312 are part of), so that converting can be offered.
        gb18030: bool,
    },
    /// A symbolic link leads out of the library's folder; it was not followed.
    LeadsOut,
}

impl FileFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::RootMissing => "root-missing",
            Self::EntriesMissing => "entries-missing",
            Self::Unreadable { .. } => "file-unreadable",
            Self::Unwritable { .. } => "file-unwritable",
            Self::TooLarge { .. } => "file-too-large",
            Self::NotUtf8 { .. } => "file-not-utf8",
            Self::LeadsOut => "link-leads-out",
        }
    }

    pub(super) fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => match self {
                Self::RootMissing => "找不到知识库文件夹。".to_owned(),
                Self::EntriesMissing => "知识库里没有 entries 文件夹。".to_owned(),
                Self::Unreadable { why } => format!("文件读不出来：{why}。"),
                Self::Unwritable { why } => format!("文件写不进去：{why}。"),
                Self::TooLarge { bytes } => format!("文件有 {bytes} 字节，超过 1 MiB，没有读取。"),
                Self::NotUtf8 { gb18030: true } => {
                    "文件不是 UTF-8 编码，看起来是 GB18030（GBK）。".to_owned()
                }
                Self::NotUtf8 { gb18030: false } => {
                    "文件不是 UTF-8 编码，也认不出是哪种编码。".to_owned()
                }
                Self::LeadsOut => "这个链接指向知识库文件夹以外，没有读取。".to_owned(),
            },
            Language::English => match self {
                Self::RootMissing => "The library's folder was not found.".to_owned(),
                Self::EntriesMissing => "The library has no folder named entries.".to_owned(),
                Self::Unreadable { why } => format!("The file can't be read: {why}."),
                Self::Unwritable { why } => format!("The file can't be written: {why}."),
                Self::TooLarge { bytes } => {
                    format!("The file has {bytes} bytes, more than 1 MiB; it was not read.")
                }
                Self::NotUtf8 { gb18030: true } => {
                    "The file is not UTF-8; it looks like GB18030 (GBK).".to_owned()
                }
                Self::NotUtf8 { gb18030: false } => {
                    "The file is not UTF-8, and its encoding is not recognised.".to_owned()
                }
                Self::LeadsOut => {
                    "This link leads out of the library's folder; it was not read.".to_owned()
                }
            },
        }
    }

    pub(super) const fn remedy(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => match self {
                Self::RootMissing => "请检查文件夹的位置，或重新安装知识包。",
                Self::EntriesMissing => "请建立 entries 文件夹，把条目文件放进去。",
                Self::Unreadable { .. } => "请检查文件的读取权限，以及是否被其他程序占用。",
                Self::Unwritable { .. } => "请检查文件和文件夹的写入权限，以及磁盘空间。",
                Self::TooLarge { .. } => "请把内容拆成几个条目，每个一个文件。",
                Self::NotUtf8 { gb18030: true } => "请把文件转换成 UTF-8 后保存。",
                Self::NotUtf8 { gb18030: false } => "请用原来的程序打开，另存为 UTF-8 文本。",
                Self::LeadsOut => "请把文件复制到知识库文件夹里，再删掉这个链接。",
            },
            Language::English => match self {
                Self::RootMissing => "Check where the folder is, or install the pack again.",
                Self::EntriesMissing => "Create the folder entries and put the entry files there.",
                Self::Unreadable { .. } => {
                    "Check the file's permissions, and whether another program holds it."
                }
                Self::Unwritable { .. } => {
                    "Check the permissions of file and folder, and the space on the disk."
                }
                Self::TooLarge { .. } => "Split the text into several entries, one file each.",
                Self::NotUtf8 { gb18030: true } => "Convert the file to UTF-8 and save it.",
                Self::NotUtf8 { gb18030: false } => {
                    "Open it in the program it came from and save it as UTF-8 text."
                }
                Self::LeadsOut => "Copy the file into the library's folder and delete this link.",
            },
        }
    }
}
