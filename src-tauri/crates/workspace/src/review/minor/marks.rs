//! The places of a text that no minor change may touch: figures, days, words of refusal, blanks, links.

/// Numerals in words, in the writing of cheques and in the old writing too.
const NUMERALS: &str =
    "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸廿卅半";
/// What binds two digits into one figure, or says what a figure is.
const BINDING: &str = ".,:/-~%‰．，：／－～％￥¥$+＋";
/// Characters that name a day or an hour.
const DAYS: &str = "年月日天周时時季旬早晚午昨今明";
/// Characters that turn a sentence round.
const REFUSALS: &str = "不未无非無没沒勿否毋莫别別禁";

/// Whether a character is a digit in any script, or a numeral in words.
pub(super) fn is_digit(c: char) -> bool {
    c.is_numeric() || NUMERALS.contains(c)
}

/// Every figure with what binds it and with the character behind it: `1.5`, `5元`, `三十天`.
pub(super) fn figures(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut figures = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        while chars
            .get(at)
            .is_some_and(|&c| is_digit(c) || BINDING.contains(c))
        {
            at += 1;
        }
        let run = chars.get(start..at).unwrap_or_default();
        if run.iter().copied().any(is_digit) {
            figures.push(run.iter().chain(chars.get(at)).collect());
        }
        if at == start {
            at += 1;
        }
    }
    figures
}

/// Every character that names a day.
pub(super) fn days(text: &str) -> Vec<char> {
    text.chars().filter(|&c| DAYS.contains(c)).collect()
}

/// Every word of refusal with the character behind it, which it turns round.
pub(super) fn refusals(text: &str) -> Vec<(char, Option<char>)> {
    let behind = text.chars().skip(1).map(Some).chain([None]);
    let pairs = text.chars().zip(behind);
    pairs.filter(|(c, _)| REFUSALS.contains(*c)).collect()
}

/// Every `{{blank}}`.
pub(super) fn blanks(text: &str) -> Vec<&str> {
    between(text, "{{", "}}")
}

/// Every `[[link]]`, and every `#step` behind an arrow.
pub(super) fn links(text: &str) -> Vec<&str> {
    let mut links = between(text, "[[", "]]");
    let arrows = text.split('→').skip(1);
    links.extend(arrows.filter_map(|rest| rest.lines().next()?.split('#').nth(1).map(str::trim)));
    links
}

/// What stands between two marks, in reading order. An opening mark without its end goes to the end of the text.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let pieces = text.split(open).skip(1);
    pieces
        .map(|piece| piece.split_once(close).map_or(piece, |(inside, _)| inside))
        .collect()
}
