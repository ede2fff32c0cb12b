//! Where a text stands in a line.

use std::ops::Range;
use yingda_text::fold;

/// A text that is looked for.
#[derive(Debug)]
pub(super) struct Sought<'a> {
    text: &'a str,
    /// Folded characters, where width, case and script do not count.
    folded: Option<Vec<char>>,
}

impl<'a> Sought<'a> {
    /// `None` for a text that would be found everywhere or never: empty, or of several lines.
    pub(super) fn new(text: &'a str, folded: bool) -> Option<Self> {
        let folded = folded.then(|| fold(text).chars().to_vec());
        let empty = text.is_empty() || folded.as_ref().is_some_and(Vec::is_empty);
        (!empty && !text.contains(['\n', '\r'])).then_some(Self { text, folded })
    }

    /// The bytes of each place, from left to right, none over another.
    pub(super) fn places(&self, line: &str) -> Vec<Range<usize>> {
        let Some(sought) = &self.folded else {
            let found = line.match_indices(self.text);
            return found.map(|(at, found)| at..at + found.len()).collect();
        };
        let read = fold(line);
        let chars = read.chars();
        let (mut places, mut at) = (Vec::new(), 0);
        while at + sought.len() <= chars.len() {
            if chars.get(at..at + sought.len()) == Some(sought.as_slice()) {
                places.push(read.origin(at..at + sought.len()));
                at += sought.len();
            } else {
                at += 1;
            }
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::Sought;

    fn found(text: &str, folded: bool, line: &str) -> Vec<String> {
        let sought = Sought::new(text, folded).unwrap();
        let places = sought.places(line).into_iter();
        places
            .map(|place| line.get(place).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn as_typed_means_the_very_characters() {
        assert_eq!(found("app", false, "用APP和app登录ａｐｐ"), ["app"]);
        assert_eq!(found("挂挂", false, "挂挂挂挂挂"), ["挂挂", "挂挂"]);
    }

    #[test]
    fn folded_means_any_width_case_and_script() {
        assert_eq!(
            found("app", true, "用APP和app登录ａｐｐ"),
            ["APP", "app", "ａｐｐ"]
        );
        assert_eq!(found("国际汇款", true, "國際匯款"), ["國際匯款"]);
    }

    #[test]
    fn nothing_and_several_lines_are_not_looked_for() {
        assert!(Sought::new("", false).is_none());
        assert!(Sought::new("甲\n乙", true).is_none());
    }
}
