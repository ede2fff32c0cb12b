//! What is copied and read aloud.

use super::*;
use crate::fixture::entry;
use crate::reading::read_entry;

fn say(body: &str) -> Entry {
    read_entry(
        "entries/a.md",
        &entry("a", "", &format!("## 可直接说\n{body}\n")),
    )
    .entry
    .unwrap()
}

fn copied(body: &str, values: &[(&str, &str)]) -> String {
    let values = values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    spoken(&say(body).card.say, &values)
}

#[test]
fn blanks_are_filled_in_or_stay_visible() {
    let body = "{{称呼}}，您尾号{{尾号}}的卡\n已冻结。";
    assert_eq!(
        copied(body, &[("称呼", "王女士"), ("尾号", " 1234 ")]),
        "王女士，您尾号1234的卡已冻结。"
    );
    assert_eq!(
        copied(body, &[("称呼", " ")]),
        "【称呼】，您尾号【尾号】的卡已冻结。"
    );
}

#[test]
fn a_line_that_loses_everything_is_no_line() {
    let entry = say("- {{第一步}}\n- 请您放心\n\n{{称呼}}，好的。");
    let filling = |name: &str| match name {
        "称呼" => Filling::Address,
        _ => Filling::LeftOut,
    };
    assert_eq!(filled(&entry.card.say, &filling), "· 请您放心\n好的。");
}

#[test]
fn yuan_are_named_once() {
    assert_eq!(copied("还{{金额}}元。", &[("金额", "5元")]), "还5元。");
    assert_eq!(copied("还{{金额}}元。", &[("金额", "5")]), "还5元。");
}

#[test]
fn markup_is_flattened_and_struck_text_is_not_spoken() {
    assert_eq!(
        copied("**请：**见[[card-loss]]，*慢*~~快~~ `A1`", &[]),
        "请：见card-loss，慢 A1"
    );
}

#[test]
fn paragraphs_and_items_have_lines_of_their_own() {
    assert_eq!(copied("一\n\n二  \n三", &[]), "一\n二\n三");
    assert_eq!(
        copied("- 一\n- 二\n  1. 甲\n  2. 乙\n", &[]),
        "· 一\n· 二\n  1. 甲\n  2. 乙"
    );
    assert_eq!(
        copied("3. 一\n4. 二\n\n   还是二\n", &[]),
        "3. 一\n4. 二\n   还是二".replace("   还", "  还")
    );
    assert_eq!(
        copied("|甲|乙|\n|-|-|\n|丙|丁|\n\n> 戊\n\n---\n\n### 己\n", &[]),
        "甲\t乙\n丙\t丁\n戊\n己"
    );
}

#[test]
fn what_is_searched_has_no_marks_and_no_blanks() {
    assert_eq!(
        searchable(&say("- 尾号{{尾号}}的卡\n- ~~旧~~").card.say),
        "尾号 的卡\n旧"
    );
}

#[test]
fn field_names_come_in_reading_order_each_once() {
    let body = "{{乙}}和**{{甲}}**和{{乙}}\n## 必须说\n- {{丙}}\n## 仅内部\n{{丁}}";
    assert_eq!(field_names(&say(body)), ["乙", "甲", "丙"]);
}

#[test]
fn speaking_takes_a_second_for_four_and_a_half_characters() {
    assert_eq!(speaking_seconds(""), 0);
    assert_eq!(speaking_seconds("，。"), 0);
    assert_eq!(speaking_seconds("请您放心，我马上"), 2);
    assert_eq!(speaking_seconds(&"好".repeat(45)), 10);
    assert_eq!(speaking_seconds("95588"), speaking_seconds("九五五八八"));
}
