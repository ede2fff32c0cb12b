//! Rust, Node and npm: what is needed, what is there, where to get it. They are never installed from here: how a
//! person keeps compilers is that person's choice.

use std::fmt;

use crate::project::Project;
use crate::say::say;
use crate::stop::Stop;
use crate::version::Version;

/// A tool the project is built with.
#[derive(Debug)]
pub(crate) struct Tool {
    name: &'static str,
    needed: Version,
    place: &'static str,
}

const RUSTC: Tool = Tool {
    name: "rustc",
    needed: Version::new(1, 90),
    place: "https://rustup.rs",
};
const NODE: Tool = Tool {
    name: "node",
    needed: Version::new(20, 19),
    place: "https://nodejs.org (a current LTS)",
};
const NPM: Tool = Tool {
    name: "npm",
    needed: Version::new(9, 0),
    place: "https://nodejs.org (npm comes with Node)",
};

/// A tool that is missing or too old.
#[derive(Debug)]
pub(crate) struct ToolFault {
    tool: &'static Tool,
    found: Option<Version>,
}

impl fmt::Display for ToolFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tool {
            name,
            needed,
            place,
        } = self.tool;
        match self.found {
            Some(found) => write!(
                f,
                "{name} {found} is too old: {needed} or newer is needed, from {place}."
            ),
            None => write!(
                f,
                "{name} was not found: {needed} or newer is needed, from {place}."
            ),
        }
    }
}

/// Checks all three and says what was found.
///
/// # Errors
/// [`Stop::Tools`] with every tool that is missing or too old.
pub(crate) fn check(project: &Project) -> Result<(), Stop> {
    let printed = [
        (&RUSTC, project.call("rustc").words("--version").output()),
        (&NODE, project.call("node").words("--version").output()),
        (&NPM, project.npm("--version").output()),
    ];
    let found = printed.map(|(tool, text)| (tool, text.as_deref().and_then(Version::find)));
    say(&found.map(|(tool, version)| line(tool, version)).join("\n"));
    let faults = faults(&found);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Stop::Tools(faults))
    }
}

fn line(tool: &Tool, found: Option<Version>) -> String {
    let found = found.map_or_else(|| "not found".to_owned(), |version| version.to_string());
    format!(
        "  {:<6} {found} (needed: {} or newer)",
        tool.name, tool.needed
    )
}

fn faults(found: &[(&'static Tool, Option<Version>)]) -> Vec<ToolFault> {
    let lacking = found
        .iter()
        .filter(|(tool, version)| version.is_none_or(|version| version < tool.needed));
    lacking
        .map(|&(tool, found)| ToolFault { tool, found })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_and_an_old_tool_are_both_said_with_their_place() {
        let found = [
            (&RUSTC, Version::find("1.90.0")),
            (&NODE, Version::find("v18.20.4")),
            (&NPM, None),
        ];
        let said = faults(&found)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>();
        assert_eq!(said.len(), 2);
        assert_eq!(
            said[0],
            "node 18.20.4 is too old: 20.19.0 or newer is needed, from https://nodejs.org (a current LTS)."
        );
        assert!(
            said[1].starts_with("npm was not found: 9.0.0 or newer is needed"),
            "{}",
            said[1]
        );
    }

    #[test]
    fn new_enough_tools_have_no_fault() {
        let found = [
            (&RUSTC, Some(Version::new(1, 95))),
            (&NODE, Some(Version::new(20, 19))),
        ];
        assert!(faults(&found).is_empty());
    }
}
