//! Prepares a machine, builds, runs and tests the project: `cargo xtask …`.
//!
//! Owns what a machine must have (Rust, Node, system libraries, a Chinese font), how it gets there, and the order of
//! all checks. It knows nothing of what the program does, and has no dependencies: it compiles in seconds on a machine
//! that has only Rust and a linker.
//!
//! Reading order: the task asked for ([`task`]), the machine ([`system`], [`version`], [`toolchain`], [`need`],
//! [`packages`], [`setup`]), the page ([`freshness`], [`page`]), the sentence model ([`model`]), then the tasks ([`run`],
//! [`plan`], [`test`], [`bindings`], [`doctests`], [`bench`], [`fuzz`]).

mod bench;
mod bindings;
mod call;
mod display;
mod doctests;
mod freshness;
mod fuzz;
mod model;
mod need;
mod packages;
mod page;
mod plan;
mod project;
mod run;
mod say;
mod setup;
mod stop;
mod system;
mod task;
mod test;
mod toolchain;
mod version;

use std::process::ExitCode;

use project::Project;
use stop::Stop;
use task::Task;

fn main() -> ExitCode {
    match carry_out() {
        Ok(code) => code,
        Err(stop) => {
            say::complain(&stop.to_string());
            ExitCode::FAILURE
        }
    }
}

fn carry_out() -> Result<ExitCode, Stop> {
    let task = Task::parse(std::env::args_os().skip(1))?;
    if task == Task::Help {
        say::say(task::USAGE);
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::find()?;
    match task {
        Task::Help => Ok(ExitCode::SUCCESS),
        Task::Run { app } => run::run(&project, app),
        Task::Test { reach } => test::test(&project, reach),
        Task::EndToEnd { filters } => test::end_to_end(&project, filters),
        Task::Fuzz { words } => fuzz::fuzz(&project, words),
        Task::Model => model::model(&project),
        Task::Bench { filters } => bench::bench(&project, filters),
    }
}
