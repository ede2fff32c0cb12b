use super::{Sides, merge};

const BASE: &str = "---\nid: card-loss\nkind: script\ntitle: 挂失\naliases: [卡丢了, 补卡]\nstatus: approved\n---\n## 可直接说\n请您放心。\n我先帮您冻结。\n## 必须说\n- 收费十元\n";

fn three(file: &str, base: Option<&str>, ours: &str, theirs: &str) -> Option<String> {
    merge(file, Sides { base, ours, theirs })
}

fn entry(ours: &str, theirs: &str) -> Option<String> {
    three("entries/a.md", Some(BASE), ours, theirs)
}

#[test]
fn different_keys_and_sections_come_together_and_are_in_review_again() {
    let ours = BASE.replace("title: 挂失", "title: 银行卡挂失");
    let theirs = BASE.replace("请您放心。", "您别着急。") + "## 仅内部\n不外传\n";
    let expected = "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [卡丢了, 补卡]\nstatus: in_review\n---\n## 可直接说\n您别着急。\n我先帮您冻结。\n## 必须说\n- 收费十元\n## 仅内部\n不外传\n";
    assert_eq!(entry(&ours, &theirs).as_deref(), Some(expected));
}

#[test]
fn lists_merge_as_sets() {
    let ours = BASE.replace("[卡丢了, 补卡]", "[卡丢了, 卡没了, 补卡]");
    let theirs = BASE.replace("[卡丢了, 补卡]", "[卡丢了, \"丢卡, 急\"]");
    let merged = entry(&ours, &theirs).unwrap();
    assert!(
        merged.contains("aliases: [卡丢了, \"丢卡, 急\", 卡没了]\n"),
        "{merged}"
    );
}

#[test]
fn a_key_that_one_side_added_stays() {
    let theirs = BASE.replace("status:", "tags: [挂失]\nstatus:");
    let ours = BASE.replace("请您放心。", "您别着急。");
    let merged = entry(&ours, &theirs).unwrap();
    assert!(
        merged.contains("补卡]\ntags: [挂失]\nstatus: in_review"),
        "{merged}"
    );
}

#[test]
fn the_same_line_changed_in_two_ways_is_for_a_person_to_decide() {
    let ours = BASE.replace("请您放心。", "您别着急。");
    let theirs = BASE.replace("请您放心。", "不用担心。");
    assert_eq!(entry(&ours, &theirs), None);
    let ours = BASE.replace("title: 挂失", "title: 甲");
    let theirs = BASE.replace("title: 挂失", "title: 乙");
    assert_eq!(entry(&ours, &theirs), None);
}

#[test]
fn neighbouring_lines_and_list_items_put_in_the_same_place_both_stay() {
    let ours = BASE.replace("请您放心。", "您别着急。");
    let theirs = BASE.replace("我先帮您冻结。", "我马上帮您冻结。");
    assert!(
        entry(&ours, &theirs)
            .unwrap()
            .contains("您别着急。\n我马上帮您冻结。\n")
    );
    let ours = format!("{BASE}- 我们的\n");
    let theirs = format!("{BASE}- 他们的\n");
    assert!(
        entry(&ours, &theirs)
            .unwrap()
            .ends_with("- 收费十元\n- 我们的\n- 他们的\n")
    );
}

#[test]
fn what_one_side_withdrew_stays_withdrawn() {
    let ours = BASE.replace("status: approved", "status: in_review");
    let theirs = BASE.replace("status: approved", "status: withdrawn");
    assert!(
        entry(&ours, &theirs)
            .unwrap()
            .contains("status: withdrawn\n")
    );
    let ours = BASE.replace("请您放心。", "您别着急。");
    assert!(
        entry(&ours, &theirs)
            .unwrap()
            .contains("status: withdrawn\n")
    );
}

#[test]
fn a_section_that_one_side_took_out_while_the_other_changed_it_is_for_a_person() {
    let ours = BASE.replace("## 必须说\n- 收费十元\n", "");
    let theirs = BASE.replace("收费十元", "收费五元");
    assert_eq!(entry(&ours, &theirs), None);
}

#[test]
fn other_line_ends_are_no_change() {
    let ours = BASE.replace("挂失\n", "银行卡挂失\n");
    let theirs = BASE
        .replace("请您放心。", "您别着急。")
        .replace('\n', "\r\n");
    let merged = entry(&ours, &theirs).unwrap();
    assert!(merged.contains("您别着急。\n") && !merged.contains('\r'));
}

#[test]
fn lists_of_words_merge_line_by_line_and_never_conflict() {
    let merged = three(
        "vocabulary/words.txt",
        Some("# 词\n甲\n乙\n"),
        "# 词\n甲\n丙\n乙",
        "# 词\n丁\n乙\n",
    );
    assert_eq!(merged.as_deref(), Some("# 词\n丁\n丙\n乙\n"));
    let merged = three("vocabulary/words.txt", None, "甲\n乙\n", "乙\n丙\n");
    assert_eq!(merged.as_deref(), Some("甲\n乙\n丙\n"));
}

#[test]
fn remarks_that_both_wrote_on_one_entry_all_stay() {
    let submitted =
        "{\"v\":1,\"at\":\"2026-11-22T10:00:05\",\"by\":\"甲\",\"event\":\"submitted\"}\n";
    let ours = "{\"v\":1,\"at\":\"2026-11-22T10:01:00\",\"by\":\"乙\",\"event\":\"returned\"}\n";
    let theirs = "{\"v\":1,\"at\":\"2026-11-22T10:02:00\",\"by\":\"丙\",\"event\":\"retired\"}\n";
    let merged = |base: Option<&str>, ours: &str, theirs: &str| {
        three("reviews/card-loss.jsonl", base, ours, theirs).unwrap()
    };
    let both = merged(
        Some(submitted),
        &[submitted, ours].concat(),
        &[submitted, theirs].concat(),
    );
    assert_eq!(both.lines().count(), 3);
    for line in [submitted, ours, theirs] {
        assert!(both.contains(line), "{both}");
    }
    // Nobody had a record yet.
    assert_eq!(merged(None, ours, theirs).lines().count(), 2);
}

#[test]
fn both_began_by_themselves_with_the_same_keys_but_for_one() {
    let theirs = BASE.replace("请您放心。", "您别着急。");
    assert_eq!(three("entries/a.md", None, BASE, &theirs), None);
    assert_eq!(
        three("entries/a.md", None, BASE, BASE).as_deref(),
        Some(BASE)
    );
}
