//! Sounds that many speakers don't tell apart.

/// Beginnings that stand for each other; the longer of a pair that begins alike comes first.
const BEGINNINGS: [(&str, &str); 6] = [
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("n", "l"),
    ("f", "h"),
    ("r", "l"),
];
/// Endings that stand for each other.
const ENDINGS: [(&str, &str); 3] = [("ang", "an"), ("eng", "en"), ("ing", "in")];

/// A syllable in all its neighbouring sounds, itself first.
pub(crate) fn variants(syllable: &str) -> Box<[Box<str>]> {
    let mut variants = vec![syllable.to_owned()];
    for beginning in other_beginnings(syllable) {
        variants.push(beginning);
    }
    for at in 0..variants.len() {
        if let Some(other) = variants.get(at).and_then(|one| other_ending(one)) {
            variants.push(other);
        }
    }
    variants.into_iter().map(String::into_boxed_str).collect()
}

fn other_beginnings(syllable: &str) -> Vec<String> {
    let swap = |from: &str, to: &str| {
        let rest = syllable.strip_prefix(from)?;
        // z is not the beginning of zh.
        let whole = !(from.len() == 1 && rest.starts_with('h') && "zcs".contains(from));
        whole.then(|| format!("{to}{rest}"))
    };
    BEGINNINGS
        .iter()
        .filter_map(|(one, other)| swap(one, other).or_else(|| swap(other, one)))
        .collect()
}

fn other_ending(syllable: &str) -> Option<String> {
    ENDINGS.iter().find_map(|(long, short)| {
        let swap = |from: &str, to: &str| {
            syllable
                .strip_suffix(from)
                .map(|head| format!("{head}{to}"))
        };
        swap(long, short).or_else(|| swap(short, long))
    })
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn neighbouring_sounds_of_a_syllable() {
        let of = |syllable: &str| {
            variants(syllable)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(of("shi"), ["shi", "si"]);
        assert_eq!(of("nan"), ["nan", "lan", "nang", "lang"]);
        assert_eq!(of("zhang"), ["zhang", "zang", "zhan", "zan"]);
        assert_eq!(of("ka"), ["ka"]);
    }
}
