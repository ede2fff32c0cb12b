//! `yingda-cli eval`.

use crate::arguments::Model;
use crate::{print, start};
use serde::Serialize;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use yingda_app::{Evaluation, evaluate};

/// The stable JSON of `eval`.
#[derive(Serialize)]
struct Figures {
    p_at_1: f64,
    mrr_at_10: f64,
    recall_at_10: f64,
    query_p50_us: u64,
    query_p99_us: u64,
    queries: usize,
}

pub(crate) fn run(
    folder: &Path,
    knowledge: Option<&Path>,
    model: &Model,
    json: bool,
) -> io::Result<ExitCode> {
    let encoder = start::encoder(model)?;
    let by_meaning = encoder.is_some();
    let words = start::words(knowledge)?;
    let evaluation = evaluate(folder, words.as_deref(), encoder).map_err(io::Error::other)?;
    if json {
        return print::json(&figures(&evaluation));
    }
    print::text(&page(&evaluation, words.as_deref(), by_meaning))
}

fn figures(evaluation: &Evaluation) -> Figures {
    Figures {
        p_at_1: evaluation.p_at_1,
        mrr_at_10: evaluation.mrr_at_10,
        recall_at_10: evaluation.recall_at_10,
        query_p50_us: evaluation.timings.at_us(50),
        query_p99_us: evaluation.timings.at_us(99),
        queries: evaluation.queries,
    }
}

fn page(evaluation: &Evaluation, words: Option<&Path>, by_meaning: bool) -> String {
    let words = words.map_or_else(
        || "none / 无".to_owned(),
        |folder| folder.display().to_string(),
    );
    let (p50, p99) = (evaluation.timings.at_us(50), evaluation.timings.at_us(99));
    let mut page = vec![
        format!("entries / 条目     {}", evaluation.entries),
        format!("queries / 问句     {}", evaluation.queries),
        format!("words of / 词表    {words}"),
        format!(
            "by / 依据          {}",
            if by_meaning {
                "words and meaning / 字词与语义"
            } else {
                "words / 字词"
            }
        ),
        format!("P@1                {:.3}", evaluation.p_at_1),
        format!("MRR@10             {:.3}", evaluation.mrr_at_10),
        format!("Recall@10          {:.3}", evaluation.recall_at_10),
        format!("a query / 一次查找 p50 {p50} µs  p99 {p99} µs"),
    ];
    if evaluation.unjudged > 0 {
        page.push(format!(
            "{} queries without a judgement were not run / {} 个问句没有判定，没有运行",
            evaluation.unjudged, evaluation.unjudged
        ));
    }
    if evaluation.too_long > 0 {
        page.push(format!(
            "{} queries are too long and count as finding nothing / {} 个问句太长，算作没有找到",
            evaluation.too_long, evaluation.too_long
        ));
    }
    page.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{figures, page};
    use yingda_app::Evaluation;

    #[test]
    fn the_json_has_the_six_figures_and_nothing_else() {
        let json = serde_json::to_value(figures(&Evaluation::default())).unwrap();
        let mut fields: Vec<&String> = json.as_object().unwrap().keys().collect();
        fields.sort_unstable();
        assert_eq!(
            fields,
            [
                "mrr_at_10",
                "p_at_1",
                "queries",
                "query_p50_us",
                "query_p99_us",
                "recall_at_10"
            ]
        );
    }

    #[test]
    fn the_page_says_what_was_not_run_only_where_something_was_not() {
        let mut evaluation = Evaluation::default();
        assert!(!page(&evaluation, None, false).contains("were not run"));
        evaluation.unjudged = 2;
        assert!(
            page(&evaluation, None, false).contains("2 queries without a judgement were not run")
        );
    }
}
