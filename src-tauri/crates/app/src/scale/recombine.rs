//! As many different questions as are wanted, made of the ones there are.

use crate::questions::Question;
use std::borrow::Cow;
use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// Hands `take` that many questions and their answers, no two questions the same, the same ones every time: first the
/// questions as they are, then the first half of one with the second half of another. Stops earlier where no more can
/// be made; says how many there were.
pub(super) fn recombined(
    questions: &[Question],
    wanted: usize,
    take: &mut dyn FnMut(&str, &str),
) -> usize {
    // Of a million texts the hashes take sixteen megabytes, the texts several times that.
    let mut seen = HashSet::new();
    for apart in 0..questions.len() {
        let others = questions.iter().cycle().skip(apart);
        for (one, other) in questions.iter().zip(others) {
            if seen.len() == wanted {
                return wanted;
            }
            let text = joined(&one.question, &other.question, apart == 0);
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            if seen.insert(hasher.finish()) {
                take(&text, &one.answer);
            }
        }
    }
    seen.len()
}

fn joined<'a>(one: &'a str, other: &str, same: bool) -> Cow<'a, str> {
    if same {
        return Cow::Borrowed(one);
    }
    let half = |text: &str| text.chars().count().div_ceil(2);
    let first = one.chars().take(half(one));
    Cow::Owned(first.chain(other.chars().skip(half(other))).collect())
}

#[cfg(test)]
mod tests {
    use super::recombined;
    use crate::questions::Question;
    use std::collections::BTreeSet;

    fn made(questions: &[&str], wanted: usize) -> Vec<String> {
        let questions: Vec<Question> = questions
            .iter()
            .map(|text| Question {
                question: (*text).to_owned(),
                answer: String::new(),
            })
            .collect();
        let mut made = Vec::new();
        let count = recombined(&questions, wanted, &mut |text, _| {
            made.push(text.to_owned());
        });
        assert_eq!(count, made.len());
        made
    }

    #[test]
    fn questions_come_as_they_are_until_there_are_no_more() {
        assert_eq!(made(&["怎么挂失", "转账限额"], 2), ["怎么挂失", "转账限额"]);
        assert_eq!(
            made(&["怎么挂失", "转账限额"], 9),
            ["怎么挂失", "转账限额", "怎么限额", "转账挂失"]
        );
    }

    #[test]
    fn no_two_are_the_same_and_every_run_makes_the_same_ones() {
        let questions = ["怎么挂失", "怎么解挂", "怎么挂失", "年费", "怎么销户"];
        let one = made(&questions, 14);
        assert_eq!(one, made(&questions, 14));
        assert_eq!(one.iter().collect::<BTreeSet<_>>().len(), one.len());
        assert!(one.len() > 5, "{one:?}");
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        assert_eq!(made(&[], 5), Vec::<String>::new());
    }
}
