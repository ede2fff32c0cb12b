//! The known word that a mistyped one most looks like.

/// The nearest known word, if at most half of its letters differ.
pub(crate) fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed: Vec<char> = typed.to_lowercase().chars().take(40).collect();
    let by_distance = known.iter().map(|word| (distance(&typed, word), *word));
    let (changes, word) = by_distance.min_by_key(|(changes, _)| *changes)?;
    (changes * 2 <= word.chars().count()).then_some(word)
}

/// How many letters must be put in, taken out or changed (Levenshtein).
fn distance(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (line, wanted) in to.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((index, letter), above) in from.iter().enumerate().zip(row.windows(2)) {
            let [diagonal, up] = *above else { continue };
            let left = next.get(index).copied().unwrap_or_default();
            let change = diagonal + usize::from(*letter != wanted);
            next.push(change.min(up + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["title", "aliases", "valid", "review_by"];
        assert_eq!(nearest("tilte", &known), Some("title"));
        assert_eq!(nearest("Alias", &known), Some("aliases"));
        assert_eq!(nearest("reviewby", &known), Some("review_by"));
        assert_eq!(nearest("price", &known), None);
        assert_eq!(nearest("标题", &known), None);
    }

    #[test]
    fn distance_counts_changes() {
        let letters: Vec<char> = "必需说".chars().collect();
        assert_eq!(distance(&letters, "必须说"), 1);
        assert_eq!(distance(&[], "abc"), 3);
    }
}
