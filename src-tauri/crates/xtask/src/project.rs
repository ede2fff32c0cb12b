//! Where the project lies, and the calls that are made in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::call::Call;
use crate::stop::Stop;

/// On Windows npm is a script, and scripts are found by their whole name only.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The project's folder.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds it from the folder of this package, which cargo names.
    ///
    /// # Errors
    /// [`Stop::NotThroughCargo`] when cargo did not start this program.
    pub(crate) fn find() -> Result<Self, Stop> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = package
            .as_deref()
            .and_then(|folder| folder.ancestors().nth(3));
        root.map(|root| Self {
            root: root.to_owned(),
        })
        .ok_or(Stop::NotThroughCargo)
    }

    /// A path inside the project.
    pub(crate) fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// Where cargo puts what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// A call of any program, in the project's folder.
    pub(crate) fn call(&self, program: impl Into<OsString>) -> Call {
        Call::new(program, &self.root)
    }

    /// A call of cargo.
    pub(crate) fn cargo(&self, line: &str) -> Call {
        self.call("cargo").words(line)
    }

    /// A call of npm for the page.
    pub(crate) fn npm(&self, line: &str) -> Call {
        self.call(NPM).words("--prefix ui").words(line)
    }
}
