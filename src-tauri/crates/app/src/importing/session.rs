//! The window's import: files are read one by one, shown, decided on, and taken over as one act.

use super::{Decision, Present, Proposal, changes, propose};
use crate::contract::{
    AppError, CleaningView, ErrorCode, ExportRequest, ImportChoice, ImportColumns, ImportDecision,
    ImportDone, ImportDraft, ImportProgress, ImportRequest, ImportSheet, ImportedFile, NearEntry,
    Words,
};
use crate::exporting::{Wanted, export_entries};
use crate::training::Training;
use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use yingda_content::{BeijingTime, Entry, Language};
use yingda_exchange::{
    Choices, Columns, ExchangeFault, Imported, Place, SheetSketch, read, sheets,
};
use yingda_workspace::{Change, VersionId};

/// The most drafts of one file that are shown.
const SHOWN: usize = 500;
/// The most characters of a draft's text that are shown.
const BEGINNING: usize = 1200;

struct Prepared {
    document: String,
    proposals: Vec<Proposal>,
}

/// What was read and not yet taken over.
#[derive(Default)]
pub struct ImportSession {
    prepared: Mutex<BTreeMap<String, Prepared>>,
    stopped: AtomicBool,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl std::fmt::Debug for ImportSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportSession").finish_non_exhaustive()
    }
}

