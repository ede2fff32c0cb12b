//! `{{name}}` in text becomes a blank to fill; neighbouring runs of text become one.

use crate::document::Inline;

/// Joins texts, finds the blanks, and drops what is empty.
pub(super) fn find(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut pending = String::new();
    for inline in inlines {
        let inline = match inline {
            Inline::Text { text } => {
                pending.push_str(&text);
                continue;
            }
            Inline::Strong { children } => Inline::Strong {
                children: find(children),
            },
            Inline::Emphasis { children } => Inline::Emphasis {
                children: find(children),
            },
            Inline::Strike { children } => Inline::Strike {
                children: find(children),
            },
            other => other,
        };
        cut(&std::mem::take(&mut pending), &mut found);
        found.push(inline);
    }
    cut(&pending, &mut found);
    found
}

fn cut(text: &str, found: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((before, name, after)) = next_blank(rest) {
        push_text(before, found);
        found.push(Inline::Field {
            name: name.to_owned(),
        });
        rest = after;
    }
    push_text(rest, found);
}

/// The text before the first blank, its name, and what follows. A blank has a name without braces.
fn next_blank(text: &str) -> Option<(&str, &str, &str)> {
    let mut behind = 0;
    loop {
        let (_, rest) = text.split_at_checked(behind)?;
        let (head, after) = rest.split_once("}}")?;
        if let Some((before, name)) = head.rsplit_once("{{") {
            let name = name.trim();
            if !name.is_empty() && !name.contains(['{', '}']) {
                let (before, _) = text.split_at_checked(behind + before.len())?;
                return Some((before, name, after));
            }
        }
        behind += head.len() + 2;
    }
}

fn push_text(text: &str, found: &mut Vec<Inline>) {
    if !text.is_empty() {
        found.push(Inline::Text {
            text: text.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let show = |inline: &Inline| match inline {
            Inline::Field { name } => format!("<{name}>"),
            Inline::Text { text } => text.clone(),
            other => panic!("{other:?}"),
        };
        find(vec![Inline::Text {
            text: text.to_owned(),
        }])
        .iter()
        .map(show)
        .collect()
    }

    #[test]
    fn a_blank_has_a_trimmed_name() {
        assert_eq!(shown("{{客户称呼}}，您好"), "<客户称呼>，您好");
        assert_eq!(shown("尾号{{ 尾号 }}的卡{{卡种}}"), "尾号<尾号>的卡<卡种>");
    }

    #[test]
    fn what_is_not_closed_or_has_no_name_stays_text() {
        for text in ["{{客户称呼，您好", "客户}}您好", "{{}}", "{{ }}}}", "{a}"] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("{{甲，{{乙}}"), "{{甲，<乙>");
        assert_eq!(shown("}}{{}}{{乙}}}"), "}}{{}}<乙>}");
    }
}
