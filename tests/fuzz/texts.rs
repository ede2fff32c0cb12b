//! An entry's file, read and changed.

use std::collections::BTreeMap;

use yingda_content::sheet::{self, Setting};
use yingda_content::{field_names, read_entry, searchable, spoken};

/// The text in these bytes; what is no UTF-8 is another reader's matter.
pub(crate) fn text(data: &[u8]) -> &str {
    std::str::from_utf8(data).unwrap_or_default()
}

/// An entry's file.
pub(crate) fn entry(data: &[u8]) {
    let reading = read_entry("entries/a.md", text(data));
    if let Some(entry) = reading.entry {
        for section in &entry.sections {
            drop(searchable(&section.blocks));
            drop(spoken(&section.blocks, &BTreeMap::new()));
        }
        drop(field_names(&entry));
    }
}

/// One key of an entry's file is changed: the rest stays byte for byte.
pub(crate) fn sheet(data: &[u8]) {
    let text = text(data);
    let (title, text) = text.split_once('\n').unwrap_or(("", text));
    if let Some(body) = sheet::body(text) {
        let same = sheet::with_body(text, body).expect("a body that was read can be written");
        assert!(same == text, "the same body is the same file");
    }
    let words = [title.to_owned()];
    for setting in [
        Setting::Title(title),
        Setting::Aliases(&words),
        Setting::Product(Some(title)),
    ] {
        let Ok(changed) = sheet::set(text, &[setting]) else {
            continue;
        };
        assert!(sheet::body(&changed) == sheet::body(text), "the body stays");
    }
}
