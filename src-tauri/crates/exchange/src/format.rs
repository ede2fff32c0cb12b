//! What a file really is: told by its first bytes and by what is packed in it, not by its name.

use crate::archive::Archive;
use crate::fault::ExchangeFault;
use crate::limits::LARGEST_FILE;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use yingda_content::problem::Language;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Word (.docx, .docm).
    Word,
    /// Excel (.xlsx, .xlsm).
    Excel,
    /// Excel before 2007 (.xls).
    OldExcel,
    /// `OpenDocument` spreadsheet (.ods).
    OpenSheet,
    /// Rows of text (.csv, .tsv).
    Csv,
    /// `PowerPoint` (.pptx, .pptm).
    Slides,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Format {
    /// Its name on the screen.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Word, Language::Chinese) => "Word 文档",
            (Self::Word, Language::English) => "Word document",
            (Self::Excel, Language::Chinese) => "Excel 工作簿",
            (Self::Excel, Language::English) => "Excel workbook",
            (Self::OldExcel, Language::Chinese) => "旧版 Excel 工作簿",
            (Self::OldExcel, Language::English) => "Excel workbook before 2007",
            (Self::OpenSheet, Language::Chinese) => "ODS 表格",
            (Self::OpenSheet, Language::English) => "ODS spreadsheet",
            (Self::Csv, Language::Chinese) => "CSV 表格",
            (Self::Csv, Language::English) => "CSV table",
            (Self::Slides, Language::Chinese) => "PowerPoint 演示文稿",
            (Self::Slides, Language::English) => "PowerPoint presentation",
            (Self::Pdf, Language::Chinese) => "PDF 文件",
            (Self::Pdf, Language::English) => "PDF file",
            (Self::Html, Language::Chinese) => "网页文件",
            (Self::Html, Language::English) => "web page",
            (Self::Markdown, Language::Chinese) => "Markdown 文件",
            (Self::Markdown, Language::English) => "Markdown file",
            (Self::Text, Language::Chinese) => "文本文件",
            (Self::Text, Language::English) => "text file",
        }
    }

    /// Whether it is rows and columns, so that a sheet and its columns are chosen.
    #[must_use]
    pub const fn is_table(self) -> bool {
        matches!(
            self,
            Self::Excel | Self::OldExcel | Self::OpenSheet | Self::Csv
        )
    }

    /// The endings a file of this format usually has.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Word => &["docx", "docm", "dotx", "dotm"],
            Self::Excel => &["xlsx", "xlsm", "xltx", "xltm"],
            Self::OldExcel => &["xls", "xlt", "et"],
            Self::OpenSheet => &["ods"],
            Self::Csv => &["csv", "tsv"],
            Self::Slides => &["pptx", "pptm", "ppsx", "ppsm", "potx"],
            Self::Pdf => &["pdf"],
            Self::Html => &["html", "htm", "xhtml", "mht"],
            Self::Markdown => &["md", "markdown"],
            Self::Text => &["txt", "text", "log"],
        }
    }

    fn by_ending(ending: &str) -> Option<Self> {
        let texts = [Self::Csv, Self::Html, Self::Markdown, Self::Text];
        texts
            .into_iter()
            .find(|format| format.endings().contains(&ending))
    }
}

/// A file that was looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sniffed {
    /// What it is.
    pub format: Format,
    /// Whether its name says something else.
    pub misnamed: bool,
}

/// Looks into a file.
///
/// # Errors
/// When it is empty, too large, protected, of an older format, or none that is read.
pub fn sniff(path: &Path) -> Result<Sniffed, ExchangeFault> {
    let unreadable = |error: std::io::Error| ExchangeFault::Unreadable {
        why: error.to_string(),
    };
    let mut file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if !about.is_file() {
        let why = "not a file / 不是文件".to_owned();
        return Err(ExchangeFault::Unreadable { why });
    }
    if about.len() == 0 {
        return Err(ExchangeFault::Empty);
    }
    if about.len() > LARGEST_FILE {
        return Err(ExchangeFault::TooLarge {
            mebibytes: about.len().div_ceil(1 << 20),
            most: LARGEST_FILE >> 20,
        });
    }
    let mut head = Vec::new();
    file.by_ref()
        .take(4096)
        .read_to_end(&mut head)
        .map_err(unreadable)?;
    file.rewind().map_err(unreadable)?;
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let format = by_bytes(&head, file, &ending)?;
    Ok(Sniffed {
        format,
        misnamed: !format.endings().contains(&ending.as_str()),
    })
}

fn by_bytes(head: &[u8], file: File, ending: &str) -> Result<Format, ExchangeFault> {
    if head.starts_with(b"PK") {
        return packed(file, ending);
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return compound(file, ending);
    }
    if head.windows(5).take(1024).any(|window| window == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"{\\rtf") {
        return Err(ExchangeFault::OldFormat {
            ending: "rtf",
            instead: "docx",
        });
    }
    as_text(head, ending)
}

