//! `yingda-cli check`.

use crate::arguments::Model;
use crate::{print, start};
use serde::Serialize;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use yingda_app::contract::ProblemView;
use yingda_app::judging::{Judgement, Measure, judge};
use yingda_app::{Snapshot, Sounding, disagreements, problem_view, sounding, wording};

/// What a check found, as JSON.
#[derive(Serialize)]
struct Report {
    entries: usize,
    problems: Vec<ProblemView>,
    judged: Vec<ClassLine>,
    /// The same queries by words and meaning, when there is a model.
    judged_by_meaning: Option<Vec<ClassLine>>,
    /// Every name typed by ear, when that was asked for.
    by_sound: Option<[ClassLine; 3]>,
    wording: WordingLine,
    disagreements: Vec<[String; 5]>,
    below_floor: Vec<&'static str>,
}

#[derive(Serialize)]
struct WordingLine {
    spoken: usize,
    median_characters: usize,
    p95_characters: usize,
    nearly_same: Vec<(String, String, f64)>,
}

#[derive(Serialize)]
struct ClassLine {
    class: &'static str,
    queries: u32,
    hit_at_1: f64,
    hit_at_3: f64,
    mrr: f64,
}

/// Fails when a file has an error or a class of judged queries fell below its floor.
pub(crate) fn run(folder: &Path, model: &Model, sound: bool, json: bool) -> io::Result<ExitCode> {
    let snapshot = start::snapshot(folder)?;
    let judge_by =
        |meaning| judge(&snapshot, folder, meaning, start::now()).map_err(io::Error::other);
    let judgement = judge_by(None)?;
    let meaning = start::meaning(&snapshot, folder, model)?;
    let by_meaning = meaning
        .as_ref()
        .map(|meaning| judge_by(Some(meaning)))
        .transpose()?;
    let by_sound = sound
        .then(|| sounding(&snapshot, start::now()))
        .transpose()
        .map_err(io::Error::other)?;
    let mut problems: Vec<ProblemView> = snapshot.problems.iter().map(problem_view).collect();
    problems.extend(judgement.problems.iter().cloned());
    let report = Report {
        entries: snapshot.library.len(),
        problems,
        judged: classes(&judgement),
        judged_by_meaning: by_meaning.as_ref().map(classes),
        by_sound: by_sound.map(names_by_sound),
        wording: spoken(&snapshot),
        disagreements: disagreeing(&snapshot),
        below_floor: judgement.below.iter().map(|class| class.as_str()).collect(),
    };
    let failed =
        report.problems.iter().any(|problem| problem.error) || !report.below_floor.is_empty();
    if json {
        print::json(&report)?;
    } else {
        print::text(&page(&report, &judgement))?;
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Product, one id and its sentence, the other id and its sentence.
fn disagreeing(snapshot: &Snapshot) -> Vec<[String; 5]> {
    let entries = snapshot.library.entries().iter().map(AsRef::as_ref);
    let found = disagreements(entries).into_iter();
    found
        .map(|d| [d.product, d.one.0, d.one.1, d.other.0, d.other.1])
        .collect()
}

fn spoken(snapshot: &Snapshot) -> WordingLine {
    let wording = wording(&snapshot.library);
    WordingLine {
        spoken: wording.spoken,
        median_characters: wording.median,
        p95_characters: wording.longest_usual,
        nearly_same: wording.nearly_same,
    }
}

fn names_by_sound(sounding: Sounding) -> [ClassLine; 3] {
    let Sounding {
        full,
        initials,
        misheard,
    } = sounding;
    [
        ("full pinyin", full),
        ("initials", initials),
        ("misheard", misheard),
    ]
    .map(|(class, measure)| line(class, &measure))
}

fn line(class: &'static str, measure: &Measure) -> ClassLine {
    ClassLine {
        class,
        queries: measure.queries,
        hit_at_1: measure.hit_at_1,
        hit_at_3: measure.hit_at_3,
        mrr: measure.mrr,
    }
}

fn classes(judgement: &Judgement) -> Vec<ClassLine> {
    let hard = (judgement.hard.queries > 0).then(|| line("hard", &judgement.hard));
    judgement
        .classes
        .iter()
        .map(|(class, measure)| line(class.as_str(), measure))
        .chain(hard)
        .collect()
}

fn page(report: &Report, judgement: &Judgement) -> String {
    let mut page = Vec::new();
    for problem in &report.problems {
        let line = problem
            .line
            .map(|line| format!(":{line}"))
            .unwrap_or_default();
        let word = if problem.error {
            "error / 错误"
        } else {
            "warning / 提醒"
        };
        let (what, remedy) = (&problem.what, &problem.remedy);
        page.push(format!("{}{line} [{}] {word}", problem.file, problem.code));
        page.push(format!(
            "    {} {}\n    {} {}",
            what.zh, remedy.zh, what.en, remedy.en
        ));
    }
    for miss in &judgement.misses {
        let (expected, found) = (miss.expected.join(","), miss.found.join(","));
        let (at, query) = (&miss.at, &miss.query);
        page.push(format!(
            "missed / 未命中 {at} {query} -> {expected} (found / 得到 {found})"
        ));
    }
    page.extend(report.judged.iter().map(in_words));
    if let Some(by_meaning) = &report.judged_by_meaning {
        page.push("by words and meaning / 字词与语义".to_owned());
        page.extend(by_meaning.iter().map(in_words));
    }
    if let Some(by_sound) = &report.by_sound {
        page.push("every name by its sound / 每个名称按读音".to_owned());
        page.extend(by_sound.iter().map(in_words));
    }
    page.extend(about_wording(report));
    for class in &report.below_floor {
        page.push(format!("{class} is below its floor / {class} 低于下限"));
    }
    page.push(format!(
        "{} entries, {} problems / 共 {} 条，{} 个问题",
        report.entries,
        report.problems.len(),
        report.entries,
        report.problems.len()
    ));
    page.join("\n")
}

fn in_words(line: &ClassLine) -> String {
    let ClassLine {
        class,
        queries,
        hit_at_1,
        hit_at_3,
        mrr,
    } = line;
    format!(
        "{class:<12} {queries:>4} queries  hit@1 {hit_at_1:.3}  hit@3 {hit_at_3:.3}  MRR {mrr:.3}"
    )
}

/// How long the wording is, what says nearly the same, and what gives another figure.
fn about_wording(report: &Report) -> Vec<String> {
    let mut page = Vec::new();
    let WordingLine {
        spoken,
        median_characters,
        p95_characters,
        nearly_same,
    } = &report.wording;
    page.push(format!(
        "可直接说     {spoken:>4} entries  median {median_characters} characters  p95 {p95_characters}  nearly the same (> 0.85): {} pairs",
        nearly_same.len()
    ));
    for (one, other, share) in nearly_same {
        page.push(format!(
            "nearly the same / 几乎相同 {one} {other} {share:.2}"
        ));
    }
    for [product, one, said, other, said_too] in &report.disagreements {
        page.push(format!(
            "another figure / 数字不一致 {product}\n    {one}: {said}\n    {other}: {said_too}"
        ));
    }
    page
}
