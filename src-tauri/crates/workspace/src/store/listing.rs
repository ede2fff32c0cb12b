//! Git's index, changed where an act touched it.
//!
//! Reading and writing it through libgit2 makes an object of every file, which takes a quarter of a second at 100,000.
//! Here the records of other files are copied as they are. What is not plainly understood is left to libgit2.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use sha1::{Digest, Sha1};

use super::trees::Kept;
use crate::fault::WorkspaceFault;

const HEADER: usize = 12;
const CHECKSUM: usize = 20;
/// Where a record's flags stand; its name comes behind them.
const FLAGS: usize = 60;
const EXTENDED: u16 = 0x4000;
const STAGE: u16 = 0x3000;
const NAME_LENGTH: u16 = 0x0fff;

/// What becomes of files by their names; `None` takes one out.
pub(super) type Changes<'a> = BTreeMap<&'a [u8], Option<Kept>>;

/// Changes the index below git's folder. `false`: it is not there, or not plainly understood, and stays as it is.
pub(super) fn change(git: &Path, changes: &Changes<'_>) -> Result<bool, WorkspaceFault> {
    let (path, lock) = (git.join("index"), git.join("index.lock"));
    let mut file = match File::create_new(&lock) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let file = lock.display().to_string();
            return Err(WorkspaceFault::Locked { file });
        }
        Err(error) => return Err(WorkspaceFault::writing(&lock, &error)),
    };
    let changed = fs::read(&path).ok().and_then(|old| changed(&old, changes));
    let Some(changed) = changed else {
        drop(file);
        // Ours a moment ago; where it can't be removed the next writer says so.
        fs::remove_file(&lock).ok();
        return Ok(false);
    };
    let written = file.write_all(&changed);
    drop(file);
    // Not confirmed by the disk, as git itself does not: a damaged one is made anew.
    if let Err(error) = written.and_then(|()| fs::rename(&lock, &path)) {
        fs::remove_file(&lock).ok();
        return Err(WorkspaceFault::writing(&path, &error));
    }
    Ok(true)
}

/// The bytes of an index after some changes; `None` where these are not the bytes of a plain index.
fn changed(old: &[u8], changes: &Changes<'_>) -> Option<Vec<u8>> {
    let (version, count) = (number(old, 4)?, number(old, 8)?);
    if old.get(..4)? != b"DIRC" || !matches!(version, 2 | 3) {
        return None;
    }
    let mut new = Vec::with_capacity(old.len() + 128 * changes.len());
    new.extend_from_slice(old.get(..HEADER)?);
    let (mut left, mut at, mut copied) = (count, HEADER, HEADER);
    let mut changes = changes.iter().peekable();
    for _ in 0..count {
        let (name, end) = record(old, at)?;
        while let Some((file, kept)) = changes.next_if(|(file, _)| **file <= name) {
            new.extend_from_slice(old.get(copied..at)?);
            copied = at;
            if *file == name {
                copied = end;
                left -= 1;
            }
            left += put(&mut new, file, *kept);
        }
        at = end;
    }
    new.extend_from_slice(old.get(copied..at)?);
    for (file, kept) in changes {
        left += put(&mut new, file, *kept);
    }
    let end = old.len().checked_sub(CHECKSUM)?;
    are_notes(old.get(at..end)?)?;
    new.get_mut(8..HEADER)?.copy_from_slice(&left.to_be_bytes());
    let checksum = Sha1::digest(&new);
    new.extend_from_slice(&checksum);
    Some(new)
}

/// The name of the record that begins here, and where it ends.
fn record(old: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let flags = old.get(at + FLAGS..at + FLAGS + 2)?;
    let flags = u16::from_be_bytes(flags.try_into().ok()?);
    // A merge of another program is under way.
    if flags & STAGE != 0 {
        return None;
    }
    let from = at + FLAGS + if flags & EXTENDED == 0 { 2 } else { 4 };
    let length = match flags & NAME_LENGTH {
        // Longer ones end at their zero.
        NAME_LENGTH => old.get(from..)?.iter().position(|byte| *byte == 0)?,
        length => usize::from(length),
    };
    let name = old.get(from..from + length)?;
    // Up to the next multiple of eight there are zeros, one at least.
    let end = at + (from - at + length + 8) / 8 * 8;
    let zeros = old.get(from + length..end)?;
    (!name.is_empty() && zeros.iter().all(|byte| *byte == 0)).then_some((name, end))
}

