//! The trainer's side: an open workspace, who works in it, and the one way of writing to it.
//!
//! While a workspace is open, the desk reads it instead of the installed library. Everything that is written goes
//! through [`Training::save`]: one act, one version, and the desk finds it at once.

#[cfg(test)]
pub(crate) mod fixture;
mod seen;
#[cfg(test)]
mod tests;

use crate::contract::{AppError, ErrorCode, Language, OpenWorkspace, Role, Status, WorkspaceView};
use crate::desk::Desk;
use crate::people::{role_in, with_first_trainer};
use crate::snapshot::Snapshot;
use seen::{Seen, UnderWay};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;
use yingda_content::BeijingTime;
pub use yingda_workspace::Change;
use yingda_workspace::review::is_beside_the_library;
use yingda_workspace::{Act, Marks, PEOPLE_FILE, Version, VersionId, Workspace, WorkspaceFault};

/// A workspace that is open, and who works in it.
#[derive(Debug)]
pub struct Open {
    /// The folder with its history.
    pub workspace: Workspace,
    /// The person's name, as their acts carry it.
    pub person: String,
    /// What they may do.
    pub role: Role,
}

/// One saved act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its version.
    pub version: Version,
    /// From the order to save until it can be found, in milliseconds.
    pub took_ms: u32,
}

/// Who hears of every change of library or index.
pub type Tell = Arc<dyn Fn(&Status) + Send + Sync>;

/// The trainer's side of a window.
pub struct Training {
    desk: Arc<Desk>,
    installed: PathBuf,
    tell: Tell,
    open: RwLock<Option<Arc<Open>>>,
    seen: Seen,
}

impl fmt::Debug for Training {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Training")
            .field("installed", &self.installed)
            .field("open", &self.open)
            .finish_non_exhaustive()
    }
}

impl Training {
    /// Nothing is open yet. `installed` is the library that a new workspace is made from.
    #[must_use]
    pub fn new(desk: Arc<Desk>, installed: PathBuf, tell: Tell) -> Self {
        Self {
            desk,
            installed,
            tell,
            open: RwLock::new(None),
            seen: Seen::default(),
        }
    }

