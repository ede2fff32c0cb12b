//! Faults of the text below front matter.

use crate::problem::{Language, Severity};

/// One of the named `##` sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 可直接说.
    Say,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// 仅内部.
    Internal,
    /// 步骤 of a flow.
    Steps,
}

impl Part {
    /// The four parts of a call card, and the steps.
    pub const ALL: [Self; 5] = [
        Self::Say,
        Self::Must,
        Self::Never,
        Self::Internal,
        Self::Steps,
    ];

    /// Its heading.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Say => "可直接说",
            Self::Must => "必须说",
            Self::Never => "不能说",
            Self::Internal => "仅内部",
            Self::Steps => "步骤",
        }
    }
}

/// The text says something that can't be used as written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyFault {
    /// HTML; shown as plain text.
    RawHtml,
    /// A picture; its description is shown as plain text.
    Image,
    /// An address outside the library; only its words are shown.
    ExternalLink {
        /// The address.
        address: String,
    },
    /// A level-1 heading; shown as one of level 3.
    HeadingTooHigh,
    /// Lists or quotations inside each other, deeper than a screen can show; shown as plain text.
    NestedTooDeep,
    /// `[[…]]` does not hold an id; shown as plain text.
    LinkIdBad {
        /// What it holds.
        text: String,
    },
    /// A part stands twice; both are used as one.
    PartTwice {
        /// The part.
        part: Part,
    },
    /// A heading that looks like a part but is not.
    PartMisspelt {
        /// The heading.
        heading: String,
        /// The part it looks like.
        part: Part,
    },
    /// Something in a part that takes sentences only; its words are used as one sentence.
    NotASentence {
        /// The part.
        part: Part,
    },
    /// A step's heading does not begin with an id.
    StepIdBad {
        /// The heading.
        heading: String,
    },
    /// Two steps with one id.
    StepTwice {
        /// The id.
        id: String,
    },
    /// A way to a step that does not exist.
    StepUnknown {
        /// The id it names.
        id: String,
    },
    /// A flow without steps.
    StepsMissing,
    /// A field is declared but stands nowhere in the text.
    FieldUnused {
        /// The field.
        field: String,
    },
}

