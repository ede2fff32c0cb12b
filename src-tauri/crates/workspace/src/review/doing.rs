//! What becomes of an entry's file and its record by a deed.

use super::case::{Actor, Case, Signature};
use super::deed::Deed;
use super::record::{Event, What};
use super::refusal::Refusal;
use time::{Date, Month};
use yingda_content::entry::{Approval, EntryId, Status};
use yingda_content::sheet::{self, Setting};
use yingda_content::{BeijingTime, read_entry};

/// What a deed makes of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The text its file gets; the same where only the record grows.
    pub text: String,
    /// What its record gets.
    pub events: Vec<Event>,
}

/// Does it, if the rules allow it to this person now. Writes nothing.
///
/// # Errors
/// Why it is refused.
pub fn apply(
    case: &Case,
    deed: &Deed,
    actor: &Actor<'_>,
    now: BeijingTime,
) -> Result<Done, Refusal> {
    match deed.step() {
        Some(step) => case.may(step, actor)?,
        None if !actor.works => return Err(Refusal::OnlyReads),
        None => {}
    }
    let events = events(case, deed, actor, now)?;
    let text = text(case, deed, &events)?;
    Ok(Done { text, events })
}

/// What the record gets.
fn events(
    case: &Case,
    deed: &Deed,
    actor: &Actor<'_>,
    now: BeijingTime,
) -> Result<Vec<Event>, Refusal> {
    let digest = || {
        let entry = case.entry.as_ref();
        entry.map(|entry| entry.digest.clone()).unwrap_or_default()
    };
    let what = match deed {
        Deed::Submit => What::Submitted,
        Deed::TakeBack => What::TakenBack,
        Deed::Approve { role, number } => {
            case.may_approve_as(role, actor)?;
            let number = number.as_deref().map(str::trim);
            What::Approved {
                role: role.trim().to_owned(),
                number: number
                    .filter(|number| !number.is_empty())
                    .map(str::to_owned),
                digest: digest(),
            }
        }
        Deed::Return { remark } => return returned(case, remark, actor, now),
        Deed::MarkMinor => What::Minor { digest: digest() },
        Deed::ConfirmMinor => What::Confirmed { digest: digest() },
        Deed::Withdraw { reason, successor } => withdrawn(reason, successor.as_ref())?,
        Deed::Retire { .. } => What::Retired,
        Deed::Redraft | Deed::Restore { .. } => What::Redrafted,
        Deed::Comment { line, text } => return Ok(vec![remark(case, *line, text, actor, now)?]),
        Deed::Answer { .. } | Deed::Resolve { .. } | Deed::Reopen { .. } => {
            case.on_remark(deed, actor)?
        }
        Deed::ReviewBy(_) | Deed::Owner(_) | Deed::Tags { .. } => return Ok(Vec::new()),
    };
    Ok(vec![Event::new(what, actor.name, now)])
}

/// What the file gets.
fn text(case: &Case, deed: &Deed, events: &[Event]) -> Result<String, Refusal> {
    match deed {
        Deed::Submit => case.with(&[Setting::Status(Status::InReview)]),
        Deed::TakeBack | Deed::Return { .. } => case.with(&[Setting::Status(Status::Draft)]),
        Deed::Approve { .. } => match events.first() {
            Some(event) => case.approved_by(event),
            None => Ok(case.text.clone()),
        },
        Deed::ConfirmMinor => case.confirmed(),
        Deed::Withdraw { successor, .. } => case.withdrawn(successor.as_ref()),
        Deed::Retire { successor } => case.retired(successor.as_ref()),
        Deed::Redraft => case.with(&[Setting::Status(Status::Draft), Setting::SupersededBy(None)]),
        Deed::Restore { text } => case.restored(text),
        Deed::ReviewBy(day) => case.with(&[Setting::ReviewBy(*day)]),
        Deed::Owner(owner) => case.with(&[Setting::Owner(owner.as_deref())]),
        Deed::Tags { add, remove } => case.tagged(add, remove),
        Deed::MarkMinor
        | Deed::Comment { .. }
        | Deed::Answer { .. }
        | Deed::Resolve { .. }
        | Deed::Reopen { .. } => Ok(case.text.clone()),
    }
}

fn returned(
    case: &Case,
    text: &str,
    actor: &Actor<'_>,
    now: BeijingTime,
) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    if !text.trim().is_empty() {
        events.push(remark(case, 0, text, actor, now)?);
    } else if case.open_remarks() == 0 {
        return Err(Refusal::NoRemark);
    }
    events.push(Event::new(What::Returned, actor.name, now));
    Ok(events)
}

fn remark(
    case: &Case,
    line: usize,
    text: &str,
    actor: &Actor<'_>,
    now: BeijingTime,
) -> Result<Event, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::NoRemark);
    }
    let quote = line
        .checked_sub(1)
        .and_then(|at| case.text.lines().nth(at))
        .unwrap_or_default();
    Ok(Event::comment(line, quote, text, actor.name, now))
}

fn withdrawn(reason: &str, successor: Option<&EntryId>) -> Result<What, Refusal> {
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::NoReason);
    }
    let successor = successor.map(EntryId::to_string);
    Ok(What::Withdrawn { reason, successor })
}

