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
const NAMES: [&str; 7] = [
    "call", "engine", "import", "kills", "peers", "saves", "window",
];

/// Runs `call` (the quick bar: from the hotkey to a readable line, a shift of 300 calls), `engine` (the command line's own `bench`), `import` (large documents), `kills` (what is left of a workspace after
/// 500 kills), `peers` (other searches on the same data), `saves` (from a save to a search that finds it) and `window`, or
/// those that are named; further words go to them (`--entries 1000`, for peers `--data DIR`).
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
    if wanted("kills") {
        call("bench --package yingda-tests --bench kills").succeed()?;
    }
    if wanted("peers") {
        call("bench --package yingda-tests --bench peers").succeed()?;
    }
    if wanted("saves") {
        call("bench --package yingda-tests --bench saves").succeed()?;
    }
    let in_windows = ["window", "call"].map(|name| (name, wanted(name)));
    if in_windows.iter().any(|(_, wanted)| *wanted) {
        setup::prepare(project, &System::find(), Purpose::WindowTests)?;
        page::install(project)?;
        page::build(project)?;
        project
            .cargo("build --release --package yingda --features automation")
            .succeed()?;
    }
    for (name, _) in in_windows.into_iter().filter(|(_, wanted)| *wanted) {
        let bench = call(&format!("bench --package yingda-tests --bench {name}"));
        in_a_screen(project, bench).succeed()?;
    }
    Ok(ExitCode::SUCCESS)
}
