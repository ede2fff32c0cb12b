//! From words to entries: all words as typed, then by sound, then fewer words. Each step says what it did.

use crate::clause::Clause;
use crate::index::IndexError;
use crate::query::{Query, Word, WordKind};
use crate::roads::Map;
use serde::Serialize;
use ts_rs::TS;
use yingda_text::SoundPattern;

/// One step of relaxing a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Rung {
    /// What was tried.
    pub step: RungStep,
    /// The words it looked for; for `sound` pairs such as 「吞咔→吞卡」.
    pub words: Vec<String>,
    /// How many entries it found.
    pub count: u32,
}

/// What a step of relaxing tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RungStep {
    /// All words as typed.
    AsTyped,
    /// Words that matched nothing replaced by words that sound alike.
    Sound,
    /// Some words left out.
    FewerWords,
    /// Any one of the words.
    AnyWord,
}

/// The clauses that counted in the end, the entries that met them, and the way there.
pub(crate) struct Relaxed {
    pub(crate) clauses: Vec<Clause>,
    /// Entry numbers, in no order.
    pub(crate) entries: Vec<usize>,
    pub(crate) ladder: Vec<Rung>,
}

pub(crate) fn relax(query: &Query, map: &Map<'_>) -> Result<Relaxed, IndexError> {
    let mut clauses = Vec::new();
    for word in &query.words {
        clauses.extend(clauses_of(word, map)?);
    }
    let as_typed = all_met(&clauses, map.prepared.len());
    let doubtful = is_scattered(&clauses, &as_typed);
    if !as_typed.is_empty() && !doubtful {
        return Ok(Relaxed { clauses, entries: as_typed, ladder: Vec::new() });
    }
    let mut ladder = vec![rung(RungStep::AsTyped, strong(&clauses), as_typed.len())];
    if let Some((heard, pairs)) = by_sound(query, &clauses, map)? {
        let mut entries = all_met(&heard, map.prepared.len());
        ladder.push(rung(RungStep::Sound, pairs, entries.len()));
        if !entries.is_empty() {
            // Entries that hold the characters somewhere stay, below: their places count less.
            if !as_typed.is_empty() {
                let kept: Vec<usize> =
                    as_typed.iter().copied().filter(|e| !entries.contains(e)).collect();
                entries.extend(kept);
            }
            return Ok(Relaxed { clauses: heard, entries, ladder });
        }
        clauses = heard;
    }
    if !as_typed.is_empty() {
        return Ok(Relaxed { clauses, entries: as_typed, ladder: Vec::new() });
    }
    let (entries, step) = fewer_words(&clauses, map.prepared.len());
    let met = |clause: &&Clause| entries.iter().any(|entry| clause.met(*entry).is_met());
    let words = clauses.iter().filter(|c| !c.weak).filter(met).map(|c| c.text.clone()).collect();
    ladder.push(rung(step, words, entries.len()));
    Ok(Relaxed { clauses, entries, ladder })
}

fn rung(step: RungStep, words: Vec<String>, count: usize) -> Rung {
    Rung { step, words, count: u32::try_from(count).unwrap_or(u32::MAX) }
}

fn strong(clauses: &[Clause]) -> Vec<String> {
    clauses.iter().filter(|clause| !clause.weak).map(|clause| clause.text.clone()).collect()
}

/// Entries that met every word that counts.
fn all_met(clauses: &[Clause], entries: usize) -> Vec<usize> {
    let strong: Vec<&Clause> = clauses.iter().filter(|clause| !clause.weak).collect();
    if strong.is_empty() {
        return Vec::new();
    }
    (0..entries).filter(|entry| strong.iter().all(|clause| clause.met(*entry).is_met())).collect()
}

/// Whether the query fell apart into single characters that only stand apart from each other in long texts.
fn is_scattered(clauses: &[Clause], entries: &[usize]) -> bool {
    use crate::index::Place;
    let strong: Vec<&Clause> = clauses.iter().filter(|clause| !clause.weak).collect();
    let named = Place::Title.bit() | Place::Alias.bit() | Place::Tag.bit();
    let singles = strong.len() > 1 && strong.iter().all(|clause| clause.text.chars().count() == 1);
    singles && !entries.iter().any(|e| strong.iter().all(|c| c.met(*e).places & named != 0))
}

