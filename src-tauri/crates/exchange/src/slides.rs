//! Presentations: a slide's title is a heading, its text paragraphs and lists, its tables tables.

use crate::archive::Archive;
use crate::block::{Block, Gathered};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::import::LeftOutKind;
use crate::limits::{MOST_COLUMNS, MOST_PAGES};
use crate::place::Place;
use crate::xml::{Attributes, Listener, Relations, listen};
use std::fs::File;

const SHOW: &str = "ppt/presentation.xml";

/// Reads a presentation in the order it is shown.
///
/// # Errors
/// What is wrong with it, or that it was stopped.
pub(crate) fn read(file: File, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let mut archive = Archive::open(file, Format::Slides)?;
    let slides = order(&mut archive)?;
    if slides.len() > MOST_PAGES {
        return Err(ExchangeFault::TooManyPages { most: MOST_PAGES });
    }
    course.expect(slides.len());
    let mut gathered = Gathered::default();
    for (number, part) in slides.iter().enumerate() {
        let mut slide = Slide::default();
        archive.part(part, |source| {
            listen(source, Format::Slides, part, &mut slide)
        })?;
        let text: usize = slide.blocks.iter().map(Block::size).sum();
        course.took(text)?;
        gathered.left_out.add(LeftOutKind::Pictures, slide.pictures);
        gathered.left_out.add(LeftOutKind::Objects, slide.objects);
        for block in slide.in_order() {
            gathered.push(Place::Slide(number + 1), block);
        }
    }
    let count = |start: &str| {
        let is_part = |name: &String| name.starts_with(start) && name.ends_with(".xml");
        archive.names().filter(is_part).count()
    };
    let notes = count("ppt/notesSlides/");
    let comments = count("ppt/comments/");
    let macros = archive.names().any(|name| name.ends_with("vbaProject.bin"));
    gathered.left_out.add(LeftOutKind::Notes, notes);
    gathered.left_out.add(LeftOutKind::Comments, comments);
    gathered
        .left_out
        .add(LeftOutKind::Macros, usize::from(macros));
    Ok(gathered)
}

/// The parts of the slides, in the order they are shown.
fn order(archive: &mut Archive) -> Result<Vec<String>, ExchangeFault> {
    let mut relations = Relations::default();
    let part = "ppt/_rels/presentation.xml.rels";
    archive.part(part, |source| {
        listen(source, Format::Slides, part, &mut relations)
    })?;
    let mut show = Show::default();
    let found = archive.part(SHOW, |source| {
        listen(source, Format::Slides, SHOW, &mut show)
    })?;
    if found.is_none() {
        return Err(ExchangeFault::corrupt(Format::Slides, SHOW, "missing"));
    }
    let parts = show.ids.iter().filter_map(|id| relations.target(id));
    Ok(parts
        .map(|target| match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("ppt/{target}"),
        })
        .collect())
}

#[derive(Default)]
struct Show {
    ids: Vec<String>,
}

impl Listener for Show {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        if name == "sldId" {
            self.ids.extend(attributes.exact("r:id"));
        }
        Ok(())
    }

    fn end(&mut self, _: &str) -> Result<(), ExchangeFault> {
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}

/// One slide while it is read.
#[derive(Default)]
struct Slide {
    title: Vec<String>,
    blocks: Vec<Block>,
    /// Whether the open shape is the title; nothing for shapes without text worth taking: date, footer, number.
    shape: Shape,
    paragraph: String,
    depth: u8,
    marked: bool,
    in_text: bool,
    rows: Option<Vec<Vec<String>>>,
    pictures: usize,
    objects: usize,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Shape {
    #[default]
    Body,
    Title,
    Edge,
}

impl Slide {
    fn in_order(self) -> Vec<Block> {
        let title = self.title.join(" ");
        let mut blocks = Vec::with_capacity(self.blocks.len() + 1);
        if !title.trim().is_empty() {
            blocks.push(Block::Heading {
                level: 1,
                text: title,
            });
        }
        blocks.extend(self.blocks);
        blocks
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.paragraph).trim().to_owned();
        if text.is_empty() {
            return;
        }
        if let Some(rows) = &mut self.rows {
            if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                if !cell.is_empty() {
                    cell.push('\n');
                }
                cell.push_str(&text);
            }
            return;
        }
        match self.shape {
            Shape::Edge => {}
            Shape::Title => self.title.push(text.replace('\n', " ")),
            Shape::Body if self.depth > 0 || self.marked => self.blocks.push(Block::Item {
                depth: self.depth,
                numbered: false,
                text,
            }),
            Shape::Body => self.blocks.push(crate::text::line_block(&text)),
        }
    }

    fn kind_of_shape(&mut self, attributes: &Attributes<'_>) {
        self.shape = match attributes.get("type").as_deref() {
            Some("title" | "ctrTitle") => Shape::Title,
            Some("dt" | "ftr" | "sldNum" | "hdr") => Shape::Edge,
            _ => Shape::Body,
        };
    }
}

impl Listener for Slide {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        match name {
            "sp" => self.shape = Shape::Body,
            "ph" => self.kind_of_shape(attributes),
            "p" => {
                self.paragraph.clear();
                self.depth = 0;
                self.marked = false;
            }
            "pPr" => self.depth = attributes.number("lvl").unwrap_or(0),
            "buChar" | "buAutoNum" => self.marked = true,
            "br" => self.paragraph.push('\n'),
            "t" => self.in_text = true,
            "tbl" => self.rows = Some(Vec::new()),
            "tr" => self.rows.get_or_insert_default().push(Vec::new()),
            "tc" => {
                if let Some(row) = self.rows.as_mut().and_then(|rows| rows.last_mut())
                    && row.len() < MOST_COLUMNS
                {
                    row.push(String::new());
                }
            }
            "pic" => self.pictures += 1,
            "chart" | "oleObj" => self.objects += 1,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ExchangeFault> {
        match name {
            "p" => self.end_paragraph(),
            "t" => self.in_text = false,
            "sp" => self.shape = Shape::Body,
            "tbl" => {
                if let Some(rows) = self.rows.take() {
                    self.blocks.push(Block::Table(rows));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.paragraph.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests;
