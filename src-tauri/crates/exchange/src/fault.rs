//! Why a file could not be taken, or not be made. The sentences about it are made here, in both languages.

use crate::format::Format;
use yingda_content::problem::Language;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExchangeFault {
    /// The system refused to read it.
    Unreadable {
        /// The system's own words.
        why: String,
    },
    /// There is nothing in it.
    Empty,
    /// It is larger than a file may be; it was not opened.
    TooLarge {
        /// Its size in MiB.
        mebibytes: u64,
        /// The largest size, in MiB.
        most: u64,
    },
    /// It unpacks to more than it may: a damaged file, or one made to fill the memory.
    UnpacksTooLarge {
        /// The part of the file.
        part: String,
    },
    /// It holds more text than is taken from one file.
    TooMuchText,
    /// A sheet has more rows than are taken.
    TooManyRows {
        /// The sheet.
        sheet: String,
        /// The most rows.
        most: usize,
    },
    /// It has more pages or slides than are taken.
    TooManyPages {
        /// The most pages.
        most: usize,
    },
    /// It is protected by a password.
    Encrypted {
        /// What it is.
        format: Format,
    },
    /// It is of an older format that is not read.
    OldFormat {
        /// Its usual ending, without the dot.
        ending: &'static str,
        /// The ending to save it with.
        instead: &'static str,
    },
    /// It is no document this program reads.
    Unknown,
    /// It is damaged.
    Corrupt {
        /// What it is.
        format: Format,
        /// The part or page, where one can be named.
        part: String,
        /// The reader's own words, in English.
        detail: String,
    },
    /// It has no text: a scan, or nothing but pictures.
    NoText {
        /// What it is.
        format: Format,
    },
    /// The chosen sheet is not there.
    SheetMissing {
        /// Its name.
        sheet: String,
    },
    /// No column was chosen as title or question.
    TitleColumnMissing {
        /// The sheet.
        sheet: String,
    },
    /// A reader of this format broke down.
    BrokeDown {
        /// What it is.
        format: Format,
    },
    /// The file to be written could not be made.
    NotMade {
        /// The writer's own words, in English.
        detail: String,
    },
    /// A person stopped it.
    Cancelled,
}

impl ExchangeFault {
    pub(crate) fn corrupt(format: Format, part: &str, detail: impl std::fmt::Display) -> Self {
        Self::Corrupt {
            format,
            part: part.to_owned(),
            detail: detail.to_string(),
        }
    }

