use crate::approved_shelf::{ApprovedShelf, at};
use crate::contract::{
    CallNotes, CallPaper, CallText, CallTextRequest, EntryRequest, FlowDone, ShownEntry, TickedMust,
};
use std::fs;

const LOSS: &str = "## 可直接说\n{{客户称呼}}，我先帮您停用。\n## 必须说\n- {{客户称呼}}，电话挂失是临时停用。\n- 停用前的交易不受影响。\n\
                    ## 仅内部\n登记口头挂失。";

fn shelf() -> ApprovedShelf {
    ApprovedShelf::of(&[
        ("card-loss", "title: 银行卡挂失", LOSS),
        (
            "limit",
            "title: 转账限额",
            "## 可直接说\n好的。\n## 必须说\n- 以短信为准。",
        ),
    ])
}

/// Milliseconds of a moment of the test's day.
fn ms(minutes: i64) -> i64 {
    let beijing = at(minutes).reading().assume_utc().unix_timestamp() - 8 * 60 * 60;
    beijing * 1000
}

fn shown(shelf: &ApprovedShelf, id: &str, minutes: i64, copied: bool) -> ShownEntry {
    let request = EntryRequest {
        id: id.to_owned(),
        query: String::new(),
    };
    let entry = shelf.desk.entry(&request, at(0)).unwrap();
    ShownEntry {
        id: entry.id,
        title: entry.title,
        version: entry.version,
        at: ms(minutes),
        copied,
    }
}

fn call(shelf: &ApprovedShelf) -> CallNotes {
    CallNotes {
        started: ms(0),
        ended: Some(ms(7) + 12_000),
        shown: vec![
            shown(shelf, "card-loss", 1, true),
            shown(shelf, "limit", 3, false),
        ],
        ticked: vec![TickedMust {
            id: "card-loss".to_owned(),
            must: 0,
            at: ms(2),
        }],
        notes: "王女士，卡6222021234567890".to_owned(),
        flows: Vec::new(),
    }
}

fn text(shelf: &ApprovedShelf, call: &CallNotes, paper: CallPaper) -> CallText {
    let call = call.clone();
    shelf
        .desk
        .call_text(&CallTextRequest { call, paper }, at(9))
        .unwrap()
}

#[test]
fn a_summary_tells_what_was_used_said_and_missed_without_numbers_or_internal_words() {
    let shelf = shelf();
    let summary = text(&shelf, &call(&shelf), CallPaper::Summary);
    assert_eq!(
        summary.text,
        "【通话小结】2026-11-22 10:00—10:07（7 分 12 秒）\n使用的条目：\n- 10:01 银行卡挂失，已复制\n- 10:03 转账限额\n\
         已告知客户：\n- 电话挂失是临时停用。\n尚未告知：\n- 停用前的交易不受影响。\n备注：王女士，卡****7890"
    );
    assert_eq!((summary.hidden, summary.missed), (true, 1));
}

#[test]
fn a_flow_is_written_up_with_what_was_left_out() {
    let shelf = shelf();
    let call = CallNotes {
        flows: vec![FlowDone {
            entry: "complaint".to_owned(),
            title: "投诉处理".to_owned(),
            steps: vec!["听完".to_owned(), "结束".to_owned()],
            done: 1,
            all: 3,
            missed: vec!["听完".to_owned()],
        }],
        ..call(&shelf)
    };
    let summary = text(&shelf, &call, CallPaper::Summary).text;
    assert!(
        summary.contains("流程：\n- 投诉处理：听完 → 结束（必做 1/3，未完成：听完）"),
        "{summary}"
    );
}

#[test]
fn a_hand_over_card_begins_with_what_the_customer_wants() {
    let shelf = shelf();
    let going_on = CallNotes {
        ended: None,
        notes: String::new(),
        ..call(&shelf)
    };
    let card = text(&shelf, &going_on, CallPaper::Handover);
    let lines: Vec<&str> = card.text.lines().take(3).collect();
    assert_eq!(
        lines,
        [
            "【转接交接】2026-11-22 10:00—10:09（9 分 00 秒）",
            "客户来办：银行卡挂失、转账限额",
            "已告知客户："
        ]
    );
    assert!(!card.hidden);
}

#[test]
fn ticks_of_a_text_that_changed_since_are_only_counted() {
    let shelf = shelf();
    let call = call(&shelf);
    shelf.write(
        "card-loss",
        "title: 银行卡挂失",
        "## 可直接说\n好。\n## 必须说\n- 另一句。",
    );
    shelf.load();
    let summary = text(&shelf, &call, CallPaper::Summary);
    assert!(
        summary.text.contains("「银行卡挂失」的必须说 1 句"),
        "{}",
        summary.text
    );
    assert!(!summary.text.contains("另一句") && summary.missed == 0);
}

/// All bytes of the record, after the desk wrote them.
fn kept(shelf: ApprovedShelf) -> String {
    let file = shelf.record();
    let shelf = shelf.again();
    let bytes = fs::read(file).unwrap();
    drop(shelf);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn nothing_of_the_customer_is_stored_unless_notes_are_wanted() {
    let shelf = shelf();
    let number = shelf.desk.end_call(&call(&shelf), at(8)).unwrap();
    assert!(number.is_some());
    let kept = kept(shelf);
    assert!(kept.contains("card-loss") && !kept.contains("王女士") && !kept.contains("7890"));
}

#[test]
fn notes_that_are_wanted_are_stored_without_numbers_and_can_be_forgotten() {
    let shelf = shelf();
    shelf.choose(|settings| settings.keep_call_notes = true);
    shelf.desk.end_call(&call(&shelf), at(8)).unwrap();
    let person = || shelf.desk.ask_record(|store| store.call_notes("")).unwrap();
    assert_eq!(person()[0].1, "王女士，卡****7890");
    shelf.desk.forget_call_notes().unwrap();
    assert!(person().is_empty());
}

#[test]
fn a_call_ended_by_mistake_can_be_taken_back() {
    let shelf = shelf();
    shelf.choose(|settings| settings.keep_call_notes = true);
    let number = shelf.desk.end_call(&call(&shelf), at(8)).unwrap().unwrap();
    shelf.desk.reopen_call(number).unwrap();
    assert!(
        shelf
            .desk
            .ask_record(|store| store.call_notes(""))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn who_wants_nothing_remembered_has_no_call_recorded() {
    let shelf = shelf();
    shelf.choose(|settings| settings.remember_use = false);
    assert_eq!(shelf.desk.end_call(&call(&shelf), at(8)).unwrap(), None);
}
