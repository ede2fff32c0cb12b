//! `cargo xtask bench`: the benchmarks of the test package. They print figures and never pass or fail.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::call::Call;
use crate::page;
use crate::project::Project;
use crate::say::say;
use crate::setup::{self, Purpose};
use crate::stop::Stop;
use crate::system::System;
use crate::test::in_a_screen;

/// Runs `engine`, `window`, or both when neither is named; further words go to them (`--entries 1000`).
///
/// # Errors
/// When they do not compile or one fails.
pub(crate) fn bench(project: &Project, words: Vec<OsString>) -> Result<ExitCode, Stop> {
    let named = |name: &str| words.iter().any(|word| word == name);
    let (engine, window) = (named("engine"), named("window"));
    let both = !engine && !window;
    let further: Vec<OsString> = words
        .into_iter()
        .filter(|word| word != "engine" && word != "window")
        .collect();
    let call = |name: &str| -> Call {
        let cargo = project.cargo("bench --package yingda-tests --bench");
        cargo.words(name).words("--").all(further.iter().cloned())
    };
    say("Compiling with optimisation (the first time usually 5 to 10 minutes).");
    if engine || both {
        call("engine").succeed()?;
    }
    if window || both {
        setup::prepare(project, &System::find(), Purpose::WindowTests)?;
        page::install(project)?;
        page::build(project)?;
        project
            .cargo("build --release --package yingda")
            .succeed()?;
        in_a_screen(project, call("window")).succeed()?;
    }
    Ok(ExitCode::SUCCESS)
}
