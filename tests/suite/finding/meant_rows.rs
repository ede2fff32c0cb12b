//! What the customer meant: other accents, double pinyin, completions, use, and meaning beside words.

use crate::finding::shelf::{Shelf, entry, search, shelf, today};
use std::sync::Arc;
use yingda_app::Snapshot;
use yingda_content::{BeijingTime, EntryId};
use yingda_search::{Asking, Habits, Narrowing, Near, Outcome, Why};
use yingda_text::sound::double::Scheme;

fn asked(bank: &Snapshot, typed: &str, habits: &Habits, near: Option<&Near>) -> Outcome {
    let now: BeijingTime = today();
    let asking = Asking {
        typed,
        narrowing: &Narrowing::default(),
        page: 0..10,
        now,
        habits,
        near,
    };
    bank.engine.ask(&asking).unwrap()
}

fn ids(outcome: &Outcome) -> Vec<&str> {
    outcome
        .found
        .iter()
        .map(|found| found.entry.id.as_str())
        .collect()
}

/// Every title with a cosine, in the order of ids; these entries have no other names.
fn near(cosines: &[f32]) -> Near {
    Near::new(cosines.to_vec(), cosines.iter().map(|_| 1))
}

#[test]
fn another_accent_is_heard_when_nothing_else_fits() {
    let bank = shelf(&[entry("loss", "银行卡挂失"), entry("fee", "年费减免")]).open();
    search(&bank, "guasi")
        .first_is("loss")
        .because("loss", Why::Pinyin);
    search(&bank, "lianfei").first_is("fee");
    let bank = shelf(&[entry("loss", "银行卡挂失"), entry("four", "挂四个号")]).open();
    search(&bank, "guasi").first_is("four").has_not("loss");
}

#[test]
fn double_pinyin_is_heard_in_the_chosen_scheme_only() {
    let bank = shelf(&[entry("loss", "银行卡挂失"), entry("star", "星级评定")]).open();
    let with = |scheme| Habits {
        scheme,
        ..Habits::default()
    };
    assert_eq!(
        ids(&asked(&bank, "gxui", &with(Scheme::Xiaohe), None)),
        ["loss"]
    );
    assert_eq!(
        ids(&asked(&bank, "gwui", &with(Scheme::Ziranma), None)),
        ["loss"]
    );
    assert!(
        asked(&bank, "gxui", &with(Scheme::None), None)
            .found
            .is_empty()
    );
    // Whole pinyin and first letters go on working beside it.
    assert_eq!(
        ids(&asked(&bank, "guashi", &with(Scheme::Xiaohe), None)),
        ["loss"]
    );
}

#[test]
fn the_semicolon_of_two_schemes_is_a_key_like_any_other() {
    let bank = shelf(&[entry("star", "星级评定"), entry("loss", "挂失")]).open();
    let habits = Habits {
        scheme: Scheme::Sogou,
        ..Habits::default()
    };
    let outcome = asked(&bank, "x;ji", &habits, None);
    assert_eq!(ids(&outcome), ["star"]);
    assert_eq!(outcome.found[0].why, [Why::Pinyin]);
}

#[test]
fn names_complete_what_is_typed_the_used_ones_first() {
    let bank = shelf(&[
        entry("loss", "挂失补卡"),
        entry("online", "挂失能在网上办吗"),
        entry("alias", "临时停用").with("aliases: [挂失多久失效]"),
    ])
    .open();
    let nobody = Habits::default();
    let completions = |typed| asked(&bank, typed, &nobody, None).completions;
    assert_eq!(
        completions("挂失"),
        ["挂失补卡", "挂失多久失效", "挂失能在网上办吗"]
    );
    assert_eq!(
        completions("guashi").first().map(String::as_str),
        Some("挂失补卡")
    );
    assert!(completions("挂失补卡").is_empty());
    let id = EntryId::parse("online").unwrap();
    let someone = Habits {
        uses: [(id, 1.0)].into(),
        ..Habits::default()
    };
    let completions = asked(&bank, "挂失", &someone, None).completions;
    assert_eq!(
        completions.first().map(String::as_str),
        Some("挂失能在网上办吗")
    );
}

