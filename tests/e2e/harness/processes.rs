//! Processes started together, ended together, and looked at.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::home::Home;

/// The program under test: beside this test, or the one that `YINGDA_APP` names.
pub(crate) fn program() -> PathBuf {
    let here = std::env::current_exe().expect("this test's own path");
    let beside = here
        .ancestors()
        .nth(2)
        .expect("target/debug")
        .join("yingda");
    let program = std::env::var_os("YINGDA_APP").map_or(beside, PathBuf::from);
    assert!(
        program.is_file(),
        "{} is not built: start the tests with cargo xtask e2e",
        program.display()
    );
    program
}

/// A process with all that it starts. All of them are gone when this value is.
pub(crate) struct Group {
    first: Child,
    id: Pid,
    log: PathBuf,
}

impl Group {
    /// Starts a command in a group of its own, on this test's screen, with the folders of `home`.
    pub(crate) fn start(mut command: Command, home: &Home) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "there is no screen: start the tests with cargo xtask e2e"
        );
        let log = home.log();
        let file = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&log)
            .expect("a log");
        let first = command
            .process_group(0)
            .envs(home.environment())
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(file.try_clone().expect("a log"))
            .stderr(file)
            .spawn()
            .unwrap_or_else(|fault| panic!("{command:?}: {fault}"));
        let id = Pid::from_child(&first);
        Self { first, id, log }
    }

    /// The numbers of all its processes.
    pub(crate) fn ids(&self) -> BTreeSet<u32> {
        let mut ids = BTreeSet::from([self.first.id()]);
        loop {
            let children = all()
                .into_iter()
                .filter(|(id, parent)| ids.contains(parent) && !ids.contains(id));
            let children = children.map(|(id, _)| id).collect::<Vec<_>>();
            if children.is_empty() {
                return ids;
            }
            ids.extend(children);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if thread::panicking() {
            let log = fs::read_to_string(&self.log).unwrap_or_default();
            println!("── what the program said\n{log}──");
        }
        let ids = self.ids();
        // A failure here means that all of them are gone already.
        let _gone = kill_process_group(self.id, Signal::KILL);
        drop(self.first.wait());
        // The next start must find the clipboard, the session bus and the folders free.
        let end = Instant::now() + Duration::from_secs(5);
        while ids
            .iter()
            .any(|&id| Process::read(id).is_some_and(|process| process.lives))
            && Instant::now() < end
        {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

/// What the system says of a process.
struct Process {
    parent: u32,
    /// One that ended stays listed until somebody asks how.
    lives: bool,
}

impl Process {
    fn read(id: u32) -> Option<Self> {
        let about = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name in brackets may hold anything, brackets too.
        let (_, rest) = about.rsplit_once(") ")?;
        let mut rest = rest.split(' ');
        let lives = !["Z", "X"].contains(&rest.next()?);
        Some(Self {
            parent: rest.next()?.parse().ok()?,
            lives,
        })
    }
}

/// Every process of this machine with its parent.
fn all() -> Vec<(u32, u32)> {
    let folders = fs::read_dir("/proc").expect("/proc").filter_map(Result::ok);
    let number = |folder: fs::DirEntry| folder.file_name().to_str()?.parse::<u32>().ok();
    let with_parent = |id| Some((id, Process::read(id)?.parent));
    folders.filter_map(number).filter_map(with_parent).collect()
}

/// The network sockets that a process holds, each as its line in `/proc`.
pub(crate) fn network_sockets(id: u32) -> Vec<String> {
    let own = sockets(id);
    let tables = [
        "tcp", "tcp6", "udp", "udp6", "raw", "raw6", "udplite", "udplite6",
    ];
    let lines = tables.iter().flat_map(|table| {
        let text = fs::read_to_string(format!("/proc/{id}/net/{table}")).unwrap_or_default();
        text.lines()
            .skip(1)
            .map(|line| format!("{table} {}", line.trim()))
            .collect::<Vec<_>>()
    });
    let inode = |line: &str| {
        line.split_whitespace()
            .nth(10)
            .and_then(|inode| inode.parse::<u64>().ok())
    };
    lines
        .filter(|line| inode(line).is_some_and(|inode| own.contains(&inode)))
        .collect()
}

/// The inodes of all sockets that a process holds, those of the desktop too.
pub(crate) fn sockets(id: u32) -> BTreeSet<u64> {
    let Ok(open) = fs::read_dir(format!("/proc/{id}/fd")) else {
        return BTreeSet::new();
    };
    let target = |entry: fs::DirEntry| fs::read_link(entry.path()).ok();
    let inode = |target: PathBuf| {
        target
            .to_str()?
            .strip_prefix("socket:[")?
            .strip_suffix(']')?
            .parse()
            .ok()
    };
    open.filter_map(Result::ok)
        .filter_map(target)
        .filter_map(inode)
        .collect()
}
