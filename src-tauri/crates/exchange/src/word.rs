//! Word documents: headings, paragraphs, lists and tables as they are; pictures, comments and macros are counted.

mod body;
mod numbering;
mod styles;

use crate::archive::Archive;
use crate::block::Gathered;
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::import::LeftOutKind;
use crate::xml::{Attributes, Listener, Relations, listen};
use body::Body;
use numbering::Numbering;
use std::fs::File;
use styles::Styles;

/// Reads a document.
///
/// # Errors
/// What is wrong with it, or that it was stopped.
pub(crate) fn read(file: File, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let mut archive = Archive::open(file, Format::Word)?;
    let mut relations = Relations::default();
    listen_to(&mut archive, "_rels/.rels", &mut relations)?;
    let main = relations
        .of_type("/officeDocument")
        .unwrap_or("word/document.xml")
        .trim_start_matches('/')
        .to_owned();
    let mut styles = Styles::default();
    listen_to(&mut archive, "word/styles.xml", &mut styles)?;
    let mut numbering = Numbering::default();
    listen_to(&mut archive, "word/numbering.xml", &mut numbering)?;
    let mut body = Body::new(&styles, &numbering, course);
    if !listen_to(&mut archive, &main, &mut body)? {
        return Err(ExchangeFault::corrupt(Format::Word, &main, "missing"));
    }
    let mut gathered = body.finish();
    let macros = archive.names().any(|name| name.ends_with("vbaProject.bin"));
    gathered
        .left_out
        .add(LeftOutKind::Macros, usize::from(macros));
    let mut comments = Count::of("comment");
    listen_to(&mut archive, "word/comments.xml", &mut comments)?;
    gathered.left_out.add(LeftOutKind::Comments, comments.count);
    Ok(gathered)
}

/// Whether there is such a part.
fn listen_to(
    archive: &mut Archive,
    part: &str,
    listener: &mut dyn Listener,
) -> Result<bool, ExchangeFault> {
    let found = archive.part(part, |source| listen(source, Format::Word, part, listener))?;
    Ok(found.is_some())
}

/// How often an element occurs.
pub(crate) struct Count {
    name: &'static str,
    pub(crate) count: usize,
}

impl Count {
    pub(crate) const fn of(name: &'static str) -> Self {
        Self { name, count: 0 }
    }
}

impl Listener for Count {
    fn start(&mut self, name: &str, _: &Attributes<'_>) -> Result<(), ExchangeFault> {
        self.count += usize::from(name == self.name);
        Ok(())
    }

    fn end(&mut self, _: &str) -> Result<(), ExchangeFault> {
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests;
