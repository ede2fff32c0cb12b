//! A library in a temporary folder, for tests.

use crate::library::{Loaded, load};
use crate::problem::Problem;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A folder that goes away with this value.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// With an empty `entries` folder.
    pub(crate) fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        fs::create_dir(folder.path().join("entries")).unwrap();
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// With a file; folders on the way are made.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// With an entry `entries/<id>.md`.
    pub(crate) fn entry(self, id: &str, front_matter: &str, body: &str) -> Self {
        self.file(&format!("entries/{id}.md"), entry(id, front_matter, body))
    }

    pub(crate) fn text_of(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    pub(crate) fn load(&self) -> Loaded {
        load(self.path())
    }
}

/// The text of a script in draft; later lines of front matter come from `front_matter`.
pub(crate) fn entry(id: &str, front_matter: &str, body: &str) -> String {
    let status = if front_matter.contains("status:") {
        ""
    } else {
        "status: draft\n"
    };
    format!("---\nid: {id}\nkind: script\ntitle: 标题{id}\n{status}{front_matter}---\n{body}")
}

/// Problems as `line:code`, `0` for the file as a whole.
pub(crate) fn codes(problems: &[Problem]) -> Vec<String> {
    let code =
        |problem: &Problem| format!("{}:{}", problem.line.unwrap_or(0), problem.fault.code());
    problems.iter().map(code).collect()
}
