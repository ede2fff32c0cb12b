//! Copying: the one door by which wording leaves a card.
//!
//! 可直接说 goes with every one of its 必须说; 仅内部 has no way out. Only [`Approved`] wording is composed without a
//! question; expired wording needs a reason; the rest has no road to [`compose`] at all.

use crate::contract::{AppError, CopyReceipt, CopyRequest, ErrorCode};
use crate::filling::{ADDRESS, said};
use crate::finding::successor;
use crate::snapshot::Snapshot;
use std::collections::BTreeMap;
use time::Date;
use time::macros::format_description;
use yingda_content::document::Block;
use yingda_content::entry::Entry;
use yingda_content::plain::{Filling, field_names, filled, must_field_names};
use yingda_content::{BeijingTime, Standing};

pub(crate) fn copy(
    snapshot: &Snapshot,
    request: &CopyRequest,
    now: BeijingTime,
) -> Result<CopyReceipt, AppError> {
    let unknown = || AppError::new(ErrorCode::EntryUnknown, request.id.clone());
    let entry = snapshot.entry(&request.id).ok_or_else(unknown)?;
    let reason = request.reason.as_deref().map(str::trim).unwrap_or_default();
    match Standing::of(entry, now) {
        Standing::Approved(approved) => compose(approved.entry(), request, now),
        Standing::Expired(expired) if !reason.is_empty() => compose(expired.entry(), request, now),
        Standing::Expired(_) => Err(AppError::new(ErrorCode::ReasonNeeded, "")),
        Standing::Withdrawn => {
            let instead = successor(entry, snapshot)
                .map(|entry| entry.title)
                .unwrap_or_default();
            Err(AppError::new(ErrorCode::Withdrawn, instead))
        }
        Standing::NotYet(_) | Standing::Unapproved => {
            Err(AppError::new(ErrorCode::NotApproved, ""))
        }
    }
}

fn compose(
    entry: &Entry,
    request: &CopyRequest,
    now: BeijingTime,
) -> Result<CopyReceipt, AppError> {
    if entry.card.say.is_empty() {
        return Err(AppError::new(ErrorCode::NothingToSay, ""));
    }
    let values = values(entry, &request.fields, now.date())?;
    let filling = |name: &str| match values.get(name) {
        Some(value) => Filling::Value(value.clone()),
        None if entry.fields.contains_key(name) => Filling::LeftOut,
        None if name == ADDRESS => Filling::Address,
        None => Filling::Visible,
    };
    let mut lines = vec![filled(&entry.card.say, &filling)];
    lines.extend(entry.card.must.iter().map(|sentence| {
        let children = sentence.clone();
        filled(&[Block::Paragraph { children }], &filling)
    }));
    let clock = format_description!("[hour]:[minute]:[second]");
    Ok(CopyReceipt {
        id: entry.id.to_string(),
        title: entry.title.clone(),
        text: lines.join("\n"),
        musts: u32::try_from(entry.card.must.len()).unwrap_or(u32::MAX),
        at: now.reading().time().format(&clock).unwrap_or_default(),
    })
}

/// The values to speak; an empty required blank and a value of the wrong kind stop the copy. So does an empty blank in a
/// 必须说: no part of that may be left out.
fn values(
    entry: &Entry,
    typed: &BTreeMap<String, String>,
    today: Date,
) -> Result<BTreeMap<String, String>, AppError> {
    let owed = must_field_names(entry);
    let mut values = BTreeMap::new();
    for name in field_names(entry) {
        let spec = entry.fields.get(&name);
        let value = typed
            .get(&name)
            .map(|value| value.trim())
            .unwrap_or_default();
        if value.is_empty() {
            let named = spec.is_some_and(|spec| spec.required || owed.contains(&name));
            if named {
                return Err(AppError::new(ErrorCode::FieldEmpty, name));
            }
            continue;
        }
        let Some(said) = said(value, &spec.cloned().unwrap_or_default(), today) else {
            return Err(AppError::new(ErrorCode::FieldInvalid, name));
        };
        values.insert(name, said);
    }
    Ok(values)
}
