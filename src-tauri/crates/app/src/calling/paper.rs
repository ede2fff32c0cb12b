//! A call as text. 仅内部 has no way into it, what was filled in stays out, and notes lose the customer's numbers.
//!
//! In Chinese whatever the language of the screen: it goes into the bank's own systems, to colleagues.

use super::moment;
use crate::contract::{CallNotes, CallPaper, CallText, CallTextRequest, FlowDone, ShownEntry};
use crate::filling::ADDRESS;
use crate::snapshot::Snapshot;
use std::collections::HashSet;
use std::fmt::Write;
use time::Duration;
use yingda_content::BeijingTime;
use yingda_content::document::{Block, Inline};
use yingda_content::plain::{Filling, filled};
use yingda_desk::customer_numbers::hide;

/// What was said and what was not, of what was used.
#[derive(Default)]
struct Musts {
    said: Vec<String>,
    missed: Vec<String>,
}

/// Writes a call up.
pub(super) fn write(request: &CallTextRequest, snapshot: &Snapshot, now: BeijingTime) -> CallText {
    let call = &request.call;
    let musts = musts(call, snapshot);
    let notes = hide(call.notes.trim());
    let mut text = head(request, now);
    match request.paper {
        CallPaper::Summary => shown_with_times(&mut text, call, now),
        CallPaper::Handover => wanted(&mut text, call),
    }
    let flows: Vec<String> = call.flows.iter().map(flow).collect();
    list(&mut text, "流程", &flows);
    list(&mut text, "已告知客户", &musts.said);
    list(&mut text, "尚未告知", &musts.missed);
    if !notes.is_empty() {
        line(&mut text, &format!("备注：{notes}"));
    }
    CallText {
        text: text.trim_end().to_owned(),
        hidden: notes != call.notes.trim(),
        missed: u32::try_from(musts.missed.len()).unwrap_or(u32::MAX),
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn head(request: &CallTextRequest, now: BeijingTime) -> String {
    let started = moment(request.call.started, now);
    let ended = request.call.ended.map_or(now, |ended| moment(ended, now));
    let name = match request.paper {
        CallPaper::Summary => "通话小结",
        CallPaper::Handover => "转接交接",
    };
    let date = crate::standing::day(started.date());
    let took = took(ended.reading() - started.reading());
    format!(
        "【{name}】{date} {}—{}（{took}）\n",
        clock(started),
        clock(ended)
    )
}

fn clock(at: BeijingTime) -> String {
    let time = at.reading().time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn took(duration: Duration) -> String {
    let seconds = duration.whole_seconds().max(0);
    match seconds / 60 {
        0 => format!("{seconds} 秒"),
        minutes => format!("{minutes} 分 {:02} 秒", seconds % 60),
    }
}

fn shown_with_times(text: &mut String, call: &CallNotes, now: BeijingTime) {
    if call.shown.is_empty() {
        return;
    }
    line(text, "使用的条目：");
    for one in &call.shown {
        let copied = if one.copied { "，已复制" } else { "" };
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "- {} {}{copied}",
            clock(moment(one.at, now)),
            one.title
        );
    }
}

/// Which steps of a flow were taken, and what was left out in them.
fn flow(flow: &FlowDone) -> String {
    let steps = flow.steps.join(" → ");
    let missed = match flow.missed.as_slice() {
        [] => String::new(),
        missed => format!("，未完成：{}", missed.join("、")),
    };
    format!(
        "{}：{steps}（必做 {}/{}{missed}）",
        flow.title, flow.done, flow.all
    )
}

/// What the customer called about, as far as what was looked at tells.
fn wanted(text: &mut String, call: &CallNotes) {
    let titles: Vec<&str> = call.shown.iter().map(|one| one.title.as_str()).collect();
    if !titles.is_empty() {
        line(text, &format!("客户来办：{}", titles.join("、")));
    }
}

fn list(text: &mut String, name: &str, lines: &[String]) {
    if !lines.is_empty() {
        line(text, &format!("{name}："));
        for one in lines {
            line(text, &format!("- {one}"));
        }
    }
}

/// The 必须说 of entries that were copied or of which one was ticked; a card that was only looked at owes nothing.
fn musts(call: &CallNotes, snapshot: &Snapshot) -> Musts {
    let mut musts = Musts::default();
    let ticked: HashSet<(&str, u32)> = call
        .ticked
        .iter()
        .map(|one| (one.id.as_str(), one.must))
        .collect();
    for one in &call.shown {
        let was_used = one.copied || call.ticked.iter().any(|tick| tick.id == one.id);
        if was_used {
            musts_of(one, &ticked, snapshot, &mut musts);
        }
    }
    musts
}

fn musts_of(
    one: &ShownEntry,
    ticked: &HashSet<(&str, u32)>,
    snapshot: &Snapshot,
    musts: &mut Musts,
) {
    let count = ticked.iter().filter(|(id, _)| *id == one.id).count();
    // Which sentence was ticked is known by its place, so the text has to be the one that was shown.
    let Some(entry) = snapshot
        .entry(&one.id)
        .filter(|entry| entry.digest == one.version)
    else {
        if count > 0 {
            let said = format!("「{}」的必须说 {count} 句（条目此后有更新）", one.title);
            musts.said.push(said);
        }
        return;
    };
    for (number, sentence) in (0..).zip(&entry.card.must) {
        let text = told(sentence);
        if ticked.contains(&(one.id.as_str(), number)) {
            musts.said.push(text);
        } else {
            musts.missed.push(text);
        }
    }
}

/// A sentence as it was said to this customer: addressed as 您, its other blanks as 【name】.
fn told(sentence: &[Inline]) -> String {
    let children = sentence.to_vec();
    filled(&[Block::Paragraph { children }], &|name| match name {
        ADDRESS => Filling::Address,
        _ => Filling::Visible,
    })
}
