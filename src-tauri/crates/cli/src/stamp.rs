//! `yingda-cli stamp`.

use crate::print;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Stamps demonstration approvals; fails when anything was refused or could not be written.
pub(crate) fn run(folder: &Path) -> io::Result<ExitCode> {
    let stamped = yingda_app::stamp(folder);
    let mut lines: Vec<String> = stamped
        .changed
        .iter()
        .map(|file| format!("stamped / 已盖章 {file}"))
        .collect();
    for (file, why) in &stamped.refused {
        let (zh, en) = (&why.zh, &why.en);
        lines.push(format!("refused / 已拒绝 {file}\n    {zh}\n    {en}"));
    }
    for problem in &stamped.problems {
        lines.push(format!(
            "{}: {} / {}",
            problem.file, problem.what.zh, problem.what.en
        ));
    }
    lines.push(format!(
        "{} stamped, {} refused",
        stamped.changed.len(),
        stamped.refused.len()
    ));
    print::text(&lines.join("\n"))?;
    let clean = stamped.refused.is_empty() && stamped.problems.is_empty();
    Ok(if clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
