//! Copying: the one door out of a card.

use crate::finding::shelf::{Draft, Shelf, entry, shelf, today};
use std::collections::BTreeMap;
use time::macros::date;
use yingda_app::contract::{AppError, CopyReceipt, CopyRequest, ErrorCode};
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Desk, Places};

const CARD: &str = "{{客户称呼}}，我先帮您停用尾号{{尾号}}的卡。\n\n## 必须说\n- 请您带证件到网点办理正式挂失。\n- 停用前的交易不受影响。\n\n## 不能说\n- 「没事」 → 「我帮您查」\n\n## 仅内部\n- 系统登记口头挂失。";

fn card() -> Draft {
    entry("loss", "银行卡挂失")
        .with("fields: {尾号: {type: digits, required: true}}")
        .saying(CARD)
}

fn desk(bank: &Shelf) -> Desk {
    bank.stamp();
    unstamped(bank)
}

fn unstamped(bank: &Shelf) -> Desk {
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

fn copy_at(
    desk: &Desk,
    fields: &[(&str, &str)],
    reason: Option<&str>,
    now: BeijingTime,
) -> Result<CopyReceipt, AppError> {
    let fields: BTreeMap<String, String> = fields
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
        .collect();
    desk.copy(
        &CopyRequest {
            id: "loss".to_owned(),
            fields,
            reason: reason.map(str::to_owned),
        },
        now,
    )
}

fn copy(desk: &Desk, fields: &[(&str, &str)]) -> Result<CopyReceipt, AppError> {
    copy_at(desk, fields, None, today())
}

#[test]
fn what_must_be_said_never_stays_behind_and_internal_text_never_leaves() {
    let receipt = copy(
        &desk(&shelf(&[card()])),
        &[("尾号", "1234"), ("客户称呼", "王女士")],
    )
    .unwrap();
    assert_eq!(
        receipt.text,
        "王女士，我先帮您停用尾号1234的卡。\n请您带证件到网点办理正式挂失。\n停用前的交易不受影响。"
    );
    assert_eq!((receipt.musts, receipt.title.as_str()), (2, "银行卡挂失"));
}

#[test]
fn an_empty_required_blank_stops_the_copy_and_is_named() {
    let error = copy(&desk(&shelf(&[card()])), &[("尾号", " ")]).unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::FieldEmpty, "尾号")
    );
}

#[test]
fn an_empty_optional_blank_leaves_no_gap() {
    let fields = "fields: {尾号: {type: digits, required: true}, 时限: {type: text}}";
    let bank = shelf(&[entry("loss", "银行卡挂失").with(fields).saying(
        "{{客户称呼}}，尾号{{尾号}}的卡停用了，会在{{时限}}内回复您。请问是{{客户称呼}}本人吗？{{没有登记的}}。",
    )]);
    let receipt = copy(&desk(&bank), &[("尾号", "1234")]).unwrap();
    assert_eq!(
        receipt.text,
        "尾号1234的卡停用了。请问是您本人吗？【没有登记的】。"
    );
}

#[test]
fn an_empty_blank_in_what_must_be_said_stops_the_copy() {
    let bank = shelf(&[entry("loss", "银行卡挂失")
        .with("fields: {费用: {type: text}}")
        .saying("可以办理。\n\n## 必须说\n- {{客户称呼}}，手续费是{{费用}}。")]);
    let desk = desk(&bank);
    let error = copy(&desk, &[]).unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::FieldEmpty, "费用")
    );
    assert_eq!(
        copy(&desk, &[("费用", "5元")]).unwrap().text,
        "可以办理。\n手续费是5元。"
    );
}

#[test]
fn a_blank_takes_only_what_its_kind_allows() {
    let fields = "fields: {尾号: {type: digits}, 金额: {type: amount}, 日期: {type: date}, 渠道: {type: choice, options: [网点, 电话]}}";
    let bank = shelf(&[entry("loss", "挂失")
        .with(fields)
        .saying("{{尾号}}、{{金额}}、{{日期}}、{{渠道}}。")]);
    let desk = desk(&bank);
    let good = [
        ("尾号", "１２３４"),
        ("金额", "1,200.50元"),
        ("日期", "2026-05-01"),
        ("渠道", "网点"),
    ];
    assert_eq!(
        copy(&desk, &good).unwrap().text,
        "1234、1,200.50元、2026年5月1日、网点。"
    );
    for (name, value) in [
        ("尾号", "12a4"),
        ("金额", "一些"),
        ("日期", "不知道"),
        ("渠道", "微信"),
    ] {
        let error = copy(&desk, &[(name, value)]).unwrap_err();
        assert_eq!(
            (error.code, error.detail.as_str()),
            (ErrorCode::FieldInvalid, name)
        );
    }
}

#[test]
fn validity_is_judged_when_copying_and_not_when_loading() {
    let desk = desk(&shelf(&[
        card().with("valid: {from: 2026-11-22T08:00, until: 2026-11-22}")
    ]));
    let filled = [("尾号", "1234")];
    let early = copy_at(
        &desk,
        &filled,
        None,
        BeijingTime::start_of(date!(2026 - 11 - 22)),
    )
    .unwrap_err();
    assert_eq!(early.code, ErrorCode::NotApproved);
    let noon = BeijingTime::wall(date!(2026 - 11 - 22).with_hms(12, 0, 0).unwrap());
    assert!(copy_at(&desk, &filled, None, noon).is_ok());
    let late = BeijingTime::start_of(date!(2026 - 11 - 23));
    assert_eq!(
        copy_at(&desk, &filled, None, late).unwrap_err().code,
        ErrorCode::ReasonNeeded
    );
    assert!(copy_at(&desk, &filled, Some("客户问旧规定"), late).is_ok());
}

#[test]
fn a_withdrawn_entry_names_its_successor_and_is_not_copied_for_any_reason() {
    let bank = shelf(&[
        card().with("superseded_by: new"),
        entry("new", "新挂失话术"),
    ]);
    let file = bank.path().join("entries/loss.md");
    let text = std::fs::read_to_string(&file)
        .unwrap()
        .replace("status: approved", "status: withdrawn");
    std::fs::write(file, text).unwrap();
    let error = copy_at(&desk(&bank), &[("尾号", "1234")], Some("急"), today()).unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::Withdrawn, "新挂失话术")
    );
}

#[test]
fn wording_that_was_changed_after_its_approval_is_not_copied() {
    let bank = shelf(&[card()]);
    bank.stamp();
    let file = bank.path().join("entries/loss.md");
    let text = std::fs::read_to_string(&file)
        .unwrap()
        .replace("先帮您停用", "马上赔您");
    std::fs::write(file, text).unwrap();
    let error = copy(&unstamped(&bank), &[("尾号", "1234")]).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotApproved);
}

#[test]
fn an_entry_without_wording_has_nothing_to_copy() {
    let bank = shelf(&[entry("loss", "挂失要点").with("kind: guide").saying("")]);
    assert_eq!(
        copy(&desk(&bank), &[]).unwrap_err().code,
        ErrorCode::NothingToSay
    );
}

#[test]
fn an_approval_by_nobody_is_no_approval() {
    let bank = shelf(&[card()]);
    let found = yingda_app::Snapshot::take(bank.path(), IndexPlace::Memory, None, &mut |_, _| {})
        .unwrap()
        .0;
    assert!(!found.library.entries()[0].is_approved_as_written());
}
