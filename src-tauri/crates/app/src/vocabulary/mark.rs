//! 基准: the run that later ones are compared with.
//!
//! Kept as one file inside the workspace's `.git` folder: it belongs to this working copy, is never a version of its own,
//! never travels to colleagues, and goes when the folder goes.

use super::bench::Ran;
use crate::contract::BenchMark;
use crate::kept_file;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use yingda_content::BeijingTime;
use yingda_content::sheet::day;

const FILE: &str = "bench.tsv";
const FIRST: &str = "# yingda bench 1";

/// A marked run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Mark {
    day: String,
    /// The place of the first expected entry, from 0, by query and class.
    ranks: BTreeMap<(String, String), Option<usize>>,
}

impl Mark {
    pub(super) fn of(ran: &[Ran], now: BeijingTime) -> Self {
        let rank = |ran: &Ran| {
            let class = ran.judged.class.as_str().to_owned();
            ((ran.judged.query.clone(), class), ran.rank)
        };
        Self {
            day: day(now.date()),
            ranks: ran.iter().map(rank).collect(),
        }
    }

    /// Where a query stood; `None` when it was not judged then.
    pub(super) fn rank(&self, ran: &Ran) -> Option<Option<usize>> {
        let class = ran.judged.class.as_str().to_owned();
        self.ranks.get(&(ran.judged.query.clone(), class)).copied()
    }

    pub(super) fn view(&self) -> BenchMark {
        BenchMark {
            day: self.day.clone(),
            queries: super::place::number(self.ranks.len()),
        }
    }

    /// The mark of a workspace; a file that is damaged counts as none.
    pub(super) fn read(root: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(folder(root).join(FILE)).ok()?;
        let mut lines = text.lines();
        let day = lines.next()?.strip_prefix(FIRST)?.trim().to_owned();
        let mut ranks = BTreeMap::new();
        for line in lines {
            let mut columns = line.split('\t');
            let (query, class) = (columns.next()?.to_owned(), columns.next()?.to_owned());
            let rank = match columns.next()? {
                "-" => None,
                rank => Some(rank.parse().ok()?),
            };
            ranks.insert((query, class), rank);
        }
        Some(Self { day, ranks })
    }

    pub(super) fn keep(&self, root: &Path) -> io::Result<()> {
        let lines = self.ranks.iter().map(|((query, class), rank)| {
            let rank = rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
            format!("{query}\t{class}\t{rank}\n")
        });
        let text = format!("{FIRST} {}\n{}", self.day, lines.collect::<String>());
        kept_file::replace(&folder(root), FILE, text.as_bytes())
    }
}

fn folder(root: &Path) -> PathBuf {
    root.join(".git").join("yingda")
}
