//! Reviews as use cases, over a workspace that two people share.

use crate::contract::{
    CopyRequest, ErrorCode, OpenWorkspace, ReviewDeed, ReviewDone, ReviewRequest, ReviewState,
    ReviewStep, SearchRequest, StandingView, VersionRequest,
};
use crate::desk::{Desk, Places};
use crate::training::Training;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_workspace::Change;

const LOSS: &str = "entries/card-loss.md";
const FEES: &str = "entries/fees.md";

fn entry(id: &str, title: &str, say: &str) -> String {
    format!("---\nid: {id}\nkind: script\ntitle: {title}\nstatus: draft\n---\n## 可直接说\n{say}\n")
}

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00:05))
}

/// A workspace of 甲, with two drafts.
struct Office {
    folder: TempDir,
    training: Training,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let knowledge = folder.path().join("knowledge");
        fs::create_dir_all(knowledge.join("entries")).unwrap();
        fs::write(
            knowledge.join(LOSS),
            entry("card-loss", "银行卡挂失", "请您放心。"),
        )
        .unwrap();
        fs::write(
            knowledge.join(FEES),
            entry("fees", "年费标准", "按公示收取。"),
        )
        .unwrap();
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: None,
            settings: folder.path().join("settings"),
            model: None,
        }));
        let training = Training::new(desk, knowledge, Arc::new(|_| ()));
        let office = Self { folder, training };
        office.sits("甲", true);
        office
    }

    fn sits(&self, person: &str, create: bool) {
        let request = OpenWorkspace {
            folder: self.folder.path().join("workspace").display().to_string(),
            person: person.to_owned(),
            create,
        };
        self.training.open_workspace(&request, now()).unwrap();
    }

    fn does_with(&self, who: &str, files: &[&str], deed: ReviewDeed) -> Result<ReviewDone, String> {
        self.sits(who, false);
        let files = files.iter().map(|&file| file.to_owned()).collect();
        let done = self
            .training
            .review_do(&ReviewRequest { files, deed }, now());
        done.map_err(|error| error.detail)
    }

    fn does(&self, who: &str, deed: ReviewDeed) -> ReviewDone {
        self.does_with(who, &[LOSS], deed).unwrap()
    }

    fn writes(&self, who: &str, from: &str, to: &str) {
        self.sits(who, false);
        let open = self.training.open().unwrap();
        let before = open.workspace.text(LOSS).unwrap().unwrap();
        let after = before.replace(from, to);
        assert_ne!(before, after);
        let change = Change {
            file: LOSS.to_owned(),
            before: Some(before),
            after: Some(after),
        };
        self.training.save(&[change], "修改", now()).unwrap();
    }

    fn state(&self) -> ReviewState {
        self.training.review(LOSS, now()).unwrap().state
    }

    fn standing(&self, at: BeijingTime) -> StandingView {
        let request = SearchRequest {
            text: "银行卡挂失".to_owned(),
            ..SearchRequest::default()
        };
        let found = self.training.desk().search(&request, at).unwrap();
        found.hits[0].standing.clone()
    }

    fn copies(&self, at: BeijingTime) -> Result<String, ErrorCode> {
        let request = CopyRequest {
            id: "card-loss".to_owned(),
            fields: std::collections::BTreeMap::default(),
            reason: None,
        };
        let copied = self.training.desk().copy(&request, at);
        copied
            .map(|receipt| receipt.text)
            .map_err(|error| error.code)
    }

    fn approved() -> Self {
        let office = Self::new();
        office.does("甲", ReviewDeed::Submit);
        office.does("乙", approve());
        office
    }
}

fn approve() -> ReviewDeed {
    ReviewDeed::Approve {
        role: "业务审查岗".to_owned(),
        number: "审〔2026〕1".to_owned(),
    }
}

fn withdraw(successor: Option<&str>) -> ReviewDeed {
    ReviewDeed::Withdraw {
        reason: "监管叫停".to_owned(),
        successor: successor.map(str::to_owned),
    }
}

