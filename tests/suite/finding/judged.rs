//! The shipped knowledge base under its judged queries.

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
    let judgement = judge(&snapshot, &knowledge(), crate::finding::shelf::today()).unwrap();
    for (class, measure) in &judgement.classes {
        println!("{:<12} {measure:?}", class.as_str());
    }
    assert_eq!(judgement.below, [], "{:#?}", judgement.misses);
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
