//! Double pinyin: two keys a syllable, in the common schemes, written out as full pinyin.
//!
//! Key tables as published for each scheme (小鹤双拼, 自然码, 微软拼音, 搜狗拼音, 智能ABC).

use crate::lexicon::Lexicon;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Stands for the key `;`, which two schemes use for *ing* and which would otherwise end a word.
pub const SEMICOLON: char = 'ŋ';

/// Which keys stand for which sounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Scheme {
    /// No double pinyin.
    #[default]
    None,
    /// 小鹤双拼.
    Xiaohe,
    /// 自然码.
    Ziranma,
    /// 微软拼音.
    Microsoft,
    /// 搜狗拼音.
    Sogou,
    /// 智能ABC.
    Abc,
}

/// Keys of zh, ch, sh; then the endings of the keys a to z (several by a blank), then those of `;`.
struct Keys {
    zh_ch_sh: [char; 3],
    endings: [&'static str; 27],
    /// Whether a syllable without a beginning is typed with a leading `o`; else by its own letters.
    leading_o: bool,
}

const XIAOHE: Keys = Keys {
    zh_ch_sh: ['v', 'i', 'u'],
    endings: [
        "a",
        "in",
        "ao",
        "ai",
        "e",
        "en",
        "eng",
        "ang",
        "i",
        "an",
        "ing uai",
        "iang uang",
        "ian",
        "iao",
        "uo o",
        "ie",
        "iu",
        "uan",
        "iong ong",
        "ue ve",
        "u",
        "ui v",
        "ei",
        "ia ua",
        "un",
        "ou",
        "",
    ],
    leading_o: false,
};
const ZIRANMA: Keys = Keys {
    zh_ch_sh: ['v', 'i', 'u'],
    endings: [
        "a",
        "ou",
        "iao",
        "iang uang",
        "e",
        "en",
        "eng",
        "ang",
        "i",
        "an",
        "ao",
        "ai",
        "ian",
        "in",
        "uo o",
        "un",
        "iu",
        "uan er",
        "iong ong",
        "ue ve",
        "u",
        "ui v",
        "ia ua",
        "ie",
        "ing uai",
        "ei",
        "",
    ],
    leading_o: false,
};
const MICROSOFT: Keys = Keys {
    zh_ch_sh: ['v', 'i', 'u'],
    endings: [
        "a",
        "ou",
        "iao",
        "iang uang",
        "e",
        "en",
        "eng",
        "ang",
        "i",
        "an",
        "ao",
        "ai",
        "ian",
        "in",
        "uo o",
        "un",
        "iu",
        "uan er",
        "iong ong",
        "ue",
        "u",
        "ui ve",
        "ia ua",
        "ie",
        "uai v",
        "ei",
        "ing",
    ],
    leading_o: true,
};
const ABC: Keys = Keys {
    zh_ch_sh: ['a', 'e', 'v'],
    endings: [
        "a",
        "ou",
        "in uai",
        "ia ua",
        "e",
        "en",
        "eng",
        "ang",
        "i",
        "an",
        "ao",
        "ai",
        "ue ui",
        "un",
        "uo o",
        "uan",
        "ei",
        "iu er",
        "iong ong",
        "iang uang",
        "u",
        "v",
        "ian",
        "ie",
        "ing",
        "iao",
        "",
    ],
    leading_o: true,
};

impl Scheme {
    /// All schemes, none first.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::Xiaohe,
        Self::Ziranma,
        Self::Microsoft,
        Self::Sogou,
        Self::Abc,
    ];

    const fn keys(self) -> Option<&'static Keys> {
        match self {
            Self::None => None,
            Self::Xiaohe => Some(&XIAOHE),
            Self::Ziranma => Some(&ZIRANMA),
            // 搜狗 differs from 微软 only in ve, which both keys reach.
            Self::Microsoft | Self::Sogou => Some(&MICROSOFT),
            Self::Abc => Some(&ABC),
        }
    }

    /// Whether `;` is one of its keys.
    #[must_use]
    pub const fn uses_semicolon(self) -> bool {
        matches!(self, Self::Microsoft | Self::Sogou)
    }

    /// Keys as full pinyin, a `'` after each syllable; a single key left over stays as the next syllable's beginning.
    /// `None` when the scheme is none, or two keys make no syllable.
    #[must_use]
    pub fn written_out(self, typed: &str, lexicon: &Lexicon) -> Option<String> {
        let keys = self.keys()?;
        let typed: Vec<char> = typed.chars().filter(|c| *c != '\'').collect();
        let mut full = String::new();
        for pair in typed.chunks(2) {
            match pair {
                [first, second] => full.push_str(&keys.syllable(*first, *second, lexicon)?),
                [first] => full.push_str(&keys.beginning(*first)),
                _ => {}
            }
            if pair.len() == 2 {
                full.push('\'');
            }
        }
        (typed.len() > 1).then_some(full)
    }
}

