//! The program as it is shipped: no driver, no automation.

use std::process::{Command, Stdio};

use super::home::Home;
use super::library::Library;
use super::patience::answer;
use super::processes::{Group, network_sockets, program, sockets};

/// What the program finds around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Network {
    /// The machine's own.
    AsItIs,
    /// None at all, not even the machine itself.
    None,
}

/// A started program, gone with this value.
pub(crate) struct Program {
    processes: Group,
    _home: Home,
}

impl Program {
    /// Starts it over `library` for somebody who never started it.
    pub(crate) fn start(library: &Library, network: Network) -> Self {
        let home = Home::empty();
        let mut command = match network {
            Network::AsItIs => Command::new(program()),
            Network::None => {
                let mut apart = Command::new("unshare");
                apart.args(apart_from_the_network()).arg(program());
                apart
            }
        };
        command.arg("--knowledge").arg(library.path());
        Self {
            processes: Group::start(command, &home),
            _home: home,
        }
    }

    /// Starts it once more while it runs, with these words, and waits until the second has handed over.
    pub(crate) async fn start_again(home: &Home, words: &[&str]) {
        let mut second = tokio::process::Command::new(program());
        second
            .args(words)
            .envs(home.environment())
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let ended = answer("the second start ends", second.status()).await;
        assert!(ended.success(), "the second start hands over");
    }

    /// The network sockets that any of its processes holds.
    pub(crate) fn network_sockets(&self) -> Vec<String> {
        self.processes
            .ids()
            .into_iter()
            .flat_map(network_sockets)
            .collect()
    }

    /// How many sockets of any kind its processes hold: those of the desktop.
    pub(crate) fn all_sockets(&self) -> usize {
        self.processes
            .ids()
            .into_iter()
            .map(|id| sockets(id).len())
            .sum()
    }

    /// How many processes it consists of.
    pub(crate) fn processes(&self) -> usize {
        self.processes.ids().len()
    }
}

/// Whether this machine lets a test take the network away from a program.
pub(crate) fn can_lose_the_network() -> bool {
    works(&["--net"]) || works(&["--net", "--map-root-user"])
}

/// Root needs no user namespace; where others may not have one, neither way works.
fn apart_from_the_network() -> &'static [&'static str] {
    if works(&["--net"]) {
        &["--net", "--"]
    } else {
        &["--net", "--map-root-user", "--"]
    }
}

fn works(arguments: &[&str]) -> bool {
    let mut command = Command::new("unshare");
    let quiet = command
        .args(arguments)
        .arg("true")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
