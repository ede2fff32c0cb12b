//! Syncing with colleagues: what they sent is fetched and merged, what is ours is sent.
//!
//! Nothing is half done: until the merge is complete, files and history are as they were. Conflicts wait under git's
//! own folder until a person has decided.

mod files;
mod packing;
mod pending;
mod remembered;
#[cfg(feature = "server")]
mod server;
mod share;
#[cfg(test)]
mod stopping_tests;
#[cfg(test)]
mod tests;
mod watching;

use std::ops::ControlFlow;
use std::path::PathBuf;

use git2::Oid;

use crate::Workspace;
use crate::act::{Act, Version};
use crate::fault::{SyncFault, WorkspaceFault};
use crate::history;
use crate::store::{Edit, Journal, Store};
use files::Merged;
pub use pending::Choice;
use share::Share;
use watching::{Ended, Watch};
pub use watching::{SyncDoing, SyncProgress};

/// Where colleagues are met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote {
    /// A folder: a share, a stick. It is made when it is empty.
    Folder(PathBuf),
    /// A git server by its address; the system's own git program goes there, with its keys and certificates.
    #[cfg(feature = "server")]
    Server(String),
}

/// A file that both sides changed in ways that only a person can bring together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The file, relative to the folder, with `/`.
    pub file: String,
    /// Its text when both sides last agreed; `None` when it was not there, or not readable as text.
    pub base: Option<String>,
    /// Our text; `None` when we deleted it.
    pub ours: Option<String>,
    /// Their text; `None` when they deleted it.
    pub theirs: Option<String>,
}

/// What a sync did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Synced {
    /// The colleagues' acts that came, newest first.
    pub received: Vec<Version>,
    /// How many of our acts went.
    pub sent: usize,
    /// The merge, when one was needed.
    pub merged: Option<Version>,
    /// The files whose text is new to both sides and is in review again, in the order of their names.
    pub in_review: Vec<String>,
    /// What a person has to decide. When there is any, nothing was changed and nothing sent.
    pub conflicts: Vec<Conflict>,
    /// Whether it was stopped: what is told here is done, nothing was sent, and the next sync does the rest.
    pub stopped: bool,
}

/// How often colleagues may send something while we do.
const TRIES: usize = 5;
/// Keeps what was fetched from being cleared away.
const THEIRS: &str = "refs/yingda/theirs";

impl Workspace {
    /// Fetches what colleagues sent, merges it, and sends what is ours. Clean merges are saved as one version; where
    /// there are conflicts nothing changes until [`Workspace::resolve`].
    ///
    /// # Errors
    /// Those of [`SyncFault`] and of [`Workspace::save`]; our own acts stay in any case.
    pub fn sync(&self, remote: &Remote, act: &Act) -> Result<Synced, WorkspaceFault> {
        self.sync_watched(remote, act, &|_| ControlFlow::Continue(()))
    }

    /// Like [`Workspace::sync`]; `watch` hears of each step and may stop it there. A step that has begun to change
    /// something here or there is finished first. A server's own steps are not told.
    ///
    /// # Errors
    /// As [`Workspace::sync`]. Being stopped is none: [`Synced::stopped`].
    pub fn sync_watched(
        &self,
        remote: &Remote,
        act: &Act,
        watch: &dyn Fn(SyncProgress) -> ControlFlow<()>,
    ) -> Result<Synced, WorkspaceFault> {
        let store = Store::hold(self.folder())?;
        let conflicts = pending::merged(&store)?.map_or(0, |merged| merged.conflicts.len());
        if conflicts > 0 {
            return Err(SyncFault::Pending { conflicts }.into());
        }
        let mut synced = Synced::default();
        match exchange(&store, remote, act, Watch(watch), &mut synced) {
            Ok(()) => {}
            Err(Ended::Stopped) => synced.stopped = true,
            Err(Ended::Failed(fault)) => return Err(fault),
        }
        Ok(synced)
    }
}

/// Fetches, merges and sends until nobody was faster.
fn exchange(
    store: &Store,
    remote: &Remote,
    act: &Act,
    watch: Watch<'_>,
    synced: &mut Synced,
) -> Result<(), Ended> {
    watch.tell(SyncDoing::Looking, 0, 0)?;
    let way = Way::to(remote, store)?;
    way.remember(store)?;
    for _ in 0..TRIES {
        watch.tell(SyncDoing::Looking, 0, 0)?;
        let there = way.fetch(store, watch)?;
        if let Some(theirs) = there {
            store.repo.reference(THEIRS, theirs, true, "yingda")?;
            bring_in(store, theirs, act, watch, synced)?;
        }
        if !synced.conflicts.is_empty() {
            return Ok(());
        }
        if let Some(sent) = send(store, &way, there, watch)? {
            synced.sent = sent;
            return Ok(());
        }
    }
    let place = way.name();
    Err(SyncFault::MovedOn { place }.into())
}

