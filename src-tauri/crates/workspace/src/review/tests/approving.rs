//! Who may approve, and when it counts.

use super::{Desk, FILE, approve, person};
use crate::fixture::change;
use crate::review::{Deed, Office, REVIEW_RULES, Refusal, past};
use yingda_content::entry::Status;
use yingda_content::read_entry;

#[test]
fn the_writer_cannot_approve_and_a_second_person_can() {
    let desk = Desk::new();
    assert_eq!(
        desk.tries(&person("乙"), &approve("业务")),
        Err(Refusal::State {
            status: Status::Draft
        })
    );
    desk.does("甲", &Deed::Submit);
    assert_eq!(
        desk.tries(&person("甲"), &approve("业务")),
        Err(Refusal::Wrote)
    );
    desk.does("乙", &approve("业务审查岗"));
    let entry = read_entry(FILE, &desk.now()).entry.unwrap();
    assert_eq!(
        (entry.status, entry.is_approved_as_written()),
        (Status::Approved, true)
    );
    assert_eq!(
        (
            entry.approvals[0].by.as_str(),
            entry.approvals[0].number.as_deref()
        ),
        ("乙", Some("审〔2026〕1"))
    );
}

#[test]
fn whoever_wrote_since_the_last_approval_cannot_approve_and_who_only_wrote_before_it_can() {
    let desk = Desk::approved();
    desk.write("丙", "请您放心", "请放心");
    assert_eq!(desk.status(), Status::InReview);
    assert_eq!(
        desk.tries(&person("丙"), &approve("业务")),
        Err(Refusal::Wrote)
    );
    desk.does("甲", &approve("业务"));
    assert_eq!(desk.status(), Status::Approved);
}

#[test]
fn a_new_file_name_does_not_hide_the_writer() {
    let desk = Desk::new();
    desk.does("甲", &Deed::Submit);
    let before = desk.now();
    let after = before.replace("id: card-loss", "id: loss");
    desk.save(
        "乙",
        &[
            change(FILE, Some(&before), None),
            change("entries/loss.md", None, Some(&after)),
        ],
    );
    assert_eq!(
        past(&desk.0.workspace, "entries/loss.md").unwrap().writers,
        ["乙", "甲"]
    );
}

#[test]
fn all_offices_asked_for_have_to_approve_each_by_another_person() {
    let desk = Desk::new();
    desk.save(
        "甲",
        &[change(
            REVIEW_RULES,
            None,
            Some("kind\tscript\t业务、消保\n"),
        )],
    );
    desk.does("甲", &Deed::Submit);
    assert_eq!(
        desk.tries(&person("乙"), &approve("法律审查岗")),
        Err(Refusal::NotAsked {
            missing: vec![Office::Business, Office::Consumer]
        })
    );
    desk.does("乙", &approve("业务审查岗"));
    assert_eq!(desk.status(), Status::InReview);
    assert_eq!(
        desk.tries(&person("乙"), &approve("消保审查岗")),
        Err(Refusal::ApprovedAlready)
    );
    desk.does("丙", &approve("消保审查岗"));
    assert_eq!(desk.status(), Status::Approved);
    assert_eq!(
        read_entry(FILE, &desk.now()).entry.unwrap().approvals.len(),
        2
    );
}

#[test]
fn half_of_the_approvals_do_not_count_when_somebody_types_approved() {
    let desk = Desk::new();
    desk.save(
        "甲",
        &[change(REVIEW_RULES, None, Some("all\t-\t业务、消保\n"))],
    );
    desk.does("甲", &Deed::Submit);
    desk.does("乙", &approve("业务"));
    desk.write("甲", "status: in_review", "status: approved");
    assert_eq!(desk.status(), Status::InReview);
}

#[test]
fn an_approval_given_before_the_text_changed_does_not_count() {
    let desk = Desk::new();
    desk.save(
        "甲",
        &[change(REVIEW_RULES, None, Some("all\t-\t业务、消保\n"))],
    );
    desk.does("甲", &Deed::Submit);
    desk.does("乙", &approve("业务"));
    desk.write("甲", "请您放心", "请放心");
    assert_eq!(desk.case().given, []);
    desk.does("丙", &approve("消保"));
    assert_eq!(desk.status(), Status::InReview);
}

#[test]
fn taking_a_tag_off_lets_no_office_out() {
    let desk = Desk::approved();
    let tags = |add: &[&str], remove: &[&str]| Deed::Tags {
        add: add.iter().map(|&tag| tag.to_owned()).collect(),
        remove: remove.iter().map(|&tag| tag.to_owned()).collect(),
    };
    desk.does("甲", &tags(&["收费"], &[]));
    desk.save(
        "甲",
        &[change(REVIEW_RULES, None, Some("tag\t收费\t法律\n"))],
    );
    desk.write("甲", "请您放心", "请放心");
    desk.does("甲", &tags(&[], &["收费"]));
    assert_eq!(desk.case().needed, [Office::Legal]);
}

#[test]
fn a_wrong_rule_lets_nothing_through() {
    let desk = Desk::new();
    desk.save("甲", &[change(REVIEW_RULES, None, Some("all\t-\t法侓\n"))]);
    desk.does("甲", &Deed::Submit);
    assert!(matches!(
        desk.tries(&person("乙"), &approve("业务")),
        Err(Refusal::Rules(_))
    ));
}
