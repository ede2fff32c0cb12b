//! What the history of an entry's file tells: who wrote in it since its last approved version, and what that was.

use crate::store::Store;
use crate::{VersionId, Workspace, WorkspaceFault};
use std::collections::BTreeSet;
use yingda_content::entry::Status;
use yingda_content::{read_entry, sheet};

/// More versions than any one entry has.
const ALL: usize = 100_000;

/// An approved version of an entry's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovedText {
    /// The version.
    pub version: VersionId,
    /// The file's text.
    pub text: String,
}

/// An entry's past, as far as a review needs it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past {
    /// Who wrote in the entry since its last approved version, the last writer first, each once. Approving, handing in
    /// and giving back are no writing.
    pub writers: Vec<String>,
    /// The last approved version; `None` when no text of it was ever approved.
    pub approved: Option<ApprovedText>,
    /// Whether it was withdrawn or retired since.
    pub taken_back: bool,
    /// Whether the folder holds a text that no version knows: another program changed it.
    pub outside: bool,
}

/// One version of a file: which, who made it, and the text (`None`: the file was deleted).
type Made = (VersionId, String, Option<String>);

/// Reads the past of an entry's file. A file that was given another name is followed back.
///
/// # Errors
/// When the history can't be read.
pub fn past(workspace: &Workspace, file: &str) -> Result<Past, WorkspaceFault> {
    let mut past = Past::default();
    let mut name = file.to_owned();
    let mut newest = true;
    let mut names = vec![name.clone()];
    let mut before: Option<VersionId> = None;
    loop {
        let made = versions(workspace, &name, before.as_ref())?;
        if newest {
            let last = made.first().and_then(|(.., text)| text.clone());
            past.outside = workspace.text(&name)? != last;
            newest = false;
        }
        let earlier = made
            .last()
            .map(|(version, _, text)| (version.clone(), text.clone()));
        let rest = past.take(made);
        if let Some(approved) = &past.approved {
            let since = since(workspace, &approved.version)?;
            past.take_beside(rest, &since);
            return Ok(past);
        }
        let Some((version, Some(text))) = earlier else {
            return Ok(past);
        };
        match renamed_from(workspace, &version, &text)? {
            Some(older) if !names.contains(&older) => {
                names.push(older.clone());
                (name, before) = (older, Some(version));
            }
            _ => return Ok(past),
        }
    }
}

/// The versions of a file, newest first; with `before`, only those older than it.
fn versions(
    workspace: &Workspace,
    file: &str,
    before: Option<&VersionId>,
) -> Result<Vec<Made>, WorkspaceFault> {
    let mut versions = workspace.history(Some(file), ALL)?;
    if let Some(before) = before {
        let at = versions.iter().position(|version| version.id == *before);
        versions.drain(..at.map_or(versions.len(), |at| at + 1));
    }
    let made = versions.into_iter().map(|version| {
        let text = workspace.text_at(&version.id, file)?;
        Ok((version.id, version.by, text))
    });
    made.collect()
}

