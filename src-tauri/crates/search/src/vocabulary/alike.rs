//! Long words reached over one slip: one character wrong, left out, put in, or two exchanged.

use super::Vocabulary;
use super::gather::SHORTEST;

/// A word of the library that a typed stretch may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alike {
    /// The characters of the library.
    pub(crate) text: String,
    /// Which characters of what was typed they stand for.
    pub(crate) from: usize,
    /// One past the last of them.
    pub(crate) to: usize,
}

impl Vocabulary {
    /// Names and words of at least four characters within one slip of a stretch of the typed characters; the longest
    /// stretch first.
    pub(crate) fn alike(&self, typed: &[char]) -> Vec<Alike> {
        let mut found: Vec<Alike> = Vec::new();
        for (edge, at) in typed.windows(2).zip(0..) {
            let Some(edge) = edge.first_chunk::<2>() else {
                continue;
            };
            for id in self.by_edge.get(edge).into_iter().flatten() {
                let Some(text) = self.long.get(*id as usize) else {
                    continue;
                };
                for (from, to) in spans(text, edge, at, typed.len()) {
                    let stretch = typed.get(from..to).unwrap_or_default();
                    if stretch.len() >= SHORTEST - 1 && is_one_slip(stretch, text) {
                        found.push(Alike {
                            text: text.iter().collect(),
                            from,
                            to,
                        });
                    }
                }
            }
        }
        found.sort_unstable_by(|a, b| (b.to - b.from, &a.text).cmp(&(a.to - a.from, &b.text)));
        found.dedup();
        found
    }
}

/// Stretches of what was typed that a text may stand for, when its first or last two characters stand at a place.
fn spans(text: &[char], edge: &[char; 2], at: usize, typed: usize) -> Vec<(usize, usize)> {
    let lengths = text.len() - 1..=text.len() + 1;
    let mut spans = Vec::new();
    if text.first_chunk::<2>() == Some(edge) {
        spans.extend(
            lengths
                .clone()
                .map(|length| (at, at + length))
                .filter(|(_, to)| *to <= typed),
        );
    }
    if text.last_chunk::<2>() == Some(edge) {
        let end = at + 2;
        spans.extend(lengths.filter_map(|length| Some((end.checked_sub(length)?, end))));
    }
    spans
}

/// Whether two texts differ by exactly one slip.
fn is_one_slip(one: &[char], other: &[char]) -> bool {
    let same = |(a, b): &(&char, &char)| a == b;
    let front = one.iter().zip(other).take_while(same).count();
    let rest = one.len().min(other.len()) - front;
    let back = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(same)
        .count()
        .min(rest);
    let left = |text: &[char]| text.len() - front - back;
    match (left(one), left(other)) {
        (1, 0 | 1) | (0, 1) => true,
        (2, 2) => {
            let pair = |text: &[char]| text.get(front..front + 2).map(<[char]>::to_vec);
            pair(one).map(|mut pair| {
                pair.reverse();
                pair
            }) == pair(other)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Gathered;
    use crate::name::Name;
    use yingda_text::Lexicon;

    fn meant(name: &str, typed: &str) -> Option<String> {
        let lexicon = Lexicon::new([], []);
        let mut gathered = Gathered::default();
        gathered.name(&Name::new(name, &lexicon));
        let typed: Vec<char> = typed.chars().collect();
        gathered
            .into_vocabulary(&lexicon)
            .alike(&typed)
            .into_iter()
            .next()
            .map(|alike| alike.text)
    }

    #[test]
    fn one_slip_of_any_sort_is_forgiven_in_a_long_word() {
        for typed in [
            "账户余头不足",
            "账户余不足",
            "账户余额额不足",
            "账户额余不足",
            "请问账户余头不足",
        ] {
            assert_eq!(
                meant("账户余额不足", typed).as_deref(),
                Some("账户余额不足"),
                "{typed}"
            );
        }
    }

    #[test]
    fn two_slips_and_short_words_are_not() {
        assert_eq!(meant("账户余额不足", "账户雨头不足"), None);
        assert_eq!(meant("挂失", "挂师"), None);
    }
}
