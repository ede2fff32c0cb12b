//! Whether anybody changed anything, cheaply enough to ask every second.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::fault::WorkspaceFault;
use crate::store::Store;
use crate::{Workspace, folder};

/// A value that differs once a file of the folder or the newest version was changed by anyone. Only comparing it says
/// something, and only within one run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse(u64);

impl Workspace {
    /// Takes the pulse: names, sizes and times of the files, and the newest version. No file is read.
    ///
    /// # Errors
    /// The folder or the repository can't be read.
    pub fn pulse(&self) -> Result<Pulse, WorkspaceFault> {
        let mut hasher = DefaultHasher::new();
        for found in folder::files(self.folder())? {
            found.file.hash(&mut hasher);
            found.about.len().hash(&mut hasher);
            found.about.modified().ok().hash(&mut hasher);
        }
        let store = Store::look(self.folder())?;
        let tip = store.tip()?.map(|tip| tip.id());
        tip.as_ref().map(git2::Oid::as_bytes).hash(&mut hasher);
        Ok(Pulse(hasher.finish()))
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::fixture;

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
}
