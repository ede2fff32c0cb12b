//! Steps in their order, each announced, timed, and stopping the rest when it fails.

use std::time::{Duration, Instant};

use crate::call::Call;
use crate::say::say;
use crate::stop::Stop;

/// One step of a task.
pub(crate) struct Step<'a> {
    name: &'static str,
    usual: &'static str,
    repeat: String,
    work: Box<dyn FnOnce() -> Result<(), Stop> + 'a>,
}

impl<'a> Step<'a> {
    /// A step that is one call; `usual` is how long it takes.
    pub(crate) fn call(name: &'static str, usual: &'static str, call: Call) -> Self {
        Self::work(name, usual, call.to_string(), move || call.succeed())
    }

    /// Any other step, with the command that repeats it alone.
    pub(crate) fn work(
        name: &'static str,
        usual: &'static str,
        repeat: impl Into<String>,
        work: impl FnOnce() -> Result<(), Stop> + 'a,
    ) -> Self {
        Self {
            name,
            usual,
            repeat: repeat.into(),
            work: Box::new(work),
        }
    }
}

struct Done {
    name: &'static str,
    took: Duration,
    passed: bool,
}

/// Runs all steps until one fails, then says how long each took.
///
/// # Errors
/// [`Stop::Step`] for the one that failed.
pub(crate) fn run(steps: Vec<Step<'_>>) -> Result<(), Stop> {
    let (all, mut done) = (steps.len(), Vec::new());
    let mut outcome = Ok(());
    for step in steps {
        let Step {
            name,
            usual,
            repeat,
            work,
        } = step;
        say(&format!(
            "\n── {}/{all} {name} (usually {usual})\n   {repeat}",
            done.len() + 1
        ));
        let start = Instant::now();
        outcome = work().map_err(|why| Stop::Step {
            name,
            repeat,
            why: Box::new(why),
        });
        done.push(Done {
            name,
            took: start.elapsed(),
            passed: outcome.is_ok(),
        });
        if outcome.is_err() {
            break;
        }
    }
    say(&table(&done, all));
    outcome
}

/// The steps with their times, and the count of those that ran as the last line.
fn table(done: &[Done], all: usize) -> String {
    let row = |step: &Done| {
        let mark = if step.passed { "passed" } else { "FAILED" };
        format!(
            "  {mark}  {:>7.1} s  {}\n",
            step.took.as_secs_f64(),
            step.name
        )
    };
    let rows = done.iter().map(row).collect::<String>();
    let (passed, left) = (
        done.iter().filter(|step| step.passed).count(),
        all - done.len(),
    );
    let left = if left == 0 {
        String::new()
    } else {
        format!("  not run: the {left} steps after it\n")
    };
    format!(
        "\n{rows}{left}\nsteps: {passed} passed, {} failed",
        done.len() - passed
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn done(name: &'static str, seconds: u64, passed: bool) -> Done {
        Done {
            name,
            took: Duration::from_secs(seconds),
            passed,
        }
    }

    #[test]
    fn the_table_ends_with_the_count_of_what_ran() {
        let text = table(&[done("one", 2, true), done("two", 61, true)], 2);
        assert_eq!(
            text,
            "\n  passed      2.0 s  one\n  passed     61.0 s  two\n\nsteps: 2 passed, 0 failed"
        );
    }

    #[test]
    fn steps_that_did_not_run_are_said_but_not_counted() {
        let text = table(&[done("one", 2, true), done("two", 3, false)], 5);
        assert!(
            text.contains("FAILED      3.0 s  two\n  not run: the 3 steps after it"),
            "{text}"
        );
        assert!(text.ends_with("steps: 1 passed, 1 failed"), "{text}");
    }

    #[test]
    fn the_first_failure_stops_the_rest_and_names_its_command() {
        let ran = RefCell::new(Vec::new());
        let step = |name, outcome: fn() -> Result<(), Stop>| {
            let ran = &ran;
            Step::work(name, "no time", format!("repeat {name}"), move || {
                ran.borrow_mut().push(name);
                outcome()
            })
        };
        let fail = || {
            Err(Stop::Failed {
                call: "x".to_owned(),
            })
        };
        let stop = run(vec![
            step("one", || Ok(())),
            step("two", fail),
            step("three", || Ok(())),
        ])
        .unwrap_err();
        assert_eq!(*ran.borrow(), ["one", "two"]);
        assert_eq!(
            stop.to_string(),
            "“two” failed. To repeat it alone: repeat two"
        );
    }
}
