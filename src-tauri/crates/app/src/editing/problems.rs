//! The problems of a text with their places and what one key can do about them.

use super::fixes::{self, Fixing};
use super::line_edit::{lines_of, number};
use super::places;
use crate::contract::{TextProblem, Weight};
use crate::problems::words;
use yingda_content::fault::LibraryFault;
use yingda_content::{Fault, Problem, Severity};
use yingda_text::Lexicon;

/// Each problem with its place in `text`, in the order of lines.
pub(super) fn placed(problems: &[Problem], text: &str, lexicon: &Lexicon) -> Vec<TextProblem> {
    let lines = lines_of(text);
    let mut placed: Vec<TextProblem> = problems
        .iter()
        .map(|problem| place(problem, text, &lines, lexicon))
        .collect();
    placed.sort_by_key(|problem| (problem.line, problem.from));
    placed
}

fn place(problem: &Problem, text: &str, lines: &[&str], lexicon: &Lexicon) -> TextProblem {
    let fault = &problem.fault;
    let named = places::named(fault);
    let line = problem
        .line
        .or_else(|| search(fault, named.as_deref(), lines));
    let shown = line
        .and_then(|line| lines.get(line.checked_sub(1)?))
        .copied();
    let (from, to) = match (shown, named.as_deref()) {
        (Some(shown), Some(named)) => {
            places::columns(shown, named).unwrap_or_else(|| places::whole(shown))
        }
        (Some(shown), None) => places::whole(shown),
        (None, _) => (0, 0),
    };
    let fixing = Fixing {
        text,
        lines,
        line,
        lexicon,
    };
    TextProblem {
        line: line.map(number),
        from,
        to,
        weight: match problem.severity() {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
        },
        code: fault.code().to_owned(),
        what: words(|language| fault.what(language)),
        remedy: words(|language| fault.remedy(language)),
        fixes: fixes::of(fault, &fixing),
    }
}

/// The line of a fault that came without one: the first that holds what it names, under the key it stands under.
fn search(fault: &Fault, named: Option<&str>, lines: &[&str]) -> Option<usize> {
    let named = named?;
    let key = match fault {
        Fault::Library(LibraryFault::Dangling { place, .. }) if *place != "[[ ]]" => Some(*place),
        _ => None,
    };
    let begins = match key {
        Some(key) => lines
            .iter()
            .position(|line| line.trim_start().starts_with(key))?,
        None => 0,
    };
    let found = lines
        .iter()
        .skip(begins)
        .position(|line| line.contains(named))?;
    Some(begins + found + 1)
}
