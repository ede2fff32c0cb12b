//! Whether anybody changed anything, cheaply enough to ask every second.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::act::VersionId;
use crate::fault::WorkspaceFault;
use crate::store::Store;
use crate::{Workspace, folder};

/// A value that differs once a file of the folder or the newest version was changed by anyone. Only comparing it says
/// something, and only within one run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// All files' marks added up, so that the order in which the system tells of them does not count.
    files: u64,
    tip: u64,
}

/// What some files add to the pulse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks(u64);

impl Pulse {
    /// The pulse after an act of our own: some files had marks `before` and have others now, and it became a version, if
    /// any.
    #[must_use]
    pub fn after(self, before: Marks, now: Marks, version: Option<&VersionId>) -> Self {
        Self {
            files: self.files.wrapping_sub(before.0).wrapping_add(now.0),
            tip: version.map_or(self.tip, |version| hash(&version.as_str())),
        }
    }
}

impl Workspace {
    /// Takes the pulse: names, sizes and times of the files, and the newest version. No file is read.
    ///
    /// # Errors
    /// The folder or the repository can't be read.
    pub fn pulse(&self) -> Result<Pulse, WorkspaceFault> {
        let mut files: u64 = 0;
        folder::each(self.folder(), &mut |file, about| {
            files = files.wrapping_add(mark(file, about));
        })?;
        let tip = Store::look(self.folder())?.tip()?.map(|tip| tip.id());
        let tip = tip.map(|tip| tip.to_string()).unwrap_or_default();
        Ok(Pulse {
            files,
            tip: hash(&tip.as_str()),
        })
    }

    /// What these files add to the pulse now.
    #[must_use]
    pub fn marks<'a>(&self, files: impl Iterator<Item = &'a str>) -> Marks {
        let seen = files.filter(|file| !folder::is_out_of_sight(file));
        let marks = seen.filter_map(|file| {
            let about = fs::symlink_metadata(self.folder().join(file)).ok()?;
            about.is_file().then(|| mark(file, &about))
        });
        Marks(marks.fold(0, u64::wrapping_add))
    }
}

fn mark(file: &str, about: &Metadata) -> u64 {
    hash(&(file, about.len(), about.modified().ok()))
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use crate::fixture::{act, change, fixture};

    #[test]
    fn the_pulse_changes_with_a_file_and_with_a_version_and_stays_without() {
        let fixture = fixture();
        let pulse = || fixture.workspace.pulse().unwrap();
        let first = pulse();
        assert_eq!(pulse(), first);
        fixture.write("b.md", "别的程序");
        let outside = pulse();
        assert_ne!(outside, first);
        fixture.save("words.txt", Some("挂失\n"), None).unwrap();
        assert_ne!(pulse(), outside);
    }

    #[test]
    fn the_pulse_after_an_act_of_ours_is_known_without_taking_it() {
        let fixture = fixture();
        let files = ["words.txt", "entries/new.md", ".gitignore"];
        let marks = || fixture.workspace.marks(files.into_iter());
        let (pulse, before) = (fixture.workspace.pulse().unwrap(), marks());
        let changes = [
            change("words.txt", Some("挂失\n"), None),
            change("entries/new.md", None, Some("新\n")),
            change(".gitignore", None, Some("*.bak\n")),
        ];
        let version = fixture.workspace.save(&changes, &act("修改")).unwrap();
        let after = pulse.after(before, marks(), Some(&version.id));
        assert_eq!(fixture.workspace.pulse().unwrap(), after);
        fixture.write("b.md", "别的程序");
        assert_ne!(fixture.workspace.pulse().unwrap(), after);
    }
}
