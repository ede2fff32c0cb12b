//! Lit segments and the sentence around the best hit.

use crate::grams::{Gram, rows};
use serde::Serialize;
use std::ops::Range;
use ts_rs::TS;
use yingda_text::{Folded, atoms, fold};

/// A run of text, lit or not. Joining all segments gives the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// Whether it matched.
    pub hit: bool,
}

/// How many characters of a sentence stand before its first lit one.
const LEAD: usize = 10;
/// The longest sentence shown.
const LONGEST: usize = 60;

/// A text with every occurrence of the phrases lit; atoms are lit whole, so 3 never lights in 13.
#[must_use]
pub fn lit(text: &str, phrases: &[Vec<String>]) -> Vec<Segment> {
    let folded = fold(text);
    let mut marks = vec![false; text.len()];
    for range in occurrences(&folded, phrases) {
        let bytes = folded.origin(range);
        marks
            .iter_mut()
            .take(bytes.end)
            .skip(bytes.start)
            .for_each(|mark| *mark = true);
    }
    let mut segments: Vec<Segment> = Vec::new();
    for (at, c) in text.char_indices() {
        let hit = marks.get(at).copied().unwrap_or(false);
        match segments.last_mut() {
            Some(last) if last.hit == hit => last.text.push(c),
            _ => segments.push(Segment {
                text: c.to_string(),
                hit,
            }),
        }
    }
    segments
}

/// Ranges of folded characters at which a phrase stands.
fn occurrences(folded: &Folded, phrases: &[Vec<String>]) -> Vec<Range<usize>> {
    let rows = rows(&atoms(folded));
    phrases
        .iter()
        .flat_map(|phrase| standing_at(&rows, phrase))
        .collect()
}

/// Where a phrase stands in rows of grams.
fn standing_at<'a>(
    rows: &'a [Vec<Gram>],
    phrase: &'a [String],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let windows = rows.iter().flat_map(|row| row.windows(phrase.len().max(1)));
    windows.filter_map(move |window| {
        let same = window
            .iter()
            .zip(phrase)
            .all(|(gram, atom)| gram.text == *atom);
        match (window.first(), window.last()) {
            (Some(first), Some(last)) if same && !phrase.is_empty() => {
                Some(first.chars.start..last.chars.end)
            }
            _ => None,
        }
    })
}

/// The sentence that holds most of the phrases (the first of equals), lit and cut to a line. When no sentence holds
/// any, the first one, unlit. What a blank at its start leaves behind (「，您好」) is taken off.
#[must_use]
pub fn sentence(text: &str, phrases: &[Vec<String>]) -> Vec<Segment> {
    let mut best: Option<(usize, &str)> = None;
    for sentence in text
        .split(['。', '！', '？', '；', '\n'])
        .map(|sentence| sentence.trim().trim_start_matches(['，', '、', '：']))
        .filter(|s| !s.is_empty())
    {
        let rows = rows(&atoms(&fold(sentence)));
        let held = phrases
            .iter()
            .filter(|phrase| standing_at(&rows, phrase).next().is_some())
            .count();
        if best.is_none_or(|(most, _)| held > most) {
            best = Some((held, sentence));
        }
        if held == phrases.len() {
            break;
        }
    }
    best.map_or_else(Vec::new, |(_, sentence)| {
        cut_to_line(lit(sentence, phrases))
    })
}

/// Keeps the first lit character in sight: what stands far before it becomes 「…」.
fn cut_to_line(segments: Vec<Segment>) -> Vec<Segment> {
    let before = match segments.first() {
        Some(first) if !first.hit && segments.len() > 1 => first.text.chars().count(),
        _ => 0,
    };
    let skip = if before > LEAD + 4 { before - LEAD } else { 0 };
    let mut left = LONGEST;
    let mut line = Vec::new();
    for (at, segment) in segments.into_iter().enumerate() {
        let from = if at == 0 { skip } else { 0 };
        let kept: String = segment.text.chars().skip(from).take(left).collect();
        left -= kept.chars().count().min(left);
        let text = if at == 0 && skip > 0 {
            format!("…{kept}")
        } else {
            kept
        };
        if !text.is_empty() {
            line.push(Segment {
                text,
                hit: segment.hit,
            });
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{lit, sentence};
    use proptest::prelude::*;
    use yingda_text::lexicon::atom_texts;

    /// Lit characters in brackets: `提前[还款]手续费`.
    fn shown(text: &str, phrases: &[&str]) -> String {
        let phrases: Vec<Vec<String>> = phrases.iter().map(|phrase| atom_texts(phrase)).collect();
        let segments = lit(text, &phrases);
        segments
            .iter()
            .map(|s| {
                if s.hit {
                    format!("[{}]", s.text)
                } else {
                    s.text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn what_matched_is_lit_in_the_text_as_it_was_written() {
        assert_eq!(shown("提前还款手续费", &["还款"]), "提前[还款]手续费");
        assert_eq!(shown("補辦ＥＴＣ卡", &["补办", "etc"]), "[補辦ＥＴＣ]卡");
        assert_eq!(shown("13号与3号", &["3"]), "13号与[3]号");
    }

    #[test]
    fn a_number_in_words_is_lit_when_its_digits_were_asked_for() {
        assert_eq!(shown("限额五万元", &["50000"]), "限额[五万]元");
        assert_eq!(shown("分二十四期", &["24期"]), "分[二十四期]");
    }

    #[test]
    fn the_sentence_with_most_of_the_words_is_shown_with_its_hit_in_sight() {
        let text = "先核实身份。\n如果客户在外地而且一时回不来也没有带身份证件的话，可以先挂失。";
        let line = sentence(text, &[atom_texts("挂失")]);
        assert_eq!(
            line.iter().find(|s| s.hit).map(|s| s.text.as_str()),
            Some("挂失")
        );
        assert!(
            line.first()
                .is_some_and(|first| first.text.starts_with('…'))
        );
    }

    proptest! {
        #[test]
        fn segments_rebuild_the_text(text in "\\PC{0,60}", phrase in "\\PC{1,4}") {
            let joined: String = lit(&text, &[atom_texts(&phrase)]).into_iter().map(|s| s.text).collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn a_piece_of_a_text_is_lit_in_it(text in "[挂失补卡还款信用年费额度]{3,12}", from in 0_usize..10) {
            let chars: Vec<char> = text.chars().collect();
            let from = from.min(chars.len() - 2);
            let piece: String = chars[from..from + 2].iter().collect();
            prop_assert!(lit(&text, &[atom_texts(&piece)]).iter().any(|segment| segment.hit));
        }
    }
}
