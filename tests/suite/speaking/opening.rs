//! Opening an entry, and the state of the desk.

use crate::finding::shelf::{Shelf, entry, shelf, today};
use std::sync::Mutex;
use yingda_app::contract::{
    EntryRequest, EntryView, ErrorCode, IndexState, LibraryState, StandingView,
};
use yingda_app::{Desk, Places};

fn desk(bank: &Shelf) -> Desk {
    bank.stamp();
    let settings = bank.path().join("settings");
    let desk = Desk::new(Places {
        knowledge: bank.path().to_owned(),
        index: None,
        settings,
        model: None,
    });
    desk.load(&|_| {});
    desk
}

fn opened(desk: &Desk, id: &str) -> EntryView {
    desk.entry(
        &EntryRequest {
            id: id.to_owned(),
            query: String::new(),
        },
        today(),
    )
    .unwrap()
}

#[test]
fn a_card_shows_its_parts_its_blanks_and_what_stands_beside_it() {
    let bank = shelf(&[
        entry("loss", "银行卡挂失")
            .with("tags: [挂失]")
            .with("related: [check]")
            .with("fields: {尾号: {type: digits, required: true}}")
            .saying("尾号{{尾号}}，{{客户称呼}}。\n\n## 必须说\n- 请到网点。{{尾号}}\n\n## 不能说\n- 「没事」 → 「我查」"),
        entry("check", "身份核实"),
        entry("tail", "只核对尾号").with("kind: compliance").with("tags: [挂失]").saying("不问全部卡号。"),
    ]);
    let view = opened(&desk(&bank), "loss");
    let names: Vec<&str> = view
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["尾号", "客户称呼"]);
    assert!(view.fields[0].required && !view.fields[1].required);
    assert_eq!((view.card.must.len(), view.card.never.len()), (1, 1));
    assert_eq!(view.related[0].title, "身份核实");
    assert_eq!(view.notes[0].id, "tail");
    assert_eq!(view.standing, StandingView::Valid);
}

#[test]
fn an_entry_says_how_long_it_still_may_be_said() {
    let bank = shelf(&[
        entry("soon", "临时").with("valid: {until: 2026-11-30}"),
        entry("gone", "旧版")
            .with("valid: {until: 2026-04-30}")
            .with("superseded_by: soon"),
        entry("later", "新版").with("valid: {from: 2027-01-01}"),
    ]);
    let desk = desk(&bank);
    assert_eq!(
        opened(&desk, "soon").standing,
        StandingView::Ending { days: 9 }
    );
    let gone = opened(&desk, "gone");
    assert_eq!(
        gone.standing,
        StandingView::Expired {
            on: Some("2026-04-30".to_owned())
        }
    );
    assert_eq!(
        gone.successor.map(|entry| entry.id),
        Some("soon".to_owned())
    );
    assert_eq!(
        opened(&desk, "later").standing,
        StandingView::NotYet {
            from: "2027-01-01".to_owned()
        }
    );
}

#[test]
fn an_unknown_entry_is_an_error_with_its_id() {
    let desk = desk(&shelf(&[entry("loss", "挂失")]));
    let request = EntryRequest {
        id: "nothing".to_owned(),
        query: String::new(),
    };
    let error = desk.entry(&request, today()).unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::EntryUnknown, "nothing")
    );
}

#[test]
fn loading_tells_every_change_of_state_and_ends_ready() {
    let bank = shelf(&[entry("loss", "挂失")]);
    let desk = Desk::new(Places {
        knowledge: bank.path().to_owned(),
        index: Some(bank.path().join("index")),
        settings: bank.path().join("settings"),
        model: None,
    });
    let told = Mutex::new(Vec::new());
    desk.load(&|status| told.lock().unwrap().push(status.clone()));
    let told = told.into_inner().unwrap();
    assert!(
        told.iter()
            .any(|status| matches!(status.index, IndexState::Building { .. }))
    );
    let last = told.last().unwrap();
    assert!(matches!(
        last.library,
        LibraryState::Ready {
            entries: 1,
            demonstration: true,
            ..
        }
    ));
    assert!(matches!(
        last.index,
        IndexState::Ready { rebuilt: false, .. }
    ));
}

#[test]
fn a_missing_library_is_a_state_that_names_the_folder() {
    let desk = Desk::new(Places {
        knowledge: "/nowhere/at/all".into(),
        index: None,
        settings: "/nowhere".into(),
        model: None,
    });
    desk.load(&|_| {});
    assert_eq!(
        desk.status().library,
        LibraryState::Missing {
            folder: "/nowhere/at/all".to_owned()
        }
    );
}

#[test]
fn a_folder_without_entries_is_no_library() {
    let folder = tempfile::tempdir().unwrap();
    let knowledge = folder.path().to_owned();
    let desk = Desk::new(Places {
        knowledge: knowledge.clone(),
        index: None,
        settings: knowledge,
        model: None,
    });
    desk.load(&|_| {});
    assert!(matches!(
        desk.status().library,
        LibraryState::Missing { .. }
    ));
}

#[test]
fn a_damaged_entry_is_a_problem_and_hides_no_other() {
    let bank = shelf(&[entry("loss", "挂失")]);
    std::fs::write(bank.path().join("entries/broken.md"), "---\nid: [\n---\n").unwrap();
    let desk = desk(&bank);
    assert_eq!(opened(&desk, "loss").title, "挂失");
    let problems = desk.problems();
    assert!(
        problems
            .iter()
            .any(|problem| problem.error && problem.file == "entries/broken.md")
    );
}