#[test]
fn what_one_wrote_another_approves_and_the_agent_says_it() {
    let office = Office::new();
    office.does("甲", ReviewDeed::Submit);
    let refused = office.does_with("甲", &[LOSS], approve()).unwrap_err();
    assert!(refused.contains("另一位同事"), "{refused}");
    assert_eq!(office.copies(now()), Err(ErrorCode::NotApproved));
    let done = office.does("乙", approve());
    assert_eq!(done.message, "批准：银行卡挂失（业务审查岗）");
    assert_eq!(office.copies(now()).unwrap(), "请您放心。");
}

#[test]
fn a_change_of_approved_wording_shows_word_by_word_and_falls_back() {
    let office = Office::approved();
    office.writes("甲", "请您放心", "请您宽心");
    let review = office.training.review(LOSS, now()).unwrap();
    assert_eq!(
        (review.state, review.writers.as_slice()),
        (ReviewState::InReview, ["甲".to_owned()].as_slice())
    );
    assert_eq!((review.difference.added, review.difference.removed), (1, 1));
    let part = &review.difference.parts[0];
    let lit = part.lines[0].new.iter().flatten().filter(|piece| piece.hit);
    let lit: String = lit.map(|piece| piece.text.as_str()).collect();
    assert_eq!((part.name.as_str(), lit.contains('宽')), ("可直接说", true));
    assert_eq!(office.copies(now()), Err(ErrorCode::NotApproved));
}

#[test]
fn withdrawing_takes_effect_at_once_in_a_search_and_can_be_taken_back() {
    let office = Office::approved();
    let done = office.does("甲", withdraw(Some("fees")));
    assert_eq!(office.standing(now()), StandingView::Withdrawn);
    assert_eq!(office.copies(now()), Err(ErrorCode::Withdrawn));
    let withdrawn = office
        .training
        .review(LOSS, now())
        .unwrap()
        .withdrawn
        .unwrap();
    assert_eq!(
        (
            withdrawn.said.text.as_str(),
            withdrawn.successor.unwrap().id.as_str()
        ),
        ("监管叫停", "fees")
    );
    office.training.review_undo(&done.version, now()).unwrap();
    assert_eq!(office.copies(now()).unwrap(), "请您放心。");
}

#[test]
fn nothing_replaces_itself_and_nothing_unknown_replaces_anything() {
    let office = Office::approved();
    for id in ["card-loss", "no-such", "不是编号"] {
        assert!(
            office.does_with("甲", &[LOSS], withdraw(Some(id))).is_err(),
            "{id}"
        );
    }
    assert_eq!(office.state(), ReviewState::Approved);
}

#[test]
fn open_remarks_keep_it_from_being_approved() {
    let office = Office::new();
    office.does("甲", ReviewDeed::Submit);
    office.does(
        "乙",
        ReviewDeed::Comment {
            line: 8,
            text: "太短".to_owned(),
        },
    );
    let refused = office.does_with("乙", &[LOSS], approve()).unwrap_err();
    assert!(refused.contains("1 条意见"), "{refused}");
    office.does(
        "乙",
        ReviewDeed::Return {
            remark: String::new(),
        },
    );
    let review = office.training.review(LOSS, now()).unwrap();
    assert_eq!((review.state, review.open), (ReviewState::Draft, 1));
    assert_eq!(
        (review.remarks[0].line, review.remarks[0].quote.as_str()),
        (Some(8), "请您放心。")
    );
}

#[test]
fn a_minor_change_is_listed_until_a_second_person_confirms_it() {
    let office = Office::approved();
    office.writes("甲", "请您放心", "请您放心呢");
    office.does("甲", ReviewDeed::MarkMinor);
    let waiting = office.training.review_waiting().unwrap();
    assert_eq!(
        (waiting[0].file.as_str(), waiting[0].minor_by.as_deref()),
        (LOSS, Some("甲"))
    );
    office.does("乙", ReviewDeed::ConfirmMinor);
    assert_eq!(office.copies(now()).unwrap(), "请您放心呢。");
    assert!(office.training.review_waiting().unwrap().is_empty());
}

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
