//! Two colleagues who save, merge and type without pause, until they are killed. Each accepted act is noted at once.

use std::fmt::Display;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_workspace::{Act, Change, Draft, Recovery, Remote, Workspace};

/// Names the folder that holds the workspaces `one` and `other`, the share and the log.
pub(crate) const FOLDER: &str = "YINGDA_KILL_FOLDER";
/// The file that is typed into.
pub(crate) const TYPED: &str = "entries/typed.md";
/// How many files a large act changes: more than go into single objects.
const LARGE: usize = 40;
const TYPING: Duration = Duration::from_millis(100);

pub(crate) fn act(message: impl Display) -> Act {
    Act {
        message: message.to_string(),
        by: "培训师甲".to_owned(),
        at: BeijingTime::wall(datetime!(2026-05-01 09:30:00)),
    }
}

/// Works until killed; returns at once when no folder is named.
pub(crate) fn until_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let log = Log::at(&folder);
    let one = Workspace::open(&folder.join("one")).expect("opens");
    let other = Workspace::open(&folder.join("other")).expect("opens");
    let recovery = one.recovery().expect("has a place");
    let typing = log.clone();
    thread::spawn(move || type_on(&recovery, &typing));
    let share = Remote::Folder(folder.join("share"));
    // Each process begins elsewhere, so that every kind of act is met by kills.
    for turn in std::process::id().. {
        match turn % 6 {
            0 => save(&one, "a", 1, &log),
            1 => save(&other, "b", 1, &log),
            2 => save(&one, "large", LARGE, &log),
            4 => sync(&other, &share, &log),
            _ => sync(&one, &share, &log),
        }
    }
}

fn sync(who: &Workspace, share: &Remote, log: &Log) {
    let synced = who.sync(share, &act("同步")).expect("syncs");
    assert_eq!(synced.conflicts, [], "they never change the same file");
    if let Some(merge) = synced.merged {
        log.note("saved", merge.id);
    }
    log.note("synced", synced.sent);
}

/// Changes so many files in one act.
fn save(who: &Workspace, name: &str, files: usize, log: &Log) {
    let number = log.next();
    let change = |file: usize| {
        let file = format!("entries/{name}-{file}.md");
        let before = who.text(&file).expect("reads");
        Change {
            file,
            before,
            after: Some(format!("{number}\n")),
        }
    };
    let changes: Vec<Change> = (0..files).map(change).collect();
    let version = who.save(&changes, &act(number)).expect("saves");
    log.note("saved", version.id);
}

fn type_on(recovery: &Recovery, log: &Log) {
    loop {
        let number = log.next();
        log.note("typed", number);
        let draft = Draft {
            file: TYPED.to_owned(),
            base: String::new(),
            text: number.to_string(),
            undo: String::new(),
            at: act("").at,
            by: act("").by,
        };
        recovery.keep(&draft).expect("keeps");
        log.note("kept", number);
        thread::sleep(TYPING);
    }
}

/// What was accepted, with the milliseconds since the start; what the system was handed survives a kill.
#[derive(Clone)]
struct Log {
    file: Arc<Mutex<(File, u64)>>,
    start: Instant,
}

impl Log {
    fn at(folder: &Path) -> Self {
        let file = OpenOptions::new().append(true).open(folder.join("log"));
        let file = file.expect("the log is there");
        // Numbers go on where the one killed before stopped.
        let first = file.metadata().expect("has a size").len() * 1000;
        Self {
            file: Arc::new(Mutex::new((file, first))),
            start: Instant::now(),
        }
    }

    fn next(&self) -> u64 {
        let mut log = self.file.lock().expect("nobody panicked");
        log.1 += 1;
        log.1
    }

    fn note(&self, what: &str, which: impl Display) {
        let line = format!("{what} {which} {}\n", self.start.elapsed().as_millis());
        let mut log = self.file.lock().expect("nobody panicked");
        log.0.write_all(line.as_bytes()).expect("the log takes it");
    }
}
