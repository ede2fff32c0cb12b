//! Text to pieces of the model's vocabulary: the cut whose pieces together are most likely.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// Stands for a space in the vocabulary.
const SPACE: char = '\u{2581}';
/// Read as a space although they are none to Unicode's compatibility forms.
const BLANKS: [char; 13] = [
    '\t', '\n', '\u{c}', '\r', '\u{1680}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2028}',
    '\u{2029}', SPACE, '\u{feff}', '\u{fffd}',
];
/// Number of the piece that stands for every unknown character.
const UNKNOWN: usize = 0;
/// Number of the piece each text begins with.
const BEGIN: usize = 1;
/// Number of the piece each text ends with.
const END: usize = 2;

/// One entry of the vocabulary; its number is its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    /// The characters, a space as `▁`.
    pub(crate) text: Box<str>,
    /// How likely it is (a logarithm: the higher the likelier).
    pub(crate) score: f32,
}

/// The vocabulary. Its first three pieces stand for the unknown, the beginning and the end.
#[derive(Debug)]
pub(crate) struct Pieces {
    numbers: HashMap<Box<str>, (usize, f64)>,
    unknown_score: f64,
    /// Characters of the longest piece.
    longest: usize,
}

impl Pieces {
    /// `unknown_score` is what a character outside the vocabulary counts. At least three pieces are needed.
    pub(crate) fn new(pieces: Vec<Piece>, unknown_score: f32) -> Option<Self> {
        if pieces.len() <= END {
            return None;
        }
        let longest = pieces
            .iter()
            .map(|piece| piece.text.chars().count())
            .max()?;
        let numbered = pieces.into_iter().enumerate();
        let numbers = numbered.map(|(number, piece)| (piece.text, (number, piece.score.into())));
        Some(Self {
            numbers: numbers.collect(),
            unknown_score: unknown_score.into(),
            longest,
        })
    }

    /// The numbers of a text's pieces, between those of the beginning and the end; never empty.
    pub(crate) fn cut(&self, text: &str) -> Vec<usize> {
        let text = normalise(text);
        let mut numbers = vec![BEGIN];
        if text.is_empty() {
            numbers.push(UNKNOWN);
        } else {
            numbers.extend(self.likeliest(&text));
        }
        numbers.push(END);
        numbers
    }

    fn likeliest(&self, text: &str) -> Vec<usize> {
        let mut borders = text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
        borders.push(text.len());
        let mut best = vec![Step::UNREACHED; borders.len()];
        if let Some(first) = best.first_mut() {
            first.score = 0.0;
        }
        for from in 0..borders.len().saturating_sub(1) {
            self.extend(text, &borders, &mut best, from);
        }
        way_back(&best)
    }

    /// Tries every piece that begins at the border `from`.
    fn extend(&self, text: &str, borders: &[usize], best: &mut [Step], from: usize) {
        let (Some(&begin), Some(base)) = (borders.get(from), best.get(from).map(|step| step.score))
        else {
            return;
        };
        let mut has_single = false;
        let ends = borders.iter().zip(best).enumerate().skip(from + 1);
        for (to, (&end, step)) in ends.take(self.longest) {
            let known = text
                .get(begin..end)
                .and_then(|text| self.numbers.get(text))
                .copied();
            let is_single = to == from + 1;
            has_single |= is_single && known.is_some();
            let unknown = (is_single && !has_single).then_some((UNKNOWN, self.unknown_score));
            if let Some((piece, score)) = known.or(unknown) {
                step.offer(base + score, from, piece);
            }
        }
    }
}

/// The best cut of a text up to one border.
#[derive(Clone, Copy)]
struct Step {
    score: f64,
    from: usize,
    piece: usize,
}

impl Step {
    const UNREACHED: Self = Self {
        score: f64::NEG_INFINITY,
        from: 0,
        piece: UNKNOWN,
    };

    fn offer(&mut self, score: f64, from: usize, piece: usize) {
        if score > self.score {
            *self = Self { score, from, piece };
        }
    }
}

fn way_back(best: &[Step]) -> Vec<usize> {
    let mut numbers = Vec::new();
    let mut at = best.len().saturating_sub(1);
    while let Some(step) = best.get(at).filter(|_| at > 0) {
        numbers.push(step.piece);
        // Each step leads nearer to the start: `extend` only offers borders before.
        at = step.from;
    }
    numbers.reverse();
    numbers
}

/// Compatibility forms; one space between words and one before the first, each written as `▁`. Empty for a text of
/// spaces only.
fn normalise(text: &str) -> String {
    let blanks = |c: char| if BLANKS.contains(&c) { ' ' } else { c };
    let folded = text.chars().map(blanks).nfkc().map(blanks);
    let mut written = String::with_capacity(text.len() + 3);
    let mut after_space = true;
    for character in folded {
        if character != ' ' {
            if after_space {
                written.push(SPACE);
            }
            written.push(character);
        }
        after_space = character == ' ';
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(words: &[(&str, f32)]) -> Pieces {
        let marks = ["<unk>", "<s>", "</s>"].map(|text| (text, 0.0));
        let all = marks.iter().chain(words).map(|&(text, score)| Piece {
            text: text.into(),
            score,
        });
        Pieces::new(all.collect(), -20.0).unwrap()
    }

    #[test]
    fn spaces_are_marked_and_never_doubled() {
        for (text, expected) in [
            ("挂失", "▁挂失"),
            ("  ATM　取款\n", "▁ATM▁取款"),
            ("ＡＴＭ", "▁ATM"),
            ("①年", "▁1年"),
            (" \t\u{feff}", ""),
            ("", ""),
        ] {
            assert_eq!(normalise(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_likeliest_cut_wins_not_the_longest_piece() {
        let whole = [("▁", -1.0), ("挂", -3.0), ("失", -3.0), ("挂失", -5.0)];
        assert_eq!(pieces(&whole).cut("挂失"), [1, 3, 6, 2]);
        let rare = [("▁", -1.0), ("挂", -3.0), ("失", -3.0), ("挂失", -7.0)];
        assert_eq!(pieces(&rare).cut("挂失"), [1, 3, 4, 5, 2]);
    }

    #[test]
    fn unknown_characters_are_one_piece_each() {
        assert_eq!(pieces(&[("▁", -1.0)]).cut("鱻鱻"), [1, 3, 0, 0, 2]);
        assert_eq!(pieces(&[]).cut(""), [1, 0, 2]);
    }

    #[test]
    fn a_vocabulary_without_its_marks_is_none() {
        assert!(Pieces::new(vec![], 0.0).is_none());
    }

    proptest! {
        #[test]
        fn any_text_is_cut_between_begin_and_end(text in any::<String>()) {
            let known = [("▁", -1.0), ("a", -2.0), ("的", -2.0)];
            let numbers = pieces(&known).cut(&text);
            prop_assert!(numbers.len() >= 3);
            prop_assert_eq!((numbers[0], numbers[numbers.len() - 1]), (BEGIN, END));
            prop_assert!(numbers.iter().all(|number| *number < 6));
        }
    }
}
