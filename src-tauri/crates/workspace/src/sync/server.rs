//! A git server, reached by the system's own git program: the bank's keys, agents and certificates apply.

use std::path::PathBuf;
use std::process::{Command, Output};

use git2::Oid;

use crate::fault::{SyncFault, WorkspaceFault};
use crate::store::Store;

/// Where the fetched branch is noted.
const FETCHED: &str = "refs/yingda/server";
/// Ways that may be gone; `ext` would run any program.
const PROTOCOLS: &str = "ssh:https:http:git:file";

/// A server's repository and the branch that is met there.
#[derive(Debug)]
pub(super) struct Server {
    address: String,
    branch: String,
    folder: PathBuf,
}

impl Server {
    /// Nothing is asked yet.
    pub(super) fn at(address: &str, store: &Store) -> Result<Self, WorkspaceFault> {
        let is_address = address.contains("://") || address.contains('@');
        let is_odd = |c: char| c.is_whitespace() || c.is_control();
        if !is_address || address.starts_with('-') || address.contains(is_odd) {
            let address = without_secret(address);
            return Err(SyncFault::BadAddress { address }.into());
        }
        Ok(Self {
            address: address.to_owned(),
            branch: store.branch()?,
            folder: store.folder.clone(),
        })
    }

    pub(super) fn name(&self) -> String {
        without_secret(&self.address)
    }

    pub(super) fn fetch(&self, store: &Store) -> Result<Option<Oid>, WorkspaceFault> {
        let listed = self.git(&["ls-remote", "--", &self.address, &self.branch])?;
        let listed = self.succeeded(&listed)?;
        let name = format!("\t{}", self.branch);
        if !listed.lines().any(|line| line.ends_with(&name)) {
            return Ok(None);
        }
        let what = format!("+{}:{FETCHED}", self.branch);
        let fetched = [
            "fetch",
            "--no-tags",
            "--no-write-fetch-head",
            "--",
            &self.address,
            &what,
        ];
        self.succeeded(&self.git(&fetched)?)?;
        store.repo.odb()?.refresh()?;
        Ok(Some(store.repo.refname_to_id(FETCHED)?))
    }

    pub(super) fn send(&self, tip: Oid) -> Result<bool, WorkspaceFault> {
        let what = format!("{tip}:{}", self.branch);
        let done = self.git(&[
            "push",
            "--porcelain",
            "--no-verify",
            "--",
            &self.address,
            &what,
        ])?;
        let said = String::from_utf8_lossy(&done.stdout);
        let is_rejected = |line: &str| line.starts_with("!\t");
        let moved_on = [
            "(fetch first)",
            "(non-fast-forward)",
            "(incorrect old value",
        ];
        let faster = said
            .lines()
            .filter(|line| is_rejected(line))
            .any(|line| moved_on.iter().any(|why| line.contains(why)));
        if faster {
            return Ok(false);
        }
        self.succeeded(&done)?;
        Ok(true)
    }

    fn git(&self, words: &[&str]) -> Result<Output, WorkspaceFault> {
        Command::new("git")
            .arg("-C")
            .arg(&self.folder)
            .args(["-c", "gc.auto=0", "-c", "maintenance.auto=false"])
            .args(words)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_ALLOW_PROTOCOL", PROTOCOLS)
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .output()
            .map_err(|error| {
                let why = error.to_string();
                SyncFault::NoGit { why }.into()
            })
    }

    /// What git printed; or the last thing that it complained about.
    fn succeeded(&self, done: &Output) -> Result<String, WorkspaceFault> {
        if done.status.success() {
            return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        let telling = [
            "fatal:",
            "error:",
            "remote:",
            "ERROR",
            "Permission",
            "ssh:",
            "Host key",
        ];
        let is_telling = |line: &&str| telling.iter().any(|start| line.starts_with(start));
        let line = said.lines().find(is_telling).or(said.lines().last());
        let why = line
            .unwrap_or_default()
            .replace(&self.address, &self.name());
        Err(refusal(&said, why).into())
    }
}

/// What stands in the way, by words that git, curl and ssh have used for many years. Git speaks English here.
fn refusal(said: &str, why: String) -> SyncFault {
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if says(&["certificate", "Host key verification failed"]) {
        SyncFault::Untrusted { why }
    } else if says(&[
        "Authentication failed",
        "could not read Username",
        "could not read Password",
        "Permission denied (",
        "error: 401",
        "error: 403",
    ]) {
        SyncFault::LoginRefused { why }
    } else if says(&[
        "Could not resolve",
        "Failed to connect",
        "Couldn't connect",
        "Connection refused",
        "Connection timed out",
        "Network is unreachable",
        "No route to host",
        "Operation timed out",
    ]) {
        SyncFault::Unreachable { why }
    } else if says(&["' not found", "does not appear to be a git repository"]) {
        SyncFault::NoRepository { why }
    } else {
        SyncFault::Refused { why }
    }
}

/// An address without the name and password that may stand in it.
fn without_secret(address: &str) -> String {
    let Some((protocol, rest)) = address.split_once("://") else {
        return address.to_owned();
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    match host.rsplit_once('@') {
        Some((secret, host)) if secret.contains(':') => format!("{protocol}://{host}/{path}"),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{refusal, without_secret};

    #[test]
    fn what_stands_in_the_way_of_a_server_is_told_apart() {
        let said = [
            (
                "fatal: Authentication failed for 'https://git.bank/x/'",
                "login-refused",
            ),
            (
                "fatal: could not read Username for 'https://git.bank': terminal prompts disabled",
                "login-refused",
            ),
            (
                "git@git.bank: Permission denied (publickey).",
                "login-refused",
            ),
            (
                "fatal: unable to access 'https://git.bank/x/': server certificate verification failed. CAfile: none",
                "server-untrusted",
            ),
            (
                "fatal: unable to access 'https://git.bank/x/': SSL certificate problem: self-signed certificate",
                "server-untrusted",
            ),
            ("Host key verification failed.", "server-untrusted"),
            (
                "fatal: unable to access 'https://git.bank/x/': Could not resolve host: git.bank",
                "server-unreachable",
            ),
            (
                "fatal: unable to access 'https://git.bank:9/x/': Failed to connect to git.bank port 9 after 0 ms",
                "server-unreachable",
            ),
            (
                "ssh: connect to host git.bank port 22: Connection refused",
                "server-unreachable",
            ),
            (
                "fatal: repository 'https://git.bank/x/' not found",
                "no-repository",
            ),
            ("error: remote unpack failed", "server-refused"),
        ];
        for (said, code) in said {
            assert_eq!(refusal(said, said.to_owned()).code(), code, "{said}");
        }
    }

    #[test]
    fn a_password_in_an_address_is_not_shown() {
        assert_eq!(
            without_secret("https://a:b@git.bank/x"),
            "https://git.bank/x"
        );
        assert_eq!(
            without_secret("ssh://git@git.bank/x"),
            "ssh://git@git.bank/x"
        );
        assert_eq!(without_secret("git@git.bank:x"), "git@git.bank:x");
    }
}
