//! What accepting drafts changes in the files of a library.

use super::{Decision, Proposal};
use std::collections::{BTreeMap, BTreeSet};
use yingda_content::entry::Status;
use yingda_content::problem::Language;
use yingda_content::sheet::{self, Setting};
use yingda_content::{Entry, read_entry};
use yingda_exchange::{CardText, Draft, entry_file, new_id};
use yingda_workspace::Change;

/// The entries a draft may meet, and the texts of their files.
pub struct Present<'a> {
    /// Entries by id.
    pub entries: BTreeMap<&'a str, &'a Entry>,
    /// The text of a file, by its name relative to the folder.
    pub text: &'a dyn Fn(&str) -> Option<String>,
}

/// What accepting came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// The changes; one for each file.
    pub changes: Vec<Change>,
    /// Ids of new entries.
    pub made: Vec<String>,
    /// Ids of entries that were changed.
    pub changed: Vec<String>,
    /// Drafts that brought nothing new, or were left out.
    pub skipped: usize,
    /// Entries that could not be changed, each with a sentence.
    pub refused: Vec<(String, [String; 2])>,
}

/// Makes the changes that the decisions ask for. `document` is what the drafts came from.
#[must_use]
pub fn changes(document: &str, proposals: &[Proposal], present: &Present<'_>) -> Accepted {
    let mut making = Making {
        document,
        present,
        taken: present.entries.keys().map(|id| (*id).to_owned()).collect(),
        folder: new_id(document, &BTreeSet::new()),
        files: BTreeMap::new(),
        accepted: Accepted::default(),
    };
    for proposal in proposals {
        match &proposal.decision {
            Decision::New => making.make(&proposal.draft),
            Decision::Update { id } => making.change(id.as_str(), &proposal.draft, update),
            Decision::Merge { into } => making.change(into.as_str(), &proposal.draft, merge),
            Decision::Skip => making.accepted.skipped += 1,
        }
    }
    making.finish()
}

struct Making<'a> {
    document: &'a str,
    present: &'a Present<'a>,
    taken: BTreeSet<String>,
    folder: String,
    /// Before and after, by file.
    files: BTreeMap<String, (Option<String>, String)>,
    accepted: Accepted,
}

/// The file's text with what a draft brings; the same text when it brings nothing.
type Bring = fn(&Entry, &str, &Draft, &str) -> Result<String, sheet::SheetFault>;

impl Making<'_> {
    fn make(&mut self, draft: &Draft) {
        // The id of an export whose entry is gone is free to be used again only by that entry.
        let own = draft.id.clone().filter(|id| !self.taken.contains(id));
        let id = own.unwrap_or_else(|| new_id(&draft.title, &self.taken));
        let section = draft.from.words(Language::Chinese);
        let text = entry_file(draft, &id, self.document, &section);
        let mut file = format!("entries/{}/{id}.md", self.folder);
        // A file that can't be read has no entry, but is not to be written over.
        let mut number = 2;
        while (self.present.text)(&file).is_some() {
            file = format!("entries/{}/{id}-{number}.md", self.folder);
            number += 1;
        }
        self.taken.insert(id.clone());
        self.files.insert(file, (None, text));
        self.accepted.made.push(id);
    }

    fn change(&mut self, id: &str, draft: &Draft, bring: Bring) {
        let Some(entry) = self.present.entries.get(id) else {
            self.make(draft);
            return;
        };
        let before = match self.files.get(&entry.file) {
            Some((_, after)) => Some(after.clone()),
            None => (self.present.text)(&entry.file),
        };
        let Some(before) = before else {
            self.make(draft);
            return;
        };
        match bring(entry, &before, draft, self.document) {
            Ok(after) if after == before => self.accepted.skipped += 1,
            Ok(after) => {
                let kept = self.files.entry(entry.file.clone());
                kept.or_insert((Some(before), String::new())).1 = after;
                if !self.accepted.changed.iter().any(|known| known == id) {
                    self.accepted.changed.push(id.to_owned());
                }
            }
            Err(fault) => {
                let sentences = [Language::Chinese, Language::English].map(|l| fault.what(l));
                self.accepted.refused.push((id.to_owned(), sentences));
            }
        }
    }

    fn finish(self) -> Accepted {
        let mut accepted = self.accepted;
        let changes = self.files.into_iter();
        accepted.changes = changes
            .map(|(file, (before, after))| Change {
                file,
                before,
                after: Some(after),
            })
            .collect();
        accepted
    }
}

/// Puts an edited row in the place of what it was made from. Text that was approved becomes a draft again.
fn update(entry: &Entry, text: &str, draft: &Draft, _: &str) -> Result<String, sheet::SheetFault> {
    let mut settings: Vec<Setting<'_>> = Vec::new();
    if draft.title != entry.title {
        settings.push(Setting::Title(&draft.title));
    }
    if draft.aliases != entry.aliases && !draft.aliases.is_empty() {
        settings.push(Setting::Aliases(&draft.aliases));
    }
    if draft.tags != entry.tags && !draft.tags.is_empty() {
        settings.push(Setting::Tags(&draft.tags));
    }
    if draft.product != entry.product && draft.product.is_some() {
        settings.push(Setting::Product(draft.product.as_deref()));
    }
    if draft.owner != entry.owner && draft.owner.is_some() {
        settings.push(Setting::Owner(draft.owner.as_deref()));
    }
    let body = sheet::body(text).unwrap_or_default();
    let other_body =
        !draft.body.trim().is_empty() && CardText::of(body) != CardText::of(&draft.body);
    let said_anew = other_body || draft.title != entry.title;
    if said_anew && entry.status != Status::Draft {
        settings.push(Setting::Status(Status::Draft));
    }
    let mut edited = sheet::set(text, &settings)?;
    if other_body {
        edited = sheet::with_body(&edited, &draft.body)?;
    }
    Ok(edited)
}

/// Adds the draft's title as an alias, and its text to 仅内部 where the entry does not say it yet: nothing an agent may
/// read out changes by merging.
fn merge(
    entry: &Entry,
    text: &str,
    draft: &Draft,
    document: &str,
) -> Result<String, sheet::SheetFault> {
    let now = read_entry(&entry.file, text).entry;
    let mut aliases = now.map_or_else(|| entry.aliases.clone(), |now| now.aliases);
    for name in std::iter::once(&draft.title).chain(&draft.aliases) {
        if *name != entry.title && !aliases.contains(name) {
            aliases.push(name.clone());
        }
    }
    let mut edited = sheet::set(text, &[Setting::Aliases(&aliases)])?;
    let near = super::Neighbours::of([entry]).near(draft);
    if near.is_some_and(|near| near.says_all()) {
        return Ok(edited);
    }
    let mut card = CardText::of(sheet::body(&edited).unwrap_or_default());
    let added = CardText::of(&draft.body);
    let pieces = [
        &added.say,
        &added.must,
        &added.never,
        &added.internal,
        &added.other,
    ];
    for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
        if !card.internal.is_empty() {
            card.internal.push_str("\n\n");
        }
        card.internal.push_str(piece);
    }
    if !document.is_empty() {
        card.internal.push_str("\n\n（来自《");
        card.internal
            .push_str(&document.replace(['《', '》', '<', '[', '{', '*', '`', '\\', '|'], " "));
        card.internal.push_str("》）");
    }
    edited = sheet::with_body(&edited, &card.body())?;
    if entry.status != Status::Draft {
        edited = sheet::set(&edited, &[Setting::Status(Status::Draft)])?;
    }
    Ok(edited)
}
