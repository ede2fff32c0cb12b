//! How values are written in front matter.

use super::Setting;
use crate::clock::BeijingTime;
use crate::entry::{Approval, Channel, EntryId, FieldSpec, Source, Validity};
use std::collections::BTreeMap;
use std::fmt::Write;
use time::Date;

impl Setting<'_> {
    /// The key's name.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Id(_) => "id",
            Self::Kind(_) => "kind",
            Self::Title(_) => "title",
            Self::Aliases(_) => "aliases",
            Self::NotFor(_) => "not_for",
            Self::Tags(_) => "tags",
            Self::Product(_) => "product",
            Self::Stage(_) => "stage",
            Self::Channel(_) => "channel",
            Self::Scope(_) => "scope",
            Self::Related(_) => "related",
            Self::Owner(_) => "owner",
            Self::MustRead(_) => "must_read",
            Self::Pin(_) => "pin",
            Self::Fields(_) => "fields",
            Self::Status(_) => "status",
            Self::Approvals(_) => "approvals",
            Self::Valid(_) => "valid",
            Self::ReviewBy(_) => "review_by",
            Self::SupersededBy(_) => "superseded_by",
            Self::Source(_) => "source",
        }
    }

    /// What stands behind the colon, its blank or line end included; `None` takes the key out.
    pub(super) fn written(&self, line_end: &str) -> Option<String> {
        match self {
            Self::Approvals(approvals) => approvals_below(approvals, line_end),
            _ => self.in_line().map(|value| format!(" {value}")),
        }
    }

    fn in_line(&self) -> Option<String> {
        match self {
            Self::Id(id) => Some(id.to_string()),
            Self::Kind(kind) => Some(kind.as_str().to_owned()),
            Self::Title(title) => Some(scalar(title)),
            Self::Aliases(words) | Self::NotFor(words) | Self::Tags(words) | Self::Scope(words) => {
                list(words.iter().map(|word| scalar(word)))
            }
            Self::Product(word) | Self::Owner(word) => word.map(scalar),
            Self::Stage(stage) => stage.map(|stage| stage.as_str().to_owned()),
            Self::Channel(channels) => {
                let both = Channel::ALL
                    .iter()
                    .all(|channel| channels.contains(channel));
                let names = channels.iter().map(|channel| channel.as_str().to_owned());
                (!both).then(|| list(names)).flatten()
            }
            Self::Related(ids) => list(ids.iter().map(EntryId::to_string)),
            Self::MustRead(must) => must.then(|| "true".to_owned()),
            Self::Pin(weight) => (*weight != 0).then(|| weight.to_string()),
            Self::Fields(fields) => fields_in_line(fields),
            Self::Status(status) => Some(status.as_str().to_owned()),
            Self::Approvals(_) => None,
            Self::Valid(valid) => validity(*valid),
            Self::ReviewBy(until) => until.map(day),
            Self::SupersededBy(id) => id.map(EntryId::to_string),
            Self::Source(source) => source.map(from),
        }
    }
}

fn approvals_below(approvals: &[Approval], line_end: &str) -> Option<String> {
    let lines = approvals.iter().map(|approval| {
        let mut pairs = vec![
            format!("role: {}", scalar(&approval.role)),
            format!("by: {}", scalar(&approval.by)),
            format!("date: {}", day(approval.date)),
        ];
        pairs.extend(
            approval
                .number
                .iter()
                .map(|number| format!("number: {}", quoted(number))),
        );
        pairs.extend(
            approval
                .digest
                .iter()
                .map(|digest| format!("digest: {}", quoted(digest))),
        );
        format!("{line_end}  - {{{}}}", pairs.join(", "))
    });
    let lines: String = lines.collect();
    (!lines.is_empty()).then_some(lines)
}

fn fields_in_line(fields: &BTreeMap<String, FieldSpec>) -> Option<String> {
    let pairs = fields.iter().map(|(name, spec)| {
        let mut of = vec![format!("type: {}", spec.kind.as_str())];
        of.extend(spec.required.then(|| "required: true".to_owned()));
        let options = list(spec.options.iter().map(|option| scalar(option)));
        of.extend(options.map(|options| format!("options: {options}")));
        format!("{}: {{{}}}", scalar(name), of.join(", "))
    });
    let pairs: Vec<String> = pairs.collect();
    (!pairs.is_empty()).then(|| format!("{{{}}}", pairs.join(", ")))
}

fn validity(valid: Validity) -> Option<String> {
    let from = valid.from.map(|from| format!("from: {}", moment(from)));
    let until = valid.until.map(|until| format!("until: {}", day(until)));
    let pairs: Vec<String> = from.into_iter().chain(until).collect();
    (!pairs.is_empty()).then(|| format!("{{{}}}", pairs.join(", ")))
}

fn from(source: &Source) -> String {
    let section = source
        .section
        .iter()
        .map(|section| format!(", section: {}", quoted(section)));
    format!(
        "{{title: {}{}}}",
        scalar(&source.title),
        section.collect::<String>()
    )
}

fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

pub(super) fn day(day: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}

pub(super) fn moment(moment: BeijingTime) -> String {
    let clock = moment.reading().time();
    format!(
        "{}T{:02}:{:02}",
        day(moment.date()),
        clock.hour(),
        clock.minute()
    )
}

/// A text without quotes where no reader of YAML could take it for anything else.
fn scalar(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

fn is_plain(text: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || "-_./、。，？！（）《》〔〕“”「」".contains(c);
    let begins = text.chars().next().is_some_and(char::is_alphanumeric);
    let null = matches!(
        text.to_ascii_lowercase().as_str(),
        "null" | "true" | "false"
    );
    begins && !null && text.chars().all(letter)
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            // Line ends of any kind and what can't be seen would break the line or be lost.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing to a string can't fail.
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
