//! Which list of a document counts its lines, and which only marks them.

use crate::fault::ExchangeFault;
use crate::xml::{Attributes, Listener};
use std::collections::HashMap;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Whether a level of an abstract list counts.
    counts: HashMap<(String, u8), bool>,
    /// The abstract list of each list.
    lists: HashMap<String, String>,
    list: Option<String>,
    level: u8,
}

impl Numbering {
    /// Whether a level of a list counts its lines.
    pub(super) fn counts(&self, list: &str, level: u8) -> bool {
        let shape = self.lists.get(list).cloned().unwrap_or_default();
        self.counts.get(&(shape, level)).copied().unwrap_or(false)
    }
}

impl Listener for Numbering {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        match name {
            "abstractNum" => self.list = attributes.get("abstractNumId"),
            "lvl" => self.level = attributes.number("ilvl").unwrap_or(0),
            "numFmt" => {
                let format = attributes.get("val").unwrap_or_default();
                let counts = format != "bullet" && format != "none";
                let list = self.list.clone().unwrap_or_default();
                self.counts.insert((list, self.level), counts);
            }
            "num" => self.list = attributes.get("numId"),
            "abstractNumId" => {
                if let (Some(list), Some(shape)) = (self.list.clone(), attributes.get("val")) {
                    self.lists.insert(list, shape);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, _: &str) -> Result<(), ExchangeFault> {
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}
