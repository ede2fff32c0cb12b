//! Who approves: the file `people.tsv` at the workspace's top: name, `trainer` or `approver`, office (may be empty).

use super::case::Actor;
use super::office::Office;

/// Where people are listed, relative to the workspace's folder.
pub const PEOPLE: &str = "people.tsv";

/// The people of a workspace, as far as a review needs them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    approvers: Vec<String>,
    offices: Vec<(String, Office)>,
}

impl Members {
    /// Reads the list; lines that name nobody, or nothing known, say nothing.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut members = Self::default();
        for row in text.trim_start_matches('\u{feff}').lines() {
            let mut columns = row.split('\t').map(str::trim);
            let (name, role) = (columns.next().unwrap_or_default(), columns.next());
            if name.is_empty() || name.starts_with('#') {
                continue;
            }
            if role == Some("approver") {
                members.approvers.push(name.to_owned());
            }
            let office = columns.next().and_then(Office::parse);
            members
                .offices
                .extend(office.map(|office| (name.to_owned(), office)));
        }
        members
    }

    /// A person as a review sees them. Where nobody is named as an approver, everybody who works here may approve.
    #[must_use]
    pub fn actor<'a>(&self, name: &'a str, works: bool) -> Actor<'a> {
        let named = self.approvers.iter().any(|approver| approver == name);
        let office = self.offices.iter().find(|(member, _)| member == name);
        Actor {
            name,
            works,
            approves: works && (named || self.approvers.is_empty()),
            office: office.map(|(_, office)| *office),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Members;
    use crate::review::office::Office;

    #[test]
    fn where_approvers_are_named_only_they_approve() {
        let members = Members::read("# 名单\n周老师\ttrainer\t\n林老师\tapprover\t消保\n");
        assert!(!members.actor("周老师", true).approves);
        let lin = members.actor("林老师", true);
        assert_eq!((lin.approves, lin.office), (true, Some(Office::Consumer)));
        assert!(!members.actor("林老师", false).approves);
    }

    #[test]
    fn where_nobody_is_named_everybody_who_works_approves() {
        assert!(
            Members::read("周老师\ttrainer\n")
                .actor("周老师", true)
                .approves
        );
    }
}
