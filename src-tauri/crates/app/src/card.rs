//! Opening an entry: the call card and what stands beside it.

use crate::contract::{
    AppError, ApprovalView, CardView, EntryRef, EntryRequest, EntryView, ErrorCode, FieldView,
    NoteView, SourceView,
};
use crate::finding::{reference, successor};
use crate::lighting::Lighting;
use crate::snapshot::Snapshot;
use crate::standing::{self, day};
use std::collections::BTreeMap;
use std::sync::Arc;
use yingda_content::document::{Block, Inline, Target};
use yingda_content::entry::{Approval, CallCard, Entry, Kind, Source};
use yingda_content::plain::{
    field_names, must_field_names, speaking_seconds, spoken, step_field_names,
};
use yingda_content::{BeijingTime, Standing};
use yingda_search::Habits;
use yingda_search::query::LONGEST;

/// Compliance notes shown beside a card.
const NOTES: usize = 3;

/// Opens an entry of a snapshot.
///
/// # Errors
/// When the library has no such entry.
pub fn open(
    snapshot: &Snapshot,
    request: &EntryRequest,
    now: BeijingTime,
) -> Result<EntryView, AppError> {
    open_for(snapshot, &Habits::default(), request, now)
}

/// Opens an entry for a person: what their search matched is lit as that search lights it.
///
/// # Errors
/// When the library has no such entry.
pub(crate) fn open_for(
    snapshot: &Snapshot,
    habits: &Habits,
    request: &EntryRequest,
    now: BeijingTime,
) -> Result<EntryView, AppError> {
    let entry = snapshot
        .entry(&request.id)
        .ok_or_else(|| AppError::new(ErrorCode::EntryUnknown, request.id.clone()))?;
    // A text that no search took lights nothing; nor does an index that fails keep an entry from being read.
    let phrases = if request.query.chars().count() <= LONGEST {
        snapshot
            .engine
            .phrases_in(habits, &request.query, &entry.id)
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    Ok(view(entry, &Lighting::of(phrases), snapshot, now))
}

/// An entry as a card, whether or not it is in the library: what an editor shows of a text that is being typed.
pub(crate) fn view_of(entry: &Entry, snapshot: &Snapshot, now: BeijingTime) -> EntryView {
    view(entry, &Lighting::of(Vec::new()), snapshot, now)
}

fn view(entry: &Entry, lighting: &Lighting, snapshot: &Snapshot, now: BeijingTime) -> EntryView {
    EntryView {
        id: entry.id.to_string(),
        kind: entry.kind,
        version: entry.digest.clone(),
        title: entry.title.clone(),
        lit_title: lighting.title(&entry.title),
        standing: standing::view(entry, now),
        approvals: entry.approvals.iter().map(approval).collect(),
        valid_from: entry.valid.from.map(|from| day(from.date())),
        valid_until: entry.valid.until.map(day),
        review_by: entry.review_by.map(day),
        stage: entry.stage,
        channel: entry.channel.clone(),
        scope: entry.scope.clone(),
        tags: entry.tags.clone(),
        product: entry.product.clone(),
        owner: entry.owner.clone(),
        source: entry.source.as_ref().map(source),
        card: card(&entry.card, lighting),
        fields: fields(entry, field_names(entry)),
        step_fields: fields(entry, step_field_names(entry)),
        sections: entry
            .sections
            .iter()
            .map(|section| lighting.section(section))
            .collect(),
        steps: entry.steps.iter().map(|step| lighting.step(step)).collect(),
        related: related(entry, snapshot),
        linked: linked(entry, snapshot),
        notes: notes(entry, snapshot, now),
        successor: successor(entry, snapshot),
    }
}

fn approval(approval: &Approval) -> ApprovalView {
    ApprovalView {
        role: approval.role.clone(),
        by: approval.by.clone(),
        date: day(approval.date),
        number: approval.number.clone(),
    }
}

fn source(source: &Source) -> SourceView {
    SourceView {
        title: source.title.clone(),
        section: source.section.clone(),
    }
}

fn card(card: &CallCard, lighting: &Lighting) -> CardView {
    CardView {
        say: lighting.blocks(&card.say),
        must: lighting.rows(&card.must),
        never: card.never.iter().map(|pair| lighting.never(pair)).collect(),
        internal: lighting.blocks(&card.internal),
        seconds: speaking_seconds(&spoken(&card.say, &BTreeMap::new())),
    }
}

fn fields(entry: &Entry, names: Vec<String>) -> Vec<FieldView> {
    let owed = must_field_names(entry);
    let field = |name: String| {
        let named = entry.fields.get(&name);
        let spec = named.cloned().unwrap_or_default();
        FieldView {
            // No part of 必须说 may be left out, so what is empty there is waited for.
            required: spec.required || (named.is_some() && owed.contains(&name)),
            name,
            kind: spec.kind,
            options: spec.options,
        }
    };
    names.into_iter().map(field).collect()
}

fn related(entry: &Entry, snapshot: &Snapshot) -> Vec<EntryRef> {
    let there = entry
        .related
        .iter()
        .filter_map(|id| snapshot.library.get(id));
    there.map(|entry| reference(entry)).collect()
}

/// The entries that a flow's branches lead to, each once.
fn linked(entry: &Entry, snapshot: &Snapshot) -> Vec<EntryRef> {
    let mut linked: Vec<EntryRef> = Vec::new();
    for branch in entry.steps.iter().flat_map(|step| &step.branches) {
        let Target::Entry { id } = &branch.to else {
            continue;
        };
        if let Some(there) = snapshot
            .library
            .get(id)
            .filter(|_| linked.iter().all(|known| known.id != id.as_str()))
        {
            linked.push(reference(there));
        }
    }
    linked
}

/// Approved compliance notes: those named as related first, then those that share most tags with the entry.
fn notes(entry: &Entry, snapshot: &Snapshot, now: BeijingTime) -> Vec<NoteView> {
    let closeness = |note: &Entry| {
        let named = usize::from(entry.related.contains(&note.id)) * 100;
        let product = usize::from(note.product.is_some() && note.product == entry.product);
        named
            + product
            + note
                .tags
                .iter()
                .filter(|tag| entry.tags.contains(tag))
                .count()
    };
    let approved = |note: &Entry| matches!(Standing::of(note, now), Standing::Approved(_));
    let mut close: Vec<(usize, &Arc<Entry>)> = snapshot
        .library
        .entries()
        .iter()
        .filter(|note| note.kind == Kind::Compliance && note.id != entry.id && approved(note))
        .map(|note| (closeness(note), note))
        .filter(|(closeness, _)| *closeness > 0)
        .collect();
    close.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    close
        .into_iter()
        .take(NOTES)
        .map(|(_, note)| note_view(note))
        .collect()
}

fn note_view(note: &Entry) -> NoteView {
    let sections = note.sections.iter().flat_map(|section| &section.blocks);
    let paragraph = note
        .card
        .say
        .iter()
        .chain(sections)
        .find_map(|block| match block {
            Block::Paragraph { children } => Some(children.clone()),
            _ => None,
        });
    let text: Vec<Inline> = paragraph
        .or_else(|| note.card.must.first().cloned())
        .unwrap_or_default();
    NoteView {
        id: note.id.to_string(),
        title: note.title.clone(),
        text,
        source: note.source.as_ref().map(|source| source.title.clone()),
    }
}