#[test]
fn use_and_pins_never_bury_an_exact_title() {
    let bank = shelf(&[
        entry("exact", "挂失").with("pin: -2"),
        entry("used", "挂失补卡").with("pin: 2"),
        entry("other", "挂失解除"),
    ])
    .open();
    let id = EntryId::parse("used").unwrap();
    let habits = Habits {
        uses: [(id, 1.0)].into(),
        ..Habits::default()
    };
    assert_eq!(
        ids(&asked(&bank, "挂失", &habits, None)),
        ["exact", "used", "other"]
    );
}

#[test]
fn what_is_meant_is_found_without_a_shared_word() {
    let bank = meant();
    let outcome = asked(
        &bank,
        "钱包掉出租车上",
        &Habits::default(),
        Some(&near(&[0.2, 0.8, 0.1])),
    );
    assert_eq!(ids(&outcome), ["loss"]);
    assert_eq!(outcome.found[0].why, [Why::Semantic]);
}

#[test]
fn nothing_is_found_by_meaning_below_the_floor_nor_by_letters_nor_by_stock_phrases() {
    let bank = meant();
    let nobody = Habits::default();
    for (typed, cosine) in [("钱包掉出租车上", 0.3), ("asdfgh", 0.9), ("怎么办", 0.9)] {
        let outcome = asked(&bank, typed, &nobody, Some(&near(&[cosine; 3])));
        let meant = outcome
            .found
            .iter()
            .filter(|found| found.why.contains(&Why::Semantic));
        assert_eq!(meant.count(), 0, "{typed}");
    }
}

#[test]
fn meaning_never_displaces_what_is_named_exactly_so() {
    let bank = meant();
    let outcome = asked(
        &bank,
        "年费减免",
        &Habits::default(),
        Some(&near(&[0.1, 1.0, 1.0])),
    );
    assert_eq!(ids(&outcome)[0], "fee");
    assert_eq!(ids(&outcome).len(), 3);
}

#[test]
fn a_name_reached_over_a_synonym_is_not_exact() {
    let bank = shelf(&[
        entry("over", "挂失怎么办理"),
        entry("typed", "丢卡怎么办理流程"),
    ])
    .words("synonyms.tsv", "丢卡\t挂失\n")
    .open();
    search(&bank, "丢卡怎么办理").first_is("typed").has("over");
    search(&bank, "guashizenmebanli").first_is("over");
}

fn meant() -> Snapshot {
    shelf(&[
        entry("fee", "年费减免"),
        entry("loss", "银行卡挂失"),
        entry("pass", "存折补登"),
    ])
    .open()
}

#[test]
fn a_result_says_what_it_can_be_narrowed_by() {
    let bank = shelf(&[
        entry("one", "挂失补卡")
            .with("tags: [借记卡]")
            .with("stage: 受理"),
        entry("two", "挂失解除").with("tags: [借记卡, 柜台]"),
        entry("three", "年费").with("tags: [信用卡]"),
    ])
    .open();
    let facets = asked(&bank, "挂失", &Habits::default(), None).facets;
    assert_eq!(
        facets.tags,
        [("借记卡".to_owned(), 2), ("柜台".to_owned(), 1)]
    );
    assert_eq!(facets.stages.len(), 1);
}

#[test]
fn a_changed_entry_is_found_by_its_new_words_and_not_by_its_old_ones() {
    let before: Shelf = shelf(&[entry("loss", "银行卡挂失"), entry("fee", "年费减免")]);
    let bank = before.open();
    before.put(&entry("loss", "口头停用").with("aliases: [先停掉]"));
    let changed = before.open().entry("loss").cloned().unwrap();
    let bank = bank.with(Arc::clone(&changed)).unwrap();
    search(&bank, "口头停用").first_is("loss");
    search(&bank, "xtd").first_is("loss");
    search(&bank, "挂失").has_not("loss");
    search(&bank, "年费").first_is("fee");
}
