//! What one key can do about a fault. A fix only does what its label says; where no single answer is right there is
//! none, or one for each answer.

mod dates;
mod markup;

use super::line_edit::{between, replacing};
use super::slug;
use crate::contract::{QuickFix, Words};
use yingda_content::entry::{FieldKind, Status};
use yingda_content::fault::{BodyFault, LibraryFault, ShapeFault, ValueFault};
use yingda_content::sheet::{self, Setting};
use yingda_content::{EntryId, Fault, read_entry};
use yingda_text::Lexicon;

/// Where a fault stands.
pub(super) struct Fixing<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// Its lines.
    pub(super) lines: &'a [&'a str],
    /// The fault's line, from 1.
    pub(super) line: Option<usize>,
    /// For what a title sounds like.
    pub(super) lexicon: &'a Lexicon,
}

/// The fixes of a fault, the likeliest first.
pub(super) fn of(fault: &Fault, at: &Fixing<'_>) -> Vec<QuickFix> {
    match fault {
        Fault::Shape(fault) => of_shape(fault, at),
        Fault::Value(fault) => of_value(fault, at),
        Fault::Body(fault) => of_body(fault, at),
        Fault::Library(fault) => of_library(fault, at),
        _ => Vec::new(),
    }
}

fn of_shape(fault: &ShapeFault, at: &Fixing<'_>) -> Vec<QuickFix> {
    let fix = match fault {
        ShapeFault::KeyUnknown {
            key,
            nearest: Some(nearest),
        } => {
            let own = key.rsplit('.').next().unwrap_or(key);
            at.with_line(|line| line.replacen(own, nearest, 1), &put(nearest))
        }
        ShapeFault::KeyUnknown { nearest: None, .. } | ShapeFault::KeyTwice { .. } => {
            at.without_line()
        }
        ShapeFault::KeyMissing { key } => match key.as_str() {
            "status" => at.below_dashes("status: draft"),
            "kind" => at.below_dashes("kind: faq"),
            "id" => at.titled_id(),
            _ => None,
        },
        ShapeFault::FrontMatterUnclosed => at.closing_dashes(),
        ShapeFault::FrontMatterMissing => Some(replacing(
            1,
            0,
            [
                "---",
                "id: new-entry",
                "kind: faq",
                "title: 新条目",
                "status: draft",
                "---",
            ]
            .map(str::to_owned)
            .to_vec(),
            words("加上属性区", "Add front matter"),
        )),
        _ => None,
    };
    fix.into_iter().collect()
}

