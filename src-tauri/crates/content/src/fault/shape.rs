//! Faults in the shape of front matter: its YAML, its keys, the types of its values.

use crate::problem::Language;

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// One text.
    Text,
    /// A list of texts: `[a, b]`.
    Texts,
    /// Keys with values: `{a: b}`.
    Keys,
    /// A list of such: `- {a: b}`.
    ListOfKeys,
    /// `true` or `false`.
    TrueOrFalse,
    /// A whole number.
    WholeNumber,
}

impl Expected {
    const fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Chinese, Self::Text) => "一段文字",
            (Language::Chinese, Self::Texts) => "一个列表 [甲, 乙]",
            (Language::Chinese, Self::Keys) => "一组键值 {键: 值}",
            (Language::Chinese, Self::ListOfKeys) => "一个列表，每项是一组键值 - {键: 值}",
            (Language::Chinese, Self::TrueOrFalse) => "true 或 false",
            (Language::Chinese, Self::WholeNumber) => "一个整数",
            (Language::English, Self::Text) => "one text",
            (Language::English, Self::Texts) => "a list [a, b]",
            (Language::English, Self::Keys) => "keys with values {key: value}",
            (Language::English, Self::ListOfKeys) => "a list with keys in each item - {key: value}",
            (Language::English, Self::TrueOrFalse) => "true or false",
            (Language::English, Self::WholeNumber) => "a whole number",
        }
    }
}

/// Front matter is not built as it should be. Keys inside another key are written `approvals.role`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShapeFault {
    /// The file does not begin with `---`.
    FrontMatterMissing,
    /// The second `---` is missing.
    FrontMatterUnclosed,
    /// It is not YAML.
    YamlBroken {
        /// The YAML reader's own words, in English.
        detail: String,
    },
    /// Lists or keys are nested deeper than any key needs.
    YamlTooDeep,
    /// It refers to another place with `*name`.
    YamlAlias,
    /// It has no keys.
    NotKeys,
    /// A key that does not exist.
    KeyUnknown {
        /// The key.
        key: String,
        /// A key that looks like it.
        nearest: Option<&'static str>,
    },
    /// A key stands twice; the first one is used.
    KeyTwice {
        /// The key.
        key: String,
        /// The line of the first one.
        first: usize,
    },
    /// A required key is missing or has no value.
    KeyMissing {
        /// The key.
        key: String,
    },
    /// A value of another type.
    WrongType {
        /// The key.
        key: String,
        /// What it should be.
        expected: Expected,
    },
}

