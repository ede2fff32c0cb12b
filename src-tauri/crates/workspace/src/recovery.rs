//! Copies of what is being typed, so that a killed program loses a second of it at most.
//!
//! They lie inside git's folder, are never part of a version, and go when the text was saved.

use std::fs;
use std::path::{Path, PathBuf};

use git2::{ObjectType, Oid};
use serde::{Deserialize, Serialize};
use yingda_content::BeijingTime;

use crate::fault::WorkspaceFault;
use crate::moment::{moment, seconds};
use crate::store::Store;
use crate::{Workspace, folder, place};

/// Text that was typed and not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The file it is for, relative to the folder, with `/`.
    pub file: String,
    /// The [`text_hash`] of the text it started from; empty for a new file.
    pub base: String,
    /// What was typed.
    pub text: String,
    /// The editor's steps back, in its own form.
    pub undo: String,
    /// When, to the second.
    pub at: BeijingTime,
    /// Who typed it.
    pub by: String,
}

/// Tells two texts apart: 40 hexadecimal digits, the same that git gives the text.
#[must_use]
pub fn text_hash(text: &str) -> String {
    Oid::hash_object(ObjectType::Blob, text.as_bytes())
        .map(|id| id.to_string())
        .unwrap_or_default()
}

/// What was found of unsaved text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// In the order of their files' names.
    pub drafts: Vec<Draft>,
    /// Copies that can't be read, as paths; they are left where they are.
    pub damaged: Vec<String>,
}

/// The copies of one workspace.
#[derive(Debug, Clone)]
pub struct Recovery {
    folder: PathBuf,
}

impl Workspace {
    /// Where unsaved text is kept.
    ///
    /// # Errors
    /// The repository can't be read.
    pub fn recovery(&self) -> Result<Recovery, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        Ok(Recovery {
            folder: store.own("recovery"),
        })
    }
}

impl Recovery {
    /// Keeps this text in place of the one kept before for its file. When it returns, the disk has confirmed it.
    ///
    /// # Errors
    /// It can't be written; the one kept before stays.
    pub fn keep(&self, draft: &Draft) -> Result<(), WorkspaceFault> {
        place::check(&draft.file)?;
        folder::make(&self.folder)?;
        let path = self.path(&draft.file);
        let kept = Kept {
            file: draft.file.clone(),
            base: draft.base.clone(),
            hash: text_hash(&draft.text),
            text: draft.text.clone(),
            undo: draft.undo.clone(),
            at: seconds(draft.at),
            by: draft.by.clone(),
        };
        let json = serde_json::to_vec(&kept).map_err(|error| WorkspaceFault::Unwritable {
            place: path.display().to_string(),
            why: error.to_string(),
        })?;
        folder::replace(&path, &json)
    }

    /// All that is kept.
    ///
    /// # Errors
    /// The folder of the copies can't be read; a single damaged copy is only named.
    pub fn all(&self) -> Result<Recovered, WorkspaceFault> {
        let mut found = Recovered {
            drafts: Vec::new(),
            damaged: Vec::new(),
        };
        if !self.folder.exists() {
            return Ok(found);
        }
        let reading = |error| WorkspaceFault::reading(&self.folder, &error);
        for entry in fs::read_dir(&self.folder).map_err(reading)? {
            let path = entry.map_err(reading)?.path();
            if path.extension().is_none_or(|end| end != "json") {
                continue;
            }
            match read(&path) {
                Some(draft) => found.drafts.push(draft),
                None => found.damaged.push(path.display().to_string()),
            }
        }
        found.drafts.sort_by(|one, other| one.file.cmp(&other.file));
        found.damaged.sort();
        Ok(found)
    }

    /// Drops what is kept for a file: it was saved, or the person does not want it.
    ///
    /// # Errors
    /// It can't be removed.
    pub fn forget(&self, file: &str) -> Result<(), WorkspaceFault> {
        let path = self.path(file);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(WorkspaceFault::writing(&path, &error))
            }
            _ => Ok(()),
        }
    }

    /// The name of a copy says nothing: the file's own name may be longer than a name may be.
    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(format!("{}.json", text_hash(file)))
    }
}

/// A copy as it lies on the disk.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    file: String,
    base: String,
    hash: String,
    text: String,
    undo: String,
    at: i64,
    by: String,
}

fn read(path: &Path) -> Option<Draft> {
    let kept: Kept = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    (text_hash(&kept.text) == kept.hash).then_some(Draft {
        file: kept.file,
        base: kept.base,
        text: kept.text,
        undo: kept.undo,
        at: moment(kept.at),
        by: kept.by,
    })
}

#[cfg(test)]
mod tests;