impl ImportSession {
    /// Reads a file. What is wrong with it is part of the answer.
    ///
    /// # Errors
    /// [`ErrorCode::NoWorkspace`] while none is open.
    pub fn read(
        &self,
        training: &Training,
        request: &ImportRequest,
    ) -> Result<ImportedFile, AppError> {
        training.open()?;
        let snapshot = training.snapshot()?;
        self.stopped.store(false, Ordering::Relaxed);
        self.forget(&request.file);
        let path = Path::new(&request.file);
        let mut watch = |progress: yingda_exchange::Progress| {
            self.done.store(progress.done, Ordering::Relaxed);
            let total = progress.total.unwrap_or(0);
            self.total.store(total, Ordering::Relaxed);
            match self.stopped.load(Ordering::Relaxed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        };
        let sketches = sheets(path).unwrap_or_default();
        let found = read(path, &choices(request), &mut watch);
        let mut view = match found {
            Ok(mut imported) => {
                let drafts = std::mem::take(&mut imported.drafts);
                let entries = snapshot.library.entries().iter().map(AsRef::as_ref);
                let proposals = propose(drafts, entries);
                let view = shown(&request.file, &imported, &proposals);
                self.prepared().insert(
                    request.file.clone(),
                    Prepared {
                        document: imported.document,
                        proposals,
                    },
                );
                view
            }
            Err(fault) => faulty(&request.file, &fault),
        };
        view.sheets = sketches.into_iter().map(sheet).collect();
        Ok(view)
    }

    /// How far the reading is.
    #[must_use]
    pub fn progress(&self) -> ImportProgress {
        ImportProgress {
            done: narrow(self.done.load(Ordering::Relaxed)),
            total: narrow(self.total.load(Ordering::Relaxed)),
        }
    }

    /// Stops the reading.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Forgets a file.
    pub fn forget(&self, file: &str) {
        self.prepared().remove(file);
    }

    /// Takes over all files that were read, as one act. Where that fails, they are still there to be tried again.
    ///
    /// # Errors
    /// As [`Training::save`].
    pub fn accept(
        &self,
        training: &Training,
        decided: &[ImportChoice],
        now: BeijingTime,
    ) -> Result<ImportDone, AppError> {
        let open = training.open()?;
        let snapshot = training.snapshot()?;
        let mut prepared = self.prepared();
        for choice in decided {
            let file = prepared.get_mut(&choice.file);
            let number = choice.number as usize;
            if let Some(proposal) = file.and_then(|file| file.proposals.get_mut(number)) {
                proposal.decision = decision(choice.decision, proposal);
            }
        }
        let mut entries: Vec<Entry> = snapshot
            .library
            .entries()
            .iter()
            .map(|entry| entry.as_ref().clone())
            .collect();
        let mut all: BTreeMap<String, Change> = BTreeMap::new();
        let mut done = ImportDone {
            version: None,
            made: 0,
            changed: 0,
            skipped: 0,
            refused: Vec::new(),
        };
        for file in prepared.values() {
            let text = |name: &str| match all.get(name) {
                Some(change) => change.after.clone(),
                None => open.workspace.text(name).ok().flatten(),
            };
            let present = Present {
                entries: entries.iter().map(|e| (e.id.as_str(), e)).collect(),
                text: &text,
            };
            let accepted = changes(&file.document, &file.proposals, &present);
            done.made += narrow(accepted.made.len());
            done.changed += narrow(accepted.changed.len());
            done.skipped += narrow(accepted.skipped);
            let refused = accepted.refused.into_iter();
            done.refused
                .extend(refused.map(|(id, [zh, en])| (id, Words { zh, en })));
            super::into_folder::gather(accepted.changes, &mut entries, &mut all);
        }
        let changes: Vec<Change> = all.into_values().collect();
        if !changes.is_empty() {
            let message = message(&prepared, &done);
            let saved = training.save(&changes, &message, now)?;
            done.version = Some(saved.version.id.as_str().to_owned());
        }
        prepared.clear();
        drop(prepared);
        Ok(done)
    }

    /// Takes an import back.
    ///
    /// # Errors
    /// As [`Training::undo`].
    pub fn undo(
        &self,
        training: &Training,
        version: &str,
        now: BeijingTime,
    ) -> Result<(), AppError> {
        let version = VersionId::parse(version)
            .ok_or_else(|| AppError::new(ErrorCode::Internal, "import_undo"))?;
        training.undo(&version, "撤销导入", now).map(drop)
    }

    fn prepared(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Prepared>> {
        self.prepared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes entries of the open workspace into a file; answers how many.
///
/// # Errors
/// [`ErrorCode::WorkspaceRefused`] with a sentence when the file can't be made or written.
pub fn export(
    training: &Training,
    request: &ExportRequest,
    now: BeijingTime,
) -> Result<u32, AppError> {
    let open = training.open()?;
    let snapshot = training.snapshot()?;
    let language = training.language();
    let refused = |fault: &ExchangeFault| {
        let sentence = format!("{} {}", fault.what(language), fault.remedy(language));
        AppError::new(ErrorCode::WorkspaceRefused, sentence)
    };
    let wanted = Wanted {
        ids: request.ids.clone(),
        kind: None,
    };
    let folder = open.workspace.folder();
    let report = export_entries(&snapshot.library, folder, &wanted, request.form, now)
        .map_err(|fault| refused(&fault))?;
    fs::write(&request.file, &report.bytes).map_err(|error| {
        refused(&ExchangeFault::NotMade {
            detail: error.to_string(),
        })
    })?;
    Ok(narrow(report.entries))
}

fn choices(request: &ImportRequest) -> Choices {
    Choices {
        without: request.without.iter().copied().collect(),
        kind: request.kind,
        sheet: request.sheet.clone(),
        columns: request.columns.as_ref().map(|columns| Columns {
            header: columns.header.map(|header| header as usize),
            roles: columns.roles.clone(),
        }),
    }
}

fn decision(chosen: ImportDecision, proposal: &Proposal) -> Decision {
    match (chosen, &proposal.near, &proposal.decision) {
        (ImportDecision::Skip, ..) => Decision::Skip,
        (ImportDecision::Merge, Some(near), _) => Decision::Merge {
            into: near.id.clone(),
        },
        (ImportDecision::Update, _, known @ Decision::Update { .. }) => known.clone(),
        _ => Decision::New,
    }
}

fn shown(file: &str, imported: &Imported, proposals: &[Proposal]) -> ImportedFile {
    let format = imported.format;
    ImportedFile {
        file: file.to_owned(),
        format: Some(words(|language| format.name(language).to_owned())),
        misnamed: imported.misnamed,
        fault: None,
        sheets: Vec::new(),
        drafts: (0_u32..).zip(proposals).take(SHOWN).map(draft).collect(),
        total: narrow(proposals.len()),
        left_out: imported
            .left_out
            .counts
            .iter()
            .map(|(kind, count)| (*kind, narrow(*count)))
            .collect(),
        cleaned: imported
            .cleaned
            .counts
            .iter()
            .map(|(kind, count)| (*kind, narrow(*count)))
            .collect(),
        cleanings: imported
            .cleaned
            .shown
            .iter()
            .map(|cleaning| CleaningView {
                kind: cleaning.kind,
                before: cleaning.before.clone(),
                after: cleaning.after.clone(),
                at: place(&cleaning.at),
            })
            .collect(),
    }
}

fn faulty(file: &str, fault: &ExchangeFault) -> ImportedFile {
    let sentence = |language| format!("{} {}", fault.what(language), fault.remedy(language));
    ImportedFile {
        file: file.to_owned(),
        format: None,
        misnamed: false,
        fault: Some(words(sentence)),
        sheets: Vec::new(),
        drafts: Vec::new(),
        total: 0,
        left_out: Vec::new(),
        cleaned: Vec::new(),
        cleanings: Vec::new(),
    }
}

fn draft((number, proposal): (u32, &Proposal)) -> ImportDraft {
    let draft = &proposal.draft;
    let changed = match &proposal.decision {
        Decision::Update { id } => Some(NearEntry {
            id: id.to_string(),
            title: draft.title.clone(),
            text: 0,
        }),
        _ => None,
    };
    let near = proposal.near.as_ref().map(|near| NearEntry {
        id: near.id.to_string(),
        title: near.title.clone(),
        text: near.text,
    });
    ImportDraft {
        number,
        kind: draft.kind,
        title: draft.title.clone(),
        text: draft.body.chars().take(BEGINNING).collect(),
        tags: draft.tags.clone(),
        at: place(&draft.from),
        near: changed.or(near),
        decision: match proposal.decision {
            Decision::New => ImportDecision::New,
            Decision::Update { .. } => ImportDecision::Update,
            Decision::Merge { .. } => ImportDecision::Merge,
            Decision::Skip => ImportDecision::Skip,
        },
    }
}

fn sheet(sketch: SheetSketch) -> ImportSheet {
    ImportSheet {
        name: sketch.name,
        rows: sketch.rows,
        columns: ImportColumns {
            header: sketch.header.map(narrow),
            roles: sketch.roles,
        },
        ours: sketch.ours,
    }
}

fn message(prepared: &BTreeMap<String, Prepared>, done: &ImportDone) -> String {
    let names = prepared.values().map(|file| file.document.as_str());
    super::into_folder::message(names, done.made as usize, done.changed as usize)
}

fn place(at: &Place) -> Words {
    words(|language| at.words(language))
}

fn words(of: impl Fn(Language) -> String) -> Words {
    Words {
        zh: of(Language::Chinese),
        en: of(Language::English),
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
