//! `yingda-cli import FILE… --to DIR`.

use super::Import;
use crate::{print, start};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::process::ExitCode;
use yingda_app::exchange::{Choices, Language};
use yingda_app::importing::{FileReport, ImportReport, import_into};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    files: Vec<FileLine>,
    version: Option<String>,
    /// The most memory this process held, where the system says.
    peak_bytes: Option<u64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FileLine {
    file: String,
    format: Option<&'static str>,
    misnamed: bool,
    fault: Option<Fault>,
    drafts: usize,
    made: Vec<String>,
    changed: Vec<String>,
    skipped: usize,
    refused: Vec<(String, [String; 2])>,
    left_out: BTreeMap<&'static str, usize>,
    cleaned: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    zh: String,
    en: String,
}

/// Imports everything that can be read; fails when a file could not be.
pub(crate) fn run(import: &Import) -> io::Result<ExitCode> {
    let done = import_into(
        &import.to,
        &import.files,
        &Choices::default(),
        start::now(),
        &mut |_| ControlFlow::Continue(()),
    );
    let report = match done {
        Ok(report) => told(report),
        Err(fault) => return Err(io::Error::other(fault.sentences().join("\n"))),
    };
    let failed = report.files.iter().any(|file| file.fault.is_some());
    if import.json {
        print::json(&report)?;
    } else {
        print::text(&page(&report))?;
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn told(report: ImportReport) -> Report {
    Report {
        files: report.files.into_iter().map(line).collect(),
        version: report.version,
        peak_bytes: yingda_app::scale::peak_bytes(),
    }
}

fn line(report: FileReport) -> FileLine {
    let mut line = FileLine {
        file: report.file.display().to_string(),
        format: None,
        misnamed: false,
        fault: None,
        drafts: 0,
        made: report.made,
        changed: report.changed,
        skipped: report.skipped,
        refused: report.refused,
        left_out: BTreeMap::new(),
        cleaned: BTreeMap::new(),
    };
    match report.read {
        Ok(imported) => {
            line.format = Some(imported.format.name(Language::English));
            line.misnamed = imported.misnamed;
            line.drafts = imported.drafts.len();
            let left_out = imported.left_out.counts.iter();
            line.left_out = left_out
                .map(|(kind, count)| (kind.as_str(), *count))
                .collect();
            let cleaned = imported.cleaned.counts.iter();
            line.cleaned = cleaned
                .map(|(kind, count)| (kind.as_str(), *count))
                .collect();
        }
        Err(fault) => {
            let both = |language| format!("{} {}", fault.what(language), fault.remedy(language));
            line.fault = Some(Fault {
                code: fault.code(),
                zh: both(Language::Chinese),
                en: both(Language::English),
            });
        }
    }
    line
}

fn page(report: &Report) -> String {
    let mut page = Vec::new();
    for file in &report.files {
        page.push(file.file.clone());
        if let Some(fault) = &file.fault {
            page.push(format!("    {}\n    {}", fault.zh, fault.en));
            continue;
        }
        if file.misnamed
            && let Some(format) = file.format
        {
            page.push(format!(
                "    it is a {format}, whatever its name says / 实际格式与文件名不符"
            ));
        }
        page.push(format!(
            "    {} drafts: {} new, {} changed, {} already there / {} 条草稿：新增 {}，更新 {}，已有 {}",
            file.drafts,
            file.made.len(),
            file.changed.len(),
            file.skipped,
            file.drafts,
            file.made.len(),
            file.changed.len(),
            file.skipped,
        ));
        for (what, counts) in [
            ("left out / 未导入", &file.left_out),
            ("cleaned / 已清理", &file.cleaned),
        ] {
            if !counts.is_empty() {
                let counts: Vec<String> = counts
                    .iter()
                    .map(|(kind, count)| format!("{kind} {count}"))
                    .collect();
                page.push(format!("    {what}: {}", counts.join(", ")));
            }
        }
        for (id, sentences) in &file.refused {
            page.push(format!("    {id}: {}", sentences.join(" / ")));
        }
    }
    if let Some(version) = &report.version {
        page.push(format!("one version / 一个版本 {version}"));
    }
    page.join("\n")
}
