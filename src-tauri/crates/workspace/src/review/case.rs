//! The case of one entry: the facts of its review, and what a person may do next.

use super::minor::minor;
use super::office::{Office, RuleFault, Rules};
use super::past::Past;
use super::record::{Record, What};
use super::refusal::Refusal;
use super::threads::{self, Thread, threads};
use std::collections::BTreeSet;
use yingda_content::entry::{Approval, Entry, Status};
use yingda_content::problem::Severity;
use yingda_content::{Reading, read_entry};

/// Who wants to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor<'a> {
    /// Their name.
    pub name: &'a str,
    /// Whether they may change anything: trainers and approvers.
    pub works: bool,
    /// Whether they may approve: approvers; everybody who works where the workspace names no approver.
    pub approves: bool,
    /// The office they belong to, if the workspace names one.
    pub office: Option<Office>,
}

/// The steps of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// 送审: draft → in review.
    Submit,
    /// 收回: in review → draft, by a writer.
    TakeBack,
    /// 批准: in review → approved, when it is the last approval asked for.
    Approve,
    /// 退回: in review → draft, with remarks.
    Return,
    /// 标为小改.
    MarkMinor,
    /// 确认小改: the approvals hold for the new text.
    ConfirmMinor,
    /// 撤回: nobody may say it from now on.
    Withdraw,
    /// 停用: replaced or no longer needed.
    Retire,
    /// 重新起草: withdrawn or retired → draft.
    Redraft,
}

impl Step {
    /// All of them, in the order the screen offers them.
    pub const ALL: [Self; 9] = [
        Self::Submit,
        Self::TakeBack,
        Self::Approve,
        Self::Return,
        Self::MarkMinor,
        Self::ConfirmMinor,
        Self::Withdraw,
        Self::Retire,
        Self::Redraft,
    ];
}

/// An approval that is given but not yet written into the entry, because others are still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The approver's office or post.
    pub role: String,
    /// Who.
    pub by: String,
    /// When: `2026-11-22T10:00:05`, Beijing.
    pub at: String,
    /// The document's number.
    pub number: Option<String>,
}

/// The facts of an entry's review.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its file.
    pub file: String,
    /// The file's text.
    pub text: String,
    /// What the text holds; `None` when it is no entry.
    pub entry: Option<Entry>,
    /// Where it is in its life, after its approvals were checked.
    pub status: Status,
    /// Whether the file has errors.
    pub broken: bool,
    /// What its history tells.
    pub past: Past,
    /// Its record.
    pub record: Record,
    /// The remarks.
    pub threads: Vec<Thread>,
    /// The offices that have to approve it; empty when any one approval is enough.
    pub needed: Vec<Office>,
    /// What is wrong with the rules.
    pub rules: Option<RuleFault>,
    /// Approvals for exactly this text that wait for the others.
    pub given: Vec<Signature>,
    /// Who called the change minor, if that waits to be confirmed.
    pub marked: Option<String>,
}

impl Case {
    /// Puts the facts together. `record` is the text of the entry's record, `rules` that of the rules; empty when there
    /// is none.
    #[must_use]
    pub fn of(file: &str, text: &str, past: Past, record: &str, rules: &str) -> Self {
        let Reading { entry, problems } = read_entry(file, text);
        let broken = problems
            .iter()
            .any(|problem| problem.severity() == Severity::Error);
        let record = Record::read(record);
        let (rules, faults) = Rules::read(rules);
        let digest = entry
            .as_ref()
            .map(|entry| entry.digest.clone())
            .unwrap_or_default();
        Self {
            file: file.to_owned(),
            text: text.to_owned(),
            status: entry.as_ref().map_or(Status::Draft, |entry| entry.status),
            broken: broken || entry.is_none(),
            threads: threads(&record),
            needed: needed(entry.as_ref(), &past, &rules),
            rules: faults.into_iter().next(),
            given: given(&record, &digest),
            marked: marked_minor(&record, &digest),
            record,
            past,
            entry,
        }
    }

    /// The remarks that are open.
    #[must_use]
    pub fn open_remarks(&self) -> usize {
        threads::open(&self.threads)
    }

    /// The offices that are still to approve.
    #[must_use]
    pub fn missing(&self) -> Vec<Office> {
        let gave = |office: &Office| {
            self.given
                .iter()
                .any(|given| Office::of_role(&given.role) == Some(*office))
        };
        self.needed
            .iter()
            .copied()
            .filter(|office| !gave(office))
            .collect()
    }

