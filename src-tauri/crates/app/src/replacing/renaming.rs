//! Another id for an entry: its own file, its file's name, every link, judged queries and the record of its reviews. The
//! old id is given up for good.

use super::finding::effect;
use crate::contract::{RenameRequest, RenameView, RenamedFile, Words};
use crate::vocabulary::FileText;
use std::path::Path;
use yingda_content::judged::judged_texts;
use yingda_content::links::with_links_to;
use yingda_content::retired::{RETIRED_IDS, retired_ids, with_retired_id};
use yingda_content::sheet::{Setting, SheetFault, set};
use yingda_content::table::Table;
use yingda_content::{Entry, EntryId, Language, Library};

/// Why an entry can't get an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotRenamed {
    /// There is no such entry.
    Unknown,
    /// Not an id.
    NotAnId { text: String },
    /// Another entry has it.
    Taken { title: String },
    /// It was given up before.
    Retired,
    /// It is the same.
    Same,
    /// A file can't be changed safely.
    Sheet { file: String, fault: SheetFault },
}

impl NotRenamed {
    pub(super) fn words(&self) -> Words {
        let both = |zh: &str, en: &str| Words {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        match self {
            Self::Unknown => both(
                "这一条已经不在了，请重新读取。",
                "This entry is not there any more; read again.",
            ),
            Self::NotAnId { text } => Words {
                zh: format!("「{text}」不能作编号：请用小写字母、数字和单个连字符，如 card-loss。"),
                en: format!(
                    "“{text}” is no id: use lower-case letters, digits and single hyphens, such as card-loss."
                ),
            },
            Self::Taken { title } => Words {
                zh: format!("这个编号是《{title}》的，请换一个。"),
                en: format!("This id belongs to “{title}”; choose another one."),
            },
            Self::Retired => both(
                "这个编号以前用过，已经停用，请换一个。",
                "This id was used before and was given up; choose another one.",
            ),
            Self::Same => both("编号没有变。", "The id is the same."),
            Self::Sheet { file, fault } => Words {
                zh: format!("{file}：{}", fault.what(Language::Chinese)),
                en: format!("{file}: {}", fault.what(Language::English)),
            },
        }
    }
}

/// What another id changes, for a person to look at.
pub(super) fn preview(root: &Path, library: &Library, request: &RenameRequest) -> RenameView {
    match files(root, library, request) {
        Err(refused) => RenameView {
            refused: Some(refused.words()),
            files: Vec::new(),
        },
        Ok(files) => RenameView {
            refused: None,
            files: shown(&files),
        },
    }
}

/// A file that moves is one that goes and one that comes with another name.
fn shown(files: &[FileText]) -> Vec<RenamedFile> {
    let mut shown: Vec<RenamedFile> = Vec::new();
    for file in files {
        let (Some(before), comes) = (&file.before, &file.after) else {
            continue;
        };
        let folder = file.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let moved = files.iter().find(|other| {
            let same_folder =
                other.file.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
            comes.is_none() && other.before.is_none() && same_folder
        });
        let after = comes
            .as_ref()
            .or_else(|| moved.and_then(|moved| moved.after.as_ref()));
        let after = after.map_or("", String::as_str);
        let lines = before
            .lines()
            .zip(after.lines())
            .filter(|(one, other)| one != other);
        shown.push(RenamedFile {
            lapses: file.file.starts_with("entries/") && effect(&file.file, before, after).lapses,
            to: moved.map(|moved| moved.file.clone()),
            lines: lines
                .map(|(one, other)| (one.to_owned(), other.to_owned()))
                .collect(),
            file: file.file.clone(),
        });
    }
    shown
}

/// What another id writes.
pub(super) fn files(
    root: &Path,
    library: &Library,
    request: &RenameRequest,
) -> Result<Vec<FileText>, NotRenamed> {
    let (entry, to) = wanted(root, library, request)?;
    let from = &entry.id;
    let mut files = Vec::new();
    for other in library.entries() {
        let Ok(text) = std::fs::read_to_string(root.join(&other.file)) else {
            continue;
        };
        let after = entry_text(&text, other, from, &to).map_err(|fault| NotRenamed::Sheet {
            file: other.file.clone(),
            fault,
        })?;
        push(&mut files, &other.file, text, after, from, &to);
    }
    for (file, text) in judged_texts(root).0 {
        let after = judged_text(&file, &text, from, &to);
        push(&mut files, &file, text, after, from, &to);
    }
    let reviews = format!("reviews/{from}.jsonl");
    if let Ok(text) = std::fs::read_to_string(root.join(&reviews)) {
        push(&mut files, &reviews, text.clone(), text, from, &to);
    }
    // The table of contents of the shipped knowledge names ids like code.
    if let Ok(text) = std::fs::read_to_string(root.join("README.md")) {
        let after = text.replace(&format!("`{from}`"), &format!("`{to}`"));
        push(&mut files, "README.md", text, after, from, &to);
    }
    let retired = std::fs::read_to_string(root.join(RETIRED_IDS)).ok();
    files.push(FileText {
        file: RETIRED_IDS.to_owned(),
        after: Some(with_retired_id(retired.as_deref(), from)),
        before: retired,
    });
    Ok(files)
}

fn wanted<'a>(
    root: &Path,
    library: &'a Library,
    request: &RenameRequest,
) -> Result<(&'a Entry, EntryId), NotRenamed> {
    let entry = EntryId::parse(&request.id).and_then(|id| library.get(&id));
    let entry = entry.ok_or(NotRenamed::Unknown)?;
    let text = request.to.trim().to_owned();
    let to = EntryId::parse(&text).ok_or(NotRenamed::NotAnId { text })?;
    if to == entry.id {
        return Err(NotRenamed::Same);
    }
    if let Some(other) = library.get(&to) {
        let title = other.title.clone();
        return Err(NotRenamed::Taken { title });
    }
    if retired_ids(root).contains(&to) {
        return Err(NotRenamed::Retired);
    }
    Ok((entry, to))
}

