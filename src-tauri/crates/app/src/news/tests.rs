use crate::approved_shelf::{ApprovedShelf, at};
use crate::contract::{NewsKind, NewsPart, NewsRead};

const FEE: &str = "title: 年费";
const BODY: &str = "## 可直接说\n年费一百元。\n## 必须说\n- 以账单为准。";

fn shelf() -> ApprovedShelf {
    ApprovedShelf::of(&[
        ("fee", FEE, BODY),
        ("loan", "title: 提前还款", BODY),
        ("fraud", "title: 疑似诈骗\nmust_read: true", BODY),
    ])
}

fn news(shelf: &ApprovedShelf) -> Vec<(String, NewsKind)> {
    let view = shelf.desk.news(at(0)).unwrap();
    view.items
        .into_iter()
        .map(|item| (item.id, item.what))
        .collect()
}

fn read(shelf: &ApprovedShelf, ids: &[&str], rest: bool) {
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    shelf
        .desk
        .read_news(&NewsRead { ids, rest }, at(1))
        .unwrap();
}

fn one(id: &str, what: NewsKind) -> (String, NewsKind) {
    (id.to_owned(), what)
}

/// A shelf whose first announcements were read.
fn caught_up() -> ApprovedShelf {
    let shelf = shelf();
    shelf.desk.news(at(0)).unwrap();
    read(&shelf, &["fraud"], false);
    shelf
}

#[test]
fn who_looks_for_the_first_time_has_only_to_read_what_must_be_read() {
    let shelf = shelf();
    assert_eq!(news(&shelf), [one("fraud", NewsKind::New)]);
    assert_eq!(shelf.desk.news(at(0)).unwrap().must_read, 1);
    let shelf = shelf.again();
    assert_eq!(news(&shelf), [one("fraud", NewsKind::New)]);
}

#[test]
fn reading_gives_the_trainer_a_receipt_and_opening_gives_none() {
    let shelf = shelf();
    shelf.sits("林晓");
    shelf.desk.news(at(0)).unwrap();
    shelf.desk.opened("fraud", at(0)).unwrap();
    let readers = || {
        shelf.desk.insights(7, at(0)).unwrap().must_read[0]
            .read
            .clone()
    };
    assert!(readers().is_empty());
    read(&shelf, &["fraud"], false);
    assert_eq!(readers(), ["林晓"]);
    assert!(news(&shelf).is_empty());
}

#[test]
fn reading_the_rest_leaves_what_must_be_read() {
    let shelf = shelf();
    shelf.desk.news(at(0)).unwrap();
    shelf.write("fee", FEE, "## 可直接说\n年费两百元。");
    shelf.load();
    read(&shelf, &[], true);
    assert_eq!(news(&shelf), [one("fraud", NewsKind::New)]);
}

#[test]
fn a_changed_entry_is_told_with_its_parts_until_it_is_read() {
    let shelf = caught_up();
    shelf.write(
        "fee",
        "title: 卡年费",
        "## 可直接说\n年费两百元。\n## 必须说\n- 以账单为准。",
    );
    shelf.load();
    let view = shelf.desk.news(at(0)).unwrap();
    let item = &view.items[0];
    assert_eq!(
        (item.id.as_str(), item.what, view.must_read),
        ("fee", NewsKind::Changed, 0)
    );
    assert_eq!(item.parts, [NewsPart::Title, NewsPart::Say]);
    read(&shelf, &["fee"], false);
    assert!(news(&shelf).is_empty());
}

#[test]
fn what_is_withdrawn_expired_gone_or_new_is_told_in_this_order() {
    let shelf = caught_up();
    shelf.write("fee", "title: 年费\nvalid: {until: 2026-11-01}", BODY);
    shelf.write("loan", "title: 提前还款\nstatus: withdrawn", BODY);
    shelf.write("new", "title: 新条目", BODY);
    shelf.remove("fraud");
    shelf.load();
    let told = [
        one("loan", NewsKind::Withdrawn),
        one("fee", NewsKind::Expired),
        one("fraud", NewsKind::Gone),
        one("new", NewsKind::New),
    ];
    assert_eq!(news(&shelf), told);
    read(&shelf, &[], true);
    assert!(news(&shelf).is_empty());
}

#[test]
fn a_draft_is_not_told_of_until_it_is_approved() {
    let shelf = caught_up();
    shelf.write("draft", "title: 草稿\nstatus: draft", BODY);
    shelf.load();
    assert!(news(&shelf).is_empty());
    shelf.write("draft", "title: 草稿", BODY);
    shelf.load();
    assert_eq!(news(&shelf), [one("draft", NewsKind::New)]);
}

#[test]
fn each_person_has_announcements_of_their_own() {
    let shelf = caught_up();
    shelf.sits("周敏");
    assert_eq!(news(&shelf), [one("fraud", NewsKind::New)]);
    shelf.sits("");
    assert!(news(&shelf).is_empty());
}
