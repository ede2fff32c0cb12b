//! Who last changed each line of a file.

use std::path::Path;

use git2::BlameOptions;

use crate::act::VersionId;
use crate::fault::WorkspaceFault;
use crate::store::{Store, blob_id};
use crate::{Workspace, folder};

/// A line and the version that it came with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOrigin {
    /// Counted from 1.
    pub line: usize,
    /// `None` when the line is not part of any version yet.
    pub version: Option<VersionId>,
}

impl Workspace {
    /// For each line of a file as it lies in the folder, the version it came with; [`Workspace::version`] says who and
    /// when. Empty when there is no such file.
    ///
    /// # Errors
    /// The file or the repository can't be read.
    pub fn lines(&self, file: &str) -> Result<Vec<LineOrigin>, WorkspaceFault> {
        let Some(bytes) = folder::bytes(self.folder(), file)? else {
            return Ok(Vec::new());
        };
        let count = bytes.split_inclusive(|byte| *byte == b'\n').count();
        let mut origins: Vec<LineOrigin> = (1..=count)
            .map(|line| LineOrigin {
                line,
                version: None,
            })
            .collect();
        let store = Store::look(self.folder())?;
        let committed = match store.tip()? {
            Some(tip) => blob_id(&tip.tree()?, file)?.is_some(),
            None => false,
        };
        if !committed {
            return Ok(origins);
        }
        let path = Path::new(file);
        let of_version = store
            .repo
            .blame_file(path, Some(&mut BlameOptions::new()))?;
        let blame = of_version.blame_buffer(&bytes)?;
        for hunk in blame.iter() {
            let id = hunk.final_commit_id();
            if id.is_zero() {
                continue;
            }
            let first = hunk.final_start_line().saturating_sub(1);
            for origin in origins.iter_mut().skip(first).take(hunk.lines_in_hunk()) {
                origin.version = Some(VersionId::of(id));
            }
        }
        Ok(origins)
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::fixture;

    #[test]
    fn each_line_names_the_version_it_came_with_and_unsaved_ones_name_none() {
        let fixture = fixture();
        let second = fixture
            .save("entries/a.md", Some("一\n"), Some("一\n二\n三\n"))
            .unwrap();
        let third = fixture
            .save("entries/a.md", Some("一\n二\n三\n"), Some("一\n二\n四\n"))
            .unwrap();
        fixture.write("entries/a.md", "一\n未保存\n二\n四\n");
        let first = fixture.workspace.history(None, 9).unwrap().pop().unwrap();
        let lines = fixture.workspace.lines("entries/a.md").unwrap();
        let versions: Vec<_> = lines.into_iter().map(|line| line.version).collect();
        assert_eq!(
            versions,
            [Some(first.id), None, Some(second.id), Some(third.id)]
        );
        assert_eq!(fixture.workspace.lines("none.md").unwrap(), []);
    }
}
