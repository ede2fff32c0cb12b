//! What goes wrong with Chinese in other search tools, one test a complaint: what must be found.

use crate::finding::shelf::{Shelf, entry, search, shelf};
use proptest::prelude::*;
use std::sync::LazyLock;
use yingda_app::Snapshot;
use yingda_search::Why;

#[test]
fn a_long_dictionary_word_does_not_hide_its_parts() {
    let bank = shelf(&[entry("adb", "中国农业发展银行").with("aliases: [农发行]")]);
    for part in ["农业", "发展", "银行", "农发行", "中国农业发展银行"] {
        bank.search(part).first_is("adb");
    }
}

const TITLES: [(&str, &str); 5] = [
    ("period", "24期账单分期"),
    ("accounts", "个人开户数查询"),
    ("card", "ETC卡片挂失补办"),
    ("level", "R2级理财产品说明"),
    ("failed", "跨行转账失败怎么查"),
];

static TITLED: LazyLock<(Shelf, Snapshot)> = LazyLock::new(|| {
    let shelf = shelf(&TITLES.map(|(id, title)| entry(id, title)));
    let snapshot = shelf.open();
    (shelf, snapshot)
});

/// Whether neither end of a piece lies inside a number or a Latin word.
fn cuts_no_word(chars: &[char], from: usize, to: usize) -> bool {
    let inside = |at: usize| {
        let (before, after) = (chars[at - 1], chars[at]);
        (before.is_ascii_digit() && after.is_ascii_digit())
            || (before.is_ascii_alphabetic() && after.is_ascii_alphabetic())
    };
    (from == 0 || !inside(from)) && (to == chars.len() || !inside(to))
}

#[test]
fn every_two_characters_of_a_title_find_it() {
    for (id, title) in TITLES {
        let chars: Vec<char> = title.chars().collect();
        for from in 0..chars.len() - 1 {
            if cuts_no_word(&chars, from, from + 2) {
                search(&TITLED.1, &chars[from..from + 2].iter().collect::<String>()).has(id);
            }
        }
    }
}

#[test]
fn a_number_is_never_cut() {
    search(&TITLED.1, "24期").first_is("period");
    search(&TITLED.1, "期").has("period");
    search(&TITLED.1, "4期").has_not("period");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_cut_from_a_title_finds_it(which in 0_usize..5, from in 0_usize..10, len in 1_usize..8) {
        let (id, title) = TITLES[which];
        let chars: Vec<char> = title.chars().collect();
        let from = from.min(chars.len() - 1);
        let to = (from + len).min(chars.len());
        prop_assume!(cuts_no_word(&chars, from, to));
        let piece: String = chars[from..to].iter().collect();
        let found = search(&TITLED.1, &piece);
        prop_assert!(found.ids().contains(&id), "{piece}: {:?}", found.ids());
        prop_assert!(found.0.relaxed.is_empty());
    }
}

#[test]
fn digits_beside_characters_are_found() {
    let bank = shelf(&[
        entry("march", "3月活动"),
        entry("twentyfour", "24期分期"),
        entry("week", "7天理财"),
        entry("first", "1号产品"),
        entry("fifty", "单笔5万限额"),
        entry("r2", "R2级风险"),
        entry("line", "95xxx客服"),
        entry("thirteen", "13号窗口"),
    ]);
    for (query, id) in [
        ("3月", "march"),
        ("24期", "twentyfour"),
        ("7天理财", "week"),
        ("1号产品", "first"),
        ("5万", "fifty"),
        ("R2级", "r2"),
        ("95xxx客服", "line"),
    ] {
        bank.search(query).first_is(id);
    }
    bank.search("3").has("march").has_not("thirteen");
}

#[test]
fn one_character_gives_ranked_titles() {
    let bank = shelf(&[
        entry("card", "卡"),
        entry("loss", "银行卡挂失"),
        entry("other", "贷款利息").saying("请带上您的卡。"),
    ]);
    let found = bank.search("卡");
    assert_eq!(found.ids(), ["card", "loss", "other"]);
    bank.search("息").first_is("other");
    bank.search("贷").first_is("other");
    bank.search("挂").first_is("loss");
}

#[test]
fn mixed_scripts_in_any_case_and_spacing() {
    let bank = shelf(&[
        entry("etc", "ETC挂失"),
        entry("app", "app登录失败"),
        entry("pos", "POS机退款"),
        entry("key", "U盾坏了"),
        entry("apple", "Apple Pay绑卡"),
    ]);
    for (query, id) in [
        ("etc挂失", "etc"),
        ("ETC 挂失", "etc"),
        ("APP登录", "app"),
        ("pos机", "pos"),
        ("u盾", "key"),
        ("applepay绑卡", "apple"),
        ("apple pay 绑卡", "apple"),
        ("Apple Pay绑卡", "apple"),
    ] {
        bank.search(query).first_is(id);
    }
}

#[test]
fn several_words_in_any_order() {
    let bank = shelf(&[
        entry("merchant", "招商局公司简介"),
        entry("fee", "信用卡年费减免"),
    ]);
    bank.search("招商 公司").first_is("merchant");
    bank.search("信用卡 年费 减免").first_is("fee");
    bank.search("减免 年费").first_is("fee");
}

