//! Packs made and copied under somebody's eyes: each step is told, and can be the last.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use git2::{Indexer, PackBuilderStage, Revwalk};

use super::watching::{Ended, SyncDoing, Watch};
use crate::fault::WorkspaceFault;
use crate::folder;
use crate::store::Store;

/// Read-only files can't be confirmed by the disk on every system.
const MODE: u32 = 0o644;
/// So much is copied between two looks at whether to go on.
const AT_ONCE: usize = 256 * 1024;
const KIB: u64 = 1024;

/// Packs what a walk reaches, and all it needs, in a folder of our own inside git's, confirmed by the disk. Nobody takes
/// it for git's there; when it is stopped, nothing of it stays.
pub(super) fn gather<'a>(
    store: &'a Store,
    walk: &mut Revwalk<'_>,
    doing: SyncDoing,
    watch: Watch<'a>,
) -> Result<(), Ended> {
    store.clear_packs();
    let stopped = Rc::new(Cell::new(false));
    let made = write(store, walk, &stopped, doing, watch);
    if made.is_err() {
        store.clear_packs();
    }
    match made {
        // Git tells of its own calls that were cut off, not why.
        Err(Ended::Failed(_)) if stopped.get() => Err(Ended::Stopped),
        made => made,
    }
}

fn write<'a>(
    store: &'a Store,
    walk: &mut Revwalk<'_>,
    stopped: &Rc<Cell<bool>>,
    doing: SyncDoing,
    watch: Watch<'a>,
) -> Result<(), Ended> {
    let goes_on = |stopped: &Rc<Cell<bool>>| {
        let stopped = Rc::clone(stopped);
        move |done: usize, total: usize| {
            let goes_on = watch.tell(doing, done, total).is_ok();
            stopped.set(stopped.get() || !goes_on);
            goes_on
        }
    };
    let mut builder = store.repo.packbuilder()?;
    let found = goes_on(stopped);
    builder.set_progress_callback(move |stage, current, total| match stage {
        PackBuilderStage::AddingObjects => found(current as usize, 0),
        // Compared with each other only; none is copied yet.
        PackBuilderStage::Deltafication => found(0, total as usize),
    })?;
    builder.insert_walk(walk)?;
    if builder.object_count() == 0 {
        return Ok(());
    }
    let stage = store.staged_packs();
    folder::make(&stage)?;
    let odb = store.repo.odb()?;
    let mut indexer = Indexer::new(Some(&odb), &stage, MODE, false)?;
    let copied = goes_on(stopped);
    indexer.progress(move |progress| copied(progress.received_objects(), progress.total_objects()));
    let mut refused = None;
    let packed = builder.foreach(|bytes| {
        refused = indexer.write_all(bytes).err();
        refused.is_none()
    });
    if let Some(error) = refused {
        return Err(WorkspaceFault::writing(&stage, &error).into());
    }
    packed?;
    indexer.commit()?;
    for file in files(&stage) {
        let confirmed = OpenOptions::new().write(true).open(&file);
        confirmed
            .and_then(|file| file.sync_all())
            .map_err(|error| WorkspaceFault::writing(&file, &error))?;
    }
    Ok(())
}

/// Moves the gathered packs into another repository's. Each is there as a whole or not at all.
pub(super) fn hand_over(store: &Store, packs: &Path, watch: Watch<'_>) -> Result<(), Ended> {
    let copied = copy_all(&files(&store.staged_packs()), packs, watch);
    store.clear_packs();
    copied
}

fn copy_all(gathered: &[PathBuf], packs: &Path, watch: Watch<'_>) -> Result<(), Ended> {
    let size = |file: &PathBuf| fs::metadata(file).map_or(0, |about| about.len());
    let mut copy = Copy {
        done: 0,
        total: gathered.iter().map(size).sum(),
        watch,
    };
    folder::make(packs)?;
    // Git finds a pack by its index, so that comes last.
    for end in ["pack", "idx"] {
        let is_next = |file: &&PathBuf| file.extension().is_some_and(|own| own == end);
        for from in gathered.iter().filter(is_next) {
            copy.put(from, packs)?;
        }
        folder::settle(Some(packs));
    }
    Ok(())
}

struct Copy<'a> {
    done: u64,
    total: u64,
    watch: Watch<'a>,
}

impl Copy<'_> {
    fn put(&mut self, from: &Path, packs: &Path) -> Result<(), Ended> {
        let name = from.file_name().unwrap_or_default().display().to_string();
        let to = packs.join(&name);
        if to.exists() {
            return Ok(());
        }
        // Git clears away what is called like that, should it be left behind.
        let beside = packs.join(format!("tmp_yingda-{}-{name}", std::process::id()));
        let copied = self.copy(from, &beside).and_then(|()| {
            fs::rename(&beside, &to).map_err(|error| WorkspaceFault::writing(&to, &error).into())
        });
        if copied.is_err() {
            fs::remove_file(&beside).ok();
        }
        copied
    }

    fn copy(&mut self, from: &Path, to: &Path) -> Result<(), Ended> {
        let reading = |error| WorkspaceFault::reading(from, &error);
        let writing = |error| WorkspaceFault::writing(to, &error);
        let mut source = File::open(from).map_err(reading)?;
        let mut target = File::create(to).map_err(writing)?;
        let mut buffer = vec![0; AT_ONCE];
        loop {
            let in_kib = |bytes: u64| usize::try_from(bytes.div_ceil(KIB)).unwrap_or(usize::MAX);
            let (done, total) = (in_kib(self.done), in_kib(self.total));
            self.watch.tell(SyncDoing::Sending, done, total)?;
            let read = source.read(&mut buffer).map_err(reading)?;
            let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else {
                break;
            };
            target.write_all(bytes).map_err(writing)?;
            self.done += read as u64;
        }
        target.sync_all().map_err(writing)?;
        Ok(())
    }
}

fn files(stage: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(stage).into_iter().flatten().flatten();
    listed.map(|entry| entry.path()).collect()
}
