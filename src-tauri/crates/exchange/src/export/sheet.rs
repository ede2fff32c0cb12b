//! The workbook: a row an entry. The cells of the parts hold the entry's own Markdown, so that reading it in again
//! loses nothing.

use super::{Exported, approvals, fitted, kind_name, source, status_name, validity};
use crate::card_text::CardText;
use crate::columns::{OUR_TEXT, OURS};
use crate::fault::ExchangeFault;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

/// The columns behind the first three; their order is free, they are found by their words.
const MORE: [&str; 15] = [
    "别名",
    "可直接说",
    "必须说",
    "不能说",
    "仅内部",
    OUR_TEXT,
    "标签",
    "产品",
    "负责部门",
    "状态",
    "有效期",
    "复审日期",
    "审批",
    "来源",
    "适用范围",
];

/// The most characters a cell may have.
const LARGEST_CELL: usize = 32_767;

/// The workbook's bytes.
///
/// # Errors
/// [`ExchangeFault::NotMade`].
pub(super) fn workbook(entries: &[Exported<'_>]) -> Result<Vec<u8>, ExchangeFault> {
    write(entries).map_err(|error| ExchangeFault::NotMade {
        detail: error.to_string(),
    })
}

fn write(entries: &[Exported<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("条目")?;
    let head = Format::new().set_bold();
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, title) in (0_u16..).zip(OURS.into_iter().chain(MORE)) {
        sheet.write_string_with_format(0, column, title, &head)?;
        let wide = matches!(
            title,
            "可直接说" | "必须说" | "不能说" | "仅内部" | OUR_TEXT
        );
        sheet.set_column_width(column, if wide { 48 } else { 18 })?;
    }
    for (row, exported) in (1_u32..).zip(entries) {
        for (column, text) in (0_u16..).zip(cells(exported)) {
            // Written as text: a title that begins with = is no formula.
            sheet.write_string_with_format(row, column, fitted(&text, LARGEST_CELL), &cell)?;
        }
    }
    sheet.set_freeze_panes(1, 3)?;
    book.save_to_buffer()
}

fn cells(exported: &Exported<'_>) -> [String; 18] {
    let entry = exported.entry;
    let text = CardText::of(exported.body);
    [
        entry.id.to_string(),
        kind_name(entry.kind).to_owned(),
        entry.title.clone(),
        entry.aliases.join("、"),
        text.say,
        text.must,
        text.never,
        text.internal,
        text.other,
        entry.tags.join("、"),
        entry.product.clone().unwrap_or_default(),
        entry.owner.clone().unwrap_or_default(),
        status_name(entry).to_owned(),
        validity(entry),
        entry
            .review_by
            .map(|day| day.to_string())
            .unwrap_or_default(),
        approvals(entry).join("\n"),
        source(entry),
        entry.scope.join("、"),
    ]
}
