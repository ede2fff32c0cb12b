//! The values of a text as a form shows them, and one value changed in the text.

use super::sections;
use crate::contract::{
    AppError, CardPart, EntryForm, ErrorCode, FieldForm, FormChange, PartText, SourceForm,
    SourceView, ValidityForm,
};
use crate::finding::reference;
use crate::snapshot::Snapshot;
use crate::standing::day;
use std::collections::BTreeMap;
use time::macros::format_description;
use time::{Date, PrimitiveDateTime};
use yingda_content::entry::{Entry, FieldSpec, Source, Validity};
use yingda_content::fault::Part;
use yingda_content::problem::Language;
use yingda_content::sheet::{self, Setting, SheetFault};
use yingda_content::{BeijingTime, EntryId};

/// The parts a form has a box for.
const PARTS: [(CardPart, Part); 4] = [
    (CardPart::Say, Part::Say),
    (CardPart::Must, Part::Must),
    (CardPart::Never, Part::Never),
    (CardPart::Internal, Part::Internal),
];

/// Why a value of the form was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FormFault {
    /// The text can't be changed so.
    Sheet(SheetFault),
    /// Not a day, or not a day with its time.
    NoDay(String),
    /// Not an id.
    NoId(String),
    /// An entry has a title.
    NoTitle,
}

impl FormFault {
    /// One sentence: what, and what to do.
    pub(super) fn what(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoTitle, Language::Chinese) => "标题不能为空，请填写标题。".to_owned(),
            (Self::NoTitle, Language::English) => {
                "An entry needs a title; please type one.".to_owned()
            }
            (Self::Sheet(fault), _) => fault.what(language),
            (Self::NoDay(text), Language::Chinese) => {
                format!("「{text}」不是有效的日期，请写成 2026-05-01。")
            }
            (Self::NoDay(text), Language::English) => {
                format!("“{text}” is not a valid date; write it as 2026-05-01.")
            }
            (Self::NoId(text), Language::Chinese) => {
                format!("「{text}」不能作编号，请用小写英文字母、数字和连字符。")
            }
            (Self::NoId(text), Language::English) => {
                format!("“{text}” can't be an id; use lower-case letters, digits and hyphens.")
            }
        }
    }
}

impl From<SheetFault> for FormFault {
    fn from(fault: SheetFault) -> Self {
        Self::Sheet(fault)
    }
}

/// The text with one value changed.
///
/// # Errors
/// With a sentence when the value is not one, or the text can't be changed safely.
pub fn change(text: &str, change: &FormChange, language: Language) -> Result<String, AppError> {
    changed(text, change)
        .map_err(|fault| AppError::new(ErrorCode::FormRefused, fault.what(language)))
}

pub(super) fn of(entry: &Entry, body: Option<&str>, snapshot: &Snapshot) -> EntryForm {
    let part = |(part, of): (CardPart, Part)| {
        let text = sections::text_of(body?, of)?.to_owned();
        Some(PartText { part, text })
    };
    let field = |(name, spec): (&String, &FieldSpec)| FieldForm {
        name: name.clone(),
        kind: spec.kind,
        required: spec.required,
        options: spec.options.clone(),
    };
    let there = |id: &EntryId| snapshot.library.get(id).map(|entry| reference(entry));
    EntryForm {
        id: entry.id.to_string(),
        kind: entry.kind,
        title: entry.title.clone(),
        aliases: entry.aliases.clone(),
        not_for: entry.not_for.clone(),
        tags: entry.tags.clone(),
        product: entry.product.clone().unwrap_or_default(),
        stage: entry.stage,
        channel: entry.channel.clone(),
        scope: entry.scope.clone(),
        related: entry.related.iter().map(EntryId::to_string).collect(),
        related_titles: entry.related.iter().filter_map(there).collect(),
        owner: entry.owner.clone().unwrap_or_default(),
        must_read: entry.must_read,
        pin: entry.pin,
        fields: entry.fields.iter().map(field).collect(),
        valid: ValidityForm {
            from: entry.valid.from.map(written_moment).unwrap_or_default(),
            until: entry.valid.until.map(day).unwrap_or_default(),
        },
        review_by: entry.review_by.map(day).unwrap_or_default(),
        superseded_by: entry
            .superseded_by
            .as_ref()
            .map(EntryId::to_string)
            .unwrap_or_default(),
        source: entry.source.as_ref().map(|source| SourceView {
            title: source.title.clone(),
            section: source.section.clone(),
        }),
        parts: PARTS.into_iter().filter_map(part).collect(),
    }
}

