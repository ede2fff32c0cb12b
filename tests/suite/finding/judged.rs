//! The shipped knowledge base under its judged queries.

use crate::finding::shelf::{entry, shelf};
use std::path::PathBuf;
use yingda_app::Snapshot;
use yingda_app::judging::judge;
use yingda_app::snapshot::IndexPlace;
use yingda_content::load_judged;
use yingda_content::problem::Severity;

fn knowledge() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../knowledge")
}

#[test]
fn no_class_of_judged_queries_is_below_its_floor() {
    let (snapshot, _) =
        Snapshot::take(&knowledge(), IndexPlace::Memory, None, &mut |_, _| {}).unwrap();
    let judged = load_judged(&knowledge(), &snapshot.library);
    assert!(judged.queries.len() >= 100, "{}", judged.queries.len());
    assert!(!judged.floors.is_empty() && judged.day.is_some());
    let judgement = judge(
        &snapshot,
        &knowledge(),
        None,
        crate::finding::shelf::today(),
    )
    .unwrap();
    for (class, measure) in &judgement.classes {
        println!("{:<12} {measure:?}", class.as_str());
    }
    assert_eq!(judgement.below, [], "{:#?}", judgement.misses);
}

#[test]
fn no_two_shipped_entries_say_nearly_the_same_or_give_different_figures() {
    let library = yingda_content::load(&knowledge()).library;
    assert_eq!(yingda_app::wording(&library).nearly_same, []);
    let entries = library.entries().iter().map(AsRef::as_ref);
    assert_eq!(yingda_app::disagreements(entries), []);
}

#[test]
fn two_entries_of_one_product_with_different_day_counts_are_found() {
    let bank = shelf(&[
        entry("one", "挂失补卡")
            .with("product: 借记卡")
            .saying("正式挂失以后七天可以领取新卡。"),
        entry("other", "领新卡")
            .with("product: 借记卡")
            .saying("正式挂失以后5天可以来领取新卡。"),
        entry("same", "补卡时间")
            .with("product: 借记卡")
            .saying("正式挂失以后7天可以领取新卡。"),
        entry("elsewhere", "信用卡补卡")
            .with("product: 信用卡")
            .saying("正式挂失以后9天可以领取新卡。"),
    ]);
    let snapshot = bank.open();
    let entries = snapshot.library.entries().iter().map(AsRef::as_ref);
    let found = yingda_app::disagreements(entries);
    let pairs: Vec<_> = found
        .iter()
        .map(|d| (d.one.0.as_str(), d.other.0.as_str()))
        .collect();
    assert_eq!(pairs, [("one", "other"), ("other", "same")]);
}

#[test]
fn scripts_and_answers_have_at_least_four_of_the_customers_own_words() {
    use yingda_content::Kind;
    let library = yingda_content::load(&knowledge()).library;
    let spoken = |kind| matches!(kind, Kind::Script | Kind::Faq);
    let few: Vec<_> = library
        .entries()
        .iter()
        .filter(|entry| spoken(entry.kind) && entry.aliases.len() < 4)
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(few, Vec::<&str>::new());
}

#[test]
fn the_shipped_files_have_no_problem_and_every_approval_is_a_demonstration_that_fits() {
    let loaded = yingda_content::load(&knowledge());
    let worst: Vec<_> = loaded
        .problems
        .iter()
        .filter(|p| p.severity() >= Severity::Warning)
        .collect();
    assert!(worst.is_empty(), "{worst:#?}");
    for entry in loaded.library.entries() {
        assert!(entry.is_approved_as_written(), "{}", entry.id);
        assert!(
            entry
                .approvals
                .iter()
                .all(yingda_content::entry::Approval::is_demonstration),
            "{}",
            entry.id
        );
    }
    for kind in yingda_content::Kind::ALL {
        assert!(
            loaded
                .library
                .entries()
                .iter()
                .any(|entry| entry.kind == kind),
            "{kind:?}"
        );
    }
}
