//! Leaving an empty blank out of a line so that it still reads as a sentence.

/// Stands for a blank that is left out; no text holds it (Unicode keeps it for a program's own use).
pub(super) const GAP: char = '\u{fdd0}';
/// Stands for the customer's form of address where none is filled in.
pub(super) const ADDRESS: char = '\u{fdd1}';

const PAUSES: &str = "，、：,:";
const STOPS: &str = "。！？；!?;…";
const QUOTES: &str = "「」『』“”（）()";

fn ends_a_clause(c: char) -> bool {
    PAUSES.contains(c) || STOPS.contains(c) || QUOTES.contains(c)
}

/// The line without its gaps.
pub(super) fn settled(line: &str) -> String {
    if !line.contains([GAP, ADDRESS]) {
        return line.to_owned();
    }
    let (bullet, body) = bullet_and_body(line);
    let mut said = String::new();
    for (text, mark) in clauses(body) {
        let alone = text.trim().chars().all(|c| c == GAP || c == ADDRESS);
        let gone = text.contains(GAP) || (alone && !text.is_empty());
        if !gone {
            said.push_str(&text.replace(ADDRESS, "您"));
            said.extend(mark);
            continue;
        }
        match mark {
            Some(mark) if STOPS.contains(mark) => close(&mut said, mark),
            Some(mark) if QUOTES.contains(mark) => said.push(mark),
            _ => {}
        }
    }
    if said.is_empty() {
        said
    } else {
        format!("{bullet}{said}")
    }
}

/// The mark of a list item, which stays when its first clause goes.
fn bullet_and_body(line: &str) -> (&str, &str) {
    let text = line.trim_start();
    let numbered = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let body = match numbered.strip_prefix(". ") {
        Some(body) if numbered.len() < text.len() => body,
        _ => text.strip_prefix("· ").unwrap_or(text),
    };
    line.split_at_checked(line.len() - body.len())
        .unwrap_or(("", line))
}

/// Each clause with the mark that ends it.
fn clauses(line: &str) -> Vec<(&str, Option<char>)> {
    let mut clauses = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(ends_a_clause) {
        let (text, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let mut chars = after.chars();
        clauses.push((text, chars.next()));
        rest = chars.as_str();
    }
    if !rest.is_empty() {
        clauses.push((rest, None));
    }
    clauses
}

/// A sentence lost its last clause: the pause before it becomes its stop. One that lost all of them has none.
fn close(said: &mut String, stop: char) {
    match said.chars().last() {
        Some(last) if PAUSES.contains(last) => {
            said.pop();
            said.push(stop);
        }
        Some(last) if !ends_a_clause(last) && last != ' ' => said.push(stop),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, GAP, settled};

    fn without(line: &str) -> String {
        settled(
            &line
                .replace('□', &GAP.to_string())
                .replace('■', &ADDRESS.to_string()),
        )
    }

    #[test]
    fn a_blank_alone_goes_with_the_mark_after_it() {
        assert_eq!(without("■，请您放心。"), "请您放心。");
        assert_eq!(without("「■，请您放心。」"), "「请您放心。」");
        assert_eq!(without("要带身份证、□、银行卡。"), "要带身份证、银行卡。");
        assert_eq!(without("要带身份证、□。"), "要带身份证。");
    }

    #[test]
    fn inside_a_clause_the_customer_is_you() {
        assert_eq!(without("请问是■吗？"), "请问是您吗？");
        assert_eq!(without("■本人来办。"), "您本人来办。");
    }

    #[test]
    fn a_clause_that_says_nothing_without_its_blank_goes() {
        assert_eq!(
            without("登记好了，编号是□，请您记一下。"),
            "登记好了，请您记一下。"
        );
        assert_eq!(without("登记好了，会在□内答复您。"), "登记好了。");
        assert_eq!(without("登记好了。会在□内答复您。"), "登记好了。");
        assert_eq!(without("会在□内答复您。请您放心。"), "请您放心。");
        assert_eq!(without("会在□内答复您"), "");
    }

    #[test]
    fn a_list_item_keeps_its_mark() {
        assert_eq!(without("  2. 会在□内答复，请放心。"), "  2. 请放心。");
        assert_eq!(without("· ■，请放心。"), "· 请放心。");
        assert_eq!(without("· 会在□内答复。"), "");
    }

    #[test]
    fn a_line_without_gaps_stays_as_it_is() {
        let line = "，，您好。。（一）、";
        assert_eq!(without(line), line);
    }
}
