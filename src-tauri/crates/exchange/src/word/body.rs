//! The text of a Word document, paragraph by paragraph.

use super::numbering::Numbering;
use super::styles::{Meaning, Styles};
use crate::block::{Block, Gathered};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::import::LeftOutKind;
use crate::limits::MOST_COLUMNS;
use crate::place::Place;
use crate::xml::{Attributes, Listener};

/// A paragraph while it is open.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    meaning: Option<Meaning>,
    list: Option<(String, u8)>,
}

/// A table while it is open.
#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
    /// How many columns the open cell takes.
    span: usize,
    /// Whether the open cell goes on with the one above.
    goes_on: bool,
}

/// Takes the document as it comes.
pub(super) struct Body<'a, 'w> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    course: &'a mut Course<'w>,
    gathered: Gathered,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Inside elements whose text does not count: deleted text, the second form of a drawing.
    skipped: usize,
    in_text: bool,
    number: usize,
}

/// What is not part of the text as it reads now: deletions, second forms, readings above characters, former styles.
const SKIPPED: [&str; 5] = ["del", "moveFrom", "Fallback", "rt", "pPrChange"];

impl<'a, 'w> Body<'a, 'w> {
    pub(super) fn new(
        styles: &'a Styles,
        numbering: &'a Numbering,
        course: &'a mut Course<'w>,
    ) -> Self {
        Self {
            styles,
            numbering,
            course,
            gathered: Gathered::default(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            skipped: 0,
            in_text: false,
            number: 0,
        }
    }

    pub(super) fn finish(self) -> Gathered {
        self.gathered
    }

    fn describe(&mut self, name: &str, attributes: &Attributes<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match name {
            "pStyle" => {
                let style = attributes.get("val").unwrap_or_default();
                paragraph.meaning = self.styles.meaning(&style);
            }
            "outlineLvl" => {
                let level = attributes.number::<u8>("val").filter(|level| *level < 9);
                if let Some(level) = level {
                    paragraph.meaning = Some(Meaning::Heading(level + 1));
                }
            }
            "ilvl" => {
                let depth = attributes.number("val").unwrap_or(0);
                paragraph.list.get_or_insert_default().1 = depth;
            }
            "numId" => {
                let list = attributes.get("val").unwrap_or_default();
                if list == "0" {
                    paragraph.list = None;
                } else {
                    paragraph.list.get_or_insert_default().0 = list;
                }
            }
            _ => {}
        }
    }

    fn mark(&mut self, name: &str) {
        let mark = match name {
            "tab" | "ptab" => " ",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "-",
            _ => return,
        };
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(mark);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), ExchangeFault> {
        let Some(paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        self.number += 1;
        self.course.took(paragraph.text.len())?;
        if let Some(table) = self.tables.last_mut() {
            if !table.cell.is_empty() && !paragraph.text.trim().is_empty() {
                table.cell.push('\n');
            }
            table.cell.push_str(paragraph.text.trim());
            return Ok(());
        }
        let text = paragraph.text;
        let block = match (paragraph.meaning, paragraph.list) {
            (Some(Meaning::Contents), _) => return Ok(()),
            (Some(Meaning::Heading(level)), _) => Block::Heading {
                level,
                text: text.replace('\n', " ").trim().to_owned(),
            },
            (_, Some((list, depth))) => Block::Item {
                depth,
                numbered: self.numbering.counts(&list, depth),
                text: text.trim().to_owned(),
            },
            (Some(Meaning::Item), None) => Block::Item {
                depth: 0,
                numbered: false,
                text: text.trim().to_owned(),
            },
            (None, None) => Block::Text(text.trim().to_owned()),
        };
        self.gathered.push(Place::Paragraph(self.number), block);
        Ok(())
    }

    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        let column = table.row.len();
        let above = table.rows.last().and_then(|row| row.get(column));
        let text = match above {
            Some(above) if table.goes_on && table.cell.is_empty() => above.clone(),
            _ => std::mem::take(&mut table.cell),
        };
        table.cell.clear();
        table.row.push(text);
        let more = table.span.saturating_sub(1).min(MOST_COLUMNS);
        table.row.extend(std::iter::repeat_n(String::new(), more));
        table.row.truncate(MOST_COLUMNS);
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        match self.tables.last_mut() {
            // A table inside a cell becomes lines of that cell.
            Some(outer) => {
                for row in table.rows {
                    if !outer.cell.is_empty() {
                        outer.cell.push('\n');
                    }
                    outer.cell.push_str(&row.join(" "));
                }
            }
            None => self
                .gathered
                .push(Place::Paragraph(self.number), Block::Table(table.rows)),
        }
    }
}

impl Listener for Body<'_, '_> {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        if self.skipped > 0 || SKIPPED.contains(&name) {
            self.skipped += 1;
            return Ok(());
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.in_text = true,
            "tbl" => self.tables.push(Table::default()),
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell.clear();
                    table.span = 1;
                    table.goes_on = false;
                }
            }
            "gridSpan" => {
                if let Some(table) = self.tables.last_mut() {
                    table.span = attributes.number("val").unwrap_or(1);
                }
            }
            "vMerge" => {
                if let Some(table) = self.tables.last_mut() {
                    table.goes_on = attributes.get("val").is_none_or(|val| val == "continue");
                }
            }
            "blip" | "imagedata" => self.gathered.left_out.add(LeftOutKind::Pictures, 1),
            "footnoteReference" | "endnoteReference" => {
                self.gathered.left_out.add(LeftOutKind::Footnotes, 1);
            }
            "OLEObject" | "chart" => self.gathered.left_out.add(LeftOutKind::Objects, 1),
            other => {
                self.mark(other);
                self.describe(other, attributes);
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ExchangeFault> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "p" => self.end_paragraph()?,
            "t" => self.in_text = false,
            "tc" => self.end_cell(),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            "tbl" => self.end_table(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.skipped == 0
            && self.in_text
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.text.push_str(text);
        }
    }
}
