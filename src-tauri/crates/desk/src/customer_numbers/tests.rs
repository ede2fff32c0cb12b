use super::{LONG, hide, is_digit};
use proptest::prelude::*;

#[test]
fn cards_and_telephones_keep_their_last_four_digits() {
    for (typed, kept) in [
        ("卡号6222021234567890挂失", "卡号****7890挂失"),
        ("6222 0212 3456 7890 123", "****0123"),
        ("6222-0212-3456-7890", "****7890"),
        ("６２２２０２１２３４５６７８９０", "****７８９０"),
        ("六二二二零二一二三四五六七八九零", "****七八九零"),
        ("回电13812345678，谢谢", "回电****5678，谢谢"),
        ("138 1234 5678", "****5678"),
        ("+86 138-1234-5678", "+****5678"),
        ("幺三八一二三四五六七八", "****"),
    ] {
        assert_eq!(hide(typed), kept, "{typed}");
    }
}

#[test]
fn identity_numbers_and_what_can_not_be_told_keep_nothing() {
    for (typed, kept) in [
        ("身份证11010519491231002X", "身份证****"),
        ("110105194912310021。", "****。"),
        ("110105491231002", "****"),
        ("座机010-88123456", "座机****"),
        ("验证码482913", "验证码****"),
        ("账号1234567", "账号****"),
        ("1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "****5678\u{fe0f}\u{20e3}"),
    ] {
        assert_eq!(hide(typed), kept, "{typed}");
    }
}

#[test]
fn amounts_dates_and_short_numbers_stay_readable() {
    for (typed, kept) in [
        ("转账500元", "转账500元"),
        ("限额50000元", "限额50000元"),
        ("限额500000元", "限额500,000元"),
        ("1,234,567.89", "1,234,567.89"),
        ("¥1234567", "¥1,234,567"),
        ("100000-200000元", "100,000-200,000元"),
        ("2026-11-22 10:05:30", "2026-11-22 10:05:30"),
        ("2026-11-22—2026-12-22", "2026-11-22—2026-12-22"),
        ("2026年11月22日", "2026年11月22日"),
        ("20261122到账", "2026-11-22到账"),
        ("尾号1234", "尾号1234"),
        ("24期，年化3.65%", "24期，年化3.65%"),
        ("95588", "95588"),
        ("400-810-8888", "400-810-8888"),
        ("三百二十万", "三百二十万"),
    ] {
        assert_eq!(hide(typed), kept, "{typed}");
    }
}

/// Digits of several scripts with marks, words and money around them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,22}",
        "[０-９]{1,12}",
        "[一二三四五六七八九零〇幺两]{1,12}",
        "[٠-٩①-⑨]{1,9}",
        "[ .,\\-，。：/xX+()]{1,3}",
        "\\PC{0,4}",
        prop::sample::select(vec![
            "元",
            "万",
            "¥",
            "19900101",
            "2026-11-22",
            "卡号",
            "****"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_run_of_six_digits_of_any_script_survives(text in texts()) {
        let kept = hide(&text);
        let longest = kept.split(|c| !is_digit(c)).map(|run| run.chars().count()).max();
        prop_assert!(longest.unwrap_or(0) < LONG, "{text} → {kept}");
    }

    #[test]
    fn a_card_number_in_any_groups_keeps_at_most_four_of_its_digits(
        number in "[1-9][0-9]{15}", mark in "[ \\-.]", size in 3_usize..6
    ) {
        let digits: Vec<char> = number.chars().collect();
        let groups: Vec<String> = digits.chunks(size).map(|group| group.iter().collect()).collect();
        let kept = hide(&format!("卡{}挂失", groups.join(&mark)));
        let left = kept.chars().filter(|c| is_digit(*c)).count();
        // A group of four that is a year, with a month and a day behind it, reads as a date.
        prop_assume!(!number.starts_with("19") && !number.starts_with("20"));
        prop_assert!(left <= 4, "{kept}");
    }

    #[test]
    fn hiding_what_is_hidden_changes_nothing(text in texts()) {
        let once = hide(&text);
        prop_assert_eq!(hide(&once), once);
    }

    #[test]
    fn an_amount_keeps_all_of_its_digits(amount in 0_u32..999_999_999) {
        let kept = hide(&format!("转{amount}元"));
        let digits: String = kept.chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(digits, amount.to_string());
    }
}
