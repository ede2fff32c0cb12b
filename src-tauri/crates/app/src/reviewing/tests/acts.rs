//! Acts over a selection, over time, and over what others did.

use super::{FEES, LOSS, Office, approve, now, withdraw};
use crate::contract::{
    ErrorCode, ReviewDeed, ReviewState, ReviewStep, StandingView, VersionRequest,
};
use std::fs;
use time::macros::datetime;
use yingda_content::BeijingTime;

#[test]
fn a_selection_is_changed_by_one_act_that_one_key_takes_back() {
    let office = Office::new();
    let day = Some("2027-05-01".to_owned());
    let done = office
        .does_with("甲", &[LOSS, FEES], ReviewDeed::ReviewBy { day })
        .unwrap();
    assert_eq!(
        (done.changed, done.message.as_str()),
        (2, "改复核日期：银行卡挂失、年费标准（2027-05-01）")
    );
    let text = |file| {
        office
            .training
            .open()
            .unwrap()
            .workspace
            .text(file)
            .unwrap()
            .unwrap()
    };
    assert!(
        text(LOSS).contains("review_by: 2027-05-01")
            && text(FEES).contains("review_by: 2027-05-01")
    );
    office.training.review_undo(&done.version, now()).unwrap();
    assert!(!text(LOSS).contains("review_by") && !text(FEES).contains("review_by"));
}

#[test]
fn what_the_rules_forbid_is_left_alone_and_told() {
    let office = Office::approved();
    let done = office
        .does_with("甲", &[LOSS, FEES], withdraw(None))
        .unwrap();
    assert_eq!(
        (done.changed, done.left.len(), done.left[0].title.as_str()),
        (1, 1, "年费标准")
    );
}

#[test]
fn a_day_that_no_calendar_has_is_refused() {
    let office = Office::new();
    let day = Some("2027-02-30".to_owned());
    let refused = office
        .does_with("甲", &[LOSS], ReviewDeed::ReviewBy { day })
        .unwrap_err();
    assert!(refused.contains("2027-02-30"));
}

#[test]
fn another_person_cannot_take_an_act_back() {
    let office = Office::approved();
    let done = office.does("甲", withdraw(None));
    office.sits("乙", false);
    assert!(office.training.review_undo(&done.version, now()).is_err());
}

#[test]
fn an_entry_approved_for_later_may_be_said_from_midnight_on_without_reading_anything_again() {
    let office = Office::new();
    office.writes(
        "甲",
        "status: draft",
        "status: draft\nvalid: {from: 2026-12-01}",
    );
    office.does("甲", ReviewDeed::Submit);
    office.does("乙", approve());
    let (before, after) = (
        datetime!(2026-11-30 23:59:59),
        datetime!(2026-12-01 00:00:00),
    );
    let (before, after) = (BeijingTime::wall(before), BeijingTime::wall(after));
    assert!(matches!(
        office.standing(before),
        StandingView::NotYet { .. }
    ));
    assert_eq!(office.copies(before), Err(ErrorCode::NotApproved));
    assert_eq!(office.copies(after).unwrap(), "请您放心。");
    assert_eq!(office.standing(after), StandingView::Valid);
}

#[test]
fn the_history_tells_who_did_what_and_who_wrote_a_line() {
    let office = Office::approved();
    office.writes("丙", "请您放心", "请您宽心");
    let history = office.training.review_history(LOSS).unwrap();
    assert_eq!(
        (history[0].by.as_str(), history[1].message.as_str()),
        ("丙", "批准：银行卡挂失（业务审查岗）")
    );
    let lines = office.training.review_lines(LOSS).unwrap();
    let written = lines
        .iter()
        .find(|line| line.text.contains("宽心"))
        .unwrap();
    assert_eq!(written.version.as_ref().unwrap().by, "丙");
    let request = VersionRequest {
        file: LOSS.to_owned(),
        version: history[0].id.clone(),
    };
    assert_eq!(office.training.review_version(&request).unwrap().added, 1);
    office.does(
        "甲",
        ReviewDeed::Restore {
            version: history[1].id.clone(),
        },
    );
    assert_eq!(office.state(), ReviewState::Approved);
}

#[test]
fn what_another_program_changed_is_taken_in_or_put_back_with_a_copy() {
    let office = Office::approved();
    let path = office.folder.path().join("workspace").join(LOSS);
    let approved = fs::read_to_string(&path).unwrap();
    let changed = approved.replace("请您放心", "请放心");
    fs::write(&path, &changed).unwrap();
    let outside = office.training.outside_changes().unwrap();
    assert_eq!(
        outside
            .iter()
            .map(|one| one.file.as_str())
            .collect::<Vec<_>>(),
        [LOSS]
    );
    let copies = office
        .training
        .discard_outside(&[LOSS.to_owned()], now())
        .unwrap();
    assert_eq!(
        fs::read_to_string(std::path::Path::new(&copies).join(LOSS)).unwrap(),
        changed
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), approved);
    fs::write(&path, &changed).unwrap();
    office.training.keep_outside(now()).unwrap();
    assert_eq!(office.state(), ReviewState::InReview);
    assert_eq!(office.copies(now()), Err(ErrorCode::NotApproved));
}

#[test]
fn every_step_that_is_refused_says_why() {
    let office = Office::new();
    let review = office.training.review(LOSS, now()).unwrap();
    let submit = review
        .steps
        .iter()
        .find(|option| option.step == ReviewStep::Submit)
        .unwrap();
    assert_eq!((submit.fits, &submit.refused), (true, &None));
    for option in review
        .steps
        .iter()
        .filter(|option| option.step != ReviewStep::Submit)
    {
        assert!(
            option
                .refused
                .as_ref()
                .is_some_and(|why| why.ends_with('。')),
            "{option:?}"
        );
    }
}
