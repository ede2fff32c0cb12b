//! What was typed after `yingda-cli`, read once into a command.

use crate::documents::{Export, Import, read_export, read_import};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use yingda_app::contract::Kind;

/// Which sentence model is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Model {
    /// The one that lies where set-up puts it, if it is there.
    #[default]
    Usual,
    /// None: words alone.
    Off,
    /// This one.
    File(PathBuf),
}

/// A command with everything it needs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Check {
        folder: PathBuf,
        model: Model,
        /// Whether every name is typed by its sound, too.
        sound: bool,
        json: bool,
    },
    Eval {
        folder: PathBuf,
        /// The library whose words are used, when one was named.
        knowledge: Option<PathBuf>,
        model: Model,
        json: bool,
    },
    Bench {
        entries: usize,
        corpus: Option<PathBuf>,
        /// The library whose words are used, when one was named.
        knowledge: Option<PathBuf>,
        json: bool,
    },
    Search(Search),
    Show {
        id: String,
        folder: PathBuf,
        json: bool,
    },
    Stamp {
        folder: PathBuf,
    },
    Sync {
        folder: PathBuf,
        /// A folder, or the address of a git server.
        remote: String,
        /// Who syncs, when named.
        by: Option<String>,
        json: bool,
    },
    Import(Import),
    Export(Export),
    MeasureImport,
    /// A part of [`Command::MeasureImport`], in a process of its own.
    MeasureAccepting {
        file: PathBuf,
    },
    Outbox(Outbox),
}

/// What `outbox` writes, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outbox {
    pub(crate) out: PathBuf,
    /// The record; the window's own unless named.
    pub(crate) desk: Option<PathBuf>,
    pub(crate) folder: PathBuf,
}

/// What `search` was asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Search {
    pub(crate) query: String,
    pub(crate) kind: Option<Kind>,
    pub(crate) limit: u32,
    pub(crate) folder: PathBuf,
    pub(crate) model: Model,
    pub(crate) explain: bool,
    pub(crate) json: bool,
}

/// What is wrong with the words typed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Unknown(String),
    Missing(&'static str),
    Kind(String),
    Number(String),
    /// In the words of the argument parser.
    Other(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(word) => write!(f, "unknown: {word} / 不认识：{word}"),
            Self::Missing(what) => write!(f, "{what} is missing / 缺少 {what}"),
            Self::Kind(word) => write!(f, "no such kind: {word} / 没有这种类别：{word}"),
            Self::Number(word) => write!(f, "not a number: {word} / 不是数字：{word}"),
            Self::Other(words) => f.write_str(words),
        }
    }
}

impl From<lexopt::Error> for Fault {
    fn from(error: lexopt::Error) -> Self {
        Self::Other(error.to_string())
    }
}

/// Options as typed, before they are given a meaning.
#[derive(Default)]
struct Typed {
    words: Vec<String>,
    kind: Option<Kind>,
    limit: Option<u32>,
    knowledge: Option<PathBuf>,
    entries: Option<usize>,
    corpus: Option<PathBuf>,
    out: Option<PathBuf>,
    desk: Option<PathBuf>,
    by: Option<String>,
    model: Model,
    sound: bool,
    explain: bool,
    json: bool,
}

pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Command, Fault> {
    let mut parser = lexopt::Parser::from_iter(args);
    let mut typed = Typed::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("json") => typed.json = true,
            Long("explain") => typed.explain = true,
            Long("sound") => typed.sound = true,
            Long("knowledge") => typed.knowledge = Some(parser.value()?.into()),
            Long("kind") => {
                let word = parser.value()?.string()?;
                typed.kind = Some(Kind::parse(&word).ok_or(Fault::Kind(word))?);
            }
            Long("limit") => {
                let word = parser.value()?.string()?;
                typed.limit = Some(word.parse().map_err(|_| Fault::Number(word))?);
            }
            Long("entries") => {
                let word = parser.value()?.string()?;
                let many = word.parse().ok().filter(|many| *many > 0);
                typed.entries = Some(many.ok_or(Fault::Number(word))?);
            }
            Long("model") => {
                let named = parser.value()?;
                typed.model = if named == "none" {
                    Model::Off
                } else {
                    Model::File(named.into())
                };
            }
            Long("out") => typed.out = Some(parser.value()?.into()),
            Long("desk") => typed.desk = Some(parser.value()?.into()),
            Long("by") => typed.by = Some(parser.value()?.string()?),
            Long("corpus") => typed.corpus = Some(parser.value()?.into()),
            Value(word) if typed.words.is_empty() && word == "import" => {
                return read_import(&mut parser).map(Command::Import);
            }
            Value(word) if typed.words.is_empty() && word == "export" => {
                return read_export(&mut parser).map(Command::Export);
            }
            Value(word) => typed.words.push(word.string()?),
            other => return Err(Fault::Unknown(format!("{other:?}"))),
        }
    }
    meaning(typed)
}

/// The folder that was named as a word.
fn named(rest: &[String]) -> Option<PathBuf> {
    rest.first().map(PathBuf::from)
}

fn outbox(out: Option<PathBuf>, desk: Option<PathBuf>, folder: PathBuf) -> Result<Command, Fault> {
    let out = out.ok_or(Fault::Missing("--out FILE"))?;
    Ok(Command::Outbox(Outbox { out, desk, folder }))
}

