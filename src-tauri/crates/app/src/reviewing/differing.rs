//! Differences in the words of the screen.

use crate::contract::{ChangedLine, ChangedPart, DifferenceView, Segment};
use yingda_content::Language;
use yingda_text::Lexicon;
use yingda_workspace::{LineChange, PartChange, PartName, Piece, difference};

/// What differs between two texts, without the keys that only say how far the review is.
pub(crate) fn view(old: &str, new: &str, lexicon: &Lexicon, language: Language) -> DifferenceView {
    let mut view = DifferenceView::default();
    let told = |part: &PartChange| {
        let life = |key: &String| key == "status" || key == "approvals";
        !part.is_same() && !matches!(&part.part, PartName::Key(key) if life(key))
    };
    for part in difference(old, new, lexicon).into_iter().filter(told) {
        let changed = part.lines.iter().filter(|line| !line.is_same());
        let lines: Vec<ChangedLine> = changed.map(line).filter(says_something).collect();
        if lines.is_empty() {
            continue;
        }
        view.removed += count(lines.iter().filter(|line| line.old.is_some()).count());
        view.added += count(lines.iter().filter(|line| line.new.is_some()).count());
        let name = name(&part.part, language);
        view.parts.push(ChangedPart { name, lines });
    }
    view
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// An empty line that came or went is nothing to look at.
fn says_something(line: &ChangedLine) -> bool {
    let text = |side: &Option<Vec<Segment>>| {
        let pieces = side.iter().flatten();
        pieces.map(|piece| piece.text.trim()).collect::<String>()
    };
    text(&line.old) != text(&line.new)
}

fn line(change: &LineChange) -> ChangedLine {
    let side = |side: &Option<Vec<Piece>>| side.as_ref().map(|pieces| segments(pieces));
    ChangedLine {
        old: side(&change.old),
        new: side(&change.new),
    }
}

/// The last piece holds the line end, which is not shown.
fn segments(pieces: &[Piece]) -> Vec<Segment> {
    let segment = |piece: &Piece| Segment {
        text: piece.text.trim_end_matches(['\r', '\n']).to_owned(),
        hit: piece.changed,
    };
    let segments = pieces.iter().map(segment);
    segments.filter(|one| !one.text.is_empty()).collect()
}

fn name(part: &PartName, language: Language) -> String {
    let chinese = language == Language::Chinese;
    match part {
        PartName::Say => "可直接说".to_owned(),
        PartName::Must => "必须说".to_owned(),
        PartName::Never => "不能说".to_owned(),
        PartName::Internal => "仅内部".to_owned(),
        PartName::Section(heading) => heading.clone(),
        PartName::Rest if chinese => "其他".to_owned(),
        PartName::Rest => "other".to_owned(),
        PartName::Key(key) if chinese => key_name(key).map_or_else(|| key.clone(), str::to_owned),
        PartName::Key(key) => key.clone(),
    }
}

fn key_name(key: &str) -> Option<&'static str> {
    Some(match key {
        "id" => "编号",
        "kind" => "类别",
        "title" => "标题",
        "aliases" => "别名",
        "not_for" => "不适用的说法",
        "tags" => "标签",
        "product" => "产品",
        "stage" => "环节",
        "channel" => "渠道",
        "scope" => "适用范围",
        "related" => "相关条目",
        "owner" => "负责部门",
        "must_read" => "必读",
        "pin" => "置顶权重",
        "fields" => "填空",
        "valid" => "有效期",
        "review_by" => "复核日期",
        "superseded_by" => "替代条目",
        "source" => "来源",
        _ => return None,
    })
}
