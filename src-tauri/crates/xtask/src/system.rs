//! Which system this is and what its user may do.

use std::io::IsTerminal;

use crate::project::Project;

/// A system, as far as packages and windows are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum System {
    /// Debian, Ubuntu and what is made from them.
    Debian,
    /// Fedora and what is made from it.
    Fedora,
    /// Arch and what is made from it.
    Arch,
    /// Another Linux, by the name it gives itself.
    OtherLinux(String),
    /// macOS.
    Mac,
    /// Windows.
    Windows,
}

impl System {
    /// Looks at the system this program runs on.
    pub(crate) fn find() -> Self {
        match std::env::consts::OS {
            "windows" => Self::Windows,
            "macos" => Self::Mac,
            _ => Self::from_os_release(
                &std::fs::read_to_string("/etc/os-release").unwrap_or_default(),
            ),
        }
    }

    /// Reads `/etc/os-release`.
    fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches(['"', '\''])
        };
        let family = format!("{} {}", value("ID"), value("ID_LIKE"));
        let known = family.split_whitespace().find_map(|id| match id {
            "debian" | "ubuntu" => Some(Self::Debian),
            "fedora" => Some(Self::Fedora),
            "arch" => Some(Self::Arch),
            _ => None,
        });
        known.unwrap_or_else(|| {
            let name = Some(value("NAME")).filter(|name| !name.is_empty());
            Self::OtherLinux(name.unwrap_or("this system").to_owned())
        })
    }

    /// Whether windows come from an X server or a Wayland compositor.
    pub(crate) const fn is_linux(&self) -> bool {
        !matches!(self, Self::Mac | Self::Windows)
    }

    /// Whether a test can drive the window. macOS and Windows draw it with another engine; Fedora and Arch build their
    /// one WebDriver for GTK 4's WebKit, and it can't click in a window of GTK 3's.
    pub(crate) const fn can_test_windows(&self) -> bool {
        matches!(self, Self::Debian | Self::OtherLinux(_))
    }
}

/// What the user may install.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Right {
    /// Is root.
    Root,
    /// May become root through sudo: without a password, or with one that can be typed.
    Sudo,
    /// Neither.
    None,
}

impl Right {
    /// Looks at what the user may do.
    pub(crate) fn find(project: &Project) -> Self {
        if project
            .call("id")
            .words("-u")
            .output()
            .is_some_and(|id| id.trim() == "0")
        {
            return Self::Root;
        }
        let free = project.call("sudo").words("-n true").output().is_some();
        let askable = || {
            std::io::stdin().is_terminal() && project.call("sudo").words("-V").output().is_some()
        };
        if free || askable() {
            Self::Sudo
        } else {
            Self::None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_known_by_its_own_or_its_parents_id() {
        let files = [
            ("ID=debian\nVERSION_ID=\"12\"", System::Debian),
            (
                "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"",
                System::Debian,
            ),
            ("ID=fedora", System::Fedora),
            (
                "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"",
                System::Fedora,
            ),
            ("ID=arch", System::Arch),
        ];
        for (text, system) in files {
            assert_eq!(System::from_os_release(text), system, "{text}");
        }
    }

    #[test]
    fn windows_are_tested_where_their_driver_works() {
        assert!(System::Debian.can_test_windows());
        for system in [System::Fedora, System::Arch, System::Mac, System::Windows] {
            assert!(!system.can_test_windows(), "{system}");
        }
    }

    #[test]
    fn an_unknown_system_keeps_its_name() {
        let text =
            "NAME=\"openSUSE Tumbleweed\"\nID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"";
        assert_eq!(
            System::from_os_release(text),
            System::OtherLinux("openSUSE Tumbleweed".to_owned())
        );
        assert_eq!(
            System::from_os_release(""),
            System::OtherLinux("this system".to_owned())
        );
    }
}
