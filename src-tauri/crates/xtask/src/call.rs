//! A call of another program that can be shown, repeated by hand, and made.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::stop::Stop;

/// A program with its arguments, its folder and what it finds in its environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    program: OsString,
    arguments: Vec<OsString>,
    environment: Vec<(&'static str, OsString)>,
    folder: PathBuf,
}

impl Call {
    /// A call without arguments.
    pub(crate) fn new(program: impl Into<OsString>, folder: &Path) -> Self {
        Self {
            program: program.into(),
            arguments: Vec::new(),
            environment: Vec::new(),
            folder: folder.to_owned(),
        }
    }

    /// One more argument, whatever is in it.
    pub(crate) fn word(mut self, word: impl Into<OsString>) -> Self {
        self.arguments.push(word.into());
        self
    }

    /// More arguments, separated by spaces.
    pub(crate) fn words(mut self, line: &str) -> Self {
        self.arguments
            .extend(line.split_whitespace().map(OsString::from));
        self
    }

    /// More arguments.
    pub(crate) fn all(mut self, words: impl IntoIterator<Item = OsString>) -> Self {
        self.arguments.extend(words);
        self
    }

    /// A value in its environment.
    pub(crate) fn environment(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.environment.push((name, value.into()));
        self
    }

    /// The same call made by another program that takes it as its last arguments.
    pub(crate) fn through(self, outer: Self) -> Self {
        let mut whole = outer.word(self.program).all(self.arguments);
        whole.environment.extend(self.environment);
        whole
    }

    /// Makes the call with this program's own input and output and waits for its end.
    ///
    /// # Errors
    /// [`Stop::NotStarted`] when there is no such program.
    pub(crate) fn status(&self) -> Result<ExitStatus, Stop> {
        self.command().status().map_err(|source| Stop::NotStarted {
            call: self.to_string(),
            source,
        })
    }

    /// Makes the call and expects it to succeed.
    ///
    /// # Errors
    /// [`Stop::NotStarted`], or [`Stop::Failed`] when it ends with anything but 0.
    pub(crate) fn succeed(&self) -> Result<(), Stop> {
        if self.status()?.success() {
            Ok(())
        } else {
            Err(Stop::Failed {
                call: self.to_string(),
            })
        }
    }

    /// What it prints, without what it complains of; `None` when it can't be started or fails.
    pub(crate) fn output(&self) -> Option<String> {
        let output = self
            .command()
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .current_dir(&self.folder)
            .envs(self.environment.iter().cloned());
        command
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.environment {
            write!(f, "{name}={} ", quoted(value))?;
        }
        f.write_str(&quoted(&self.program))?;
        for word in &self.arguments {
            write!(f, " {}", quoted(word))?;
        }
        Ok(())
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_./:=+,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(program: &str) -> Call {
        Call::new(program, Path::new("."))
    }

    #[test]
    fn a_call_is_shown_as_one_would_type_it() {
        let shown = call("cargo")
            .words("test -p x")
            .word("two words")
            .word("it's")
            .environment("A", "b")
            .to_string();
        assert_eq!(shown, r"A=b cargo test -p x 'two words' 'it'\''s'");
    }

    #[test]
    fn a_call_through_another_program_keeps_both_environments() {
        let inner = call("cargo").words("test").environment("IN", "1");
        let outer = call("xvfb-run").words("-a").environment("OUT", "2");
        assert_eq!(
            inner.through(outer).to_string(),
            "OUT=2 IN=1 xvfb-run -a cargo test"
        );
    }

    #[test]
    fn a_missing_program_is_said_with_its_call() {
        let stop = call("no-such-program-here")
            .words("--now")
            .succeed()
            .unwrap_err();
        assert!(
            matches!(stop, Stop::NotStarted { call, .. } if call == "no-such-program-here --now")
        );
    }
}