impl Case {
    fn with(&self, settings: &[Setting<'_>]) -> Result<String, Refusal> {
        sheet::set(&self.text, settings).map_err(Refusal::Sheet)
    }

    /// The text after one more approval: approved when it was the last one asked for, else still in review.
    fn approved_by(&self, event: &Event) -> Result<String, Refusal> {
        let What::Approved {
            role,
            number,
            digest,
        } = &event.what
        else {
            return Ok(self.text.clone());
        };
        let mut all = self.clone();
        all.given.push(Signature {
            role: role.clone(),
            by: event.by.clone(),
            at: event.at.clone(),
            number: number.clone(),
        });
        if !all.is_complete() {
            return self.with(&[Setting::Status(Status::InReview)]);
        }
        let approval = |given: &Signature| {
            Some(Approval {
                role: given.role.clone(),
                by: given.by.clone(),
                date: day_of(&given.at)?,
                number: given.number.clone(),
                digest: Some(digest.clone()),
            })
        };
        let approvals: Vec<Approval> = all.given.iter().filter_map(approval).collect();
        self.with(&[
            Setting::Approvals(&approvals),
            Setting::Status(Status::Approved),
        ])
    }

    /// The text with the approvals of the last approved version bound to it.
    fn confirmed(&self) -> Result<String, Refusal> {
        let mut approvals = self.kept();
        let digest = self.entry.as_ref().map(|entry| entry.digest.clone());
        for approval in &mut approvals {
            approval.digest.clone_from(&digest);
        }
        self.with(&[
            Setting::Approvals(&approvals),
            Setting::Status(Status::Approved),
        ])
    }

    /// The approvals stay to be read, but no longer hold: nobody brings it back by changing its status alone.
    fn withdrawn(&self, successor: Option<&EntryId>) -> Result<String, Refusal> {
        let approvals = unbound(
            self.entry
                .as_ref()
                .map(|entry| entry.approvals.clone())
                .unwrap_or_default(),
        );
        let mut settings = vec![
            Setting::Status(Status::Withdrawn),
            Setting::Approvals(&approvals),
        ];
        settings.extend(successor.map(|id| Setting::SupersededBy(Some(id))));
        self.with(&settings)
    }

    fn retired(&self, successor: Option<&EntryId>) -> Result<String, Refusal> {
        let mut settings = vec![Setting::Status(Status::Retired)];
        settings.extend(successor.map(|id| Setting::SupersededBy(Some(id))));
        self.with(&settings)
    }

    /// An earlier text. Only the very text that is approved now keeps its approvals; any other is a draft.
    fn restored(&self, text: &str) -> Result<String, Refusal> {
        if self.past.outside {
            return Err(Refusal::Outside);
        }
        let ended =
            matches!(self.status, Status::Withdrawn | Status::Retired) || self.past.taken_back;
        let is_approved = self
            .past
            .approved
            .as_ref()
            .is_some_and(|approved| approved.text == text);
        if is_approved && !ended {
            return Ok(text.to_owned());
        }
        let entry = read_entry(&self.file, text).entry;
        let approvals = unbound(entry.map(|entry| entry.approvals).unwrap_or_default());
        let settings = [
            Setting::Status(Status::Draft),
            Setting::Approvals(&approvals),
        ];
        sheet::set(text, &settings).map_err(Refusal::Sheet)
    }

    fn on_remark(&self, deed: &Deed, actor: &Actor<'_>) -> Result<What, Refusal> {
        let thread = |id: &String| {
            self.threads
                .iter()
                .find(|thread| thread.id == *id)
                .ok_or(Refusal::NoSuchRemark)
        };
        match deed {
            Deed::Answer { to, text } => {
                thread(to)?;
                let text = text.trim().to_owned();
                if text.is_empty() {
                    return Err(Refusal::NoRemark);
                }
                Ok(What::Answer {
                    to: to.clone(),
                    text,
                })
            }
            Deed::Resolve { to } => {
                if self.wrote(actor) && thread(to)?.remark.by != actor.name {
                    return Err(Refusal::NotYoursToSettle);
                }
                thread(to).map(|_| What::Resolved { to: to.clone() })
            }
            Deed::Reopen { to } => thread(to).map(|_| What::Reopened { to: to.clone() }),
            _ => Err(Refusal::NoSuchRemark),
        }
    }

    fn tagged(&self, add: &[String], remove: &[String]) -> Result<String, Refusal> {
        let mut tags = self
            .entry
            .as_ref()
            .map(|entry| entry.tags.clone())
            .unwrap_or_default();
        tags.retain(|tag| !remove.contains(tag));
        for tag in add
            .iter()
            .map(|tag| tag.trim())
            .filter(|tag| !tag.is_empty())
        {
            if tags.iter().all(|known| known != tag) {
                tags.push(tag.to_owned());
            }
        }
        self.with(&[Setting::Tags(&tags)])
    }
}

fn unbound(mut approvals: Vec<Approval>) -> Vec<Approval> {
    for approval in &mut approvals {
        approval.digest = None;
    }
    approvals
}

/// The day of a moment as a record writes it.
fn day_of(moment: &str) -> Option<Date> {
    let (day, _) = moment.split_once('T')?;
    let mut parts = day.splitn(3, '-').map(str::parse::<u16>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}
