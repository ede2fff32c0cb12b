//! The rules of four eyes, on real workspaces.

use super::{Actor, Case, Deed, REVIEW_RULES, Refusal, apply, past, record_file, with_events};
use crate::fixture::{Fixture, act, change, fixture};
use crate::{Act, Change};
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_content::entry::{EntryId, Status};

mod approving;
mod steps;

const FILE: &str = "entries/card-loss.md";

fn text(say: &str) -> String {
    format!(
        "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\nstatus: draft\n---\n## 可直接说\n{say}\n"
    )
}

fn person(name: &str) -> Actor<'_> {
    Actor {
        name,
        works: true,
        approves: true,
        office: None,
    }
}

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00:05))
}

/// A workspace in which 甲 began the entry.
struct Desk(Fixture);

impl Desk {
    fn new() -> Self {
        let desk = Self(fixture());
        desk.save("甲", &[change(FILE, None, Some(&text("请您放心。")))]);
        desk
    }

    fn save(&self, by: &str, changes: &[Change]) {
        let act = Act {
            by: by.to_owned(),
            ..act("修改")
        };
        self.0.workspace.save(changes, &act).unwrap();
    }

    fn now(&self) -> String {
        self.0.lies(FILE).unwrap()
    }

    /// A person writes the text anew.
    fn write(&self, by: &str, from: &str, to: &str) {
        let before = self.now();
        assert!(before.contains(from), "{before}");
        self.save(
            by,
            &[change(FILE, Some(&before), Some(&before.replace(from, to)))],
        );
    }

    fn case(&self) -> Case {
        let (workspace, text) = (&self.0.workspace, self.now());
        let there = |file: &str| workspace.text(file).unwrap().unwrap_or_default();
        let record = there(&record_file(&EntryId::parse("card-loss").unwrap()));
        Case::of(
            FILE,
            &text,
            past(workspace, FILE).unwrap(),
            &record,
            &there(REVIEW_RULES),
        )
    }

    fn tries(&self, actor: &Actor<'_>, deed: &Deed) -> Result<(), Refusal> {
        let case = self.case();
        let done = apply(&case, deed, actor, now())?;
        let record = record_file(&EntryId::parse("card-loss").unwrap());
        let before = self.0.workspace.text(&record).unwrap();
        let after = with_events(&before.clone().unwrap_or_default(), &done.events);
        let mut changes = vec![change(FILE, Some(&case.text), Some(&done.text))];
        changes.push(change(&record, before.as_deref(), Some(&after)));
        changes.retain(|change| change.before != change.after);
        self.save(actor.name, &changes);
        Ok(())
    }

    fn does(&self, who: &str, deed: &Deed) {
        self.tries(&person(who), deed).unwrap();
    }

    fn status(&self) -> Status {
        self.case().status
    }

    /// Handed in by 甲 and approved by 乙.
    fn approved() -> Self {
        let desk = Self::new();
        desk.does("甲", &Deed::Submit);
        desk.does("乙", &approve("业务审查岗"));
        assert_eq!(desk.status(), Status::Approved);
        desk
    }
}

fn approve(role: &str) -> Deed {
    Deed::Approve {
        role: role.to_owned(),
        number: Some("审〔2026〕1".to_owned()),
    }
}

fn withdraw(reason: &str) -> Deed {
    Deed::Withdraw {
        reason: reason.to_owned(),
        successor: None,
    }
}
