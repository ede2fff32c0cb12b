//! A file cut into its parts: keys of the front matter, sections of the body. Nothing is lost: joining gives the text.

/// Which part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartName {
    /// What stands before the first key, between the front matter and the first section, or in a file that is no entry.
    Rest,
    /// A key of the front matter with its value.
    Key(String),
    /// 可直接说.
    Say,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// 仅内部.
    Internal,
    /// Another section of the body, by its heading.
    Section(String),
}

/// A part with its text, line ends and heading included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) name: PartName,
    pub(crate) text: &'a str,
}

/// Where the reader of the lines is.
enum Place {
    Start,
    Keys,
    Body,
    /// In a code block, until a line begins with this.
    Fence(&'static str),
}

/// Cuts a text into its parts. A text without front matter is one part.
pub(crate) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut cuts: Vec<(usize, PartName)> = vec![(0, PartName::Rest)];
    let mut place = Place::Start;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_start_matches('\u{feff}').trim_end();
        match place {
            Place::Start if line == "---" => place = Place::Keys,
            // No front matter: no entry.
            Place::Start => break,
            Place::Keys if line == "---" => {
                cuts.push((start, PartName::Rest));
                place = Place::Body;
            }
            Place::Keys => cuts.extend(key(line).map(|key| (start, PartName::Key(key)))),
            Place::Body => {
                if let Some(fence) = fence(line) {
                    place = Place::Fence(fence);
                } else if let Some(heading) = line.strip_prefix("## ") {
                    cuts.push((start, section(heading.trim())));
                }
            }
            Place::Fence(fence) if line.trim_start().starts_with(fence) => place = Place::Body,
            Place::Fence(_) => {}
        }
    }
    slices(text, &cuts)
}

fn slices<'a>(text: &'a str, cuts: &[(usize, PartName)]) -> Vec<Part<'a>> {
    let ends = cuts.iter().skip(1).map(|(start, _)| *start);
    let ends = ends.chain(std::iter::once(text.len()));
    cuts.iter()
        .zip(ends)
        .filter_map(|((start, name), end)| {
            let text = text.get(*start..end)?;
            (!text.is_empty()).then(|| Part {
                name: name.clone(),
                text,
            })
        })
        .collect()
}

/// A key begins at the start of a line; what is indented, a list or a comment belongs to the key above.
fn key(line: &str) -> Option<String> {
    let (key, _) = line.split_once(':')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    (!key.is_empty() && !key.starts_with('-') && key.chars().all(is_name)).then(|| key.to_owned())
}

fn fence(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    ["```", "~~~"]
        .into_iter()
        .find(|fence| line.starts_with(fence))
}

fn section(heading: &str) -> PartName {
    match heading {
        "可直接说" => PartName::Say,
        "必须说" => PartName::Must,
        "不能说" => PartName::Never,
        "仅内部" => PartName::Internal,
        other => PartName::Section(other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PartName, parts};

    #[test]
    fn an_entry_comes_apart_into_keys_and_sections() {
        let text = "---\nid: a\naliases:\n- 甲\n# 注\ntags: [x]\n---\n\n## 可直接说\n您好\n```\n## 不是\n```\n## 收费 \n表\n";
        let cut: Vec<_> = parts(text)
            .into_iter()
            .map(|part| (part.name, part.text))
            .collect();
        let key = |name: &str| PartName::Key(name.to_owned());
        let expected = [
            (PartName::Rest, "---\n"),
            (key("id"), "id: a\n"),
            (key("aliases"), "aliases:\n- 甲\n# 注\n"),
            (key("tags"), "tags: [x]\n"),
            (PartName::Rest, "---\n\n"),
            (PartName::Say, "## 可直接说\n您好\n```\n## 不是\n```\n"),
            (PartName::Section("收费".to_owned()), "## 收费 \n表\n"),
        ];
        assert_eq!(cut, expected);
    }

    #[test]
    fn a_list_of_words_is_one_part() {
        assert_eq!(parts("挂失\n## 补卡\n").len(), 1);
        assert_eq!(parts(""), []);
    }

    proptest! {
        #[test]
        fn joining_the_parts_gives_the_text(lines in prop::collection::vec("(---|\\PC{0,8}|[a-z]{1,3}: \\PC{0,4}|## \\PC{0,4}|```)\r?\n?", 0..20)) {
            let text = lines.concat();
            for text in [text.clone(), format!("---\n{text}")] {
                let joined: String = parts(&text).iter().map(|part| part.text).collect();
                prop_assert_eq!(joined, text);
            }
        }
    }
}
