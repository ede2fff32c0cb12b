//! What was asked for on the command line.

use std::ffi::OsString;

use crate::stop::Stop;

/// Shown by `help` and without an argument.
pub(crate) const USAGE: &str = "\
cargo xtask run [-- ARGUMENTS]   prepare this machine, build the program and start its window
cargo xtask test [--quick]       prepare this machine and run every check; --quick leaves the real window out
cargo xtask e2e [NAME …]         only the end-to-end tests in the real window, or those whose name holds NAME
cargo xtask bench [NAME …]       the benchmarks
cargo xtask fuzz NAME [--seconds N]   one reader of foreign files under a fuzzer, a minute unless told; without a
                                 name the readers are listed
cargo xtask model                the sentence model for search by meaning; run and test make it too
cargo xtask help                 this text

Everything a machine needs besides Rust (https://rustup.rs) and Node with npm (https://nodejs.org) is installed on
Debian and Ubuntu; on other systems the names are said.";

/// One thing this program does.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Show the usage.
    Help,
    /// Build the program and start it with these arguments.
    Run {
        /// What stood after `--`.
        app: Vec<OsString>,
    },
    /// Run the checks.
    Test {
        /// How many of them.
        reach: Reach,
    },
    /// Run the end-to-end tests.
    EndToEnd {
        /// Parts of test names; empty means all.
        filters: Vec<OsString>,
    },
    /// Make the sentence model.
    Model,
    /// Run a reader under the fuzzer.
    Fuzz {
        /// What stood behind the word.
        words: Vec<OsString>,
    },
    /// Run the benchmarks.
    Bench {
        /// Parts of benchmark names; empty means all.
        filters: Vec<OsString>,
    },
}

/// How far the checks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All but the real window.
    Quick,
    /// Everything.
    Full,
}

impl Task {
    /// Reads the command line, without the program's own name.
    ///
    /// # Errors
    /// [`Stop::UnknownWord`] for a word that has no place there.
    pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, Stop> {
        let mut words = words.into_iter();
        let Some(first) = words.next() else {
            return Ok(Self::Help);
        };
        let mut rest = words.collect::<Vec<_>>();
        match first.to_str() {
            Some("help" | "--help" | "-h") => Ok(Self::Help),
            Some("run") => app_arguments(rest).map(|app| Self::Run { app }),
            Some("test") => reach(&rest).map(|reach| Self::Test { reach }),
            Some("e2e") => Ok(Self::EndToEnd { filters: rest }),
            Some("fuzz") => Ok(Self::Fuzz { words: rest }),
            Some("model") => nothing_more(&rest).map(|()| Self::Model),
            Some("bench") => {
                rest.retain(|word| word != "--");
                Ok(Self::Bench { filters: rest })
            }
            _ => Err(unknown(&first)),
        }
    }
}

fn app_arguments(mut rest: Vec<OsString>) -> Result<Vec<OsString>, Stop> {
    match rest.first() {
        None => Ok(rest),
        Some(dashes) if dashes == "--" => Ok(rest.split_off(1)),
        Some(word) => Err(unknown(word)),
    }
}

fn reach(rest: &[OsString]) -> Result<Reach, Stop> {
    match rest {
        [] => Ok(Reach::Full),
        [quick] if quick == "--quick" => Ok(Reach::Quick),
        [quick, word, ..] if quick == "--quick" => Err(unknown(word)),
        [word, ..] => Err(unknown(word)),
    }
}

fn nothing_more(rest: &[OsString]) -> Result<(), Stop> {
    rest.first().map_or(Ok(()), |word| Err(unknown(word)))
}

fn unknown(word: &OsString) -> Stop {
    Stop::UnknownWord {
        word: word.to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Task, Stop> {
        Task::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn no_word_and_help_show_the_usage() {
        for line in ["", "help", "--help", "-h"] {
            assert_eq!(parse(line).unwrap(), Task::Help);
        }
    }

    #[test]
    fn what_stands_after_two_dashes_goes_to_the_program() {
        let app = vec![OsString::from("--knowledge"), OsString::from("here")];
        assert_eq!(parse("run -- --knowledge here").unwrap(), Task::Run { app });
        assert_eq!(parse("run").unwrap(), Task::Run { app: vec![] });
    }

    #[test]
    fn quick_shortens_the_test() {
        assert_eq!(parse("test").unwrap(), Task::Test { reach: Reach::Full });
        assert_eq!(
            parse("test --quick").unwrap(),
            Task::Test {
                reach: Reach::Quick
            }
        );
    }

    #[test]
    fn a_word_without_a_place_is_named() {
        for line in [
            "tset",
            "run now",
            "test now",
            "test --quick now",
            "model now",
        ] {
            let word = line.split(' ').next_back().unwrap();
            assert!(
                matches!(parse(line), Err(Stop::UnknownWord { word: said }) if said == word),
                "{line}"
            );
        }
    }
}
