//! The working files: read, found, put in place.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::fault::WorkspaceFault;
use crate::place;

/// The text of a file; `None` when there is none.
pub(crate) fn text(folder: &Path, file: &str) -> Result<Option<String>, WorkspaceFault> {
    let not_text = |_| WorkspaceFault::NotText {
        file: file.to_owned(),
    };
    let bytes = bytes(folder, file)?;
    bytes
        .map(|bytes| String::from_utf8(bytes).map_err(not_text))
        .transpose()
}

/// The bytes of a file; `None` when there is none.
pub(crate) fn bytes(folder: &Path, file: &str) -> Result<Option<Vec<u8>>, WorkspaceFault> {
    let path = path_of(folder, file)?;
    match fs::metadata(&path) {
        // A named pipe would be waited for without end.
        Ok(about) if !about.is_file() => Err(WorkspaceFault::Unreadable {
            place: file.to_owned(),
            why: "not a file".to_owned(),
        }),
        Ok(_) => fs::read(&path)
            .map(Some)
            .map_err(|error| WorkspaceFault::reading(&path, &error)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(WorkspaceFault::reading(&path, &error)),
    }
}

/// Where a file of the workspace lies, when its name may be used and no link is on the way.
pub(crate) fn path_of(folder: &Path, file: &str) -> Result<PathBuf, WorkspaceFault> {
    place::check(file)?;
    let mut path = folder.to_owned();
    for part in file.split('/') {
        path.push(part);
        let is_link = fs::symlink_metadata(&path).is_ok_and(|about| about.is_symlink());
        if is_link {
            return Err(WorkspaceFault::Link {
                file: file.to_owned(),
            });
        }
    }
    Ok(path)
}

fn is_missing(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// All files of a folder in the order of their names; hidden ones, links and what editors leave behind passed over.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>, WorkspaceFault> {
    let mut found = Vec::new();
    each(folder, &mut |file, _| found.push(file.to_owned()))?;
    found.sort_unstable();
    Ok(found)
}

/// Tells of the same files in no order, with what the system says about them.
pub(crate) fn each(
    folder: &Path,
    tell: &mut dyn FnMut(&str, &Metadata),
) -> Result<(), WorkspaceFault> {
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((path, prefix)) = open.pop() {
        let reading = |error: std::io::Error| WorkspaceFault::reading(&path, &error);
        for child in fs::read_dir(&path).map_err(reading)? {
            let child = child.map_err(reading)?;
            // A name that is not Unicode can't be kept for every colleague's system.
            let Ok(name) = child.file_name().into_string() else {
                continue;
            };
            if is_passed_over(&name) {
                continue;
            }
            // It may have gone since the folder was listed.
            let Ok(about) = child.metadata() else {
                continue;
            };
            let file = format!("{prefix}{name}");
            if about.is_dir() {
                open.push((child.path(), format!("{file}/")));
            } else if about.is_file() {
                tell(&file, &about);
            }
        }
    }
    Ok(())
}

/// Whether a file, or a folder it lies in, is passed over.
pub(crate) fn is_out_of_sight(file: &str) -> bool {
    file.split('/').any(is_passed_over)
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// Writes a new file and lets the disk confirm it.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WorkspaceFault> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| WorkspaceFault::writing(path, &error))
}

/// Replaces a file of our own as a whole: beside it first, then over it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), WorkspaceFault> {
    let beside = path.with_extension("new");
    write_new(&beside, bytes)?;
    fs::rename(&beside, path).map_err(|error| WorkspaceFault::writing(path, &error))?;
    settle(path.parent());
    Ok(())
}

/// Makes a folder and those above it.
pub(crate) fn make(folder: &Path) -> Result<(), WorkspaceFault> {
    fs::create_dir_all(folder).map_err(|error| WorkspaceFault::writing(folder, &error))
}

/// Lets the disk confirm what a folder holds. Systems that can't do that for a folder do it by themselves.
pub(crate) fn settle(folder: Option<&Path>) {
    if let Some(folder) = folder.and_then(|folder| File::open(folder).ok()) {
        folder.sync_all().ok();
    }
}

/// Finds out whether files may be put into this folder, which is made when it is not there.
pub(crate) fn may_write(folder: &Path) -> Result<(), WorkspaceFault> {
    make(folder)?;
    let trial = folder.join(format!(".yingda-{}", std::process::id()));
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&trial)
        .and_then(|_| fs::remove_file(&trial))
        .map_err(|error| WorkspaceFault::writing(folder, &error))
}

/// Puts a finished file in its place, with the permissions of what lay there.
pub(crate) fn put(finished: &Path, path: &Path) -> std::io::Result<()> {
    if let Some(above) = path.parent() {
        fs::create_dir_all(above)?;
    }
    if let Ok(about) = fs::metadata(path) {
        fs::set_permissions(finished, about.permissions())?;
    }
    fs::rename(finished, path)
}

/// Takes a file away, and the folders that it leaves empty.
pub(crate) fn take(folder: &Path, path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if !is_missing(&error) => return Err(error),
        _ => {}
    }
    let above = path.ancestors().skip(1);
    for empty in above.take_while(|above| *above != folder) {
        // A folder that still holds something stays.
        if fs::remove_dir(empty).is_err() {
            break;
        }
    }
    Ok(())
}
