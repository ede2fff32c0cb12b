//! The project's own files, as the rules read them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the test package lies inside the project")
        .to_owned()
}

/// The text of a file that must be there.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|fault| panic!("{path} must be there and readable: {fault}"))
}

/// A JSON file that must be there.
pub(crate) fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// All files that are, or would be, committed, with `/` between folders.
pub(crate) fn files() -> Vec<String> {
    let listed = printed(Command::new("git").args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]));
    let there = |file: &&str| !file.is_empty() && root().join(file).exists();
    listed
        .split('\0')
        .filter(there)
        .map(str::to_owned)
        .collect()
}

/// Those of them in `folder` with one of the endings.
pub(crate) fn files_in(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut files = files();
    files.retain(|file| {
        let ending = file.rsplit('.').next().unwrap_or_default();
        file.starts_with(folder) && endings.contains(&ending)
    });
    files
}

/// What cargo prints, offline.
pub(crate) fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    printed(Command::new(cargo).arg("--offline").args(arguments))
}

fn printed(command: &mut Command) -> String {
    let output = command
        .current_dir(root())
        .output()
        .unwrap_or_else(|fault| panic!("{command:?}: {fault}"));
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{command:?} failed (are all sources here? `cargo fetch` brings them):\n{words}"
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Fails with all offences at once, so that one run shows all there is to mend.
pub(crate) fn none_of(offences: &[String], rule: &str) {
    assert!(offences.is_empty(), "{rule}\n  {}", offences.join("\n  "));
}
