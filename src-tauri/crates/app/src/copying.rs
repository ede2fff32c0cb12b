//! Copying: the one door by which wording leaves a card.
//!
//! 可直接说 goes with every one of its 必须说; 仅内部 has no way out. Only [`Approved`] wording is composed without a
//! question; expired wording needs a reason; the rest has no road to [`compose`] at all.

use crate::contract::{AppError, CopyReceipt, CopyRequest, ErrorCode};
use crate::finding::successor;
use crate::snapshot::Snapshot;
use std::collections::BTreeMap;
use time::macros::format_description;
use yingda_content::entry::{Entry, FieldKind, FieldSpec};
use yingda_content::plain::{field_names, spoken, spoken_sentence};
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
    let values = values(entry, &request.fields)?;
    let mut lines = vec![spoken(&entry.card.say, &values)];
    lines.extend(
        entry
            .card
            .must
            .iter()
            .map(|sentence| spoken_sentence(sentence, &values)),
    );
    let clock = format_description!("[hour]:[minute]:[second]");
    Ok(CopyReceipt {
        id: entry.id.to_string(),
        title: entry.title.clone(),
        text: lines.join("\n"),
        musts: u32::try_from(entry.card.must.len()).unwrap_or(u32::MAX),
        at: now.reading().time().format(&clock).unwrap_or_default(),
    })
}

/// The values to speak; an empty required blank and a value of the wrong kind stop the copy.
fn values(
    entry: &Entry,
    typed: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, AppError> {
    let mut values = BTreeMap::new();
    for name in field_names(entry) {
        let spec = entry.fields.get(&name).cloned().unwrap_or_default();
        let value = typed
            .get(&name)
            .map(|value| value.trim())
            .unwrap_or_default();
        if value.is_empty() {
            if spec.required {
                return Err(AppError::new(ErrorCode::FieldEmpty, name));
            }
            continue;
        }
        let Some(said) = said(value, &spec) else {
            return Err(AppError::new(ErrorCode::FieldInvalid, name));
        };
        values.insert(name, said);
    }
    Ok(values)
}

/// A value as it is said; `None` when its kind does not allow it.
fn said(value: &str, spec: &FieldSpec) -> Option<String> {
    let plain = yingda_text::fold(value).text();
    match spec.kind {
        FieldKind::Text => Some(value.to_owned()),
        FieldKind::Digits => plain.bytes().all(|b| b.is_ascii_digit()).then_some(plain),
        FieldKind::Amount => amount(&plain).then_some(plain),
        FieldKind::Date => date(&plain),
        FieldKind::Choice => spec.options.iter().find(|option| *option == value).cloned(),
    }
}

/// 1,234.50 or 1234.5, with or without 元.
fn amount(value: &str) -> bool {
    let number = value.trim_end_matches('元');
    let (whole, cents) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    whole.split(',').all(digits) && digits(cents) && cents.len() <= 2
}

/// A day typed as 2026-05-01 is said 2026年5月1日; a day in words stays as it is.
fn date(value: &str) -> Option<String> {
    let iso = format_description!("[year]-[month]-[day]");
    match time::Date::parse(value, &iso) {
        Ok(day) => Some(format!(
            "{}年{}月{}日",
            day.year(),
            u8::from(day.month()),
            day.day()
        )),
        Err(_) => value
            .contains(['日', '号', '天', '周'])
            .then(|| value.to_owned()),
    }
}