impl BodyFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::RawHtml => "raw-html",
            Self::Image => "image",
            Self::ExternalLink { .. } => "external-link",
            Self::HeadingTooHigh => "heading-too-high",
            Self::NestedTooDeep => "nested-too-deep",
            Self::LinkIdBad { .. } => "link-id-bad",
            Self::PartTwice { .. } => "part-twice",
            Self::PartMisspelt { .. } => "part-misspelt",
            Self::NotASentence { .. } => "not-a-sentence",
            Self::StepIdBad { .. } => "step-id-bad",
            Self::StepTwice { .. } => "step-twice",
            Self::StepUnknown { .. } => "step-unknown",
            Self::StepsMissing => "steps-missing",
            Self::FieldUnused { .. } => "field-unused",
        }
    }

    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::ExternalLink { .. } | Self::HeadingTooHigh | Self::FieldUnused { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
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
            Self::RawHtml => "正文里有 HTML，只按普通文字显示。".to_owned(),
            Self::Image => "正文里有图片，只显示它的说明文字。".to_owned(),
            Self::ExternalLink { address } => {
                format!("链接 {address} 指向知识库以外，只显示文字。")
            }
            Self::HeadingTooHigh => "正文里有一级标题（#），按小标题显示。".to_owned(),
            Self::NestedTooDeep => "列表或引用嵌套太深，按普通文字显示。".to_owned(),
            Self::LinkIdBad { text } => format!("[[{text}]] 里不是条目编号。"),
            Self::PartTwice { part } => format!("「{}」写了两次，已合并。", part.heading()),
            Self::PartMisspelt { heading, part } => {
                format!("标题「{heading}」很像「{}」，但不是。", part.heading())
            }
            Self::NotASentence { part } => {
                format!("「{}」里有不是句子的内容。", part.heading())
            }
            Self::StepIdBad { heading } => format!("步骤标题「{heading}」没有以编号开头。"),
            Self::StepTwice { id } => format!("有两个步骤的编号都是 {id}。"),
            Self::StepUnknown { id } => format!("没有编号为 {id} 的步骤。"),
            Self::StepsMissing => "流程里没有步骤。".to_owned(),
            Self::FieldUnused { field } => format!("声明了填空「{field}」，正文里却没有用到。"),
        }
    }

    fn what_in_english(&self) -> String {
        match self {
            Self::RawHtml => "The text has HTML, which is shown as plain text.".to_owned(),
            Self::Image => "The text has a picture; only its description is shown.".to_owned(),
            Self::ExternalLink { address } => {
                format!("The link {address} leads out of the library; only its words are shown.")
            }
            Self::HeadingTooHigh => {
                "The text has a level-1 heading (#); it is shown as a small one.".to_owned()
            }
            Self::NestedTooDeep => {
                "Lists or quotations are nested too deeply; shown as plain text.".to_owned()
            }
            Self::LinkIdBad { text } => format!("[[{text}]] does not hold an entry's id."),
            Self::PartTwice { part } => format!(
                "The part {} stands twice; both were joined.",
                part.heading()
            ),
            Self::PartMisspelt { heading, part } => {
                format!(
                    "The heading {heading} looks like {} but is not.",
                    part.heading()
                )
            }
            Self::NotASentence { part } => {
                format!("{} holds something that is not a sentence.", part.heading())
            }
            Self::StepIdBad { heading } => {
                format!("The step heading {heading} does not begin with an id.")
            }
            Self::StepTwice { id } => format!("Two steps have the id {id}."),
            Self::StepUnknown { id } => format!("There is no step {id}."),
            Self::StepsMissing => "The flow has no steps.".to_owned(),
            Self::FieldUnused { field } => {
                format!("The field {field} is declared but never used.")
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
            Self::RawHtml => "请删掉标签，改用 Markdown。".to_owned(),
            Self::Image => "请把图片里的内容写成文字或表格。".to_owned(),
            Self::ExternalLink { .. } => "请改成 [[条目编号]]，或把地址写成普通文字。".to_owned(),
            Self::HeadingTooHigh => "请改成 ## 或 ###；条目的标题写在 title 里。".to_owned(),
            Self::NestedTooDeep => "请减少层级。".to_owned(),
            Self::LinkIdBad { .. } => "请写目标条目的 id，例如 [[card-loss]]。".to_owned(),
            Self::PartTwice { .. } => "请合并成一个。".to_owned(),
            Self::PartMisspelt { part, .. } => {
                format!("请改成「## {}」，或换一个不会混淆的标题。", part.heading())
            }
            Self::NotASentence { .. } => "请写成列表，每项一句。".to_owned(),
            Self::StepIdBad { .. } => {
                "请写成「### verify 核实身份」：先是英文编号，再是名称。".to_owned()
            }
            Self::StepTwice { .. } => "请改掉其中一个编号，以及指向它的分支。".to_owned(),
            Self::StepUnknown { .. } => "请改成本流程里有的步骤编号。".to_owned(),
            Self::StepsMissing => "请加上「## 步骤」，每步一个「### 编号 名称」。".to_owned(),
            Self::FieldUnused { field } => {
                format!("请在正文里写 {{{{{field}}}}}，或从 fields 里删掉它。")
            }
        }
    }

    fn remedy_in_english(&self) -> String {
        match self {
            Self::RawHtml => "Delete the tags and use Markdown.".to_owned(),
            Self::Image => "Write what the picture says as text or as a table.".to_owned(),
            Self::ExternalLink { .. } => {
                "Use [[entry-id]], or write the address as plain text.".to_owned()
            }
            Self::HeadingTooHigh => "Use ## or ###; the entry's title belongs in title.".to_owned(),
            Self::NestedTooDeep => "Use fewer levels.".to_owned(),
            Self::LinkIdBad { .. } => {
                "Write the id of the entry, such as [[card-loss]].".to_owned()
            }
            Self::PartTwice { .. } => "Make one part of them.".to_owned(),
            Self::PartMisspelt { part, .. } => {
                format!(
                    "Write ## {}, or a heading that can't be taken for it.",
                    part.heading()
                )
            }
            Self::NotASentence { .. } => "Write a list, one sentence an item.".to_owned(),
            Self::StepIdBad { .. } => {
                "Write ### verify 核实身份: first an id, then a name.".to_owned()
            }
            Self::StepTwice { .. } => {
                "Change one of the ids, and the branches that lead to it.".to_owned()
            }
            Self::StepUnknown { .. } => "Use the id of a step of this flow.".to_owned(),
            Self::StepsMissing => "Add ## 步骤 with one ### id name for each step.".to_owned(),
            Self::FieldUnused { field } => {
                format!("Write {{{{{field}}}}} in the text, or delete it from fields.")
            }
        }
    }
}