impl ShapeFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::FrontMatterMissing => "front-matter-missing",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::YamlBroken { .. } => "yaml-broken",
            Self::YamlTooDeep => "yaml-too-deep",
            Self::YamlAlias => "yaml-alias",
            Self::NotKeys => "front-matter-not-keys",
            Self::KeyUnknown { .. } => "key-unknown",
            Self::KeyTwice { .. } => "key-twice",
            Self::KeyMissing { .. } => "key-missing",
            Self::WrongType { .. } => "wrong-type",
        }
    }

    pub(super) fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.what_in_chinese(),
            Language::English => self.what_in_english(),
        }
    }

    fn what_in_chinese(&self) -> String {
        match self {
            Self::FrontMatterMissing => "文件开头没有属性区。".to_owned(),
            Self::FrontMatterUnclosed => "属性区没有结束。".to_owned(),
            Self::YamlBroken { detail } => format!("属性区不是有效的 YAML：{detail}。"),
            Self::YamlTooDeep => "属性区嵌套太深。".to_owned(),
            Self::YamlAlias => "属性区用了 * 引用，这里不支持。".to_owned(),
            Self::NotKeys => "属性区里没有「键: 值」。".to_owned(),
            Self::KeyUnknown { key, .. } => format!("没有 {key} 这个键。"),
            Self::KeyTwice { key, first } => format!("{key} 写了两次，第一次在第 {first} 行。"),
            Self::KeyMissing { key } => format!("缺少 {key}。"),
            Self::WrongType { key, expected } => {
                format!("{key} 应当是{}。", expected.name(Language::Chinese))
            }
        }
    }

    fn what_in_english(&self) -> String {
        match self {
            Self::FrontMatterMissing => "The file does not begin with front matter.".to_owned(),
            Self::FrontMatterUnclosed => "Front matter does not end.".to_owned(),
            Self::YamlBroken { detail } => format!("Front matter is not valid YAML: {detail}."),
            Self::YamlTooDeep => "Front matter is nested too deeply.".to_owned(),
            Self::YamlAlias => {
                "Front matter uses a * reference, which is not supported.".to_owned()
            }
            Self::NotKeys => "Front matter has no keys.".to_owned(),
            Self::KeyUnknown { key, .. } => format!("There is no key {key}."),
            Self::KeyTwice { key, first } => {
                format!("{key} stands twice, first in line {first}.")
            }
            Self::KeyMissing { key } => format!("{key} is missing."),
            Self::WrongType { key, expected } => {
                format!("{key} should be {}.", expected.name(Language::English))
            }
        }
    }

    pub(super) fn remedy(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.remedy_in_chinese(),
            Language::English => self.remedy_in_english(),
        }
    }

    fn remedy_in_chinese(&self) -> String {
        match self {
            Self::FrontMatterMissing => {
                "请在第一行写 ---，接着写 id、kind、title、status，再用一行 --- 结束。".to_owned()
            }
            Self::FrontMatterUnclosed => "请在属性的最后一行后面加一行 ---。".to_owned(),
            Self::YamlBroken { .. } => {
                "请看这一行：含冒号、# 或括号的文字要加引号，缩进要用空格。".to_owned()
            }
            Self::YamlTooDeep => "请按格式说明把多余的层级去掉。".to_owned(),
            Self::YamlAlias => "请把内容直接写在这里；以 * 开头的文字要加引号。".to_owned(),
            Self::NotKeys => "请每行写一个键，例如 title: 银行卡挂失。".to_owned(),
            Self::KeyUnknown {
                nearest: Some(nearest),
                ..
            } => format!("是不是想写 {nearest}？请改正，或删掉这一行。"),
            Self::KeyUnknown { nearest: None, .. } => {
                "请删掉这一行，或改成格式说明里的键。".to_owned()
            }
            Self::KeyTwice { .. } => "请只保留一个；现在用的是第一个。".to_owned(),
            Self::KeyMissing { key } => format!("请补上 {key}。"),
            Self::WrongType { key, .. } => format!("请照上面的写法改 {key} 的值。"),
        }
    }

    fn remedy_in_english(&self) -> String {
        match self {
            Self::FrontMatterMissing => {
                "Write --- in the first line, then id, kind, title and status, then --- again.".to_owned()
            }
            Self::FrontMatterUnclosed => "Add a line --- after the last key.".to_owned(),
            Self::YamlBroken { .. } => {
                "Look at this line: text with a colon, # or a bracket needs quotes; indent with spaces.".to_owned()
            }
            Self::YamlTooDeep => "Remove the levels that the format does not have.".to_owned(),
            Self::YamlAlias => "Write the value here; put text that begins with * in quotes.".to_owned(),
            Self::NotKeys => "Write one key a line, such as title: Lost card.".to_owned(),
            Self::KeyUnknown { nearest: Some(nearest), .. } => {
                format!("Did you mean {nearest}? Correct it or delete the line.")
            }
            Self::KeyUnknown { nearest: None, .. } => "Delete the line, or use a key of the format.".to_owned(),
            Self::KeyTwice { .. } => "Keep one of them; the first is the one in use.".to_owned(),
            Self::KeyMissing { key } => format!("Add {key}."),
            Self::WrongType { key, .. } => format!("Write the value of {key} as said above."),
        }
    }
}
