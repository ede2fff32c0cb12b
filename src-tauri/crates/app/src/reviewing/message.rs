//! What was done, in plain words: the message an act is kept under.

use yingda_content::Language;
use yingda_workspace::review::Deed;

/// Titles named in one message; more are counted.
const NAMED: usize = 3;

/// The message of a deed with the entries of these titles.
pub(super) fn of(deed: &Deed, titles: &[String], language: Language) -> String {
    let (verb, more) = match language {
        Language::Chinese => chinese(deed),
        Language::English => english(deed),
    };
    let which = which(titles, language);
    match (language, more) {
        (Language::Chinese, None) => format!("{verb}：{which}"),
        (Language::Chinese, Some(more)) => format!("{verb}：{which}（{more}）"),
        (Language::English, None) => format!("{verb}: {which}"),
        (Language::English, Some(more)) => format!("{verb}: {which} ({more})"),
    }
}

/// The message of taking an act back.
pub(super) fn undone(message: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("撤销「{message}」"),
        Language::English => format!("Undo “{message}”"),
    }
}

fn which(titles: &[String], language: Language) -> String {
    let first: Vec<&str> = titles.iter().map(String::as_str).take(NAMED).collect();
    let more = titles.len() > NAMED;
    match (language, more) {
        (Language::Chinese, false) => first.join("、"),
        (Language::English, false) => first.join(", "),
        (Language::Chinese, true) => format!("{}等 {} 条", first.join("、"), titles.len()),
        (Language::English, true) => {
            format!("{} and {} more", first.join(", "), titles.len() - NAMED)
        }
    }
}

fn chinese(deed: &Deed) -> (&'static str, Option<String>) {
    match deed {
        Deed::Submit => ("送审", None),
        Deed::TakeBack => ("收回送审", None),
        Deed::Approve { role, .. } => ("批准", Some(role.trim().to_owned())),
        Deed::Return { .. } => ("退回", None),
        Deed::MarkMinor => ("标为小改", None),
        Deed::ConfirmMinor => ("确认小改", None),
        Deed::Withdraw { reason, .. } => ("撤回", Some(reason.trim().to_owned())),
        Deed::Retire { .. } => ("停用", None),
        Deed::Redraft => ("重新起草", None),
        Deed::Restore { .. } => ("恢复旧版", None),
        Deed::Comment { .. } => ("提意见", None),
        Deed::Answer { .. } => ("答复意见", None),
        Deed::Resolve { .. } => ("了结意见", None),
        Deed::Reopen { .. } => ("重开意见", None),
        Deed::ReviewBy(day) => ("改复核日期", day.map(crate::standing::day)),
        Deed::Owner(owner) => ("改负责部门", owner.clone()),
        Deed::Tags { add, remove } => ("改标签", Some(tags(add, remove))),
    }
}

fn english(deed: &Deed) -> (&'static str, Option<String>) {
    match deed {
        Deed::Submit => ("Submit", None),
        Deed::TakeBack => ("Take back", None),
        Deed::Approve { role, .. } => ("Approve", Some(role.trim().to_owned())),
        Deed::Return { .. } => ("Return", None),
        Deed::MarkMinor => ("Mark as minor", None),
        Deed::ConfirmMinor => ("Confirm as minor", None),
        Deed::Withdraw { reason, .. } => ("Withdraw", Some(reason.trim().to_owned())),
        Deed::Retire { .. } => ("Retire", None),
        Deed::Redraft => ("Draft anew", None),
        Deed::Restore { .. } => ("Restore", None),
        Deed::Comment { .. } => ("Remark", None),
        Deed::Answer { .. } => ("Answer", None),
        Deed::Resolve { .. } => ("Settle", None),
        Deed::Reopen { .. } => ("Open again", None),
        Deed::ReviewBy(day) => ("Review date", day.map(crate::standing::day)),
        Deed::Owner(owner) => ("Owner", owner.clone()),
        Deed::Tags { add, remove } => ("Tags", Some(tags(add, remove))),
    }
}

fn tags(add: &[String], remove: &[String]) -> String {
    let signed = |sign: &'static str| move |tag: &String| format!("{sign}{tag}");
    let all = add
        .iter()
        .map(signed("+"))
        .chain(remove.iter().map(signed("−")));
    all.collect::<Vec<_>>().join(" ")
}