    /// The desk beside it.
    #[must_use]
    pub fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }

    /// Opens a workspace, or makes one from the installed library, and lets the desk read it.
    ///
    /// # Errors
    /// [`ErrorCode::PersonMissing`] without a name; [`ErrorCode::WorkspaceRefused`] with a sentence about the folder.
    pub fn open_workspace(
        &self,
        request: &OpenWorkspace,
        now: BeijingTime,
    ) -> Result<WorkspaceView, AppError> {
        let person = request.person.trim().to_owned();
        if person.is_empty() {
            return Err(AppError::new(ErrorCode::PersonMissing, ""));
        }
        let folder = Path::new(request.folder.trim());
        let opened = if request.create {
            let act = Act {
                message: "新建工作区".to_owned(),
                by: person.clone(),
                at: now,
            };
            Workspace::create(folder, &self.installed, &act)
                .and_then(|made| with_first_trainer(made, &person, now))
        } else {
            Workspace::open(folder)
        };
        let workspace = opened.map_err(|fault| self.refused(&fault))?;
        let role = role_in(&workspace, &person);
        let open = Arc::new(Open {
            workspace,
            person,
            role,
        });
        let view = view(&open);
        self.desk.read_from(Some(open.workspace.folder()));
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(open);
        self.load_again();
        Ok(view)
    }

    /// Closes the workspace; the desk reads the installed library again.
    pub fn close_workspace(&self) {
        let was = self
            .open
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if was.is_some() {
            self.desk.read_from(None);
            self.desk.load(&*self.tell);
        }
    }

    /// The open workspace as the window shows it.
    #[must_use]
    pub fn workspace(&self) -> Option<WorkspaceView> {
        self.open().ok().as_deref().map(view)
    }

    /// The open workspace.
    ///
    /// # Errors
    /// [`ErrorCode::NoWorkspace`] while none is open.
    pub fn open(&self) -> Result<Arc<Open>, AppError> {
        self.open
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .ok_or_else(|| AppError::new(ErrorCode::NoWorkspace, ""))
    }

    /// The snapshot of this moment: of the workspace while one is open.
    ///
    /// # Errors
    /// While nothing is loaded.
    pub fn snapshot(&self) -> Result<Arc<Snapshot>, AppError> {
        self.desk.snapshot()
    }

    /// Saves an act of the person: all of the changes or none, as one version. When it returns, the desk finds them.
    ///
    /// # Errors
    /// [`ErrorCode::ChangedMeanwhile`] with the file when it no longer is what the person saw;
    /// [`ErrorCode::WorkspaceRefused`] with a sentence for whatever else stands in the way. Nothing is written then.
    pub fn save(
        &self,
        changes: &[Change],
        message: &str,
        now: BeijingTime,
    ) -> Result<Saved, AppError> {
        let open = self.open()?;
        self.guard_lists(&open, changes)?;
        let started = Instant::now();
        let _act = self.seen.begins();
        let files = || changes.iter().map(|change| change.file.as_str());
        let before = open.workspace.marks(files());
        let saved = open.workspace.save(changes, &open.act(message, now));
        self.shown(&open, saved, before, started)
    }

    /// Takes back an act, if nothing later touched its files.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn undo(
        &self,
        version: &VersionId,
        message: &str,
        now: BeijingTime,
    ) -> Result<Saved, AppError> {
        let open = self.open()?;
        self.guard_undo(&open, version)?;
        let started = Instant::now();
        let _act = self.seen.begins();
        let undone = open.workspace.version(version);
        let undone = undone.map_err(|fault| self.refused(&fault))?;
        let before = open
            .workspace
            .marks(undone.files.iter().map(String::as_str));
        let saved = open.workspace.undo(version, &open.act(message, now));
        self.shown(&open, saved, before, started)
    }

    /// Looks whether another program, or a colleague's program, changed the workspace, and lets the desk read it again;
    /// whether it did. Call it every few seconds: it reads names and times, no files.
    pub fn look(&self) -> bool {
        let Ok(open) = self.open() else {
            return false;
        };
        let changed = self.seen.changed(|| open.workspace.pulse().ok());
        if changed {
            self.look_at_role();
            self.desk.load(&*self.tell);
        }
        changed
    }

    /// The same workspace, and another word on what the person may do in it.
    pub(crate) fn replace_open(&self, open: Arc<Open>) {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(open);
    }

    /// A fault as an error, in the language of the screen.
    #[must_use]
    pub fn refused(&self, fault: &WorkspaceFault) -> AppError {
        match fault {
            WorkspaceFault::ChangedMeanwhile { file } => {
                AppError::new(ErrorCode::ChangedMeanwhile, file.clone())
            }
            other => {
                let language = self.language();
                let gap = if language == yingda_content::Language::Chinese {
                    ""
                } else {
                    " "
                };
                let sentence = format!("{}{gap}{}", other.what(language), other.remedy(language));
                AppError::new(ErrorCode::WorkspaceRefused, sentence)
            }
        }
    }

    /// The language sentences are said in.
    #[must_use]
    pub fn language(&self) -> yingda_content::Language {
        match self.desk.settings().language {
            Language::Zh => yingda_content::Language::Chinese,
            Language::En => yingda_content::Language::English,
        }
    }

    /// An act of our own is under way while this is held.
    pub(crate) fn begins(&self) -> UnderWay<'_> {
        self.seen.begins()
    }

    /// Whether the desk has read all that other programs changed until now.
    pub(crate) fn has_read(&self, open: &Open) -> bool {
        self.seen.is(open.workspace.pulse().ok())
    }

    /// Lets the desk read everything that changed.
    pub(crate) fn load_again(&self) {
        let open = self.open().ok();
        // Taken before reading: what changes while it is read is read the next time.
        self.seen
            .read(open.and_then(|open| open.workspace.pulse().ok()));
        self.look_at_role();
        self.desk.load(&*self.tell);
    }

    /// Lets the desk read files that an act of our own changed, and that had marks `before` it; `version` is what the act
    /// became.
    pub(crate) fn reread_after(
        &self,
        open: &Open,
        files: &[String],
        before: Marks,
        version: Option<&VersionId>,
    ) {
        // Before they are read, so that what changes meanwhile is read the next time.
        let now = open.workspace.marks(files.iter().map(String::as_str));
        self.seen.becomes(|pulse| pulse.after(before, now, version));
        self.reread(files);
    }

    /// Lets the desk read files that came, after [`Self::has_read`] said that there was nothing else to read.
    pub(crate) fn reread_received(&self, open: &Open, files: &[String]) {
        self.seen.read(open.workspace.pulse().ok());
        self.reread(files);
    }

    /// Those that no library reads cost nothing.
    fn reread(&self, files: &[String]) {
        if files.iter().any(|file| file == PEOPLE_FILE) {
            self.look_at_role();
        }
        let mut files = files.to_vec();
        files.retain(|file| !is_beside_the_library(file));
        self.desk.reread(&files, &*self.tell);
    }

    fn shown(
        &self,
        open: &Open,
        saved: Result<Version, WorkspaceFault>,
        before: Marks,
        started: Instant,
    ) -> Result<Saved, AppError> {
        let version = saved.map_err(|fault| self.refused(&fault))?;
        self.reread_after(open, &version.files, before, Some(&version.id));
        let took_ms = u32::try_from(started.elapsed().as_millis()).unwrap_or(u32::MAX);
        Ok(Saved { version, took_ms })
    }
}

impl Open {
    /// An act of this person.
    #[must_use]
    pub fn act(&self, message: &str, now: BeijingTime) -> Act {
        Act {
            message: message.to_owned(),
            by: self.person.clone(),
            at: now,
        }
    }
}

fn view(open: &Open) -> WorkspaceView {
    WorkspaceView {
        folder: open.workspace.folder().display().to_string(),
        person: open.person.clone(),
        role: open.role,
    }
}
