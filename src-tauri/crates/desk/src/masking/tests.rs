use super::{KnownWords, MASK, Masked, NUMERALS};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use yingda_text::Lexicon;
use yingda_text::atoms::is_han;

static KNOWN: LazyLock<KnownWords> = LazyLock::new(|| {
    let lexicon = Arc::new(Lexicon::new([("二类户", None), ("云闪付", None)], []));
    let names = [
        "银行卡挂失",
        "境外取款",
        "赔偿",
        "尾号",
        "没到账",
        "钱被锁了",
        "二类户",
        "云闪付",
        "ETC",
        "24期分期",
        "高端",
        "明天",
        "提前还款",
        "第一",
    ];
    KnownWords::of(names, lexicon)
});

fn masked(text: &str) -> String {
    Masked::of(text, &KNOWN).as_str().to_owned()
}

#[test]
fn what_the_vocabulary_does_not_have_becomes_one_mark() {
    for (typed, kept) in [
        ("境外吞咔赔偿", "境外※赔偿"),
        ("王小明的银行卡挂失", "※银行卡挂失"),
        ("zhang san 挂失", "※挂失"),
        ("kdl", "※"),
        ("etc挂失", "etc挂失"),
        ("ＥＴＣ，挂失！", "etc 挂失"),
        ("", ""),
        ("？！", ""),
        ("😀挂失", "挂失"),
    ] {
        assert_eq!(masked(typed), kept, "{typed}");
    }
}

#[test]
fn digits_go_in_every_script() {
    for (typed, kept) in [
        ("尾号6222没到账", "尾号※没到账"),
        ("尾号６２２２没到账", "尾号※没到账"),
        ("尾号①②③没到账", "尾号※没到账"),
        ("尾号六二二二没到账", "尾号※没到账"),
        ("尾号陆贰貳二没到账", "尾号※没到账"),
        ("尾号٣٤没到账", "尾号※没到账"),
        ("24期分期", "※期分期"),
        ("五二类户", "※"),
        ("5二类户", "※"),
    ] {
        assert_eq!(masked(typed), kept, "{typed}");
    }
    assert_eq!(masked("二类户"), "二类户");
}

#[test]
fn a_family_name_goes_with_the_name_behind_it() {
    assert_eq!(masked("钱被锁了"), "钱被锁了");
    assert_eq!(masked("钱小花挂失"), "※挂失");
    assert_eq!(masked("钱先生挂失"), "※挂失");
}

#[test]
fn two_single_characters_do_not_make_a_word_that_is_kept() {
    let lexicon = Arc::new(Lexicon::new([("高明", None)], []));
    let known = KnownWords::of(["高", "明", "挂失"], lexicon);
    assert_eq!(Masked::of("高明挂失", &known).as_str(), "※挂失");
}

#[test]
fn only_what_holds_a_word_says_something() {
    assert!(Masked::of("※挂失", &KNOWN).says_something());
    assert!(!Masked::of("6222 王小明", &KNOWN).says_something());
}

/// Vocabulary words with anything between them.
fn queries() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "\\PC{0,6}",
        "[一二三五八九十百千万两零幺壹贰0-9０-９]{1,8}",
        "[\\u{4e00}-\\u{9fff}]{1,4}",
        prop::sample::select(vec![
            "银行卡",
            "挂失",
            "二类户",
            "钱",
            "尾号",
            "etc",
            "※",
            " "
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 0..7).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn nothing_outside_the_vocabulary_survives(text in queries()) {
        let kept = masked(&text);
        for stretch in kept.split([MASK, ' ']) {
            let chars: Vec<char> = stretch.chars().collect();
            // Every stretch is made of vocabulary words, one behind the other.
            let mut reached = vec![true];
            for end in 1..=chars.len() {
                let whole = (0..end).any(|from| {
                    let word: String = chars[from..end].iter().collect();
                    reached[from] && (KNOWN.knows(&word) || KNOWN.knows_parts(&word))
                });
                reached.push(whole);
            }
            prop_assert!(reached[chars.len()], "{stretch} of {kept}");
        }
    }

    #[test]
    fn no_digit_of_any_script_survives(text in queries()) {
        let kept = masked(&text);
        prop_assert!(!kept.chars().any(char::is_numeric), "{}", kept);
        let numerals: Vec<bool> = kept.chars().map(|c| NUMERALS.contains(c)).collect();
        prop_assert!(!numerals.windows(2).any(|two| two[0] && two[1]), "{}", kept);
    }

    #[test]
    fn masking_what_is_masked_changes_nothing(text in queries()) {
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once);
    }

    #[test]
    fn marks_and_blanks_never_stand_beside_each_other(text in queries()) {
        let kept = masked(&text);
        for two in ["※※", "※ ", " ※", "  "] {
            prop_assert!(!kept.contains(two), "{}", kept);
        }
        prop_assert!(kept.chars().all(|c| c == MASK || c == ' ' || is_han(c) || c.is_alphanumeric()));
    }
}
