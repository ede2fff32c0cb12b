//! Finding and reading the files of a library, whatever state they are in.

use crate::fault::FileFault;
use crate::problem::{Problem, Problems};
use encoding_rs::GB18030;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read: 1 MiB. An entry is a page or two; what is larger is not one.
pub const LARGEST_FILE: u64 = 1024 * 1024;

/// A file that was found: its name relative to the library's folder with `/`, and where it really is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) name: String,
    /// Symbolic links resolved; always inside the library's folder.
    pub(crate) path: PathBuf,
}

/// A file or folder with its place in the library and its own resolved path.
struct Walk {
    root: PathBuf,
    seen: BTreeSet<PathBuf>,
    files: Vec<Found>,
    problems: Vec<Problem>,
}

/// All files below `root/folder` whose name `is_wanted`, in the order of their names. Hidden files and folders are
/// passed over. A symbolic link is followed inside the library's folder; a file that is reached twice counts once.
pub(crate) fn find(
    root: &Path,
    folder: &str,
    is_wanted: fn(&str) -> bool,
) -> (Vec<Found>, Vec<Problem>) {
    let mut walk = Walk {
        root: PathBuf::new(),
        seen: BTreeSet::new(),
        files: Vec::new(),
        problems: Vec::new(),
    };
    match fs::canonicalize(root) {
        Ok(real) => walk.root = real,
        Err(error) => walk.refuse("", error_fault(&error, FileFault::RootMissing)),
    }
    if walk.problems.is_empty() {
        walk.folders(root.join(folder), folder, is_wanted);
    }
    walk.files.sort_by(|one, other| one.name.cmp(&other.name));
    let mut paths = BTreeSet::new();
    walk.files.retain(|file| paths.insert(file.path.clone()));
    (walk.files, walk.problems)
}

impl Walk {
    fn refuse(&mut self, name: &str, fault: FileFault) {
        let mut problems = Problems::of(name);
        problems.whole(fault);
        self.problems.extend(problems.in_order());
    }

    /// The path with symbolic links resolved, if it lies inside the library's folder.
    fn resolve(&mut self, path: &Path, name: &str) -> Option<PathBuf> {
        match fs::canonicalize(path) {
            Ok(real) if real.starts_with(&self.root) => return Some(real),
            Ok(_) => self.refuse(name, FileFault::LeadsOut),
            Err(error) => self.refuse(name, unreadable(&error)),
        }
        None
    }

    fn folders(&mut self, first: PathBuf, name: &str, is_wanted: fn(&str) -> bool) {
        if !first.is_dir() {
            self.refuse(name, FileFault::EntriesMissing);
            return;
        }
        let mut open = vec![(first, name.to_owned())];
        while let Some((path, name)) = open.pop() {
            // A folder seen before is a loop of symbolic links, or a second way to the same files.
            let Some(real) = self.resolve(&path, &name) else {
                continue;
            };
            if !self.seen.insert(real.clone()) {
                continue;
            }
            match names_in(&real) {
                Ok(children) => {
                    for child in children.iter().filter(|child| !child.starts_with('.')) {
                        self.child(&real, &name, child, is_wanted, &mut open);
                    }
                }
                Err(error) => self.refuse(&name, unreadable(&error)),
            }
        }
    }

    fn child(
        &mut self,
        folder: &Path,
        folder_name: &str,
        child: &str,
        is_wanted: fn(&str) -> bool,
        open: &mut Vec<(PathBuf, String)>,
    ) {
        let path = folder.join(child);
        let name = format!("{folder_name}/{child}");
        if path.is_dir() {
            open.push((path, name));
        } else if is_wanted(child)
            && let Some(path) = self.resolve(&path, &name)
        {
            self.files.push(Found { name, path });
        }
    }
}

fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// The text of one file of a library; empty when it is not there. Faults are noted.
pub(crate) fn read_if_there(root: &Path, name: &str, problems: &mut Problems) -> String {
    let path = root.join(name);
    if fs::symlink_metadata(&path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return String::new();
    }
    let inside = match (fs::canonicalize(root), fs::canonicalize(&path)) {
        (Ok(root), Ok(path)) if path.starts_with(&root) => read(&path),
        (Ok(_), Ok(_)) => Err(FileFault::LeadsOut),
        (Err(error), _) | (_, Err(error)) => Err(unreadable(&error)),
    };
    inside.unwrap_or_else(|fault| {
        problems.whole(fault);
        String::new()
    })
}

/// Reads a text file.
///
/// # Errors
/// The fault that keeps it from being read: not there or not allowed, no file at all, too large, not UTF-8.
pub(crate) fn read(path: &Path) -> Result<String, FileFault> {
    let about = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !about.is_file() {
        // A named pipe would be waited for without end.
        return Err(FileFault::Unreadable {
            why: "not a file".to_owned(),
        });
    }
    if about.len() > LARGEST_FILE {
        return Err(FileFault::TooLarge { bytes: about.len() });
    }
    let file = fs::File::open(path).map_err(|error| unreadable(&error))?;
    let mut bytes = Vec::new();
    // It may have grown since it was measured.
    let length = file
        .take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if u64::try_from(length).is_ok_and(|length| length > LARGEST_FILE) {
        return Err(FileFault::TooLarge {
            bytes: LARGEST_FILE + 1,
        });
    }
    decode(bytes)
}

/// Reads bytes as UTF-8.
///
/// # Errors
/// [`FileFault::NotUtf8`], saying whether they read as GB18030.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, FileFault> {
    String::from_utf8(bytes).map_err(|error| {
        let gb18030 = GB18030
            .decode_without_bom_handling_and_without_replacement(error.as_bytes())
            .is_some();
        FileFault::NotUtf8 { gb18030 }
    })
}

fn unreadable(error: &io::Error) -> FileFault {
    FileFault::Unreadable {
        why: error.kind().to_string(),
    }
}

fn error_fault(error: &io::Error, missing: FileFault) -> FileFault {
    if error.kind() == io::ErrorKind::NotFound {
        missing
    } else {
        unreadable(error)
    }
}
