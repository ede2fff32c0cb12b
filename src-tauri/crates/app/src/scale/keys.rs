//! What a person types key by key, and how long each key takes.

use crate::contract::{AppError, SearchRequest};
use crate::questions::{self, Question};
use crate::snapshot::Snapshot;
use crate::timings::Timings;
use std::time::{Duration, Instant};
use yingda_search::query::LONGEST;
use yingda_text::{Lexicon, fold};

/// Questions that are typed at most.
const SAMPLE: usize = 400;
/// Nobody types a longer question by hand.
const TYPED: usize = 30;
/// After so long no further question is begun.
const LONG_ENOUGH: Duration = Duration::from_secs(90);

/// How long keys took.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// Every prefix of a question in its own characters.
    pub han: Timings,
    /// Every prefix of its pinyin.
    pub pinyin: Timings,
}

impl Keys {
    /// Both together.
    #[must_use]
    pub fn all(&self) -> Timings {
        let mut all = self.han.clone();
        all.extend(&self.pinyin);
        all
    }
}

/// Questions that lie evenly over the list, the same ones every time.
fn sample(questions: &[Question]) -> impl Iterator<Item = &Question> {
    let short = |one: &&Question| one.question.chars().count() <= TYPED;
    let short: Vec<&Question> = questions.iter().filter(short).collect();
    let every = short.len().div_ceil(SAMPLE).max(1);
    short.into_iter().step_by(every)
}

/// Types a sample of the questions, in characters and in pinyin. A slow search gets through fewer of them: how many
/// keys there were stands in the figures.
pub(super) fn typed(
    snapshot: &Snapshot,
    lexicon: &Lexicon,
    questions: &[Question],
) -> Result<Keys, AppError> {
    let started = Instant::now();
    let mut keys = Keys::default();
    for one in sample(questions) {
        if started.elapsed() > LONG_ENOUGH {
            break;
        }
        press(snapshot, &one.question, &mut keys.han)?;
        press(snapshot, &pinyin(lexicon, &one.question), &mut keys.pinyin)?;
    }
    Ok(keys)
}

/// The keys of a question without an input method: letters and digits, nothing else.
fn pinyin(lexicon: &Lexicon, question: &str) -> String {
    let mut typed = lexicon.typed(fold(question).chars()).concat();
    typed.retain(char::is_alphanumeric);
    typed
}

fn press(snapshot: &Snapshot, text: &str, timings: &mut Timings) -> Result<(), AppError> {
    let mut typed = String::new();
    for key in text.chars().take(LONGEST) {
        typed.push(key);
        let request = SearchRequest {
            text: typed.clone(),
            ..SearchRequest::default()
        };
        let started = Instant::now();
        crate::search(snapshot, &request, questions::day())?;
        timings.add(started.elapsed());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{pinyin, sample};
    use crate::questions::Question;
    use yingda_text::Lexicon;

    #[test]
    fn a_question_is_typed_in_letters_without_its_punctuation() {
        let lexicon = Lexicon::new([], []);
        assert_eq!(pinyin(&lexicon, "ＥＴＣ怎么办理？"), "etczenmebanli");
    }

    #[test]
    fn the_sample_lies_evenly_over_the_list_and_leaves_long_questions_out() {
        let question = |text: String| Question {
            question: text,
            answer: String::new(),
        };
        let mut questions: Vec<Question> = (0..1000).map(|n| question(format!("问{n}"))).collect();
        questions.push(question("长".repeat(31)));
        let sample: Vec<&str> = sample(&questions)
            .map(|one| one.question.as_str())
            .collect();
        assert_eq!(sample.len(), 334);
        assert_eq!((sample[0], sample[333]), ("问0", "问999"));
    }
}
