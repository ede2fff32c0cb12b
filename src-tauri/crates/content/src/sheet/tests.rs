use super::{Setting, SheetFault, set, with_body};
use crate::entry::{Approval, EntryId, Status, Validity};
use crate::front_matter::parse_day;
use crate::reading::read_entry;
use proptest::prelude::{any, proptest};

const FILE: &str = "---\n# 负责人：个人业务部\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [卡丢了, 补卡]   # 常用\n\
tags:\n  - 借记卡\n  - 挂失\nstatus: approved\napprovals:\n  - {role: 消保审查岗, by: 甲, date: 2026-05-01}\nvalid: {from: 2026-05-01}\n---\n## 可直接说\n请您放心。\n";

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn one_key_changes_and_every_other_byte_stays() {
    let edited = set(FILE, &[Setting::Aliases(&words(&["卡丢了", "a, b"]))]).unwrap();
    let wanted = FILE.replace("[卡丢了, 补卡]", "[卡丢了, \"a, b\"]");
    assert_eq!(edited, wanted);
}

#[test]
fn a_list_below_its_key_is_taken_whole() {
    let edited = set(FILE, &[Setting::Tags(&words(&["挂失"]))]).unwrap();
    assert_eq!(
        edited,
        FILE.replace("tags:\n  - 借记卡\n  - 挂失", "tags: [挂失]")
    );
}

#[test]
fn a_new_key_stands_where_the_format_has_it() {
    let edited = set(FILE, &[Setting::Owner(Some("个人业务部"))]).unwrap();
    assert_eq!(
        edited,
        FILE.replace("status:", "owner: 个人业务部\nstatus:")
    );
    let first = set(
        "---\ntitle: a\n---\n",
        &[Setting::Id(&EntryId::parse("b").unwrap())],
    )
    .unwrap();
    assert_eq!(first, "---\nid: b\ntitle: a\n---\n");
}

#[test]
fn a_key_is_taken_out_with_its_lines() {
    let edited = set(
        FILE,
        &[Setting::Approvals(&[]), Setting::Status(Status::InReview)],
    )
    .unwrap();
    let wanted = FILE
        .replace(
            "approvals:\n  - {role: 消保审查岗, by: 甲, date: 2026-05-01}\n",
            "",
        )
        .replace("status: approved", "status: in_review");
    assert_eq!(edited, wanted);
}

#[test]
fn approvals_are_read_back_as_given() {
    let given = Approval {
        role: "消保审查岗".to_owned(),
        by: "审查岗乙".to_owned(),
        date: parse_day("2026-11-22").unwrap(),
        number: Some("消保审〔2026〕012".to_owned()),
        digest: Some(format!("sha256:{}", "0".repeat(64))),
    };
    let edited = set(FILE, &[Setting::Approvals(std::slice::from_ref(&given))]).unwrap();
    assert_eq!(
        read_entry("a.md", &edited).entry.unwrap().approvals,
        [given]
    );
}

#[test]
fn windows_line_ends_stay_windows_line_ends() {
    let file = FILE.replace('\n', "\r\n");
    let valid = Validity {
        from: None,
        until: parse_day("2027-04-30"),
    };
    let edited = set(&file, &[Setting::Valid(valid), Setting::Pin(-1)]).unwrap();
    assert!(!edited.replace("\r\n", "").contains('\n'));
    assert!(edited.contains("pin: -1\r\nstatus"));
    assert!(edited.contains("valid: {until: 2027-04-30}\r\n---"));
}

#[test]
fn what_cannot_be_read_is_not_touched() {
    for broken in [
        "",
        "正文",
        "---\nid: a\n",
        "---\na: [1\n---\n",
        "---\n{id: a}\n---\n",
    ] {
        assert_eq!(
            set(broken, &[Setting::Pin(1)]),
            Err(SheetFault::Unreadable),
            "{broken}"
        );
    }
    let twice = "---\nid: a\npin: 1\npin: 2\n---\n";
    assert_eq!(
        set(twice, &[Setting::Pin(1)]),
        Err(SheetFault::TooUnusual { key: "pin" })
    );
}

#[test]
fn another_text_keeps_front_matter() {
    let edited = with_body(FILE, "## 可直接说\n好。\n").unwrap();
    assert_eq!(edited, FILE.replace("请您放心。", "好。"));
}

#[test]
fn the_same_text_is_the_same_file_even_without_a_last_line_end() {
    for file in [FILE, "---\n\n---", "---\nid: a\n---\n"] {
        assert_eq!(with_body(file, super::body(file).unwrap()).unwrap(), file);
    }
    assert_eq!(with_body("---\n---", "好").unwrap(), "---\n---\n好");
}

proptest! {
    #[test]
    fn any_words_are_read_back_as_given(title in "\\PC{1,12}", alias in any::<String>()) {
        let (title, alias) = (title.trim().to_owned(), alias.trim().to_owned());
        if !title.is_empty() && !alias.is_empty() {
            let edited = set(FILE, &[Setting::Title(&title), Setting::Aliases(&[alias.clone(), "补卡".to_owned()])]).unwrap();
            let entry = read_entry("a.md", &edited).entry.unwrap();
            assert_eq!(entry.title, title);
            assert!(entry.aliases.contains(&alias) || alias == "补卡");
        }
    }

    #[test]
    fn no_text_makes_it_fail_badly(text in any::<String>()) {
        drop(set(&text, &[Setting::Pin(1)]));
    }
}