/// What a package holds tells what it is.
fn packed(file: File, ending: &str) -> Result<Format, ExchangeFault> {
    // A package that is cut short still says by its name what it was meant to be.
    let meant = [Format::Excel, Format::Slides, Format::OpenSheet]
        .into_iter()
        .find(|format| format.endings().contains(&ending))
        .unwrap_or(Format::Word);
    let archive = Archive::open(file, meant)?;
    let holds = |start: &str| archive.names().any(|name| name.starts_with(start));
    if holds("word/") {
        Ok(Format::Word)
    } else if holds("xl/workbook.bin") {
        Err(ExchangeFault::OldFormat {
            ending: "xlsb",
            instead: "xlsx",
        })
    } else if holds("xl/") {
        Ok(Format::Excel)
    } else if holds("ppt/") {
        Ok(Format::Slides)
    } else if holds("content.xml") && holds("mimetype") && !holds("ObjectReplacements/") {
        Ok(Format::OpenSheet)
    } else {
        Err(ExchangeFault::Unknown)
    }
}

/// The container of Office before 2007, and of protected files of Office since.
fn compound(file: File, ending: &str) -> Result<Format, ExchangeFault> {
    let protected = |format| Err(ExchangeFault::Encrypted { format });
    let Ok(container) = cfb::CompoundFile::open(file) else {
        let format = match ending {
            "xls" | "xlsx" => Format::OldExcel,
            "ppt" | "pptx" => Format::Slides,
            _ => Format::Word,
        };
        return Err(ExchangeFault::corrupt(format, "", "no readable container"));
    };
    let has = |stream: &str| container.exists(stream);
    if has("/EncryptedPackage") {
        return protected(match ending {
            "xlsx" | "xlsm" | "xls" => Format::Excel,
            "pptx" | "pptm" | "ppt" => Format::Slides,
            _ => Format::Word,
        });
    }
    if has("/Workbook") || has("/Book") {
        return Ok(Format::OldExcel);
    }
    let (ending, instead) = if has("/WordDocument") {
        ("doc", "docx")
    } else if has("/PowerPoint Document") {
        ("ppt", "pptx")
    } else {
        return Err(ExchangeFault::Unknown);
    };
    Err(ExchangeFault::OldFormat { ending, instead })
}

fn as_text(head: &[u8], ending: &str) -> Result<Format, ExchangeFault> {
    let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    if head.contains(&0) && !wide {
        return Err(ExchangeFault::Unknown);
    }
    let start = String::from_utf8_lossy(head).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    if ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return Ok(Format::Html);
    }
    Ok(Format::by_ending(ending).unwrap_or(Format::Text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Folder;

    fn sniffed(name: &str, bytes: &[u8]) -> Result<(Format, bool), &'static str> {
        let folder = Folder::new();
        let found = sniff(&folder.file(name, bytes));
        found
            .map(|found| (found.format, found.misnamed))
            .map_err(|fault| fault.code())
    }

    #[test]
    fn the_bytes_count_and_not_the_name() {
        assert_eq!(sniffed("a.doc", b"%PDF-1.7\n"), Ok((Format::Pdf, true)));
        assert_eq!(
            sniffed("a.xls", b"\xef\xbb\xbf<html><body>1"),
            Ok((Format::Html, true))
        );
        assert_eq!(
            sniffed("a.csv", "问,答".as_bytes()),
            Ok((Format::Csv, false))
        );
        assert_eq!(sniffed("a.md", b"# x"), Ok((Format::Markdown, false)));
        assert_eq!(sniffed("a.docx", b"hello"), Ok((Format::Text, true)));
    }

    #[test]
    fn what_is_not_read_is_told_apart() {
        assert_eq!(sniffed("a.txt", b""), Err("empty"));
        assert_eq!(
            sniffed("a.png", b"\x89PNG\r\n\x1a\n\0\0"),
            Err("unknown-format")
        );
        assert_eq!(sniffed("a.rtf", b"{\\rtf1 x}"), Err("old-format"));
        assert_eq!(sniffed("a.docx", b"PK\x03\x04cut"), Err("corrupt"));
        assert_eq!(
            sniffed("a.doc", &[0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
            Err("corrupt")
        );
    }

    #[test]
    fn a_folder_or_nothing_at_all_is_unreadable() {
        let folder = Folder::new();
        assert_eq!(sniff(folder.path()).unwrap_err().code(), "unreadable");
        assert_eq!(
            sniff(&folder.path().join("none.txt")).unwrap_err().code(),
            "unreadable"
        );
    }
}
