//! What is remembered of the window between two starts: a small file beside the settings.
//!
//! A damaged file is read as empty; where the file can't be written the window still works.

use super::place::Area;
use crate::contract::{DockSide, WindowMode};
use crate::kept_file::replace;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

const FILE: &str = "window.json";
/// Sets of screens that are remembered.
const MOST: usize = 24;

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WindowMemory {
    /// The shape before it was hidden.
    pub last: WindowMode,
    /// The edge of the column.
    pub side: DockSide,
    /// Whether bar and column stay on top.
    pub on_top: bool,
    /// The person was told that closing hides the window.
    pub told_of_hiding: bool,
    /// Places by set of screens; see [`super::name_of`].
    pub places: BTreeMap<String, Remembered>,
}

/// Places on one set of screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Remembered {
    /// The bar's corner, from the corner of what panels leave of its screen.
    pub bar: Option<(i32, i32)>,
    /// The desk.
    pub full: Option<Area>,
    /// The desk filled its screen.
    pub maximized: bool,
}

impl Default for WindowMemory {
    fn default() -> Self {
        Self {
            last: WindowMode::Full,
            side: DockSide::Right,
            on_top: true,
            told_of_hiding: false,
            places: BTreeMap::new(),
        }
    }
}

impl WindowMemory {
    /// Reads what is kept in a folder.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Keeps it there.
    ///
    /// # Errors
    /// What the system says; the file before stays.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        replace(folder, FILE, &text)
    }

    /// The places on these screens.
    #[must_use]
    pub fn on(&self, screens: &str) -> Remembered {
        self.places.get(screens).copied().unwrap_or_default()
    }

    /// Remembers places on these screens.
    pub fn remember(&mut self, screens: &str, places: Remembered) {
        if self.places.len() >= MOST && !self.places.contains_key(screens) {
            self.places.pop_first();
        }
        self.places.insert(screens.to_owned(), places);
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, MOST, Remembered, WindowMemory};

    #[test]
    fn each_set_of_screens_has_its_own_places() {
        let folder = tempfile::tempdir().unwrap();
        let mut memory = WindowMemory::default();
        let here = Remembered {
            bar: Some((4, 8)),
            ..Remembered::default()
        };
        memory.remember("one", here);
        memory.write(folder.path()).unwrap();
        let again = WindowMemory::read(folder.path());
        assert_eq!(again.on("one"), here);
        assert_eq!(again.on("two"), Remembered::default());
    }

    #[test]
    fn a_damaged_file_is_read_as_nothing_remembered() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{\"last\": 3").unwrap();
        assert_eq!(WindowMemory::read(folder.path()), WindowMemory::default());
    }

    #[test]
    fn the_file_does_not_grow_without_end() {
        let mut memory = WindowMemory::default();
        for number in 0..100 {
            memory.remember(&number.to_string(), Remembered::default());
        }
        assert_eq!(memory.places.len(), MOST);
    }
}
