//! Syncing a workspace with colleagues, told in plain words: for the command line here, for the window in `window`.

use std::path::{Path, PathBuf};

use serde::Serialize;
use yingda_content::BeijingTime;
use yingda_content::problem::Language;
use yingda_workspace::{Act, Remote, Synced, Workspace, WorkspaceFault};

use crate::contract::Words;
pub use session::SyncSession;

mod session;
mod window;

/// The act of a sync, as the history shows it.
const MESSAGE: &str = "与同事同步";

/// What a sync did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SyncReport {
    /// The colleagues' acts that came, newest first: who and what.
    pub received: Vec<String>,
    /// How many of our acts went.
    pub sent: usize,
    /// Whether both sides had acts that the other had not.
    pub merged: bool,
    /// Files whose text is new to both sides and has to be approved again.
    pub in_review: Vec<String>,
    /// Files that a person has to decide; when there is any, nothing was changed and nothing sent.
    pub conflicts: Vec<String>,
}

/// Syncs a workspace with a shared folder, or, where this is built in, with a git server by its address.
///
/// # Errors
/// One text that says what, where and what to do.
pub fn sync(folder: &Path, remote: &str, by: &str, at: BeijingTime) -> Result<SyncReport, Words> {
    let act = Act {
        message: MESSAGE.to_owned(),
        by: by.to_owned(),
        at,
    };
    let workspace = Workspace::open(folder).map_err(|fault| words(&fault))?;
    let synced = workspace.sync(&meant(remote), &act);
    synced.map(report).map_err(|fault| words(&fault))
}

fn meant(remote: &str) -> Remote {
    #[cfg(feature = "server")]
    if is_address(remote) {
        return Remote::Server(remote.to_owned());
    }
    Remote::Folder(PathBuf::from(remote))
}

/// `ssh://…`, `https://…`, or `git@host:path`, which no folder is called.
#[cfg(feature = "server")]
fn is_address(remote: &str) -> bool {
    let host = remote.split(['/', '\\', ':']).next().unwrap_or_default();
    remote.contains("://") || (host.contains('@') && remote.contains(':'))
}

fn report(synced: Synced) -> SyncReport {
    let told = |version: yingda_workspace::Version| format!("{} {}", version.by, version.message);
    SyncReport {
        received: synced.received.into_iter().map(told).collect(),
        sent: synced.sent,
        merged: synced.merged.is_some(),
        in_review: synced.in_review,
        conflicts: synced.conflicts.into_iter().map(|one| one.file).collect(),
    }
}

fn words(fault: &WorkspaceFault) -> Words {
    let say = |language| (fault.what(language), fault.remedy(language));
    let ((zh, do_zh), (en, do_en)) = (say(Language::Chinese), say(Language::English));
    Words {
        zh: format!("{zh}{do_zh}"),
        en: format!("{en} {do_en}"),
    }
}

#[cfg(test)]
mod session_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod window_tests;