/// A file that changed; one that is called by the id gets another name.
fn push(
    files: &mut Vec<FileText>,
    file: &str,
    before: String,
    after: String,
    from: &EntryId,
    to: &EntryId,
) {
    let moved = renamed(file, from, to);
    if moved.is_none() && before == after {
        return;
    }
    let (stays, comes) = match moved {
        Some(_) => (None, Some(after)),
        None => (Some(after), None),
    };
    files.push(FileText {
        file: file.to_owned(),
        before: Some(before),
        after: stays,
    });
    files.extend(moved.map(|file| FileText {
        file,
        before: None,
        after: comes,
    }));
}

fn renamed(file: &str, from: &EntryId, to: &EntryId) -> Option<String> {
    let (folder, name) = file.rsplit_once('/')?;
    let ending = name.strip_prefix(from.as_str())?;
    matches!(ending, ".md" | ".jsonl").then(|| format!("{folder}/{to}{ending}"))
}

fn entry_text(
    text: &str,
    entry: &Entry,
    from: &EntryId,
    to: &EntryId,
) -> Result<String, SheetFault> {
    let other = |id: &EntryId| if id == from { to.clone() } else { id.clone() };
    let mut changed = with_links_to(text, from, to);
    if entry.id == *from {
        changed = set(&changed, &[Setting::Id(to)])?;
    }
    if entry.related.contains(from) {
        let related: Vec<EntryId> = entry.related.iter().map(other).collect();
        changed = set(&changed, &[Setting::Related(&related)])?;
    }
    if entry.superseded_by.as_ref() == Some(from) {
        changed = set(&changed, &[Setting::SupersededBy(Some(to))])?;
    }
    Ok(changed)
}

/// The third column of each line that is a query.
fn judged_text(file: &str, text: &str, from: &EntryId, to: &EntryId) -> String {
    if Table::of_file(file) != Some(Table::Judged) {
        return text.to_owned();
    }
    let line = |line: &str| {
        if line.starts_with('#') {
            return line.to_owned();
        }
        let mut columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if let Some(ids) = columns.get_mut(2) {
            let named = ids.split(',').map(|id| {
                if id.trim() == from.as_str() {
                    id.replace(from.as_str(), to.as_str())
                } else {
                    id.to_owned()
                }
            });
            *ids = named.collect::<Vec<_>>().join(",");
        }
        columns.join("\t")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
