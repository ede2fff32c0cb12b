//! Chinese text that `CommonMark` would misread, guarded before parsing and given back afterwards.
//!
//! - **Strong beside punctuation.** A run of `*` may close only where it looks like the end of a word, and words are taken to
//!   be set apart by blanks. In `**必须说：**请` the run stands between a mark and a letter and would stay two stars. A
//!   word joiner (U+2060, no width) between mark and run makes the mark a letter to that rule.
//! - **`3~5天，7~10天`** is two ranges, not struck text; only `~~` strikes.
//! - **`138****5678，139****1234`** are masked numbers, not strong text.
//! - **`[注]: 不保本`** would be the definition of a link, which is not shown at all.
//!
//! The guards are taken out of all text after parsing, so that those inside code do no harm.

/// Put beside a mark; also between `]` and `:`.
const JOINER: char = '\u{2060}';
/// Stands for a `~` that is meant; a code point that no text may hold.
const TILDE: char = '\u{fdd0}';
/// Stands for a `*` that is meant.
const STAR: char = '\u{fdd1}';

/// Guards a text for the parser.
pub(super) fn put(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + text.len() / 16);
    let mut before: Option<char> = None;
    let mut escaped = false;
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        let special = matches!(letter, '*' | '~' | ']') && !escaped;
        escaped = letter == '\\' && !escaped;
        if !special {
            guarded.push(letter);
            before = Some(letter);
            continue;
        }
        let mut run = 1;
        while letter != ']' && rest.next_if_eq(&letter).is_some() {
            run += 1;
        }
        put_run(letter, run, before, rest.peek().copied(), &mut guarded);
        before = Some(letter);
    }
    guarded
}

fn put_run(
    letter: char,
    run: usize,
    before: Option<char>,
    after: Option<char>,
    guarded: &mut String,
) {
    let masked = run >= 4 && is_letter(before) && is_letter(after);
    match letter {
        '~' if run == 1 => guarded.push(TILDE),
        '*' if masked => guarded.extend(std::iter::repeat_n(STAR, run)),
        ']' => {
            guarded.push(letter);
            if after == Some(':') {
                guarded.push(JOINER);
            }
        }
        '*' => {
            if is_mark(before) && is_letter(after) {
                guarded.push(JOINER);
            }
            guarded.extend(std::iter::repeat_n(letter, run));
            if is_letter(before) && is_mark(after) {
                guarded.push(JOINER);
            }
        }
        _ => guarded.extend(std::iter::repeat_n(letter, run)),
    }
}

/// Takes the guards out of a piece of parsed text.
pub(super) fn take(text: &str) -> String {
    let meant = |letter| match letter {
        JOINER => None,
        TILDE => Some('~'),
        STAR => Some('*'),
        other => Some(other),
    };
    text.chars().filter_map(meant).collect()
}

fn is_letter(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_alphanumeric)
}

/// Anything visible that is neither letter nor digit. Wider than punctuation, which does no harm.
fn is_mark(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| {
        !letter.is_alphanumeric() && !letter.is_whitespace() && !letter.is_control()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_side_that_needs_it_is_joined() {
        assert_eq!(put("**必须说：**请"), "**必须说：\u{2060}**请");
        assert_eq!(put("请**「保本」**吗"), "请**\u{2060}「保本」\u{2060}**吗");
        assert_eq!(put("**好**的"), "**好**的");
        assert_eq!(put("* 「甲」\n> * 乙\n***\n"), "* 「甲」\n> * 乙\n***\n");
        assert_eq!(put("甲\\*「乙」"), "甲\\*「乙」");
    }

    #[test]
    fn what_was_put_is_taken() {
        for text in [
            "请**「保本」**吗",
            "3~5天~~作废~~",
            "138****5678",
            "[注]: 不保本",
        ] {
            assert_eq!(take(&put(text)), text);
        }
    }
}
