//! Versions as tools print them.

use std::fmt;

/// Major, minor and patch number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(u32, u32, u32);

impl Version {
    /// A version without a patch number.
    pub(crate) const fn new(major: u32, minor: u32) -> Self {
        Self(major, minor, 0)
    }

    /// Finds the first version in what a tool prints: `rustc 1.95.0 (5980…)`, `v20.20.2`, `1.97.0-nightly`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::read)
    }

    fn read(word: &str) -> Option<Self> {
        let word = word.strip_prefix('v').unwrap_or(word);
        // What follows a hyphen or a plus names a pre-release or a build.
        let numbers = word.split(['-', '+']).next()?;
        let mut parts = numbers.split('.').map(str::parse);
        let (major, minor) = (parts.next()?.ok()?, parts.next()?.ok()?);
        let patch = parts.next().unwrap_or(Ok(0)).ok()?;
        Some(Self(major, minor, patch))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(major, minor, patch) = self;
        write!(f, "{major}.{minor}.{patch}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_versions_are_found_in_what_they_print() {
        let printed = [
            ("rustc 1.95.0 (59807616e 2026-04-14)", Version(1, 95, 0)),
            (
                "rustc 1.97.0-nightly (0123abcde 2026-06-01)",
                Version(1, 97, 0),
            ),
            ("v20.20.2\n", Version(20, 20, 2)),
            ("11.19.1", Version(11, 19, 1)),
            ("tool 3.4", Version(3, 4, 0)),
        ];
        for (text, version) in printed {
            assert_eq!(Version::find(text), Some(version), "{text}");
        }
    }

    #[test]
    fn text_without_a_version_has_none() {
        for text in ["", "not found", "version one.two", "20"] {
            assert_eq!(Version::find(text), None, "{text}");
        }
    }

    #[test]
    fn versions_compare_by_number_not_by_letter() {
        assert!(Version::find("v20.9.0") < Some(Version::new(20, 19)));
        assert!(Version::find("v20.19.0") >= Some(Version::new(20, 19)));
        assert!(Version::find("1.100.0") > Some(Version::new(1, 90)));
    }
}
