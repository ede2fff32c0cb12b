//! Whether any comment holds an example to compile. Test runners leave those out, and looking for them is quicker than
//! having the documentation compiler say that there are none.

use std::fs;
use std::io;
use std::path::Path;

use crate::project::Project;
use crate::stop::Stop;

/// Looks through the sources of all crates.
///
/// # Errors
/// A file that can't be read.
pub(crate) fn are_there(project: &Project) -> Result<bool, Stop> {
    let crates = project.path("src-tauri");
    any_file(&crates).map_err(Stop::file(crates))
}

fn any_file(folder: &Path) -> io::Result<bool> {
    for found in fs::read_dir(folder)? {
        let path = found?.path();
        let holds = if path.is_dir() {
            any_file(&path)?
        } else {
            path.extension().is_some_and(|end| end == "rs")
                && holds_example(&fs::read_to_string(&path)?)
        };
        if holds {
            return Ok(true);
        }
    }
    Ok(false)
}

fn holds_example(source: &str) -> bool {
    let fence = |line: &str| {
        let line = line.trim_start();
        let comment = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"))?;
        comment
            .trim_start()
            .strip_prefix("```")
            .map(|language| language.trim().to_owned())
    };
    // Every second fence closes the one before it.
    source
        .lines()
        .filter_map(fence)
        .step_by(2)
        .any(|language| !["text", "ignore"].contains(&language.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fenced_example_in_a_comment_is_found() {
        assert!(holds_example(
            "/// Adds.\n/// ```\n/// add();\n/// ```\nfn add() {}"
        ));
        assert!(holds_example("//! ```rust\n//! add();\n//! ```"));
    }

    #[test]
    fn plain_text_and_code_outside_comments_are_no_examples() {
        assert!(!holds_example("/// ```text\n/// a drawing\n/// ```"));
        assert!(!holds_example("let fence = \"```\";"));
    }
}
