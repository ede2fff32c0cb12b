//! What is minor, and that nothing forbidden ever is.

use super::{LARGEST_MINOR, NotMinor, minor};
use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};
use yingda_content::problem::Language;

const FILE: &str = "---\nid: a\nkind: script\ntitle: 挂失办理\nfields: {称呼: {type: text}}\nstatus: draft\n\
valid: {until: 2027-04-30}\n---\n## 可直接说\n{{称呼}}，请您放心，我先邦您把卡冻结，费用共计 10.5元。当日办结，不再收取。详见 [[fees]]。\n\
## 必须说\n- 挂失后旧卡作废\n## 不能说\n- 「不归我管」 → 「马上转接」\n## 仅内部\n先查系统\n";

fn change(from: &str, to: &str) -> Result<(), NotMinor> {
    assert!(FILE.contains(from), "{from}");
    minor(FILE, &FILE.replacen(from, to, 1))
}

#[test]
fn a_slip_of_the_pen_is_minor() {
    assert_eq!(change("邦您", "帮您"), Ok(()));
    assert_eq!(change("先查系统", "请先查系统。"), Ok(()));
    assert_eq!(change("挂失办理", "挂失的办理"), Ok(()));
}

#[test]
fn what_an_approver_would_look_at_is_never_minor() {
    for (from, to, why) in [
        ("10.5元", "105元", NotMinor::Figure),
        ("10.5元", "10.5万", NotMinor::Figure),
        ("10.5元", "１0.5元", NotMinor::Figure),
        ("先查系统", "先查两个系统", NotMinor::Figure),
        ("当日办结", "当时办结", NotMinor::Day),
        ("不再收取", "再收取", NotMinor::Refusal),
        ("不再收取", "不得收取", NotMinor::Refusal),
        ("先查系统", "先查系统（非必需）", NotMinor::Refusal),
        ("{{称呼}}，请", "{{客户}}，请", NotMinor::Field),
        ("{type: text}", "{required: true}", NotMinor::Field),
        ("旧卡作废", "旧卡作費", NotMinor::Must),
        ("马上转接", "立即转接", NotMinor::Never),
        ("[[fees]]", "[[fares]]", NotMinor::Link),
        ("kind: script", "kind: faq", NotMinor::Terms),
        ("2027-04-30", "2027-05-30", NotMinor::Terms),
        (
            "status: draft",
            "status: draft\nscope: [北京]",
            NotMinor::Terms,
        ),
        (
            "status: draft",
            "status: draft\nchannel: [phone]",
            NotMinor::Terms,
        ),
        ("status: draft", "status: approved", NotMinor::Nothing),
        ("id: a", "id: A!", NotMinor::Unreadable),
    ] {
        assert_eq!(change(from, to), Err(why), "{from} → {to}");
    }
}

#[test]
fn rewriting_is_not_minor() {
    let longer = "甲".repeat(LARGEST_MINOR + 1);
    assert_eq!(change("先查系统", &longer), Err(NotMinor::Long));
}

#[test]
fn every_reason_is_said_in_both_languages() {
    for why in NotMinor::ALL {
        assert_ne!(why.what(Language::Chinese), why.what(Language::English));
    }
}

/// A text of characters that no rule watches.
fn harmless() -> impl Strategy<Value = String> {
    "[请您放心先帮把卡冻结好的谢查询，。]{1,40}"
}

fn file(body: &str) -> String {
    format!("---\nid: a\nkind: faq\ntitle: 甲\nstatus: draft\n---\n## 可直接说\n始{body}终\n")
}

/// The text with something put in behind some of its characters.
fn put(text: &str, at: usize, piece: &str) -> String {
    let at = at % (text.chars().count() + 1);
    text.chars()
        .take(at)
        .chain(piece.chars())
        .chain(text.chars().skip(at))
        .collect()
}

proptest! {
    #[test]
    fn harmless_slips_are_minor(text in harmless(), at in any::<usize>()) {
        prop_assert_eq!(minor(&file(&text), &file(&put(&text, at, "呢"))), Ok(()));
    }

    #[test]
    fn a_digit_put_in_anywhere_is_never_minor(text in harmless(), at in any::<usize>(), digit in "[0-9０-９〇一二三四五六七八九十百千万亿两壹贰٣②Ⅳ]") {
        prop_assert_eq!(minor(&file(&text), &file(&put(&text, at, &digit))), Err(NotMinor::Figure));
        prop_assert_eq!(minor(&file(&put(&text, at, &digit)), &file(&text)), Err(NotMinor::Figure));
    }

    #[test]
    fn a_word_of_refusal_put_in_or_taken_out_is_never_minor(text in harmless(), at in any::<usize>(), word in "[不未无非]") {
        prop_assert_eq!(minor(&file(&text), &file(&put(&text, at, &word))), Err(NotMinor::Refusal));
        prop_assert_eq!(minor(&file(&put(&text, at, &word)), &file(&text)), Err(NotMinor::Refusal));
    }

    #[test]
    fn a_figure_that_moved_past_a_word_is_never_minor(text in harmless(), figure in "[1-9][0-9]{0,3}") {
        let (before, behind) = (file(&format!("{figure}元{text}")), file(&format!("{figure}角{text}")));
        prop_assert_eq!(minor(&before, &behind), Err(NotMinor::Figure));
    }

    #[test]
    fn a_day_or_a_blank_put_in_is_never_minor(text in harmless(), at in any::<usize>()) {
        prop_assert_eq!(minor(&file(&text), &file(&put(&text, at, "月"))), Err(NotMinor::Day));
        prop_assert_eq!(minor(&file(&text), &file(&put(&text, at, "{{称呼}}"))), Err(NotMinor::Field));
    }

    #[test]
    fn no_text_makes_it_fail_badly(old in any::<String>(), new in any::<String>()) {
        assert!(minor(&old, &new).is_err());
    }
}