fn meaning(typed: Typed) -> Result<Command, Fault> {
    let Typed {
        words,
        knowledge,
        model,
        json,
        ..
    } = typed;
    let mut words = words.into_iter();
    let Some(command) = words.next() else {
        return Ok(Command::Help);
    };
    let rest: Vec<String> = words.collect();
    let shipped = || PathBuf::from("knowledge");
    match command.as_str() {
        "help" => Ok(Command::Help),
        "check" => Ok(Command::Check {
            folder: named(&rest).or(knowledge).unwrap_or_else(shipped),
            model,
            sound: typed.sound,
            json,
        }),
        "stamp" => Ok(Command::Stamp {
            folder: named(&rest).or(knowledge).unwrap_or_else(shipped),
        }),
        "sync" => sync(&rest, typed.by, json),
        "eval" => Ok(Command::Eval {
            folder: named(&rest).ok_or(Fault::Missing("DIR"))?,
            knowledge,
            model,
            json,
        }),
        "bench" => Ok(Command::Bench {
            entries: typed.entries.unwrap_or(10_000),
            corpus: typed.corpus,
            knowledge,
            json,
        }),
        "outbox" => outbox(typed.out, typed.desk, knowledge.unwrap_or_else(shipped)),
        "show" => Ok(Command::Show {
            id: rest.into_iter().next().ok_or(Fault::Missing("ID"))?,
            folder: knowledge.unwrap_or_else(shipped),
            json,
        }),
        "measure-import" => Ok(Command::MeasureImport),
        "measure-accepting" => Ok(Command::MeasureAccepting {
            file: named(&rest).ok_or(Fault::Missing("FILE"))?,
        }),
        "search" if rest.is_empty() => Err(Fault::Missing("QUERY")),
        "search" => Ok(Command::Search(Search {
            query: rest.join(" "),
            kind: typed.kind,
            limit: typed.limit.unwrap_or(10),
            folder: knowledge.unwrap_or_else(shipped),
            model,
            explain: typed.explain,
            json,
        })),
        _ => Err(Fault::Unknown(command)),
    }
}

fn sync(rest: &[String], by: Option<String>, json: bool) -> Result<Command, Fault> {
    Ok(Command::Sync {
        folder: named(rest).ok_or(Fault::Missing("WORKSPACE"))?,
        remote: rest.get(1).cloned().ok_or(Fault::Missing("REMOTE"))?,
        by,
        json,
    })
}

#[cfg(test)]
mod tests {
    use super::{Command, Fault, read};
    use std::path::PathBuf;
    use yingda_app::contract::Kind;

    fn typed(line: &str) -> Result<Command, Fault> {
        read(
            std::iter::once("yingda-cli")
                .chain(line.split(' '))
                .map(Into::into),
        )
    }

    #[test]
    fn a_search_is_read_with_its_options() {
        let Ok(Command::Search(search)) = typed("search 卡丢了 --kind script --limit 3 --json")
        else {
            panic!()
        };
        assert_eq!(
            (search.query.as_str(), search.kind),
            ("卡丢了", Some(Kind::Script))
        );
        assert_eq!((search.limit, search.json), (3, true));
        assert_eq!(search.folder, PathBuf::from("knowledge"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(typed("search"), Err(Fault::Missing("QUERY")));
        assert_eq!(
            typed("search 卡 --kind letter"),
            Err(Fault::Kind("letter".to_owned()))
        );
        assert_eq!(
            typed("search 卡 --limit many"),
            Err(Fault::Number("many".to_owned()))
        );
        assert_eq!(typed("fly"), Err(Fault::Unknown("fly".to_owned())));
    }

    #[test]
    fn eval_needs_a_folder_and_may_name_a_library() {
        assert_eq!(typed("eval --json"), Err(Fault::Missing("DIR")));
        assert_eq!(
            typed("eval there --knowledge bank --json"),
            Ok(Command::Eval {
                model: super::Model::Usual,
                folder: "there".into(),
                knowledge: Some("bank".into()),
                json: true
            })
        );
    }

    #[test]
    fn bench_measures_ten_thousand_entries_unless_told_how_many() {
        let bench = |entries, corpus: Option<&str>| {
            Ok(Command::Bench {
                entries,
                corpus: corpus.map(PathBuf::from),
                knowledge: None,
                json: false,
            })
        };
        assert_eq!(typed("bench"), bench(10_000, None));
        assert_eq!(
            typed("bench --entries 5 --corpus bank.tsv.zst"),
            bench(5, Some("bank.tsv.zst"))
        );
        assert_eq!(
            typed("bench --entries 0"),
            Err(Fault::Number("0".to_owned()))
        );
    }

    #[test]
    fn an_outbox_needs_a_file_to_be_written() {
        assert_eq!(typed("outbox"), Err(Fault::Missing("--out FILE")));
        let Ok(Command::Outbox(outbox)) = typed("outbox --out there.jsonl") else {
            panic!()
        };
        assert_eq!((outbox.out, outbox.desk), ("there.jsonl".into(), None));
    }

    #[test]
    fn sync_takes_a_workspace_and_where_colleagues_are_met() {
        assert_eq!(typed("sync here"), Err(Fault::Missing("REMOTE")));
        assert_eq!(
            typed("sync here ssh://git@bank/x --by 甲"),
            Ok(Command::Sync {
                folder: "here".into(),
                remote: "ssh://git@bank/x".to_owned(),
                by: Some("甲".to_owned()),
                json: false
            })
        );
    }

    #[test]
    fn check_takes_a_folder() {
        assert_eq!(
            typed("check there"),
            Ok(Command::Check {
                model: super::Model::Usual,
                sound: false,
                folder: "there".into(),
                json: false
            })
        );
    }
}
