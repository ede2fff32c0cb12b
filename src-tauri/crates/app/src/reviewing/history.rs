//! History: versions of a file, what each changed, who changed a line.

use super::{Reviewing, differing, version};
use crate::contract::{AppError, DifferenceView, LineView, VersionRequest, VersionView};
use crate::standing::day;
use crate::training::Training;
use std::collections::BTreeMap;
use yingda_content::BeijingTime;
use yingda_workspace::Version;

/// More versions than the list of a screen can use.
const SHOWN: usize = 500;

impl Training {
    /// The versions of a file, newest first.
    ///
    /// # Errors
    /// Without a workspace, or when its history can't be read.
    pub fn review_history(&self, file: &str) -> Result<Vec<VersionView>, AppError> {
        let open = self.open()?;
        let versions = open.workspace.history(Some(file), SHOWN);
        let versions = versions.map_err(|fault| self.refused(&fault))?;
        Ok(versions.into_iter().map(view).collect())
    }

    /// What one version changed in a file.
    ///
    /// # Errors
    /// Without a workspace, when there is no such version, or when its history can't be read.
    pub fn review_version(&self, request: &VersionRequest) -> Result<DifferenceView, AppError> {
        let (reviewing, wanted) = (Reviewing::begin(self)?, version(&request.version)?);
        let workspace = &reviewing.open.workspace;
        let history = workspace.history(Some(&request.file), SHOWN);
        let history = history.map_err(|fault| reviewing.fault(&fault))?;
        let text = |version: &Version| {
            let text = workspace.text_at(&version.id, &request.file);
            let text = text.map_err(|fault| reviewing.fault(&fault))?;
            Ok(text.unwrap_or_default())
        };
        let mut from = history.iter().skip_while(|version| version.id != wanted);
        let new = from.next().map(text).transpose()?.unwrap_or_default();
        let old = from.next().map(text).transpose()?.unwrap_or_default();
        let snapshot = self.snapshot()?;
        Ok(differing::view(
            &old,
            &new,
            &snapshot.lexicon,
            self.language(),
        ))
    }

    /// Who changed each line of a file last.
    ///
    /// # Errors
    /// Without a workspace, or when its history can't be read.
    pub fn review_lines(&self, file: &str) -> Result<Vec<LineView>, AppError> {
        let reviewing = Reviewing::begin(self)?;
        let workspace = &reviewing.open.workspace;
        let text = reviewing.text(file)?.unwrap_or_default();
        let origins = workspace.lines(file);
        let origins = origins.map_err(|fault| reviewing.fault(&fault))?;
        let mut versions: BTreeMap<String, VersionView> = BTreeMap::new();
        let mut lines = Vec::new();
        for (origin, text) in origins.into_iter().zip(text.lines()) {
            let version = match origin.version {
                None => None,
                Some(id) => match versions.get(id.as_str()) {
                    Some(known) => Some(known.clone()),
                    None => {
                        let found = workspace.version(&id);
                        let found = view(found.map_err(|fault| reviewing.fault(&fault))?);
                        versions.insert(id.as_str().to_owned(), found.clone());
                        Some(found)
                    }
                },
            };
            lines.push(LineView {
                line: u32::try_from(origin.line).unwrap_or(u32::MAX),
                text: text.to_owned(),
                version,
            });
        }
        Ok(lines)
    }

    /// Takes back an act that this person made, if nothing later touched its files.
    ///
    /// # Errors
    /// Without a workspace; when it was another's act, or something later touched its files.
    pub fn review_undo(&self, name: &str, now: BeijingTime) -> Result<(), AppError> {
        let reviewing = Reviewing::begin(self)?;
        let id = version(name)?;
        let undone = reviewing.open.workspace.version(&id);
        let undone = undone.map_err(|fault| reviewing.fault(&fault))?;
        if undone.by != reviewing.open.person {
            return Err(reviewing.not_yours());
        }
        let message = super::message::undone(&undone.message, self.language());
        self.undo(&id, &message, now).map(drop)
    }
}

/// A moment as lists show it: `YYYY-MM-DD HH:MM`.
pub(super) fn moment(at: BeijingTime) -> String {
    let clock = at.reading().time();
    format!(
        "{} {:02}:{:02}",
        day(at.date()),
        clock.hour(),
        clock.minute()
    )
}

fn view(version: Version) -> VersionView {
    VersionView {
        id: version.id.as_str().to_owned(),
        message: version.message,
        by: version.by,
        at: moment(version.at),
    }
}
