//! Ids for new entries, from how a title sounds.

use std::collections::BTreeSet;
use yingda_content::EntryId;
use yingda_text::Lexicon;

/// Letters that an id made here has at most; typed ids may be longer.
const LONGEST: usize = 48;

/// The title in pinyin, word by word: 银行卡挂失 is `yinhangka-guashi`. What has no letters gives `entry`.
pub(super) fn of(title: &str, lexicon: &Lexicon) -> String {
    let folded = yingda_text::fold(title).text();
    let chars: Vec<char> = folded.chars().collect();
    let typed = lexicon.typed(&chars);
    let mut id = String::new();
    for word in lexicon.words(&folded) {
        let letters = typed.get(word).unwrap_or_default().concat();
        for part in letters.split(|c: char| !c.is_ascii_alphanumeric()) {
            let part = part.to_ascii_lowercase();
            if part.is_empty() || id.len() + part.len() >= LONGEST {
                continue;
            }
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(&part);
        }
    }
    if id.is_empty() {
        "entry".to_owned()
    } else {
        id
    }
}

/// `wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken.
pub(super) fn free(wanted: &str, taken: &BTreeSet<&str>) -> Option<EntryId> {
    let numbered = (2..).map(|number: u32| format!("{wanted}-{number}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|id| !taken.contains(id.as_str()))
        .and_then(|id| EntryId::parse(&id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::new(std::iter::empty(), [("银行", vec!["yin", "hang"])])
    }

    #[test]
    fn a_title_becomes_what_it_sounds_like() {
        let lexicon = lexicon();
        assert_eq!(of("银行卡挂失", &lexicon), "yinhangka-guashi");
        assert_eq!(of("ETC 怎么办理？", &lexicon), "etc-zenme-banli");
        assert_eq!(of("？！", &lexicon), "entry");
    }

    #[test]
    fn every_id_made_is_an_id() {
        let lexicon = lexicon();
        for title in [
            "",
            "😀",
            "a--b",
            "非常长的标题".repeat(40).as_str(),
            "女儿绿卡",
            "-",
        ] {
            assert!(EntryId::parse(&of(title, &lexicon)).is_some(), "{title}");
        }
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        let taken = BTreeSet::from(["a", "a-2"]);
        assert_eq!(free("a", &taken).unwrap().as_str(), "a-3");
        assert_eq!(free("b", &taken).unwrap().as_str(), "b");
    }
}
