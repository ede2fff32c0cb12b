//! `cargo xtask fuzz`: a reader of foreign files under a fuzzer that counts the branches each input reaches.
//!
//! The counting is a pass of the stable compiler, so no other toolchain is needed; memory is not watched, which safe
//! code does not ask for. What is built and found stays in `target/fuzz`.

use std::ffi::OsString;
use std::fs;
use std::process::ExitCode;

use crate::call::Call;
use crate::project::Project;
use crate::say::say;
use crate::stop::Stop;

/// What counts the branches; the same passes that cargo-fuzz asks for.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Coverflow-checks -Ccodegen-units=1";

/// Every reader, and a folder of examples of what it reads; those made for it lie in `tests/fuzz/seeds`.
const READERS: [(&str, &str); 15] = [
    ("entry", "knowledge/entries"),
    ("sheet", "knowledge/entries"),
    ("tables", "knowledge/vocabulary"),
    ("judged", "knowledge/judged"),
    ("people", "tests/fuzz/seeds/people"),
    ("record", "tests/fuzz/seeds/record"),
    ("outbox", "tests/fuzz/seeds/outbox"),
    ("word", "tests/fuzz/seeds/word"),
    ("excel", "tests/fuzz/seeds/excel"),
    ("slides", "tests/fuzz/seeds/slides"),
    ("pdf", "tests/fuzz/seeds/pdf"),
    ("xls", "tests/fixtures/xls"),
    ("html", "tests/fuzz/seeds/html"),
    ("markdown", "knowledge/entries"),
    ("text", "tests/fuzz/seeds/text"),
];

/// Runs the reader that is named, for a minute or for `--seconds N`; without a name it lists them.
///
/// # Errors
/// [`Stop::UnknownWord`], [`Stop::Failed`] when it does not compile, [`Stop::BroughtDown`] when an input brought it down.
pub(crate) fn fuzz(project: &Project, words: Vec<OsString>) -> Result<ExitCode, Stop> {
    let Some(wanted) = wanted(words)? else {
        let names = READERS.map(|(name, _)| name);
        say(&names.join("  "));
        return Ok(ExitCode::SUCCESS);
    };
    let Wanted {
        name,
        examples,
        seconds,
    } = wanted;
    let target = project.target().join("fuzz");
    let host = host(project)?;
    say("Compiling with counted branches (the first time usually 5 to 10 minutes).");
    project
        .cargo("build --release --package yingda-fuzz --features fuzzer --target")
        .word(&host)
        .word("--target-dir")
        .word(&target)
        .environment("RUSTFLAGS", COUNTED)
        .succeed()?;
    let crashes = target.join("crashes").join(name);
    let corpus = target.join("corpus").join(name);
    for folder in [&crashes, &corpus] {
        fs::create_dir_all(folder).map_err(Stop::file(folder))?;
    }
    let mut kept = OsString::from("-artifact_prefix=");
    kept.push(&crashes);
    kept.push("/");
    let run: Call = project
        .call(target.join(&host).join("release/yingda-fuzz"))
        .word(&corpus)
        .word(project.path(examples))
        .word(kept)
        .word(format!("-max_total_time={seconds}"))
        .words("-timeout=20 -rss_limit_mb=3072 -max_len=65536 -print_final_stats=1")
        .environment("YINGDA_FUZZ", name);
    run.succeed().map_err(|stop| match stop {
        Stop::Failed { .. } => Stop::BroughtDown {
            reader: name,
            folder: crashes,
        },
        other => other,
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    name: &'static str,
    examples: &'static str,
    seconds: u64,
}

fn wanted(words: Vec<OsString>) -> Result<Option<Wanted>, Stop> {
    let mut words = words
        .into_iter()
        .map(|word| word.to_string_lossy().into_owned());
    let Some(first) = words.next() else {
        return Ok(None);
    };
    let unknown = |word: String| Stop::UnknownWord { word };
    let Some((name, examples)) = READERS.into_iter().find(|(name, _)| *name == first) else {
        return Err(unknown(first));
    };
    let seconds = match (words.next(), words.next(), words.next()) {
        (None, ..) => 60,
        (Some(word), Some(number), None) if word == "--seconds" => {
            number.parse().map_err(|_| unknown(number.clone()))?
        }
        (Some(word), ..) => return Err(unknown(word)),
    };
    Ok(Some(Wanted {
        name,
        examples,
        seconds,
    }))
}

/// The system this compiler makes programs for; naming it keeps build scripts uncounted.
fn host(project: &Project) -> Result<String, Stop> {
    let call = project.call("rustc").words("-vV");
    let said = call.output().unwrap_or_default();
    let line = said.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned).ok_or_else(|| Stop::Failed {
        call: call.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Option<Wanted>, Stop> {
        wanted(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn a_reader_is_run_for_a_minute_unless_told() {
        let pdf = asked("pdf").unwrap().unwrap();
        assert_eq!((pdf.name, pdf.seconds), ("pdf", 60));
        assert_eq!(asked("pdf --seconds 5").unwrap().unwrap().seconds, 5);
        assert_eq!(asked("").unwrap(), None);
    }

    #[test]
    fn a_word_without_a_place_is_named() {
        for (line, word) in [
            ("doc", "doc"),
            ("pdf 5", "5"),
            ("pdf --seconds", "--seconds"),
            ("pdf --seconds x", "x"),
        ] {
            let stop = asked(line).unwrap_err();
            assert!(stop.to_string().contains(&format!("“{word}”")), "{stop}");
        }
    }
}
