//! Which style of a document is a heading, and of which level.

use crate::fault::ExchangeFault;
use crate::xml::{Attributes, Listener};
use std::collections::HashMap;

/// What a paragraph's style says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A heading; 0 is the document's title.
    Heading(u8),
    /// A line of the table of contents.
    Contents,
    /// A line of a list without numbering of its own.
    Item,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    meaning: Option<Meaning>,
}

/// The styles of a document by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    open: Option<String>,
}

/// A style may be based on another; no sensible chain is longer.
const LONGEST_CHAIN: usize = 16;

impl Styles {
    /// What a style means, itself or by what it is based on.
    pub(super) fn meaning(&self, id: &str) -> Option<Meaning> {
        let mut id = id;
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = self.by_id.get(id) else {
                return by_name(id);
            };
            if style.meaning.is_some() {
                return style.meaning;
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

/// Word's own names are English in every language; other programs write them as they show them.
fn by_name(name: &str) -> Option<Meaning> {
    let plain = name.to_lowercase().replace([' ', '-'], "");
    let level = |start: &str| -> Option<u8> {
        let level = plain.strip_prefix(start)?.parse().ok()?;
        (1..=9).contains(&level).then_some(level)
    };
    if let Some(level) = level("heading").or_else(|| level("标题")) {
        return Some(Meaning::Heading(level));
    }
    if plain == "title" || plain == "标题" {
        return Some(Meaning::Heading(0));
    }
    if level("toc").is_some() || level("目录").is_some() || plain == "tocheading" {
        return Some(Meaning::Contents);
    }
    plain.starts_with("listbullet").then_some(Meaning::Item)
}

impl Listener for Styles {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        if name == "style" {
            self.open = attributes.get("styleId");
            if let Some(id) = &self.open {
                self.by_id.insert(id.clone(), Style::default());
            }
            return Ok(());
        }
        let open = self.open.as_deref();
        let Some(style) = open.and_then(|id| self.by_id.get_mut(id)) else {
            return Ok(());
        };
        match name {
            "name" => {
                style.meaning = attributes
                    .get("val")
                    .and_then(|name| by_name(&name))
                    .or(style.meaning);
            }
            "basedOn" => style.based_on = attributes.get("val"),
            "outlineLvl" => {
                let level = attributes.number::<u8>("val").filter(|level| *level < 9);
                let heading = level.map(|level| Meaning::Heading(level + 1));
                style.meaning = style.meaning.or(heading);
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ExchangeFault> {
        if name == "style" {
            self.open = None;
        }
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}
