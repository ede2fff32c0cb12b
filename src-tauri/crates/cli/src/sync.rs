//! `yingda-cli sync`.

use crate::{print, start};
use std::io;
use std::path::Path;
use std::process::ExitCode;
use yingda_app::SyncReport;

/// Syncs a workspace with a folder or a git server; fails when it could not, or when there are conflicts.
pub(crate) fn run(folder: &Path, remote: &str, by: &str, json: bool) -> io::Result<ExitCode> {
    let report = match yingda_app::sync(folder, remote, by, start::now()) {
        Ok(report) => report,
        Err(words) => {
            print::complain(&format!("{}\n{}", words.zh, words.en));
            return Ok(ExitCode::FAILURE);
        }
    };
    if json {
        print::json(&report)?;
    } else {
        print::text(&told(&report))?;
    }
    Ok(if report.conflicts.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn told(report: &SyncReport) -> String {
    let list = |title: &str, rows: &[String]| {
        let row = |row: &String| format!("    {row}");
        std::iter::once(title.to_owned())
            .chain(rows.iter().map(row))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let mut lines = Vec::new();
    if !report.received.is_empty() {
        lines.push(list("received / 收到", &report.received));
    }
    if !report.in_review.is_empty() {
        let title = "merged, in review again / 已合并，须重新审批";
        lines.push(list(title, &report.in_review));
    }
    if report.conflicts.is_empty() {
        lines.push(format!("{} sent / 已发送 {0} 次修改", report.sent));
    } else {
        let title = "conflicts, nothing was changed; decide them in the window / 有冲突，什么都没有改，请在窗口里处理";
        lines.push(list(title, &report.conflicts));
    }
    lines.join("\n")
}
