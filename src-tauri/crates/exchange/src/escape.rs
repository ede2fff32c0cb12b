//! Foreign text as Markdown that means exactly that text.

/// Marks that mean something anywhere in a line.
const ANYWHERE: [char; 11] = ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|'];

/// One line of text. What would begin a heading, a list or a rule is escaped, too.
pub(crate) fn line(text: &str) -> String {
    let text = text.trim();
    let mut escaped = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let begins = at == 0 && matches!(letter, '#' | '-' | '+' | '=' | '!' | ':');
        let apart = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let counts = digits > 0 && at == digits && apart && matches!(letter, '.' | ')');
        if ANYWHERE.contains(&letter) || begins || counts {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Text of several lines, each kept on a line of its own.
pub(crate) fn lines(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(line)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\\\n")
}

/// A cell of a table.
pub(crate) fn cell(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(line)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// A quoted text for YAML: one line, whatever is in it.
pub(crate) fn yaml(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.trim().chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            letter if letter.is_whitespace() => quoted.push(' '),
            letter if letter.is_control() || letter == '\u{feff}' => {}
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_mean_something_is_escaped() {
        assert_eq!(line("# 一"), "\\# 一");
        assert_eq!(line("1. 一"), "1\\. 一");
        assert_eq!(line("2026.5 元"), "2026.5 元");
        assert_eq!(line("[[a]] <b> *c*"), "\\[\\[a\\]\\] \\<b\\> \\*c\\*");
        assert_eq!(lines("一\n\n- 二"), "一\\\n\\- 二");
        assert_eq!(cell("一|二\n三"), "一\\|二 三");
        assert_eq!(yaml(" a\"b\\\nc "), "\"a\\\"b\\\\ c\"");
    }
}
