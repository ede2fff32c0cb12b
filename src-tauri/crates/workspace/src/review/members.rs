//! A person of the workspace's list as a review sees them.

use super::case::Actor;
use super::office::Office;
use crate::people::{Duty, People};

impl People {
    /// A person as a review sees them. Where nobody is named as an approver, everybody who works here may approve.
    #[must_use]
    pub fn actor<'a>(&self, name: &'a str, works: bool) -> Actor<'a> {
        let mut approvers = self
            .members
            .iter()
            .filter(|member| member.duty == Duty::Approver)
            .peekable();
        let open = approvers.peek().is_none();
        let named = approvers.any(|approver| approver.name == name);
        let office = self
            .members
            .iter()
            .filter(|member| member.name == name)
            .find_map(|member| Office::parse(member.office.as_deref()?));
        Actor {
            name,
            works,
            approves: works && (named || open),
            office,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::people::People;
    use crate::review::office::Office;

    #[test]
    fn where_approvers_are_named_only_they_approve() {
        let people = People::read("# 名单\n周老师\ttrainer\t\n林老师\tapprover\t消保\n");
        assert!(!people.actor("周老师", true).approves);
        let lin = people.actor("林老师", true);
        assert_eq!((lin.approves, lin.office), (true, Some(Office::Consumer)));
        assert!(!people.actor("林老师", false).approves);
    }

    #[test]
    fn where_nobody_is_named_everybody_who_works_approves() {
        let people = People::read("周老师\ttrainer\n");
        assert!(people.actor("周老师", true).approves);
    }
}
