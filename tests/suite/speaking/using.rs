//! What is used is offered before anything is typed, and comes first among equals.

use crate::finding::shelf::{Shelf, entry, shelf, today};
use std::fs;
use time::macros::date;
use yingda_app::contract::{CopyRequest, Hit, Scheme, SearchRequest, Settings};
use yingda_app::{BeijingTime, Desk, Places};

fn bank() -> Shelf {
    let bank = shelf(&[
        entry("loss", "银行卡挂失"),
        entry("limit", "转账限额"),
        entry("fee", "年费减免"),
    ]);
    bank.stamp();
    bank
}

fn desk(bank: &Shelf) -> Desk {
    let desk = Desk::new(Places {
        knowledge: bank.path().to_owned(),
        index: None,
        settings: bank.path().join("settings"),
        model: None,
    });
    desk.load(&|_| {});
    desk
}

fn copy(desk: &Desk, id: &str, now: BeijingTime) {
    let request = CopyRequest {
        id: id.to_owned(),
        fields: [].into(),
        reason: None,
    };
    desk.copy(&request, now).unwrap();
}

fn ids(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.id.as_str()).collect()
}

#[test]
fn a_first_day_offers_nothing() {
    let start = desk(&bank()).start(today()).unwrap();
    assert!(start.recent.is_empty() && start.frequent.is_empty());
}

#[test]
fn what_was_opened_or_copied_is_offered_the_last_one_first() {
    let bank = bank();
    let desk = desk(&bank);
    desk.opened("limit", today()).unwrap();
    copy(&desk, "loss", today());
    let start = desk.start(today()).unwrap();
    assert_eq!(ids(&start.recent), ["loss", "limit"]);
    assert_eq!(start.recent[0].title[0].text, "银行卡挂失");
}

#[test]
fn showing_a_card_is_no_use() {
    let bank = bank();
    let desk = desk(&bank);
    let request = yingda_app::contract::EntryRequest {
        id: "loss".to_owned(),
        query: "挂失".to_owned(),
    };
    desk.entry(&request, today()).unwrap();
    assert!(desk.start(today()).unwrap().recent.is_empty());
}

#[test]
fn uses_are_there_at_the_next_start_once_they_were_kept() {
    let bank = bank();
    let first = desk(&bank);
    copy(&first, "loss", today());
    first.keep_uses().unwrap();
    assert_eq!(ids(&desk(&bank).start(today()).unwrap().recent), ["loss"]);
}

#[test]
fn nothing_that_was_typed_is_kept() {
    let bank = bank();
    let desk = desk(&bank);
    let request = SearchRequest {
        text: "王女士的银行卡挂失".to_owned(),
        ..SearchRequest::default()
    };
    desk.search(&request, today()).unwrap();
    copy(&desk, "loss", today());
    desk.keep_uses().unwrap();
    let files = fs::read_dir(bank.path().join("settings")).unwrap();
    let kept: String = files
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(
        kept.contains("loss") && !kept.contains('王') && !kept.contains("挂失"),
        "{kept}"
    );
}

#[test]
fn an_entry_that_left_the_library_is_not_offered() {
    let bank = bank();
    let first = desk(&bank);
    copy(&first, "loss", today());
    first.keep_uses().unwrap();
    fs::remove_file(bank.path().join("entries/loss.md")).unwrap();
    assert!(desk(&bank).start(today()).unwrap().recent.is_empty());
}

#[test]
fn opening_what_is_not_there_is_an_error() {
    let bank = bank();
    assert!(desk(&bank).opened("nothing", today()).is_err());
}

#[test]
fn who_wants_no_use_remembered_is_offered_nothing() {
    let bank = bank();
    let desk = desk(&bank);
    copy(&desk, "loss", today());
    let off = Settings {
        remember_use: false,
        ..Settings::default()
    };
    desk.save_settings(&off).unwrap();
    copy(&desk, "limit", today());
    assert!(desk.start(today()).unwrap().recent.is_empty());
    desk.save_settings(&Settings::default()).unwrap();
    assert_eq!(ids(&desk.start(today()).unwrap().recent), ["loss"]);
}

#[test]
fn what_is_forgotten_stays_forgotten() {
    let bank = bank();
    let first = desk(&bank);
    copy(&first, "loss", today());
    first.keep_uses().unwrap();
    first.forget_use().unwrap();
    first.keep_uses().unwrap();
    assert!(desk(&bank).start(today()).unwrap().recent.is_empty());
}

#[test]
fn a_damaged_file_of_uses_is_an_empty_one() {
    let bank = bank();
    fs::create_dir_all(bank.path().join("settings")).unwrap();
    fs::write(bank.path().join("settings/uses.json"), [0xff, 0x00, b'{']).unwrap();
    let desk = desk(&bank);
    assert!(desk.start(today()).unwrap().recent.is_empty());
    copy(&desk, "loss", today());
    desk.keep_uses().unwrap();
    assert_eq!(ids(&desk.start(today()).unwrap().recent), ["loss"]);
}

#[test]
fn the_usual_one_comes_first_among_equals_and_an_exact_title_before_it() {
    let bank = shelf(&[
        entry("a-fee", "年费减免一"),
        entry("b-fee", "年费减免二"),
        entry("c-fee", "年费减免"),
    ]);
    bank.stamp();
    let desk = desk(&bank);
    let order = |text: &str| {
        let request = SearchRequest {
            text: text.to_owned(),
            ..SearchRequest::default()
        };
        let response = desk.search(&request, today()).unwrap();
        response
            .hits
            .into_iter()
            .map(|hit| hit.id)
            .collect::<Vec<_>>()
    };
    let early = BeijingTime::start_of(date!(2026 - 11 - 20));
    for _ in 0..5 {
        copy(&desk, "b-fee", early);
    }
    assert_eq!(order("年费减免"), ["c-fee", "b-fee", "a-fee"]);
}

#[test]
fn two_keys_a_syllable_are_understood_once_chosen() {
    let bank = bank();
    let desk = desk(&bank);
    let found = || {
        let request = SearchRequest {
            text: "gxui".to_owned(),
            ..SearchRequest::default()
        };
        desk.search(&request, today()).unwrap().hits
    };
    assert!(found().first().is_none_or(|hit| hit.id != "loss"));
    let chosen = Settings {
        double_pinyin: Scheme::Xiaohe,
        ..Settings::default()
    };
    desk.save_settings(&chosen).unwrap();
    assert_eq!(found()[0].id, "loss");
}
