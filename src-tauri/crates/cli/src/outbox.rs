//! `yingda-cli outbox`.

use crate::arguments::Outbox;
use crate::{print, start};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// The window's folder among those of all programs.
const WINDOW: &str = "cn.yingda.desk";

/// Writes what the desk of this computer recorded.
pub(crate) fn run(wanted: &Outbox) -> io::Result<ExitCode> {
    let record = wanted.desk.clone().or_else(of_the_window);
    let record = record.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    let snapshot = start::snapshot(&wanted.folder)?;
    let written = yingda_app::write_outbox(&record, &snapshot, &wanted.out, start::now());
    let records = written.map_err(|fault| {
        let both = format!("{} / {}", fault.zh, fault.en);
        io::Error::other(both)
    })?;
    let there = wanted.out.display();
    print::text(&format!(
        "{records} records, masked / 已导出 {records} 条（已脱敏）：{there}"
    ))
}

/// Where the window keeps its record: below `$XDG_DATA_HOME`, `~/.local/share`, or `%LOCALAPPDATA%`.
fn of_the_window() -> Option<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = set("LOCALAPPDATA")
        .or_else(|| set("XDG_DATA_HOME"))
        .or_else(|| set("HOME").map(|home| home.join(".local/share")))?;
    Some(base.join(WINDOW).join("desk.sqlite"))
}
