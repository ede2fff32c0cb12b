//! `yingda-cli measure-import`: how long an import takes and how much memory it holds, each in a process of its own.

use crate::print;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;
use yingda_app::exchange::{ExchangeFault, Language, specimen};

const PAGES: usize = 300;
const ROWS: u32 = 10_000;
const EXCEL: &str = "10000-rows.xlsx";

/// Makes both files, imports each into an empty folder, accepts the rows as one version of a workspace,
/// and prints seconds and peak memory.
pub(crate) fn run() -> io::Result<ExitCode> {
    let folder = tempfile::tempdir()?;
    let made = |bytes: Result<Vec<u8>, ExchangeFault>| {
        bytes.map_err(|fault| io::Error::other(fault.what(Language::English)))
    };
    let mut lines = Vec::new();
    for (name, bytes) in [
        ("300-pages.docx", made(specimen::word(PAGES))?),
        (EXCEL, made(specimen::excel(ROWS))?),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, &bytes)?;
        lines.push(one(folder.path(), &file, name, bytes.len())?);
    }
    lines.push(accepted(&folder.path().join(EXCEL))?);
    print::text(&lines.join("\n"))
}

fn one(folder: &Path, file: &Path, name: &str, bytes: usize) -> io::Result<String> {
    let to = folder.join(format!("to-{name}"));
    fs::create_dir(&to)?;
    let started = Instant::now();
    let done = Command::new(std::env::current_exe()?)
        .arg("import")
        .arg(file)
        .arg("--to")
        .arg(&to)
        .arg("--json")
        .output()?;
    let seconds = started.elapsed().as_secs_f64();
    let report: Value = serde_json::from_slice(&done.stdout)?;
    let made = report
        .pointer("/files/0/made")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let peak = peak(&report);
    let kib = bytes.div_ceil(1024);
    Ok(format!(
        "{name} ({kib} KiB): {made} entries written in {seconds:.2} s, peak memory {peak}"
    ))
}

/// As the window accepts them; reading the file is not in the seconds, but in the memory.
fn accepted(file: &Path) -> io::Result<String> {
    let done = Command::new(std::env::current_exe()?)
        .arg("measure-accepting")
        .arg(file)
        .output()?;
    if !done.status.success() {
        let why = String::from_utf8_lossy(&done.stderr).into_owned();
        return Err(io::Error::other(why));
    }
    let report: Value = serde_json::from_slice(&done.stdout)?;
    let made = report.get("made").and_then(Value::as_u64);
    let seconds = report.get("seconds").and_then(Value::as_f64);
    Ok(format!(
        "{EXCEL}: {} drafts accepted in the window as one version, and found, in {:.2} s, peak memory {}",
        made.unwrap_or_default(),
        seconds.unwrap_or_default(),
        peak(&report)
    ))
}

fn peak(report: &Value) -> String {
    let bytes = report.get("peakBytes").and_then(Value::as_u64);
    bytes.map_or_else(
        || "unknown".to_owned(),
        |bytes| format!("{} MiB", bytes.div_ceil(1 << 20)),
    )
}
