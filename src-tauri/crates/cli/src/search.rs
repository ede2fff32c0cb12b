//! `yingda-cli search`.

use crate::arguments::Search;
use crate::{print, start};
use serde::Serialize;
use std::io;
use std::process::ExitCode;
use std::time::Instant;
use yingda_app::contract::{Hit, SearchRequest, Segment, StandingView, Why};

/// The stable JSON of `search`.
#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    took_us: u64,
    relaxed: &'a [String],
    hits: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    kind: &'static str,
    title: String,
    why: Vec<Why>,
    validity: &'static str,
    score: f32,
}

pub(crate) fn run(search: &Search) -> io::Result<ExitCode> {
    let snapshot = start::snapshot(&search.folder)?;
    let meaning = start::meaning(&snapshot, &search.folder, &search.model)?;
    let now = start::now();
    let request = SearchRequest {
        text: search.query.clone(),
        kind: search.kind,
        limit: search.limit,
        ..SearchRequest::default()
    };
    let started = Instant::now();
    let answer = yingda_app::search_by(&snapshot, &request, meaning.as_ref(), now)
        .map_err(io::Error::other)?;
    let took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    if search.json {
        let hits = answer.hits.iter().map(line).collect();
        return print::json(&Answer {
            query: &search.query,
            took_us,
            relaxed: &answer.relaxed,
            hits,
        });
    }
    let mut page: Vec<String> = answer.hits.iter().map(readable).collect();
    if !answer.relaxed.is_empty() {
        page.insert(
            0,
            format!("没有完全符合的条目，舍去：{}", answer.relaxed.join("、")),
        );
    }
    page.push(format!("{} 条，{:.1} 毫秒", answer.total, to_ms(took_us)));
    if search.explain {
        let explained = yingda_app::explain(&snapshot, &request, meaning.as_ref(), now)
            .map_err(io::Error::other)?;
        for one in explained {
            let points = one
                .points
                .iter()
                .map(|p| format!("{} {:.1}", p.rule, p.points));
            let sum = points.collect::<Vec<_>>().join(" + ");
            page.push(format!("{}: {:.1} = {sum}", one.id, one.score));
        }
    }
    print::text(&page.join("\n"))
}

fn line(hit: &Hit) -> Line {
    Line {
        id: hit.id.clone(),
        kind: hit.kind.as_str(),
        title: plain(&hit.title),
        why: hit.why.clone(),
        validity: hit.standing.word(),
        score: hit.score,
    }
}

fn plain(segments: &[Segment]) -> String {
    segments
        .iter()
        .map(|segment| segment.text.as_str())
        .collect()
}

fn readable(hit: &Hit) -> String {
    let why: Vec<&str> = hit.why.iter().map(|why| reason(*why)).collect();
    let mark = match &hit.standing {
        StandingView::Valid => String::new(),
        StandingView::Ending { days } => format!("  [剩 {days} 天]"),
        StandingView::Expired { .. } => "  [已过期]".to_owned(),
        StandingView::Withdrawn => "  [已撤回]".to_owned(),
        StandingView::NotYet { from } => format!("  [{from} 起生效]"),
        StandingView::Unapproved => "  [待审批]".to_owned(),
    };
    let (title, snippet) = (plain(&hit.title), plain(&hit.snippet));
    format!(
        "{title}  ({})  {}{mark}\n    {snippet}",
        hit.id,
        why.join("、")
    )
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::Title => "标题",
        Why::Alias => "别名",
        Why::Tag => "标签",
        Why::Body => "正文",
        Why::Pinyin => "拼音",
        Why::Initials => "首字母",
        Why::Homophone => "同音",
        Why::Lookalike => "形近",
        Why::Synonym => "近义",
        Why::Semantic => "语义",
    }
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of one search")]
fn to_ms(us: u64) -> f64 {
    us as f64 / 1000.0
}
