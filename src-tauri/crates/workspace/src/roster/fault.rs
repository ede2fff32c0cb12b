//! What is wrong with a row of the lists, and why somebody may not change them.

use yingda_content::problem::Language;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// A person without a name.
    NoName,
    /// A name that begins with `#` or holds something that can't be seen.
    OddName,
    /// A name of too many characters.
    LongName {
        /// How many it may have.
        longest: usize,
    },
    /// A person stands there twice.
    TwiceNamed {
        /// Who.
        name: String,
    },
    /// Neither trainer nor approver.
    Duty {
        /// What stands there.
        word: String,
    },
    /// No office of this bank's review.
    Office {
        /// What stands there.
        word: String,
    },
    /// A rule that is for nothing known.
    For {
        /// What stands there.
        word: String,
    },
    /// A rule for a kind that is none.
    Kind {
        /// What stands there.
        word: String,
    },
    /// A rule for a tag that names none.
    NoTag,
    /// A rule that asks nobody.
    NoOffices,
    /// Two rules for the same entries.
    TwiceRuled,
}

impl RowFault {
    /// One sentence: what is wrong, what to do.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        let given = |word: &str| {
            if word.is_empty() {
                "空着".to_owned()
            } else {
                format!("是「{word}」")
            }
        };
        match self {
            Self::NoName => "还没有姓名，请填写姓名或去掉这一行。".to_owned(),
            Self::OddName => "不能以 # 开头，也不能有看不见的字符，请改写。".to_owned(),
            Self::LongName { longest } => format!("太长了，请不要超过 {longest} 个字。"),
            Self::TwiceNamed { name } => format!("{name} 已经在名单里，请留下一行。"),
            Self::Duty { word } => format!("角色{}，请选培训师或审批人。", given(word)),
            Self::Office { word } => format!("没有「{word}」这个审批岗，请选业务、法律或消保。"),
            Self::For { word } => {
                format!("范围{}，请选全部条目、一类条目或一个标签。", given(word))
            }
            Self::Kind { word } => format!("类别{}，请选一类。", given(word)),
            Self::NoTag => "还没有标签，请填写标签或去掉这一行。".to_owned(),
            Self::NoOffices => "还没有审批岗，请至少勾选一个，或去掉这一行。".to_owned(),
            Self::TwiceRuled => "同一范围已有一行，请合并成一行。".to_owned(),
        }
    }

    fn english(&self) -> String {
        let given = |word: &str| {
            if word.is_empty() {
                "missing".to_owned()
            } else {
                format!("“{word}”")
            }
        };
        match self {
            Self::NoName => "No name yet: fill it in, or take the row out.".to_owned(),
            Self::OddName => {
                "It can't begin with # or hold invisible characters; please rewrite it.".to_owned()
            }
            Self::LongName { longest } => format!("Too long: at most {longest} characters."),
            Self::TwiceNamed { name } => format!("{name} is listed already; keep one row."),
            Self::Duty { word } => {
                format!("The role is {}; choose trainer or approver.", given(word))
            }
            Self::Office { word } => {
                format!(
                    "There is no office “{word}”; choose business, legal or consumer protection."
                )
            }
            Self::For { word } => {
                format!(
                    "What it is for is {}; choose all entries, a kind or a tag.",
                    given(word)
                )
            }
            Self::Kind { word } => format!("The kind is {}; choose one.", given(word)),
            Self::NoTag => "No tag yet: fill it in, or take the row out.".to_owned(),
            Self::NoOffices => "No office yet: tick one at least, or take the row out.".to_owned(),
            Self::TwiceRuled => {
                "There is a row for the same entries already; make one of them.".to_owned()
            }
        }
    }
}

/// Why somebody may not change the lists, or not like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotYours {
    /// They only read here.
    OnlyReads,
    /// Approvers are named, and they are none.
    NoApprover {
        /// Who is.
        approvers: Vec<String>,
    },
    /// Nobody would approve any more.
    NoApproverLeft,
    /// They would lock themselves out.
    WithoutYou,
}

impl NotYours {
    /// One sentence: why not, what to do.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match (language, self) {
            (Language::Chinese, Self::OnlyReads) => {
                "您在这个工作区里只能查看，请找名单里的人修改。".to_owned()
            }
            (Language::Chinese, Self::NoApprover { approvers }) => format!(
                "已经指定了审批人，名单和审批规则只有审批人能改，否则谁都可以让自己成为审批人。请找{}。",
                approvers.join("、")
            ),
            (Language::Chinese, Self::NoApproverLeft) => {
                "至少要留一位审批人：一个都不留，就又人人都能审批了。请先加上接替的人。".to_owned()
            }
            (Language::Chinese, Self::WithoutYou) => {
                "这样您自己就不在名单里了，会打不开编辑台。请由另一位审批人来去掉您。".to_owned()
            }
            (Language::English, Self::OnlyReads) => {
                "You only read in this workspace; ask somebody on the list.".to_owned()
            }
            (Language::English, Self::NoApprover { approvers }) => format!(
                "Approvers are named, so only they change the list and the rules: otherwise anybody could make themselves an approver. Ask {}.",
                approvers.join(", ")
            ),
            (Language::English, Self::NoApproverLeft) => {
                "One approver has to stay: with none, everybody could approve again. Add who follows first.".to_owned()
            }
            (Language::English, Self::WithoutYou) => {
                "You would not be on the list any more and could not open the trainer's desk. Let another approver take you out.".to_owned()
            }
        }
    }
}