    /// Whether the approvals given are all that is asked for.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.given.is_empty() && self.missing().is_empty()
    }

    /// Whether the change since the last approved version could be called minor.
    ///
    /// # Errors
    /// Why not.
    pub fn minor(&self) -> Result<(), Refusal> {
        let approved = self.past.approved.as_ref().ok_or(Refusal::NeverApproved)?;
        if self.past.taken_back {
            return Err(Refusal::TakenBack);
        }
        minor(&approved.text, &self.text).map_err(Refusal::NotMinor)
    }

    /// The approvals of the last approved version.
    #[must_use]
    pub fn kept(&self) -> Vec<Approval> {
        let approved = self.past.approved.as_ref();
        let entry = approved.and_then(|approved| read_entry(&self.file, &approved.text).entry);
        entry.map(|entry| entry.approvals).unwrap_or_default()
    }

    /// Whether a person may take a step now.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn may(&self, step: Step, actor: &Actor<'_>) -> Result<(), Refusal> {
        if !actor.works {
            return Err(Refusal::OnlyReads);
        }
        // Taking something from the agents waits for nothing.
        if self.past.outside && step != Step::Withdraw {
            return Err(Refusal::Outside);
        }
        let starts = match step {
            Step::Submit => self.status == Status::Draft,
            Step::TakeBack
            | Step::Approve
            | Step::Return
            | Step::MarkMinor
            | Step::ConfirmMinor => self.status == Status::InReview,
            Step::Withdraw => self.status != Status::Withdrawn,
            Step::Retire => self.status == Status::Approved,
            Step::Redraft => matches!(self.status, Status::Withdrawn | Status::Retired),
        };
        if !starts {
            return Err(Refusal::State {
                status: self.status,
            });
        }
        match step {
            Step::Submit => self.is_sound(),
            Step::TakeBack => self.wrote(actor).then_some(()).ok_or(Refusal::NotTheWriter),
            Step::Approve => self.may_approve(actor),
            Step::Return if self.wrote(actor) => Err(Refusal::Wrote),
            Step::MarkMinor if self.marked.is_some() => Err(Refusal::MarkedAlready),
            Step::MarkMinor => self.minor(),
            Step::ConfirmMinor => self.may_confirm(actor),
            Step::Withdraw if self.past.approved.is_none() && self.status != Status::Retired => {
                Err(Refusal::NeverApproved)
            }
            Step::Return | Step::Withdraw | Step::Retire | Step::Redraft => Ok(()),
        }
    }

    /// Whether a person wrote in the entry since its last approved version.
    #[must_use]
    pub fn wrote(&self, actor: &Actor<'_>) -> bool {
        self.past.writers.iter().any(|writer| writer == actor.name)
    }

    fn is_sound(&self) -> Result<(), Refusal> {
        if self.broken {
            Err(Refusal::HasErrors)
        } else {
            Ok(())
        }
    }

    fn may_approve(&self, actor: &Actor<'_>) -> Result<(), Refusal> {
        if !actor.approves {
            return Err(Refusal::NoApprover);
        }
        if self.wrote(actor) {
            return Err(Refusal::Wrote);
        }
        self.is_sound()?;
        if let Some(fault) = &self.rules {
            return Err(Refusal::Rules(fault.clone()));
        }
        match self.open_remarks() {
            0 => {}
            open => return Err(Refusal::OpenRemarks { open }),
        }
        if self.given.iter().any(|given| given.by == actor.name) {
            return Err(Refusal::ApprovedAlready);
        }
        match actor.office {
            Some(office) if !self.needed.is_empty() && !self.missing().contains(&office) => {
                Err(Refusal::NotAsked {
                    missing: self.missing(),
                })
            }
            _ => Ok(()),
        }
    }

    /// Whether an approver may approve under this role.
    ///
    /// # Errors
    /// When it is empty, not of their office, or of none that is asked for.
    pub fn may_approve_as(&self, role: &str, actor: &Actor<'_>) -> Result<(), Refusal> {
        if role.trim().is_empty() {
            return Err(Refusal::NoRole);
        }
        let of = Office::of_role(role);
        if let Some(office) = actor.office.filter(|office| of != Some(*office)) {
            return Err(Refusal::OtherOffice { office });
        }
        let missing = self.missing();
        if missing.is_empty() || of.is_some_and(|office| missing.contains(&office)) {
            Ok(())
        } else {
            Err(Refusal::NotAsked { missing })
        }
    }

    fn may_confirm(&self, actor: &Actor<'_>) -> Result<(), Refusal> {
        let marked = self.marked.as_ref().ok_or(Refusal::NotMarked)?;
        if self.wrote(actor) {
            return Err(Refusal::Wrote);
        }
        if marked == actor.name {
            return Err(Refusal::MarkedByYou);
        }
        match self.open_remarks() {
            0 => self.minor(),
            open => Err(Refusal::OpenRemarks { open }),
        }
    }
}

/// The offices asked for by the entry as it is and as it was when last approved: taking a tag off lets nobody out.
fn needed(entry: Option<&Entry>, past: &Past, rules: &Rules) -> Vec<Office> {
    let was = past
        .approved
        .as_ref()
        .and_then(|approved| read_entry("", &approved.text).entry);
    let offices: BTreeSet<Office> = entry
        .into_iter()
        .chain(&was)
        .flat_map(|entry| rules.offices(entry))
        .collect();
    offices.into_iter().collect()
}

/// The approvals of a record that hold for a text: given since it was last returned or taken back.
fn given(record: &Record, digest: &str) -> Vec<Signature> {
    let mut given: Vec<Signature> = Vec::new();
    for event in &record.events {
        match &event.what {
            What::Approved {
                role,
                number,
                digest: of,
            } if of == digest => {
                given.retain(|other| other.by != event.by);
                given.push(Signature {
                    role: role.clone(),
                    by: event.by.clone(),
                    at: event.at.clone(),
                    number: number.clone(),
                });
            }
            What::TakenBack
            | What::Returned
            | What::Withdrawn { .. }
            | What::Retired
            | What::Redrafted => given.clear(),
            _ => {}
        }
    }
    given
}

/// Who called the change to the text with this digest minor, while nobody confirmed it.
#[must_use]
pub fn marked_minor(record: &Record, digest: &str) -> Option<String> {
    let mut marked = None;
    for event in &record.events {
        match &event.what {
            What::Minor { digest: of } => marked = (of == digest).then(|| event.by.clone()),
            What::Confirmed { .. }
            | What::TakenBack
            | What::Returned
            | What::Withdrawn { .. }
            | What::Redrafted => {
                marked = None;
            }
            _ => {}
        }
    }
    marked
}
