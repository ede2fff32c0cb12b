//! Which offices have to stand up for which entries: the file `review.tsv` at the workspace's top.
//!
//! One rule a line: `all`, `kind` or `tag`; the kind or tag (`-` for `all`); the offices, with 、 between them. Every
//! rule that fits an entry counts. Without a fitting rule one approval by any office is enough.

use std::collections::BTreeSet;
use yingda_content::entry::{Entry, Kind};
use yingda_content::problem::Language;

/// Where the rules are, relative to the workspace's folder.
pub const REVIEW_RULES: &str = "review.tsv";

/// An office that approves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// 业务: the department whose business it is.
    Business,
    /// 法律: the lawyers.
    Legal,
    /// 消保: the protection of consumers.
    Consumer,
}

impl Office {
    /// All of them, in the order they usually look at a text.
    pub const ALL: [Self; 3] = [Self::Business, Self::Legal, Self::Consumer];

    /// The word in files and roles.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Business => "业务",
            Self::Legal => "法律",
            Self::Consumer => "消保",
        }
    }

    /// Its name on the screen.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Chinese, _) => self.word(),
            (Language::English, Self::Business) => "business",
            (Language::English, Self::Legal) => "legal",
            (Language::English, Self::Consumer) => "consumer protection",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|office| office.word() == word)
    }

    /// The office a role belongs to: 消保审查岗 is of 消保. A role of none of the three counts for none.
    #[must_use]
    pub fn of_role(role: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|office| role.contains(office.word()))
    }
}

/// What is wrong with a line of the rules. While a line is wrong nothing is approved: an office could be passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleFault {
    /// Not three columns.
    Columns {
        /// The line, from 1.
        line: usize,
    },
    /// The first column is none of `all`, `kind`, `tag`.
    For {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// There is no such kind.
    Kind {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// There is no such office.
    Office {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
    },
}

impl RuleFault {
    /// One sentence: what is wrong, where, what to do.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => match self {
                Self::Columns { line } => {
                    format!(
                        "review.tsv 第 {line} 行不是三列，请写成：kind、faq、业务（用制表符隔开）。"
                    )
                }
                Self::For { line, word } => {
                    format!("review.tsv 第 {line} 行的「{word}」不认识，请写 all、kind 或 tag。")
                }
                Self::Kind { line, word } => {
                    format!(
                        "review.tsv 第 {line} 行：没有「{word}」这一类，请写 script、faq 等类别。"
                    )
                }
                Self::Office { line, word } => format!(
                    "review.tsv 第 {line} 行：没有「{word}」这个审批岗，请写业务、法律或消保。"
                ),
            },
            Language::English => match self {
                Self::Columns { line } => format!(
                    "Line {line} of review.tsv has not three columns; write it like: kind, faq, 业务 (with tabs)."
                ),
                Self::For { line, word } => {
                    format!(
                        "Line {line} of review.tsv: “{word}” is unknown; write all, kind or tag."
                    )
                }
                Self::Kind { line, word } => {
                    format!(
                        "Line {line} of review.tsv: no kind “{word}”; write script, faq or another kind."
                    )
                }
                Self::Office { line, word } => {
                    format!(
                        "Line {line} of review.tsv: no office “{word}”; write 业务, 法律 or 消保."
                    )
                }
            },
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum For {
    All,
    Kind(Kind),
    Tag(String),
}

/// The rules of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules(Vec<(For, BTreeSet<Office>)>);

impl Rules {
    /// Reads the file's text: the rules that can be used, and what is wrong with the others. Empty lines and lines that
    /// begin with `#` say nothing.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<RuleFault>) {
        let (mut rules, mut faults) = (Vec::new(), Vec::new());
        for (line, row) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            if row.trim().is_empty() || row.starts_with('#') {
                continue;
            }
            match rule(line, row) {
                Ok(rule) => rules.push(rule),
                Err(fault) => faults.push(fault),
            }
        }
        (Self(rules), faults)
    }

    /// The offices that have to approve an entry; empty when one approval of any office is enough.
    #[must_use]
    pub fn offices(&self, entry: &Entry) -> BTreeSet<Office> {
        let fits = |of: &For| match of {
            For::All => true,
            For::Kind(kind) => *kind == entry.kind,
            For::Tag(tag) => entry.tags.contains(tag),
        };
        let fitting = self.0.iter().filter(|(of, _)| fits(of));
        fitting.flat_map(|(_, offices)| offices).copied().collect()
    }
}

fn rule(line: usize, row: &str) -> Result<(For, BTreeSet<Office>), RuleFault> {
    let mut columns = row.split('\t').map(str::trim);
    let (Some(of), Some(name), Some(offices), None) = (
        columns.next(),
        columns.next(),
        columns.next(),
        columns.next(),
    ) else {
        return Err(RuleFault::Columns { line });
    };
    let word = || name.to_owned();
    let of = match of {
        "all" => For::All,
        "kind" => For::Kind(Kind::parse(name).ok_or(RuleFault::Kind { line, word: word() })?),
        "tag" => For::Tag(word()),
        other => {
            let word = other.to_owned();
            return Err(RuleFault::For { line, word });
        }
    };
    let offices = offices.split(['、', ',', '，']).map(|word| {
        let word = word.trim();
        Office::parse(word).ok_or_else(|| RuleFault::Office {
            line,
            word: word.to_owned(),
        })
    });
    Ok((of, offices.collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::{Office, RuleFault, Rules};
    use yingda_content::read_entry;

    fn offices(rules: &str, front: &str) -> Vec<&'static str> {
        let text = format!("---\nid: a\ntitle: 甲\nstatus: draft\n{front}\n---\n");
        let entry = read_entry("entries/a.md", &text).entry.unwrap();
        let (rules, faults) = Rules::read(rules);
        assert_eq!(faults, []);
        rules
            .offices(&entry)
            .into_iter()
            .map(Office::word)
            .collect()
    }

    #[test]
    fn every_rule_that_fits_counts() {
        let rules = "# 谁要审\nall\t-\t业务\nkind\tscript\t消保\ntag\t收费\t法律、消保\n";
        assert_eq!(offices(rules, "kind: faq"), ["业务"]);
        assert_eq!(offices(rules, "kind: script"), ["业务", "消保"]);
        assert_eq!(
            offices(rules, "kind: faq\ntags: [收费]"),
            ["业务", "法律", "消保"]
        );
        assert_eq!(offices("", "kind: faq"), Vec::<&str>::new());
    }

    #[test]
    fn a_wrong_line_is_told_and_hides_no_other() {
        let (rules, faults) =
            Rules::read("kind\tfaq\nwho\t-\t业务\nkind\tfax\t业务\nall\t-\t法侓\nall\t-\t法律\n");
        let word = |word: &str| word.to_owned();
        assert_eq!(
            faults,
            [
                RuleFault::Columns { line: 1 },
                RuleFault::For {
                    line: 2,
                    word: word("who")
                },
                RuleFault::Kind {
                    line: 3,
                    word: word("fax")
                },
                RuleFault::Office {
                    line: 4,
                    word: word("法侓")
                },
            ]
        );
        assert_eq!(rules.0.len(), 1);
    }

    #[test]
    fn a_role_belongs_to_the_office_it_names() {
        assert_eq!(Office::of_role("消保审查岗"), Some(Office::Consumer));
        assert_eq!(Office::of_role("审查岗"), None);
    }
}
