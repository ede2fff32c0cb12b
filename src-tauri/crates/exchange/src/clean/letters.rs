//! Cleaning character by character.

/// Without characters that show nothing and that other readers stumble over. Line ends of all systems become one.
pub(super) fn visible(text: &str) -> String {
    let unified = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let keep = |letter: &char| {
        *letter == '\n'
            || !(letter.is_control()
                || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}'
                    | '\u{e000}'..='\u{f8ff}')
                || u32::from(*letter) & 0xfffe == 0xfffe
                || u32::from(*letter) >= 0xf_0000)
    };
    unified
        .chars()
        .map(|letter| if letter == '\t' { ' ' } else { letter })
        .filter(keep)
        .collect()
}

/// In simplified characters.
pub(super) fn simplified(text: &str) -> String {
    yingda_text::script::simplified(text)
}

/// With braces that no reader takes for a blank to fill.
pub(super) fn without_braces(text: &str) -> String {
    text.replace("{{", "｛｛").replace("}}", "｝｝")
}
