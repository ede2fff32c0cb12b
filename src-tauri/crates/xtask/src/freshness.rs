//! Whether something made is older than what it was made from.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Whether `product` is missing or older than `source`. A missing source is an error.
pub(crate) fn is_older(product: &Path, source: &Path) -> io::Result<bool> {
    is_older_than(product, fs::metadata(source)?.modified()?)
}

/// Whether `product` is missing or older than that moment.
pub(crate) fn is_older_than(product: &Path, moment: SystemTime) -> io::Result<bool> {
    match fs::metadata(product) {
        Ok(made) => Ok(made.modified()? < moment),
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(fault) => Err(fault),
    }
}

/// The latest change of any file below `folder`, and of any folder below it, so that a deleted file counts. What `skip`
/// says yes to is left out with all that is in it.
pub(crate) fn newest(folder: &Path, skip: &dyn Fn(&Path) -> bool) -> io::Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for found in fs::read_dir(folder)? {
        let found = found?;
        let path = found.path();
        if skip(&path) {
            continue;
        }
        let about = found.metadata()?;
        newest = newest.max(about.modified()?);
        if about.is_dir() {
            newest = newest.max(self::newest(&path, skip)?);
        }
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::path::PathBuf;
    use std::time::Duration;

    /// A folder of its own, gone with the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        /// A file that was changed at that second.
        fn file(&self, inside: &str, second: u64) -> PathBuf {
            let path = self.0.join(inside);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            File::create(&path)
                .unwrap()
                .set_modified(at(second))
                .unwrap();
            path
        }

        fn folder_changed(&self, inside: &str, second: u64) {
            File::open(self.0.join(inside))
                .unwrap()
                .set_modified(at(second))
                .unwrap();
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn at(second: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(second)
    }

    #[test]
    fn a_product_is_stale_when_missing_or_older_and_fresh_when_as_old() {
        let folder = Folder::new("product");
        let source = folder.file("source", 100);
        assert!(is_older(&folder.0.join("none"), &source).unwrap());
        assert!(is_older(&folder.file("old", 99), &source).unwrap());
        assert!(!is_older(&folder.file("same", 100), &source).unwrap());
        assert!(!is_older(&folder.file("new", 101), &source).unwrap());
    }

    #[test]
    fn a_missing_source_is_an_error() {
        let folder = Folder::new("source");
        assert!(is_older(&folder.file("product", 1), &folder.0.join("none")).is_err());
    }

    #[test]
    fn the_newest_change_is_found_at_any_depth_but_not_in_what_is_skipped() {
        let folder = Folder::new("newest");
        folder.file("a", 10);
        folder.file("deep/er/b", 30);
        folder.file("skipped/c", 50);
        for (inside, second) in [("deep/er", 20), ("deep", 20)] {
            folder.folder_changed(inside, second);
        }
        assert_eq!(
            newest(&folder.0, &|path| path.ends_with("skipped")).unwrap(),
            at(30)
        );
    }

    #[test]
    fn a_deleted_file_counts_as_a_change_of_its_folder() {
        let folder = Folder::new("deleted");
        folder.file("sources/a", 10);
        folder.folder_changed("sources", 40);
        assert_eq!(newest(&folder.0, &|_| false).unwrap(), at(40));
    }
}