/// The file that a version took away and whose text it put under another name.
fn renamed_from(
    workspace: &Workspace,
    version: &VersionId,
    text: &str,
) -> Result<Option<String>, WorkspaceFault> {
    for file in workspace.version(version)?.files {
        if workspace.text_at(version, &file)?.is_some() {
            continue;
        }
        let last = workspace
            .history(Some(&file), ALL)?
            .into_iter()
            .skip_while(|made| made.id != *version)
            .nth(1);
        let Some(last) = last else { continue };
        let was = workspace.text_at(&last.id, &file)?;
        if was.as_deref().and_then(sheet::body) == sheet::body(text) {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

impl Past {
    /// Takes versions in, newest first, up to the first approved one; gives back those behind it.
    fn take(&mut self, made: Vec<Made>) -> Vec<(Made, Option<String>)> {
        let older: Vec<Option<String>> = made
            .iter()
            .skip(1)
            .map(|(.., text)| text.clone())
            .chain([None])
            .collect();
        let mut pairs = made.into_iter().zip(older);
        for ((version, by, text), before) in pairs.by_ref() {
            match (status(text.as_deref()), text) {
                (Some(Status::Approved), Some(text)) => {
                    self.approved = Some(ApprovedText { version, text });
                    break;
                }
                (status, text) => {
                    self.taken_back |= matches!(status, Some(Status::Withdrawn | Status::Retired));
                    self.note(&by, before.as_deref(), text.as_deref());
                }
            }
        }
        pairs.collect()
    }

    /// Takes in what a colleague wrote at the same time as the approval: the approval did not see it, a merge brought it.
    fn take_beside(&mut self, made: Vec<(Made, Option<String>)>, since: &BTreeSet<VersionId>) {
        for ((version, by, text), before) in made {
            if since.contains(&version) {
                self.note(&by, before.as_deref(), text.as_deref());
            }
        }
    }

    fn note(&mut self, by: &str, before: Option<&str>, after: Option<&str>) {
        if wrote(before, after) && self.writers.iter().all(|writer| writer != by) {
            self.writers.push(by.to_owned());
        }
    }
}

fn status(text: Option<&str>) -> Option<Status> {
    text.and_then(|text| read_entry("", text).entry)
        .map(|entry| entry.status)
}

/// Every version that the given one does not stand on.
fn since(
    workspace: &Workspace,
    version: &VersionId,
) -> Result<BTreeSet<VersionId>, WorkspaceFault> {
    let store = Store::look(workspace.folder())?;
    let mut walk = store.repo.revwalk()?;
    walk.push_head()?;
    walk.hide(version.oid()?)?;
    walk.map(|id| Ok(VersionId::of(id?))).collect()
}

/// Whether a version changed anything but where the entry stands in its life.
fn wrote(before: Option<&str>, after: Option<&str>) -> bool {
    let bare = |text: &str| {
        let life = [
            sheet::Setting::Status(Status::Draft),
            sheet::Setting::Approvals(&[]),
            sheet::Setting::SupersededBy(None),
        ];
        sheet::set(text, &life).unwrap_or_else(|_| text.to_owned())
    };
    before.map(bare) != after.map(bare)
}

#[cfg(test)]
mod tests {
    use super::{Made, Past};
    use crate::VersionId;
    use yingda_content::sheet::digest_of;

    fn draft(text: &str) -> String {
        format!("---\nid: a\nkind: faq\ntitle: 甲\nstatus: in_review\n---\n## 可直接说\n{text}\n")
    }

    fn approved(text: &str) -> String {
        let digest = digest_of(&draft(text)).unwrap();
        let approval = format!(
            "status: approved\napprovals:\n  - {{role: 业务, by: 丙, date: 2026-05-01, digest: \"{digest}\"}}"
        );
        draft(text).replace("status: in_review", &approval)
    }

    /// The past of versions given oldest first.
    fn past(versions: &[(&str, String)]) -> Past {
        let id = |n: usize| VersionId::parse(&format!("{n:040x}")).unwrap();
        let made = |(n, (by, text)): (usize, &(&str, String))| {
            (id(n), (*by).to_owned(), Some(text.clone()))
        };
        let mut made: Vec<Made> = versions.iter().enumerate().map(made).collect();
        made.reverse();
        let mut past = Past::default();
        past.take(made);
        past
    }

    #[test]
    fn everybody_who_wrote_since_the_last_approved_version_is_a_writer() {
        let history = past(&[
            ("戊", draft("零")),
            ("甲", approved("一")),
            ("乙", draft("二")),
            ("丁", draft("三")),
            ("乙", draft("四")),
        ]);
        assert_eq!(history.writers, ["乙", "丁"]);
        assert_eq!(history.approved.unwrap().text, approved("一"));
    }

    #[test]
    fn what_was_never_approved_has_all_its_writers() {
        let history = past(&[("甲", draft("一")), ("乙", draft("二"))]);
        assert_eq!((history.writers.len(), history.approved), (2, None));
    }

    #[test]
    fn handing_in_and_giving_back_is_no_writing() {
        let handed_in = draft("一").replace("in_review", "draft");
        let history = past(&[("甲", draft("一")), ("乙", handed_in)]);
        assert_eq!(history.writers, ["甲"]);
    }

    #[test]
    fn an_approval_that_does_not_fit_is_no_approved_version() {
        let tampered = approved("一").replace("\n一\n", "\n二\n");
        let history = past(&[("甲", draft("一")), ("乙", tampered)]);
        assert_eq!((history.writers.len(), history.approved), (2, None));
    }

    #[test]
    fn it_is_known_when_it_was_taken_back() {
        let withdrawn = draft("一").replace("in_review", "withdrawn");
        assert!(
            past(&[
                ("甲", approved("一")),
                ("乙", withdrawn),
                ("甲", draft("二"))
            ])
            .taken_back
        );
        assert!(!past(&[("甲", approved("一")), ("甲", draft("二"))]).taken_back);
    }
}
