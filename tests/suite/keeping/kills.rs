//! Killing at any moment, and looking at what is left.

use std::collections::BTreeSet;
use std::env;
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use yingda_workspace::{Version, Workspace, WorkspaceFault};

use super::working::{FOLDER, TYPED, act};

/// So many kills hit the same workspaces, then new ones are made: looking at all of a history takes longer and longer.
const ROUNDS: usize = 20;
/// From the start of the program to the kill, in milliseconds: some die while they open, some at work.
const LONGEST: u64 = 400;
/// A program that notes nothing for so long does not start.
const PATIENCE: Duration = Duration::from_secs(60);

/// What came of all kills.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) kills: usize,
    /// Acts that the killed programs had been told were saved.
    pub(crate) accepted: usize,
    /// Syncs that were told to be complete.
    pub(crate) synced: usize,
    /// Those acts that no history holds.
    pub(crate) lost: usize,
    /// What was not whole, in words.
    pub(crate) broken: Vec<String>,
    /// Between the last thing typed and the last thing kept, at most, in milliseconds.
    pub(crate) oldest_typing: u64,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "kills                     {}", self.kills)?;
        writeln!(f, "accepted acts             {}", self.accepted)?;
        writeln!(f, "complete syncs            {}", self.synced)?;
        writeln!(f, "accepted acts lost        {}", self.lost)?;
        writeln!(f, "broken                    {}", self.broken.len())?;
        for broken in &self.broken {
            writeln!(f, "    {broken}")?;
        }
        write!(f, "typing lost, at most      {} ms", self.oldest_typing)
    }
}

/// Starts this program again with these words and kills it, so many times.
pub(crate) fn kill(times: usize, words: &[&str]) -> Told {
    let mut told = Told::default();
    let mut random = 20_260_501_u64;
    let mut scene = Scene::new();
    for round in 0..times {
        if round > 0 && round % ROUNDS == 0 {
            scene = Scene::new();
        }
        // A small generator of our own: the same moments in every run, as far as the machine allows.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let time = Duration::from_millis((random >> 33) % LONGEST);
        if scene.work(words, time) == Ended::ByItself {
            told.broken
                .push("the program ended before it was killed".to_owned());
        }
        scene.look(&mut told);
        told.kills += 1;
    }
    told
}

/// How a program came to its end.
#[derive(Debug, PartialEq, Eq)]
enum Ended {
    Killed,
    /// It found something wrong.
    ByItself,
}

struct Scene {
    folder: TempDir,
    /// How much of the log was looked at.
    seen: usize,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir_all(path("library")).expect("a library");
        fs::create_dir_all(path("share")).expect("a share");
        fs::write(path("library").join("words.txt"), "挂失\n").expect("a file");
        fs::write(path("log"), "").expect("a log");
        for name in ["one", "other"] {
            Workspace::create(&path(name), &path("library"), &act("建立")).expect("a workspace");
        }
        Self { folder, seen: 0 }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).expect("the log")
    }

    /// Lets a program work from its first note on for so long.
    fn work(&self, words: &[&str], time: Duration) -> Ended {
        let mut child = Command::new(env::current_exe().expect("this program"))
            .args(words)
            .env(FOLDER, self.folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("starts");
        let start = Instant::now();
        while self.log().len() == self.seen && start.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(time);
        let ended = child.try_wait().expect("is asked").is_some();
        child.kill().expect("is killed");
        child.wait().expect("is gone");
        if ended {
            Ended::ByItself
        } else {
            Ended::Killed
        }
    }

    fn look(&mut self, told: &mut Told) {
        let log = self.log();
        let new: Vec<&str> = log.get(self.seen..).unwrap_or_default().lines().collect();
        self.seen = log.len();
        if new.is_empty() {
            told.broken.push("the program did not start".to_owned());
        }
        let mut held = BTreeSet::new();
        for name in ["one", "other"] {
            let folder = self.folder.path().join(name);
            match versions(&folder) {
                Ok(versions) => held.extend(versions),
                Err(why) => told.broken.push(format!("{name}: {why:?}")),
            }
            if let Err(why) = whole(&folder) {
                told.broken.push(format!("{name}: {why}"));
            }
        }
        let saved: Vec<&str> = noted(&new, "saved").map(|(what, _)| what).collect();
        told.accepted += saved.len();
        told.synced += noted(&new, "synced").count();
        told.lost += saved.iter().filter(|id| !held.contains(**id)).count();
        match self.typing_lost(&new) {
            Some(lost) => told.oldest_typing = told.oldest_typing.max(lost),
            None => told
                .broken
                .push("typing that was kept is not there".to_owned()),
        }
        // Another colleague would wait a minute for it; the test does not.
        fs::remove_file(self.folder.path().join("share/refs/heads/main.lock")).ok();
    }

    /// Milliseconds between what was typed last and what is kept of it; `None` when what was kept is not there.
    fn typing_lost(&self, new: &[&str]) -> Option<u64> {
        let Some((last, at)) = noted(new, "typed").last() else {
            return Some(0);
        };
        let one = Workspace::open(&self.folder.path().join("one")).ok()?;
        let drafts = one.recovery().ok()?.all().ok()?;
        let kept = drafts.drafts.iter().find(|draft| draft.file == TYPED);
        let kept = kept.map(|draft| draft.text.as_str());
        let promised = noted(new, "kept").last().map(|(what, _)| what);
        if !drafts.damaged.is_empty() || (promised.is_some() && kept.is_none()) {
            return None;
        }
        if kept == Some(last) {
            return Some(0);
        }
        let typed_at = noted(new, "typed").find(|(what, _)| Some(*what) == kept);
        match (typed_at, promised) {
            (Some((_, kept_at)), _) => Some(at - kept_at),
            // Killed before it kept anything in this run: what it lost is what it typed since its start.
            (None, None) => Some(at),
            (None, Some(_)) => None,
        }
    }
}

/// Notes of a kind: what, and when. The last line may be cut short.
fn noted<'a>(lines: &[&'a str], kind: &str) -> impl Iterator<Item = (&'a str, u64)> {
    lines.iter().filter_map(move |line| {
        let mut words = line.split(' ');
        let is_kind = words.next() == Some(kind);
        let (what, at) = (words.next()?, words.next()?);
        is_kind.then_some((what, at.parse().ok()?))
    })
}

/// The names of all versions of a workspace, opened after a kill.
fn versions(folder: &Path) -> Result<Vec<String>, WorkspaceFault> {
    let versions = Workspace::open(folder)?.history(None, usize::MAX)?;
    let name = |version: &Version| version.id.to_string();
    Ok(versions.iter().map(name).collect())
}

/// Opens a workspace after a kill and looks at all of it.
fn whole(folder: &Path) -> Result<(), String> {
    let said = |fault: WorkspaceFault| format!("{fault:?}");
    let workspace = Workspace::open(folder).map_err(said)?;
    workspace.check().map_err(said)?;
    let outside = workspace.outside().map_err(said)?;
    if !outside.is_empty() {
        return Err(format!("files differ from the history: {outside:?}"));
    }
    let locks = locks(&folder.join(".git"));
    if !locks.is_empty() {
        return Err(format!("locks are left: {locks:?}"));
    }
    Ok(())
}

fn locks(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "lock") {
                found.push(path.display().to_string());
            }
        }
    }
    found
}
