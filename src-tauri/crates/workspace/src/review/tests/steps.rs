//! The steps beside approving.

use super::{Desk, FILE, approve, person, withdraw};
use crate::review::{Actor, Deed, Office, Refusal, Step};
use yingda_content::entry::{EntryId, Status};
use yingda_content::read_entry;

#[test]
fn remarks_give_it_back_and_open_ones_keep_it_from_being_approved() {
    let desk = Desk::new();
    desk.does("甲", &Deed::Submit);
    assert_eq!(
        desk.tries(
            &person("乙"),
            &Deed::Return {
                remark: " ".to_owned()
            }
        ),
        Err(Refusal::NoRemark)
    );
    desk.does(
        "乙",
        &Deed::Comment {
            line: 8,
            text: "太短".to_owned(),
        },
    );
    desk.does(
        "乙",
        &Deed::Return {
            remark: String::new(),
        },
    );
    assert_eq!(
        (desk.status(), desk.case().open_remarks()),
        (Status::Draft, 1)
    );
    desk.does("甲", &Deed::Submit);
    assert_eq!(
        desk.tries(&person("乙"), &approve("业务")),
        Err(Refusal::OpenRemarks { open: 1 })
    );
    let to = desk.case().threads[0].id.clone();
    assert_eq!(
        desk.tries(&person("甲"), &Deed::Resolve { to: to.clone() }),
        Err(Refusal::NotYoursToSettle)
    );
    desk.does(
        "甲",
        &Deed::Answer {
            to: to.clone(),
            text: "已补".to_owned(),
        },
    );
    desk.does("乙", &Deed::Resolve { to });
    desk.does("乙", &approve("业务"));
    assert_eq!(desk.status(), Status::Approved);
}

#[test]
fn a_minor_change_keeps_its_approval_once_a_second_person_agrees() {
    let desk = Desk::approved();
    desk.write("甲", "请您放心", "请您放心呢");
    desk.does("甲", &Deed::MarkMinor);
    assert_eq!(desk.status(), Status::InReview);
    assert_eq!(desk.case().marked.as_deref(), Some("甲"));
    assert_eq!(
        desk.tries(&person("甲"), &Deed::ConfirmMinor),
        Err(Refusal::Wrote)
    );
    desk.does("丙", &Deed::ConfirmMinor);
    let entry = read_entry(FILE, &desk.now()).entry.unwrap();
    assert_eq!(
        (entry.status, entry.approvals[0].by.as_str()),
        (Status::Approved, "乙")
    );
}

#[test]
fn a_mark_does_not_hold_for_a_text_changed_after_it() {
    let desk = Desk::approved();
    desk.write("甲", "请您放心", "请您放心呢");
    desk.does("甲", &Deed::MarkMinor);
    desk.write("甲", "放心呢", "放心，收费5元");
    assert_eq!(
        desk.tries(&person("丙"), &Deed::ConfirmMinor),
        Err(Refusal::NotMarked)
    );
    assert!(matches!(
        desk.tries(&person("甲"), &Deed::MarkMinor),
        Err(Refusal::NotMinor(_))
    ));
}

#[test]
fn withdrawing_waits_for_nothing_and_needs_a_reason() {
    let desk = Desk::approved();
    assert_eq!(
        desk.tries(&person("甲"), &withdraw(" ")),
        Err(Refusal::NoReason)
    );
    let successor = EntryId::parse("b");
    desk.does(
        "甲",
        &Deed::Withdraw {
            reason: "监管叫停".to_owned(),
            successor,
        },
    );
    let entry = read_entry(FILE, &desk.now()).entry.unwrap();
    assert_eq!(
        (entry.status, entry.superseded_by),
        (Status::Withdrawn, EntryId::parse("b"))
    );
    // Typing another status does not bring it back.
    desk.write("甲", "status: withdrawn", "status: approved");
    assert_eq!(desk.status(), Status::InReview);
    assert_eq!(
        desk.case().may(Step::MarkMinor, &person("甲")),
        Err(Refusal::TakenBack)
    );
}

#[test]
fn a_withdrawn_entry_is_drafted_anew_and_reviewed_in_full() {
    let desk = Desk::approved();
    desk.does("乙", &withdraw("有误"));
    desk.does("甲", &Deed::Redraft);
    desk.does("甲", &Deed::Submit);
    desk.does("乙", &approve("业务"));
    assert_eq!(desk.status(), Status::Approved);
}

#[test]
fn the_approved_text_is_restored_as_approved_and_any_other_as_a_draft() {
    let desk = Desk::approved();
    let good = desk.now();
    desk.write("甲", "请您放心", "请放心");
    let other = desk.now();
    desk.does("甲", &Deed::Restore { text: good.clone() });
    assert_eq!(
        (desk.now(), desk.status()),
        (good.clone(), Status::Approved)
    );
    desk.does("甲", &Deed::Restore { text: other });
    assert_eq!(desk.status(), Status::Draft);
    desk.does("甲", &Deed::Restore { text: good.clone() });
    desk.does("甲", &withdraw("有误"));
    desk.does("甲", &Deed::Restore { text: good });
    assert_eq!(desk.status(), Status::Draft);
}

#[test]
fn what_another_program_changed_is_looked_at_first_but_withdrawing_does_not_wait() {
    let desk = Desk::approved();
    let changed = desk.now().replace("请您放心", "请放心");
    std::fs::write(desk.0.folder.join(FILE), changed).unwrap();
    assert_eq!(
        desk.case().may(Step::Approve, &person("丙")),
        Err(Refusal::Outside)
    );
    assert_eq!(desk.case().may(Step::Withdraw, &person("丙")), Ok(()));
}

#[test]
fn agents_only_read_and_named_approvers_only_approve() {
    let desk = Desk::new();
    desk.does("甲", &Deed::Submit);
    let agent = Actor {
        works: false,
        ..person("丁")
    };
    let trainer = Actor {
        approves: false,
        ..person("丁")
    };
    let lawyer = Actor {
        office: Some(Office::Legal),
        ..person("丁")
    };
    assert_eq!(
        desk.tries(&agent, &Deed::Owner(None)),
        Err(Refusal::OnlyReads)
    );
    assert_eq!(
        desk.tries(&trainer, &approve("业务")),
        Err(Refusal::NoApprover)
    );
    assert_eq!(
        desk.tries(&lawyer, &approve("业务")),
        Err(Refusal::OtherOffice {
            office: Office::Legal
        })
    );
    assert_eq!(desk.tries(&lawyer, &approve("法律")), Ok(()));
}
