//! A folder that colleagues share: a bare repository, read and written without opening it as one.
//!
//! Git refuses repositories of other owners because their settings may run programs. Here neither settings nor hooks
//! are read, only objects and one branch, so that a share that a colleague made works as it is.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use git2::{Oid, Repository, RepositoryInitMode, RepositoryInitOptions};

use super::packing;
use super::watching::{Ended, SyncDoing, Watch};
use crate::fault::{SyncFault, WorkspaceFault};
use crate::folder;
use crate::store::Store;

/// Sending holds the branch for a moment; a lock older than this belongs to a program that ended badly.
const LEFT_BEHIND: Duration = Duration::from_secs(60);
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(50);

/// Stands in the folder while it is being made, so that an interrupted making is finished.
const MAKING: &str = "yingda-making";

fn make(folder: &Path, branch: &str) -> Result<(), WorkspaceFault> {
    let making = folder.join(MAKING);
    if making.exists() {
        // What an interrupted making holds locked.
        for lock in ["config.lock", "HEAD.lock"] {
            fs::remove_file(folder.join(lock)).ok();
        }
    }
    folder::write_new(&making, b"")?;
    let mut options = RepositoryInitOptions::new();
    options
        .bare(true)
        .external_template(false)
        .mode(RepositoryInitMode::SHARED_GROUP)
        .initial_head(branch);
    Repository::init_opts(folder, &options)?;
    match fs::remove_file(&making) {
        // A colleague made it at the same moment.
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(WorkspaceFault::writing(&making, &error))
        }
        _ => Ok(()),
    }
}

/// A shared folder and the branch that is met there.
#[derive(Debug)]
pub(super) struct Share {
    folder: PathBuf,
    branch: String,
}