impl Keys {
    fn beginning(&self, key: char) -> String {
        let two = self
            .zh_ch_sh
            .iter()
            .zip(["zh", "ch", "sh"])
            .find(|(of, _)| **of == key);
        two.map_or_else(|| key.to_string(), |(_, beginning)| beginning.to_owned())
    }

    fn endings(&self, key: char) -> impl Iterator<Item = &'static str> {
        let at = match key {
            'a'..='z' => u32::from(key) - u32::from('a'),
            SEMICOLON => 26,
            _ => u32::MAX,
        };
        self.endings
            .get(at as usize)
            .copied()
            .unwrap_or_default()
            .split(' ')
            .filter(|ending| !ending.is_empty())
    }

    fn syllable(&self, first: char, second: char, lexicon: &Lexicon) -> Option<String> {
        let known = |syllable: &String| lexicon.has_syllable(syllable);
        let without_beginning = match (self.leading_o, first, second) {
            (true, 'o', _) => self.endings(second).map(str::to_owned).find(known),
            (false, 'a' | 'e' | 'o', _) if first == second => Some(first.to_string()),
            (false, 'a' | 'e' | 'o', _) => {
                let by_letters = format!("{first}{second}");
                let by_ending = || {
                    self.endings(second)
                        .map(str::to_owned)
                        .find(|e| e.starts_with(first) && known(e))
                };
                Some(by_letters).filter(known).or_else(by_ending)
            }
            _ => None,
        };
        let beginning = self.beginning(first);
        without_beginning.or_else(|| {
            self.endings(second)
                .map(|ending| format!("{beginning}{ending}"))
                .find(known)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{SEMICOLON, Scheme};
    use crate::Lexicon;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new([], []));

    #[test]
    fn two_keys_make_a_syllable_in_each_scheme() {
        let written = |scheme: Scheme, typed: &str| scheme.written_out(typed, &LEXICON);
        let is = |text: &str| Some(text.to_owned());
        // 挂失, 转账, 余额, 安全.
        assert_eq!(written(Scheme::Xiaohe, "gxui"), is("gua'shi'"));
        assert_eq!(written(Scheme::Ziranma, "gwui"), is("gua'shi'"));
        assert_eq!(written(Scheme::Microsoft, "gwui"), is("gua'shi'"));
        assert_eq!(written(Scheme::Sogou, "gwui"), is("gua'shi'"));
        assert_eq!(written(Scheme::Abc, "gdvi"), is("gua'shi'"));
        assert_eq!(written(Scheme::Xiaohe, "vrvh"), is("zhuan'zhang'"));
        assert_eq!(written(Scheme::Abc, "apah"), is("zhuan'zhang'"));
        assert_eq!(written(Scheme::Xiaohe, "yuee"), is("yu'e'"));
        assert_eq!(written(Scheme::Microsoft, "yuoe"), is("yu'e'"));
        assert_eq!(written(Scheme::Xiaohe, "anqr"), is("an'quan'"));
        assert_eq!(written(Scheme::Sogou, "ojqr"), is("an'quan'"));
    }

    #[test]
    fn the_semicolon_is_a_key_of_two_schemes() {
        let typed = format!("y{SEMICOLON}x{SEMICOLON}");
        assert_eq!(
            Scheme::Sogou.written_out(&typed, &LEXICON),
            Some("ying'xing'".to_owned())
        );
        assert_eq!(Scheme::Xiaohe.written_out(&typed, &LEXICON), None);
    }

    #[test]
    fn a_key_left_over_begins_the_next_syllable() {
        assert_eq!(
            Scheme::Xiaohe.written_out("gxu", &LEXICON),
            Some("gua'sh".to_owned())
        );
        assert_eq!(Scheme::None.written_out("gxui", &LEXICON), None);
    }

    proptest! {
        #[test]
        fn any_keys_are_written_out_or_refused(typed in "\\PC{0,12}") {
            for scheme in Scheme::ALL {
                let written = scheme.written_out(&typed, &LEXICON);
                prop_assert!(written.is_none_or(|text| text.len() >= 2));
            }
        }
    }
}
