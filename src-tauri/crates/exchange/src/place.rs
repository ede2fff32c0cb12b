//! Where in a document something stands.

use yingda_content::problem::Language;

/// A place that a person can find again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// Nowhere in particular.
    #[default]
    Whole,
    /// Under a heading.
    Heading(String),
    /// A line of a text, counted from 1.
    Line(usize),
    /// A paragraph of a document, counted from 1.
    Paragraph(usize),
    /// A page, counted from 1.
    Page(usize),
    /// A slide, counted from 1.
    Slide(usize),
    /// A row of a sheet, counted from 1 as the program shows it.
    Row {
        /// The sheet; empty for a file that has only one.
        sheet: String,
        /// The row.
        row: usize,
    },
}

impl Place {
    /// The place in words; empty for the whole document.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.in_chinese(),
            Language::English => self.in_english(),
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Heading(heading) => heading.clone(),
            Self::Line(line) => format!("第 {line} 行"),
            Self::Paragraph(number) => format!("第 {number} 段"),
            Self::Page(page) => format!("第 {page} 页"),
            Self::Slide(slide) => format!("第 {slide} 张幻灯片"),
            Self::Row { sheet, row } if sheet.is_empty() => format!("第 {row} 行"),
            Self::Row { sheet, row } => format!("{sheet} 第 {row} 行"),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Heading(heading) => heading.clone(),
            Self::Line(line) => format!("line {line}"),
            Self::Paragraph(number) => format!("paragraph {number}"),
            Self::Page(page) => format!("page {page}"),
            Self::Slide(slide) => format!("slide {slide}"),
            Self::Row { sheet, row } if sheet.is_empty() => format!("row {row}"),
            Self::Row { sheet, row } => format!("{sheet}, row {row}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_in_both_languages() {
        let place = Place::Row {
            sheet: "问答".to_owned(),
            row: 7,
        };
        assert_eq!(place.words(Language::Chinese), "问答 第 7 行");
        assert_eq!(place.words(Language::English), "问答, row 7");
        assert_eq!(Place::Page(3).words(Language::Chinese), "第 3 页");
    }
}
