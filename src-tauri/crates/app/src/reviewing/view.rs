//! The review of an entry as one person sees it, and the list of what waits.

use super::{Reviewing, differing, history::moment};
use crate::contract::{
    AppError, ApprovalView, ApprovedView, EntryRef, OfficeView, RemarkView, ReviewState,
    ReviewStep, ReviewView, SaidView, StandingView, StepOption, WaitingView, WithdrawnView,
};
use crate::finding::reference;
use crate::standing::{self, day};
use crate::training::Training;
use yingda_content::BeijingTime;
use yingda_content::entry::{Approval, EntryId, Status};
use yingda_workspace::review::{
    Case, Office, Record, Refusal, Said, Signature, Step, Thread, What, marked_minor, record_file,
    threads,
};

impl Training {
    /// The review of the entry in a file.
    ///
    /// # Errors
    /// Without a workspace, when there is no such file, or when its history can't be read.
    pub fn review(&self, file: &str, now: BeijingTime) -> Result<ReviewView, AppError> {
        let reviewing = Reviewing::begin(self)?;
        let case = reviewing.case(file, true)?;
        reviewing.view(&case, now)
    }

    /// What waits for a second person: minor changes first, then everything handed in.
    ///
    /// # Errors
    /// Without a workspace, or when a record can't be read.
    pub fn review_waiting(&self) -> Result<Vec<WaitingView>, AppError> {
        let reviewing = Reviewing::begin(self)?;
        let snapshot = self.snapshot()?;
        let entries = snapshot.library.entries().iter();
        let mut waiting = Vec::new();
        for entry in entries.filter(|entry| entry.status == Status::InReview) {
            let record = reviewing.text(&record_file(&entry.id))?.unwrap_or_default();
            let record = Record::read(&record);
            waiting.push(WaitingView {
                file: entry.file.clone(),
                entry: reference(entry),
                minor_by: marked_minor(&record, &entry.digest),
                open: number(open(&threads(&record))),
            });
        }
        waiting.sort_by_key(|one| one.minor_by.is_none());
        Ok(waiting)
    }
}

