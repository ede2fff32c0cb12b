//! `cargo xtask bench`: the measurements. They print figures and never pass or fail.

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

/// What can be named; all of it when nothing is.
const NAMES: [&str; 5] = ["engine", "import", "peers", "saves", "window"];

/// Runs `engine` (the command line's own `bench`), `import` (large documents), `peers` (other searches on the same
/// data), `saves` (from a save to a search that finds it) and `window`, or those that are named; further words go to
/// them (`--entries 1000`, for peers `--data DIR`).
///
/// # Errors
/// When they do not compile or one fails.
pub(crate) fn bench(project: &Project, words: Vec<OsString>) -> Result<ExitCode, Stop> {
    let is_name = |word: &OsString| NAMES.iter().any(|name| word == name);
    let (named, further): (Vec<OsString>, Vec<OsString>) = words.into_iter().partition(is_name);
    let wanted = |name: &str| named.is_empty() || named.iter().any(|word| word == name);
    let call = |words: &str| -> Call {
        let call = project.cargo(words).word("--");
        call.all(further.iter().cloned())
    };
    say("Compiling with optimisation (the first time usually 5 to 10 minutes).");
    if wanted("engine") {
        let command = project.cargo("run --release --package yingda-cli -- bench");
        command.all(further.iter().cloned()).succeed()?;
    }
    if wanted("import") {
        project
            .cargo("run --release --package yingda-cli -- measure-import")
            .succeed()?;
    }
    if wanted("peers") {
        call("bench --package yingda-tests --bench peers").succeed()?;
    }
    if wanted("saves") {
        call("bench --package yingda-tests --bench saves").succeed()?;
    }
    if wanted("window") {
        setup::prepare(project, &System::find(), Purpose::WindowTests)?;
        page::install(project)?;
        page::build(project)?;
        project
            .cargo("build --release --package yingda")
            .succeed()?;
        let window = call("bench --package yingda-tests --bench window");
        in_a_screen(project, window).succeed()?;
    }
    Ok(ExitCode::SUCCESS)
}
