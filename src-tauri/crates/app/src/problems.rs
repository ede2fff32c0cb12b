//! Problems of files, in both languages.

use crate::contract::{ProblemView, Words};
use yingda_content::problem::{Language, Problem, Severity};

/// A problem in words.
#[must_use]
pub fn problem_view(problem: &Problem) -> ProblemView {
    let fault = &problem.fault;
    ProblemView {
        file: problem.file.clone(),
        line: problem.line.and_then(|line| u32::try_from(line).ok()),
        error: problem.severity() == Severity::Error,
        code: fault.code().to_owned(),
        what: Words {
            zh: fault.what(Language::Chinese),
            en: fault.what(Language::English),
        },
        remedy: Words {
            zh: fault.remedy(Language::Chinese),
            en: fault.remedy(Language::English),
        },
    }
}

/// A sentence in both languages.
pub(crate) fn words(sentence: impl Fn(Language) -> String) -> Words {
    Words {
        zh: sentence(Language::Chinese),
        en: sentence(Language::English),
    }
}