fn of_value(fault: &ValueFault, at: &Fixing<'_>) -> Vec<QuickFix> {
    match fault {
        ValueFault::DateBad {
            text, with_time, ..
        } => {
            let meant = dates::meant(text, *with_time);
            let fix = meant.and_then(|meant| {
                at.with_line(|line| line.replacen(text.as_str(), &meant, 1), &put(&meant))
            });
            fix.into_iter().collect()
        }
        ValueFault::WordUnknown { word, known, .. } => known
            .iter()
            .filter_map(|known| {
                at.with_line(|line| line.replacen(word.as_str(), known, 1), &put(known))
            })
            .collect(),
        ValueFault::IdBad { key, text } if key == "id" => {
            let id = slug::of(text, at.lexicon);
            let fix = at.with_line(|line| line.replacen(text.as_str(), &id, 1), &put(&id));
            fix.into_iter().collect()
        }
        ValueFault::PinOutOfRange { text } => {
            let end = if text.starts_with('-') { "-2" } else { "2" };
            let fix = at.with_line(|line| line.replacen(text.as_str(), end, 1), &put(end));
            fix.into_iter().collect()
        }
        ValueFault::StageOnOtherKind { .. } => at.without_line().into_iter().collect(),
        ValueFault::ChoiceWithoutOptions { field } | ValueFault::OptionsUnused { field } => {
            at.plain_field(field).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_body(fault: &BodyFault, at: &Fixing<'_>) -> Vec<QuickFix> {
    let fix = match fault {
        BodyFault::PartMisspelt { part, .. } => {
            let heading = format!("## {}", part.heading());
            at.with_line(|_| heading.clone(), &put(&heading))
        }
        BodyFault::HeadingTooHigh => at.with_line(
            |line| line.replacen('#', "##", 1),
            &words("改成二级标题", "Make it a level-2 heading"),
        ),
        BodyFault::RawHtml => at.with_line(
            markup::without_tags,
            &words("去掉标签", "Take the tags out"),
        ),
        BodyFault::Image => at.with_line(
            markup::without_pictures,
            &words("只留说明文字", "Keep the description only"),
        ),
        BodyFault::ExternalLink { .. } => at.with_line(
            markup::without_links,
            &words("改成普通文字", "Make it plain text"),
        ),
        BodyFault::LinkIdBad { text } => at.with_line(
            |line| line.replacen(&format!("[[{text}]]"), text, 1),
            &words("改成普通文字", "Make it plain text"),
        ),
        BodyFault::FieldUnused { field } => at.without_field(field),
        BodyFault::StepsMissing => Some(replacing(
            at.lines.len() + 1,
            0,
            vec!["## 步骤".to_owned(), "### start 开始".to_owned()],
            words("加上「步骤」", "Add 步骤"),
        )),
        _ => None,
    };
    fix.into_iter().collect()
}

fn of_library(fault: &LibraryFault, at: &Fixing<'_>) -> Vec<QuickFix> {
    let fix = match fault {
        LibraryFault::ApprovalMissing => at.set(
            &[Setting::Status(Status::Draft)],
            words("状态改成草稿", "Make it a draft"),
        ),
        LibraryFault::ApprovalUnbound { .. } | LibraryFault::ApprovalStale { .. } => at.set(
            &[Setting::Status(Status::InReview)],
            words("状态改成待审批", "Put it in review"),
        ),
        LibraryFault::Dangling { place, id } => at.without_reference(place, id),
        _ => None,
    };
    fix.into_iter().collect()
}

impl Fixing<'_> {
    fn own_line(&self) -> Option<&str> {
        self.lines.get(self.line?.checked_sub(1)?).copied()
    }

    /// The line changed; none where that changes nothing.
    fn with_line(&self, change: impl Fn(&str) -> String, label: &Words) -> Option<QuickFix> {
        let line = self.own_line()?;
        let changed = change(line);
        (changed != line)
            .then(|| replacing(self.line.unwrap_or(1), 1, vec![changed], label.clone()))
    }

    fn without_line(&self) -> Option<QuickFix> {
        // A value that goes on in the lines below would be left hanging.
        let next = self.lines.get(self.line?).copied().unwrap_or_default();
        let goes_on = next.starts_with([' ', '\t', '-']) && next != "---";
        (!goes_on).then(|| {
            replacing(
                self.line.unwrap_or(1),
                1,
                Vec::new(),
                words("删掉这一行", "Delete this line"),
            )
        })
    }

    fn below_dashes(&self, line: &str) -> Option<QuickFix> {
        let ends = self
            .lines
            .iter()
            .skip(1)
            .position(|line| line.trim_end() == "---")?;
        let label = words(&format!("加上 {line}"), &format!("Add {line}"));
        Some(replacing(ends + 2, 0, vec![line.to_owned()], label))
    }

    fn titled_id(&self) -> Option<QuickFix> {
        let title = self
            .lines
            .iter()
            .find_map(|line| line.strip_prefix("title:"))?;
        let id = slug::of(title.trim().trim_matches('"'), self.lexicon);
        let label = words(&format!("加上 id: {id}"), &format!("Add id: {id}"));
        Some(replacing(2, 0, vec![format!("id: {id}")], label))
    }

    /// `---` behind the last line that looks like a key.
    fn closing_dashes(&self) -> Option<QuickFix> {
        let is_key = |line: &str| {
            line.split_once(':').is_some_and(|(key, _)| {
                !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            }) || line.starts_with([' ', '\t'])
        };
        let keys = self
            .lines
            .iter()
            .skip(1)
            .take_while(|line| is_key(line))
            .count();
        let label = words("加上 ---", "Add ---");
        (keys > 0).then(|| replacing(keys + 2, 0, vec!["---".to_owned()], label))
    }

    fn set(&self, settings: &[Setting<'_>], label: Words) -> Option<QuickFix> {
        let changed = sheet::set(self.text, settings).ok()?;
        between(self.text, &changed, label)
    }

    fn without_field(&self, field: &str) -> Option<QuickFix> {
        let mut fields = read_entry("", self.text).entry?.fields;
        fields.remove(field)?;
        let label = words(
            &format!("去掉填空「{field}」"),
            &format!("Take out the field {field}"),
        );
        self.set(&[Setting::Fields(&fields)], label)
    }

    fn plain_field(&self, field: &str) -> Option<QuickFix> {
        let mut fields = read_entry("", self.text).entry?.fields;
        let spec = fields.get_mut(field)?;
        if spec.kind == FieldKind::Choice {
            spec.kind = FieldKind::Text;
        }
        spec.options.clear();
        let label = words(
            &format!("「{field}」去掉选项"),
            &format!("{field} without options"),
        );
        self.set(&[Setting::Fields(&fields)], label)
    }

    fn without_reference(&self, place: &str, id: &str) -> Option<QuickFix> {
        let label = words(&format!("去掉 {id}"), &format!("Take {id} out"));
        match place {
            "superseded_by" => self.set(&[Setting::SupersededBy(None)], label),
            "related" => {
                let entry = read_entry("", self.text).entry?;
                let stays = entry
                    .related
                    .into_iter()
                    .filter(|other| other.as_str() != id);
                let stays: Vec<EntryId> = stays.collect();
                self.set(&[Setting::Related(&stays)], label)
            }
            _ => None,
        }
    }
}

fn put(word: &str) -> Words {
    words(&format!("换成「{word}」"), &format!("Change to {word}"))
}

pub(super) fn words(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}
