//! An entry as a page of plain text, for where there is no screen.

use crate::contract::EntryView;
use std::collections::BTreeMap;
use yingda_content::document::Inline;
use yingda_content::plain::{spoken, spoken_sentence};
use yingda_search::Segment;

/// The page: title and standing (a stable word), the four parts, sections, steps.
#[must_use]
pub fn page(entry: &EntryView) -> String {
    let none = BTreeMap::new();
    let sentence = |inlines: &[Inline]| spoken_sentence(inlines, &none);
    let mut page = vec![format!(
        "{}（{}，{}）",
        entry.title,
        entry.id,
        entry.standing.word()
    )];
    let mut part = |name: &str, lines: Vec<String>| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            page.push(format!("\n{name}\n{}", lines.join("\n")));
        }
    };
    part("可直接说", vec![spoken(&entry.card.say, &none)]);
    part(
        "必须说",
        entry
            .card
            .must
            .iter()
            .map(|s| format!("· {}", sentence(s)))
            .collect(),
    );
    let never = entry.card.never.iter().map(|pair| {
        let instead = pair
            .instead
            .as_deref()
            .map(|i| format!(" → {}", sentence(i)))
            .unwrap_or_default();
        format!("× {}{instead}", sentence(&pair.phrase))
    });
    part("不能说", never.collect());
    part("仅内部", vec![spoken(&entry.card.internal, &none)]);
    for section in &entry.sections {
        part(
            &joined(&section.title),
            vec![spoken(&section.blocks, &none)],
        );
    }
    for step in &entry.steps {
        let checks = step
            .checks
            .iter()
            .map(|check| format!("□ {}", sentence(check)));
        let branches = step
            .branches
            .iter()
            .map(|branch| format!("→ {}", sentence(&branch.when)));
        let lines = std::iter::once(spoken(&step.blocks, &none))
            .chain(checks)
            .chain(branches);
        part(&joined(&step.title), lines.collect());
    }
    page.join("\n")
}

fn joined(segments: &[Segment]) -> String {
    segments
        .iter()
        .map(|segment| segment.text.as_str())
        .collect()
}
