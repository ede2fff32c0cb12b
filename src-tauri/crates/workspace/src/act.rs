//! What a person does to a workspace, and what it becomes: a version.

use std::fmt;

use yingda_content::BeijingTime;

/// One saved act, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What was done, as the history shows it.
    pub message: String,
    /// Who did it.
    pub by: String,
    /// When; kept to the second.
    pub at: BeijingTime,
}

/// What becomes of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file, relative to the folder, with `/`.
    pub file: String,
    /// The text the person saw; `None` when there was no file.
    pub before: Option<String>,
    /// The text that it gets; `None` deletes it.
    pub after: Option<String>,
}

/// Names a version for good: the 40 hexadecimal digits of its commit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VersionId(String);

impl VersionId {
    /// The version that these 40 hexadecimal digits name; `None` for anything else.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Self> {
        let is_hex = hex.len() == 40 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| Self(hex.to_ascii_lowercase()))
    }

    /// Its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn of(id: git2::Oid) -> Self {
        Self(id.to_string())
    }

    pub(crate) fn oid(&self) -> Result<git2::Oid, git2::Error> {
        git2::Oid::from_str(&self.0)
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One act in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its name.
    pub id: VersionId,
    /// What was done.
    pub message: String,
    /// Who did it.
    pub by: String,
    /// When, to the second.
    pub at: BeijingTime,
    /// The files that differ from the version before, in the order of their names.
    pub files: Vec<String>,
}
