//! PDF: the lines of each page, from top to bottom; larger lines are headings. A PDF has no paragraphs, tables or
//! lists of its own.

mod lines;
mod weighing;

use crate::block::{Block, Gathered};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::limits::{LARGEST_FILE, MOST_PAGES};
use crate::place::Place;
use crate::text::line_block;
use lines::{Line, Lines};
use pdf_extract::{Document, output_doc_page};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;

/// A line this much larger than most is a heading.
const LARGER: f64 = 1.15;
/// More sizes than these are not told apart.
const LEVELS: usize = 3;

/// Reads a file page by page.
///
/// # Errors
/// What is wrong with it, or that it was stopped.
pub(crate) fn read(mut file: File, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let mut bytes = Vec::new();
    file.by_ref()
        .take(LARGEST_FILE)
        .read_to_end(&mut bytes)
        .map_err(|error| ExchangeFault::Unreadable {
            why: error.to_string(),
        })?;
    weighing::weigh(&bytes)?;
    let document = Document::load_mem(&bytes).map_err(|error| corrupt(0, error))?;
    drop(bytes);
    if document.is_encrypted() {
        return Err(ExchangeFault::Encrypted {
            format: Format::Pdf,
        });
    }
    let pages = document.get_pages();
    if pages.len() > MOST_PAGES {
        return Err(ExchangeFault::TooManyPages { most: MOST_PAGES });
    }
    course.expect(pages.len());
    let mut all: Vec<(usize, Line)> = Vec::new();
    let mut left_out = crate::import::LeftOut::default();
    for (page, id) in pages {
        let mut lines = Lines::default();
        output_doc_page(&document, &mut lines, page).map_err(|error| corrupt(page, error))?;
        let images = document
            .get_page_images(id)
            .map_or(0, |images| images.len());
        left_out.add(crate::import::LeftOutKind::Pictures, images);
        let lines = lines.finish();
        course.took(lines.iter().map(|line| line.text.len()).sum())?;
        all.extend(lines.into_iter().map(|line| (page as usize, line)));
    }
    let mut gathered = blocks(all);
    gathered.left_out = left_out;
    Ok(gathered)
}

fn corrupt(page: u32, error: impl std::fmt::Display) -> ExchangeFault {
    let part = if page == 0 {
        String::new()
    } else {
        format!("page {page} / 第 {page} 页")
    };
    ExchangeFault::corrupt(Format::Pdf, &part, error)
}

fn blocks(lines: Vec<(usize, Line)>) -> Gathered {
    let sizes = heading_sizes(&lines);
    let mut gathered = Gathered {
        lines_are_cut: true,
        ..Gathered::default()
    };
    for (page, line) in lines {
        let rank = sizes.iter().position(|size| *size == line.size);
        let short = line.text.chars().count() <= 40;
        let block = match rank.and_then(|rank| u8::try_from(rank + 1).ok()) {
            Some(level) if short => Block::Heading {
                level,
                text: line.text.trim().to_owned(),
            },
            _ => line_block(&line.text),
        };
        gathered.push(Place::Page(page), block);
    }
    gathered
}

/// The sizes that are larger than that of most of the text, largest first.
fn heading_sizes(lines: &[(usize, Line)]) -> Vec<u32> {
    let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, line) in lines {
        *letters.entry(line.size).or_default() += line.text.chars().count();
    }
    let body = letters.iter().max_by_key(|(_, count)| **count);
    let body = body.map_or(0, |(size, _)| *size);
    let larger = letters
        .keys()
        .rev()
        .copied()
        .filter(|size| f64::from(*size) >= f64::from(body) * LARGER);
    larger.take(LEVELS).collect()
}

#[cfg(test)]
mod tests;
