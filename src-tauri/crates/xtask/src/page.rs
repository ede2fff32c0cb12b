//! The page inside the window: its packages and its build.

use std::path::Path;

use crate::freshness::{is_older, is_older_than, newest};
use crate::project::Project;
use crate::say::say;
use crate::stop::Stop;

/// Installs its packages, if the lock file changed since the last time.
///
/// # Errors
/// A file that can't be looked at, or a failed `npm ci`.
pub(crate) fn install(project: &Project) -> Result<(), Stop> {
    let lock = project.path("ui/package-lock.json");
    let installed = project.path("ui/node_modules/.package-lock.json");
    if !is_older(&installed, &lock).map_err(Stop::file(lock))? {
        say("The page's packages are installed.");
        return Ok(());
    }
    say("Installing the page's packages (usually 10 to 40 seconds).");
    project.npm("ci --no-audit --no-fund").succeed()
}

/// Builds it, if anything it is made from changed since the last time.
///
/// # Errors
/// A folder that can't be looked at, or a failed build.
pub(crate) fn build(project: &Project) -> Result<(), Stop> {
    let sources = project.path("ui");
    let change = newest(&sources, &is_no_source).map_err(Stop::file(&sources))?;
    // The shell puts a page of one sentence there when it is compiled before this; only a real one has more files.
    let is_real = project.path("ui/dist/assets").is_dir();
    let is_old = is_older_than(&project.path("ui/dist/index.html"), change);
    if is_real && !is_old.map_err(Stop::file(sources))? {
        say("The page is built.");
        return Ok(());
    }
    say("Building the page (usually 5 to 15 seconds).");
    project.npm("run build").succeed()
}

/// Generated types leave no trace in the built page, and are written again by tests.
fn is_no_source(path: &Path) -> bool {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    ["node_modules", "dist"].contains(&name)
        || name.starts_with('.')
        || path.ends_with("src/bindings")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_makes_and_hidden_folders_are_no_sources() {
        for path in ["ui/node_modules", "ui/dist", "ui/.vite", "ui/src/bindings"] {
            assert!(is_no_source(Path::new(path)), "{path}");
        }
        for path in [
            "ui/src",
            "ui/index.html",
            "ui/vite.config.ts",
            "ui/src/lib/bindings",
        ] {
            assert!(!is_no_source(Path::new(path)), "{path}");
        }
    }
}