fn changed(text: &str, change: &FormChange) -> Result<String, FormFault> {
    let one = |setting: Setting<'_>| Ok(sheet::set(text, &[setting])?);
    match change {
        FormChange::Title(title) => one(Setting::Title(filled(title).ok_or(FormFault::NoTitle)?)),
        FormChange::Kind(kind) => one(Setting::Kind(*kind)),
        FormChange::Aliases(words) => one(Setting::Aliases(&clean(words))),
        FormChange::NotFor(words) => one(Setting::NotFor(&clean(words))),
        FormChange::Tags(words) => one(Setting::Tags(&clean(words))),
        FormChange::Product(word) => one(Setting::Product(filled(word))),
        FormChange::Stage(stage) => one(Setting::Stage(*stage)),
        FormChange::Channel(channels) => one(Setting::Channel(channels)),
        FormChange::Scope(words) => one(Setting::Scope(&clean(words))),
        FormChange::Related(ids) => one(Setting::Related(&parsed(ids)?)),
        FormChange::Owner(word) => one(Setting::Owner(filled(word))),
        FormChange::MustRead(must) => one(Setting::MustRead(*must)),
        FormChange::Pin(weight) => one(Setting::Pin((*weight).clamp(-2, 2))),
        FormChange::Fields(fields) => one(Setting::Fields(&specs(fields))),
        FormChange::Valid(valid) => one(Setting::Valid(validity(valid)?)),
        FormChange::ReviewBy(on) => one(Setting::ReviewBy(filled(on).map(read_day).transpose()?)),
        FormChange::SupersededBy(id) => {
            let id = parsed(std::slice::from_ref(id))?;
            one(Setting::SupersededBy(id.first()))
        }
        FormChange::Source(source) => one(Setting::Source(from(source).as_ref())),
        FormChange::Part(part) => with_part(text, part),
    }
}

fn with_part(text: &str, part: &PartText) -> Result<String, FormFault> {
    let body = sheet::body(text).ok_or(SheetFault::Unreadable)?;
    let of = PARTS
        .into_iter()
        .find_map(|(name, of)| (name == part.part).then_some(of));
    let body = of.map_or_else(
        || body.to_owned(),
        |of| sections::with_text(body, of, &part.text),
    );
    Ok(sheet::with_body(text, &body)?)
}

fn clean(words: &[String]) -> Vec<String> {
    let mut clean: Vec<String> = Vec::new();
    for word in words.iter().map(|word| word.trim()) {
        if !word.is_empty() && !clean.iter().any(|known| known == word) {
            clean.push(word.to_owned());
        }
    }
    clean
}

fn filled(word: &str) -> Option<&str> {
    Some(word.trim()).filter(|word| !word.is_empty())
}

fn parsed(ids: &[String]) -> Result<Vec<EntryId>, FormFault> {
    clean(ids)
        .into_iter()
        .map(|id| EntryId::parse(&id).ok_or(FormFault::NoId(id)))
        .collect()
}

fn specs(fields: &[FieldForm]) -> BTreeMap<String, FieldSpec> {
    let named = fields.iter().filter_map(|field| {
        let name = filled(&field.name)?.to_owned();
        let spec = FieldSpec {
            kind: field.kind,
            required: field.required,
            options: clean(&field.options),
        };
        Some((name, spec))
    });
    named.collect()
}

fn validity(valid: &ValidityForm) -> Result<Validity, FormFault> {
    Ok(Validity {
        from: filled(&valid.from).map(read_moment).transpose()?,
        until: filled(&valid.until).map(read_day).transpose()?,
    })
}

fn from(source: &SourceForm) -> Option<Source> {
    Some(Source {
        title: filled(&source.title)?.to_owned(),
        section: filled(&source.section).map(str::to_owned),
    })
}

fn read_day(text: &str) -> Result<Date, FormFault> {
    Date::parse(text, &format_description!("[year]-[month]-[day]"))
        .map_err(|_| FormFault::NoDay(text.to_owned()))
}

fn read_moment(text: &str) -> Result<BeijingTime, FormFault> {
    let with_time = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    match PrimitiveDateTime::parse(text, &with_time) {
        Ok(moment) => Ok(BeijingTime::wall(moment)),
        Err(_) => read_day(text).map(BeijingTime::start_of),
    }
}

/// A day where the moment is its midnight.
fn written_moment(moment: BeijingTime) -> String {
    if moment == BeijingTime::start_of(moment.date()) {
        day(moment.date())
    } else {
        sheet::moment(moment)
    }
}
