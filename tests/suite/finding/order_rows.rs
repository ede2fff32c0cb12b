//! What goes wrong with Chinese in other search tools, one test a complaint: the order, what is shown, and dead ends.

use crate::finding::shelf::{entry, shelf};
use time::macros::date;
use yingda_content::BeijingTime;
use yingda_search::{Narrowing, RungStep, Why};

#[test]
fn an_exact_title_is_above_everything_else() {
    let bank = shelf(&[
        entry("exact", "提前还款"),
        entry("alias", "贷款结清").with("aliases: [提前还款]"),
        entry("starts", "提前还款违约金"),
        entry("holds", "房贷提前还款"),
        entry("body", "贷款服务").saying("您可以提前还款。提前还款，提前还款。"),
    ]);
    assert_eq!(
        bank.search("提前还款").ids(),
        ["exact", "alias", "starts", "holds", "body"]
    );
}

#[test]
fn among_equals_what_may_be_said_comes_first_and_then_the_pin() {
    let bank = shelf(&[
        entry("old", "信用卡年费说明").with("valid: {until: 2026-04-30}"),
        entry("now", "信用卡年费说明").with("pin: 0"),
        entry("pinned", "信用卡年费说明").with("pin: 2"),
    ]);
    assert_eq!(bank.search("年费").ids(), ["pinned", "now", "old"]);
}

#[test]
fn a_pin_fades_until_somebody_approves_the_entry_again() {
    let bank = shelf(&[entry("pinned", "信用卡年费说明").with("pin: 1")]);
    let snapshot = bank.open();
    let points = |now| {
        let outcome = snapshot
            .engine
            .search("年费", &Narrowing::default(), 0..1, now)
            .unwrap();
        let mut points = outcome.found[0].points.iter();
        points
            .find(|points| points.rule == "pin")
            .map_or(0.0, |points| points.points)
    };
    let on = |day| points(BeijingTime::start_of(day));
    assert!((on(date!(2026 - 05 - 01)) - 8.0).abs() < 0.01);
    assert!((on(date!(2026 - 10 - 28)) - 4.0).abs() < 0.01);
}

#[test]
fn the_snippet_is_the_sentence_around_the_hit() {
    let bank = shelf(&[entry("loan", "贷款服务").saying("先核实身份。利息按日计算。请稍候。")]);
    assert_eq!(bank.search("按日").snippet("loan"), "利息[按日]计算");
}

#[test]
fn numbers_in_words_and_in_digits_are_one() {
    let bank = shelf(&[
        entry("limit", "单笔限额五万"),
        entry("period", "二十四期分期"),
        entry("article", "第三十二条"),
        entry("custody", "三方存管"),
        entry("universal", "万能险"),
        entry("onecard", "一卡通"),
    ]);
    for query in ["5万", "50000", "五万", "５万"] {
        bank.search(query).first_is("limit");
    }
    bank.search("24期").first_is("period");
    bank.search("32条").first_is("article");
    bank.search("三方存管").first_is("custody");
    bank.search("万能险").first_is("universal");
    bank.search("一卡通").first_is("onecard");
}

#[test]
fn two_years_are_not_claimed_to_be_twenty_four_months() {
    let bank = shelf(&[entry("years", "两年定期")]);
    bank.search("24个月").has_not("years");
}

#[test]
fn the_customers_own_words_reach_the_entry() {
    let bank = shelf(&[
        entry("restricted", "账户只收不付").with("aliases: [钱被锁了]"),
        entry("loss", "银行卡挂失").with("aliases: [卡丢了]"),
        entry("charge", "不明扣款").with("aliases: [扣了我钱]"),
        entry("fraud", "电信诈骗"),
    ])
    .words("synonyms.tsv", "被骗了\t诈骗\n");
    for (said, id) in [
        ("钱被锁了", "restricted"),
        ("卡丢了", "loss"),
        ("扣了我钱", "charge"),
        ("被骗了", "fraud"),
    ] {
        bank.search(said).first_is(id);
    }
    bank.search("被骗了").because("fraud", Why::Synonym);
}

#[test]
fn an_alias_works_the_moment_it_is_saved() {
    let bank = shelf(&[entry("loss", "银行卡挂失")]);
    bank.search("沟里").has_not("loss");
    bank.put(&entry("loss", "银行卡挂失").with("aliases: [卡掉沟里了]"));
    bank.search("卡掉沟里了")
        .first_is("loss")
        .because("loss", Why::Alias);
}

#[test]
fn an_entry_may_name_words_that_keep_it_out() {
    let bank = shelf(&[
        entry("card", "挂失").with("not_for: [存折]"),
        entry("book", "存折挂失"),
    ]);
    bank.search("存折挂失").has("book").has_not("card");
    bank.search("挂失").first_is("card");
}

#[test]
fn a_query_that_finds_nothing_is_relaxed_step_by_step() {
    let bank = shelf(&[
        entry("swallowed", "自助机吞卡怎么取回"),
        entry("abroad", "境外用卡常见问题"),
        entry("claim", "客户提出赔偿要求"),
    ])
    .words("words.txt", "吞卡\n");
    let found = bank.search("境外吞卡飞船");
    found.has("swallowed").has("abroad").has_not("claim");
    assert!(
        found.0.relaxed.contains(&"飞船".to_owned()),
        "{:?}",
        found.0.relaxed
    );
    let steps: Vec<RungStep> = found.0.ladder.iter().map(|rung| rung.step).collect();
    assert_eq!(steps, [RungStep::AsTyped, RungStep::AnyWord]);
    assert_eq!(found.0.ladder.first().map(|rung| rung.count), Some(0));
    assert!(found.0.suggestions.contains(&"吞卡".to_owned()));
}