impl Share {
    /// The shared folder; made a repository when it is empty.
    pub(super) fn at(folder: &Path, branch: &str) -> Result<Self, WorkspaceFault> {
        let folder = crate::place::absolute(folder)?;
        let place = || folder.display().to_string();
        let mut children = fs::read_dir(&folder).map_err(|error| match error.kind() {
            ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::TimedOut
            | ErrorKind::StaleNetworkFileHandle => {
                WorkspaceFault::from(SyncFault::Missing { place: place() })
            }
            _ => WorkspaceFault::reading(&folder, &error),
        })?;
        let has = |name: &str| folder.join(name).is_dir();
        let is_repository = has("objects") && has("refs") && folder.join("HEAD").is_file();
        if children.next().is_none() || folder.join(MAKING).exists() {
            make(&folder, branch)?;
        } else if !is_repository {
            return Err(SyncFault::NotASyncFolder { place: place() }.into());
        }
        let branch = branch.to_owned();
        Ok(Self { folder, branch })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn name(&self) -> String {
        self.folder.display().to_string()
    }

    fn damaged(&self, error: &git2::Error) -> WorkspaceFault {
        WorkspaceFault::Sync(SyncFault::Damaged {
            place: self.name(),
            why: error.message().to_owned(),
        })
    }

    /// Copies what they have and we have not.
    pub(super) fn fetch(&self, store: &Store, watch: Watch<'_>) -> Result<Option<Oid>, Ended> {
        let Some(theirs) = self.tip()? else {
            return Ok(None);
        };
        if store.repo.odb()?.exists(theirs) {
            return Ok(Some(theirs));
        }
        let objects = self.folder.join("objects");
        let Some(objects) = objects.to_str() else {
            let place = self.name();
            return Err(SyncFault::NotASyncFolder { place }.into());
        };
        // A view of its own: while it sees their objects it must not be written through.
        let both = Store::look(&store.folder)?;
        let damaged = |error: git2::Error| self.damaged(&error);
        both.repo
            .odb()?
            .add_disk_alternate(objects)
            .map_err(damaged)?;
        both.repo.find_commit(theirs).map_err(damaged)?;
        let mut walk = both.repo.revwalk()?;
        walk.push(theirs).map_err(damaged)?;
        if let Some(tip) = store.tip()? {
            walk.hide(tip.id())?;
        }
        packing::gather(&both, &mut walk, SyncDoing::Fetching, watch)?;
        both.take_in_packs()?;
        store.repo.odb()?.refresh()?;
        Ok(Some(theirs))
    }

    /// Copies what we have and they have not, then moves their branch.
    pub(super) fn send(
        &self,
        store: &Store,
        tip: Oid,
        there: Option<Oid>,
        watch: Watch<'_>,
    ) -> Result<bool, Ended> {
        let mut walk = store.repo.revwalk()?;
        walk.push(tip)?;
        if let Some(there) = there {
            walk.hide(there)?;
        }
        packing::gather(store, &mut walk, SyncDoing::Packing, watch)?;
        let packs = self.folder.join("objects").join("pack");
        packing::hand_over(store, &packs, watch)?;
        self.move_branch(tip, there, watch)
    }

    /// Where their branch stands: in a file of its own, or among the packed ones.
    fn tip(&self) -> Result<Option<Oid>, WorkspaceFault> {
        let id = |text: &str| Oid::from_str(text.trim()).map_err(|error| self.damaged(&error));
        let path = self.folder.join(&self.branch);
        match fs::read_to_string(&path) {
            Ok(text) => return id(&text).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(WorkspaceFault::reading(&path, &error)),
        }
        let packed = fs::read_to_string(self.folder.join("packed-refs")).unwrap_or_default();
        let line = packed.lines().find_map(|line| {
            let (id, name) = line.split_once(' ')?;
            (name.trim() == self.branch).then_some(id)
        });
        line.map(id).transpose()
    }

    fn move_branch(&self, tip: Oid, there: Option<Oid>, watch: Watch<'_>) -> Result<bool, Ended> {
        let path = self.folder.join(&self.branch);
        let lock = self.folder.join(format!("{}.lock", self.branch));
        let mut file = self.lock(&lock, watch)?;
        let stands = self.tip();
        if !matches!(&stands, Ok(stands) if *stands == there) {
            fs::remove_file(&lock).ok();
            stands?;
            return Ok(false);
        }
        let written = writeln!(file, "{tip}").and_then(|()| file.sync_all());
        drop(file);
        if let Err(error) = written.and_then(|()| fs::rename(&lock, &path)) {
            fs::remove_file(&lock).ok();
            return Err(WorkspaceFault::writing(&path, &error).into());
        }
        folder::settle(path.parent());
        Ok(true)
    }

    /// Waits for the branch to be free.
    fn lock(&self, lock: &Path, watch: Watch<'_>) -> Result<File, Ended> {
        folder::make(lock.parent().unwrap_or(&self.folder))?;
        for _ in 0..TRIES {
            watch.tell(SyncDoing::Sending, 0, 0)?;
            match OpenOptions::new().write(true).create_new(true).open(lock) {
                Ok(file) => return Ok(file),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    if self.is_left_behind(lock) {
                        fs::remove_file(lock).ok();
                    } else {
                        sleep(PAUSE);
                    }
                }
                Err(error) => return Err(WorkspaceFault::writing(lock, &error).into()),
            }
        }
        let file = lock.display().to_string();
        Err(WorkspaceFault::Locked { file }.into())
    }

    /// By the clock of where the folder lies: a file written now tells its time.
    fn is_left_behind(&self, lock: &Path) -> bool {
        let trial = self.folder.join(format!("yingda-{}", std::process::id()));
        let time = |path: &Path| fs::metadata(path).and_then(|about| about.modified());
        let now = File::create(&trial).and_then(|_| time(&trial));
        fs::remove_file(&trial).ok();
        let age = now.ok().zip(time(lock).ok());
        age.and_then(|(now, then)| now.duration_since(then).ok())
            .is_some_and(|age| age > LEFT_BEHIND)
    }
}

#[cfg(test)]
impl Share {
    /// Where the branch stands, for tests.
    pub(super) fn stands(folder: &Path) -> Option<Oid> {
        match Repository::open(folder)
            .ok()?
            .refname_to_id("refs/heads/main")
        {
            Ok(id) => Some(id),
            Err(error) => {
                assert_eq!(error.code(), git2::ErrorCode::NotFound);
                None
            }
        }
    }
}