/// Without times and size: the other program compares the file's content once and notes them itself. How many records
/// that made.
fn put(new: &mut Vec<u8>, file: &[u8], kept: Option<Kept>) -> u32 {
    let Some(Kept { id, mode }) = kept else {
        return 0;
    };
    let at = new.len();
    new.resize(at + 24, 0);
    new.extend_from_slice(&mode.to_be_bytes());
    new.resize(at + 40, 0);
    new.extend_from_slice(id.as_bytes());
    let length = u16::try_from(file.len()).map_or(NAME_LENGTH, |length| length.min(NAME_LENGTH));
    new.extend_from_slice(&length.to_be_bytes());
    new.extend_from_slice(file);
    let padded = at + (new.len() - at + 8) / 8 * 8;
    new.resize(padded, 0);
    1
}

/// Whether only notes follow the records: they are left out, since they may no longer be right. One that begins with a
/// small letter has to be understood.
fn are_notes(mut rest: &[u8]) -> Option<()> {
    while !rest.is_empty() {
        rest.first().filter(|first| first.is_ascii_uppercase())?;
        let length = usize::try_from(number(rest, 4)?).ok()?;
        rest = rest.get(8 + length..)?;
    }
    Some(())
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Changes, changed};
    use crate::store::trees::Kept;
    use git2::{Index, IndexEntry, IndexTime, Oid};
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::fs;

    const PLAIN: u32 = 0o100_644;

    fn id(number: u8) -> Oid {
        Oid::from_bytes(&[number; 20]).unwrap()
    }

    fn entry(file: &str, number: u8) -> IndexEntry {
        IndexEntry {
            ctime: IndexTime::new(0, 0),
            mtime: IndexTime::new(0, 0),
            dev: 0,
            ino: 0,
            mode: PLAIN,
            uid: 0,
            gid: 0,
            file_size: 0,
            id: id(number),
            flags: 0,
            flags_extended: 0,
            path: file.as_bytes().to_vec(),
        }
    }

    /// An index as libgit2 writes it.
    fn written(files: &BTreeMap<String, u8>) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("index");
        let mut index = Index::open(&path).unwrap();
        for (file, number) in files {
            index.add(&entry(file, *number)).unwrap();
        }
        index.write().unwrap();
        fs::read(path).unwrap()
    }

    fn asked<'a>(files: &'a BTreeMap<String, Option<u8>>) -> Changes<'a> {
        let kept = |number: &u8| Kept {
            id: id(*number),
            mode: PLAIN,
        };
        let one = |(file, to): (&'a String, &Option<u8>)| (file.as_bytes(), to.as_ref().map(kept));
        files.iter().map(one).collect()
    }

    fn names() -> impl Strategy<Value = String> {
        // No name is also a folder of another.
        prop_oneof![
            "[a-c]{1,3}/[条目a-b]{1,9}\\.md",
            "[d-f]{1,12}",
            "g{4090,4110}"
        ]
    }

    proptest! {
        #[test]
        fn the_changed_index_is_the_one_that_git_would_write(
            files in proptest::collection::btree_map(names(), 1_u8.., 0..20),
            more in proptest::collection::btree_map(names(), proptest::option::of(1_u8..), 0..9),
            touched in proptest::collection::vec((any::<prop::sample::Index>(), proptest::option::of(1_u8..)), 0..5),
        ) {
            let mut changes = more;
            for (which, to) in touched {
                if let Some(file) = files.keys().nth(which.index(files.len().max(1))) {
                    changes.insert(file.clone(), to);
                }
            }
            let mut after = files.clone();
            for (file, to) in &changes {
                match to {
                    Some(to) => after.insert(file.clone(), *to),
                    None => after.remove(file),
                };
            }
            prop_assert_eq!(changed(&written(&files), &asked(&changes)), Some(written(&after)));
        }
    }

    #[test]
    fn what_is_no_plain_index_is_left_alone() {
        let files = BTreeMap::from([("a.md".to_owned(), 1), ("b.md".to_owned(), 2)]);
        let whole = written(&files);
        let changes = BTreeMap::from([("a.md".to_owned(), Some(3))]);
        assert!(changed(&whole, &asked(&changes)).is_some());
        for end in 0..whole.len() {
            assert_eq!(
                changed(&whole[..end], &asked(&changes)),
                None,
                "{end} bytes"
            );
        }
        let mut packed = whole.clone();
        packed[7] = 4;
        assert_eq!(changed(&packed, &asked(&changes)), None, "another version");
        let mut merging = whole.clone();
        merging[12 + 60] |= 0x10;
        assert_eq!(changed(&merging, &asked(&changes)), None, "a merge");
        let mut zeros = whole;
        zeros[84..].fill(0);
        assert_eq!(changed(&zeros, &asked(&changes)), None, "lost by the disk");
    }
}