impl Reviewing<'_> {
    fn view(&self, case: &Case, now: BeijingTime) -> Result<ReviewView, AppError> {
        let entry = case.entry.as_ref();
        let valid = entry.map(|entry| entry.valid).unwrap_or_default();
        let snapshot = self.training.snapshot()?;
        let approved = case.past.approved.as_ref();
        let old = approved.map_or("", |approved| approved.text.as_str());
        let language = self.training.language();
        Ok(ReviewView {
            file: case.file.clone(),
            id: entry.map(|entry| entry.id.to_string()),
            title: entry.map_or_else(|| case.file.clone(), |entry| entry.title.clone()),
            state: state(case.status),
            standing: entry.map_or(StandingView::Unapproved, |entry| standing::view(entry, now)),
            valid_from: valid.from.map(moment),
            valid_until: valid.until.map(day),
            channel: entry.map(|entry| entry.channel.clone()).unwrap_or_default(),
            scope: entry.map(|entry| entry.scope.clone()).unwrap_or_default(),
            steps: Step::ALL
                .into_iter()
                .map(|step| self.option(case, step))
                .collect(),
            needed: self.needed(case),
            given: case.given.iter().map(signature).collect(),
            role: self.role(case),
            writers: case.past.writers.clone(),
            approved: approved.map(|approved| ApprovedView {
                version: approved.version.as_str().to_owned(),
                approvals: case.kept().iter().map(approval).collect(),
            }),
            difference: differing::view(old, &case.text, &snapshot.lexicon, language),
            minor_by: case.marked.clone(),
            remarks: case
                .threads
                .iter()
                .map(|thread| remark(thread, &case.text))
                .collect(),
            open: number(case.open_remarks()),
            withdrawn: self.withdrawn(case)?,
            unread: number(case.record.unread.len()),
        })
    }

    fn option(&self, case: &Case, step: Step) -> StepOption {
        let refusal = case.may(step, &self.actor()).err();
        let elsewhere = matches!(
            refusal,
            Some(
                Refusal::State { .. }
                    | Refusal::NotMarked
                    | Refusal::NotTheWriter
                    | Refusal::NeverApproved
            )
        );
        StepOption {
            step: step_view(step),
            fits: !elsewhere,
            refused: refusal.map(|refusal| self.says(&refusal)),
        }
    }

    fn needed(&self, case: &Case) -> Vec<OfficeView> {
        let missing = case.missing();
        let done = case.status == Status::Approved;
        let view = |office: &Office| OfficeView {
            word: office.word().to_owned(),
            name: office.name(self.training.language()).to_owned(),
            given: done || !missing.contains(office),
        };
        case.needed.iter().map(view).collect()
    }

    /// What the person most likely approves as: their own office, else the first that is missing.
    fn role(&self, case: &Case) -> String {
        let office = self
            .actor()
            .office
            .or_else(|| case.missing().first().copied());
        let office = office.unwrap_or(Office::Business);
        format!("{}审查岗", office.word())
    }

    fn withdrawn(&self, case: &Case) -> Result<Option<WithdrawnView>, AppError> {
        if case.status != Status::Withdrawn {
            return Ok(None);
        }
        let snapshot = self.training.snapshot()?;
        let last = case
            .record
            .events
            .iter()
            .rev()
            .find_map(|event| match &event.what {
                What::Withdrawn { reason, .. } => Some(SaidView {
                    by: event.by.clone(),
                    at: shown(&event.at),
                    text: reason.clone(),
                }),
                _ => None,
            });
        let successor = case
            .entry
            .as_ref()
            .and_then(|entry| entry.superseded_by.as_ref());
        let successor = successor.and_then(|id: &EntryId| snapshot.library.get(id));
        let successor: Option<EntryRef> = successor.map(|entry| reference(entry));
        Ok(last.map(|said| WithdrawnView { said, successor }))
    }
}

/// How many remarks are open.
fn open(threads: &[Thread]) -> usize {
    let open = threads.iter().filter(|thread| thread.resolved_by.is_none());
    open.count()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

const fn state(status: Status) -> ReviewState {
    match status {
        Status::Draft => ReviewState::Draft,
        Status::InReview => ReviewState::InReview,
        Status::Approved => ReviewState::Approved,
        Status::Withdrawn => ReviewState::Withdrawn,
        Status::Retired => ReviewState::Retired,
    }
}

const fn step_view(step: Step) -> ReviewStep {
    match step {
        Step::Submit => ReviewStep::Submit,
        Step::TakeBack => ReviewStep::TakeBack,
        Step::Approve => ReviewStep::Approve,
        Step::Return => ReviewStep::Return,
        Step::MarkMinor => ReviewStep::MarkMinor,
        Step::ConfirmMinor => ReviewStep::ConfirmMinor,
        Step::Withdraw => ReviewStep::Withdraw,
        Step::Retire => ReviewStep::Retire,
        Step::Redraft => ReviewStep::Redraft,
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

fn signature(given: &Signature) -> ApprovalView {
    ApprovalView {
        role: given.role.clone(),
        by: given.by.clone(),
        date: given.at.split('T').next().unwrap_or_default().to_owned(),
        number: given.number.clone(),
    }
}

fn remark(thread: &Thread, text: &str) -> RemarkView {
    RemarkView {
        id: thread.id.clone(),
        line: thread.line_in(text).map(number),
        quote: thread.quote.trim().to_owned(),
        remark: said(&thread.remark),
        answers: thread.answers.iter().map(said).collect(),
        resolved_by: thread.resolved_by.clone(),
    }
}

fn said(said: &Said) -> SaidView {
    SaidView {
        by: said.by.clone(),
        at: shown(&said.at),
        text: said.text.clone(),
    }
}

/// `2026-11-22T10:00:05` as lists show it: `2026-11-22 10:00`.
fn shown(at: &str) -> String {
    at.replace('T', " ").chars().take(16).collect()
}
