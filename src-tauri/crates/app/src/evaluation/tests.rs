//! Small judged sets in a temporary folder.

use super::{Evaluation, evaluate};
use std::fs;
use tempfile::TempDir;

const CORPUS: &str = "a_1\t怎么挂失银行卡\t请拨打客服电话。\n\
    a_2\t转账多久到账\t实时到账。\n\
    a_3\t信用卡年费是多少\n";
const QUERIES: &str = "q1\t银行卡挂失\nq2\t年费多少\n";
const JUDGEMENTS: &str = "q1\ta_1\t1\nq2\ta_3\t1\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn set(corpus: &str, queries: &str, judgements: &str) -> TempDir {
    folder(&[
        ("corpus.tsv", corpus.as_bytes()),
        ("queries.tsv", queries.as_bytes()),
        ("qrels.tsv", judgements.as_bytes()),
    ])
}

fn measured(corpus: &str, queries: &str, judgements: &str) -> Evaluation {
    evaluate(set(corpus, queries, judgements).path(), None, None).unwrap()
}

/// What is said of a set that can't be used, the folder's own name left out.
fn said(folder: &TempDir) -> String {
    let sentence = evaluate(folder.path(), None, None).unwrap_err().to_string();
    let path = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
    sentence.replace(&path, "")
}

#[track_caller]
fn is(share: f64, expected: f64) {
    assert!((share - expected).abs() < 1e-9, "{share}, not {expected}");
}

#[test]
fn queries_that_find_their_question_first_score_one() {
    let evaluation = measured(CORPUS, QUERIES, JUDGEMENTS);
    assert_eq!((evaluation.entries, evaluation.queries), (3, 2));
    is(evaluation.p_at_1, 1.0);
    is(evaluation.mrr_at_10, 1.0);
    is(evaluation.recall_at_10, 1.0);
    assert_eq!(evaluation.timings.len(), 2);
}

#[test]
fn a_query_that_finds_nothing_of_what_answers_it_scores_nothing() {
    let evaluation = measured(CORPUS, "q1\t转账到账\n", "q1\ta_3\t1\n");
    is(evaluation.p_at_1, 0.0);
    is(evaluation.recall_at_10, 0.0);
}

#[test]
fn a_query_that_is_a_question_of_the_corpus_does_not_find_itself() {
    let corpus = format!("{CORPUS}a_4\t银行卡怎么挂失\n");
    let judgements = "a_1\ta_1\t1\na_1\ta_4\t1\n";
    let evaluation = measured(&corpus, "a_1\t怎么挂失银行卡\n", judgements);
    is(evaluation.p_at_1, 1.0);
    is(evaluation.recall_at_10, 1.0);
}

#[test]
fn recall_looks_at_ten_even_where_the_query_itself_is_among_eleven() {
    let same: String = (0..11)
        .map(|number| format!("d{number}\t银行卡挂失\n"))
        .collect();
    let judgements: String = (1..11)
        .map(|number| format!("d0\td{number}\t1\n"))
        .collect();
    let evaluation = measured(&same, "d0\t银行卡挂失\n", &judgements);
    is(evaluation.recall_at_10, 1.0);
}

#[test]
fn what_is_judged_irrelevant_answers_nothing_and_a_query_without_answers_is_not_run() {
    let evaluation = measured(CORPUS, QUERIES, "q1\ta_1\t1\nq2\ta_2\t0\n");
    assert_eq!((evaluation.queries, evaluation.unjudged), (1, 1));
    is(evaluation.p_at_1, 1.0);
}

#[test]
fn a_query_too_long_to_search_for_counts_as_finding_nothing() {
    let queries = format!("q1\t{}\n", "挂失".repeat(2_000));
    let evaluation = measured(CORPUS, &queries, "q1\ta_1\t1\n");
    assert_eq!((evaluation.queries, evaluation.too_long), (1, 1));
    is(evaluation.p_at_1, 0.0);
}

#[test]
fn a_byte_order_mark_windows_line_ends_and_empty_lines_are_taken() {
    let corpus = format!("\u{feff}{}\r\n\r\n", CORPUS.replace('\n', "\r\n"));
    is(measured(&corpus, QUERIES, JUDGEMENTS).p_at_1, 1.0);
}

#[test]
fn a_missing_file_is_named_with_what_belongs_in_it() {
    let there = folder(&[("corpus.tsv", CORPUS.as_bytes())]);
    let sentence = said(&there);
    assert!(
        sentence.starts_with("queries.tsv is not there; write it with one qid⇥text a line"),
        "{sentence}"
    );
}

#[test]
fn a_line_that_can_not_be_used_is_named_with_what_to_do() {
    let wrong = [
        (
            set("a_1\n", QUERIES, JUDGEMENTS),
            "corpus.tsv:1 has 1 column(s); write it as id⇥question⇥answer",
        ),
        (
            set(CORPUS, "q1\t\n", JUDGEMENTS),
            "queries.tsv:1 has an empty text; fill it in",
        ),
        (
            set("a_1\t\t答\n", QUERIES, JUDGEMENTS),
            "corpus.tsv:1 has an empty question; fill it in",
        ),
        (
            set("a_1\t甲\na_1\t乙\n", QUERIES, JUDGEMENTS),
            "corpus.tsv:2 has the id a_1 again",
        ),
        (
            set(CORPUS, QUERIES, "q1\ta_9\t1\n"),
            "qrels.tsv:1 names a_9, which corpus.tsv does not have",
        ),
        (
            set(CORPUS, QUERIES, "q1\ta_1\t1\nq9\ta_1\t1\n"),
            "qrels.tsv:2 names q9, which queries.tsv does not have",
        ),
        (
            set(CORPUS, QUERIES, "q1\ta_1\n"),
            "qrels.tsv:1 has 2 column(s); write it as qid⇥id⇥relevance",
        ),
        (
            set(CORPUS, QUERIES, "q1\ta_1\tyes\n"),
            "qrels.tsv:1 has the relevance “yes”; write 1",
        ),
        (
            set(CORPUS, QUERIES, "q1\ta_1\t0\n"),
            "qrels.tsv judges no query as answered",
        ),
        (
            set(" \n\n", QUERIES, JUDGEMENTS),
            "corpus.tsv has no line; write one id⇥question⇥answer",
        ),
    ];
    for (folder, expected) in &wrong {
        let sentence = said(folder);
        assert!(sentence.starts_with(expected), "{sentence}");
    }
}

#[test]
fn a_line_in_another_encoding_is_named() {
    let there = folder(&[("corpus.tsv", b"a\t\xe6\x8c\x82\nb\t\xb9\xd2\xca\xa7\n")]);
    let sentence = said(&there);
    assert!(
        sentence.starts_with("corpus.tsv:2 is not UTF-8; save the file as UTF-8"),
        "{sentence}"
    );
}