/// Merges their tip into ours, or leaves conflicts pending.
fn bring_in(
    store: &Store,
    theirs: Oid,
    act: &Act,
    watch: Watch<'_>,
    synced: &mut Synced,
) -> Result<(), Ended> {
    let tip = store.tip()?.map(|tip| tip.id());
    let received = received(store, tip, theirs)?;
    let git = &store.repo;
    let ours = match tip {
        Some(ours) if ours == theirs || git.graph_descendant_of(ours, theirs)? => return Ok(()),
        Some(ours) if !git.graph_descendant_of(theirs, ours)? => ours,
        // We have nothing that they do not have.
        tip => {
            watch.tell(SyncDoing::Saving, 0, 0)?;
            forward(store, theirs, tip)?;
            synced.received.extend(received);
            return Ok(());
        }
    };
    let merged = files::merge(store, ours, theirs, |done, total| {
        watch.tell(SyncDoing::Merging, done, total)
    })?;
    watch.tell(SyncDoing::Saving, 0, 0)?;
    if !merged.conflicts.is_empty() {
        pending::keep(store, theirs)?;
        synced.conflicts = merged.conflicts;
        return Ok(());
    }
    synced.merged = Some(record(store, theirs, &merged, act)?);
    synced.in_review.extend(merged.in_review);
    synced.received.extend(received);
    Ok(())
}

/// Their version becomes ours.
fn forward(store: &Store, theirs: Oid, ours: Option<Oid>) -> Result<(), WorkspaceFault> {
    let touched = files::differing(store, ours, theirs)?;
    let journal = Journal {
        version: theirs.to_string(),
        parent: ours.map(|id| id.to_string()),
        branch: store.branch()?,
        files: files::lying(store, ours, &touched)?,
    };
    moved(store.carry_out(&journal)?)
}

/// Makes a complete merge a version.
fn record(
    store: &Store,
    theirs: Oid,
    merged: &Merged,
    act: &Act,
) -> Result<Version, WorkspaceFault> {
    let theirs = store.repo.find_commit(theirs)?;
    let Some(tip) = store.tip()? else {
        return Err(WorkspaceFault::MovedOn);
    };
    let edits: Vec<Edit<'_>> = merged
        .edits
        .iter()
        .map(|(file, after)| Edit {
            file,
            after: after.as_deref(),
        })
        .collect();
    let files: Vec<String> = merged.edits.keys().cloned().collect();
    let touched = files::lying(store, Some(tip.id()), &files)?;
    let (version, _) = store.commit(&[&tip, &theirs], &edits, act)?;
    let journal = Journal {
        version: version.to_string(),
        parent: Some(tip.id().to_string()),
        branch: store.branch()?,
        files: touched,
    };
    moved(store.carry_out(&journal)?)?;
    history::version(store, version)
}

fn moved(carried_out: bool) -> Result<(), WorkspaceFault> {
    if carried_out {
        Ok(())
    } else {
        Err(WorkspaceFault::MovedOn)
    }
}

/// Sends our tip to where they stand; the number of acts that went, or `None` when colleagues were faster.
fn send(
    store: &Store,
    way: &Way,
    there: Option<Oid>,
    watch: Watch<'_>,
) -> Result<Option<usize>, Ended> {
    let tip = store.tip()?.map(|tip| tip.id());
    let Some(tip) = tip.filter(|tip| Some(*tip) != there) else {
        return Ok(Some(0));
    };
    let mut walk = store.repo.revwalk()?;
    walk.push(tip)?;
    if let Some(there) = there {
        walk.hide(there)?;
    }
    let sent = walk.count();
    Ok(way.send(store, tip, there, watch)?.then_some(sent))
}

/// Their acts that we do not have.
fn received(store: &Store, ours: Option<Oid>, theirs: Oid) -> Result<Vec<Version>, WorkspaceFault> {
    let mut walk = store.repo.revwalk()?;
    walk.push(theirs)?;
    if let Some(ours) = ours {
        walk.hide(ours)?;
    }
    walk.map(|id| history::version(store, id?)).collect()
}

/// How a remote is reached.
enum Way {
    Share(Share),
    #[cfg(feature = "server")]
    Server(server::Server),
}

impl Way {
    fn to(remote: &Remote, store: &Store) -> Result<Self, WorkspaceFault> {
        match remote {
            Remote::Folder(folder) => Share::at(folder, &store.branch()?).map(Self::Share),
            #[cfg(feature = "server")]
            Remote::Server(address) => server::Server::at(address, store).map(Self::Server),
        }
    }

    /// Notes a folder that was reached, to be offered the next time.
    fn remember(&self, store: &Store) -> Result<(), WorkspaceFault> {
        match self {
            Self::Share(share) => remembered::keep(store, share.folder()),
            #[cfg(feature = "server")]
            Self::Server(_) => Ok(()),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Share(share) => share.name(),
            #[cfg(feature = "server")]
            Self::Server(server) => server.name(),
        }
    }

    /// Fetches their newest version; `None` when they have none.
    fn fetch(&self, store: &Store, watch: Watch<'_>) -> Result<Option<Oid>, Ended> {
        match self {
            Self::Share(share) => share.fetch(store, watch),
            #[cfg(feature = "server")]
            Self::Server(server) => Ok(server.fetch(store)?),
        }
    }

    /// Sends our newest version to where they stood; `false` when they no longer stand there.
    fn send(
        &self,
        store: &Store,
        tip: Oid,
        there: Option<Oid>,
        watch: Watch<'_>,
    ) -> Result<bool, Ended> {
        watch.tell(SyncDoing::Packing, 0, 0)?;
        match self {
            Self::Share(share) => share.send(store, tip, there, watch),
            #[cfg(feature = "server")]
            Self::Server(server) => Ok(server.send(tip)?),
        }
    }
}
