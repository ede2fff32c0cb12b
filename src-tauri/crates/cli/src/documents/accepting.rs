//! `yingda-cli measure-accepting FILE`: the window's way of accepting all drafts of a file, in a process of its own.

use crate::{print, start};
use serde::Serialize;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;
use yingda_app::contract::{AppError, ImportRequest, OpenWorkspace};
use yingda_app::importing::ImportSession;
use yingda_app::scale::peak_bytes;
use yingda_app::{Desk, Places, Training};

/// What the new workspace is made of: a library needs an entry.
const ENTRY: &str =
    "---\nid: first\nkind: faq\ntitle: 开头\nstatus: draft\n---\n## 可直接说\n您好。\n";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    made: u32,
    /// From accepting until all of them are found at the desk.
    seconds: f64,
    peak_bytes: Option<u64>,
}

/// Reads the file and accepts all its drafts as one version of a new workspace.
pub(crate) fn run(file: &Path) -> io::Result<ExitCode> {
    let folder = tempfile::tempdir()?;
    let training = opened(folder.path())?;
    let session = ImportSession::default();
    let request = ImportRequest {
        file: file.display().to_string(),
        without: Vec::new(),
        kind: None,
        sheet: None,
        columns: None,
    };
    let read = session.read(&training, &request).map_err(|e| told(&e))?;
    if let Some(fault) = read.fault {
        return Err(io::Error::other(fault.en));
    }
    let started = Instant::now();
    let done = session.accept(&training, &[], start::now());
    let seconds = started.elapsed().as_secs_f64();
    let done = done.map_err(|error| told(&error))?;
    print::json(&Report {
        made: done.made,
        seconds,
        peak_bytes: peak_bytes(),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A window's desk, on a workspace of one entry.
fn opened(folder: &Path) -> io::Result<Training> {
    let knowledge: PathBuf = folder.join("knowledge");
    fs::create_dir_all(knowledge.join("entries"))?;
    fs::write(knowledge.join("entries/first.md"), ENTRY)?;
    let desk = Arc::new(Desk::new(Places {
        knowledge: knowledge.clone(),
        index: Some(folder.join("index")),
        settings: folder.join("settings"),
        model: None,
    }));
    desk.load(&|_| ());
    let training = Training::new(desk, knowledge, Arc::new(|_| ()));
    let workspace = OpenWorkspace {
        folder: folder.join("workspace").display().to_string(),
        person: start::person(),
        create: true,
    };
    let open = training.open_workspace(&workspace, start::now());
    open.map_err(|error| told(&error))?;
    Ok(training)
}

fn told(error: &AppError) -> io::Error {
    io::Error::other(format!("{:?} {}", error.code, error.detail))
}