#[test]
fn characters_without_blanks_are_words_and_not_a_phrase() {
    let bank = shelf(&[
        entry("fee", "信用卡年费减免"),
        entry("phrase", "信用卡减免年费"),
    ]);
    bank.search("信用卡减免年费").has("fee").first_is("phrase");
}

#[test]
fn nothing_matches_by_sound_while_every_word_matches() {
    let bank = shelf(&[entry("due", "到期还款"), entry("flag", "道旗海关")]);
    bank.search("到期").has("due").has_not("flag");
}

#[test]
fn a_word_that_matches_nothing_may_be_heard_instead() {
    let bank = shelf(&[
        entry("loss", "银行卡挂失"),
        entry("transfer", "转账失败"),
        entry("balance", "账户余额不足"),
    ]);
    bank.search("挂实")
        .first_is("loss")
        .because("loss", Why::Homophone);
    bank.search("转帐")
        .first_is("transfer")
        .because("transfer", Why::Title);
    bank.search("余额不租")
        .first_is("balance")
        .because("balance", Why::Homophone);
    assert_eq!(bank.search("挂实").title("loss"), "银行卡[挂失]");
}

#[test]
fn polyphones_of_bank_words_are_typed_as_bankers_say_them() {
    let bank = shelf(&[
        entry("bank", "银行"),
        entry("head", "行长信箱"),
        entry("accountant", "会计"),
        entry("chongqing", "重庆"),
        entry("account", "账户"),
        entry("level", "等级"),
        entry("cmb", "招商银行"),
        entry("credit", "信用卡"),
        entry("limit", "转账单次上限"),
    ])
    .words(
        "readings.tsv",
        "银行\tyin hang\n行长\thang zhang\n会计\tkuai ji\n重庆\tchong qing\n单次\tdan ci\n",
    )
    .words("words.txt", "单次上限\n");
    let open = bank.open();
    for (typed, id) in [
        ("yinhang", "bank"),
        ("hangzhang", "head"),
        ("kuaiji", "accountant"),
        ("chongqing", "chongqing"),
        ("zhanghu", "account"),
        ("dengji", "level"),
        ("zsyh", "cmb"),
        ("xyk", "credit"),
        ("dcsx", "limit"),
    ] {
        search(&open, typed).first_is(id);
    }
    search(&open, "yinhang").because("bank", Why::Pinyin);
    search(&open, "xyk").because("credit", Why::Initials);
}

#[test]
fn one_letter_matches_initials_of_usual_readings_only() {
    let bank = shelf(&[entry("baidu", "百度网盘"), entry("loss", "挂失")]);
    bank.search("oa").has_not("baidu");
    bank.search("g").first_is("loss");
}

#[test]
fn initials_may_leave_out_what_stands_between_two_stretches_of_a_title() {
    let bank = shelf(&[
        entry("objection", "异议处理四步流程"),
        entry("angry", "客户异议")
            .with("aliases: [流程]")
            .saying("四步以后再说。"),
        entry("branch", "营业网点设备"),
    ]);
    bank.search("yysb").first_is("objection").has_not("angry");
    bank.search("yyclsb").first_is("objection");
    assert!(
        bank.search("yywd")
            .has("branch")
            .has_not("objection")
            .0
            .relaxed
            .is_empty()
    );
    assert!(bank.search("yyqx").ids().is_empty());
    assert!(bank.search("yy").ids().contains(&"branch"));
}

#[test]
fn what_is_lit_is_the_original_text() {
    let bank = shelf(&[
        entry("loss", "银行卡挂失"),
        entry("remit", "國際匯款"),
        entry("etc", "ＥＴＣ办理"),
    ]);
    assert_eq!(bank.search("guashi").title("loss"), "银行卡[挂失]");
    assert_eq!(bank.search("国际汇款").title("remit"), "[國際匯款]");
    assert_eq!(bank.search("etc").title("etc"), "[ＥＴＣ]办理");
}

#[test]
fn traditional_and_simplified_are_one_and_converted_before_cutting() {
    let bank = shelf(&[
        entry("remit", "国际汇款"),
        entry("account", "账户异常"),
        entry("taiwan", "台湾地区用卡"),
        entry("transfer", "转账"),
        entry("bill", "帳單說明"),
    ]);
    for (query, id) in [
        ("國際匯款", "remit"),
        ("帳戶", "account"),
        ("帐户", "account"),
        ("臺灣", "taiwan"),
        ("转帐", "transfer"),
        ("账单", "bill"),
    ] {
        bank.search(query).first_is(id);
    }
}

#[test]
fn repair_only_touches_words_that_matched_nothing() {
    let bank = shelf(&[
        entry("loss", "挂失"),
        entry("verify", "核实"),
        entry("hang", "悬挂"),
    ]);
    let found = bank.search("核实");
    assert_eq!(found.ids(), ["verify"]);
    assert!(found.0.ladder.is_empty());
}

#[test]
fn one_slip_inside_a_long_word_is_forgiven() {
    let bank = shelf(&[entry("balance", "账户余额不足")]);
    bank.search("余额布足").first_is("balance");
    bank.search("账户余头不足")
        .first_is("balance")
        .because("balance", Why::Lookalike);
}
