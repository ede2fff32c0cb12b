//! Why a task ended before its end.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::model::NoModel;
use crate::packages::Advice;
use crate::toolchain::ToolFault;

/// Each is a sentence that says what to do next.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A word on the command line that has no place there.
    UnknownWord {
        /// The word.
        word: String,
    },
    /// Started without cargo, so that the project's folder is not known.
    NotThroughCargo,
    /// Rust, Node or npm is missing or too old; never empty.
    Tools(Vec<ToolFault>),
    /// Packages are missing and this program may not or can't install them.
    Packages(Advice),
    /// Packages are missing although their installation said it went well.
    StillMissing {
        /// Their names.
        names: Vec<String>,
    },
    /// No screen to show a window on.
    NoScreen,
    /// The window can't be driven by tests on this system.
    NoWindowTests,
    /// A program could not be started.
    NotStarted {
        /// The whole call.
        call: String,
        /// The system's words.
        source: io::Error,
    },
    /// A program ended with a failure.
    Failed {
        /// The whole call.
        call: String,
    },
    /// The generated types differ from the committed ones.
    StaleBindings {
        /// Names of the files that differ, are missing or are left over.
        files: Vec<String>,
    },
    /// The fuzzer found an input that brings a reader down.
    BroughtDown {
        /// The reader.
        reader: &'static str,
        /// Where the input is.
        folder: PathBuf,
    },
    /// There is no sentence model.
    Model(NoModel),
    /// A file or folder could not be read, written or removed.
    File {
        /// Which.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
    /// A step of the checks failed.
    Step {
        /// Its name.
        name: &'static str,
        /// The command that repeats it alone.
        repeat: String,
        /// What happened.
        why: Box<Self>,
    },
}

impl Stop {
    /// A file's fault.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownWord { word } => {
                write!(f, "“{word}” has no meaning here; see: cargo xtask help")
            }
            Self::NotThroughCargo => write!(
                f,
                "Start this through cargo, inside the project: cargo xtask help"
            ),
            Self::BroughtDown { reader, folder } => write!(
                f,
                "An input brings the reader “{reader}” down. It is in {}; make it a test beside the reader.",
                folder.display()
            ),
            Self::Tools(faults) => {
                for fault in faults {
                    writeln!(f, "{fault}")?;
                }
                write!(f, "Then repeat the command.")
            }
            Self::Packages(advice) => advice.fmt(f),
            Self::StillMissing { names } => {
                write!(
                    f,
                    "The installation ended well, but these are still missing: {}.",
                    names.join(", ")
                )
            }
            Self::NoScreen => f.write_str(crate::display::NO_SCREEN),
            Self::NoWindowTests => write!(
                f,
                "The end-to-end tests drive the window through WebKitGTK, and this system's driver can't. They run on \
                 Debian and Ubuntu.\nAll other checks: cargo xtask test --quick"
            ),
            Self::NotStarted { call, source } => {
                write!(f, "This could not be started: {call}\n{source}")
            }
            Self::Failed { call } => write!(f, "This failed: {call}"),
            Self::StaleBindings { files } => {
                write!(
                    f,
                    "Stale in ui/src/bindings, write them again and commit them: {}",
                    files.join(", ")
                )
            }
            Self::Model(why) => write!(
                f,
                "The sentence model could not be made: {why}. The app works without it, by words only."
            ),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Step { name, repeat, why } => {
                if !matches!(**why, Self::Failed { .. }) {
                    writeln!(f, "{why}")?;
                }
                write!(f, "“{name}” failed. To repeat it alone: {repeat}")
            }
        }
    }
}
