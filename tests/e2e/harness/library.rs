//! A library in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Entries that a test may change; gone with the test.
pub(crate) struct Library {
    folder: TempDir,
}

impl Library {
    /// A copy of `tests/fixtures/<name>`, its demonstration approvals bound to their texts.
    pub(crate) fn copy_of(name: &str) -> Self {
        let library = Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(name);
        copy(&fixture, library.path());
        library.approved()
    }

    /// With one more file, or another text in one that is there.
    pub(crate) fn with(self, inside: &str, text: &str) -> Self {
        let path = self.path().join(inside);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Binds the demonstration approvals to the texts as they are now.
    pub(crate) fn approved(self) -> Self {
        let stamped = yingda_content::stamp(self.path());
        assert!(stamped.refused.is_empty(), "{:?}", stamped.refused);
        self
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

fn copy(from: &Path, to: &Path) {
    let found = fs::read_dir(from).unwrap_or_else(|fault| panic!("{}: {fault}", from.display()));
    for found in found.map(|found| found.expect("a file").path()) {
        let copied: PathBuf = to.join(found.file_name().expect("a name"));
        if found.is_dir() {
            fs::create_dir_all(&copied).expect("a folder");
            self::copy(&found, &copied);
        } else {
            fs::copy(&found, &copied).expect("a copy");
        }
    }
}
