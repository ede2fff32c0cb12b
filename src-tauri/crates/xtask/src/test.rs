//! `cargo xtask test`: every check, from a fresh machine.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::call::Call;
use crate::plan::{self, Step};
use crate::project::Project;
use crate::setup::{self, Purpose};
use crate::stop::Stop;
use crate::system::System;
use crate::task::Reach;
use crate::{bindings, doctests, model, page};

/// One selection of packages for every cargo step: another one would choose other features and compile most of the
/// dependencies again. The app itself is built without the converter of the sentence model, which has tests too.
const TESTS: &str = "--workspace --features yingda-meaning/convert --lib --bins --test suite";
/// The program as the window tests start it, compiled with the same features as the tests.
const WINDOW: &str =
    "build --workspace --features yingda-meaning/convert --bin yingda --bin yingda-cli --test e2e";
const SCREEN: &str = "-screen 0 1366x768x24 -noreset";

/// Prepares the machine and runs the checks.
///
/// # Errors
/// What keeps the machine from being ready, or the first check that failed.
pub(crate) fn test(project: &Project, reach: Reach) -> Result<ExitCode, Stop> {
    let purpose = match reach {
        Reach::Quick => Purpose::Window,
        Reach::Full => Purpose::WindowTests,
    };
    setup::prepare(project, &System::find(), purpose)?;
    let runner = Runner::find(project);
    let mut steps = before_the_window(project, runner)?;
    if reach == Reach::Full {
        steps.extend(the_window(project, runner, vec![]));
    }
    steps.push(the_knowledge(project));
    plan::run(steps).map(|()| ExitCode::SUCCESS)
}

/// The shipped knowledge base under the command line that a person would use; prints the judged queries by class.
fn the_knowledge(project: &Project) -> Step<'_> {
    // The same selection as for the window: another one would compile most dependencies again.
    let build = project.cargo(WINDOW);
    let program = project.target().join("debug").join("yingda-cli");
    let check = project.call(program).words("check knowledge");
    Step::work(
        "the shipped knowledge base",
        "10 s",
        "cargo run --package yingda-cli -- check knowledge",
        move || {
            build.succeed()?;
            check.succeed()
        },
    )
}

/// Prepares the machine and runs only the end-to-end tests whose name holds one of `filters`, or all.
///
/// # Errors
/// What keeps the machine from being ready, or the first step that failed.
pub(crate) fn end_to_end(project: &Project, filters: Vec<OsString>) -> Result<ExitCode, Stop> {
    setup::prepare(project, &System::find(), Purpose::WindowTests)?;
    let mut steps = the_page(project);
    steps.extend(the_window(project, Runner::find(project), filters));
    plan::run(steps).map(|()| ExitCode::SUCCESS)
}

/// The page comes first: the shell embeds it, so nothing that holds the shell compiles without it.
fn the_page(project: &Project) -> Vec<Step<'_>> {
    vec![
        Step::work(
            "the page's packages",
            "10 to 40 s",
            "npm --prefix ui ci",
            || page::install(project),
        ),
        Step::work("the page", "5 to 15 s", "npm --prefix ui run build", || {
            page::build(project)
        }),
    ]
}

fn before_the_window(project: &Project, runner: Runner) -> Result<Vec<Step<'_>>, Stop> {
    let mut steps = the_page(project);
    steps.extend([
        Step::work(
            "the sentence model, if it can be had",
            "1 min the first time",
            "cargo xtask model",
            || model::try_model(project),
        ),
        // Rules about what is shipped look at the crates of every system, which compiling for this one does not bring.
        Step::call(
            "the crates' sources",
            "10 to 60 s the first time",
            project.cargo("fetch --locked"),
        ),
        Step::call("rustfmt", "2 s", project.cargo("fmt --all --check")),
        Step::call(
            "clippy",
            "3 to 8 min the first time, then seconds",
            project.cargo(
                "clippy --workspace --features yingda-meaning/convert --all-targets -- -D warnings",
            ),
        ),
        Step::work(
            "generated types",
            "5 to 12 min the first time, then seconds",
            bindings::REPEAT,
            || bindings::check(project, TESTS),
        ),
        Step::call("the page's types", "20 s", project.npm("run check")),
        Step::call("the page's lints", "20 s", project.npm("run lint")),
        Step::call("the page's tests", "2 min", project.npm("run test")),
        Step::call(
            "Rust tests",
            "1 to 2 min",
            bindings::aside(project, runner.call(project, TESTS)),
        ),
    ]);
    if doctests::are_there(project)? {
        steps.push(Step::call(
            "Rust examples in comments",
            "1 min",
            project.cargo("test --workspace --features yingda-meaning/convert --doc"),
        ));
    }
    Ok(steps)
}

fn the_window(project: &Project, runner: Runner, filters: Vec<OsString>) -> [Step<'_>; 2] {
    let repeat = Call::new("cargo", &project.path(""))
        .words("xtask e2e")
        .all(filters.iter().cloned());
    let tests = in_a_screen(project, runner.one_by_one(project, filters));
    [
        Step::call(
            "the program",
            "1 to 3 min the first time, then seconds",
            project.cargo(WINDOW),
        ),
        Step::work(
            "end-to-end tests in the real window",
            "1 to 2 min",
            repeat.to_string(),
            move || tests.succeed(),
        ),
    ]
}

/// A screen, a session bus and a window manager of its own. `-noreset`: the screen must outlive its first window.
pub(crate) fn in_a_screen(project: &Project, tests: Call) -> Call {
    let with_windows = project
        .call("sh")
        .word("-c")
        .word("openbox & exec \"$0\" \"$@\"");
    let with_bus = project.call("dbus-run-session").word("--");
    let with_screen = project.call("xvfb-run").words("-a -s").word(SCREEN);
    tests
        .through(with_windows)
        .through(with_bus)
        .through(with_screen)
}

/// What runs Rust tests.
#[derive(Debug, Clone, Copy)]
enum Runner {
    Nextest,
    Cargo,
}

impl Runner {
    fn find(project: &Project) -> Self {
        let nextest = project.cargo("nextest --version").output();
        if nextest.is_some() {
            Self::Nextest
        } else {
            Self::Cargo
        }
    }

    fn call(self, project: &Project, selection: &str) -> Call {
        let start = match self {
            Self::Nextest => "nextest run --no-fail-fast",
            Self::Cargo => "test --no-fail-fast",
        };
        project.cargo(start).words(selection)
    }

    /// The window tests share one screen and one clipboard.
    fn one_by_one(self, project: &Project, filters: Vec<OsString>) -> Call {
        let call = self.call(
            project,
            "--workspace --features yingda-meaning/convert --test e2e",
        );
        match self {
            Self::Nextest => call.words("--test-threads 1").all(filters),
            Self::Cargo => call.words("-- --test-threads 1").all(filters),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_tests_run_one_by_one_on_a_screen_of_their_own() {
        let project = Project::find().unwrap();
        let call = in_a_screen(
            &project,
            Runner::Cargo.one_by_one(&project, vec!["copy".into()]),
        );
        assert_eq!(
            call.to_string(),
            "xvfb-run -a -s '-screen 0 1366x768x24 -noreset' dbus-run-session -- sh -c 'openbox & exec \"$0\" \"$@\"' \
             cargo test --no-fail-fast --workspace --features yingda-meaning/convert --test e2e -- --test-threads 1 copy"
        );
    }
}
