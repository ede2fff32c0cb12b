//! The folders of one person on one machine: what the program keeps between two starts.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

/// Gone with the test.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    /// Of somebody who never started the program.
    pub(crate) fn empty() -> Self {
        let home = Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        for (_, folder) in home.environment() {
            fs::create_dir_all(folder).expect("a folder");
        }
        home
    }

    /// Of somebody who chose this before.
    pub(crate) fn with_settings(settings: &Value) -> Self {
        let home = Self::empty();
        let folder = home.folder.path().join("config/cn.yingda.desk");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("settings.json"), settings.to_string()).expect("a file");
        home
    }

    /// The variables that lead the program here.
    pub(crate) fn environment(&self) -> [(&'static str, PathBuf); 3] {
        [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ]
        .map(|(name, folder)| (name, self.folder.path().join(folder)))
    }

    /// Where desktops look for the person's choices.
    pub(crate) fn config(&self) -> PathBuf {
        self.folder.path().join("config")
    }

    /// What the program and its driver say.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Takes the index away, as somebody does who tidies up; fails when there is none.
    pub(crate) fn lose_the_index(&self) {
        let index = folder_holding("meta.json", &self.folder.path().join("data"));
        let index = index.expect("the program keeps an index in its data folder");
        fs::remove_dir_all(index).expect("the index is removed");
    }

    /// The files that hold this text, as bytes of UTF-8 or UTF-16.
    pub(crate) fn files_with(&self, text: &str) -> Vec<PathBuf> {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(bytes) = fs::read(&path)
                    && [text.as_bytes(), &wide]
                        .iter()
                        .any(|part| bytes.windows(part.len()).any(|here| here == *part))
                {
                    found.push(path);
                }
            }
        }
        found
    }

    /// Writes nonsense over the beginning of the record and takes away what would mend it; fails when there is none.
    pub(crate) fn damage_the_record(&self) {
        let folder = folder_holding("desk.sqlite", &self.folder.path().join("data"));
        let folder = folder.expect("the program keeps a record in its data folder");
        let file = folder.join("desk.sqlite");
        // Not there is as well.
        drop(fs::remove_file(folder.join("desk.sqlite-wal")));
        let mut bytes = fs::read(&file).expect("the record");
        for byte in bytes.iter_mut().take(200) {
            *byte = b'?';
        }
        fs::write(&file, bytes).expect("the record");
    }

    /// Takes the record away, with what belongs to it; fails when there is none.
    pub(crate) fn lose_the_record(&self) {
        let folder = folder_holding("desk.sqlite", &self.folder.path().join("data"));
        let folder = folder.expect("the program keeps a record in its data folder");
        for name in ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm"] {
            match fs::remove_file(folder.join(name)) {
                Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => panic!("{fault}"),
                _ => {}
            }
        }
    }
}

fn folder_holding(name: &str, folder: &Path) -> Option<PathBuf> {
    let found = fs::read_dir(folder)
        .ok()?
        .filter_map(|found| Some(found.ok()?.path()))
        .collect::<Vec<_>>();
    if found.iter().any(|path| path.ends_with(name)) {
        return Some(folder.to_owned());
    }
    found
        .iter()
        .filter(|path| path.is_dir())
        .find_map(|inner| folder_holding(name, inner))
}
