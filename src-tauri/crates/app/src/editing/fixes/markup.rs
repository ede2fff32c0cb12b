//! Markup that an entry does not have, taken out of a line; its words stay.

/// Without HTML tags.
pub(super) fn without_tags(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, tag)) = rest.split_once('<') {
        let begins = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        plain.push_str(before);
        match tag.split_once('>').filter(|_| begins) {
            Some((_, behind)) => rest = behind,
            None => {
                plain.push('<');
                rest = tag;
            }
        }
    }
    plain + rest
}

/// Without pictures: `![words](address)` becomes `words`.
pub(super) fn without_pictures(line: &str) -> String {
    replaced(line, "![", |words, _| words.to_owned())
}

/// Without links out of the library: `[words](address)` becomes `words（address）`.
pub(super) fn without_links(line: &str) -> String {
    replaced(line, "[", |words, address| format!("{words}（{address}）"))
}

fn replaced(line: &str, opens: &str, with: impl Fn(&str, &str) -> String) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, inside)) = rest.split_once(opens) {
        plain.push_str(before);
        let whole = inside
            .split_once("](")
            .filter(|(words, _)| !words.contains(['[', ']']))
            .and_then(|(words, behind)| Some((words, behind.split_once(')')?)));
        match whole {
            Some((words, (address, behind))) => {
                plain.push_str(&with(words, address));
                rest = behind;
            }
            None => {
                plain.push_str(opens);
                rest = inside;
            }
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        assert_eq!(without_tags("请<b>先</b>核身<br>"), "请先核身");
        assert_eq!(without_tags("利率 < 3% 时"), "利率 < 3% 时");
    }

    #[test]
    fn a_picture_leaves_its_description() {
        assert_eq!(without_pictures("见![流程图](a.png)。"), "见流程图。");
    }

    #[test]
    fn a_link_out_becomes_text_and_a_link_inside_stays() {
        assert_eq!(
            without_links("见[官网](https://example.com)和[[card-loss]]"),
            "见官网（https://example.com）和[[card-loss]]"
        );
    }
}
