//! `cargo xtask run`: from a fresh machine to the window.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::project::Project;
use crate::say::say;
use crate::setup::{self, Purpose};
use crate::stop::Stop;
use crate::system::System;
use crate::{display, model, page};

/// Prepares the machine, builds the program and starts it with the shipped knowledge base, unless `app` names another.
///
/// # Errors
/// Whatever keeps the window from being started; how the program itself ends is in the exit code.
pub(crate) fn run(project: &Project, app: Vec<OsString>) -> Result<ExitCode, Stop> {
    let system = System::find();
    display::check(&system)?;
    setup::prepare(project, &system, Purpose::Window)?;
    page::install(project)?;
    page::build(project)?;
    model::try_model(project)?;
    say(
        "Building the program (the first time usually 5 to 15 minutes, later seconds to a minute).",
    );
    project.cargo("build --release -p yingda").succeed()?;
    let program = project
        .target()
        .join("release")
        .join(format!("yingda{}", std::env::consts::EXE_SUFFIX));
    let start = project.call(program).all(knowledge(&app)).all(app);
    say(&format!("Starting {start}"));
    let status = start.status()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// The shipped knowledge base, unless another one is named.
fn knowledge(app: &[OsString]) -> Vec<OsString> {
    let is_named =
        |word: &OsString| word.to_string_lossy().split('=').next() == Some("--knowledge");
    if app.iter().any(is_named) {
        vec![]
    } else {
        ["--knowledge", "knowledge"].map(OsString::from).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_knowledge_is_opened_unless_another_is_named() {
        let words = |line: &str| {
            line.split_whitespace()
                .map(OsString::from)
                .collect::<Vec<_>>()
        };
        assert_eq!(knowledge(&words("")), ["--knowledge", "knowledge"]);
        assert_eq!(knowledge(&words("--other x")), ["--knowledge", "knowledge"]);
        assert!(knowledge(&words("--knowledge mine")).is_empty());
        assert!(knowledge(&words("--knowledge=mine")).is_empty());
    }
}
