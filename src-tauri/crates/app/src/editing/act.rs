//! What an edit was, in plain words: the message it is kept under.

use yingda_content::entry::{Entry, Status};
use yingda_content::fault::Part;
use yingda_content::problem::Language;
use yingda_content::{read_entry, sheet};

use super::sections;

/// Parts named in one message; more are counted.
const NAMED: usize = 4;

/// 「修改：银行卡挂失（可直接说、别名）」.
pub(super) fn of_edit(before: &str, after: &str, file: &str, language: Language) -> String {
    let (old, new) = (
        read_entry(file, before).entry,
        read_entry(file, after).entry,
    );
    let title = new
        .as_ref()
        .or(old.as_ref())
        .map_or(file, |entry| entry.title.as_str());
    let changed = match (&old, &new) {
        (Some(old), Some(new)) => parts(old, new, before, after, language),
        _ => Vec::new(),
    };
    let what = named(&changed, language);
    match language {
        Language::Chinese => format!("修改：{title}{what}"),
        Language::English => format!("Edit: {title}{what}"),
    }
}

/// 「新建：银行卡挂失」.
pub(super) fn of_creation(title: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("新建：{title}"),
        Language::English => format!("New: {title}"),
    }
}

/// 「删除草稿：银行卡挂失」.
pub(super) fn of_deletion(title: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("删除草稿：{title}"),
        Language::English => format!("Delete the draft: {title}"),
    }
}

fn named(changed: &[&str], language: Language) -> String {
    if changed.is_empty() {
        return String::new();
    }
    let first: Vec<&str> = changed.iter().copied().take(NAMED).collect();
    match (language, changed.len() > NAMED) {
        (Language::Chinese, false) => format!("（{}）", first.join("、")),
        (Language::Chinese, true) => format!("（{}等 {} 处）", first.join("、"), changed.len()),
        (Language::English, false) => format!(" ({})", first.join(", ")),
        (Language::English, true) => {
            format!(" ({} and {} more)", first.join(", "), changed.len() - NAMED)
        }
    }
}

fn parts(
    old: &Entry,
    new: &Entry,
    before: &str,
    after: &str,
    language: Language,
) -> Vec<&'static str> {
    let (before, after) = (sheet::body(before), sheet::body(after));
    let text = |body: Option<&str>, part| {
        let text = sections::text_of(body.unwrap_or_default(), part);
        text.unwrap_or_default().to_owned()
    };
    let in_parts = Part::ALL
        .into_iter()
        .filter(|part| text(before, *part) != text(after, *part))
        .map(Part::heading);
    let mut changed: Vec<&'static str> = in_parts.collect();
    let other_text = changed.is_empty() && before != after;
    // That the approval is gone follows from the rest.
    let reopened = old.status.claims_approval() && new.status == Status::InReview;
    let keys: [(bool, &str, &str); 12] = [
        (other_text, "正文", "text"),
        (old.title != new.title, "标题", "title"),
        (old.kind != new.kind, "类别", "kind"),
        (old.aliases != new.aliases, "别名", "aliases"),
        (old.tags != new.tags, "标签", "tags"),
        (old.valid != new.valid, "有效期", "validity"),
        (old.review_by != new.review_by, "复核日期", "review date"),
        (old.fields != new.fields, "填空", "fields"),
        (
            old.scope != new.scope || old.channel != new.channel,
            "适用范围",
            "scope",
        ),
        (old.owner != new.owner, "负责部门", "owner"),
        (old.status != new.status && !reopened, "状态", "status"),
        (others(old) != others(new), "其他属性", "other values"),
    ];
    changed.extend(
        keys.into_iter()
            .filter(|(differs, ..)| *differs)
            .map(|(_, zh, en)| match language {
                Language::Chinese => zh,
                Language::English => en,
            }),
    );
    changed
}

/// The values that have no name of their own in a message.
fn others(entry: &Entry) -> impl PartialEq + '_ {
    (
        (
            &entry.not_for,
            &entry.product,
            &entry.stage,
            &entry.related,
            entry.must_read,
        ),
        (
            entry.pin,
            &entry.superseded_by,
            &entry.source,
            &entry.id,
            &entry.approvals,
        ),
    )
}
