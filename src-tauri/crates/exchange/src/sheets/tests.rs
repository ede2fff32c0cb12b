//! What comes home from sheets.

use super::sheets;
use crate::columns::Role;
use crate::fixture::{Folder, import, import_with, package};
use crate::import::{Choices, Columns, LeftOutKind};
use crate::place::Place;
use rust_xlsxwriter::{Format, Workbook};

fn book(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("问答").unwrap();
    for (number, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let (row, column) = (u32::try_from(number), u16::try_from(column));
            sheet.write(row.unwrap(), column.unwrap(), *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_is_sketched_before_it_is_read() {
    let folder = Folder::new();
    let bytes = book(&[
        &["2026 年汇总"],
        &["问题", "答案", "备注"],
        &["甲？", "乙。", "丙"],
    ]);
    let sketches = sheets(&folder.file("a.xlsx", &bytes)).unwrap();
    assert_eq!(sketches[0].name, "问答");
    assert_eq!(sketches[0].header, Some(1));
    assert_eq!(sketches[0].roles, [Role::Title, Role::Say, Role::Internal]);
    assert_eq!(sketches[0].rows.len(), 3);
}

#[test]
fn rows_become_questions_with_their_place() {
    let bytes = book(&[
        &["问题", "答案"],
        &["怎么挂失？", "请拨打客服电话。"],
        &["没有答案", ""],
        &[""],
        &["怎么补卡？", "带身份证。\n到网点。"],
    ]);
    let imported = import("a.xlsx", &bytes).unwrap();
    let titles: Vec<&str> = imported.drafts.iter().map(|d| d.title.as_str()).collect();
    assert_eq!(titles, ["怎么挂失？", "怎么补卡？"]);
    assert_eq!(imported.left_out.counts[&LeftOutKind::Rows], 1);
    let at = Place::Row {
        sheet: "问答".to_owned(),
        row: 5,
    };
    assert_eq!(imported.drafts[1].from, at);
    assert_eq!(
        imported.drafts[1].body,
        "## 可直接说\n带身份证。\n\n到网点。\n"
    );
}

#[test]
fn chosen_columns_count_more_than_headers() {
    let choices = Choices {
        sheet: Some("问答".to_owned()),
        columns: Some(Columns {
            header: None,
            roles: vec![Role::Say, Role::Title],
        }),
        ..Choices::default()
    };
    let imported = import_with("a.xlsx", &book(&[&["答案甲", "问题甲"]]), &choices).unwrap();
    assert_eq!(imported.drafts[0].title, "问题甲");
    let missing = Choices {
        sheet: Some("没有".to_owned()),
        ..Choices::default()
    };
    let fault = import_with("a.xlsx", &book(&[&["a", "b"]]), &missing).unwrap_err();
    assert_eq!(fault.code(), "sheet-missing");
}

#[test]
fn numbers_dates_and_rates_are_as_they_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "问题").unwrap();
    sheet.write(0, 1, "答案").unwrap();
    let percent = Format::new().set_num_format("0.00%");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (row, title) in [(1, "利率"), (2, "日期"), (3, "金额"), (4, "和")] {
        sheet.write(row, 0, title).unwrap();
    }
    sheet.write_with_format(1, 1, 0.0035, &percent).unwrap();
    sheet.write_with_format(2, 1, 46_023, &day).unwrap();
    sheet.write(3, 1, 100).unwrap();
    sheet.write(4, 1, 0.1 + 0.2).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let imported = import("a.xlsx", &bytes).unwrap();
    let bodies: Vec<&str> = imported
        .drafts
        .iter()
        .map(|draft| draft.body.trim_start_matches("## 可直接说\n").trim_end())
        .collect();
    assert_eq!(bodies, ["0.35%", "2026-01-01", "100", "0.3"]);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "问题").unwrap();
    sheet.write(0, 1, "答案").unwrap();
    sheet.write(1_048_575, 0, "末行").unwrap();
    sheet.write(1_048_575, 1, "有").unwrap();
    sheet.write(5, 16_383, "远").unwrap();
    let imported = import("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(imported.drafts.len(), 1);
}

#[test]
fn rows_of_text_are_read_whatever_sets_them_apart() {
    for text in [
        "问题,答案\n\"甲,乙？\",\"丙\n丁\"\n",
        "问题;答案\n\"甲,乙？\";\"丙\n丁\"\n",
        "问题\t答案\n甲,乙？\t\"丙\n丁\"\n",
    ] {
        let (gb, _, _) = encoding_rs::GB18030.encode(text);
        for bytes in [text.as_bytes(), &gb] {
            let imported = import("a.csv", bytes).unwrap();
            assert_eq!(imported.drafts[0].title, "甲,乙？");
            assert_eq!(imported.drafts[0].body, "## 可直接说\n丙\n\n丁\n");
        }
    }
}

#[test]
fn an_open_document_sheet_is_read_and_its_repeats_are_not_taken_at_their_word() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="表">
<table:table-row><table:table-cell><text:p>问题</text:p></table:table-cell><table:table-cell><text:p>答案</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell><text:p>甲？</text:p></table:table-cell><table:table-cell><text:p>乙</text:p><text:p>丙</text:p></table:table-cell></table:table-row>
</table:table></office:document-content>"#;
    let bytes = package(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ]);
    let imported = import("a.ods", &bytes).unwrap();
    assert_eq!(imported.drafts[0].title, "甲？");
    assert_eq!(imported.drafts[0].body, "## 可直接说\n乙\n\n丙\n");
    let bomb = content.replace("<text:p>问题", "</table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell><text:p>问题");
    let bytes = package(&[("mimetype", b"x"), ("content.xml", bomb.as_bytes())]);
    assert_eq!(import("a.ods", &bytes).unwrap_err().code(), "too-many-rows");
}

/// Written by another program (xlwt): merged title row, dates, amounts, a formula, a text longer than a record, two sheets.
const OLD_EXCEL: &[u8] = include_bytes!("../../../../../tests/fixtures/xls/questions.xls");

#[test]
fn a_workbook_of_old_excel_is_read_sheet_by_sheet() {
    let folder = Folder::new();
    let sketches = sheets(&folder.file("a.xls", OLD_EXCEL)).unwrap();
    let names: Vec<&str> = sketches.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["常见问题", "第二张"]);
    assert_eq!(sketches[0].header, Some(1));
    assert_eq!(
        sketches[0].roles.get(..3),
        Some([Role::Title, Role::Say, Role::Tags].as_slice())
    );
    let imported = import("a.xls", OLD_EXCEL).unwrap();
    assert!(!imported.misnamed);
    let titles: Vec<&str> = imported
        .drafts
        .iter()
        .map(|one| one.title.as_str())
        .collect();
    assert_eq!(titles, ["卡丢了怎么办", "年费多少", "限额是多少"]);
    assert_eq!(imported.drafts[0].tags, ["借记卡", "挂失"]);
    let body = |at: usize| imported.drafts[at].body.as_str();
    assert!(body(0).contains("请先挂失。"), "{}", body(0));
    assert_eq!(
        body(1).matches("请先核实身份，再说明收费标准。").count(),
        700
    );
    assert!(body(2).contains("五万元。"), "{}", body(2));
    assert_eq!(imported.left_out.counts[&LeftOutKind::Rows], 1);
}
