//! The Word document: an entry under a heading of its own, its parts under headings below, tables as tables.

use super::{Exported, approvals, kind_name, made, shown, source, status_name, validity};
use crate::block::Block;
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::markdown;
use docx_rs::{Docx, Paragraph, Run, Style, StyleType, Table, TableCell, TableRow};
use std::io::Cursor;
use std::ops::ControlFlow;
use yingda_content::BeijingTime;

/// The document's bytes.
///
/// # Errors
/// [`ExchangeFault::NotMade`].
pub(super) fn document(
    entries: &[Exported<'_>],
    now: BeijingTime,
) -> Result<Vec<u8>, ExchangeFault> {
    let mut paper = Docx::new()
        .add_style(
            Style::new("Heading1", StyleType::Paragraph)
                .name("heading 1")
                .size(32)
                .bold(),
        )
        .add_style(
            Style::new("Heading2", StyleType::Paragraph)
                .name("heading 2")
                .size(26)
                .bold(),
        )
        .add_style(
            Style::new("Heading3", StyleType::Paragraph)
                .name("heading 3")
                .size(24)
                .bold(),
        )
        .add_paragraph(line(&format!(
            "知识库条目 {} 条，{}",
            entries.len(),
            made(now)
        )));
    for exported in entries {
        paper = entry(paper, exported)?;
    }
    let mut bytes = Cursor::new(Vec::new());
    paper
        .build()
        .pack(&mut bytes)
        .map_err(|error| ExchangeFault::NotMade {
            detail: error.to_string(),
        })?;
    Ok(bytes.into_inner())
}

fn line(text: &str) -> Paragraph {
    let mut run = Run::new();
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            run = run.add_break(docx_rs::BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    Paragraph::new().add_run(run)
}

fn heading(level: u8, text: &str) -> Paragraph {
    line(text).style(&format!("Heading{level}"))
}

fn entry(mut paper: Docx, exported: &Exported<'_>) -> Result<Docx, ExchangeFault> {
    let entry = exported.entry;
    paper = paper.add_paragraph(heading(1, &entry.title));
    let facts = [
        ("编号", entry.id.to_string()),
        ("类别", kind_name(entry.kind).to_owned()),
        ("状态", status_name(entry).to_owned()),
        ("别名", entry.aliases.join("、")),
        ("负责部门", entry.owner.clone().unwrap_or_default()),
        ("有效期", validity(entry)),
        ("审批", approvals(entry).join("\n")),
        ("来源", source(entry)),
    ];
    let rows: Vec<Vec<String>> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| vec![name.to_owned(), value])
        .collect();
    paper = paper.add_table(table(&rows));
    for (part, text) in shown(exported.body) {
        if !part.is_empty() {
            paper = paper.add_paragraph(heading(2, part));
        }
        for block in blocks(&text)? {
            paper = match block {
                Block::Heading { level, text } => {
                    paper.add_paragraph(heading(level.clamp(2, 3), &text))
                }
                Block::Text(text) => paper.add_paragraph(line(&text)),
                Block::Item { depth, text, .. } => {
                    let indent = "\u{3000}".repeat(usize::from(depth.min(4)));
                    paper.add_paragraph(line(&format!("{indent}• {text}")))
                }
                Block::Table(rows) => paper.add_table(table(&rows)),
            };
        }
    }
    Ok(paper)
}

fn table(rows: &[Vec<String>]) -> Table {
    let cell = |text: &String| TableCell::new().add_paragraph(line(text));
    let row = |cells: &Vec<String>| TableRow::new(cells.iter().map(cell).collect());
    Table::new(rows.iter().map(row).collect())
}

/// Our Markdown as blocks, marks inside a line taken off.
pub(super) fn blocks(text: &str) -> Result<Vec<Block>, ExchangeFault> {
    let mut go_on = |_| ControlFlow::Continue(());
    let gathered = markdown::read(text, &mut Course::new(&mut go_on))?;
    let located = gathered.blocks.into_iter();
    Ok(located.map(|located| located.block).collect())
}
