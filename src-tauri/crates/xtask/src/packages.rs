//! What is done about missing packages: installed, or said.

use std::fmt;

use crate::need::Need;
use crate::system::{Right, System};

/// What to do about what is missing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Nothing is missing.
    Nothing,
    /// Make these calls, in this order.
    Install(Vec<Line>),
    /// Say this and stop.
    Advise(Advice),
}

/// A command line, word by word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line(pub(crate) Vec<&'static str>);

/// What a person has to do, since this program can't.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Advice {
    /// Type these lines.
    Type(Vec<Line>),
    /// Find packages for these: their names on this system are not known.
    Find {
        /// The system's name.
        system: String,
        /// What is missing.
        what: Vec<&'static str>,
    },
}

/// Decides from the system, what the user may do there, and what is missing.
pub(crate) fn decide(system: &System, right: Right, missing: &[&'static Need]) -> Decision {
    if missing.is_empty() {
        return Decision::Nothing;
    }
    let names = |name: fn(&Need) -> &'static str| missing.iter().map(move |need| name(need));
    let advise = |start, name| Decision::Advise(Advice::Type(vec![line(start, names(name))]));
    match (system, right) {
        (System::Debian, Right::Root) => Decision::Install(apt("", names(|need| need.debian))),
        (System::Debian, Right::Sudo) => Decision::Install(apt("sudo", names(|need| need.debian))),
        (System::Debian, Right::None) => {
            Decision::Advise(Advice::Type(apt("sudo", names(|need| need.debian))))
        }
        (System::Fedora, _) => advise("sudo dnf install", |need| need.fedora),
        (System::Arch, _) => advise("sudo pacman -S --needed", |need| need.arch),
        (System::Mac | System::Windows | System::OtherLinux(_), _) => {
            Decision::Advise(Advice::Find {
                system: system.to_string(),
                what: missing.iter().map(|need| need.what).collect(),
            })
        }
    }
}

fn apt(become_root: &'static str, names: impl Iterator<Item = &'static str>) -> Vec<Line> {
    let line = |rest: &'static str, names: Vec<&'static str>| {
        Line(
            become_root
                .split_whitespace()
                .chain(rest.split_whitespace())
                .chain(names)
                .collect(),
        )
    };
    let install = "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends";
    vec![
        line("apt-get update", vec![]),
        line(install, names.collect()),
    ]
}

fn line(start: &'static str, names: impl IntoIterator<Item = &'static str>) -> Line {
    Line(start.split_whitespace().chain(names).collect())
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(lines) => {
                write!(
                    f,
                    "Please install what is missing, then repeat the command:"
                )?;
                lines.iter().try_for_each(|line| write!(f, "\n  {line}"))
            }
            Self::Find { system, what } => {
                write!(
                    f,
                    "Please install these on {system}, then repeat the command:"
                )?;
                what.iter().try_for_each(|what| write!(f, "\n  {what}"))
            }
        }
    }
}

impl fmt::Display for System {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Debian => "Debian or Ubuntu",
            Self::Fedora => "Fedora",
            Self::Arch => "Arch",
            Self::OtherLinux(name) => name,
            Self::Mac => "macOS",
            Self::Windows => "Windows",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::need::needs;
    use crate::setup::Purpose;

    const WEBKIT: &str = "libwebkit2gtk-4.1-dev";
    const FONT: &str = "fonts-noto-cjk";

    fn missing(names: &[&str]) -> Vec<&'static Need> {
        needs(Purpose::WindowTests)
            .filter(|need| names.contains(&need.debian))
            .collect()
    }

    fn said_and_done(system: &System, right: Right, names: &[&str]) -> (Vec<String>, String) {
        match decide(system, right, &missing(names)) {
            Decision::Nothing => (vec![], String::new()),
            Decision::Install(lines) => (
                lines.iter().map(ToString::to_string).collect(),
                String::new(),
            ),
            Decision::Advise(advice) => (vec![], advice.to_string()),
        }
    }

    #[test]
    fn where_nothing_is_missing_nothing_is_done_or_said() {
        for system in [
            System::Debian,
            System::Fedora,
            System::Mac,
            System::OtherLinux("X".to_owned()),
        ] {
            for right in [Right::Root, Right::Sudo, Right::None] {
                assert_eq!(decide(&system, right, &[]), Decision::Nothing);
            }
        }
    }

    #[test]
    fn root_on_debian_installs_at_once() {
        let (done, said) = said_and_done(&System::Debian, Right::Root, &[WEBKIT, FONT]);
        let install = "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
                       libwebkit2gtk-4.1-dev fonts-noto-cjk";
        assert_eq!(done, ["apt-get update", install]);
        assert_eq!(said, "");
    }

    #[test]
    fn a_user_with_sudo_on_debian_installs_through_it() {
        let (done, said) = said_and_done(&System::Debian, Right::Sudo, &[FONT]);
        let install = "sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
                       fonts-noto-cjk";
        assert_eq!(done, ["sudo apt-get update", install]);
        assert_eq!(said, "");
    }

    #[test]
    fn a_user_without_rights_on_debian_is_told_the_same_lines() {
        let (done, said) = said_and_done(&System::Debian, Right::None, &[FONT]);
        assert!(done.is_empty());
        assert_eq!(
            said,
            "Please install what is missing, then repeat the command:\n  sudo apt-get update\n  sudo env \
             DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends fonts-noto-cjk"
        );
    }

    #[test]
    fn other_known_systems_are_told_their_own_line_whoever_asks() {
        for right in [Right::Root, Right::Sudo, Right::None] {
            let (done, said) = said_and_done(&System::Fedora, right, &[WEBKIT]);
            assert!(done.is_empty());
            assert!(
                said.ends_with("\n  sudo dnf install webkit2gtk4.1-devel"),
                "{said}"
            );
            let (done, said) = said_and_done(&System::Arch, right, &[WEBKIT, FONT]);
            assert!(done.is_empty());
            assert!(
                said.ends_with("\n  sudo pacman -S --needed webkit2gtk-4.1 noto-fonts-cjk"),
                "{said}"
            );
        }
    }

    #[test]
    fn an_unknown_system_is_told_what_is_missing() {
        let system = System::OtherLinux("openSUSE".to_owned());
        let (done, said) = said_and_done(&system, Right::Root, &[WEBKIT, FONT]);
        assert!(done.is_empty());
        assert_eq!(
            said,
            "Please install these on openSUSE, then repeat the command:\n  WebKitGTK 4.1, which draws the window\n  \
             a font with Chinese characters"
        );
    }
}
