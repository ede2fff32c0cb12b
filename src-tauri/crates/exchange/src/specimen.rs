//! Documents of a given size, for measuring an import: made up, and the same at every run.

use crate::fault::ExchangeFault;
use docx_rs::{Docx, Paragraph, Run, Style, StyleType, Table, TableCell, TableRow};
use rust_xlsxwriter::Workbook;
use std::io::Cursor;

const MATTERS: [&str; 8] = [
    "挂失",
    "补卡",
    "转账限额",
    "年费",
    "提前还款",
    "对账单",
    "密码重置",
    "销户",
];
const PRODUCTS: [&str; 5] = ["借记卡", "信用卡", "定期存款", "手机银行", "个人贷款"];

/// A paragraph of about 120 characters.
fn paragraph(number: usize) -> String {
    let matter = pick(&MATTERS, number);
    let product = pick(&PRODUCTS, number / 3);
    format!(
        "客户来电办理{product}{matter}时，先核实姓名和证件号码，再说明办理条件和第 {number} 号收费标准；客户对结果有疑问的，请记录来电号码和办理时间，在两个工作日内回复，并把回复内容登记在服务台账里，以便以后查询和复核。"
    )
}

fn pick<'a>(words: &[&'a str], number: usize) -> &'a str {
    words.get(number % words.len()).copied().unwrap_or_default()
}

fn line(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

/// A Word document of so many pages of about 600 characters: a section a page, every fifth with a table.
///
/// # Errors
/// [`ExchangeFault::NotMade`].
pub fn word(pages: usize) -> Result<Vec<u8>, ExchangeFault> {
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let mut paper = Docx::new()
        .add_style(style("Heading1", "heading 1"))
        .add_style(style("Heading2", "heading 2"));
    for page in 0..pages {
        if page % 10 == 0 {
            let chapter = format!("{}业务（{}）", pick(&PRODUCTS, page / 10), page / 10 + 1);
            paper = paper.add_paragraph(line(&chapter).style("Heading1"));
        }
        let title = format!("{} {}", pick(&MATTERS, page), page + 1);
        paper = paper.add_paragraph(line(&title).style("Heading2"));
        for part in 0..5 {
            paper = paper.add_paragraph(line(&paragraph(page * 5 + part)));
        }
        if page % 5 == 0 {
            let cell = |text: String| TableCell::new().add_paragraph(line(&text));
            let rows = (0..6).map(|row| {
                TableRow::new(vec![
                    cell(format!("项目 {row}")),
                    cell(format!("{} 元", row * 5)),
                ])
            });
            paper = paper.add_table(Table::new(rows.collect()));
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    let packed = paper.build().pack(&mut bytes);
    packed.map_err(|error| ExchangeFault::NotMade {
        detail: error.to_string(),
    })?;
    Ok(bytes.into_inner())
}

/// An Excel workbook of so many questions with their answers.
///
/// # Errors
/// [`ExchangeFault::NotMade`].
pub fn excel(rows: u32) -> Result<Vec<u8>, ExchangeFault> {
    let write = || {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, title) in (0_u16..).zip(["序号", "分类", "问题", "答案"]) {
            sheet.write(0, column, title)?;
        }
        for row in 1..=rows {
            let number = row as usize;
            let (matter, product) = (pick(&MATTERS, number), pick(&PRODUCTS, number / 8));
            sheet.write(row, 0, row)?;
            sheet.write(row, 1, product)?;
            sheet.write(row, 2, format!("{product}{matter}第 {row} 种情况怎么办？"))?;
            sheet.write(row, 3, paragraph(number))?;
        }
        book.save_to_buffer()
    };
    write().map_err(|error: rust_xlsxwriter::XlsxError| ExchangeFault::NotMade {
        detail: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::import;

    #[test]
    fn each_page_and_each_row_is_an_entry() {
        assert_eq!(
            import("a.docx", &word(12).unwrap()).unwrap().drafts.len(),
            12
        );
        assert_eq!(
            import("a.xlsx", &excel(30).unwrap()).unwrap().drafts.len(),
            30
        );
    }
}