/// Letters that lead nowhere as one word may be several words: zhuanzhangxiane.
fn clauses_of(word: &Word, map: &Map<'_>) -> Result<Vec<Clause>, IndexError> {
    let whole = map.clause(word)?;
    if word.kind != WordKind::Latin || whole.entries_met() > 0 || word.text.len() < 4 {
        return Ok(vec![whole]);
    }
    let letters: Vec<char> = word.text.chars().collect();
    for cut in (2..letters.len() - 1).rev() {
        let (head, tail) = letters.split_at(cut);
        let part = |letters: &[char], last: bool| Word {
            text: letters.iter().collect(),
            atoms: vec![letters.iter().collect()],
            last,
            ..word.clone()
        };
        let head = map.clause(&part(head, false))?;
        if head.entries_met() == 0 {
            continue;
        }
        let tail = clauses_of(&part(tail, word.last), map)?;
        if tail.iter().all(|clause| clause.entries_met() > 0) {
            return Ok([vec![head], tail].concat());
        }
    }
    Ok(vec![whole])
}

/// Replaces runs of Han characters that can't be right by what sounds alike: a whole run first, then single words
/// that matched nothing. `None` when there is nothing to replace.
fn by_sound(
    query: &Query,
    clauses: &[Clause],
    map: &Map<'_>,
) -> Result<Option<(Vec<Clause>, Vec<String>)>, IndexError> {
    let mut replaced: Vec<Clause> = Vec::new();
    let mut pairs = Vec::new();
    let runs = clauses.chunk_by(|a, b| a.run == b.run);
    for run in runs {
        let words: Vec<&Word> = query.words.iter().filter(|w| run.iter().any(|c| c.run == w.run)).collect();
        let han = words.iter().all(|word| word.kind == WordKind::Han);
        let whole = if han && run.len() > 1 { sounding_like(&words, map)? } else { None };
        if let Some((clause, pair)) = whole {
            replaced.push(clause);
            pairs.push(pair);
            continue;
        }
        for clause in run {
            let word = words.iter().find(|word| word.text == clause.text);
            let lost = clause.entries_met() == 0 && !clause.weak;
            let heard = match word.filter(|word| lost && word.kind == WordKind::Han) {
                Some(word) => sounding_like(&[word], map)?,
                None => None,
            };
            let (clause, pair) = heard.map_or((clause.clone(), None), |(c, pair)| (c, Some(pair)));
            replaced.push(clause);
            pairs.extend(pair);
        }
    }
    Ok((!pairs.is_empty()).then_some((replaced, pairs)))
}

/// One clause for everything that sounds like these words together; `None` when nothing does.
fn sounding_like(words: &[&Word], map: &Map<'_>) -> Result<Option<(Clause, String)>, IndexError> {
    let text: String = words.iter().map(|word| word.text.as_str()).collect();
    let chars: Vec<char> = text.chars().collect();
    let Some(first) = words.first().filter(|_| chars.len() > 1) else { return Ok(None) };
    let Some(pattern) = SoundPattern::homophones_of(&map.lexicon.sounds(&chars)) else { return Ok(None) };
    let word = Word { text: text.clone(), weak: false, ..(*first).clone() };
    let mut clause = Clause::new(&word, map.prepared.len());
    map.hear(&pattern, &mut clause, true)?;
    let Some(best) = clause.phrases.first() else { return Ok(None) };
    let pair = format!("{text}→{}", best.atoms.concat());
    Ok(Some((clause, pair)))
}

/// The entries that meet the most telling words.
fn fewer_words(clauses: &[Clause], entries: usize) -> (Vec<usize>, RungStep) {
    let strong: Vec<(&Clause, f32)> =
        clauses.iter().filter(|c| !c.weak).map(|c| (c, c.weight(entries))).collect();
    let told = |entry: usize| -> (f32, usize) {
        let met = strong.iter().filter(|(clause, _)| clause.met(entry).is_met());
        met.fold((0.0, 0), |(sum, count), (_, weight)| (sum + weight, count + 1))
    };
    let told: Vec<(usize, f32, usize)> = (0..entries).map(|e| (e, told(e).0, told(e).1)).collect();
    let best = told.iter().map(|t| t.1).fold(0.0, f32::max);
    if best <= 0.0 {
        return (Vec::new(), RungStep::AnyWord);
    }
    // Half of what the best entry meets is worth a look; less is noise.
    let kept: Vec<_> = told.into_iter().filter(|t| t.1 >= best * 0.5).collect();
    let several = kept.iter().any(|t| t.2 > 1);
    let step = if several { RungStep::FewerWords } else { RungStep::AnyWord };
    (kept.into_iter().map(|t| t.0).collect(), step)
}
