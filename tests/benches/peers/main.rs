//! Yingda beside what a team would otherwise take: `SQLite` FTS5 and plain tantivy, on the same texts and queries.
//!
//! `cargo xtask bench peers`, with `--data DIR` for a folder of `corpus.tsv`, `queries.tsv` and `qrels.tsv` (relative to
//! the project's folder); without it the judged queries of `knowledge/`, those marked `hard` left out. Everything lies in
//! memory and runs on one thread after the other.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

mod bare_tantivy;
mod data;
mod sqlite;
mod words;
mod yingda;

use data::Data;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use yingda_app::evaluation::Tally;
use yingda_app::timings::Timings;

/// How often a word counts in a question for once in an answer, in the three searches that leave this to their builder.
/// Of 1, 2, 3, 5 and 8, tried on three sets, it gives them the most first hits on the whole; without it (1) they lose up
/// to 0.17 of P@1.
const QUESTION: f32 = 5.0;

/// Hits that are looked at.
const LOOKED_AT: usize = 10;

/// A search over the documents it was built of.
trait Peer {
    /// Positions of the best documents, at most `limit`.
    fn search(&self, query: &str, limit: usize) -> Vec<usize>;
}

/// How a peer is built, from the texts in memory to the first search; `None` where something it needs is missing.
type Build = fn(&Data) -> Option<Box<dyn Peer>>;

const PEERS: [(&str, Build); 5] = [
    ("SQLite FTS5, trigrams", |data| Some(sqlite::trigrams(data))),
    ("SQLite FTS5, jieba words", |data| Some(sqlite::words(data))),
    ("tantivy, jieba words", |data| {
        Some(bare_tantivy::words(data))
    }),
    ("Yingda, words", |data| Some(yingda::by_words(data))),
    ("Yingda, words and meaning", yingda::by_meaning),
];

fn main() {
    let data = match folder() {
        Some(folder) => Data::judged_set(&folder),
        None => Data::shipped(),
    };
    println!(
        "{} documents, {} queries ({})\n",
        data.documents.len(),
        data.queries.len(),
        data.name
    );
    println!("| search | P@1 | MRR@10 | R@10 | query p50 | query p99 | index |");
    println!("|---|---|---|---|---|---|---|");
    for (name, build) in PEERS {
        println!("{}", row(name, build, &data));
    }
}

/// What `--data` names. Cargo runs this in the folder of the tests, a person calls it in the project's.
fn folder() -> Option<PathBuf> {
    let mut arguments = std::env::args_os().skip_while(|argument| argument != "--data");
    let named = arguments.nth(1)?;
    Some(data::project().join(Path::new(&named)))
}

/// Builds a peer, runs all queries, and writes its row of the table.
fn row(name: &str, build: Build, data: &Data) -> String {
    let started = Instant::now();
    let Some(peer) = build(data) else {
        return format!("| {name} | – | – | – | – | – | – |");
    };
    let built = started.elapsed();
    let mut tally = Tally::default();
    let mut timings = Timings::default();
    for query in &data.queries {
        // Its own document may be among them, and is left out.
        let limit = LOOKED_AT + usize::from(query.itself.is_some());
        let started = Instant::now();
        let mut hits = peer.search(&query.text, limit);
        timings.add(started.elapsed());
        hits.retain(|hit| Some(*hit) != query.itself);
        hits.truncate(LOOKED_AT);
        tally.count(&hits, &query.answers);
    }
    format!(
        "| {name} | {:.3} | {:.3} | {:.3} | {} | {} | {:.2} s |",
        tally.p_at_1(),
        tally.mrr(),
        tally.recall(),
        ms(timings.at(50)),
        ms(timings.at(99)),
        built.as_secs_f64()
    )
}

fn ms(took: Duration) -> String {
    format!("{:.2} ms", took.as_secs_f64() * 1000.0)
}
