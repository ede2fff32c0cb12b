//! Files into a folder without a window, everything accepted: one version where the folder is a workspace, plain files
//! elsewhere.

use super::{Present, changes, propose};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use yingda_content::{BeijingTime, Entry, load};
use yingda_exchange::course::Watch;
use yingda_exchange::{Choices, ExchangeFault, Imported, read};
use yingda_workspace::{Act, Change, Workspace, WorkspaceFault};

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// The file as it was named.
    pub file: PathBuf,
    /// What was read, or why nothing was.
    pub read: Result<Imported, ExchangeFault>,
    /// Ids of new entries.
    pub made: Vec<String>,
    /// Ids of entries that were changed.
    pub changed: Vec<String>,
    /// Drafts that brought nothing new.
    pub skipped: usize,
    /// Entries that could not be changed, each with a sentence in both languages.
    pub refused: Vec<(String, [String; 2])>,
}

/// What became of all files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// In the order they were named.
    pub files: Vec<FileReport>,
    /// The version that was saved, where the folder is a workspace and anything changed.
    pub version: Option<String>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum ImportFault {
    /// The workspace refused.
    Workspace(WorkspaceFault),
    /// The system refused to write; what was written before was taken back.
    Unwritable {
        /// The file.
        file: PathBuf,
        /// The system's own words.
        why: io::Error,
    },
}

impl ImportFault {
    /// What is wrong and what to do, in Chinese and English.
    #[must_use]
    pub fn sentences(&self) -> [String; 2] {
        use yingda_content::Language;
        match self {
            Self::Workspace(fault) => [Language::Chinese, Language::English]
                .map(|language| format!("{} {}", fault.what(language), fault.remedy(language))),
            Self::Unwritable { file, why } => {
                let file = file.display();
                [
                    format!("{file} 写不进去：{why}。什么都没有留下；请检查写入权限和磁盘空间。"),
                    format!(
                        "{file} can't be written: {why}. Nothing was left behind; check permissions and free space."
                    ),
                ]
            }
        }
    }
}

/// Imports files into a folder. A file that can't be read is reported and hides no other.
///
/// # Errors
/// [`ImportFault`]; nothing was written then.
pub fn import_into(
    folder: &Path,
    files: &[PathBuf],
    choices: &Choices,
    now: BeijingTime,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, ImportFault> {
    let workspace = match folder.join(".git").exists() {
        true => Some(Workspace::open(folder).map_err(ImportFault::Workspace)?),
        false => None,
    };
    let library = load(folder).library;
    let mut all: BTreeMap<String, Change> = BTreeMap::new();
    let mut reports = Vec::new();
    // What one file made is there for the next: its ids are taken, its texts are near.
    let mut entries: Vec<Entry> = library
        .entries()
        .iter()
        .map(|entry| entry.as_ref().clone())
        .collect();
    for file in files {
        let report = one(folder, file, choices, &mut entries, &mut all, watch);
        reports.push(report);
    }
    let changes: Vec<Change> = all.into_values().collect();
    let mut version = None;
    if !changes.is_empty() {
        match workspace {
            Some(workspace) => {
                let act = Act {
                    message: act_of(&reports),
                    by: "yingda-cli".to_owned(),
                    at: now,
                };
                let saved = workspace
                    .save(&changes, &act)
                    .map_err(ImportFault::Workspace)?;
                version = Some(saved.id.as_str().to_owned());
            }
            None => write(folder, &changes)?,
        }
    }
    Ok(ImportReport {
        files: reports,
        version,
    })
}

fn one(
    folder: &Path,
    file: &Path,
    choices: &Choices,
    entries: &mut Vec<Entry>,
    all: &mut BTreeMap<String, Change>,
    watch: &mut Watch<'_>,
) -> FileReport {
    let mut report = FileReport {
        file: file.to_owned(),
        read: Err(ExchangeFault::Empty),
        made: Vec::new(),
        changed: Vec::new(),
        skipped: 0,
        refused: Vec::new(),
    };
    let imported = match read(file, choices, watch) {
        Ok(imported) => imported,
        Err(fault) => {
            report.read = Err(fault);
            return report;
        }
    };
    let proposals = propose(imported.drafts.clone(), entries.iter());
    let text = |name: &str| match all.get(name) {
        Some(change) => change.after.clone(),
        None => fs::read_to_string(folder.join(name)).ok(),
    };
    let by_id = entries.iter().map(|entry| (entry.id.as_str(), entry));
    let present = Present {
        entries: by_id.collect(),
        text: &text,
    };
    let accepted = changes(&imported.document, &proposals, &present);
    gather(accepted.changes, entries, all);
    report.read = Ok(imported);
    report.made = accepted.made;
    report.changed = accepted.changed;
    report.skipped = accepted.skipped;
    report.refused = accepted.refused;
    report
}

/// Adds the changes of one file to those of the files before it; what they make is there for the next file.
pub(super) fn gather(
    changes: Vec<Change>,
    entries: &mut Vec<Entry>,
    all: &mut BTreeMap<String, Change>,
) {
    let read: Vec<Entry> = changes
        .iter()
        .filter_map(|change| {
            let text = change.after.as_deref()?;
            yingda_content::read_entry(&change.file, text).entry
        })
        .collect();
    let anew: BTreeSet<&str> = read.iter().map(|entry| entry.id.as_str()).collect();
    entries.retain(|known| !anew.contains(known.id.as_str()));
    entries.extend(read);
    for change in changes {
        match all.get_mut(&change.file) {
            Some(known) => known.after = change.after,
            None => drop(all.insert(change.file.clone(), change)),
        }
    }
}

/// The act in plain words.
pub(super) fn message<'a>(
    documents: impl Iterator<Item = &'a str>,
    made: usize,
    changed: usize,
) -> String {
    let names: Vec<String> = documents
        .take(3)
        .map(|name| format!("《{name}》"))
        .collect();
    format!("导入{}：新增 {made} 条，更新 {changed} 条", names.concat())
}

fn act_of(reports: &[FileReport]) -> String {
    let made: usize = reports.iter().map(|report| report.made.len()).sum();
    let changed: usize = reports.iter().map(|report| report.changed.len()).sum();
    let read = reports
        .iter()
        .filter_map(|report| report.read.as_ref().ok());
    message(
        read.map(|imported| imported.document.as_str()),
        made,
        changed,
    )
}

/// Writes plain files; takes them back when one can't be written.
fn write(folder: &Path, changes: &[Change]) -> Result<(), ImportFault> {
    let mut done: Vec<&Change> = Vec::new();
    for change in changes {
        done.push(change);
        let path = folder.join(&change.file);
        if let Err(why) = put(&path, change.before.is_none(), change.after.as_deref()) {
            for change in done {
                take_back(folder, change);
            }
            return Err(ImportFault::Unwritable { file: path, why });
        }
    }
    Ok(())
}

fn put(path: &Path, new: bool, text: Option<&str>) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .truncate(!new)
        .create_new(new)
        .open(path)?;
    file.write_all(text.unwrap_or_default().as_bytes())
}

fn take_back(folder: &Path, change: &Change) {
    let path = folder.join(&change.file);
    // The first error is the one to tell.
    match &change.before {
        None => drop(fs::remove_file(path)),
        Some(before) => drop(put(&path, false, Some(before))),
    }
}
