//! Find and replace over all entries.

use super::finding::{effect, places, replaced};
use crate::contract::{ChosenHits, FindRequest, FindView, FoundEntry, ReplaceRequest};
use crate::vocabulary::{FileText, number};
use std::path::Path;
use yingda_content::sheet::fingerprint;
use yingda_content::{Entry, EntryId, Library};

/// Entries that are shown; a text in more of them has to say more.
const SHOWN: usize = 500;

/// Every place in the files of a library.
pub(super) fn find(root: &Path, library: &Library, request: &FindRequest) -> FindView {
    let mut view = FindView::default();
    for entry in library.entries() {
        let wanted = request.kinds.is_empty() || request.kinds.contains(&entry.kind);
        let Some(found) = wanted.then(|| found(root, entry, request)).flatten() else {
            continue;
        };
        view.hits = view.hits.saturating_add(number(found.hits.len()));
        if view.entries.len() < SHOWN {
            view.entries.push(found);
        } else {
            view.cut = true;
        }
    }
    view
}

fn found(root: &Path, entry: &Entry, request: &FindRequest) -> Option<FoundEntry> {
    let text = std::fs::read_to_string(root.join(&entry.file)).ok()?;
    let places = places(&text, request);
    if places.is_empty() {
        return None;
    }
    let after = replaced(&text, places.iter(), &request.replace);
    let effect = effect(&entry.file, &text, &after);
    Some(FoundEntry {
        id: entry.id.to_string(),
        kind: entry.kind,
        title: entry.title.clone(),
        fingerprint: fingerprint(&text),
        lapses: effect.lapses,
        refused: effect.refused,
        hits: places
            .iter()
            .map(|place| place.view(&request.replace))
            .collect(),
    })
}

/// Why nothing is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotReplaced {
    /// The file is not what was shown.
    Changed { file: String },
    /// The entry could not be read any more; what is wrong.
    Refused {
        title: String,
        why: crate::contract::Words,
    },
    /// No hit was chosen, or nothing would change.
    Nothing,
}

/// What replacing the chosen hits writes.
pub(super) fn files(
    root: &Path,
    library: &Library,
    request: &ReplaceRequest,
) -> Result<Vec<FileText>, NotReplaced> {
    let mut files = Vec::new();
    for chosen in &request.chosen {
        files.extend(file(root, library, &request.find, chosen)?);
    }
    if files.is_empty() {
        return Err(NotReplaced::Nothing);
    }
    Ok(files)
}

fn file(
    root: &Path,
    library: &Library,
    find: &FindRequest,
    chosen: &ChosenHits,
) -> Result<Option<FileText>, NotReplaced> {
    let changed = |file: &str| NotReplaced::Changed {
        file: file.to_owned(),
    };
    let entry = EntryId::parse(&chosen.id).and_then(|id| library.get(&id));
    let entry = entry.ok_or_else(|| changed(&chosen.id))?;
    let text = std::fs::read_to_string(root.join(&entry.file)).map_err(|_| changed(&entry.file))?;
    if fingerprint(&text) != chosen.fingerprint {
        return Err(changed(&entry.file));
    }
    let all = places(&text, find);
    let is_chosen = |index: usize| chosen.hits.contains(&number(index));
    let hits: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(index, _)| is_chosen(*index))
        .map(|(_, place)| place)
        .collect();
    let after = replaced(&text, hits.into_iter(), &find.replace);
    if after == text {
        return Ok(None);
    }
    if let Some(why) = effect(&entry.file, &text, &after).refused {
        let title = entry.title.clone();
        return Err(NotReplaced::Refused { title, why });
    }
    Ok(Some(FileText {
        file: entry.file.clone(),
        before: Some(text),
        after: Some(after),
    }))
}
