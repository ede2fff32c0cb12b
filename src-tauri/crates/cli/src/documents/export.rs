//! `yingda-cli export --as FORM --out FILE`.

use super::Export;
use crate::{print, start};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::process::ExitCode;
use yingda_app::exchange::Language;
use yingda_app::exporting::{Wanted, export_entries};
use yingda_app::is_library;

/// Writes the file; an existing one is not written over.
pub(crate) fn run(export: &Export) -> io::Result<ExitCode> {
    let folder = &export.folder;
    if !is_library(folder) {
        let folder = folder.display();
        return Err(io::Error::other(format!(
            "{folder} is no knowledge base / {folder} 不是知识库"
        )));
    }
    let wanted = Wanted {
        ids: export.ids.clone(),
        kind: export.kind,
    };
    let library = yingda_app::exporting::library(folder);
    let report =
        export_entries(&library, folder, &wanted, export.form, start::now()).map_err(|fault| {
            let both = |language| format!("{} {}", fault.what(language), fault.remedy(language));
            let [zh, en] = [Language::Chinese, Language::English].map(both);
            io::Error::other(format!("{zh}\n{en}"))
        })?;
    let out = export.out.display();
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&export.out)
        .map_err(|error| io::Error::other(format!("{out}: {error}")))?;
    file.write_all(&report.bytes)?;
    let mut lines = vec![format!(
        "{} entries in {out} / {} 条已写入",
        report.entries, report.entries
    )];
    for id in &report.unknown {
        lines.push(format!("no such entry / 没有这个条目 {id}"));
    }
    print::text(&lines.join("\n"))?;
    Ok(if report.unknown.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
