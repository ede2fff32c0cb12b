//! `cargo xtask bench`: the benchmarks of the test package.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::project::Project;
use crate::say::say;
use crate::stop::Stop;

/// Runs the benchmarks whose name holds one of `filters`, or all.
///
/// # Errors
/// When they do not compile or one fails.
pub(crate) fn bench(project: &Project, filters: Vec<OsString>) -> Result<ExitCode, Stop> {
    say("Compiling with optimisation (the first time usually 5 to 10 minutes).");
    project
        .cargo("bench --package yingda-tests --benches --")
        .all(filters)
        .succeed()?;
    Ok(ExitCode::SUCCESS)
}