    /// A stable name in kebab-case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::UnpacksTooLarge { .. } => "unpacks-too-large",
            Self::TooMuchText => "too-much-text",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyPages { .. } => "too-many-pages",
            Self::Encrypted { .. } => "encrypted",
            Self::OldFormat { .. } => "old-format",
            Self::Unknown => "unknown-format",
            Self::Corrupt { .. } => "corrupt",
            Self::NoText { .. } => "no-text",
            Self::SheetMissing { .. } => "sheet-missing",
            Self::TitleColumnMissing { .. } => "title-column-missing",
            Self::BrokeDown { .. } => "reader-broke-down",
            Self::NotMade { .. } => "not-made",
            Self::Cancelled => "cancelled",
        }
    }

    /// One sentence: what is wrong, and where.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.what_in_chinese(),
            Language::English => self.what_in_english(),
        }
    }

    fn what_in_chinese(&self) -> String {
        let name = |format: &Format| format.name(Language::Chinese);
        match self {
            Self::Unreadable { why } => format!("文件读不出来：{why}。"),
            Self::Empty => "文件是空的。".to_owned(),
            Self::TooLarge { mebibytes, most } => {
                format!("文件有 {mebibytes} MB，超过 {most} MB，没有打开。")
            }
            Self::UnpacksTooLarge { part } => {
                format!("文件里的 {part} 解开后大得不正常，没有读下去。")
            }
            Self::TooMuchText => "文件里的文字太多，一次读不下。".to_owned(),
            Self::TooManyRows { sheet, most } => format!("工作表「{sheet}」超过 {most} 行。"),
            Self::TooManyPages { most } => format!("文件超过 {most} 页。"),
            Self::Encrypted { format } => format!("这个{}有密码保护。", name(format)),
            Self::OldFormat { ending, .. } => format!("这是旧格式 .{ending}，读不了。"),
            Self::Unknown => "认不出这是哪种文件。".to_owned(),
            Self::Corrupt {
                format,
                part,
                detail,
            } if part.is_empty() => format!("{}损坏了：{detail}。", name(format)),
            Self::Corrupt {
                format,
                part,
                detail,
            } => format!("{}损坏了，在 {part}：{detail}。", name(format)),
            Self::NoText { format } => format!("这个{}里没有文字。", name(format)),
            Self::SheetMissing { sheet } => format!("没有「{sheet}」这张工作表。"),
            Self::TitleColumnMissing { sheet } => {
                format!("「{sheet}」里没有指定哪一列是标题或问题。")
            }
            Self::BrokeDown { format } => format!("读这个{}时出了意外。", name(format)),
            Self::NotMade { detail } => format!("文件没有做成：{detail}。"),
            Self::Cancelled => "已取消。".to_owned(),
        }
    }

    fn what_in_english(&self) -> String {
        let name = |format: &Format| format.name(Language::English);
        match self {
            Self::Unreadable { why } => format!("The file can't be read: {why}."),
            Self::Empty => "The file is empty.".to_owned(),
            Self::TooLarge { mebibytes, most } => {
                format!("The file has {mebibytes} MB, more than {most} MB; it was not opened.")
            }
            Self::UnpacksTooLarge { part } => {
                format!("{part} in this file unpacks to an unreasonable size; reading stopped.")
            }
            Self::TooMuchText => "The file holds more text than can be taken at once.".to_owned(),
            Self::TooManyRows { sheet, most } => {
                format!("The sheet \"{sheet}\" has more than {most} rows.")
            }
            Self::TooManyPages { most } => format!("The file has more than {most} pages."),
            Self::Encrypted { format } => format!("This {} has a password.", name(format)),
            Self::OldFormat { ending, .. } => {
                format!("This is the old format .{ending}, which is not read.")
            }
            Self::Unknown => "This is no document that can be read here.".to_owned(),
            Self::Corrupt {
                format,
                part,
                detail,
            } if part.is_empty() => format!("This {} is damaged: {detail}.", name(format)),
            Self::Corrupt {
                format,
                part,
                detail,
            } => format!("This {} is damaged at {part}: {detail}.", name(format)),
            Self::NoText { format } => format!("This {} holds no text.", name(format)),
            Self::SheetMissing { sheet } => format!("There is no sheet \"{sheet}\"."),
            Self::TitleColumnMissing { sheet } => {
                format!("No column of \"{sheet}\" was chosen as title or question.")
            }
            Self::BrokeDown { format } => {
                format!(
                    "Something went wrong inside while reading this {}.",
                    name(format)
                )
            }
            Self::NotMade { detail } => format!("The file could not be made: {detail}."),
            Self::Cancelled => "Cancelled.".to_owned(),
        }
    }

    /// One sentence: what to do about it.
    #[must_use]
    pub fn remedy(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.remedy_in_chinese(),
            Language::English => self.remedy_in_english(),
        }
    }

    fn remedy_in_chinese(&self) -> String {
        match self {
            Self::Unreadable { .. } => "请检查读取权限，以及它是否正被其他程序占用。".to_owned(),
            Self::Empty => "请确认选对了文件；如果应当有内容，请重新取一份。".to_owned(),
            Self::TooLarge { .. } => "请在原程序里压缩或删去图片，或者拆成几个文件。".to_owned(),
            Self::UnpacksTooLarge { .. } => {
                "请用原程序打开它，另存一份再导入；来历不明的文件请不要导入。".to_owned()
            }
            Self::TooMuchText | Self::TooManyPages { .. } => {
                "请把它拆成几个文件，分次导入。".to_owned()
            }
            Self::TooManyRows { .. } => "请把这张表拆成几张，分次导入。".to_owned(),
            Self::Encrypted { .. } => "请用原程序打开，去掉密码后另存一份。".to_owned(),
            Self::OldFormat { instead, .. } => format!("请用原程序打开，另存为 .{instead}。"),
            Self::Unknown => {
                "可以导入 Word、Excel、PowerPoint、PDF、Markdown、网页、CSV 和文本文件。".to_owned()
            }
            Self::Corrupt { .. } => "请用原程序打开并修复，另存一份再导入。".to_owned(),
            Self::NoText {
                format: Format::Pdf,
            } => "它可能是扫描件：请先做文字识别，或者找到原来的文档。".to_owned(),
            Self::NoText { .. } => "请确认选对了文件；图片里的文字不会导入。".to_owned(),
            Self::SheetMissing { .. } => "请重新选择工作表。".to_owned(),
            Self::TitleColumnMissing { .. } => "请指定标题或问题所在的列。".to_owned(),
            Self::BrokeDown { .. } => {
                "其他文件不受影响；请把它另存为另一种格式（例如文本）再试。".to_owned()
            }
            Self::NotMade { .. } => "请少选一些条目再试，或换一种格式。".to_owned(),
            Self::Cancelled => "什么都没有写入。".to_owned(),
        }
    }

    fn remedy_in_english(&self) -> String {
        match self {
            Self::Unreadable { .. } => {
                "Check its permissions, and whether another program holds it.".to_owned()
            }
            Self::Empty => "Check that it is the right file, or fetch it again.".to_owned(),
            Self::TooLarge { .. } => {
                "Compress or delete its pictures in the program it came from, or split it."
                    .to_owned()
            }
            Self::UnpacksTooLarge { .. } => {
                "Open it in the program it came from and save a copy; don't import a file of unknown origin.".to_owned()
            }
            Self::TooMuchText | Self::TooManyPages { .. } => {
                "Split it into several files and import them one after another.".to_owned()
            }
            Self::TooManyRows { .. } => {
                "Split the sheet and import the pieces one after another.".to_owned()
            }
            Self::Encrypted { .. } => {
                "Open it in the program it came from, remove the password and save a copy.".to_owned()
            }
            Self::OldFormat { instead, .. } => {
                format!("Open it in the program it came from and save it as .{instead}.")
            }
            Self::Unknown => {
                "Word, Excel, PowerPoint, PDF, Markdown, web pages, CSV and text can be imported."
                    .to_owned()
            }
            Self::Corrupt { .. } => {
                "Open and repair it in the program it came from, then save a copy.".to_owned()
            }
            Self::NoText { format: Format::Pdf } => {
                "It may be a scan: have its text recognised first, or find the original.".to_owned()
            }
            Self::NoText { .. } => {
                "Check that it is the right file; text inside pictures is not imported.".to_owned()
            }
            Self::SheetMissing { .. } => "Choose the sheet again.".to_owned(),
            Self::TitleColumnMissing { .. } => {
                "Choose the column that holds the title or question.".to_owned()
            }
            Self::BrokeDown { .. } => {
                "Other files are not affected; save it in another format, such as text, and try again.".to_owned()
            }
            Self::NotMade { .. } => "Choose fewer entries, or another format.".to_owned(),
            Self::Cancelled => "Nothing was written.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_says_what_and_what_to_do_in_both_languages() {
        let faults = [
            ExchangeFault::Empty,
            ExchangeFault::TooMuchText,
            ExchangeFault::Unknown,
            ExchangeFault::Encrypted {
                format: Format::Word,
            },
            ExchangeFault::corrupt(Format::Excel, "xl/workbook.xml", "end of file"),
            ExchangeFault::NoText {
                format: Format::Pdf,
            },
        ];
        for fault in faults {
            for sentence in [
                fault.what(Language::Chinese),
                fault.remedy(Language::Chinese),
            ] {
                assert!(sentence.ends_with('。'), "{sentence}");
            }
            for sentence in [
                fault.what(Language::English),
                fault.remedy(Language::English),
            ] {
                assert!(sentence.ends_with('.') && sentence.is_ascii(), "{sentence}");
            }
        }
    }
}
