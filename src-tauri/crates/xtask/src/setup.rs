//! Makes a machine ready.

use crate::need::{Need, needs};
use crate::packages::{Decision, decide};
use crate::project::Project;
use crate::say::say;
use crate::stop::Stop;
use crate::system::{Right, System};
use crate::toolchain;

/// What the machine is made ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building the program and showing its window.
    Window,
    /// Driving the window by tests as well.
    WindowTests,
}

/// Checks the tools, finds what the system lacks and installs it where that is possible and allowed.
///
/// # Errors
/// [`Stop::Tools`], [`Stop::Packages`], [`Stop::StillMissing`], [`Stop::NoWindowTests`] or a failed installation.
pub(crate) fn prepare(project: &Project, system: &System, purpose: Purpose) -> Result<(), Stop> {
    say("Looking at what this machine has.");
    toolchain::check(project)?;
    if purpose == Purpose::WindowTests && !system.can_test_windows() {
        return Err(Stop::NoWindowTests);
    }
    if !system.is_linux() {
        // Where Rust links programs, macOS and Windows have a compiler; web view and fonts are part of the system.
        return Ok(());
    }
    let missing = missing(project, purpose);
    for need in &missing {
        say(&format!("  missing: {}", need.what));
    }
    match decide(system, Right::find(project), &missing) {
        Decision::Nothing => Ok(()),
        Decision::Advise(advice) => Err(Stop::Packages(advice)),
        Decision::Install(lines) => {
            say("Installing what is missing (usually half a minute to three minutes):");
            for line in lines {
                say(&format!("  {line}"));
                let mut words = line.0.into_iter().map(Into::into);
                let Some(program) = words.next() else {
                    continue;
                };
                project.call(program).all(words).succeed()?;
            }
            still_missing(&self::missing(project, purpose))
        }
    }
}

fn missing(project: &Project, purpose: Purpose) -> Vec<&'static Need> {
    needs(purpose)
        .filter(|need| !need.is_met(project))
        .collect()
}

fn still_missing(missing: &[&Need]) -> Result<(), Stop> {
    if missing.is_empty() {
        return Ok(());
    }
    Err(Stop::StillMissing {
        names: missing.iter().map(|need| need.debian.to_owned()).collect(),
    })
}
