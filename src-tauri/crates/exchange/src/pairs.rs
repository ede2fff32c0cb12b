//! Questions and answers in running text: 问：… 答：…, Q: … A: …

/// Which half a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    Question,
    Answer,
}

const QUESTIONS: [&str; 7] = ["问题", "客户问", "提问", "客户", "问", "Q", "q"];
const ANSWERS: [&str; 9] = [
    "标准答复",
    "参考答复",
    "答复",
    "回答",
    "解答",
    "客服",
    "答",
    "A",
    "a",
];

/// The half a line begins, and its text behind the mark.
pub(crate) fn mark(line: &str) -> Option<(Half, &str)> {
    let line = line.trim_start();
    let behind = |words: &'static [&'static str]| {
        words.iter().find_map(|word| {
            let rest = line.strip_prefix(word)?;
            let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let rest = rest.trim_start().strip_prefix(['：', ':', '、'])?;
            Some(rest.trim_start())
        })
    };
    let question = behind(&QUESTIONS).map(|rest| (Half::Question, rest));
    question.or_else(|| behind(&ANSWERS).map(|rest| (Half::Answer, rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_are_known_by_their_mark() {
        assert_eq!(mark("问：怎么挂失？"), Some((Half::Question, "怎么挂失？")));
        assert_eq!(mark("Q12: 年费？"), Some((Half::Question, "年费？")));
        assert_eq!(mark("答 : 请拨打"), Some((Half::Answer, "请拨打")));
        assert_eq!(mark("答复：好的"), Some((Half::Answer, "好的")));
    }

    #[test]
    fn words_that_only_begin_so_are_text() {
        for line in ["问候客户", "ABC: x", "答谢", "A级", "客户经理：王某"] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
