//! The two lists that rule a workspace, `people.tsv` and `review.tsv`, as rows that a person edits: read, checked, and
//! who may change them.
//!
//! Without keys it is names that count. What the lists say counts from the newest version on, and only somebody who is
//! named as an approver there changes them; while nobody is named, everybody who works in the workspace may.

mod fault;
#[cfg(test)]
mod tests;

pub use fault::{NotYours, RowFault};

use crate::people::{Duty, People};
use crate::review::Office;
use std::collections::BTreeSet;
use yingda_content::entry::Kind;

/// The longest name of a person or tag, in characters.
const LONGEST: usize = 40;
/// What stands in the second column of a rule for all entries.
const NO_NAME: &str = "-";

/// A line that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line, counted from 1.
    pub line: usize,
    /// As it is written.
    pub text: String,
    /// Its first three columns; missing ones are empty.
    pub cells: Vec<String>,
}

/// The rows of either list, whether or not they can be used; comments and empty lines left out.
#[must_use]
pub fn rows(text: &str) -> Vec<Row> {
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
    let said = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    said.map(|(line, text)| {
        let mut cells = text.split('\t').map(|cell| cell.trim().to_owned());
        Row {
            line,
            text: text.to_owned(),
            cells: (0..3).map(|_| cells.next().unwrap_or_default()).collect(),
        }
    })
    .collect()
}

/// The line that says these cells; columns behind the third of the line it replaces stay.
#[must_use]
pub fn line(cells: &[String], was: &str) -> String {
    let first = cells.iter().take(3).map(|cell| cell.trim());
    let rest = was.split('\t').skip(3);
    first.chain(rest).collect::<Vec<_>>().join("\t")
}

/// Whether somebody may change the lists, as the newest version has them.
///
/// # Errors
/// The reason why not.
pub fn may_change(people: &People, name: &str, works: bool) -> Result<(), NotYours> {
    if !works {
        return Err(NotYours::OnlyReads);
    }
    let approvers = approvers(people);
    if approvers.is_empty() || approvers.contains(&name) {
        Ok(())
    } else {
        let approvers = approvers.into_iter().map(str::to_owned).collect();
        Err(NotYours::NoApprover { approvers })
    }
}

/// Whether a list may take the place of the one before.
///
/// # Errors
/// When nobody would approve any more although somebody did, or when it would lock out who changes it.
pub fn may_become(before: &People, after: &People, name: &str) -> Result<(), NotYours> {
    if !approvers(before).is_empty() && approvers(after).is_empty() {
        return Err(NotYours::NoApproverLeft);
    }
    if after.duty_of(name).is_none() {
        return Err(NotYours::WithoutYou);
    }
    Ok(())
}

fn approvers(people: &People) -> Vec<&str> {
    let all = people.members.iter();
    let approve = all.filter(|member| member.duty == Duty::Approver);
    approve.map(|member| member.name.as_str()).collect()
}

/// What is wrong with the rows of `people.tsv`, by their place among them.
#[must_use]
pub fn people_faults(rows: &[&[String]]) -> Vec<(usize, RowFault)> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (place, cells) in rows.iter().enumerate() {
        let [name, duty, office] = cells_of(cells);
        if let Some(fault) = name_fault(name, RowFault::NoName) {
            faults.push((place, fault));
        } else if !seen.insert(name) {
            let name = name.to_owned();
            faults.push((place, RowFault::TwiceNamed { name }));
        }
        if !["trainer", "approver"].contains(&duty) {
            let word = duty.to_owned();
            faults.push((place, RowFault::Duty { word }));
        }
        if duty == "approver" && !office.is_empty() && Office::parse(office).is_none() {
            let word = office.to_owned();
            faults.push((place, RowFault::Office { word }));
        }
    }
    faults
}

/// What is wrong with the rows of `review.tsv`, by their place among them.
#[must_use]
pub fn rule_faults(rows: &[&[String]]) -> Vec<(usize, RowFault)> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (place, cells) in rows.iter().enumerate() {
        let [of, name, offices] = cells_of(cells);
        let word = || name.to_owned();
        let fault = match of {
            "all" => None,
            "kind" => Kind::parse(name)
                .is_none()
                .then(|| RowFault::Kind { word: word() }),
            "tag" => name_fault(name, RowFault::NoTag),
            other => Some(RowFault::For {
                word: other.to_owned(),
            }),
        };
        faults.extend(fault.map(|fault| (place, fault)));
        let of_all = if of == "all" { NO_NAME } else { name };
        if !seen.insert((of, of_all)) {
            faults.push((place, RowFault::TwiceRuled));
        }
        let mut asked = offices_of(offices).peekable();
        if asked.peek().is_none() {
            faults.push((place, RowFault::NoOffices));
        }
        let unknown = asked.filter(|office| Office::parse(office).is_none());
        faults.extend(unknown.map(|word| {
            (
                place,
                RowFault::Office {
                    word: word.to_owned(),
                },
            )
        }));
    }
    faults
}

/// Offices that a rule asks for and that no named approver stands for; none while nobody is named.
#[must_use]
pub fn unstaffed(people: &People, rules: &[&[String]]) -> Vec<Office> {
    let named: Vec<_> = people
        .members
        .iter()
        .filter(|member| member.duty == Duty::Approver)
        .map(|member| member.office.as_deref().and_then(Office::parse))
        .collect();
    // An approver without an office stands for any.
    if named.is_empty() || named.contains(&None) {
        return Vec::new();
    }
    let asked: BTreeSet<Office> = rules
        .iter()
        .flat_map(|cells| offices_of(cells_of(cells)[2]).filter_map(Office::parse))
        .collect();
    asked
        .into_iter()
        .filter(|office| !named.contains(&Some(*office)))
        .collect()
}

fn cells_of(cells: &[String]) -> [&str; 3] {
    std::array::from_fn(|place| cells.get(place).map_or("", |cell| cell.trim()))
}

fn offices_of(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['、', ',', '，'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

fn name_fault(name: &str, missing: RowFault) -> Option<RowFault> {
    if name.is_empty() {
        Some(missing)
    } else if name.starts_with('#') || name.contains(char::is_control) {
        Some(RowFault::OddName)
    } else {
        (name.chars().count() > LONGEST).then_some(RowFault::LongName { longest: LONGEST })
    }
}
