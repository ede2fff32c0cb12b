//! What the system must have, how one sees that it has it, and which package brings it.

use std::path::Path;

use crate::project::Project;
use crate::setup::Purpose;

/// One thing the system must have.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Need {
    /// What it is, as said to a person.
    pub(crate) what: &'static str,
    probe: Probe,
    /// Its package on Debian and Ubuntu.
    pub(crate) debian: &'static str,
    /// Its package on Fedora.
    pub(crate) fedora: &'static str,
    /// Its package on Arch.
    pub(crate) arch: &'static str,
}

#[derive(Debug, PartialEq, Eq)]
enum Probe {
    Program(&'static str),
    PkgConfig(&'static str),
    ChineseFont,
}

/// What building and showing the window takes. The web view's development package brings GTK, libsoup and the rest of
/// what the window is compiled against, and the web view itself what it needs at run time.
const WINDOW: [Need; 4] = [
    Need {
        what: "a C compiler and linker",
        probe: Probe::Program("cc"),
        debian: "build-essential",
        fedora: "gcc",
        arch: "base-devel",
    },
    Need {
        what: "pkg-config",
        probe: Probe::Program("pkg-config"),
        debian: "pkg-config",
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
    },
    Need {
        what: "WebKitGTK 4.1, which draws the window",
        probe: Probe::PkgConfig("webkit2gtk-4.1"),
        debian: "libwebkit2gtk-4.1-dev",
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
    },
    Need {
        what: "a font with Chinese characters",
        probe: Probe::ChineseFont,
        debian: "fonts-noto-cjk",
        fedora: "google-noto-sans-cjk-fonts",
        arch: "noto-fonts-cjk",
    },
];

/// What the end-to-end tests take besides.
const WINDOW_TESTS: [Need; 7] = [
    program("WebKitWebDriver", "webkit2gtk-driver"),
    program("xvfb-run", "xvfb"),
    program("xauth", "xauth"),
    program("dbus-run-session", "dbus"),
    program("openbox", "openbox"),
    program("xdotool", "xdotool"),
    program("xclip", "xclip"),
];

/// Elsewhere than on Debian the program's own name has to do.
const fn program(name: &'static str, debian: &'static str) -> Need {
    Need {
        what: name,
        probe: Probe::Program(name),
        debian,
        fedora: name,
        arch: name,
    }
}

/// What a Linux system must have for a purpose.
pub(crate) fn needs(purpose: Purpose) -> impl Iterator<Item = &'static Need> {
    let tests: &[Need] = match purpose {
        Purpose::Window => &[],
        Purpose::WindowTests => &WINDOW_TESTS,
    };
    WINDOW.iter().chain(tests)
}

impl Need {
    /// Whether the system has it.
    pub(crate) fn is_met(&self, project: &Project) -> bool {
        match self.probe {
            Probe::Program(name) => is_program(name),
            Probe::PkgConfig(module) if is_program("pkg-config") => project
                .call("pkg-config")
                .word("--exists")
                .word(module)
                .output()
                .is_some(),
            Probe::ChineseFont if is_program("fc-list") => project
                .call("fc-list")
                .word(":lang=zh")
                .output()
                .is_some_and(|fonts| !fonts.trim().is_empty()),
            // The tool that would know is itself missing; on Debian the package list knows too.
            Probe::PkgConfig(_) | Probe::ChineseFont => {
                let status = project.call("dpkg").word("-s").word(self.debian).output();
                status.is_some_and(|status| status.contains("Status: install ok installed"))
            }
        }
    }
}

/// Whether the search path has a program.
pub(crate) fn is_program(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| Path::new(&folder).join(name).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_of_the_window_need_everything_the_window_needs() {
        let window = needs(Purpose::Window).collect::<Vec<_>>();
        let tests = needs(Purpose::WindowTests).collect::<Vec<_>>();
        assert!(window.iter().all(|need| tests.contains(need)));
        assert!(tests.len() > window.len());
    }

    #[test]
    fn no_package_is_asked_for_twice() {
        let mut names = needs(Purpose::WindowTests)
            .map(|need| need.debian)
            .collect::<Vec<_>>();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
