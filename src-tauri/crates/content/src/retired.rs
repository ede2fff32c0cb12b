//! Ids that were given up: an id is never used again for something else.
//!
//! They stand in `retired-ids.txt` beside the entries, an id a line; `#` begins a comment. A file that claims one of them
//! is a listed problem and is left out.

use crate::entry::EntryId;
use crate::files;
use crate::lines;
use crate::problem::Problems;
use std::collections::BTreeSet;
use std::path::Path;

/// The file, relative to the library's folder.
pub const RETIRED_IDS: &str = "retired-ids.txt";

/// The ids that were given up. Lines that are no id are passed over: they can't be anybody's.
#[must_use]
pub fn retired_ids(root: &Path) -> BTreeSet<EntryId> {
    let mut unread = Problems::of(RETIRED_IDS);
    let text = files::read_if_there(root, RETIRED_IDS, &mut unread);
    let ids = lines::of(&text).filter_map(|(_, line)| EntryId::parse(line.trim()));
    ids.collect()
}

/// The file's text with one more id.
#[must_use]
pub fn with_retired_id(text: Option<&str>, id: &EntryId) -> String {
    let first = "# 停用的编号：改过名的条目用过它们，不再给别的条目用。\n";
    let text = text.filter(|text| !text.trim().is_empty()).unwrap_or(first);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{end}{id}\n")
}

#[cfg(test)]
mod tests {
    use super::{RETIRED_IDS, retired_ids, with_retired_id};
    use crate::entry::EntryId;
    use crate::fixture::{Folder, codes};

    #[test]
    fn an_id_that_was_given_up_is_refused_for_another_entry() {
        let text = with_retired_id(None, &EntryId::parse("card-lost").unwrap());
        let folder = Folder::new()
            .file(RETIRED_IDS, &text)
            .entry("card-lost", "", "")
            .entry("card-loss", "", "");
        let loaded = folder.load();
        assert_eq!(codes(&loaded.problems), ["0:id-retired"]);
        assert_eq!(loaded.library.len(), 1);
        assert_eq!(retired_ids(folder.path()).len(), 1);
    }

    #[test]
    fn ids_come_one_below_the_other_and_a_library_without_the_file_has_none() {
        let [a, b] = ["a", "b"].map(|id| EntryId::parse(id).unwrap());
        let text = with_retired_id(Some(&with_retired_id(None, &a)), &b);
        assert!(text.ends_with("\na\nb\n"));
        assert_eq!(with_retired_id(Some("a"), &b), "a\nb\n");
        assert!(retired_ids(Folder::new().path()).is_empty());
    }
}
