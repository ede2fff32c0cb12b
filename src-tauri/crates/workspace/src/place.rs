//! Names of files that may be used: the same on every system a colleague may have.

use std::path::{Path, PathBuf};

use crate::fault::{NameFault, WorkspaceFault};

/// Names that Windows keeps for devices, whatever follows behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The longest part of a name in bytes: what the common file systems take.
const LONGEST_PART: usize = 255;

/// Whether `file` may be the name of a file here.
pub(crate) fn check(file: &str) -> Result<(), WorkspaceFault> {
    let refuse = |why| {
        let file = file.to_owned();
        Err(WorkspaceFault::BadName { file, why })
    };
    if file.is_empty() {
        return refuse(NameFault::Empty);
    }
    if file.starts_with('/') || file.contains('\\') || file.contains(':') {
        return refuse(NameFault::NotRelative);
    }
    for part in file.split('/') {
        if let Some(why) = part_fault(part) {
            return refuse(why);
        }
    }
    Ok(())
}

fn part_fault(part: &str) -> Option<NameFault> {
    if part.is_empty() {
        return Some(NameFault::Empty);
    }
    if part == "." || part == ".." {
        return Some(NameFault::LeadsOut);
    }
    if part.len() > LONGEST_PART {
        return Some(NameFault::TooLong);
    }
    let is_odd = |c: char| c.is_control() || "<>\"|?*".contains(c);
    if part.chars().any(is_odd) || part.ends_with(['.', ' ']) {
        return Some(NameFault::OddCharacter);
    }
    let lower = part.to_lowercase();
    // `git~1` is how old Windows file systems spell `.git`; characters that can't be seen are left out by some.
    let seen: String = lower.chars().filter(|c| !is_unseen(*c)).collect();
    if seen == ".git" || seen.starts_with("git~") {
        return Some(NameFault::Reserved);
    }
    let stem = lower.split('.').next().unwrap_or_default().trim_end();
    is_device(stem).then_some(NameFault::Reserved)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_device(stem: &str) -> bool {
    let numbered = ["com", "lpt"].iter().any(|device| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        number.chars().count() == 1 && number.chars().all(|c| "0123456789¹²³".contains(c))
    });
    numbered || DEVICES.contains(&stem)
}

/// The absolute path of a folder, whether it is there or not.
pub(crate) fn absolute(folder: &Path) -> Result<PathBuf, WorkspaceFault> {
    std::path::absolute(folder).map_err(|error| WorkspaceFault::reading(folder, &error))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::fault::{NameFault, WorkspaceFault};

    #[test]
    fn names_of_entries_and_vocabulary_may_be_used() {
        for file in [
            "entries/card-loss.md",
            "条目/挂失.md",
            ".gitignore",
            "common/console.md",
            "a b.md",
        ] {
            assert_eq!(check(file), Ok(()), "{file}");
        }
    }

    #[test]
    fn names_that_lead_elsewhere_or_that_some_system_can_not_hold_are_refused() {
        let refused = [
            ("", NameFault::Empty),
            ("a//b", NameFault::Empty),
            ("a/", NameFault::Empty),
            ("../a", NameFault::LeadsOut),
            ("a/../../b", NameFault::LeadsOut),
            ("./a", NameFault::LeadsOut),
            ("/etc/passwd", NameFault::NotRelative),
            ("C:/a", NameFault::NotRelative),
            ("a\\b", NameFault::NotRelative),
            ("a.md:stream", NameFault::NotRelative),
            (".git/config", NameFault::Reserved),
            (".GIT/config", NameFault::Reserved),
            (".g\u{200c}it/config", NameFault::Reserved),
            ("a/.git", NameFault::Reserved),
            ("GIT~1/config", NameFault::Reserved),
            ("con", NameFault::Reserved),
            ("a/NUL.md", NameFault::Reserved),
            ("com1.md", NameFault::Reserved),
            ("lpt¹", NameFault::Reserved),
            ("a.", NameFault::OddCharacter),
            ("a /b", NameFault::OddCharacter),
            ("a\nb", NameFault::OddCharacter),
            ("a?b", NameFault::OddCharacter),
        ];
        for (name, why) in refused {
            let file = name.to_owned();
            assert_eq!(check(name), Err(WorkspaceFault::BadName { file, why }));
        }
        assert!(check(&"长".repeat(86)).is_err());
    }
}
